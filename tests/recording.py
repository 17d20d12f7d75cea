"""The recording: a session at a real terminal, played from a script. Part of ``python -m tests.pictures``.

What is shown is each screen after it has come to rest, for as long as the script says: so two runs give the same
bytes, however fast the machine.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.svg import Frame, Row, Run, film, joined
from tests.terminal import Terminal

SIZE = (100, 30)
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Step:
    """Keys pressed one after another, each seen for a moment, the last one for longer."""

    says: str
    keys: Sequence[str]
    until: str
    """What must be on the screen then, as a regular expression."""
    seconds: float = 2.0


SCRIPT = (
    Step("dateline seeds", [], "Biden and Putin", 2.5),
    Step("P sets the publication date", ["P", *"2021-12-30", "enter"], "30 Dec 2021|2021-12-30"),
    Step("e goes from actor to actor", ["e", "e", "e"], "Biden"),
    Step("t goes from date to date, worked out from the publication date", ["t"], "this Thursday"),
    Step("w says why", ["w"], "% sure", 3.0),
    Step("", [], r"(?s)\A(?!.*▌)", 0.5),  # the box goes by itself after a while
    Step("i lays the facts beside the text", ["i"], "United States +×3", 3.0),
    Step("Esc", ["esc"], "Biden", 1.0),
    Step("f searches all articles, typos and all", ["f", *"borel uninvolvd"], "Borrell", 3.0),
    Step("Enter goes to the place found", ["enter"], "uninvolved spectator", 2.5),
    Step("5 puts a label on what is selected", ["5"], "claim", 2.0),
    Step("m writes a note", ["m", *"Who else says so?"], "Who else says so", 2.0),
    Step("Ctrl+s saves it", ["ctrl+s"], "[Ss]aved|Who else", 2.5),
    Step("L: what all articles date, in time order", ["L"], "2021", 3.0),
    Step("q: back", ["q"], "Biden", 1.0),
    Step("F2: on paper", ["f2"], "Biden", 3.0),
)


def record(home: Path, folder: Path) -> list[Path]:
    """Play the script on a copy of a prepared library; gives the files written: a film and an asciicast."""
    frames = list(_frames(home))
    drawn, cast = folder / "recording.svg", folder / "recording.cast"
    drawn.write_text(film(frames), "utf-8")
    cast.write_text(asciicast(frames), "utf-8")
    return [drawn, cast]


def _frames(home: Path) -> Iterator[Frame]:
    with tempfile.TemporaryDirectory() as own:
        library = shutil.copytree(home, Path(own) / "library")
        command = [sys.executable, "-m", "reader", "--library", str(library), "seeds"]
        config = Path(own) / "config.toml"
        config.write_text('[looks]\nhints = false\nmotion = "reduced"\n', "utf-8")
        environment = {"DATELINE_CONFIG": str(config), "TEXTUAL_ANIMATIONS": "none", "PYTHONPATH": str(ROOT)}
        with Terminal(command, *SIZE, env=environment, cwd=str(ROOT)) as terminal:
            for step in SCRIPT:
                for key in step.keys[:-1]:
                    terminal.press(key)
                    _rest(terminal, 0.6)
                    yield Frame(_rows(terminal), 0.12 if len(key) == 1 and len(step.keys) > 6 else 0.7, step.says)
                if step.keys:
                    terminal.press(step.keys[-1])
                terminal.wait_for(step.until)
                if step.until.startswith("30 Dec"):
                    _lit(terminal)
                _rest(terminal, 1.0)
                yield Frame(_rows(terminal), step.seconds, step.says)


def _lit(terminal: Terminal) -> None:
    """Wait until actors are lit up: facts are taken anew when the date has changed, and keys are for those."""
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        _rest(terminal, 0.5)
        if any("underscore" in looks for line in terminal.cells[:20] for _, _, _, looks in line):
            return
    raise TimeoutError(f"nothing is lit up; the screen was:\n{terminal.text}")


def _rest(terminal: Terminal, seconds: float) -> None:
    """Wait until the screen is the same for some time; what is drawn again and again, such as a caret, may go on."""
    limit, before = time.monotonic() + 20, ""
    while terminal.text != before and time.monotonic() < limit:
        before = terminal.text
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            terminal.take(0.05)


def _rows(terminal: Terminal) -> tuple[Row, ...]:
    return tuple(joined(_cells(line)) for line in terminal.cells)


def _cells(line: Sequence[tuple[str, str, str, frozenset[str]]]) -> Iterator[Run]:
    for at, (text, front, ground, looks) in enumerate(line):
        if not text:
            continue  # the second half of a wide character
        cells = 2 if at + 1 < len(line) and not line[at + 1][0] else 1
        if "reverse" in looks:
            front, ground = ground, front
        yield Run(
            text, cells, front, ground,
            "bold" in looks, "italics" in looks, "underscore" in looks, "strikethrough" in looks,
        )  # fmt: skip


def asciicast(frames: Sequence[Frame]) -> str:
    """The frames for ``asciinema play``: of each, the lines that have changed."""
    lines = [json.dumps({"version": 2, "width": SIZE[0], "height": SIZE[1], "title": "Dateline"})]
    now = 0.0
    before: tuple[Row, ...] = ((),) * SIZE[1]
    for frame in frames:
        changed = [(at, row) for at, row in enumerate(frame.rows, 1) if row != before[at - 1]]
        before = frame.rows
        drawn = "".join(f"\x1b[{at}H" + "".join(_escaped(run) for run in row) for at, row in changed) + "\x1b[0m"
        lines.append(json.dumps([round(now, 2), "o", drawn], ensure_ascii=False))
        now += frame.seconds
    lines.append(json.dumps([round(now, 2), "o", ""]))
    return "\n".join(lines) + "\n"


def _escaped(run: Run) -> str:
    codes = ["0"]
    codes += [code for code, on in (("1", run.bold), ("3", run.italic), ("4", run.underline), ("9", run.struck)) if on]
    for kind, colour in (("38", run.colour), ("48", run.ground)):
        codes.append(f"{kind};2;" + ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)))
    return f"\x1b[{';'.join(codes)}m{run.text}"
