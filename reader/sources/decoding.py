"""Bytes to text: a ladder of encodings that always ends, except on binary data."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
STRICT, LENIENT = 0.03, 0.15
"""Share of control characters above which bytes that are not UTF-8 are no text (random ones have a tenth): strict for
what may be anything, lenient for what is named like a text."""
_MANY = 0.2
"""Share of control characters, zeros not counted, that no text has."""
_SIGNATURES = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"SQLite format 3\0",
    b"\xfd7zXZ\0", b"BZh9", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"OggS", b"ID3", b"fLaC", b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xca\xfe\xba\xbe", b"wOFF", b"wOF2", b"II*\0", b"MM\0*", b"\0asm",
)  # fmt: skip
# Controls that a text has no use for; tab, newline, form feed, CR and ESC occur in texts.
_CONTROLS = bytes(code for code in range(32) if code not in (0, 9, 10, 11, 12, 13, 27)) + b"\x7f"


class BinaryError(ValueError):
    """The bytes are no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as it was written, not cleaned yet."""

    text: str
    encoding: str
    damaged: bool = False
    """Whether some bytes fitted no encoding and became U+FFFD."""


def decode(data: bytes, declared: str = "", cut: bool = False, tolerance: float = STRICT) -> Decoded:
    """Text of ``data``: by byte-order mark, as UTF-8, UTF-16 or UTF-32 without a mark, else as Windows Latin-1.

    :param declared: an encoding that the source itself names (``<meta charset>``), tried after UTF-8.
    :param cut: whether a limit cut the data off, perhaps inside a character.
    :param tolerance: :data:`STRICT` or :data:`LENIENT`.
    :raises BinaryError: when the bytes are those of a picture, an archive, a program ...
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if is_binary(data):
        raise BinaryError("is not text")
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    damaged = False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if cut and len(data) - error.start < 4 and error.reason == "unexpected end of data":
            text = data[: error.start].decode("utf-8")
        else:
            damaged = True
    controls = len(sample) - zeros - len(sample.translate(None, _CONTROLS))
    too_many = controls > (len(sample) - zeros) * _MANY
    # Some zeros in good UTF-8 are padding or damage; many, in their places, make it a wider encoding.
    if zeros > (0 if damaged or too_many else len(sample) * 0.2) and (wide := _wide(sample)):
        return Decoded(data.decode(wide, "replace"), wide)
    if too_many:
        raise BinaryError("is not text")
    if not damaged:
        return Decoded(text, "utf-8")
    if _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "replace"), "utf-8", damaged=True)
    if controls > len(sample) * tolerance:
        raise BinaryError("is not text")
    if declared:
        try:
            return Decoded(data.decode(declared), declared)
        except (LookupError, UnicodeError, ValueError):
            pass  # unknown or untrue: fall through
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:  # five bytes that Windows left free
        return Decoded(data.decode("latin-1"), "latin-1")


def is_binary(data: bytes) -> bool:
    """Whether the first bytes alone say that it is no text: those of a picture or a program, or nothing but zeros."""
    return data.startswith(_SIGNATURES) or (bool(data) and not data[:_SAMPLE].strip(b"\0"))


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, "\ufffd" in text and "\ufffd".encode(encoding) not in data)


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32 by where the zero bytes of Latin text, spaces and newlines stand; empty for neither."""
    size = len(sample) // 4 * 4
    if size >= 4:
        shares = [sample[place:size:4].count(0) / (size / 4) for place in range(4)]
        if shares[2] > 0.9 and shares[3] > 0.9 and shares[0] < 0.1:
            return "utf-32-le"
        if shares[0] > 0.9 and shares[1] > 0.9 and shares[3] < 0.1:
            return "utf-32-be"
    even = sample[: len(sample) // 2 * 2]
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, wrong = even[high::2].count(0), even[1 - high :: 2].count(0)
        if zeros * 100 < len(even) // 2 or wrong > zeros:
            continue  # too few, or more where they do not belong (一 is U+4E00)
        text = even.decode(encoding, "replace")
        # Bytes that are something else give controls, unassigned and private characters, and broken pairs.
        good = sum(character.isprintable() or character in "\n\r\t" for character in text) - text.count("\ufffd")
        if good > 0.97 * len(text):
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether far more bytes above 127 are good UTF-8 than bad: one broken byte must not turn all to Latin-1."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good > 4 * bad
