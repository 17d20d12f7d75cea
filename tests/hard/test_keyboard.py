"""Whatever a terminal sends, pasted, broken or malicious, the reader goes on and is left by ``q``."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal

if sys.platform == "win32":
    pytest.skip("POSIX terminals", allow_module_level=True)

from textual.events import Key, Resize

from reader.tui.keyboard import Understood

NONSENSE = [
    b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x9b31m", b"\x00",
    b"\x1b[27;5;999999999~", b"\x1b[1114112u", b"\x1b[57441;9999u", b"\x1b[97;1;1114112u",
    b"\x1b[" + b"9" * 5_000 + b"u",
    b"\x1b[<99999999999999999999;1;1M", b"\x1b[<0;9999;9999M", b"\x1b[<0;0;0M", b"\x1b[M!!!",
    b"\x1b[" + b"9" * 5_000 + b";1R", b"\x1b[99999999999;999999999999R", b"\x1b[?2026;2$y", b"\x1b[?1;2c",
    b"\x1b[48;99999;99999;1;1t", b"\x1b[48;" + b"9" * 5_000 + b";1;1;1t", b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1bP>|x\x1b\\", b"\x1b_Gi=1;OK\x1b\\", b"\x1b" * 50, b"\x1b[" + b";" * 3_000 + b"m", b"\x1b[O\x1b[I",
]  # fmt: skip

ENDS = (b"\x1b[<", b"\x1b[M", b"\x1b\x1b\x1b")
"""A click elsewhere, be it outside, takes the focus from the note; Esc saves it."""


def keys(understood: Understood, data: bytes) -> list[str]:
    return [event.key for event in understood.feed(data) if isinstance(event, Key)]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda data: repr(data[:16]))
def test_keys_after_nonsense_are_understood(nonsense: bytes) -> None:
    understood = Understood()
    list(understood.feed(nonsense))
    list(understood.feed(b"\x1b[201~\x07"))  # ends whatever it began
    list(understood.tick())
    assert keys(understood, b"xq")[-2:] == ["x", "q"]


def test_no_size_is_believed_that_no_terminal_has() -> None:
    sizes = [
        event.size
        for event in Understood().feed(b"\x1b[48;99999;80;0;0t\x1b[48;24;80;0;0t")
        if isinstance(event, Resize)
    ]
    assert sizes == [(80, 24)]


def test_any_bytes_are_understood_somehow() -> None:
    chance = random.Random(11)
    understood = Understood()
    for _ in range(3_000):
        piece = chance.choice(
            (chance.randbytes(chance.randrange(12)), chance.choice(NONSENSE), b"\x1b[", b"1;5", b"~u")
        )
        for event in understood.feed(piece[: chance.randrange(40)]):
            assert event is not None
        list(understood.tick())


def test_a_reader_that_is_sent_nonsense_goes_on(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The talks in Geneva went on, said Joe Biden.\n\n" * 40)
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path / "home"), str(article)]
    with Terminal(command, 100, 30) as terminal:
        terminal.wait_for("Geneva")
        while "Note on" not in terminal.text:  # as soon as it is in the library
            terminal.press("m")
        for nonsense in (one for one in NONSENSE if len(one) < 100 and one[:3] not in ENDS):
            os.write(terminal.fd, nonsense)
            terminal.read(0.05)
            os.write(terminal.fd, b"\x1b[201~\x07")
            terminal.read(0.2)
            assert terminal.status is None, nonsense
        os.write(terminal.fd, b"understood")
        terminal.wait_for("understood")
        terminal.press("ctrl+s", "q", "q")
        assert terminal.wait_exit() == 0
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("delay", [0.0, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
def test_a_reader_left_before_it_stands_is_left_in_peace(delay: float, tmp_path: Path) -> None:
    article = tmp_path / "a\x1b[7331m.md"
    article.write_text("The talks in Geneva went on, said Joe Biden.\n\n" * 40)
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path / "home"), str(article)]
    with Terminal(command, 80, 24) as terminal:
        terminal.read(delay)
        for _ in range(200):
            if terminal.status is not None:
                break
            os.write(terminal.fd, b"q")
            terminal.read(0.01)
            time.sleep(0.1)
        assert terminal.wait_exit() == 0, terminal.text
    assert not (tmp_path / "home" / "crashes").exists()
