"""The article out of an HTML page, as Markdown, with what the page says about it. Nothing is ever fetched."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.model import Published, clean_line, unix_newlines
from reader.sources.frontmatter import moment
from reader.sources.markup import markdown_of

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_UNREAD = ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "form", "button", "nav")
_BLOCK_TAGS = (
    "address article aside blockquote div dd dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li "
    "main ol p pre section table tr ul br"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dc.date.created", "dcterms.date", "citation_publication_date", "citation_date", "pubdate", "publishdate",
    "publish-date", "publication_date", "publication-date", "article.published", "originalpublicationdate", "date",
)  # fmt: skip
DEPTH = 200
"""Elements within each other; a page of more is taken for its words alone."""
_SHORT = 600
"""Characters below which an extracted article is not trusted."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article found in a page; clean but for ``body``, which the builder cleans."""

    body: str
    markdown: bool
    """Whether ``body`` is Markdown; plain text when no article was found and the tags were only taken off."""
    title: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    published: Published | None = None


def declared_encoding(data: bytes) -> str:
    """The encoding that the page's first lines name; empty without one."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def article(html: str, address: str = "") -> Page:
    """The article of a page; with all of the page's words as plain text when there is none to be found.

    :param address: where the page came from: its relative links are then whole.
    """
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types
    import lxml.html  # type: ignore[import-untyped]

    html = unix_newlines(html).replace("\0", "")
    try:
        # From bytes: a str with an XML declaration would be refused.
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (ValueError, lxml.etree.LxmlError, AssertionError):
        return Page(re.sub(r"<[^<>]{0,1000}>", " ", html), markdown=False)
    if address:
        tree.make_links_absolute(address, handle_failures="discard")
        html = lxml.html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
    said = _said(tree)
    if depth(tree) > DEPTH:
        return Page(words(tree), markdown=False, **said)
    body = _extracted(html)
    if len(body) < _SHORT:
        # Too little for the article finder, which then gives words without structure, or nothing.
        body = markdown_of(_middle(tree)) or body
    else:
        body = _quoted(body, tree)
    return Page(body, markdown=True, **said)


def _extracted(html: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it would write on the screen
    try:
        body = trafilatura.extract(
            html,
            output_format="markdown",
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
            with_metadata=False,
        )
    except Exception:  # a page that trips the extractor still has its words
        return ""
    return str(body or "")


def _quoted(body: str, tree: Any) -> str:
    """``body`` with the page's block quotations marked again, which the article finder makes plain paragraphs."""
    quotes: set[str] = set()
    for node in tree.iter("blockquote"):
        for part in [node, *node.iter("p")]:
            quotes.add(_letters(part.text_content()))
    quotes.discard("")
    if not quotes:
        return body
    paragraphs = body.split("\n\n")
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.startswith((">", "#", "|", "```")) and _letters(paragraph) in quotes:
            paragraphs[at] = "\n".join(f"> {line}" for line in paragraph.strip("\n").split("\n"))
    return "\n\n".join(paragraphs)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _middle(tree: Any) -> Any:
    """The element that holds the article: the only ``article``, else ``main``, else the body."""
    for name in ("article", "main", "body"):
        found = list(tree.iter(name))
        if len(found) == 1:
            return found[0]
    return tree


def depth(tree: Any) -> int:
    """How many elements there are within each other."""
    deepest = level = 0
    import lxml.etree

    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def words(tree: Any) -> str:
    """All words of the page, block elements on lines of their own."""
    pieces: list[str] = []
    skipped = 0
    import lxml.etree

    root = tree.find("body")
    for event, node in lxml.etree.iterwalk(tree if root is None else root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else "!"
        dropped = tag in _UNREAD or tag == "!"
        if event == "start":
            skipped += dropped
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if not skipped and node.text:
                pieces.append(re.sub(r"\s+", " ", node.text) if tag != "pre" else node.text)
        else:
            skipped -= dropped
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if not skipped and node.tail:
                pieces.append(re.sub(r"\s+", " ", node.tail))
    lines = (line.strip() for line in re.split(r"\s*\n\s*\n\s*", "".join(pieces)))
    return "\n\n".join(line for line in lines if line)


def _said(tree: Any) -> dict[str, Any]:
    """Title, author, source, language and date as the page's metadata have them."""
    metas: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        value = (node.get("content") or "").strip()
        if name and value:
            metas.setdefault(name.strip().lower(), value)
    linked = list(_linked_data(tree))

    def first(*values: str) -> str:
        return next((line for value in values if (line := clean_line(value).strip())), "")

    heads = [" ".join(node.text_content().split()) for node in tree.iter("h1")]
    head = tree.find(".//title")
    author = metas.get("author", "")
    return {
        "title": first(
            metas.get("og:title", ""),
            *(_text(item.get("headline")) for item in linked),
            metas.get("twitter:title", ""),
            heads[0] if len(heads) == 1 else "",
            " ".join(head.text_content().split()) if head is not None else "",
            *heads,
        ),
        "author": first(
            author if "://" not in author else "",
            *(_text(item.get("author")) for item in linked),
            metas.get("article:author", "") if "://" not in metas.get("article:author", "") else "",
            metas.get("byl", "").removeprefix("By "),
            metas.get("dc.creator", ""),
        ),
        "source": first(
            metas.get("og:site_name", ""),
            *(_text(item.get("publisher")) for item in linked),
            metas.get("application-name", ""),
            metas.get("dc.publisher", ""),
        ),
        "language": first(tree.get("lang") or "", metas.get("og:locale", "").replace("_", "-")),
        "published": _published(tree, metas, linked),
    }


def _published(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> Published | None:
    """The date that the page itself declares; text, address and copyright line are not guessed from."""
    for raw in (*(_text(item.get("datePublished")) for item in linked), *(metas.get(name, "") for name in _DATES)):
        if raw and (published := moment(raw)):
            return published
    for node in tree.iter("time"):
        marked = node.get("pubdate") is not None or (node.get("itemprop") or "").lower() == "datepublished"
        if marked and (published := moment(node.get("datetime") or node.text_content())):
            return published
    days = {node.get("datetime") for article_node in tree.iter("article") for node in article_node.iter("time")}
    return moment(days.pop() or "") if len(days) == 1 else None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD items (schema.org) that carry a headline or a date."""
    for node in tree.iter("script"):
        if (node.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads((node.text or "")[:200_000], strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [data]
        for _ in range(1000):
            if not queue:
                break
            item = queue.pop(0)
            if isinstance(item, list):
                queue += item[:100]
            elif isinstance(item, dict):
                if "headline" in item or "datePublished" in item:
                    yield item
                queue += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return "" if value.startswith(("http://", "https://")) else value
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for item in value[:20] if (name := _text(item)))
    return ""
