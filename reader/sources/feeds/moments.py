"""When an entry was published, in any of the ways in which feeds write it."""

from __future__ import annotations

import datetime as dt
import re

from reader.model import Published

AHEAD = dt.timedelta(days=2)
"""A date further in the future than this is a mistake: it would stand on top of every list for ever."""
_LONGEST = 100
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "BST": 1, "CET": 1,
          "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "JST": 9, "AEST": 10, "AEDT": 11}  # fmt: skip
_USUAL = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})"
    r" (\d\d):(\d\d):(\d\d) (?:GMT|([+-])(\d\d)(\d\d))"
)
"""As most feeds write it (RFC 822 with a year of four digits): read in a fifth of the time."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH = re.compile(r"[A-Za-z]{3,9},?\s+\d|\d{1,2}\s+[A-Za-z]{3}")


def entry_moment(raw: str, now: dt.datetime | None = None) -> Published | None:
    """The date and time, with its own offset; None when it cannot be read for certain, or lies in the future."""
    raw = " ".join(raw[:_LONGEST].split())
    if not raw or not raw.isascii():
        return None
    try:
        found = _usual(raw) or _written(raw) or _mail(raw)
    except (ValueError, OverflowError):
        return None
    if found is None or found.date.year < 1971:  # 1970 is how a computer says that it does not know
        return None
    if now is None and found.date <= dt.date.today():
        return found
    limit = (now or dt.datetime.now(dt.UTC)) + AHEAD
    return found if found.date <= limit.date() else None


def _usual(raw: str) -> Published | None:
    found = _USUAL.fullmatch(raw)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    if int(hour) > 23 or int(minute) > 59 or (hours and int(hours) > 23):
        return None
    away = (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1) if hours else 0
    zone = dt.timezone(dt.timedelta(minutes=away)) if away else dt.UTC
    date = dt.date(int(year), _MONTHS.index(month) + 1, int(day))
    return Published(date, dt.time(int(hour), int(minute), min(int(second), 59), tzinfo=zone))


def _written(raw: str) -> Published | None:
    from reader.sources.frontmatter import moment  # late, as what comes next

    return moment(raw)


def _mail(raw: str) -> Published | None:
    """``Mon, 05 Jan 2026 10:00:00 +0100`` and what is near it."""
    if not _ENGLISH.match(raw):
        return None
    from email.utils import parsedate_tz  # late: few feeds need it, and it loads much

    parts = parsedate_tz(raw)
    if parts is None:
        return None
    year, month, day, hour, minute, second = parts[:6]
    offset = parts[9]
    zone = raw.rsplit(" ", 1)[-1].strip("()").upper()
    if zone in _ZONES:
        offset = int(_ZONES[zone] * 3600)
    if not 1 <= month <= 12 or year < 1000:
        return None
    date = dt.date(year, month, day)
    if ":" not in raw:
        return Published(date)
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second <= 60):
        return Published(date)
    tzinfo = None
    if offset is not None and abs(offset) < 24 * 3600:
        tzinfo = dt.UTC if offset == 0 else dt.timezone(dt.timedelta(seconds=offset))
    return Published(date, dt.time(hour, minute, min(second, 59), tzinfo=tzinfo))
