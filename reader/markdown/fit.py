"""Text cut and padded to a number of cells."""

from __future__ import annotations

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
