"""The body of an answer, never more than a limit, before and after it is unpacked."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

LIMIT = 20 * 1024 * 1024
"""Bytes of a body, as it comes and as it is unpacked."""


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
    if gzip and not packed.startswith(b"\x1f\x8b"):
        return packed  # says gzip and is not: servers do that with files that were packed twice or not at all
    for bits in (31,) if gzip else (15, -15):  # deflate comes with zlib's frame and, from old servers, without
        machine = zlib.decompressobj(bits)
        try:
            data = machine.decompress(packed, limit + 1)
        except zlib.error:
            continue
        if len(data) > limit:
            raise BodyError(f"is larger than {limit // (1024 * 1024)} MB when unpacked")
        if not machine.eof:
            raise BodyError("was cut short")
        return data
    raise BodyError("is damaged")
