"""Articles that change, with the truth about where each of their words went."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.model import Anchor, Span, text_version
from reader.sources import load

SEEDS = Path(__file__).parents[2] / "seeds"
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")

_PEOPLE = [
    "Biden",
    "Putin",
    "Borrell",
    "Lavrov",
    "Blinken",
    "Baerbock",
    "Macron",
    "Stoltenberg",
    "Zelenskyy",
    "Scholz",
    "Draghi",
    "Johnson",
    "Austin",
    "Shoigu",
    "Sherman",
    "Ryabkov",
    "Kuleba",
    "Truss",
    "Orbán",
    "Morawiecki",
    "Erdoğan",
    "Guterres",
    "Lagarde",
    "Powell",
    "Yellen",
    "Michel",
    "Rutte",
    "Sánchez",
    "Peskov",
    "Psaki",
]
_PLACES = [
    "Geneva",
    "Brussels",
    "Moscow",
    "Kyiv",
    "Vienna",
    "Paris",
    "Washington",
    "Berlin",
    "Minsk",
    "Riga",
    "Ankara",
    "Helsinki",
    "Tallinn",
    "Warsaw",
    "Rome",
    "Madrid",
    "Lisbon",
    "Prague",
    "Budapest",
    "Belgrade",
    "Sofia",
    "Athens",
    "Dublin",
    "Oslo",
    "Stockholm",
    "Almaty",
    "Tbilisi",
    "Baku",
    "Yerevan",
    "Chisinau",
]
_TOPICS = [
    "the gas contract",
    "the border crossing",
    "the sanctions list",
    "the arms treaty",
    "the grain corridor",
    "the budget",
    "the missile site",
    "the ceasefire line",
    "the visa rules",
    "the energy price cap",
    "the air traffic ban",
    "the exchange",
    "prisoners",
    "a new pipeline",
    "the rescue of the bank",
    "fishing quotas",
    "a tax on profits",
    "the railway strike",
    "repairs of the dam",
    "the election observers",
    "the vaccine patents",
    "cheaper loans",
    "the wheat harvest",
    "the naval exercise",
]
_SAYING = [
    "said",
    "announced",
    "denied",
    "confirmed",
    "warned",
    "repeated",
    "suggested",
    "explained",
    "claimed",
    "wrote",
    "insisted",
    "hinted",
]
_FRAMES = (
    "{who} {said} on {day} in {where} that {topic} would be discussed again in {month}.",
    "In {where}, {who} met {other} for {number} hours to talk about {topic}.",
    "The government in {where} {said} it had spent {number} million euros on {topic}.",
    "According to {who}, {topic} is no longer in doubt, while {other} {said} the opposite.",
    "{number} delegates from {where} left the room when {who} spoke about {topic}.",
    "“We will not give up {topic},” {who} {said}, before {other} arrived from {where}.",
    "Nobody in {where} had expected {topic} to return so soon, least of all {who}.",
    "A spokesman for {who} called reports about {topic} premature.",
    "Since {month}, {number} people have been waiting near {where} for an answer on {topic}.",
    "Diplomats described the mood between {who} and {other} as frosty but correct.",
    "Prices rose by {number} per cent after {other} had hinted at {topic}.",
    "“Ask me again on {day},” {who} {said} with a smile when asked about {topic}.",
    "What remains of {topic} will be decided in {where}, not in {month} but later.",
    "The paper, {number} pages long, mentions {topic} only once and {who} not at all.",
    "Both sides had promised {other} to keep {topic} out of the papers.",
    "Protesters blocked the road to {where} for {number} minutes; {who} took the train.",
    "It is the first visit of {who} to {where} since the quarrel over {topic}.",
    "Whether {topic} survives depends on {other}, whose party lost {number} seats in {month}.",
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_MONTHS = ["January", "February", "March", "April", "June", "July", "September", "October"]


def news(rng: random.Random, paragraphs: int) -> str:
    """An agency report full of sentences that resemble each other."""

    def sentence() -> str:
        who, other = rng.sample(_PEOPLE, 2)
        return rng.choice(_FRAMES).format(
            who=who, other=other, where=rng.choice(_PLACES), topic=rng.choice(_TOPICS), said=rng.choice(_SAYING),
            day=rng.choice(_DAYS), month=rng.choice(_MONTHS), number=rng.randint(2, 900),
        )  # fmt: skip

    title = f"{rng.choice(_PEOPLE)} and {rng.choice(_PEOPLE)} at odds over {rng.choice(_TOPICS)}"
    body = (" ".join(sentence() for _ in range(rng.randint(2, 5))) for _ in range(paragraphs))
    return "\n\n".join([title, *body])


def articles(rng: random.Random) -> list[str]:
    """The seeds and as many generated reports; every third with sentences that have a lookalike somewhere else."""
    texts = [load(path).text for path in sorted(SEEDS.iterdir()) if path.is_file()]
    texts += [news(rng, rng.randint(8, 30)) for _ in texts]
    return [
        "".join(token.text for token in decoys(rng, tokens_of(text))) if rng.random() < 0.33 else text for text in texts
    ]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, sign or white space, and which of the original it is; -1 for a new one."""

    text: str
    number: int = -1

    @property
    def space(self) -> bool:
        return self.text.isspace()


