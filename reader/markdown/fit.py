"""Text cut and padded to a number of cells."""

from __future__ import annotations

from collections.abc import Sequence

from reader.markdown.cells import cells, drawn, graphemes, simple
from reader.model import clean_line


def one_line(text: str) -> str:
    """``text`` as it may be drawn on one line: no control characters, nothing invisible."""
    line = clean_line(text)
    return line if simple(line) else "".join(line[start:end] for start, end in drawn(line, 0, len(line)))


def fit(text: str, width: int) -> str:
    """``text`` on one line, cut or padded to exactly ``width`` cells; what was cut ends in ``…``."""
    line = one_line(text)
    room = cells(line)
    if room > width > 0 and simple(line):
        return line[: width - 1] + "…"
    if room > width:
        kept, room = [], 0
        for cluster in graphemes(line):
            if room + cells(cluster) > width - 1:
                break
            kept.append(cluster)
            room += cells(cluster)
        line = "".join(kept) + "…" if width > 0 else ""
        room += width > 0
    return line + " " * (width - room)


def fit_parts(parts: Sequence[str], width: int, between: str = " – ") -> str:
    """Parts joined on one line of exactly ``width`` cells; where it is too short the longest is cut first, so that
    something of each is seen."""
    lines = [one_line(part) for part in parts]
    if width < 8 * len(lines) and len(lines) > 1:
        between = between.strip() or between
    widths = [cells(line) for line in lines]
    excess = sum(widths) + cells(between) * (len(lines) - 1) - width
    while excess > 0 and max(widths) > 1:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        excess -= 1
    return fit(between.join(fit(line, room).rstrip() for line, room in zip(lines, widths, strict=True)), width)
