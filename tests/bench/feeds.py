"""Feeds refreshed, beside newsboat in the same run; figures only, nothing is asserted.

    python -m tests.bench.feeds [--feeds 500] [--entries 20] [--latency 0,50] [--threads 1,16] [--rounds 1]

A server on 127.0.0.0/8 gives each pair of feeds a host of its own. ``--latency`` is how long it thinks before it
answers, in milliseconds: 0 is a wire that no feed in the world lies on, 50 a good one. ``--threads`` is newsboat's
``reload-threads``: 1 is its default. Both programs begin with nothing, then refresh again, round by round in turn.
Ours is timed until all articles are stored, listed and readable, as newsboat's are then, and once more with
``--index``, until all are searchable too; newsboat has no index. Seconds of processors are given beside: they count on
a busy machine.

Then the reader itself is open, without a terminal, while its feeds come in: how late its loop is, at worst; the longest
that its thread itself was at work between two beats, which other programs cannot lengthen; and how much memory the
processes take together.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from reader.library import Library
from reader.library.changes import Several
from reader.library.feed_changes import Subscribe

_TEXT = "the minister said on Monday that prices rose in Paris while the envoy of Example Corp paid a million to a boat"
WORDS = _TEXT.split()
STALL = 0.005
"""Seconds between two beats of the reader's loop."""
WEIGHED = 0.25
"""Seconds between two looks at the memory: each keeps a processor busy for some 10 ms."""


def feed(number: int, entries: int) -> bytes:
    """An RSS feed of that many summaries of 120 words."""
    chance = random.Random(number)

    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    items = "".join(
        f"<item><title>{words(8)} {number}-{entry}</title><link>http://e.example/{number}/{entry}</link>"
        f"<guid>{number}-{entry}</guid><pubDate>Mon, 05 Jan 2026 10:{entry % 60:02d}:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{words(60)}.&lt;/p&gt;&lt;p&gt;{words(60)}.&lt;/p&gt;</description></item>"
        for entry in range(entries)
    )
    head = f"<title>Feed {number}</title><link>http://e.example/{number}</link><description>d</description>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


async def serve(feeds: int, entries: int, latency: float) -> None:
    """Answer until the process is ended; the port is printed first."""
    bodies = [feed(number, entries) for number in range(feeds)]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                body = bodies[int(head.split()[1].strip(b"/"))]
                await asyncio.sleep(latency)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n")
                writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def addresses(port: int, feeds: int) -> list[str]:
    """Where the feeds are: two on each host."""
    return [f"http://127.0.{1 + number // 2 // 250}.{1 + number // 2 % 250}:{port}/{number}" for number in range(feeds)]


Taken = tuple[float, float]
"""Seconds by the clock, and of processors."""


def newsboat(work: Path, urls: list[str], threads: int) -> tuple[Taken, Taken]:
    """What a first reload takes, and one after it."""
    folder = work / f"newsboat-{threads}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "urls").write_text("\n".join(urls) + "\n")
    (folder / "config").write_text(f"reload-threads {threads}\n")
    given = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config"), "-x", "reload"]
    return _timed(["newsboat", *given]), _timed(["newsboat", *given])


def ours(work: Path, urls: list[str]) -> tuple[Taken, Taken, Taken]:
    """The same for ``dateline refresh``, and for a first one until all is searchable."""
    command = [sys.executable, "-m", "reader", "refresh", "--all", "--quiet", "--library"]
    indexed = _timed([*command, str(followed(work / "indexed", urls)), "--index"])
    home = str(followed(work / "dateline", urls))
    return _timed([*command, home]), _timed([*command, home]), indexed


def followed(home: Path, urls: list[str]) -> Path:
    """A library that follows the feeds and has fetched nothing."""
    shutil.rmtree(home, ignore_errors=True)
    with Library.open(home) as library:
        library.do(Several(tuple(Subscribe(url, private=True) for url in urls)))
    return home


def _timed(command: list[str]) -> Taken:
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    # With byte code, as installed programs have it.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


