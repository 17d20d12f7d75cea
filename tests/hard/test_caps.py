"""Files that are huge, hollow, endless or no files: the first part is read, the foot says so, nothing waits."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.jobs import open as open_module
from reader.jobs.open import open_document
from reader.jobs.workers import Workers
from reader.library import Library
from reader.model import Document
from reader.sources import SourceError
from reader.sources.opening import LIMIT
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.guide import guide_text
from reader.tui.screens.reading import ReadingScreen

TESTS = Path(__file__).parents[1]


def hollow(path: Path, size: int, head: bytes) -> Path:
    """A file of so many bytes that takes no room on the disk."""
    with open(path, "wb") as file:
        file.write(head)
        file.truncate(size)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_of_a_gigabyte_the_first_part_is_read(tmp_path: Path, name: str) -> None:
    path = hollow(tmp_path / name, 1 << 30, b"The talks went on in Geneva.\n\n" * 600_000)
    code = f"""
import resource, sys
from reader.sources import load
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
document = load({str(path)!r})
print(len(document.text), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, document.notice)
"""
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TESTS.parent
    ).stdout
    length, grown, notice = told.split(" ", 2)
    assert int(length) <= LIMIT
    assert int(grown) < 300_000 * (1024 if sys.platform == "darwin" else 1)  # kilobytes
    assert "1073.7 MB" in notice
    assert "only the first 16.8 MB" in notice


def test_a_line_of_a_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"word " * (20 << 20))
    document = open_document(path)
    assert len(document.text) == LIMIT
    assert "only the first" in document.notice


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
@pytest.mark.parametrize("kind", ["fifo", "socket", "zero", "loop", "nowhere", "folder", "fd"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        import socket

        monkeypatch.chdir(tmp_path)  # the name of a socket must be short
        socket.socket(socket.AF_UNIX).bind("a.md")
    elif kind == "folder":
        path.mkdir()
    else:
        targets = {"zero": "/dev/zero", "loop": "a.md", "nowhere": "none", "fd": "/dev/stdin"}
        path.symlink_to(targets[kind])
    with pytest.raises(SourceError) as caught:
        open_document(path)
    assert "\n" not in str(caught.value)


EXPLODES = "|" + "a|" * 1500 + "\n|" + "-|" * 1500 + "\n" + "|a\n" * 20_000


async def test_keys_are_answered_while_an_article_explodes(tmp_path: Path) -> None:
    """It opens as plain text with a notice, and the loop that answers keys never stands still for long meanwhile."""
    (tmp_path / "bomb.md").write_text(EXPLODES)
    app = DatelineApp(Desk(Library.open(tmp_path / "home"), [str(tmp_path / "bomb.md")], background=False))
    longest = 0.0
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(400):
            before, used = time.monotonic(), time.thread_time()
            await asyncio.sleep(0.01)
            await pilot.press("j")
            longest = max(longest, min(time.monotonic() - before, time.thread_time() - used))
            screen = app.screen_stack[0]
            document = screen.view.document  # type: ignore[attr-defined]  # the reading screen is the root
            if document is not None and document.title != "Welcome: your first five minutes":
                break
        assert document is not None
        assert document.notice.startswith("Shown as plain text, because")
    assert longest < 2.0  # no figure: only that it did not hang; tests/bench measures


@pytest.mark.parametrize("refused", [False, True])
async def test_first_lines_are_read_while_the_rest_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A title\n\n" + "The talks went on in Geneva.\n\n" * 40_000)
    may_come = threading.Event()
    apart = open_module.open_beside

    def later(path: str, workers: Workers) -> Document | None:
        may_come.wait(20)
        if refused:
            raise SourceError(path, "is not text")
        return apart(path, workers)

    monkeypatch.setattr(open_module, "open_beside", later)
    app = DatelineApp(Desk(Library.open(tmp_path / "home"), [str(path)], background=False))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        while screen.view.document is None:
            await pilot.pause(0.01)
        first = screen.view.document
        assert first.transient
        assert "the rest is being read" in screen.status.message
        screen.view.scroll_to(y=40, animate=False)
        await pilot.pause()
        place = screen.view.place
        if refused:
            monkeypatch.setattr(open_module, "open_document", lambda path, workers: later(path, workers))
        pressed = asyncio.ensure_future(pilot.press("j"))
        await asyncio.sleep(0.1)
        assert not pressed.done()  # what is typed may be for the whole
        may_come.set()
        await pressed
        if refused:
            assert screen.view.document == first
        else:
            assert len(screen.view.document.text) > 1_000_000
        assert screen.view.place >= place > 0


def test_a_worker_that_cannot_come_to_an_end_gives_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Title\n\n" + "[a](b) *c* `d` " * 20_000)
    workers = Workers(1)
    try:
        document = open_document(path, workers, deadline=0.0)
        assert document.transient
        assert document.notice == "Shown as plain text, because it took too long to lay out."
        assert open_document(path, workers, deadline=60.0).format in ("markdown", "text")  # a new worker took its place
    finally:
        workers.close()


def test_memory_of_a_worker_is_bounded() -> None:
    resource = pytest.importorskip("resource")
    from reader.jobs.worker import MEMORY

    assert MEMORY <= 4 << 30
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != MEMORY  # that of the workers only


def test_each_promise_names_tests_that_exist() -> None:
    page = guide_text().split("## What is promised")[1]
    names = re.findall(r"`((?:hard|bench|tui|jobs|library|markdown)/\w+|test_\w+|web)`", page)
    assert len(names) > 15
    for name in names:
        assert (TESTS / f"{name}.py").exists() or (TESTS / name).is_dir(), name
