"""Quotes, events and figures against our own gold, and how fast all extractors run.

    python -m tests.bench.facts [GOLD.txt ...] [--errors]

Without arguments the files of ``tests/extract/gold`` are scored, each for itself: ``news-tuned.txt``, whose errors we
looked at, and the others, which no rule was tuned on. ``--errors`` lists what was wrong in it or in the files named.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.extract.pipeline import extract
from reader.model import Event, Fact, Figure, Part, Published, Quote

GOLD = Path(__file__).parent.parent / "extract" / "gold"
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as a person wrote it down; ``main`` when its verb is that of a main clause."""

    main: bool
    subject: Range | None
    action: Range
    object: Range | None
    when: Range | None = None
    place: Range | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure: its words, value and unit; ``extra`` is a currency or the end of a range."""

    span: Range
    value: float
    unit: str
    extra: str = ""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quote and its speaker's full name; ``-`` when nobody is named."""

    span: Range
    speaker: str


@dataclass(slots=True)
class GoldArticle:
    """A text with what should be found in it."""

    name: str
    published: Published
    text: str = ""
    events: list[GoldEvent] = field(default_factory=list)
    figures: list[GoldFigure] = field(default_factory=list)
    quotes: list[GoldQuote] = field(default_factory=list)
    indirect: list[GoldQuote] = field(default_factory=list)


def read_gold(path: Path) -> list[GoldArticle]:
    """Articles of a gold file; its head explains the format.

    :raises ValueError: when an annotation's words do not stand in the sentence above it.
    """
    articles: list[GoldArticle] = []
    where = (0, 0)
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.startswith("#"):
            continue
        if line.startswith("@ "):
            _, name, day = line.split(" ")
            articles.append(GoldArticle(name, Published.parse(day)))
        elif not line:
            if articles and articles[-1].text:
                articles[-1].text += "\n\n"
        elif line[:2] in ("= ", "~ ", "% ", '" ', "> "):
            try:
                _annotate(articles[-1], line[0], [cell.strip() for cell in line[2:].split("|")], where)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from None
        else:
            article = articles[-1]
            if article.text and not article.text.endswith("\n"):
                article.text += " "
            where = (len(article.text), len(article.text) + len(line))
            article.text += line
    for article in articles:
        article.text = article.text.rstrip()
    return articles


def _annotate(article: GoldArticle, sign: str, cells: list[str], where: Range) -> None:
    def find(words: str) -> Range | None:
        if words == "-":
            return None
        first, _, last = words.partition(" ... ")
        if sign == '"':
            start = article.text.rfind(first, 0, where[1])
        else:
            match = re.compile(rf"(?<!\w){re.escape(first)}(?!\w)").search(article.text, where[0])
            start = match.start() if match else -1
        end = article.text.find(last, start + len(first)) + len(last) if last else start + len(first)
        if start < 0 or end > where[1]:
            raise ValueError(f"“{words}” is not in the sentence")
        return start, end

    if sign == '"':
        span = find(cells[1].replace("...", " ... ").replace("  ", " "))
        if span:
            article.quotes.append(GoldQuote(span, cells[0]))
    elif sign == ">":
        span = find(cells[1])
        if span:
            article.indirect.append(GoldQuote(span, cells[0]))
    elif sign == "%":
        span = find(cells[0])
        if span:
            extra = cells[3] if len(cells) > 3 else ""
            article.figures.append(GoldFigure(span, float(cells[1]), cells[2], extra))
    else:
        cells += ["-"] * (6 - len(cells))
        action = find(cells[1])
        if action is None:
            raise ValueError("an event has an action")
        modality = None if cells[5] == "-" else cells[5]
        event = GoldEvent(sign == "=", find(cells[0]), action, find(cells[2]), find(cells[3]), find(cells[4]), modality)
        article.events.append(event)


def overlap(one: Range | None, other: Range | None) -> bool:
    """Whether both are missing, or share a character."""
    if one is None or other is None:
        return one is other
    return one[0] < other[1] and other[0] < one[1]


