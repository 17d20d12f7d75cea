"""Bytes into a feed: RSS of all versions, Atom, RDF and CDF through feedparser, JSON Feed and what is plain by our own
hand."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from reader.model import Published
from reader.sources.feeds.feed import Entry, Feed, NotAFeed
from reader.sources.feeds.moments import entry_moment
from reader.sources.feeds.quick import quick_feed
from reader.sources.feeds.wording import headline, line
from reader.sources.web.address import joined

_DATES = ("published", "issued", "date", "created", "updated", "modified")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,300}\?>")
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_HOLDER = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>/]", re.IGNORECASE)


def parse_feed(data: bytes, address: str, charset: str = "") -> Feed:
    """The feed that ``data`` is, which came from ``address``; no entry is lost when a part of it is malformed.

    :param charset: what the server said of its encoding; the data know better where the two differ.
    :raises NotAFeed: in a few words.
    """
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if start[:1] in (b"{", b"["):
        return _json(data, address, charset)
    if is_html(data):
        raise NotAFeed("is a web page")
    return quick_feed(data, address) or parse_xml(data, address, charset)


def _json(data: bytes, address: str, charset: str) -> Feed:
    from reader.sources.decoding import BinaryError, decode
    from reader.sources.feeds.jsonfeed import parse_json

    try:
        return parse_json(decode(data, charset).text.lstrip("\ufeff"), address)
    except BinaryError:
        raise NotAFeed("is not text") from None


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return True
    return _XHTML.search(head) is not None and _HOLDER.search(head) is None


def parse_xml(data: bytes, address: str, charset: str = "") -> Feed:
    """The feed of XML, however malformed, through feedparser.

    :raises NotAFeed: in a few words.
    """
    try:
        found = _read(data, charset)
    except Exception:  # feedparser trips over damaged declarations; what they belong to can still be read
        from reader.sources.decoding import decode

        try:
            text = _DECLARATION.sub("", decode(data, charset).text.replace("\0", ""), count=1)
            found = _read(text.encode("utf-8", "replace"), "utf-8")
        except Exception:
            raise NotAFeed("is too damaged to be read") from None
    if not found.get("entries") and not found.get("version"):  # of nothing at all, feedparser tells no version
        raise NotAFeed("is no feed")
    head = found.feed
    language = line(str(head.get("language") or ""))
    site = joined(address, str(head.get("link") or ""))
    entries = tuple(_entry(dict(one), address, language) for one in found.entries)
    return Feed(headline(str(head.get("title") or "")), site, entries, language)


def _read(data: bytes, charset: str) -> Any:
    import feedparser  # some 60 ms to load

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    # A stream, never the bytes themselves: feedparser would take them for an address or a path and open it.
    return feedparser.parse(
        io.BytesIO(data),
        # Without its address: guids would be made whole with it, and be others when the feed moves. Links are, here.
        response_headers={"content-type": kind},
        sanitize_html=False,  # nothing of it is shown as HTML: what is no text falls away
        resolve_relative_uris=False,
    )


def _entry(one: dict[str, Any], address: str, language: str) -> Entry:
    link = next((found for raw in _links(one) if (found := joined(address, raw))), "")
    content, content_html, base = _content(one)
    summary, summary_html = _detail(one.get("summary_detail"), str(one.get("summary") or ""))
    if content and summary == content:
        summary = ""
    source = one.get("source")
    return Entry(
        guid=line(str(one.get("id") or "")),
        link=link,
        title=headline(str(one.get("title") or "")),
        published=_published(one),
        author=line(str(one.get("author") or "")),
        content=content,
        summary=summary,
        html=content_html if content else summary_html,
        source=headline(str(source.get("title") or "")) if isinstance(source, dict) else "",
        language=line(str(one.get("language") or "")) or language,
        base=joined(address, base) or link or address,
        tags=tuple(word for tag in _parts(one, "tags") if (word := line(str(tag.get("term") or "")))),
        attached=tuple(
            dict.fromkeys(
                found
                for part in _parts(one, "links")
                if part.get("rel") == "enclosure" and (found := joined(address, str(part.get("href") or "")))
            )
        ),
    )


def _links(one: dict[str, Any]) -> Iterator[str]:
    first = str(one.get("link") or "")
    # A guid stands in for a missing link; one that is no address means none.
    if first != one.get("id") or "://" in first:
        yield first
    for link in _parts(one, "links"):
        if link.get("rel", "alternate") in ("alternate", "self", "via"):
            yield str(link.get("href") or "")


def _parts(one: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Details of an entry; in a damaged one other things stand in their place."""
    found = one.get(name)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def _content(one: dict[str, Any]) -> tuple[str, bool, str]:
    """The longest content, whether it is HTML, and the address that its links start from."""
    parts = [part for part in _parts(one, "content") if str(part.get("value") or "").strip()]
    texts = [part for part in parts if "html" in str(part.get("type")) or str(part.get("type")).startswith("text/")]
    if not texts:
        return "", True, ""
    best = max(texts, key=lambda part: len(part["value"]))
    value, html = _detail(best, str(best["value"]))
    return value, html, str(best.get("base") or "")


def _detail(detail: Any, value: str) -> tuple[str, bool]:
    kind = str(detail.get("type") or "") if isinstance(detail, dict) else ""
    return value.strip(), "html" in kind or "<" in value or "&" in value


def _published(one: dict[str, Any]) -> Published | None:
    for name in _DATES:
        raw = one.get(name)
        if raw and (found := entry_moment(str(raw))):
            return found
    return None
