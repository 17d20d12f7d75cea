"""Documents as they are stored: plain values and compressed bytes, made in any process, written by one."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.model import BUILDER, Block, BlockKind, Document, Style, StyleRun
from reader.search.prepared import Prepared, prepare

_LEVEL = 3
"""zlib level: a third of the text's size at 50 MB/s; higher ones win 3 % at half the speed."""
_SMALL = 4_000
"""Bytes up to which a window of 4 KB is as good as one of 32."""
_TINY = 1_000
"""Bytes up to which a third is won, at a sixth of all that it takes to read a summary: they are stored as they are."""
_STORED, _SUM = struct.Struct("<HH"), struct.Struct(">I")


class Packed(NamedTuple):
    """A document ready to be written, or an input that failed (``error``)."""

    id: str
    origin: str
    title: str
    prepared: Prepared | None = None
    """For the index; None for what is taken into it later (:mod:`reader.library.unindexed`)."""
    text_blob: bytes = b""
    shape_blob: bytes = b""
    said: str = ""
    """Publication date in ISO form as the article says it; empty when it does not."""
    source: str = ""
    author: str = ""
    language: str = ""
    english: bool = False
    """False as well where it is not known yet."""
    format: str = "text"
    notice: str = ""
    version: str = ""
    builder: int = BUILDER
    hash: bytes | None = None
    """Hash of the file's bytes."""
    size: int = 0
    mtime: int = 0
    """Nanoseconds, as the file system has it."""
    error: str = ""

    @property
    def path(self) -> str | None:
        """Absolute path of a document that is a file."""
        return self.origin.removeprefix("file:") if self.origin.startswith("file:") else None


def pack(
    document: Document, *, hash: bytes | None = None, size: int = 0, mtime: int = 0, later: bool = False
) -> Packed:
    """The document as it is stored, with what is known of its file.

    :param later: whether it is made ready for the index later, after it is stored.
    """
    return Packed(
        id=document.id,
        origin=document.origin,
        title=document.title,
        prepared=None if later else prepare(document.title, document.text),
        text_blob=squeezed(document.text.encode("utf-8", "replace")),
        shape_blob=pack_shape(document.blocks, document.links),
        said=document.published.iso if document.published else "",
        source=document.source,
        author=document.author,
        language=document.language,
        english=not later and _is_english(document.text),
        format=document.format,
        notice=document.notice,
        version=document.version,
        hash=hash,
        size=size,
        mtime=mtime,
    )


def _is_english(text: str) -> bool:
    from reader.extract.language import language_of

    return language_of(text) == "en"


def squeezed(data: bytes) -> bytes:
    """What ``zlib.decompress`` takes back, made with a window no larger than the data asks for.

    The usual one has tables of 256 KB that are cleared each time: of a small text that is most of the work, and it
    drives all else out of the processor's cache.
    """
    if len(data) > _SMALL:
        return zlib.compress(data, _LEVEL)
    if len(data) > _TINY:
        machine = zlib.compressobj(_LEVEL, zlib.DEFLATED, 12, 4)
        return machine.compress(data) + machine.flush()
    # One stored block, written by hand (RFC 1950 and 1951): zlib makes and clears its tables even for that.
    size = len(data)
    return b"\x78\x01\x01%b%b%b" % (_STORED.pack(size, size ^ 0xFFFF), data, _SUM.pack(zlib.adler32(data)))


def pack_shape(blocks: Sequence[Block], links: Sequence[str]) -> bytes:
    """Blocks and links as short as they get; the trailing defaults of a block are left out."""
    if not links and all(not block.runs and _is_bare(block) for block in blocks):
        # The very same JSON, in a quarter of the time: most entries of feeds are bare paragraphs.
        bare = ",".join([f'["{block.kind.value}",{block.start},{block.end}]' for block in blocks])
        return squeezed(f"[[{bare}],[]]".encode())
    lines: list[list[Any]] = []
    for block in blocks:
        runs = [[run.start, run.end, run.style.value, run.link] for run in block.runs]
        line: list[Any] = [
            block.kind.value, block.start, block.end, block.line, block.level, block.indent, block.quote,
            block.marker, block.info, int(block.reflow), runs,
        ]  # fmt: skip
        while not line[-1] and len(line) > 3:
            line.pop()
        lines.append(line)
    return squeezed(json.dumps([lines, list(links)], separators=(",", ":"), ensure_ascii=False).encode())


def _is_bare(block: Block) -> bool:
    return not (block.line or block.level or block.indent or block.quote or block.marker or block.info or block.reflow)


def unpack_shape(blob: bytes) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """What :func:`pack_shape` packed."""
    lines, links = json.loads(zlib.decompress(blob))
    blocks: list[Block] = []
    for line in lines:
        values = [*line, *_DEFAULTS[len(line) - 3 :]]
        runs = tuple(StyleRun(start, end, Style(style), link) for start, end, style, link in values[10])
        kind, start, end, at, level, indent, quote, marker, info, reflow = values[:10]
        blocks.append(Block(BlockKind(kind), start, end, at, level, indent, quote, marker, info, bool(reflow), runs))
    return tuple(blocks), tuple(links)


_DEFAULTS: tuple[Any, ...] = (0, 0, 0, 0, "", "", 0, ())


def unpack_text(blob: bytes) -> str:
    """The text of a version."""
    return zlib.decompress(blob).decode("utf-8")
