"""Days as people say them."""

from __future__ import annotations

import datetime as dt


def ago(day: str, today: dt.date) -> str:
    """How long before ``today`` a day lies, short enough for a list: ``today``, ``3 d ago``, ``5 w ago``, ``in 2 d``.

    :param day: an ISO date.
    """
    days = (today - dt.date.fromisoformat(day)).days
    if days == 0:
        return "today"
    for size, unit in ((365, "y"), (30, "mo"), (7, "w"), (1, "d")):
        count = abs(days) // size
        if count and (size == 1 or count >= 2 or size == 365):
            return f"{count} {unit} ago" if days > 0 else f"in {count} {unit}"
    raise AssertionError("a day is at least one day away")
