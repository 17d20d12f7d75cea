"""How the time of each part grows with hostile text: processor seconds at n, 4n and 16n characters, as an exponent.

``python -m tests.bench.scaling [--size 4000] [--shapes REGEX] [--parts REGEX] [--limit 1.3] [--out FILE]``

The exponent is that of the steeper of the two steps, counted only where the longest text takes longer than a
tenth of a second: below that nobody waits, and what is measured is the clock. Each measurement is the least of three,
and of what takes less than that the shorter texts are not measured. What is too steep is measured twice more: what
stays so is no mood of the machine. Parts run in a worker that is killed after a minute. Exit code 1 when an exponent is
above the limit.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from reader.jobs.job import JobError
from reader.jobs.workers import Workers
from reader.model import Document
from tests.bench import scaling
from tests.fuzz.shapes import SHAPES

FLOOR = 0.1
"""Seconds below which a time says nothing."""
DEADLINE = 60.0
AGAIN = 2
"""Times that what is too steep is measured again, to take the least: other programs lengthen what they run beside."""
LIGHT, LIGHT_PARTS = 8, {"clean", "front matter", "text", "layout", "sentences", "tokens", "fold"}
"""Parts that are so quick that they are given so many times as much."""


def parts() -> dict[str, tuple[Callable[[str], Any], Callable[..., object]]]:
    """What is measured: how its input is made of a text, and the work itself."""
    from reader.extract.actors import find_actors
    from reader.extract.article import Article
    from reader.extract.dates import find_dates
    from reader.extract.events import find_events
    from reader.extract.figures import find_figures
    from reader.extract.quotes import find_quotes
    from reader.extract.sentences import sentences
    from reader.extract.tokens import tokenize
    from reader.markdown.build import build_markdown, build_text
    from reader.markdown.layout import Layout
    from reader.model import clean
    from reader.search.fold import fold
    from reader.search.query import parse
    from reader.sources import frontmatter
    from reader.sources.html import article as html_article

    def read(text: str) -> Article:
        article = Article(clean(text))
        assert article.tokens is not None
        assert article.sentences is not None
        return article

    def with_people(text: str) -> tuple[Article, Any]:
        article = read(text)
        return article, find_actors(article)

    def with_all(text: str) -> tuple[Article, Any, Any, Any]:
        article, people = with_people(text)
        return article, people, find_dates(article), find_quotes(article, people)

    def shown(document: Document) -> object:
        layout = Layout(document, 80)
        layout.extend_to_offset(len(document.text))
        return [layout.line(y) for y in range(layout.height)]

    def same(text: str) -> str:
        return text

    return {
        "clean": (same, clean),
        "front matter": (same, frontmatter.split),
        "text": (same, lambda text: build_text(text, id="a", origin="file:/a")),
        "markdown": (same, lambda text: build_markdown(text, id="a", origin="file:/a")),
        "html": (same, html_article),
        "layout": (lambda text: build_text(text, id="a", origin="file:/a"), shown),
        "sentences": (clean, sentences),
        "tokens": (clean, tokenize),
        "actors": (read, find_actors),
        "dates": (read, find_dates),
        "figures": (read, lambda article: find_figures(article, [])),
        "quotes": (with_people, lambda given: find_quotes(*given)),
        "events": (with_all, lambda given: find_events(*given)),
        "fold": (clean, fold),
        "query": (same, parse),
    }


def measured(part: str, shape: str, size: int, nothing: float) -> float:
    """Processor seconds of one part on one text; what takes less than ``nothing`` is measured once."""
    prepare, work = parts()[part]
    work(prepare(SHAPES[shape](200)))  # what is loaded and compiled once
    given = prepare(SHAPES[shape](size))
    best = math.inf
    for _ in range(3):
        begin = time.process_time()
        work(given)
        best = min(best, time.process_time() - begin)
        if best > 1 or best < nothing:
            break
    return best


def taken(workers: Workers, part: str, shape: str, size: int) -> list[float]:
    """Processor seconds at n, 4n and 16n, without the shorter ones where the longer takes no time worth speaking of."""
    times: list[float] = []
    for factor in (16, 4, 1):
        try:
            length = factor * size * (LIGHT if part in LIGHT_PARTS else 1)
            nothing = FLOOR if factor == 16 else FLOOR / 16
            job = workers.submit(scaling.measured, part, shape, length, nothing, deadline=DEADLINE)
            times.insert(0, job.result())
        except JobError as error:
            print(f"{part:13} {shape:20} {factor}n: {error}", flush=True)
            times.insert(0, DEADLINE)
        if times[0] < FLOOR:
            break
    return times


def exponent(times: list[float]) -> float:
    """Of the steeper step among those that take long enough to be measured."""
    steps = [math.log(max(b, FLOOR) / max(a, FLOOR / 16), 4) for a, b in pairwise(times) if b > FLOOR]
    return max(steps, default=0.0)


def main() -> int:
    """Measure; a line for each that is too steep, and the steepest of each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--shapes", default=".")
    parser.add_argument("--parts", default=".")
    parser.add_argument("--limit", type=float, default=1.3)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    workers = Workers(1, nice=0)
    steepest: dict[str, tuple[float, str, list[float]]] = {}
    steep = 0
    for part in parts():
        if not re.search(options.parts, part):
            continue
        for shape in SHAPES:
            if not re.search(options.shapes, shape):
                continue
            times = taken(workers, part, shape, options.size)
            for _ in range(AGAIN):
                if exponent(times) <= options.limit:
                    break
                again = taken(workers, part, shape, options.size)
                both = min(len(times), len(again))
                times = [min(pair) for pair in zip(times[-both:], again[-both:], strict=True)]
            found = exponent(times)
            if options.out:
                with options.out.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"part": part, "shape": shape, "times": times, "exponent": found}) + "\n")
            if found > options.limit:
                steep += 1
                print(f"{part:13} {shape:20} {found:5.2f}  {' '.join(f'{one:.3f}' for one in times)}", flush=True)
            if part not in steepest or found > steepest[part][0]:
                steepest[part] = found, shape, times
        if part in steepest:
            found, shape, times = steepest[part]
            print(f"{part:13} at most {found:.2f} ({shape}, {times[-1]:.2f} s)", flush=True)
    workers.close()
    print(f"{steep} too steep")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
