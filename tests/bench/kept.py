"""What a harness that kills writers needs to know of us: one command writes notes for ever, one lists them.

    python -m tests.bench.kept write HOME ARTICLE START [AHEAD]    prints "ACK <number> <sum>" for each saved note
    python -m tests.bench.kept list HOME                           prints "<number> <sum>" for each note that is held

AHEAD notes are on their way at once; 1, the default, waits for each answer before the next, so that in a trace of the
system calls no acknowledgement falls between the writes of the note after it.
Both go through ``dateline annotate --input jsonl -`` and ``dateline annotations --format jsonl``.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import subprocess
import sys
import threading
from collections.abc import Iterator


def write(home: str, article: str, start: int, ahead: int) -> int:
    """Write until killed."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "reader", "--library", home, "annotate", "--input", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    room = threading.Semaphore(ahead)

    def feed() -> None:
        assert writer.stdin is not None
        for line in lines(article, start):
            room.acquire()
            writer.stdin.write(line)
            writer.stdin.flush()

    threading.Thread(target=feed, daemon=True).start()
    assert writer.stdout is not None
    for number, answer in zip(itertools.count(start), writer.stdout, strict=False):
        told = json.loads(answer)
        if not told["ok"]:
            print(told["error"], file=sys.stderr)
            return 1
        sys.stdout.write(f"ACK {number} {checksum(note_of(number))}\n")
        sys.stdout.flush()
        room.release()
    return 1


def lines(article: str, start: int) -> Iterator[bytes]:
    """Notes all over the article, numbered."""
    for number in itertools.count(start):
        at = number * 7 % 1_500
        asked = {
            "document": article,
            "start": at,
            "end": at + 5 + number % 40,
            "label": "claim",
            "note": note_of(number),
            "key": str(number),
        }
        yield json.dumps(asked).encode() + b"\n"


def note_of(number: int) -> str:
    """What note number so and so says; of many lengths."""
    return f"{number} " + "and so on " * (number % 23)


def checksum(note: str) -> str:
    """A short sum of a note, as it is kept."""
    return hashlib.sha256(note.strip().encode()).hexdigest()[:12]


def show(home: str) -> int:
    """List what is held."""
    command = [sys.executable, "-m", "reader", "--library", home, "annotations", "--format", "jsonl"]
    listed = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    for line in listed.stdout.splitlines():
        note = json.loads(line)["note"]
        print(note.split()[0], checksum(note))
    return listed.returncode


if __name__ == "__main__":
    what, home, *rest = sys.argv[1:]
    sys.exit(write(home, rest[0], int(rest[1]), int((rest[2:] or ["1"])[0])) if what == "write" else show(home))