def part(value: Part | None) -> Range | None:
    """Range of an event's part."""
    return None if value is None else value.span


def same_event(gold: GoldEvent, found: Event) -> bool:
    """Subject, action and object agree."""
    return (
        overlap(gold.action, part(found.action))
        and overlap(gold.subject, part(found.subject))
        and overlap(gold.object, part(found.object))
    )


def same_figure(gold: GoldFigure, found: Figure) -> bool:
    """Words overlap, value, unit, currency or end value are the same."""
    extra = found.currency or (f"{found.end_value:g}" if found.end_value is not None else "")
    if found.end_value is not None and gold.extra and not gold.extra.isalpha():
        extra = f"{found.end_value:.0f}"
    right = abs(gold.value - found.value) <= 1e-6 * max(1.0, abs(gold.value)) and gold.unit == found.unit
    return overlap(gold.span, (found.start, found.end)) and right and extra == gold.extra


@dataclass(slots=True)
class Count:
    """Right, found and wanted: precision, recall and F1 in percent."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        counts = f"({self.right}/{self.found}/{self.wanted})"
        return f"P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}  {counts}"


def of_kind(facts: Iterable[Fact], kind: type[Fact]) -> list[Fact]:
    """Facts of one class."""
    return [fact for fact in facts if isinstance(fact, kind)]


def score(articles: Sequence[GoldArticle], errors: bool = False) -> dict[str, float]:
    """Print the figures of some articles; returns those that a test may look at."""
    rows: list[tuple[float, bool]] = []
    wanted = hit = seen = 0
    figures, values, quotes, indirect = Count(), Count(), Count(), Count()
    speakers = when_right = when_all = mood_right = mood_all = 0
    for article in articles:
        facts = extract(article.text, article.published)
        events = [fact for fact in facts if isinstance(fact, Event)] if article.events else []
        for gold in article.events:
            match = next((event for event in events if same_event(gold, event)), None)
            if gold.main:
                wanted += 1
                hit += match is not None
                seen += any(overlap(gold.action, part(event.action)) for event in events)
            if match is not None:
                if gold.when:
                    when_all += 1
                    when_right += overlap(gold.when, part(match.when))
                mood_all += 1
                mood_right += gold.modality == match.modality
                if errors and gold.modality != match.modality:
                    print("  MOOD", gold.modality, match.modality, match.text)
            elif errors and gold.main:
                print("  MISS", article.text[gold.action[0] - 30 : gold.action[1] + 50].replace("\n", " "))
        for event in events:
            right = any(same_event(gold, event) for gold in article.events)
            rows.append((event.confidence, right))
            if errors and not right:
                show = [value.text[:40] if value else "-" for value in (event.subject, event.action, event.object)]
                print(f"  SPUR {event.confidence} {event.rule}", " | ".join(show))
        found = [fact for fact in facts if isinstance(fact, Figure)] if article.figures else []
        figures.found += len(found)
        figures.wanted += len(article.figures)
        for gold_figure in article.figures:
            near = [figure for figure in found if overlap(gold_figure.span, (figure.start, figure.end))]
            figures.right += bool(near)
            values.right += any(same_figure(gold_figure, figure) for figure in near)
            if errors and not any(same_figure(gold_figure, figure) for figure in near):
                print("  FIGURE", article.text[slice(*gold_figure.span)], [(n.text, n.value, n.unit) for n in near])
        if errors:
            for figure in found:
                if not any(overlap(g.span, (figure.start, figure.end)) for g in article.figures):
                    print("  FIGURE SPUR", figure.text, figure.unit)
        said = [fact for fact in facts if isinstance(fact, Quote) and fact.direct] if article.quotes else []
        quotes.found += len(said)
        quotes.wanted += len(article.quotes)
        for gold_quote in article.quotes:
            match_quote = next((quote for quote in said if _same_words(gold_quote.span, quote)), None)
            quotes.right += match_quote is not None
            good = match_quote is not None and _same_name(match_quote.speaker or "", gold_quote.speaker)
            speakers += good
            if errors and not good:
                print("  QUOTE", gold_quote.speaker, match_quote and match_quote.speaker)
        if errors:
            for quote in said:
                if not any(_same_words(gold_quote.span, quote) for gold_quote in article.quotes):
                    print("  QUOTE SPUR", quote.speaker, quote.text)
        told = [fact for fact in facts if isinstance(fact, Quote) and not fact.direct] if article.indirect else []
        indirect.found += len(told)
        indirect.wanted += len(article.indirect)
        for gold_quote in article.indirect:
            near_quotes = [quote for quote in told if _same_words(gold_quote.span, quote)]
            good = any(_same_name(quote.speaker or "", gold_quote.speaker) for quote in near_quotes)
            indirect.right += good
            if errors and not good:
                print("  INDIRECT", gold_quote.speaker, [(quote.speaker, quote.text) for quote in near_quotes])
        if errors:
            for quote in told:
                if not any(_same_words(gold_quote.span, quote) for gold_quote in article.indirect):
                    print("  INDIRECT SPUR", quote.speaker, quote.text)
    values.found, values.wanted = figures.found, figures.wanted
    if wanted:
        print(f"events in gold {sum(len(a.events) for a in articles)}, main {wanted}; found {len(rows)}")
        recall = f"subject, action and object right {100 * hit / wanted:.1f}; verb found {100 * seen / wanted:.1f}"
        print(f"  main-clause recall: {recall}")
        print("  confidence at least  precision  share kept")
        for bar in (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
            kept = [right for sure, right in rows if sure >= bar]
            if kept:
                print(f"  {bar:19.2f}  {100 * sum(kept) / len(kept):9.1f}  {100 * len(kept) / len(rows):10.1f}")
        print(f"  time right {when_right}/{when_all}, modality right {mood_right}/{mood_all}")
    if figures.wanted:
        print(f"figures {figures}; with value and unit {values}")
    shown = f"{100 * speakers / quotes.right:.1f}" if quotes.right else "-"
    if quotes.wanted:
        print(f"direct quotes {quotes}; speaker right {shown} %")
    if indirect.wanted:
        print(f"indirect quotes with the right speaker {indirect}")
    return {
        "event precision": 100 * sum(right for _, right in rows) / len(rows) if rows else 100.0,
        "event recall": 100 * hit / wanted if wanted else 100.0,
        "figure F1": values.f1 if values.wanted else 100.0,
        "quote F1": quotes.f1 if quotes.wanted else 100.0,
        "speaker": 100 * speakers / quotes.right if quotes.right else 100.0,
    }


def _same_name(found: str, gold: str) -> bool:
    return found == "" if gold == "-" else found.endswith(gold) or (found != "" and gold.endswith(found))


def _same_words(span: Range, quote: Quote) -> bool:
    shared = min(span[1], quote.end) - max(span[0], quote.start)
    return shared >= 0.5 * max(span[1] - span[0], quote.end - quote.start)


def speed(articles: Sequence[GoldArticle]) -> None:
    """Characters a second of all extractors together, on one core, once warm."""
    extract(articles[0].text, articles[0].published)
    texts = [(article.text, article.published) for article in articles] * 5
    begun = time.process_time()
    for text, published in texts:
        extract(text, published)
    spent = time.process_time() - begun
    print(f"all extractors: {sum(len(text) for text, _ in texts) / spent:,.0f} characters a second")


def main(arguments: Sequence[str]) -> None:
    """Score the gold files named, or both of ours."""
    paths = [Path(item) for item in arguments if not item.startswith("--")]
    for path in paths or sorted(GOLD.glob("news-*.txt"), reverse=True):
        print(f"== {path.name}")
        articles = read_gold(path)
        score(articles, "--errors" in arguments and (bool(paths) or "tuned" in path.name))
        speed(articles)


if __name__ == "__main__":
    main(sys.argv[1:])
