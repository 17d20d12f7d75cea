"""Disks that are full, read-only or locked, writers that are killed: what was called saved is there."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.lock import WriteLock
from tests.bench import kept

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and locks")
MOUNTS = (
    shutil.which("unshare") is not None
    and not subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True
    ).returncode
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with one article, called article.txt."""
    article = tmp_path / "article.txt"
    article.write_text("The talks in Geneva went on. " * 80)
    home = tmp_path / "home"
    subprocess.run(dateline(home, "add", str(article)), check=True, capture_output=True, env=ENVIRONMENT)
    return home


def dateline(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(home), *words]


def annotate(
    home: Path, count: int, before: list[str] | None = None, start: int = 0
) -> tuple[set[int], list[str], int]:
    """Write notes; which were called saved, the sentences of those that were not, and the exit code."""
    source = kept.lines(str(home.parent / "article.txt"), start)
    given = b"".join(next(source) for _ in range(count))
    ended = subprocess.run(
        [*(before or []), *dateline(home, "annotate", "--input", "jsonl", "-")],
        input=given, capture_output=True, check=False, env=ENVIRONMENT, timeout=120,
    )  # fmt: skip
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    saved = {start + at for at, answer in enumerate(answers) if answer["ok"]}
    assert b"Traceback" not in ended.stderr
    return saved, [answer["error"] for answer in answers if not answer["ok"]], ended.returncode


def held(home: Path) -> set[int]:
    """Numbers of the notes that are there, by a reader of our own."""
    with Library.open(home) as library:
        assert library.check() == []
        return {int(one.note.split()[0]) for row in library.documents.rows() for one in library.annotations.of(row.id)}


def test_a_file_that_may_not_grow(home: Path) -> None:
    largest = (home / "notes.db").stat().st_size + 400_000
    before = ["prlimit", f"--fsize={largest}"]
    if shutil.which("prlimit") is None:
        pytest.skip("no prlimit")
    saved, refused, code = annotate(home, 1_500, before)
    assert saved
    assert refused
    assert code == 1
    assert held(home) >= saved
    more, _, code = annotate(home, 10, start=5_000)
    assert len(more) == 10
    assert code == 0
    assert held(home) >= saved | more


@pytest.mark.skipif(not MOUNTS, reason="no namespaces to mount in")
def test_a_full_disk(home: Path, tmp_path: Path) -> None:
    disk, out = tmp_path / "disk", tmp_path / "out"
    disk.mkdir()
    out.mkdir()
    script = f"""
        set -e
        need=$(du -sk {home} | cut -f1)
        mount -t tmpfs -o size=$((need + 3000))k none {disk}
        cp -r {home} {disk}/home
        rm -f {disk}/home/library.lock
        head -c 2400000 /dev/zero > {disk}/filler
        {sys.executable} -m reader --library {disk}/home annotate --input jsonl - < {out}/given > {out}/first || true
        rm {disk}/filler
        {sys.executable} -m reader --library {disk}/home annotate --input jsonl - < {out}/more > {out}/second
        cp -r {disk}/home {out}/home
    """
    source = kept.lines(str(tmp_path / "article.txt"), 0)
    (out / "given").write_bytes(b"".join(next(source) for _ in range(1_200)))
    (out / "more").write_bytes(b"".join(next(source) for _ in range(20)))
    ended = subprocess.run(
        ["unshare", "-rm", "bash", "-c", textwrap.dedent(script)], capture_output=True, check=False, env=ENVIRONMENT
    )
    assert ended.returncode == 0, ended.stderr
    first = [json.loads(line)["ok"] for line in (out / "first").read_text().splitlines()]
    second = [json.loads(line)["ok"] for line in (out / "second").read_text().splitlines()]
    assert True in first
    assert False in first
    assert all(second)
    saved = {at for at, ok in enumerate([*first, *second]) if ok} if len(first) == 1_200 else set()
    there = held(out / "home")
    assert there >= saved
    assert len(there) >= sum(first) + sum(second)


@pytest.mark.skipif(not MOUNTS, reason="no namespaces to mount in")
def test_a_disk_for_reading_only(home: Path) -> None:
    words = " ".join(dateline(home, "annotate", "--input", "jsonl", "-"))
    script = f"mount --bind {home} {home} && mount -o remount,bind,ro {home} && {words}"
    given = next(kept.lines(str(home.parent / "article.txt"), 0))
    ended = subprocess.run(
        ["unshare", "-rm", "bash", "-c", script], input=given, capture_output=True, check=False, env=ENVIRONMENT
    )
    assert ended.returncode != 0
    assert b'"ok": true' not in ended.stdout
    assert b"Traceback" not in ended.stderr
    assert held(home) == set()


def test_a_library_that_another_one_holds(home: Path) -> None:
    """The writer waits, says so, and saves when its turn comes."""
    lock = WriteLock(home / "library.lock")
    with lock.held():
        source = kept.lines(str(home.parent / "article.txt"), 0)
        writer = subprocess.Popen(
            dateline(home, "annotate", "--input", "jsonl", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=ENVIRONMENT,
        )  # fmt: skip
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdin.write(next(source))
        writer.stdin.flush()
        assert b"waiting" in writer.stderr.readline()
        os.set_blocking(writer.stdout.fileno(), False)
        assert writer.stdout.read() is None  # nothing was called saved
    os.set_blocking(writer.stdout.fileno(), True)
    writer.stdin.close()
    assert json.loads(writer.stdout.readline())["ok"]
    assert writer.wait(30) == 0
    assert held(home) == {0}


def test_writers_that_are_killed_lose_nothing_that_was_called_saved(home: Path) -> None:
    chance = random.Random(7)
    called: set[int] = set()
    start = 0
    for _ in range(4):
        writers = []
        for _ in range(2):
            writer = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.kept", "write", str(home), str(home.parent / "article.txt"),
                 str(start)],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, start_new_session=True,
            )  # fmt: skip
            writers.append(writer)
            start += 100_000
        for writer in writers:
            assert writer.stdout is not None
            called.add(int(writer.stdout.readline().split()[1]))
        time.sleep(chance.uniform(0, 0.4))
        for writer in writers:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(writer.pid, signal.SIGKILL)
            assert writer.stdout is not None
            rest = writer.stdout.read().split(b"\n")[:-1]
            called |= {int(line.split()[1]) for line in rest if line.startswith(b"ACK")}
            writer.wait()
        assert held(home) >= called
