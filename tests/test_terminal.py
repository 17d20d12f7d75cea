"""What only a real terminal shows: the way in, the way out, and what is written on it."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")


def reader(tmp_path: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(tmp_path / "library"), *arguments]


def restored(terminal: Terminal) -> bool:
    """Whether the terminal is as it was: modes off, alternate screen left, line discipline back."""
    raw = terminal.raw.decode("utf-8", "replace")
    left = raw.rfind("\x1b[?1049l") > raw.rfind("\x1b[?1049h")
    shown = raw.rfind("\x1b[?25h") > raw.rfind("\x1b[?25l")
    mouse = raw.rfind("\x1b[?1000l") > raw.rfind("\x1b[?1000h")
    return left and shown and mouse and termios.tcgetattr(terminal.fd)[3] == terminal.before[3]


def test_open_search_find_and_leave(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, "seeds"), cwd=str(ROOT)) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.wait_for(r"Actors \d+")
        terminal.press("f")
        terminal.press(*"borel uninvolvd")
        terminal.wait_for("uninvolvd → uninvolved")
        terminal.press("enter")
        terminal.wait_for("must not be an uninvolved spectator")
        os.write(terminal.fd, b"/geneva\r")  # at once, as a fast typist or a paste
        terminal.wait_for(r"/geneva: \d of 3")
        at = terminal.text.split("/geneva: ")[1][0]
        terminal.press("n")
        terminal.wait_for(rf"/geneva: [^{at}] of 3")
        os.write(terminal.fd, b"fstoltnberg\r")
        terminal.wait_for("Jens Stoltenberg")
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0
        assert restored(terminal)


def test_an_article_comes_in_on_standard_input_and_keys_still_work(tmp_path: Path) -> None:
    shell = f"cat seeds/000_73ca37d0c5ce4629.txt | '{sys.executable}' -m reader --library '{tmp_path}/library' -"
    with Terminal(["bash", "-c", shell], 80, 24, cwd=str(ROOT)) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        terminal.press("G")
        terminal.wait_for("source site")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_the_smallest_windows_are_survived(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, "seeds"), 40, 12, cwd=str(ROOT)) as terminal:
        terminal.wait_for("Ukraine conflict")
        for size in ((5, 3), (1, 1), (12, 4), (200, 60), (40, 12)):
            terminal.resize(*size)
            terminal.press("j", "tab", "e")
        terminal.press("esc", "esc")
        terminal.wait_for("Ukraine")
        for _ in range(5):  # how many panes the keys have left open depends on which of them met a window
            if terminal.status is None:
                terminal.press("q")
                terminal.read(0.3)
        assert terminal.wait_exit() == 0


def test_no_control_code_of_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    evil = "\x1b]52;c;ZQX7331\x07 \x9b7331m \x1b[2J\x1b]0;ZQX7331\x07 \u202eright to left \x1bc"
    (folder / "a.md").write_text(
        f"# A headline {evil}\n\n[a link {evil}](https://example.org/{evil}) {evil}\n", "utf-8"
    )
    (folder / "b&#27;[2J.txt").write_text(f"{evil}\n\nJoe Biden {evil} said.", "utf-8")
    (folder / "c.html").write_text(
        f"<title>&#27;]52;c;ZQX7331&#7;</title><p>{'Words of it. ' * 30}&#155;7331m", "utf-8"
    )
    with Terminal(reader(tmp_path, str(folder)), cwd=str(ROOT)) as terminal:
        terminal.wait_for("A headline")
        for key in ("J", "J", "K", "?", "q", "f", *"zqx", "esc", ":", *"theme", "esc", "i", "tab", "tab", "y", "Y"):
            terminal.press(key)
        terminal.press("esc", "q", "q")
        terminal.wait_exit()
        raw = terminal.raw.decode("utf-8", "replace")
    copied = re.sub(r"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", "", raw)  # what y itself sends: base64 and nothing else
    for sequence in ("\x1b]52", "\x1b]0;ZQX", "\x9b", "\x1bc", "\u202e", "7331m"):
        if sequence == "7331m":
            assert not re.search("\x1b\\[[0-9;]*7331m", copied)
        else:
            assert sequence not in copied


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_terminal_restored(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(reader(tmp_path, "seeds"), cwd=str(ROOT)) as terminal:
        terminal.wait_for("Given the ongoing tensions")
        os.kill(terminal.pid, number)
        assert terminal.wait_exit(5) == 128 + number
        assert restored(terminal)


def test_a_dumb_terminal_gets_plain_output(tmp_path: Path) -> None:
    with Terminal(reader(tmp_path, "seeds"), env={"TERM": "dumb"}, cwd=str(ROOT)) as terminal:
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.raw
        assert "Ukraine conflict" in terminal.text


def test_leaving_does_not_wait_for_the_facts_of_a_long_article(tmp_path: Path) -> None:
    article = tmp_path / "quotes.txt"
    article.write_text("“He said ‘she said “they ” of of of the the ministers ” " * 4_000, "utf-8")
    with Terminal(reader(tmp_path, str(article)), cwd=str(ROOT)) as terminal:
        terminal.wait_for("Reading …|help")
        terminal.press("q")
        assert terminal.wait_exit(4.0) == 0
