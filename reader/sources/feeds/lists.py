"""Lists of feeds and pages as other programs write them: OPML, newsboat's urls, exports of Pocket and Instapaper."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator

from reader.model.address import shown
from reader.sources.decoding import BinaryError, decode
from reader.sources.errors import SourceError
from reader.sources.feeds.listed import FeedList, ListedFeed, ListedPage
from reader.sources.feeds.opml import listed_feed, read_opml
from reader.sources.feeds.wording import headline, line
from reader.sources.opening import read
from reader.sources.web.address import AddressError, web_address

MOST = 50_000
"""Lines that are read."""
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_POCKET = re.compile(rb"<title>\s*Pocket Export\s*</title>", re.IGNORECASE)
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_QUERIES = {'unread = "yes"': "is:unread", 'unread == "yes"': "is:unread"}


def is_list(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a list of feeds or pages, by its first bytes and its name."""
    try:
        head = read(path, 4096).data
    except SourceError:
        return False
    return bool(_kind(head, os.path.basename(os.fspath(path))))


def read_list(path: str | os.PathLike[str]) -> FeedList:
    """What is in a list.

    :raises SourceError: when it cannot be read or is no list.
    """
    data = read(path).data
    kind = _kind(data[:4096], os.path.basename(os.fspath(path)))
    try:
        if kind == "opml":
            return read_opml(data)
        text = decode(data).text.replace("\r\n", "\n").replace("\r", "\n")
    except BinaryError:
        raise SourceError(path, "is not text") from None
    except ValueError as error:
        raise SourceError(path, str(error)) from None
    if kind == "newsboat":
        return _newsboat(text)
    if kind == "csv":
        return _table(text)
    if kind == "pocket":
        return _pocket(data)
    raise SourceError(path, "is no list of feeds or pages")


def _kind(head: bytes, name: str) -> str:
    if _OPML.search(head):
        return "opml"
    if _POCKET.search(head):
        return "pocket"
    first = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip().lower()
    columns = [column.strip().strip(b'"') for column in first.split(b",")]
    if b"url" in columns and (b"title" in columns):
        return "csv"
    if name.lower() in ("urls", "urls.txt", "newsboat-urls"):
        return "newsboat"
    return ""


def _newsboat(text: str) -> FeedList:
    """Lines of an address, tags, and ``~title``; the first tag is the folder, as newsboat's lists use it."""
    feeds: dict[str, ListedFeed] = {}
    searches: list[tuple[str, str]] = []
    refused: list[str] = []
    for raw in text.split("\n")[:MOST]:
        words = [(first or second).replace('\\"', '"') for first, second in _WORDS.findall(raw.strip())]
        if not words or words[0].startswith("#"):
            continue
        address, rest = words[0], words[1:]
        if address.startswith("query:"):
            name, _, query = address.removeprefix("query:").partition(":")
            if query.strip() in _QUERIES:
                searches.append((line(name), _QUERIES[query.strip()]))
            else:
                refused.append(
                    f"the query feed “{line(name)}” cannot be taken over: save a search of that name instead"
                )
            continue
        title = next((line(word[1:]) for word in rest if word.startswith("~")), "")
        tags = tuple(line(word) for word in rest if not word.startswith(("~", "!")) and line(word))
        taken = listed_feed(address, title, tags[0].replace("/", "-") if tags else "", refused, tags[1:])
        if taken is not None:
            feeds.setdefault(taken.address, taken)
    return FeedList(tuple(feeds.values()), searches=tuple(searches), refused=tuple(refused))


def _table(text: str) -> FeedList:
    """CSV with a line of names: Pocket's (title, url, tags, status) or Instapaper's (URL, Title, Folder)."""
    pages: dict[str, ListedPage] = {}
    refused: list[str] = []
    for row in _rows(text):
        folder = row.get("folder", "")
        tags = [tag for tag in re.split(r"[|,]", row.get("tags", "").strip("[]")) if tag.strip(" \"'")]
        if folder and folder.lower() not in ("unread", "archive", "starred"):
            tags.append(folder)
        read = row.get("status", "").lower() in ("archive", "read") or folder.lower() == "archive"
        starred = folder.lower() == "starred"
        _add(pages, refused, row.get("url", ""), row.get("title", ""), tags, read, starred)
    return FeedList(pages=tuple(pages.values()), refused=tuple(refused))


def _rows(text: str) -> Iterator[dict[str, str]]:
    table = csv.reader(io.StringIO(text.lstrip("\ufeff").replace("\0", "")))
    try:
        names = [name.strip().lower() for name in next(table, [])]
        for at, row in enumerate(table):
            if at >= MOST:
                return
            yield dict(zip(names, row, strict=False))
    except csv.Error:
        return  # a field of more than 128 kB: what came before it stands


def _pocket(data: bytes) -> FeedList:
    import lxml.etree  # type: ignore[import-untyped]  # lxml ships no types
    import lxml.html  # type: ignore[import-untyped]

    pages: dict[str, ListedPage] = {}
    refused: list[str] = []
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (ValueError, lxml.etree.LxmlError, AssertionError):
        return FeedList(refused=("the export is damaged",))
    archive = False
    for at, node in enumerate(tree.iter("h1", "a")):
        if at >= MOST:
            break
        if node.tag == "h1":
            archive = "archive" in (node.text_content() or "").lower()
        else:
            tags = (node.get("tags") or "").split(",")
            _add(pages, refused, node.get("href") or "", node.text_content() or "", tags, archive, False)
    return FeedList(pages=tuple(pages.values()), refused=tuple(refused))


def _add(
    pages: dict[str, ListedPage],
    refused: list[str],
    address: str,
    title: str,
    tags: list[str],
    read: bool,
    starred: bool,
) -> None:
    try:
        where = web_address(address)
    except AddressError as error:
        refused.append(f"“{shown(line(address))[:80]}” {error}")
        return
    name = headline(title)
    kept = tuple(dict.fromkeys(tag for one in tags if (tag := line(one).strip(" \"'"))))
    # Both programs write the address where they know no title.
    pages.setdefault(where, ListedPage(where, "" if "://" in name else name, kept, read, starred))
