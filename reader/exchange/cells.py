"""CSV that a spreadsheet takes for words and never for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from reader.exchange.errors import ExchangeError

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
"""What a spreadsheet may begin to calculate at; the last four are the wide forms."""
_GUARD = "'"
FIELD = 16_000_000
"""Characters of one cell that are read; a book's worth."""


def guarded(cell: str) -> str:
    """A cell that begins like a formula, or with an apostrophe, with an apostrophe before it: spreadsheets hide it."""
    return _GUARD + cell if cell.lstrip(" ").startswith((*_FORMULA, _GUARD)) else cell


def bare(cell: str) -> str:
    """What :func:`guarded` was given. A cell of another tool keeps an apostrophe that guards nothing (``'tis``)."""
    rest = cell.removeprefix(_GUARD)
    return rest if rest != cell and rest.lstrip(" ").startswith((*_FORMULA, _GUARD)) else cell


def lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of a CSV file (RFC 4180), the heading first, every cell guarded."""
    for row in ([*head], *rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow([guarded(cell) for cell in row])
        yield out.getvalue()


def table(data: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with the line they end in, cells by the heading's names in small letters, guards taken off.

    Cells may be parted by commas, or by the semicolons or tabs of spreadsheets that use the comma for decimals.

    :raises ExchangeError: when it is no CSV.
    """
    before = csv.field_size_limit(FIELD)
    data = data.removeprefix("\ufeff")
    first = data.partition("\n")[0]
    parting = "," if "," in first else ";" if ";" in first else "\t" if "\t" in first else ","
    reader = csv.reader(io.StringIO(data, newline=""), delimiter=parting)
    try:
        head = next(reader, [])
        for row in reader:
            if any(row):
                yield (
                    reader.line_num,
                    {name.strip().casefold(): bare(cell) for name, cell in zip(head, row, strict=False)},
                )
    except csv.Error as error:
        raise ExchangeError(f"line {reader.line_num} is no CSV: {error}") from None
    finally:
        csv.field_size_limit(before)
