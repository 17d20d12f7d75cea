"""An article: its plain text, and what is known about the ranges of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reader.model.published import Published
from reader.model.span import Span

BUILDER = 1
"""Version of the rules that turn a source into ``Document.text``. A higher one makes new text versions."""


class BlockKind(StrEnum):
    """What a block is, in CommonMark's terms."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


class Style(StrEnum):
    """What an inline run is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"


class StyleRun(NamedTuple):
    """A range of text in one inline style.

    Named tuples, this and :class:`Block`: a large text has them by the ten thousand, and they are made and sent from
    process to process in a third of a dataclass's time.
    """

    start: int
    end: int
    style: Style
    link: int = 0
    """Number of the link, counted from 1 as shown to the reader; 0 when the run is none."""


class Block(NamedTuple):
    """A paragraph, heading, list item's paragraph, code block, table or rule, in reading order."""

    kind: BlockKind
    start: int
    end: int
    line: int = 0
    """Line in the source file where the block begins, from 1; 0 when there is no such file."""
    level: int = 0
    """Heading level 1 to 6; otherwise 0."""
    indent: int = 0
    """How many lists enclose the block."""
    quote: int = 0
    """How many block quotations enclose the block."""
    marker: str = ""
    """List marker drawn before an item's first paragraph (``•``, ``3.``); empty for its further paragraphs."""
    info: str = ""
    """Language of a code block."""
    reflow: bool = False
    """Whether single newlines in the block are only hard wrapping and may be drawn as spaces."""
    runs: tuple[StyleRun, ...] = ()
    """Inline styles by start; they may nest."""

    @property
    def span(self) -> Span:
        """The block's range in ``Document.text``."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """One text version of an article.

    ``text`` is clean plain text in reading order, blocks joined by a blank line; every position in the program is a
    half-open range of code points in it.
    """

    id: str
    """Known by its origin, stable over its versions: see :func:`document_id`."""
    origin: str
    """``file:`` and an absolute path, ``url:`` and an address, ``feed:`` and item id, or ``stdin:`` and a hash."""
    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[str, ...] = ()
    """Targets of the numbered links; link *n* is ``links[n - 1]``. Untrusted: check the scheme before opening."""
    published: Published | None = None
    source: str = ""
    """Publisher, site or feed, as the article names it; empty when it does not."""
    author: str = ""
    language: str = ""
    """Language tag that the source declares (``en``, ``de-AT``); empty when it does not."""
    format: str = "text"
    """How the source was read: ``text``, ``markdown`` or ``html``."""
    notice: str = ""
    """One sentence for the reader when the article is shown otherwise than it was written."""
    transient: bool = False
    """True for a plain-text stand-in after a deadline: shown, never stored, never anchored to."""
    version: str = field(default="", compare=False)
    """Hash of ``text``: the text version. Filled in when left empty."""

    def __post_init__(self) -> None:
        if not self.version:
            object.__setattr__(self, "version", text_version(self.text))

    @property
    def path(self) -> str | None:
        """Absolute path of a document that is a file."""
        return self.origin.removeprefix("file:") if self.origin.startswith("file:") else None


def text_version(text: str) -> str:
    """Name of a text version: the first 16 hex digits of the SHA-256 of ``text`` in UTF-8."""
    import hashlib  # late: it loads a library of its own

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document_id(origin: str) -> str:
    """Stable name of a document: the first 16 hex digits of the SHA-256 of its origin."""
    import hashlib  # late: it loads a library of its own

    return hashlib.sha256(origin.encode("utf-8", "surrogateescape")).hexdigest()[:16]
