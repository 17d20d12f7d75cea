"""How well and how fast dates are found: ``python tests/bench/dates.py DATA.jsonl [...] [--errors N] [--direct]``.

Each line of DATA is an article: ``{"id", "text", "dct", "spans": [{"start", "end", "type", "value"}]}``, ``dct`` the
publication date, spans the TIMEX3 of its gold. The tagger runs through ``python -m reader facts --input jsonl -`` as a
user would run it; where that command is not there, or with ``--direct``, it is called in this process. Characters a
second are always measured in this process, tokens included, in processor time.

Measures are those of TempEval-3 (UzZaman et al. 2013): strict and relaxed F1 of extents (after white space and
punctuation at both edges), then value and type F1, which count a relaxed match whose attribute is right.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

EDGE = " \t\r\n.,;:()[]\"'“”‘’-–—"


@dataclass(frozen=True, slots=True)
class Expression:
    """One TIMEX3 of the gold or of the tagger."""

    start: int
    end: int
    type: str
    value: str

    @classmethod
    def of(cls, span: dict[str, Any], text: str) -> Expression:
        """From a JSON span, with its edges trimmed."""
        start, end = int(span["start"]), min(int(span["end"]), len(text))
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        return cls(start, end, str(span.get("type") or ""), "".join(str(span.get("value") or "").split()).upper())


@dataclass(slots=True)
class Tally:
    """Counts over a data set."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def f1(self, hits: int) -> float:
        """F1 in percent of ``hits`` against what is in the gold and what was found."""
        return 200 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def pairs(gold: list[Expression], found: list[Expression]) -> list[tuple[Expression, Expression]]:
    """One-to-one pairs that overlap: equal extents first, then the larger overlap, then the earlier."""
    candidates = [
        ((one.start, one.end) != (other.start, other.end), max(one.start, other.start) - min(one.end, other.end), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    result = []
    for _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            result.append((gold[i], found[j]))
    return result


def through_the_command(articles: list[dict[str, Any]]) -> list[list[dict[str, Any]]] | None:
    """Date facts of each article from the command line; None where the command cannot do it."""
    lines = "".join(
        json.dumps({"id": article["id"], "text": article["text"], "published": article.get("dct")}) + "\n"
        for article in articles
    )
    command = [sys.executable, "-m", "reader", "facts", "--input", "jsonl", "--kind", "date", "-"]
    run = subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    try:
        results = [json.loads(line) for line in run.stdout.splitlines()]
    except ValueError:
        return None
    if len(results) != len(articles) or any("facts" not in result for result in results):
        return None
    return [[fact for fact in result["facts"] if fact["kind"] == "date"] for result in results]


def directly(articles: list[dict[str, Any]]) -> tuple[list[list[dict[str, Any]]], float]:
    """Date facts of each article, and the seconds of processor time that they took."""
    from reader.extract.article import Article
    from reader.extract.dates import find_dates
    from reader.model import Published, fact_to_json

    find_dates(Article("warm", None))
    begun = time.process_time()
    facts = [
        find_dates(Article(article["text"], Published.parse(article["dct"]) if article.get("dct") else None))
        for article in articles
    ]
    taken = time.process_time() - begun
    return [[fact_to_json(fact) for fact in found] for found in facts], taken


def score(articles: list[dict[str, Any]], facts: list[list[dict[str, Any]]], errors: int) -> Tally:
    """Compare with the gold, printing up to ``errors`` differences."""
    tally = Tally()
    for article, found_facts in zip(articles, facts, strict=True):
        text = article["text"]
        gold = [Expression.of(span, text) for span in article["spans"] if span.get("kind", "date") != "nondate"]
        found = [Expression.of(fact, text) for fact in found_facts]
        tally.gold += len(gold)
        tally.found += len(found)
        matched = pairs(gold, found)
        for one, other in matched:
            tally.relaxed += 1
            tally.strict += (one.start, one.end) == (other.start, other.end)
            tally.value += one.value == other.value
            tally.type += one.type == other.type
            if one != other and errors > 0:
                errors -= 1
                print(
                    f"  {text[one.start : one.end]!r} {one.value} but {text[other.start : other.end]!r} {other.value}"
                )
        for kind, rest in (
            ("missed", set(gold) - {one for one, _ in matched}),
            ("spurious", set(found) - {other for _, other in matched}),
        ):
            for item in sorted(rest, key=lambda item: item.start)[: max(0, errors)]:
                errors -= 1
                print(f"  {kind} {text[item.start : item.end]!r} {item.value}")
    return tally


def main() -> None:
    """Measure each data set named on the command line."""
    parser = argparse.ArgumentParser(description="Score the date tagger on articles with gold TIMEX3.")
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N differences")
    parser.add_argument("--direct", action="store_true", help="call the tagger in this process only")
    options = parser.parse_args()
    print("data                       gold  found  strict  relaxed  value   type   chars/s")
    for path in options.data:
        articles = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        facts, taken = directly(articles)
        by_command = None if options.direct else through_the_command(articles)
        tally = score(articles, facts if by_command is None else by_command, options.errors)
        rate = sum(len(article["text"]) for article in articles) / max(taken, 1e-9)
        print(
            f"{path.stem:24} {tally.gold:6} {tally.found:6}"
            f" {tally.f1(tally.strict):7.1f} {tally.f1(tally.relaxed):8.1f}"
            f" {tally.f1(tally.value):6.1f} {tally.f1(tally.type):6.1f} {rate:9,.0f}"
            + ("" if by_command is not None else "  (called directly)")
        )


if __name__ == "__main__":
    main()
