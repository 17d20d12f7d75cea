"""JSON Feed, versions 1 and 1.1 (jsonfeed.org), and what is near it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reader.sources.feeds.feed import Entry, Feed, NotAFeed
from reader.sources.feeds.moments import entry_moment
from reader.sources.feeds.wording import line
from reader.sources.web.address import joined


def parse_json(text: str, address: str) -> Feed:
    """The feed of a JSON text that came from ``address``.

    :raises NotAFeed: when it is none.
    """
    try:
        # Numbers stay words: an id of ten thousand digits is an id.
        data = json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise NotAFeed("is damaged JSON") from None
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise NotAFeed("is JSON, but no feed")
    site = joined(address, _text(data.get("home_page_url")))
    language = line(_text(data.get("language")))
    entries = tuple(_entry(item, site or address, language) for item in data["items"] if isinstance(item, dict))
    return Feed(line(_text(data.get("title"))), site, entries, language)


def _entry(item: dict[str, Any], base: str, language: str) -> Entry:
    link = joined(base, _text(item.get("url"))) or joined(base, _text(item.get("external_url")))
    html = _text(item.get("content_html"))
    plain = _text(item.get("content_text"))
    return Entry(
        guid=line(_text(item.get("id"))),
        link=link,
        title=line(_text(item.get("title"))),
        published=entry_moment(_text(item.get("date_published"))) or entry_moment(_text(item.get("date_modified"))),
        author=", ".join(dict.fromkeys(_names(item))),
        content=html or plain,
        summary="" if html or plain else _text(item.get("summary")),
        html=bool(html),
        language=line(_text(item.get("language"))) or language,
        base=link or base,
        tags=tuple(word for tag in _list(item.get("tags")) if (word := line(_text(tag)))),
        attached=tuple(
            found
            for one in _list(item.get("attachments"))
            if isinstance(one, dict) and (found := joined(base, _text(one.get("url"))))
        ),
    )


def _names(item: dict[str, Any]) -> Iterator[str]:
    for one in [*_list(item.get("authors")), item.get("author")]:
        if isinstance(one, dict) and (name := line(_text(one.get("name")))):
            yield name


def _list(value: Any) -> list[Any]:
    return value[:100] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
