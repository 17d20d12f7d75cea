"""The reader killed in the midst of writing: notes typed into it, SIGKILL, what was called saved counted.

``python -m tests.bench.killed [--rounds 40] [--seed 1] [--told]``

Each round opens the reader on an article, writes numbered notes with the keys a person would press, and counts a note
as saved when the foot says so, and only then: what the foot said of the note before is gone once the editor stands. The
kill falls at a random moment. Prints JSON; exit code 1 when a saved note is
missing, a note is there twice, or a file is damaged.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.library import Library
from tests.terminal import Terminal

EDITOR = r"Ctrl\+s save and close"
"""What the key bar says while a note is written, and at no other time."""


def written_until_killed(home: Path, article: Path, first: int, seconds: float) -> tuple[list[int], bool]:
    """Numbers that were called saved, and whether the reader was there to be killed."""
    saved: list[int] = []
    command = [sys.executable, "-m", "reader", "--library", str(home), str(article)]
    with Terminal(command, 120, 30) as terminal:
        terminal.wait_for(r"Actors \d")
        terminal.read(0.3)
        until: float | None = None
        number = first
        try:
            while until is None or time.monotonic() < until:
                terminal.press("e", "m")
                terminal.wait_for(EDITOR, 20)  # what was said of the note before has gone by then
                os.write(terminal.fd, f"note {number} ".encode() + b"\x13")
                terminal.wait_for(rf"^(?![\s\S]*{EDITOR})[\s\S]*Saved; u takes", 20)
                saved.append(number)
                number += 1
                if until is None:
                    until = time.monotonic() + seconds
        except TimeoutError:
            pass
        os.write(terminal.fd, b"m")
        os.write(terminal.fd, f"note {number} ".encode() + b"\x13")
        time.sleep(seconds / 10)
        os.kill(terminal.pid, signal.SIGKILL)
    return saved, bool(saved)


def main() -> int:
    """All rounds on one library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", action="store_true", help="tell how it stands after each ten rounds")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    saved: set[int] = set()
    lost: set[int] = set()
    damaged: list[str] = []
    silent = 0
    twice: list[int] = []
    with tempfile.TemporaryDirectory(prefix="killed-") as scratch:
        home, article = Path(scratch) / "home", Path(scratch) / "article.txt"
        article.write_text("The talks in Geneva went on, said Joe Biden.\n\n" * 400)
        for turn in range(options.rounds):
            told, spoke = written_until_killed(home, article, turn * 1000, chance.uniform(0, 1.5))
            silent += not spoke
            saved |= set(told)
            with Library.open(home) as library:
                damaged += library.check()
                notes = [one.note for one in library.annotations.all(limit=1_000_000)]
            held = Counter(int(number) for note in notes for number in re.findall(r"note (\d+)", note))
            lost |= saved - held.keys()
            twice = [number for number, count in held.items() if count > 1]
            if options.told and turn % 10 == 9:
                print(turn + 1, len(saved), sorted(lost), twice, damaged, flush=True)
    told_all = {"rounds": options.rounds, "saved": len(saved), "lost": sorted(lost), "twice": twice}
    print(json.dumps({**told_all, "damaged": damaged, "rounds without a note": silent}))
    return 1 if lost or damaged or twice else 0


if __name__ == "__main__":
    sys.exit(main())
