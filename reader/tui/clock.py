"""Times of day as the reader wants them: by a clock of 24 hours, or of twice 12."""

from __future__ import annotations

import datetime as dt

_twelve = False
TWELVE = "12"
"""What ``looks.clock`` says for the clock of twice 12 hours."""


def set_clock(clock: str) -> None:
    """Follow ``looks.clock`` from now on."""
    global _twelve
    _twelve = clock == TWELVE


def time_of_day(hour: int, minute: int) -> str:
    """``14:05``, or ``2:05 pm``."""
    if not _twelve:
        return f"{hour:02}:{minute:02}"
    return f"{hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"


def moment_words(moment: dt.datetime, now: dt.datetime) -> str:
    """Local time as short as can be: ``14:05`` today, ``3 Mar 14:05`` this year, else the day."""
    moment, now = moment.astimezone(), now.astimezone()
    time = time_of_day(moment.hour, moment.minute)
    if moment.date() == now.date():
        return time
    return f"{moment.day} {moment:%b} {time}" if moment.year == now.year else f"{moment:%Y-%m-%d}"


def moment_cells() -> int:
    """How wide :func:`moment_words` gets."""
    return 15 if _twelve else 12
