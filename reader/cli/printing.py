"""What commands print: JSON lines, or columns fitted to the terminal."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model import clean_line

# What JSON may hold as it stands and a terminal must not get: C1 controls, bidi controls, separators, lone surrogates.
_SPELT = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """JSON of anything; what could steer a terminal is spelt ``\\u009b``, which is the same to whoever reads it."""
    return _SPELT.sub(_spelt, json.dumps(value, ensure_ascii=False, indent=indent))


def _spelt(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def json_line(value: dict[str, Any]) -> None:
    """One JSON object on a line of its own, at once."""
    print(json_text(value), flush=True)


def counted(number: int, what: str) -> str:
    """``1 feed``, ``2 feeds``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], wide: int = -1) -> None:
    """Columns under their titles; column number ``wide`` gives way when the terminal is narrow."""
    from reader.markdown.cells import cells
    from reader.markdown.fit import fit

    body = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(cells(row[at]) for row in [list(head), *body]) for at in range(len(head))]
    room = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 10_000
    excess = sum(widths) + 2 * (len(widths) - 1) - room
    if excess > 0:
        widths[wide] = max(10, widths[wide] - excess)
    for row in [list(head), *body]:
        print("  ".join(fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip())


def tsv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Tab-separated values; cells hold neither tab nor newline."""
    print("\t".join(head))
    for row in rows:
        print("\t".join(clean_line(cell) for cell in row))
