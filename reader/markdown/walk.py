"""Markdown tokens, walked once, into text, blocks and numbered links."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.markdown.caps import MAX_BLOCK_TOKENS, MAX_INLINE_TOKENS, MAX_NESTING
from reader.markdown.inline import Inline, Links
from reader.markdown.tags import paragraphs
from reader.model import Block, BlockKind, StyleRun, clean

BULLETS = "•◦▪"
"""List markers by depth, the last for all deeper lists."""
INLINE_NESTING = 20
"""Levels of brackets within a paragraph; deeper ones stay as they are written. More makes unclosed brackets costly."""

_MARKUP = re.compile(r"[\\`*_\[<&~]|  \n")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_LABEL = re.compile(r"!?\[|\]")


class TooMuch(Exception):
    """The source asks for more than the caps allow; the message is the end of a sentence that says why."""


def _as_written(target: str) -> str:
    """The target of a link, not percent-encoded: browsers do that, and it cost a quarter of a page of links."""
    return target


@functools.cache
def _parser(nesting: int) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": nesting}).enable(["table", "strikethrough"])
    # What may be opened is decided when a link is chosen (links.openable); refusing here would show raw syntax.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the documented way to change it
    parser.normalizeLink = _as_written  # type: ignore[assignment, method-assign]  # as above
    return parser


def walk(source: str, first_line: int = 1) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """Clean text, blocks and link targets of a Markdown source that :func:`reader.markdown.caps.refusal` let pass.

    :raises TooMuch: when it has more blocks, inline markup or depth than the caps allow.
    """
    parser = _parser(MAX_NESTING)
    tokens: list[Token] = []
    env: dict[str, object] = {}
    parser.block.parse(source.replace("\r", "\n").replace("\0", "\ufffd"), parser, env, tokens)
    if len(tokens) > MAX_BLOCK_TOKENS:
        raise TooMuch("it has too many paragraphs, list items or cells")
    if any(token.nesting == 1 and token.level >= MAX_NESTING - 1 for token in tokens):
        raise TooMuch("its lists or quotations are nested too deeply")
    walker = _Walk(_parser(INLINE_NESTING), env, first_line)
    walker.run(tokens)
    # Last of all, when entities are decoded: each control character becomes one visible one, so offsets hold.
    return clean("".join(walker.parts)), tuple(walker.blocks), walker.links.targets


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, or None for bullets."""

    number: int | None
    delimiter: str


