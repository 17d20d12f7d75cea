"""Start, memory and paging beside other terminal readers, in one table: ``python -m tests.bench.peers``

``[--articles 10000] [--bytes 100000] [--runs 5] [--presses 20] [--find DIR ...]``

Every program runs in a pty of 120 × 40, its runs interleaved with those of the others, so that a busy machine is busy
for all. *first screen* is from the start of the process to the words that prove that something can be read; *cpu*
what of it the processor worked for this program, which a busy machine does not change much; *memory* what the process
and its children hold at that moment (both on Linux only); *page* from a key to the last byte of the answer before 60
ms of silence. Programs that are not installed are left out, with a sentence; ``--find`` names folders that hold them
beside ``PATH``. newsboat and less come with most systems, frogmouth and hike are Python packages that want an
environment of their own.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path

from tests.bench.feeds import feed
from tests.bench.opening import article

COLUMNS, ROWS = 120, 40
QUIET = 0.06
_ESCAPES = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]|[\x00-\x08\x0e-\x1f]"
)
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("the first screen")
Minimal().run()
"""


@dataclass
class Peer:
    """One column of the comparison, with what was measured."""

    name: str
    command: list[str]
    expect: str
    """Words of the first screen; spaces do not count."""
    page: str = ""
    """The key for a page on; empty for none."""
    env: dict[str, str] = field(default_factory=dict)
    start: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)


