"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.decoding import BinaryError, decode

TEXTS = [
    "The talks in Geneva begin on 10 January.\nNobody expects a result.\n",
    "Кремль подтвердил разговор Байдена и Путина, который состоится в четверг вечером.\n",
    "首脳会談は一月十日にジュネーブで開かれる。次の会合は未定だ。\n" * 3,
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_utf_32_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode(TEXTS[0].encode(encoding)).text == TEXTS[0]


def test_what_fits_nothing_else_is_windows_latin() -> None:
    text = "Café “Zürich” – naïve façade"
    assert decode(text.encode("cp1252")).text == text
    assert decode(b"odd \x81 caf\xe9").text == "odd \x81 caf\xe9"


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    text = "Кремль подтвердил разговор"
    assert decode(text.encode("koi8-r"), "koi8-r").text == text
    assert decode(text.encode(), "koi8-r").text == text  # it is UTF-8, whatever it says
    assert decode(b"caf\xe9s", "no-such-thing").text == "cafés"


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    text = "Жозеп Боррель, глава дипломатии ЕС, призвал к спокойствию. " * 5
    data = text.encode()
    broken = data[:41] + b"\xff" + data[41:]
    found = decode(broken)
    assert found.damaged
    assert "дипломатии" in found.text


def test_a_character_cut_at_the_limit_is_left_out() -> None:
    assert decode("Zürich".encode()[:2], cut=True).text == "Z"
    assert decode(b"caf\xe9").text == "café"  # all there, but another encoding


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(50), bytes(range(1, 32)) * 9, b"PK\x03\x04" + b"a" * 50]
)
def test_programs_and_archives_are_no_text(data: bytes) -> None:
    with pytest.raises(BinaryError):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except BinaryError:
        return
    assert isinstance(found.text, str)


@given(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\ufffd"), max_size=200)
)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        assert decode(text.encode()).text == text
    except BinaryError:
        # A text may begin like a file of another kind.
        assert text.startswith(("%PDF-", "GIF8", "BZh9", "OggS", "ID3", "fLaC", "wOFF", "wOF2"))
