"""Annotated articles for the tests, made up by chance and by hand."""

from __future__ import annotations

import random
from itertools import pairwise

from reader.exchange.annotated import Annotated
from reader.model import (
    ActorMention,
    Anchor,
    Annotation,
    Block,
    BlockKind,
    Correction,
    DateFact,
    Document,
    Event,
    Fact,
    Part,
    Placed,
    Published,
    Quote,
    Span,
    document_id,
)

WORDS = (
    *(
        "Geneva",
        "talks",
        "Kremlin",
        "e\u0301",
        "café",
        "naïve",
        "東京",
        "👩\u200d👩\u200d👧",
        "🇨🇭",
        "Zürich",
        "“quoted”",
    ),
    *("<b>bold</b>", "=SUM(A1)", "don’t", "a.b", "[link](x)", "**", "__", "#", "1.", "-", ">", "|", "\\n", "$name"),
    *("${x}", "%%", "==", "עברית", "العربية", "ﬁ", "Ångström", "12:30", "30%", "U.S.", "said", "]]>", "---", "&"),
    *("&amp;", "~~", "`code`", "\u200b", "\ufeff"),
)
LABELS = ("actor", "highlight", "important", "my own label", "Ärger", "Note", "Article", "", "=1+1", "-", "7")
TAGS = ("summit", "to check", "2021", "a/b", "ü", "-x", ".dot", "l’été")
NOTES = (
    "",
    "",
    "A note.",
    "Two\nlines",
    "# heading\n\n- item",
    "=cmd()",
    "ends with ^id",
    "tab\there".replace("\t", " "),
    "🧭",
)
EPOCH = "2026-01-{:02d}T10:{:02d}:{:02d}.{:03d}+00:00"


def random_article(seed: int, *, facts: bool = False) -> Annotated:
    """An article of a few hundred characters with annotations, notes and verdicts; the same for the same seed."""
    chance = random.Random(seed)
    text = _text(chance)
    origin = chance.choice(("file:/news/{}.md", "url:https://example.org/a b/{}?q=1#x", "feed:tag:{}")).format(seed)
    document = Document(
        id=document_id(origin),
        origin=origin,
        title=" ".join(chance.choices(WORDS, k=4)) + f" {seed}",
        text=text,
        published=Published.parse("2021-12-30") if chance.random() < 0.7 else None,
        source=chance.choice(("", "Reuters", "=evil")),
        author=chance.choice(("", "Ann O’Nym", "A, B and C")),
    )
    placed = tuple(_annotation(chance, document) for _ in range(chance.randint(0, 8)))
    corrections = tuple(_correction(chance, document) for _ in range(chance.randint(0, 3)))
    tags = tuple(sorted({chance.choice(TAGS) for _ in range(chance.randint(0, 2))}))
    found = some_facts(document) if facts else ()
    return Annotated(document=document, annotations=placed, corrections=corrections, tags=tags, facts=found)


def _text(chance: random.Random) -> str:
    paragraphs = [" ".join(chance.choices(WORDS, k=chance.randint(3, 25))) for _ in range(chance.randint(1, 6))]
    return chance.choice(("\n\n", "\n", "\n\n\n")).join(paragraphs)


def _span(chance: random.Random, text: str) -> Span:
    while True:
        start = chance.randrange(len(text))
        span = Span(start, min(len(text), start + 1 + min(chance.randrange(40), chance.randrange(40))))
        if span.of(text).strip():
            return span


def _hex(chance: random.Random, digits: int = 32) -> str:
    return f"{chance.getrandbits(4 * digits):0{digits}x}"


def _time(chance: random.Random) -> str:
    return EPOCH.format(chance.randint(1, 28), chance.randrange(60), chance.randrange(60), chance.randrange(1000))