Tokens = list[Token]
Edit = Callable[[random.Random, Tokens], Tokens]


def tokens_of(text: str) -> Tokens:
    return [Token(found.group(), number) for number, found in enumerate(_TOKEN.finditer(text))]


def new(text: str) -> Tokens:
    return [Token(found.group()) for found in _TOKEN.finditer(text)]


def sentences(tokens: Tokens) -> list[Tokens]:
    """Sentences with the white space after them."""
    found: list[Tokens] = [[]]
    for at, token in enumerate(tokens):
        if found[-1] and token.space and ("\n\n" in token.text or tokens[at - 1].text in ".?!”"):
            found[-1].append(token)
            found.append([])
        else:
            found[-1].append(token)
    return [one for one in found if one]


def paragraphs(tokens: Tokens) -> list[Tokens]:
    """Paragraphs with the blank line after them."""
    found: list[Tokens] = [[]]
    for token in tokens:
        found[-1].append(token)
        if token.space and token.text.count("\n") > 1:
            found.append([])
    return [one for one in found if one]


def joined(parts: Sequence[Tokens]) -> Tokens:
    return [token for part in parts for token in part]


def inserted(rng: random.Random, tokens: Tokens) -> Tokens:
    """New sentences between the old ones, and words within them."""
    parts: list[Tokens] = []
    for sentence in sentences(tokens):
        parts.append(sentence)
        if rng.random() < 0.2:
            parts.append(new(news(rng, 1).split("\n\n")[1] + " "))
    return _words(rng, joined(parts), add=0.02)


def deleted(rng: random.Random, tokens: Tokens) -> Tokens:
    """One sentence in six is gone, and some words."""
    kept = [sentence for sentence in sentences(tokens) if rng.random() > 0.16]
    return _words(rng, joined(kept), drop=0.015)


def moved(rng: random.Random, tokens: Tokens) -> Tokens:
    """The paragraphs in another order."""
    head, *rest = paragraphs(tokens)
    rng.shuffle(rest)
    return joined([head, *([*part, Token("\n\n")] if not part[-1].space else part for part in rest)])


def rewrapped(rng: random.Random, tokens: Tokens) -> Tokens:
    """Lines broken elsewhere, quotation marks straightened."""
    plain = {"“": '"', "”": '"', "’": "'", "–": "-"}
    width, made = 0, list[Token]()
    for token in tokens:
        text = plain.get(token.text, token.text)
        if token.space and token.text.count("\n") < 2:
            text = "\n" if width > 60 else " "
            width = 0 if width > 60 else width
        width += len(text)
        made.append(Token(text, token.number))
    return made


def retitled(rng: random.Random, tokens: Tokens) -> Tokens:
    """Another title, a line under it and a note at the end."""
    _, *rest = paragraphs(tokens)
    head = new(f"Live: {rng.choice(_PEOPLE)} in {rng.choice(_PLACES)}, all that is known\n\nUpdated at noon.\n\n")
    return joined([head, *rest, new("\n\nThis article was corrected after publication.")])


def rewritten(rng: random.Random, tokens: Tokens) -> Tokens:
    """Words replaced, added, dropped throughout; one sentence in ten written anew."""
    parts = []
    for sentence in sentences(tokens):
        parts.append(new(news(rng, 1).split("\n\n")[1].split(". ")[0] + " ") if rng.random() < 0.1 else sentence)
    return _words(rng, joined(parts), add=0.02, drop=0.03, change=0.05)


