"""Entries of feeds on their way into the library: what workers are told, and what they give back.

Apart from :mod:`reader.library.arrivals`, which stores them: a worker need not load what writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.library.identity import KnownItem
from reader.library.packing import Packed


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a feed's entries."""

    turn: int
    """State of the feed that this was read from."""
    items: tuple[KnownItem, ...]


class ArrivedEntry(NamedTuple):
    """A new or changed entry, packed in any process."""

    packed: Packed
    guid: str
    link: str
    hash: bytes
    brief: bool
    """Whether the feed gives only a part of the article."""
    number: int | None = None
    """Of the stored item that it is; None for a new one."""


Sent = tuple[Any, ...]
"""An :class:`ArrivedEntry` as it goes from process to process: plain tuples, in a tenth of the time."""


def sent(entry: ArrivedEntry) -> Sent:
    """The entry to be sent."""
    return (tuple(entry.packed), *entry[1:])


def received(values: Sent) -> ArrivedEntry:
    """The entry that was sent."""
    return ArrivedEntry(Packed._make(values[0]), *values[1:])
