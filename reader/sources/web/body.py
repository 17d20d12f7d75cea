"""The body of an answer, never more than a limit, before and after it is unpacked."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

LIMIT = 20 * 1024 * 1024
"""Bytes of a body, as it comes and as it is unpacked."""


_GZIP, _MAGIC = 31, b"\x1f\x8b"
"""What zlib calls gzip's frame, and how that begins."""
_PIECES = 1_000
"""Of one body: block gzip, which has the most, needs 320 for the largest."""
_SOME = 64 * 1024
"""Bytes unpacked in one go: what is left of them behind a piece is copied."""


class BodyError(Exception):
    """A body that cannot be taken; the message says why, in a few words."""


async def whole(parts: AsyncIterator[bytes], encoding: str, limit: int = LIMIT) -> bytes:
    """The body of ``parts``, unpacked.

    :param encoding: the ``Content-Encoding``; gzip and deflate are understood.
    :raises BodyError: when it is too large, cut short or packed in another way.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
        raise BodyError("is packed in a way that was not asked for")
    packed = await _plain(parts, limit)
    if not names or not packed:
        return packed
    return _unpacked(packed, names[0] != "deflate", limit)


async def _plain(parts: AsyncIterator[bytes], limit: int) -> bytes:
    taken: list[bytes] = []
    size = 0
    async for part in parts:
        size += len(part)
        if size > limit:
            raise BodyError(f"is larger than {limit // (1024 * 1024)} MB")
        taken.append(part)
    return b"".join(taken)


def _unpacked(packed: bytes, gzip: bool, limit: int) -> bytes:
    if gzip and not packed.startswith(_MAGIC):
        return packed  # says gzip and is not: servers do that with files that were packed twice or not at all
    for bits in (_GZIP,) if gzip else (15, -15):  # deflate comes with zlib's frame and, from old servers, without
        try:
            return _members(packed, bits, limit)
        except zlib.error:
            continue
    raise BodyError("is damaged")


def _members(packed: bytes, bits: int, limit: int) -> bytes:
    """All that was packed; gzip may come in several pieces one after another (RFC 1952)."""
    parts: list[bytes] = []
    size = at = 0
    for _ in range(_PIECES):
        machine = zlib.decompressobj(bits)
        while not machine.eof:
            some = packed[at : at + _SOME]
            if not some:
                raise BodyError("was cut short")
            parts.append(machine.decompress(some, limit + 1 - size))
            size += len(parts[-1])
            if size > limit:
                raise BodyError(f"is larger than {limit // (1024 * 1024)} MB when unpacked")
            at += len(some) - len(machine.unused_data)
        if bits != _GZIP or packed[at : at + len(_MAGIC)] != _MAGIC:  # what follows else is padding
            return b"".join(parts)
    raise BodyError("is packed in too many pieces")