@dataclass(slots=True)
class _Walk:
    """State of one walk. ``parts`` joined is the text; ``length`` its length so far."""

    parser: MarkdownIt
    env: dict[str, object]
    first_line: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    inline_tokens: int = 0
    containers: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    pending: list[int] = field(default_factory=list)
    """Blocks without text, by index: they stand where the next text begins."""

    def run(self, tokens: Sequence[Token]) -> None:
        """Walk the block tokens of a document."""
        position = 0
        while position < len(tokens):
            token = tokens[position]
            position += 1
            match token.type:
                case "inline":
                    kind = {"heading_open": BlockKind.HEADING}.get(tokens[position - 2].type) or self._paragraph_kind()
                    level = int(tokens[position - 2].tag[1]) if kind is BlockKind.HEADING else 0
                    self._emit(kind, *self._inline(token.content), token, level=level)
                case "fence" | "code_block":
                    words = token.info.split()
                    content = token.content.expandtabs(4).strip("\n") if token.content.strip() else ""
                    self._emit(BlockKind.CODE, content, [], token, info=clean(words[0][:40]) if words else "")
                case "hr":
                    self._emit(BlockKind.RULE, "", [], token)
                case "html_block":
                    for level, text in paragraphs(token.content):
                        kind = BlockKind.HEADING if level else self._paragraph_kind()
                        self._emit(kind, text, [], token, level=level)
                case "table_open":
                    position = self._table(tokens, position)
                case "blockquote_open":
                    self.containers.append("quote")
                case "bullet_list_open":
                    self.lists.append(_List(None, ""))
                case "ordered_list_open":
                    self.lists.append(_List(int(token.attrGet("start") or 1), token.markup))
                    if token.attrGet("start") == 0:
                        self.lists[-1].number = 0
                case "list_item_open":
                    self.containers.append("item")
                    self.markers.append(self._marker())
                case "list_item_close":
                    if len(self.markers) and self.containers[-1] == "item" and self.markers[-1]:
                        self._emit(BlockKind.ITEM, "", [], token)  # an item without text keeps its number
                    self.containers.pop()
                    self.markers.pop()
                case "blockquote_close":
                    self.containers.pop()
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case _:
                    pass
        for index in self.pending:
            self._place(index, self.length)

    def _paragraph_kind(self) -> BlockKind:
        if not self.containers:
            return BlockKind.PARAGRAPH
        return BlockKind.ITEM if self.containers[-1] == "item" else BlockKind.QUOTE

    def _marker(self) -> str:
        current = self.lists[-1]
        if current.number is None:
            return BULLETS[min(len(self.lists), len(BULLETS)) - 1]
        marker = f"{current.number}{current.delimiter}"
        current.number += 1
        return marker

    def _inline(self, content: str) -> tuple[str, list[StyleRun]]:
        """Text of a paragraph, its runs counted from its start."""
        inline = Inline(self.links)
        if _MARKUP.search(content) is None:
            # Most paragraphs of news carry no markup: the inline parser would cost three times as much as all else.
            inline.text(_SOFT_BREAK.sub(" ", content) if "\n" in content else content)
            return inline.finish()
        if content.count("![") > INLINE_NESTING:
            _check_images(content)
        children: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, children)
        self.inline_tokens += len(children)
        if self.inline_tokens > MAX_INLINE_TOKENS:
            raise TooMuch("it has too much emphasis, code or links")
        inline.tokens(children)
        return inline.finish()

    def _table(self, tokens: Sequence[Token], position: int) -> int:
        """Emit the table whose first token is at ``position``; the position after its last one."""
        opening = tokens[position - 1]
        rows: list[str] = []
        cells: list[str] = []
        runs: list[StyleRun] = []
        aligns: list[str] = []
        length = 0
        while (token := tokens[position]).type != "table_close":
            position += 1
            if token.type == "th_open":
                aligns.append(str(token.attrGet("style") or "text-align:-").removeprefix("text-align:")[0])
            elif token.type == "inline":
                text, cell_runs = self._inline(token.content)
                text = text.replace("\n", " ")
                at = length + (3 if cells else 0)
                runs += [StyleRun(run.start + at, run.end + at, run.style, run.link) for run in cell_runs]
                length = at + len(text)
                cells.append(text)
            elif token.type == "tr_close":
                rows.append(" | ".join(cells))
                cells.clear()
                length += 1
        self._emit(BlockKind.TABLE, "\n".join(rows), runs, opening, info="".join(aligns))
        return position + 1

    def _emit(
        self, kind: BlockKind, text: str, runs: list[StyleRun], token: Token, *, level: int = 0, info: str = ""
    ) -> None:
        marker = ""
        drawn_empty = kind is BlockKind.RULE or (kind is BlockKind.ITEM and token.type == "list_item_close")
        if not text and not drawn_empty:
            return
        if any(self.markers):
            marker = " ".join(filter(None, self.markers))
            self.markers = [""] * len(self.markers)
        if text:
            if self.length:
                self.parts.append("\n\n")
                self.length += 2
            for index in self.pending:
                self._place(index, self.length)
            self.pending.clear()
        start = self.length
        end = start + len(text)
        self.parts.append(text)
        self.length = end
        placed = tuple(StyleRun(run.start + start, run.end + start, run.style, run.link) for run in runs)
        quote = self.containers.count("quote")
        line = self.first_line + token.map[0] if token.map else 0
        indent = len(self.containers) - quote
        if not text:
            self.pending.append(len(self.blocks))
        self.blocks.append(Block(kind, start, end, line, level, indent, quote, marker, info, False, placed))

    def _place(self, index: int, offset: int) -> None:
        block = self.blocks[index]
        self.blocks[index] = Block(block.kind, offset, offset, block.line, 0, block.indent, block.quote, block.marker)


def _check_images(content: str) -> None:
    """Images within images are parsed once for each level around them, one call within the other.

    :raises TooMuch: when they go deeper than :data:`INLINE_NESTING`.
    """
    depth = 0
    for match in _LABEL.finditer(content):
        depth = max(0, depth - 1) if match.group() == "]" else depth + 1
        if depth > INLINE_NESTING:
            raise TooMuch("its images and links are nested too deeply")
