"""Feeds that a web page offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.sources.decoding import BinaryError, decode
from reader.sources.feeds.wording import line
from reader.sources.html import declared_encoding
from reader.sources.web.address import joined

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml",
          "application/xml", "application/json")  # fmt: skip
_ENDS = ("rss", "atom", "feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", ".rss", ".rdf")


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that a page names."""

    address: str
    title: str


def offers(data: bytes, address: str, charset: str = "") -> list[Offer]:
    """The feeds of a page, those that it declares first; feeds of comments last."""
    tree = _tree(data, charset)
    if tree is None:
        return []
    base = next((whole for node in tree.iter("base") if (whole := joined(address, node.get("href") or ""))), address)
    found: dict[str, str] = {}
    for node in tree.iter("link"):
        relation = (node.get("rel") or "").lower().split()
        kind = (node.get("type") or "").partition(";")[0].strip().lower()
        if ("alternate" in relation and kind in _TYPES) or "feed" in relation:
            where = joined(base, node.get("href") or "")
            if where:
                found.setdefault(where, line(node.get("title") or ""))
    if not found:
        for node in tree.iter("a"):
            where = joined(base, node.get("href") or "")
            if where.rstrip("/").lower().endswith(_ENDS):
                found.setdefault(where, line(node.text_content() or ""))
    listed = [Offer(where, title) for where, title in found.items()]
    return sorted(listed[:50], key=lambda one: "comment" in f"{one.address} {one.title}".lower())


def is_article(data: bytes, charset: str = "") -> bool:
    """Whether a page says of itself that it is one article, and no site's front."""
    tree = _tree(data, charset)
    if tree is None:
        return False
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or "").lower()
        if name == "og:type":
            return "article" in (node.get("content") or "").lower()
        if name == "article:published_time":
            return True
    kinds = ('"NewsArticle"', '"Article"', '"BlogPosting"', '"ReportageNewsArticle"')
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json" and any(
            kind in (node.text or "") for kind in kinds
        ):
            return True
    return len(list(tree.iter("article"))) == 1 and len(list(tree.iter("h1"))) == 1


def _tree(data: bytes, charset: str) -> Any:
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types
    import lxml.html  # type: ignore[import-untyped]

    try:
        text = decode(data, charset or declared_encoding(data)).text.replace("\0", "")
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (BinaryError, ValueError, lxml.etree.LxmlError, AssertionError):
        return None