def decoys(rng: random.Random, tokens: Tokens) -> Tokens:
    """Of one sentence in three a copy somewhere else that differs in some words."""
    parts = sentences(tokens)
    made = list(parts)
    for sentence in parts:
        if rng.random() < 0.33 and len(sentence) > 8:
            copy = [Token(token.text) for token in _words(rng, sentence, change=0.25)]
            copy = _differing(rng, sentence, copy)
            made.insert(rng.randrange(1, len(made)), copy if copy[-1].space else [*copy, Token(" ")])
    return joined(made)


def updated(rng: random.Random, tokens: Tokens) -> Tokens:
    """All of it at once, a little: what an agency does to a report in a day."""
    made = retitled(rng, tokens)
    made = _words(rng, made, add=0.01, drop=0.01, change=0.02)
    parts = paragraphs(made)
    if len(parts) > 4:
        parts.insert(rng.randrange(1, 3), parts.pop(rng.randrange(3, len(parts) - 1)))
    return rewrapped(rng, inserted(rng, joined(parts)))


EDITS: dict[str, Edit] = {
    edit.__name__: edit for edit in (inserted, deleted, moved, rewrapped, retitled, rewritten, decoys, updated)
}


def _differing(rng: random.Random, sentence: Tokens, copy: Tokens) -> Tokens:
    words = [at for at, token in enumerate(copy) if token.text.isalpha()]
    if words and "".join(one.text for one in copy) == "".join(one.text for one in sentence):
        copy[rng.choice(words)] = Token("elsewhere")
    return copy


def _words(rng: random.Random, tokens: Tokens, add: float = 0, drop: float = 0, change: float = 0) -> Tokens:
    made: Tokens = []
    others = [*_PEOPLE, *_PLACES, "also", "reportedly", "still", "officials", "talks", "new", "later", "several"]
    for token in tokens:
        dice = rng.random()
        if token.space or not token.text.isalnum():
            made.append(token)
        elif dice < add:
            made += [Token(rng.choice(others)), Token(" "), token]
        elif dice < add + drop:
            continue
        elif dice < add + drop + change:
            made.append(Token(rng.choice(others)))
        else:
            made.append(token)
    return made


@dataclass(frozen=True, slots=True)
class Case:
    """An annotation, and where it is in the changed text."""

    edit: str
    anchor: Anchor
    old: str
    text: str
    truth: Span | None
    """None when less than half of it is left."""
    left: tuple[Span, ...]
    """Those of its words that are left, wherever they went."""


def cases(rng: random.Random, notes: int) -> list[Case]:
    """Annotations of words, names, phrases, sentences and paragraphs, through each kind of edit."""
    found: list[Case] = []
    for old in articles(rng):
        tokens = tokens_of(old)
        for name, edit in EDITS.items():
            after = edit(rng, tokens)
            text, places = _laid_out(after)
            for first, last in _chosen(rng, tokens, notes):
                start = sum(len(token.text) for token in tokens[:first])
                span = Span(start, start + sum(len(token.text) for token in tokens[first:last]))
                anchor = Anchor.of(old, span, text_version(old))
                quote = [token for token in tokens[first:last] if not token.space]
                left = tuple(places[token.number] for token in quote if token.number in places)
                found.append(Case(name, anchor, old, text, _truth(quote, left), left))
    return found


def _chosen(rng: random.Random, tokens: Tokens, notes: int) -> list[tuple[int, int]]:
    words = [at for at, token in enumerate(tokens) if token.text[0].isalnum()]
    chosen = []
    for _ in range(notes):
        at = rng.choice(words)
        length = rng.choice((1, 1, 3, 5, 9, 21, 61))
        last = min(len(tokens), at + length)
        while tokens[last - 1].space:
            last -= 1
        chosen.append((at, last))
    return chosen


def _laid_out(tokens: Tokens) -> tuple[str, dict[int, Span]]:
    at, places = 0, dict[int, Span]()
    for token in tokens:
        if token.number >= 0:
            places[token.number] = Span(at, at + len(token.text))
        at += len(token.text)
    return "".join(token.text for token in tokens), places


def _truth(words: Tokens, left: Sequence[Span]) -> Span | None:
    """Where the words of a quote that are left stand; the largest group, if they were torn apart."""
    groups: list[list[Span]] = []
    for span in left:
        if groups and 0 <= span.start - groups[-1][-1].end <= 60:
            groups[-1].append(span)
        else:
            groups.append([span])
    best = max(groups, key=lambda group: sum(map(len, group)), default=[])
    if not best or 2 * sum(map(len, best)) < sum(len(token.text) for token in words):
        return None
    return Span(best[0].start, best[-1].end)