def run(peer: Peer, presses: int) -> None:
    """Start a program once and measure it.

    :raises TimeoutError: with the end of what it wrote, when its first screen does not come in a minute.
    """
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none", **peer.env}
        os.execvpe(peer.command[0], peer.command, {**os.environ, **own})
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        seen, wanted = b"", b"".join(peer.expect.encode().split())
        while wanted not in b"".join(_ESCAPES.sub(b"", seen).split()):
            data = _read(terminal, 60)
            if not data:
                raise TimeoutError(f"{peer.name}: {_ESCAPES.sub(b'', seen)[-200:]!r}")
            seen = seen[-20_000:] + data
        peer.start.append(time.perf_counter() - begin)
        if memory := _resident(pid):
            peer.memory.append(memory)
            peer.busy.append(_busy(pid))
        while _read(terminal, 0.5):
            pass
        for _ in range(presses if peer.page else 0):
            begin = last = time.perf_counter()
            os.write(terminal, peer.page.encode())
            while _read(terminal, QUIET if last > begin else 5):
                last = time.perf_counter()
            peer.pages.append(last - begin)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _read(terminal: int, seconds: float) -> bytes:
    if not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def _busy(pid: int) -> float:
    """Seconds of processor time of a process until now, which does not depend on what else runs."""
    values = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    """Megabytes of a process and its children; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0) / 1024
    return own + sum(_resident(int(child)) for child in children)


def peers(work: Path, articles: int, size: int, folders: Sequence[str]) -> list[Peer]:
    """The programs that are here, with the same articles each; the others are told."""
    path = os.pathsep.join([*folders, os.environ.get("PATH", "")])
    file = work / "long.md"
    file.write_text(article(size), "utf-8")
    short = f"{size // 1000:,} kB"
    many = f"{articles:,} articles"
    dateline = [sys.executable, "-m", "reader", "--library"]
    settings = {"DATELINE_CONFIG": os.devnull}
    found = [
        Peer("Textual, one line of text", [sys.executable, "-c", MINIMAL], "the first screen"),
        Peer(f"Dateline, {many}", [*dateline, str(_library(work, articles))], "Article", "", settings),
        Peer(f"Dateline, {short}", [*dateline, str(work / "single"), str(file)], "A long article", "\x1b[6~", settings),
    ]
    if program := shutil.which("newsboat", path=path):
        found.append(_newsboat(program, work, articles))
    for name, key in (("less", " "), ("frogmouth", "\x1b[6~"), ("hike", "\x1b[6~")):
        if program := shutil.which(name, path=path):
            found.append(Peer(f"{name}, {short}", [program, str(file)], "A long article", key))
    here = {peer.name.partition(",")[0] for peer in found}
    for name in ("newsboat", "less", "frogmouth", "hike"):
        if name not in here:
            print(f"{name} is not installed here and was left out.")
    return found


def _library(work: Path, articles: int) -> Path:
    from reader.extract.pipeline import EXTRACTOR
    from reader.library import Library
    from reader.library.facts import pack_facts
    from reader.library.packing import pack
    from reader.markdown.build import build_text
    from reader.model import Published, document_id

    home = work / "library"
    with Library.open(home) as library:
        for first in range(0, articles, 500):
            batch, taken = [], []
            for number in range(first, min(articles, first + 500)):
                origin = f"url:https://example.org/{number}"
                text = article(1500, number).replace("A long article", f"Article {number // 1000}-{number % 1000}")
                day = Published.parse(f"2026-01-{1 + number % 28:02d}")
                title = f"Article {number // 1000}-{number % 1000}"
                document = build_text(text, id=document_id(origin), origin=origin, title=title, published=day)
                batch.append(pack(document))
                taken.append(pack_facts(document.version, EXTRACTOR, (), day, document.text))
            library.documents.put_many(batch)
            # As in a library that is in use: nothing is left to be taken in the background.
            library.facts.put_many(taken)
    return home


def _newsboat(program: str, work: Path, articles: int) -> Peer:
    folder = work / "newsboat"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.xml").write_bytes(feed(number, articles // 10))
    (folder / "urls").write_text("".join(f"file://{folder}/{number}.xml\n" for number in range(10)))
    (folder / "config").write_text("max-items 0\n")
    command = [program, "-u", f"{folder}/urls", "-c", f"{folder}/cache.db", "-C", f"{folder}/config"]
    subprocess.run([*command, "-x", "reload"], check=True)
    return Peer(f"newsboat, {articles:,} articles", command, "Feed 9")


def table(measured: Sequence[Peer]) -> str:
    """The figures, with how they stand to those of the first row."""
    heads = f"{'first screen ms':>24} {'ratio':>6} {'cpu ms':>7} {'ratio':>6} {'MB':>6} {'ratio':>6}"
    lines = [f"{'':28} {heads} {'page ms, p50 and p95':>22}"]
    base = measured[0]
    for peer in measured:
        start = statistics.median(peer.start)
        spread = f"{start * 1000:,.0f} ({min(peer.start) * 1000:,.0f}-{max(peer.start) * 1000:,.0f})"
        line = f"{peer.name:28} {spread:>24} {start / statistics.median(base.start):6.2f}"
        if peer.memory:
            memory = statistics.median(peer.memory)
            busy = statistics.median(peer.busy)
            line += f" {busy * 1000:7.0f} {busy / statistics.median(base.busy):6.2f}"
            line += f" {memory:6.1f} {memory / statistics.median(base.memory):6.2f}"
        if peer.pages:
            pages = sorted(peer.pages)
            line += f" {statistics.median(pages) * 1000:12.1f} {pages[int(0.95 * (len(pages) - 1))] * 1000:9.1f}"
        lines.append(line)
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--bytes", type=int, default=100_000, dest="size")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--presses", type=int, default=20)
    parser.add_argument("--find", nargs="*", default=[], metavar="DIR")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = peers(Path(folder), options.articles, options.size, options.find)
        broken: set[str] = set()
        for at in range(options.runs + 1):
            if at == 1:  # the first round filled caches, of the programs and of the system
                for peer in found:
                    peer.start, peer.busy, peer.memory, peer.pages = [], [], [], []
            for peer in found:
                if peer.name in broken:
                    continue
                try:
                    run(peer, options.presses)
                except TimeoutError as error:
                    broken.add(peer.name)
                    print(error)
        print(table([peer for peer in found if peer.name not in broken]))


if __name__ == "__main__":
    main()
