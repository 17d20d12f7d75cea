"""OPML, in and out: outlines of feeds in folders (opml.org, version 2.0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import quoteattr

from reader.model.address import shown
from reader.sources.feeds.listed import FeedList, ListedFeed
from reader.sources.feeds.wording import line
from reader.sources.web.address import AddressError, web_address

MOST = 20_000
"""Outlines that are looked at."""
_MOST_TAGS = 50
_DEPTH = 20
_COMMANDS = ("|", "exec:", "filter:")


def read_opml(data: bytes) -> FeedList:
    """Feeds of an OPML file with their folders; nothing in it is run, and no entity of it is fetched.

    :raises ValueError: when it is none, in a few words.
    """
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types

    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=True
    )
    try:
        root = lxml.etree.fromstring(data.strip(), parser)
    except (ValueError, lxml.etree.LxmlError):
        root = None
    if root is None or str(getattr(root, "tag", "")).lower() != "opml":
        raise ValueError("is no OPML")
    feeds: dict[str, ListedFeed] = {}
    refused: list[str] = []
    stack: list[tuple[Any, str, int]] = [
        (node, "", 0) for body in root if str(body.tag).lower() == "body" for node in reversed(body)
    ]
    seen = 0
    while stack and seen < MOST:
        node, folder, depth = stack.pop()
        seen += 1
        if not isinstance(node.tag, str):
            continue
        said = {name.lower(): value for name, value in node.attrib.items()}
        name = line(said.get("title") or said.get("text") or "")
        address = said.get("xmlurl") or said.get("url" if said.get("type", "").lower() in ("rss", "atom") else "") or ""
        if address.strip():
            if "filtercmd" in said:
                refused.append(
                    f"the filter of {shown(name or line(address))} is not run: commands from a list never are"
                )
            path, tags = _categories(said.get("category") or "", folder)
            taken = listed_feed(address, name, path, refused, tags)
            if taken is not None:
                known = feeds.get(taken.address, taken)  # where it stands twice, for each of its categories
                feeds[known.address] = replace(known, tags=tuple(dict.fromkeys((*known.tags, *taken.tags))))
        elif depth < _DEPTH and len(node):
            inner = "/".join(part for part in (folder, name.replace("/", "-")) if part)
            stack += [(child, inner, depth + 1) for child in reversed(node)]
    if stack:
        refused.append(f"only the first {MOST:,} outlines were read")
    return FeedList(tuple(feeds.values()), refused=tuple(refused))


def _categories(said: str, folder: str) -> tuple[str, tuple[str, ...]]:
    """Folder and tags of a feed that stands in ``folder``.

    Categories are parted by commas; one with a slash at its head is a path, one without is a tag (OPML 2.0, category).
    Of a feed that stands in no folder the first path is the folder; any other path is a tag.
    """
    tags: list[str] = []
    for one in said.split(",")[:_MOST_TAGS]:
        names = "/".join(name for part in one.split("/") if (name := line(part)))
        if one.lstrip().startswith("/") and names and not folder:
            folder = names
        elif names:
            tags.append(names.removeprefix("#"))
    return folder, tuple(dict.fromkeys(filter(None, tags)))


def listed_feed(
    address: str, title: str, folder: str, refused: list[str], tags: tuple[str, ...] = ()
) -> ListedFeed | None:
    """A feed of a list, or a sentence more in ``refused``."""
    raw = line(address)
    if raw.lower().startswith(_COMMANDS):
        refused.append(f"“{raw[:80]}” is not followed: a command from a list is never run")
        return None
    try:
        return ListedFeed(web_address(address), title, folder, tags)
    except AddressError as error:
        refused.append(f"“{shown(raw)[:80]}” {error}")
        return None


def write_opml(feeds: Iterable[ListedFeed], title: str = "Feeds of Dateline") -> str:
    """The feeds as OPML, in their folders."""
    tree: dict[str, Any] = {}
    for feed in feeds:
        at = tree
        for name in filter(None, feed.folder.split("/")):
            at = at.setdefault(name, {})
        at.setdefault("", []).append(feed)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<opml version="2.0">']
    lines += [f"  <head><title>{_escaped(title)}</title></head>", "  <body>"]
    lines += _outlines(tree, "    ")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _outlines(tree: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for name, inner in tree.items():
        if name:
            lines.append(f"{indent}<outline text={quoteattr(name)} title={quoteattr(name)}>")
            lines += _outlines(inner, indent + "  ")
            lines.append(f"{indent}</outline>")
    for feed in tree.get("", ()):
        name = feed.title or shown(feed.address)
        # A slash at its head would make a tag a folder.
        tags = f" category={quoteattr(','.join(tag.lstrip('/') for tag in feed.tags))}" if feed.tags else ""
        lines.append(
            f'{indent}<outline type="rss" text={quoteattr(name)} title={quoteattr(name)}'
            f" xmlUrl={quoteattr(feed.address)}{tags}/>"
        )
    return lines


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
