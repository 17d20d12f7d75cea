"""Front matter: the few lines between ``---`` on top of an article, as note keepers and site builders write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from reader.model import Published, clean_line

_KEY = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:[ \t]+(.*)|[ \t]*)$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_LINES = 200
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says; all of it clean, empty where it says nothing."""

    title: str = ""
    published: Published | None = None
    author: str = ""
    source: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""


def split(text: str) -> tuple[FrontMatter | None, str, int]:
    """Part the front matter from the article: ``(front matter or None, the rest, its first line's number from 1)``.

    ``text`` has ``\\n`` for newlines. What merely begins with a rule (``---``) is left as it is.
    """
    if not text.startswith("---"):
        return None, text, 1
    first = text.partition("\n")[0]
    if first.rstrip() != "---":
        return None, text, 1
    lines: list[str] = []
    at = len(first) + 1
    while len(lines) < _LINES:
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if line.rstrip() in ("---", "..."):
            values = _values(lines)
            if values is None or (not values and any(line.strip() for line in lines)):
                return None, text, 1
            return _meant(values), text[end + 1 :] if end >= 0 else "", len(lines) + 3
        if end < 0:
            break
        lines.append(line)
        at = end + 1
    return None, text, 1


def _values(lines: list[str]) -> dict[str, list[str]] | None:
    """Each key with its values; None when the lines are no front matter but an article between two rules."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (item := _ITEM.match(line)) and key:
            values[key] += [_scalar(item[1])]
        elif line[0] in " \t" and key:
            values[key] = [" ".join([*values[key], _scalar(line.strip())]).lstrip("|>- ").strip()]
        elif pair := _KEY.match(line):
            key = pair[1].strip().lower().replace("-", "_").replace(" ", "_")
            values[key] = _several(pair[2] or "")
        else:
            return None
    return values


def _several(raw: str) -> list[str]:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        parts = re.findall(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)""", raw[1:-1])
        return [value for part in parts if (value := _scalar(part))]
    value = _scalar(raw)
    return [value] if value else []


def _scalar(raw: str) -> str:
    raw = raw.strip()
    if len(raw) >= 2 and raw[0] == raw[-1] == '"':
        return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), raw[1:-1])
    if len(raw) >= 2 and raw[0] == raw[-1] == "'":
        return raw[1:-1].replace("''", "'")
    raw = re.sub(r"\s+#.*$", "", raw)
    return "" if raw in ("~", "null") else raw


def _meant(values: dict[str, list[str]]) -> FrontMatter:
    def said(*keys: str) -> str:
        return next((clean_line(", ".join(values[key])).strip() for key in keys if values.get(key)), "")

    published = None
    for key in ("published", "date", "date_published", "publication_date", "pubdate", "publish_date", "created"):
        if values.get(key) and (published := moment(values[key][0])):
            break
    tags = values.get("tags") or values.get("keywords") or []
    if len(tags) == 1:
        tags = re.split(r"\s*,\s*", tags[0])
    return FrontMatter(
        title=said("title", "headline"),
        published=published,
        author=said("author", "authors", "byline", "creator"),
        source=said("source", "site", "site_name", "publisher", "publication", "newspaper", "website"),
        language=said("language", "lang"),
        tags=tuple(tag for raw in tags if (tag := clean_line(raw).strip().removeprefix("#"))),
        url=said("url", "link", "source_url", "canonical_url"),
    )


def moment(raw: str) -> Published | None:
    """A date or time as metadata write it: ISO 8601 in its variants; None for what cannot be read for certain."""
    raw = raw.strip()
    match = re.match(
        r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
        r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)",
        raw,
    )
    try:
        if not match:
            compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", raw)
            return Published(dt.date(*map(int, compact.groups()))) if compact else None
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return Published(day)
        return Published(day, dt.time(int(match[4]), int(match[5]), int(match[6] or 0), tzinfo=_zone(match[7])))
    except ValueError:
        return None


def _zone(raw: str | None) -> dt.timezone | None:
    if raw is None:
        return None
    if raw in ("Z", "UTC", "GMT"):
        return dt.UTC
    digits = raw[1:].replace(":", "")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if raw[0] == "-" else offset)
