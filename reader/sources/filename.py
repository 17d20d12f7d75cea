"""What a file's name says about an article."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath

from reader.model import Published, clean_line

# 2021-12-30-talks.md, talks_2021_12_30.txt, 20211230 talks.md; never a part of a longer number or of a hash.
_DATE = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z]|[-_.]?\d{2}[-_.]\d{2}\b)")
_YEARS = range(1600, 2200)


def published_in(name: str) -> Published | None:
    """The one valid date in a file name; None without one or with two different ones."""
    found: set[dt.date] = set()
    for match in _DATE.finditer(PurePath(name).name):
        try:
            day = dt.date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
        if day.year in _YEARS:
            found.add(day)
    return Published(found.pop()) if len(found) == 1 else None


def title_of(name: str) -> str:
    """A readable title out of a file name: without suffix and leading date, hyphens and underscores as spaces."""
    stem = PurePath(name).stem or name
    bare = _DATE.sub(" ", stem)
    words = re.sub(r"[-_\s]+", " ", clean_line(bare)).strip()
    return words or re.sub(r"[-_.\s]+", " ", clean_line(stem)).strip() or clean_line(stem) or "Untitled"