def _annotation(chance: random.Random, document: Document) -> Placed:
    label, note = chance.choice(LABELS), chance.choice(NOTES)
    created = _time(chance)
    common = Annotation(
        id=_hex(chance),
        document=document.id,
        label=label or ("" if note else "highlight"),
        note=note,
        tags=tuple(dict.fromkeys(chance.choices(TAGS, k=chance.randint(0, 2)))),
        created=created,
        changed=chance.choice((created, _time(chance))),
        creator=chance.choice(("", "", "Ü. Reader")),
    )
    fate = chance.random()
    if fate < 0.1:
        return Placed(_with(common, None), None)
    if fate < 0.2:
        quote = "words that are gone " + _hex(chance, 6)
        return Placed(
            _with(common, Anchor(5, 5 + len(quote), quote, "before ", " after", _hex(chance, 16))), None, "orphan"
        )
    span = _span(chance, document.text)
    return Placed(_with(common, Anchor.of(document.text, span, document.version)), span)


def _with(annotation: Annotation, anchor: Anchor | None) -> Annotation:
    from dataclasses import replace

    return replace(annotation, anchor=anchor)


def _correction(chance: random.Random, document: Document) -> Correction:
    span = _span(chance, document.text)
    words = span.of(document.text)
    verdict = chance.choice(("accepted", "rejected", "corrected", "added"))
    other = _span(chance, document.text)
    fact = ActorMention(
        start=other.start, end=other.end, text=other.of(document.text), type="person", value="Joe “Q” Biden", actor="a1"
    )
    return Correction(
        id=_hex(chance),
        verdict=verdict,  # type: ignore[arg-type]  # one of them
        kind="actor",
        text=words,
        document=document.id,
        anchor=Anchor.of(document.text, span, document.version),
        type=chance.choice(("", "person", "place")),
        value=chance.choice(("", "Kremlin")),
        fact=fact if verdict in ("corrected", "added") else None,
        created=_time(chance),
    )


def some_facts(document: Document) -> tuple[Fact, ...]:
    """Facts at made-up places: actors, dates, and with enough of them a quote and an event."""
    text = document.text
    cuts = [at for at, letter in enumerate(text) if letter == " "]
    found: list[Fact] = []
    for number, (start, end) in enumerate(pairwise(cuts[:12])):
        if not text[start + 1 : end].strip():
            continue
        common = {"start": start + 1, "end": end, "text": text[start + 1 : end]}
        if number % 3 == 0:
            found.append(ActorMention(**common, type="person", value=f"Person {number}", actor=f"a{number}"))  # type: ignore[arg-type]  # as named
        elif number % 3 == 1:
            found.append(DateFact(**common, type="DATE", value="2021-12-30"))  # type: ignore[arg-type]  # as named
        elif found:
            first = found[0]
            found.append(Quote(**common, direct=True, speaker=first.text, speaker_span=(first.start, first.end)))  # type: ignore[arg-type]  # as named
            part = Part(text=first.text, span=(first.start, first.end))
            found.append(Event(**common, subject=part, action=Part(text=common["text"], span=(start + 1, end))))  # type: ignore[arg-type]  # as named
    return tuple(sorted(found, key=lambda fact: (fact.start, fact.end)))


def article(
    text: str, *marks: tuple[str, str, str], title: str = "Talks in Geneva", origin: str = "file:/a.md"
) -> Annotated:
    """An article with annotations: each is words of the text, label, note."""
    document = Document(
        id=document_id(origin),
        origin=origin,
        title=title,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        published=Published.parse("2021-12-30"),
        source="Example News",
        author="Ann O’Nym",
    )
    placed: list[Placed] = []
    for number, (words, label, note) in enumerate(marks):
        start = text.index(words)
        anchor = Anchor.of(text, Span(start, start + len(words)), document.version)
        annotation = Annotation(
            id=f"{number:032x}", document=document.id, anchor=anchor, label=label, note=note,
            created="2026-01-01T10:00:00.000+00:00", changed="2026-01-01T10:00:00.000+00:00",
        )  # fmt: skip
        placed.append(Placed(annotation, anchor.span))
    return Annotated(document=document, annotations=tuple(placed))