async def opened(home: Path) -> tuple[float, float, float, float, int]:
    """With the reader open: seconds of the refresh and of making all searchable, its loop's worst and 99th percentile
    lateness, the longest work of its thread between two beats, megabytes."""
    from reader.settings.config import Config
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk
    from reader.tui.screens.following import FIRST_LOOK

    app = DatelineApp(Desk(Library.open(home), background=False), config=Config({"feeds.every": 0}))
    late: list[float] = []
    slices: list[float] = []
    most = [0]
    over = threading.Event()

    def weigh() -> None:
        while not over.wait(WEIGHED):
            most[0] = max(most[0], _memory())

    async with app.run_test(size=(120, 36)) as pilot:
        while not app.desk.settled:
            await pilot.pause(0.05)
        await asyncio.sleep(FIRST_LOOK)  # as it waits itself, until the first article has its facts
        threading.Thread(target=weigh, daemon=True).start()
        feeds = [one.id for one in app.desk.library.feeds.subscriptions()]
        start = time.perf_counter()
        work = asyncio.create_task(app.desk.refresh_feeds(feeds))
        while not work.done() or app.desk.library.unindexed.count():
            before, own = time.perf_counter(), time.thread_time()
            await asyncio.sleep(STALL)
            late.append(time.perf_counter() - before - STALL)
            slices.append(time.thread_time() - own)
        taken = time.perf_counter() - start
        over.set()
    late.sort()
    return taken, late[-1], late[int(len(late) * 0.99)], max(slices), most[0]


def _memory() -> int:
    """Megabytes of this process and all that it started, each page counted where it is shared in parts."""
    return _kilobytes("self") // 1024


def _kilobytes(process: str) -> int:
    total = _share(process)
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:  # the thread has ended meanwhile
            continue
        total += sum(map(_kilobytes, children))
    return total


def _share(process: str) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _said(taken: Taken) -> str:
    return f"{taken[0]:.2f} s ({taken[1]:.2f} of processors)"


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--entries", type=int, default=20)
    parser.add_argument("--latency", default="0,50")
    parser.add_argument("--threads", default="1,16")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        asyncio.run(serve(options.feeds, options.entries, options.serve))
        return
    work = Path(tempfile.mkdtemp(prefix="feeds-"))
    print(f"{options.feeds} feeds of {options.entries} entries; load {os.getloadavg()[0]:.1f}")
    try:
        for latency in map(float, options.latency.split(",")):
            _compare(work, latency, options)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _compare(work: Path, latency: float, options: argparse.Namespace) -> None:
    command = [sys.executable, "-m", "tests.bench.feeds", "--serve", str(latency / 1000)]
    command += ["--feeds", str(options.feeds), "--entries", str(options.entries)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        urls = addresses(int(server.stdout.readline()), options.feeds)
        for _ in range(options.rounds):
            first, again, indexed = ours(work, urls)
            print(
                f"{latency:.0f} ms: dateline {_said(first)}, again {_said(again)}; until searchable {_said(indexed)}"
                f"; load {os.getloadavg()[0]:.1f}"
            )
            for threads in map(int, options.threads.split(",")):
                if not shutil.which("newsboat"):
                    print("newsboat is not installed")
                    break
                their, their_again = newsboat(work, urls, threads)
                print(
                    f"{latency:.0f} ms: newsboat with {threads:2} threads {_said(their)}, again {_said(their_again)}:"
                    f" ratio {their[0] / first[0]:.1f} ({their[1] / first[1]:.1f} of processors), again"
                    f" {their_again[0] / again[0]:.1f}, until searchable {their[0] / indexed[0]:.1f}"
                )
        taken, worst, usual, longest, memory = asyncio.run(opened(followed(work / "open", urls)))
        print(
            f"{latency:.0f} ms: open reader {taken:.2f} s until searchable; its loop was late by {worst * 1000:.0f} ms"
            f" at worst, {usual * 1000:.0f} ms in 99 of 100; {longest * 1000:.0f} ms its own longest work;"
            f" {memory} MB at most"
        )
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
