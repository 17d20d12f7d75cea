"""Mutants of the corpus: number so-and-so of a seed is always the same."""

from __future__ import annotations

import random
import re

from tests.fuzz.corpus import SEQUENCES, corpus
from tests.fuzz.shapes import UNITS

LARGEST = 30_000
"""Bytes; a mutant that grows beyond is cut. Of longer texts the reader has facts taken by a worker that it can kill."""
_SCRAPS = [unit.encode("utf-8", "surrogatepass") for unit in (*UNITS.values(), *SEQUENCES)]
_SCRAPS += [
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\r\n",
    b"\x1b",
]
_NUMBERS = [b"0", b"-1", b"99999999999999999999", b"1e999", b"0.1", b"NaN", b"2147483648", b"\xd9\xa3", b"00"]


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """Name (whose ending says how it is read) and bytes."""
    chance = random.Random(f"{seed}:{number}")
    documents = corpus()
    name, data = chance.choice(documents)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = _mutated(chance, data)[:LARGEST]
    if chance.random() < 0.1:  # read as something that it is not
        name = f"{name}.{chance.choice(('md', 'txt', 'html', 'xml', 'json', 'opml', 'jsonl', 'csv', 'bin'))}"
    return name, data


def _mutated(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 8, 60, 700)))
    kind = chance.randrange(11)
    if kind == 0:
        return data[:at] + data[end:]
    if kind == 1:
        return data[:at] + data[at:end] * chance.choice((2, 3, 50, 1000)) + data[end:]
    if kind == 2:
        return data[:at]
    if kind == 3:
        return data[:at] + chance.randbytes(end - at) + data[end:]
    if kind == 4:
        _, other = chance.choice(corpus())
        start = chance.randrange(len(other) + 1)
        return data[:at] + other[start : start + chance.choice((10, 200, 5000))] + data[at:]
    if kind == 5:
        return data[:at] + data[at:end][::-1] + data[end:]
    if kind == 6:
        return data[:at] + chance.choice((bytes.upper, bytes.lower, bytes.swapcase))(data[at:end]) + data[end:]
    if kind == 7 and (numbers := [*re.finditer(rb"\d+", data)]):
        match = chance.choice(numbers)
        return data[: match.start()] + chance.choice(_NUMBERS) + data[match.end() :]
    if kind == 8 and at < len(data):
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    return data[:at] + chance.choice(_SCRAPS) * chance.choice((1, 1, 2, 30, 2000)) + data[at:]
