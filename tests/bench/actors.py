"""How well and how fast actors are found.

``python -m tests.bench.actors DATA ... [--peer spacy[:PIPELINE]] ...`` where PIPELINE is the name of an installed
spaCy pipeline or the path of one (``en_core_web_sm`` when left out) and DATA are JSON Lines files of ``{"id", "text",
"spans": [{"start", "end", "kind"}]}`` or gold texts (``tests/extract/actors/gold/*.txt``), which also know who is who.
``--held-out FOLDER`` adds the held-out eighths of the training sets in FOLDER; since the model in the package has
learned from all of them, that needs ``--model FILE``, one made by ``reader.extract.actors.train --without-held-out``.
Prints precision, recall and F1 of exact spans with their type, of each type, and of overlapping spans of any type;
B-cubed of "same actor" where the gold knows; load time and memory, each engine in a process of its own; and speed.
Peers run on the same texts in the same run; a table at the end sets them side by side.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from reader.extract.actors import find_actors, model
from reader.extract.actors.again import names
from reader.extract.actors.corpus import read
from reader.extract.actors.crf import LABELS
from reader.extract.actors.engine import UnknownEngine, engine_named
from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.measure import Score, b_cubed, bare, compare, marked, mentions
from reader.extract.article import Article

_FOOTPRINT = """
import resource, sys, time
start = time.process_time()
from reader.extract.actors import find_actors
from reader.extract.article import Article
imported = time.process_time()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begin = time.process_time()
find_actors(Article("President Joe Biden met Vladimir Putin in Geneva."), sys.argv[1])
done = time.process_time()
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unit = 1 if sys.platform == "darwin" else 1024
print(imported - start, done - begin, (after - before) * unit / 1e6, after * unit / 1e6)
"""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its scored spans, and its actors where they are known."""

    text: str
    spans: tuple[dict[str, object], ...]
    actors: dict[tuple[int, int], str]


def gold_texts(file: Path) -> list[GoldText]:
    """The texts of a JSON Lines file or of one gold text."""
    if file.suffix == ".txt":
        one = marked(file.read_text("utf-8"))
        spans = tuple({"start": start, "end": end, "kind": kind} for start, end, kind, _ in one.spans)
        return [GoldText(one.text, spans, {(start, end): actor for start, end, _, actor in one.spans})]
    lines = (json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip())
    return [GoldText(line["text"], tuple(line["spans"]), {}) for line in lines]


def held_out(folder: Path) -> dict[str, list[GoldText]]:
    """The held-out eighth of each training set, as the training reads it: titles cut off, nationalities left out."""
    found: dict[str, list[GoldText]] = {}
    for one in read(folder, gazetteer()):
        if one.held_out:
            starts, ends = one.tokens.starts, one.tokens.ends
            path = [LABELS.index(label) for label in one.labels]
            spans = [{"start": starts[first], "end": ends[last - 1], "kind": kind} for first, last, kind in names(path)]
            found.setdefault(f"{one.set}, held out", []).append(GoldText(one.text, tuple(spans), {}))
    return found


def measure(texts: list[GoldText], engine: str) -> tuple[dict[str, Score], Score, float]:
    """Scores by name, B-cubed over mentions (empty without actors), characters a second of processor time."""
    scores: dict[str, Score] = {}
    precision = recall = 0.0
    found_mentions = gold_mentions = 0
    seconds = 0.0
    for one in texts:
        begin = time.process_time()
        found = find_actors(Article(one.text), engine)
        seconds += time.process_time() - begin
        spans = [{"start": mention.start, "end": mention.end, "kind": mention.type} for mention in found]
        compare(scores, mentions(one.text, one.spans), mentions(one.text, spans))
        if one.actors:
            ours = {bare(one.text, mention.start, mention.end): mention.actor for mention in found}
            theirs = {bare(one.text, *span): actor for span, actor in one.actors.items()}
            p, r, n, m = b_cubed(theirs, ours)
            precision, recall, found_mentions, gold_mentions = (
                precision + p,
                recall + r,
                found_mentions + n,
                gold_mentions + m,
            )
    same = Score()
    if gold_mentions:
        same = Score(right_found=precision, right_wanted=recall, found=found_mentions, wanted=gold_mentions)
    return scores, same, sum(len(one.text) for one in texts) / max(seconds, 1e-9)


def footprint(engine: str) -> str:
    """Import time, first use, and memory of an engine in a fresh process."""
    run = subprocess.run(
        [sys.executable, "-c", _FOOTPRINT, engine],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    if run.returncode:
        return run.stderr.strip().splitlines()[-1]
    imported, first, grown, total = (float(cell) for cell in run.stdout.split())
    return f"import {imported:.3f} s, first use {first:.3f} s, memory +{grown:.0f} MB (process {total:.0f} MB)"


def main() -> int:
    """Print the figures of our engine and of the peer."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.actors")
    parser.add_argument("data", type=Path, nargs="*")
    parser.add_argument(
        "--peer",
        action="append",
        default=[],
        help="another engine for the same run, as in spacy:en_core_web_sm; may be given more than once",
    )
    parser.add_argument("--held-out", type=Path, help="folder of the training sets, whose held-out parts are added")
    parser.add_argument("--model", type=Path, help="model file instead of the one in the package")
    options = parser.parse_args()
    if options.model:
        model.FILE = options.model
    peers = ["spacy:en_core_web_sm" if peer == "spacy" else peer for peer in options.peer]
    table: dict[str, dict[str, str]] = {}
    marked_texts = [file for file in options.data if file.suffix == ".txt"]
    sets = {file.name: gold_texts(file) for file in options.data if file.suffix != ".txt"}
    if marked_texts:
        sets["gold texts"] = [text for file in marked_texts for text in gold_texts(file)]
    if options.held_out:
        sets |= held_out(options.held_out)
    for engine in ("default", *peers):
        try:
            engine_named(engine)
        except UnknownEngine as error:
            print(f"== {engine}: {error}.")
            continue
        print(f"== {engine}: {footprint(engine)}")
        find_actors(Article("Geneva"), engine)  # what follows measures reading, not loading
        for name, texts in sets.items():
            scores, same, speed = measure(texts, engine)
            print(f"-- {name}: {len(texts)} texts, {speed / 1000:.0f} k chars/s")
            for kind, score in scores.items():
                print(f"   {kind:14s} {score}")
            if same.wanted:
                print(f"   {'same actor':14s} {same}  (B-cubed)")
            cells = [scores["exact"].f1, scores["overlap"].f1] + [same.f1] * bool(same.wanted)
            table.setdefault(name, {})[engine] = " / ".join(f"{100 * cell:.1f}" for cell in cells)
    for name, row in table.items():
        print(f"{name}: exact / overlap / same actor, F1")
        for engine, cell in row.items():
            print(f"   {cell:20s} {engine}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
