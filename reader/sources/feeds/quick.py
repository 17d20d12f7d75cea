"""Well-formed RSS 2.0 and Atom, read by lxml in a tenth of feedparser's time; what is any odder is left to feedparser.

A refresh of 500 feeds spends most of its time in reading them (tests/bench/feeds.py). A test holds the two readings of
one feed against each other.
"""

from __future__ import annotations

from typing import Any

from reader.model import Published
from reader.sources.feeds.feed import Entry, Feed
from reader.sources.feeds.moments import entry_moment
from reader.sources.feeds.wording import headline, line
from reader.sources.web.address import joined

_ATOM = "{http://www.w3.org/2005/Atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ODD = {
    b"xml:": (b"xml:base", b"xml:lang"),
    b"<!": (b"<!DOCTYPE", b"<!doctype", b"<!ENTITY"),
    b"mode=": (b'mode="', b"mode='"),
}
"""What feedparser knows more of, by what it begins with: few feeds have even that."""


def quick_feed(data: bytes, address: str) -> Feed | None:
    """The feed of well-formed UTF-8 data; None for anything else."""
    if any(start in data and any(odd in data for odd in odds) for start, odds in _ODD.items()):
        return None
    if b"encoding=" in data[:200] and b"utf-8" not in data[:200].lower():
        return None
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types

    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        data.decode("utf-8")
        root = lxml.etree.fromstring(data, parser)
    except (UnicodeDecodeError, ValueError, lxml.etree.LxmlError):
        return None
    if root.tag == "rss" and root.get("version", "").startswith("2"):
        return _rss(root, address)
    return _atom(root, address) if root.tag == f"{_ATOM}feed" else None


def _rss(root: Any, address: str) -> Feed | None:
    channels = root.findall("channel")
    if len(channels) != 1 or root.find("item") is not None:
        return None
    channel = channels[0]
    if any(isinstance(node.tag, str) and node.tag[0] != "{" and node.tag not in _OF_CHANNEL for node in channel):
        return None
    language = line(_text(channel.find("language")))
    entries: list[Entry] = []
    for node in channel.findall("item"):
        found = _item(node, address, language)
        if found is None:
            return None
        entries.append(found)
    return Feed(
        headline(_text(channel.find("title"))), joined(address, _text(channel.find("link"))), tuple(entries), language
    )


def _item(node: Any, address: str, language: str) -> Entry | None:
    said: dict[str, Any] = {}
    tags: list[str] = []
    attached: list[str] = []
    for child in node:
        name = child.tag  # made anew each time that it is asked for
        if not isinstance(name, str):
            continue
        if name in _PLAIN:
            if name in said or len(child):
                return None  # twice, or with elements in it where text belongs
            said[name] = child
        elif name == "category":
            tags.append(line(_text(child)))
        elif name == "enclosure":
            attached.append(joined(address, child.get("url") or ""))
        elif name.startswith((_ATOM, _STRANGE)) or (name[0] != "{" and name != "comments"):
            return None
    guid = said.get("guid")
    key = _text(guid)
    link = _text(said.get("link"))
    if not link and guid is not None and guid.get("isPermaLink", "true") == "true" and "://" in key:
        link = key
    content, summary = _text(said.get(_CONTENT)), _text(said.get("description"))
    if content == summary:
        summary = ""
    source = said.get("source")
    whole = joined(address, link)
    return Entry(
        guid=line(key),
        link=whole,
        title=headline(_text(said.get("title"))),
        published=_published(said, ("pubDate", f"{_DC}date")),
        author=line(_text(said.get("author")) or _text(said.get(f"{_DC}creator"))),
        content=content,
        summary=summary,
        html=True,
        source=headline(_text(source)) if source is not None else "",
        language=language,
        base=whole or address,
        tags=tuple(tag for tag in tags if tag),
        attached=tuple(dict.fromkeys(one for one in attached if one)),
    )


_PLAIN = frozenset(
    ("title", "link", "guid", "description", "pubDate", "author", "source", _CONTENT, f"{_DC}date", f"{_DC}creator")
)
_STRANGE = f"{_DC}title"
"""An element of another format, which feedparser takes for the one that it resembles."""
_OF_CHANNEL = frozenset(
    (
        *("item", "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate"),
        *("lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "textInput", "skipHours"),
        *("skipDays", "rating"),
    )
)


def _atom(root: Any, address: str) -> Feed | None:
    entries: list[Entry] = []
    for node in root.findall(f"{_ATOM}entry"):
        found = _entry(node, address)
        if found is None:
            return None
        entries.append(found)
    site = next(
        (link.get("href") for link in root.findall(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"), ""
    )
    return Feed(headline(_text(root.find(f"{_ATOM}title"))), joined(address, site or ""), tuple(entries), "")


def _entry(node: Any, address: str) -> Entry | None:
    said: dict[str, Any] = {}
    links: list[str] = []
    attached: list[str] = []
    tags: list[str] = []
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.removeprefix(_ATOM)
        if name == "link":
            relation = child.get("rel", "alternate")
            if relation == "enclosure":
                attached.append(joined(address, child.get("href") or ""))
            elif relation == "alternate":
                links.append(child.get("href") or "")
            elif relation in ("self", "via"):
                return None
        elif name == "category":
            tags.append(line(child.get("term") or ""))
        elif name in _OF_ATOM:
            kind = child.get("type", "text")
            if name in said or kind not in ("text", "html") or child.get("src") or (name != "author" and len(child)):
                return None
            said[name] = child
        elif name == "source" or not child.tag.startswith(_ATOM):
            return None
    content, summary = said.get("content"), said.get("summary")
    body, brief = _text(content), _text(summary)
    if body == brief:
        brief = ""
    shown = content if body else summary
    title = said.get("title")
    author = said.get("author")
    whole = joined(address, next((link for link in links if link), ""))
    return Entry(
        guid=line(_text(said.get("id"))),
        link=whole,
        title=headline(_text(title)),
        published=_published(said, ("published", "updated")),
        author=line(_text(author.find(f"{_ATOM}name"))) if author is not None else "",
        content=body,
        summary=brief,
        html=shown is not None and (shown.get("type") == "html" or "<" in (body or brief) or "&" in (body or brief)),
        base=whole or address,
        tags=tuple(tag for tag in tags if tag),
        attached=tuple(dict.fromkeys(one for one in attached if one)),
    )


_OF_ATOM = frozenset(("id", "title", "content", "summary", "published", "updated", "author"))


def _published(said: dict[str, Any], names: tuple[str, ...]) -> Published | None:
    for name in names:
        if name in said and (found := entry_moment(_text(said[name]))):
            return found
    return None


def _text(node: Any) -> str:
    return (node.text or "").strip() if node is not None else ""
