"""What stands to the right of a verb group: its object or addressee, its agent, when and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.extract.events.verbs import (
    EXTENDED,
    LASTING,
    MOVING,
    OCCASIONS,
    PERIODS,
    PLACE_PREPOSITIONS,
    SAID_WITH,
    SAYING,
    SPENDING,
    WHOLE_PHRASES,
    WITH_OBJECT,
)
from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.clauses import Clauses
from reader.extract.syntax.words import words
from reader.model import ActorMention, DateFact

_AMOUNTS = words("percent cent point points")


@dataclass(slots=True)
class Right:
    """What stands to the right of a verb group."""

    object: tuple[int, int] | None = None
    by_preposition: str = ""
    agent: int | None = None
    when: DateFact | None = None
    place: ActorMention | None = None
    ends: int = 0


class RightSide:
    """Reads the chunks to the right of verbs, with the actors and dates of the article."""

    def __init__(self, grammar: Grammar, actors: Sequence[ActorMention], dates: Sequence[DateFact]) -> None:
        self.grammar = grammar
        self.actors = actors
        self.dates = dates
        self._date_starts = [date.start for date in dates]

    def read(self, clauses: Clauses, verb: int, lemma: str, passive: bool) -> Right:
        s = clauses.sentence
        kinds = s.kinds
        right = Right(ends=verb)
        i = verb + 1
        phrases = 0
        while i < min(len(kinds), verb + 22):
            kind = kinds[i]
            date = self._date_in(s, i) if kind in "nt" else None
            if kind in "nt" and i == verb + 1 and lemma in SPENDING and not passive:
                right.object = (i, i)  # "spent the night in sports halls"
                i += 1
            elif date is not None:
                right.when = right.when or date
                i += 1
            elif kind == "n" and (
                (self._period(s, i) and lemma not in LASTING) or (lemma in MOVING and self._amount(s, i))
            ):
                i += 1
            elif kind == "n":
                if kinds[i - 1] in "Cvgb," and right.object is not None and i > verb + 1:
                    break
                if (lemma, self.grammar.words[s.ends[i] - 1].lower()) in WHOLE_PHRASES and i == verb + 1:
                    i += 1
                    continue
                if right.object is None and not passive and not phrases and kinds[i - 1] != ",":
                    right.object = self.object(clauses, i)
                    i = right.object[1]
                i += 1
            elif kind == "I" and kinds[i + 1 : i + 2] in ("n", "t"):
                phrases += 1
                i = self._phrase(clauses, i, right, lemma, passive, phrases) + 1
            elif kind == "I" and kinds[i + 1 : i + 3] == "An" and self._amount(s, i + 2):
                i += 1  # "amounted to roughly 1.7 million euros"
                phrases += 1
                i = self._phrase(clauses, i, right, lemma, passive, phrases, clauses.word(i - 1)) + 1
            elif kind in "AoLJtDI" or (kind == "C" and kinds[i + 1 : i + 2] == "I" and "v" not in kinds[i + 1 : i + 4]):
                i += 1
            elif kind == "," and kinds[i + 1 : i + 2] in ("I", "t") and kinds[i + 2 : i + 3] != "W" and phrases < 6:
                ahead = kinds[i + 1 : i + 4]
                if "v" in ahead:
                    break
                i += 1
            else:
                break
        right.ends = min(i, len(kinds)) - 1
        return right

    def _phrase(
        self, clauses: Clauses, i: int, right: Right, lemma: str, passive: bool, phrases: int, preposition: str = ""
    ) -> int:
        """Take in preposition ``i`` and the noun group after it; the last chunk that belongs to them.

        :param preposition: where an adverb stands between, at ``i``.
        """
        s = clauses.sentence
        word = preposition or clauses.word(i)
        noun = i + 1
        date = self._date_in(s, noun)
        if date is not None:
            right.when = right.when or date
            return noun
        if s.kinds[noun] == "t" or self._period(s, noun):
            return noun
        mention = self.mention(s, noun)
        place = mention if mention is not None and mention.type == "place" else None
        if passive and word == "by" and right.agent is None and not self._amount(s, noun):
            right.agent = noun
            return self.object(clauses, noun)[1]
        if place is not None and word in PLACE_PREPOSITIONS and word != "to":
            right.place = right.place or place
        elif self._is_no_object(s, noun, lemma, word):
            return noun
        elif right.object is None and not passive and phrases <= 2 and word in _governed(lemma):
            right.object = self.object(clauses, noun)
            right.by_preposition = word
            return right.object[1]
        elif place is not None and word in PLACE_PREPOSITIONS:
            right.place = right.place or place
        return noun

    def _is_no_object(self, s: Sentence, noun: int, lemma: str, preposition: str) -> bool:
        """How far something moved, with what result, or on which occasion: *fell to 9*, *came second with 80.5*."""
        occasion = preposition == "at" and self.grammar.words[s.ends[noun] - 1].lower() in OCCASIONS
        return occasion or ((lemma in MOVING or preposition == "with") and self._amount(s, noun))

    def object(self, clauses: Clauses, i: int) -> tuple[int, int]:
        """A noun group with what completes it: *of* phrases, *X and Y*."""
        s = clauses.sentence
        kinds = s.kinds
        last = i
        while last < i + 8:
            head = self.grammar.words[s.ends[last] - 1].lower()
            following = kinds[last + 1 : last + 3]
            if following == "In" and self._date_in(s, last + 2) is None and not self.whole_name(s, last):
                word = clauses.word(last + 1)
                if word == "of" or (word in ("to", "on", "for", "with", "against") and head in EXTENDED):
                    last += 2
                    continue
            if (
                following == "Cn"
                and kinds[last + 3 : last + 4] not in ("v", "I", "A")
                and clauses.word(last + 1) in ("and", "or")
            ):
                last += 2
                continue
            break
        return i, last

    def whole_name(self, s: Sentence, chunk: int) -> bool:
        mention = self.mention(s, chunk)
        return mention is not None and mention.end <= self.grammar.ends[s.ends[chunk] - 1]

    def _date_in(self, s: Sentence, chunk: int) -> DateFact | None:
        start = self.grammar.starts[s.starts[chunk]]
        end = self.grammar.ends[s.ends[chunk] - 1]
        at = bisect_left(self._date_starts, end)
        for date in self.dates[max(0, at - 2) : at]:
            if date.start < end and start < date.end and date.end >= end - 1:
                return date
        return None

    def _amount(self, s: Sentence, chunk: int) -> bool:
        last = s.ends[chunk] - 1
        return self.grammar.tags[last] == "Q" or self.grammar.words[last].lower() in _AMOUNTS

    def _period(self, s: Sentence, chunk: int) -> bool:
        return self.grammar.words[s.ends[chunk] - 1].lower().removesuffix("s") in PERIODS

    def mention(self, s: Sentence, chunk: int) -> ActorMention | None:
        number = self.grammar.mention_at.get(s.ends[chunk] - 1)
        return None if number is None else self.actors[number]


def _governed(lemma: str) -> frozenset[str]:
    if lemma in MOVING:
        return frozenset()
    return SAID_WITH if lemma in SAYING else WITH_OBJECT
