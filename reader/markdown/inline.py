"""Inline tokens of one paragraph into its text and style runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from reader.markdown.addresses import addresses
from reader.markdown.cells import whole
from reader.markdown.tags import read_tag
from reader.model import Style, StyleRun, clean_line

_OPEN = {"em_open": Style.EMPHASIS, "strong_open": Style.STRONG, "s_open": Style.STRIKE}
_CLOSE = {"em_close": Style.EMPHASIS, "strong_close": Style.STRONG, "s_close": Style.STRIKE}
_TAG_STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "s": Style.STRIKE,
    "del": Style.STRIKE,
    "strike": Style.STRIKE,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
}
_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class Links:
    """Link targets of a document, numbered from 1 by first appearance; the same target has one number."""

    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, target: str) -> int:
        """Number of ``target``; 0 for an empty one."""
        target = clean_line(target).strip()
        return self._numbers.setdefault(target, len(self._numbers) + 1) if target else 0

    @property
    def targets(self) -> tuple[str, ...]:
        """All targets, clean, by number."""
        return tuple(self._numbers)


@dataclass(slots=True)
class Inline:
    """Text and runs of one paragraph as they grow; ends with :meth:`finish`."""

    links: Links
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _runs: list[StyleRun] = field(default_factory=list)
    _open: list[tuple[Style, int, int]] = field(default_factory=list)
    """Style, start and link number of runs that are not closed yet."""

    def finish(self) -> tuple[str, list[StyleRun]]:
        """The text without white space at its ends, and its runs, outer before inner, offsets into that text."""
        for style, _start, _link in reversed(self._open.copy()):
            self._end(style)
        raw = "".join(self._parts)
        text = raw.strip()
        if not self._runs:
            return text, []
        cut = len(raw) - len(raw.lstrip())
        size = len(text)
        runs = [
            StyleRun(whole(text, max(start, 0)), whole(text, min(end, size)), run.style, run.link)
            for run in reversed(self._runs)  # the outer of two that are alike was closed last
            if (start := run.start - cut) < size and (end := run.end - cut) > 0
        ]
        runs = [run for run in runs if run.start < run.end]
        runs.sort(key=lambda run: (run.start, -run.end))
        return text, runs

    def text(self, content: str) -> None:
        """Add running text; addresses in it become links unless it stands in one."""
        if "\n" in content:
            content = _BREAKS.sub(" ", content)  # only an entity can have brought it here
        if "://" in content and not any(style is Style.LINK for style, _, _ in self._open):
            for start, end in addresses(content):
                link = self.links.number(content[start:end])
                self._runs.append(StyleRun(self._length + start, self._length + end, Style.LINK, link))
        self._add(content)

    def tokens(self, tokens: Sequence[Token]) -> None:
        """Add what inline tokens stand for."""
        for token in tokens:
            kind = token.type
            if kind == "text" or kind == "text_special":
                self.text(token.content)
            elif kind in _OPEN:
                self._begin(_OPEN[kind])
            elif kind in _CLOSE:
                self._end(_CLOSE[kind])
            elif kind == "softbreak":
                self._add(" ")
            elif kind == "hardbreak":
                self._add("\n")
            elif kind == "code_inline":
                self._begin(Style.CODE)
                self._add(token.content.replace("\n", " "))
                self._end(Style.CODE)
            elif kind == "link_open":
                self._begin(Style.LINK, self.links.number(str(token.attrGet("href") or "")))
            elif kind == "link_close":
                self._end(Style.LINK)
            elif kind == "image":
                alt = Inline(Links())
                alt.tokens(token.children or ())
                title = str(token.attrGet("title") or "")
                self._image(alt.finish()[0].replace("\n", " ") or title, str(token.attrGet("src") or ""))
            elif kind == "html_inline":
                self._html(token.content)

    def _html(self, raw: str) -> None:
        tag = read_tag(raw)
        if tag is None:
            if not raw.startswith("<!--"):
                self._add(raw)
        elif tag.name == "br":
            self._add("\n")
        elif tag.name == "img":
            self._image(tag.attribute("alt") or tag.attribute("title"), tag.attribute("src"))
        elif tag.name == "a":
            if tag.closing:
                self._end(Style.LINK)
            elif target := tag.attribute("href"):
                self._begin(Style.LINK, self.links.number(target))
        elif style := _TAG_STYLES.get(tag.name):
            if tag.closing:
                self._end(style)
            else:
                self._begin(style)

    def _image(self, alt: str, source: str) -> None:
        """An image is its description, or the name of its file; it is numbered unless it stands in a link."""
        linked = any(style is Style.LINK for style, _, _ in self._open)
        self._begin(Style.IMAGE, 0 if linked else self.links.number(source))
        self._add(_BREAKS.sub(" ", alt).strip() or _file_name(source))
        self._end(Style.IMAGE)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _begin(self, style: Style, link: int = 0) -> None:
        self._open.append((style, self._length, link))

    def _end(self, style: Style) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is style:
                _, start, link = self._open.pop(index)
                shown = link > 0 if style is Style.LINK else all(style is not outer for outer, _, _ in self._open)
                if shown and start < self._length:
                    self._runs.append(StyleRun(start, self._length, style, link))
                return


def _file_name(source: str) -> str:
    try:
        path = urlsplit(source).path
    except ValueError:
        return ""
    return unquote(path.rstrip("/").rsplit("/", 1)[-1])[:80]
