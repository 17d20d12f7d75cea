"""Power cuts, simulated: what had not been synced is lost in part, in any order, torn at sectors.

``python -m tests.bench.power_loss [--cuts 500] [--notes 150] [--seed 1] [--keep DIR]``

A real ``dateline annotate`` runs under strace, which records with their bytes all writes, truncations, syncs and
removals of the library's files, and each acknowledgement. Then, for each of ``--cuts`` random moments in that record,
the files are built as a disk could hold them after a power cut then: everything before a file's last sync, and of what
came after it any subset of the sectors (512 bytes), in any order. The library is opened as the reader opens it,
checked whole, and its notes are compared with what had been acknowledged before the cut.

What it proves: no acknowledgement depends on data that were not synced, whatever the order in which a disk writes them.
What it does not: that a disk keeps what it called synced, and the order of directory entries (a file that was made or
removed before the cut counts as made or removed). ``--deaf`` is the control: it must find losses. Linux only. Exit code
1 when a note that was acknowledged is missing or torn, or a file is damaged.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reader.library import Library, LibraryError
from tests.bench.kept import lines, note_of

SECTOR = 512
_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,close,dup,dup2"
_LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+=\s+(-?\d+)(?:<(.*)>)?$")
_FILE = re.compile(r"^(\d+)<([^>]*)>")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Done:
    """One step of the record."""

    what: str
    """write, truncate, sync, remove or ack."""
    file: str = ""
    at: int = 0
    data: bytes = b""


def recorded(home: Path, article: Path, notes: int) -> list[Done]:
    """What a run that writes so many notes does to the library's files."""
    log = home.parent / "strace.log"
    given = [line for line, _ in zip(lines(str(article), 0), range(notes), strict=False)]
    command = ["strace", "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={_CALLS}", "-o", str(log)]
    command += [sys.executable, "-m", "reader", "--library", str(home), "annotate", "--input", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for line in given[: notes // 2]:  # one by one, then the rest at once
            writer.stdin.write(line)
            writer.stdin.flush()
            writer.stdout.readline()
        writer.stdin.write(b"".join(given[notes // 2 :]))
        writer.stdin.close()
        writer.stdout.read()
    found: list[Done] = []
    places: dict[str, int] = {}
    inside = f"{home}/"
    unfinished: dict[str, str] = {}
    for raw in log.read_text("ascii", "replace").splitlines():
        pid, _, rest = raw.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            unfinished[pid] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        if rest.startswith("<... "):
            rest = unfinished.pop(pid, "") + rest.partition("resumed>")[2]
        match = _LINE.match(rest)
        if match is None or int(match[3]) < 0:
            continue
        found += _step(match[1], match[2], int(match[3]), inside, places)
    return found


def _step(call: str, given: str, result: int, inside: str, places: dict[str, int]) -> list[Done]:
    file = _FILE.match(given)
    name = file[2] if file else ""
    if name.startswith(("\\x", "/")):
        name = bytes.fromhex(name.replace("\\x", "")).decode() if name.startswith("\\x") else name
    ours = name.removeprefix(inside) if name.startswith(inside) else ""
    data = bytes.fromhex(found[1].replace("\\x", "")) if (found := _BYTES.search(given)) else b""
    if call == "write" and file is not None and file[1] == "1":
        return [Done("ack", data=data[:result])]
    if call in ("unlink", "unlinkat"):
        path = data.decode()
        return [Done("remove", path.removeprefix(inside))] if path.startswith(inside) else []
    if call == "rename":
        if given.count(inside.encode().hex()) and "backups" not in data.decode():
            raise SystemExit("a rename in the record: this simulation has no rule for it")
        return []
    if not ours or "/" in ours or ours.endswith((".lock", "-shm")):
        return []
    if call == "pwrite64":
        return [Done("write", ours, int(given.rpartition(",")[2]), data[:result])]
    if call == "write":  # SQLite writes at offsets; the rest appends, as far as this record goes
        at = places.get(ours, 0)
        places[ours] = at + result
        return [Done("write", ours, at, data[:result])]
    if call == "ftruncate":
        return [Done("truncate", ours, int(given.rpartition(",")[2]))]
    return [Done("sync", ours)] if call in ("fsync", "fdatasync") else []


def after_cut(before: dict[str, bytes], record: list[Done], chance: random.Random) -> dict[str, bytes]:
    """Files as a disk could hold them when the power goes after ``record``."""
    disk = {name: bytearray(data) for name, data in before.items()}
    waiting: dict[str, list[Done]] = {}
    for done in record:
        if done.what == "sync":
            for one in waiting.pop(done.file, []):
                _apply(disk, one, None)
        elif done.what == "remove":
            waiting.pop(done.file, None)
            disk.pop(done.file, None)
        elif done.what in ("write", "truncate"):
            waiting.setdefault(done.file, []).append(done)
    for file, left in waiting.items():
        mood = chance.choice(("none", "all", "some", "some", "last"))
        kept = left if mood == "all" else left[-1:] if mood == "last" else left
        if mood == "none":
            disk.setdefault(file, bytearray())
            continue
        for one in kept:
            _apply(disk, one, chance if mood != "all" else None)
    return {name: bytes(data) for name, data in disk.items()}


def _apply(disk: dict[str, bytearray], done: Done, chance: random.Random | None) -> None:
    content = disk.setdefault(done.file, bytearray())
    if done.what == "truncate":
        if chance is None or chance.random() < 0.5:
            del content[done.at :]
            content.extend(bytes(done.at - len(content)))
        return
    for start in range(0, len(done.data), SECTOR):
        if chance is not None and chance.random() < 0.4:
            continue
        piece = done.data[start : start + SECTOR]
        at = done.at + start
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(piece)] = piece


def acknowledged(record: list[Done]) -> list[bool]:
    """Of each note in turn, whether it was called saved."""
    said = b"".join(done.data for done in record if done.what == "ack")
    return [bool(json.loads(line)["ok"]) for line in said.split(b"\n")[:-1]]


def problems_of(home: Path, saved: list[bool]) -> list[str]:
    """What is wrong with the library after a cut."""
    try:
        with Library.open(home) as library:
            problems = library.check()
            notes = {one.note for one in library.annotations.all(limit=100_000)}
    except LibraryError as error:
        return [str(error)]
    lost = [number for number, ok in enumerate(saved) if ok and note_of(number).strip() not in notes]
    return [*problems, *([f"lost: {lost[:5]}"] if lost else [])]


def main() -> int:
    """Record one run, cut it many times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=500)
    parser.add_argument("--notes", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--deaf", action="store_true", help="as if no sync reached the disk: then notes must be missing"
    )
    parser.add_argument("--keep", type=Path, help="where the folders of bad cuts are kept")
    options = parser.parse_args()
    if shutil.which("strace") is None:
        print("strace is needed")
        return 2
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="power-") as scratch:
        home, article = Path(scratch) / "home", Path(scratch) / "article.txt"
        article.write_text("The talks in Geneva went on. " * 80)
        add = [sys.executable, "-m", "reader", "--library", str(home), "add", str(article)]
        subprocess.run(add, check=True, stdout=subprocess.DEVNULL)
        before = {path.name: path.read_bytes() for path in home.iterdir() if path.is_file() and "-shm" not in path.name}
        record = [done for done in recorded(home, article, options.notes) if done.what != "sync" or not options.deaf]
        kinds = {what: sum(done.what == what for done in record) for what in ("write", "sync", "ack", "remove")}
        first = next(at for at, done in enumerate(record) if done.what == "write")
        bad = checked = 0
        for cut in range(options.cuts):
            moment = chance.randrange(first, len(record) + 1)
            place = Path(scratch) / f"cut{cut}"
            place.mkdir()
            for name, data in after_cut(before, record[:moment], chance).items():
                path = place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            saved = acknowledged(record[:moment])
            checked += sum(saved)
            problems = problems_of(place, saved)
            if problems:
                bad += 1
                print(f"cut {cut} after step {moment}: {problems}", flush=True)
                if options.keep:
                    shutil.copytree(place, options.keep / f"cut{cut}", dirs_exist_ok=True)
            shutil.rmtree(place)
    print(json.dumps({"steps": kinds, "cuts": options.cuts, "acknowledged notes looked for": checked, "bad": bad}))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
