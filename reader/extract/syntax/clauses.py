"""Who a verb is about: the subject to its left, past whatever stands between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.verbs import CLAUSE_VERBS, LEMMAS
from reader.extract.syntax.words import words

Way = Literal["beside", "apposition", "phrase", "relative", "shared"]
"""How the subject was found: right beside the verb, past an apposition, past a prepositional phrase, by *who* or
*which*, or shared with the verb before."""

_OPENERS = words("after before since until till as because while once like than")
"""Prepositions that are conjunctions when a verb follows their noun."""
_SPEAKING_TOO = words("accuse blame promise warn urge add insist demand criticise criticize thank")
_REACH = 60
"""Chunks that are looked at to the left: a bound that keeps hostile sentences linear."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Chunks ``first`` to ``last`` of a sentence, both included."""

    first: int
    last: int
    way: Way


class Clauses:
    """Subjects of the verb groups of one sentence, each looked for once."""

    def __init__(self, grammar: Grammar, sentence: Sentence) -> None:
        self.grammar = grammar
        self.sentence = sentence
        self._known: dict[int, Subject | None] = {}

    def word(self, chunk: int) -> str:
        """First word of a chunk, in lower case."""
        return self.grammar.words[self.sentence.starts[chunk]].lower()

    def lemma(self, chunk: int) -> str:
        """Base form of the main verb of a verb group."""
        s = self.sentence
        tags, tokens = self.grammar.tags, self.grammar.words
        for token in range(s.ends[chunk] - 1, s.starts[chunk] - 1, -1):
            if tags[token] in "VBGEZYK":
                word = tokens[token].lower()
                return LEMMAS.get(word, {"Z": "be", "Y": "have", "K": "do"}.get(tags[token], word))
        return self.word(chunk)

    def phrase(self, chunk: int) -> str:
        """The same with its particle: *point out*, *go on*."""
        lemma = self.lemma(chunk)
        last = self.sentence.ends[chunk] - 1
        if self.grammar.tags[last] == "L":
            return f"{lemma} {self.grammar.words[last].lower()}"
        if lemma == "go" and self.sentence.kinds[chunk + 1 : chunk + 2] == "I" and self.word(chunk + 1) == "on":
            return "go on"
        return lemma

    def subject(self, verb: int) -> Subject | None:
        """Subject of the finite verb group ``verb``, or None."""
        if verb not in self._known:
            self._known[verb] = None  # should the search come back here
            self._known[verb] = self._look_left(verb)
        return self._known[verb]

    def _look_left(self, verb: int) -> Subject | None:
        kinds = self.sentence.kinds
        i = verb - 1
        way: Way = "beside"
        apposed = False
        stop = max(0, verb - _REACH)
        while i >= stop:
            kind = kinds[i]
            if kind == "n":
                left = kinds[i - 1] if i else "."
                if (listed := self._list_in_phrase(i)) >= 0:
                    i, way = listed - 1, "phrase"
                elif left == "g" and i > 1 and kinds[i - 2] in ",n" and self.lemma(i - 1) in CLAUSE_VERBS:
                    return Subject(self._first_joined(i), i, way)  # "blocked the offer, saying prices would rise"
                elif (left == "I" and (self.word(i - 1) not in _OPENERS or self._compared(i))) or (
                    left in "igb" and i - 1 > 0
                ):
                    i, way = i - 2, "phrase"
                elif left == "C" and i > 2 and kinds[i - 2] == "n" and kinds[i - 3] == "I" and way == "phrase":
                    i -= 2
                elif left == "v" and self.lemma(i - 1) not in CLAUSE_VERBS and (opener := self._relative(i - 1)) > 0:
                    i, way = opener - 1, "phrase"
                    if kinds[i] == ",":
                        i -= 1
                elif apposed and left == "," and i > 1 and kinds[i - 2] in "nt)" and not self._is_name(i):
                    i -= 2  # "Pruitt, the attorney general of Oklahoma, one of the states, said"
                else:
                    return Subject(self._first_joined(i), i, way)
            elif kind == "W":
                antecedent = self._antecedent(i)
                return Subject(antecedent, antecedent, "relative") if antecedent >= 0 else None
            elif kind == "U" and self.word(i) == "that" and i and kinds[i - 1] == "n" and i == verb - 1:
                antecedent = self._antecedent(i)
                return Subject(antecedent, antecedent, "relative")
            elif kind == "C":
                return self._shared(i, verb)
            elif kind in ",-":
                opening = self._opening(i, kind)
                if opening < 0:
                    return self._shared(i, verb) if kind == "," and way != "beside" else None
                i, way, apposed = opening - 1, "apposition", True
            elif kind == ")":
                opening = kinds.rfind("(", stop, i)
                if opening < 0:
                    return None
                i = opening - 1
            elif kind in "AotIJDQSe" or (kind == "g" and i and kinds[i - 1] == "n"):
                i -= 1
            else:
                return None
        return None

    def _list_in_phrase(self, last: int) -> int:
        """The preposition of *across England, Wales and Scotland* when that list ends at ``last``; else -1."""
        kinds = self.sentence.kinds
        i = last
        if kinds[max(0, i - 1)] != "C" or i < 3:
            return -1
        while i >= 2 and kinds[i - 2] == "n" and kinds[i - 1] in (",", "C"):
            i -= 2
        if "," not in kinds[i:last] or i < 2 or kinds[i - 2 : i] != "nI":
            return -1
        head = i - 2
        while head >= 2 and kinds[head - 1] == "I" and kinds[head - 2] == "n":
            head -= 2
        return -1 if head and kinds[head - 1] == "I" else i - 1  # not "As heads of state, Putin and Biden"

    def _compared(self, chunk: int) -> bool:
        """*ferries older than 30 years*: the number is no subject."""
        first = self.sentence.starts[chunk]
        return self.word(chunk - 1) == "than" and self.grammar.tags[first] == "Q"

    def _is_name(self, chunk: int) -> bool:
        return self.grammar.tags[self.sentence.ends[chunk] - 1] == "M"

    def _first_joined(self, last: int) -> int:
        """First chunk of *X, Y and Z* that ends at ``last``, unless a verb or preposition governs them."""
        kinds = self.sentence.kinds
        if last < 2 or kinds[last - 2 : last] != "nC" or self.word(last - 1) not in ("and", "or", "&", "nor"):
            return last
        first = last - 2
        if first and kinds[first - 1] in "vigbI":
            return last
        while first >= 2 and kinds[first - 2 : first] == "n," and kinds[first - 3 : first - 2] not in tuple("vigbI"):
            first -= 2
        return first

    def _antecedent(self, relative: int) -> int:
        """Noun group that *who* or *which* at ``relative`` stands for."""
        kinds = self.sentence.kinds
        i = relative - 1
        if i >= 0 and kinds[i] == "I":
            i -= 1
        if i >= 0 and kinds[i] == ",":
            i -= 1
        while i >= 0 and kinds[i] in "tAI":
            i -= 1
        if i >= 2 and kinds[i - 2 : i + 1] == "nIn" and self._no_antecedent(i, relative):
            i -= 2
        elif i >= 2 and kinds[i - 2 : i + 1] == "n,n" and self._is_age(i):
            i -= 2  # "Ekal Lokwawi, 58, who keeps goats"
        return i if i >= 0 and kinds[i] == "n" else -1

    def _no_antecedent(self, chunk: int, relative: int) -> bool:
        """A year, or a place before *who*: the noun group before it is meant."""
        g = self.grammar
        token = self.sentence.ends[chunk] - 1
        if g.tags[token] in "Qt":
            return True
        mention = g.mention_at.get(token)
        place = mention is not None and g.actors[mention].type == "place"
        return place and self.word(relative) in ("who", "whom")

    def _is_age(self, chunk: int) -> bool:
        """A number alone, behind a comma."""
        return not set(self.grammar.tags[self.sentence.starts[chunk] : self.sentence.ends[chunk]]) - {"Q"}

    def _relative(self, verb: int) -> int:
        """Where the relative clause of ``verb`` opens, when it is in one; else -1."""
        kinds = self.sentence.kinds
        i = verb - 1
        while i >= 0 and i > verb - 4 and kinds[i] in "Aon":
            i -= 1
        return i if i > 0 and (kinds[i] == "W" or (kinds[i] == "U" and self.word(i) == "that")) else -1

    def _opening(self, closing: int, mark: str) -> int:
        """The comma or dash that opens what ``closing`` ends, right after a noun group; else -1."""
        kinds = self.sentence.kinds
        for i in range(closing - 1, max(0, closing - 24), -1):
            if kinds[i] in '.;"':
                return -1
            if kinds[i] == mark and kinds[i - 1] in "nt)":
                inside = kinds[i + 1 : closing]
                if "v" in inside and inside[:1] != "W" and inside[:2] not in ("IW", "nv") and inside[:1] != "U":
                    return -1
                if inside[:1] in "nIWgeJtAQUDb":
                    before = i - 1
                    while before > 1 and kinds[before] == "n" and kinds[before - 1] == "," and mark == ",":
                        before -= 2  # "Rau, of Poland, the chairman, said"
                    return before + 1 if before < i - 1 and kinds[before] == "n" else i
        return -1

    def _other_form(self, governed: int, verb: int) -> bool:
        """Whether ``verb`` cannot share the modal verb of ``governed``: it is no base form."""
        s = self.sentence
        word = self.grammar.words[s.starts[verb]].lower()
        modal = self.grammar.tags[s.starts[governed]] in "HK"
        return modal and self.grammar.tags[s.starts[verb]] == "V" and LEMMAS.get(word, word) != word

    def _shared(self, join: int, verb: int) -> Subject | None:
        """Subject of the finite verb before ``join``, which ``verb`` after it shares.

        Who accuses is who spoke, not whom he spoke of: *said the voters had decided and accused the press*.
        """
        kinds = self.sentence.kinds
        for i in range(join - 1, max(-1, join - 40), -1):
            if kinds[i] in ".;":
                return None
            if kinds[i] == "v":
                found = self.subject(i)
                if found is not None and found.way == "relative" and self._other_form(i, verb):
                    continue  # "a commission that will mark the border, but failed"
                if found is not None and found.first > 1 and self.lemma(verb) in _SPEAKING_TOO:
                    opener = found.first - 1
                    opener -= kinds[opener] == "U"
                    if kinds[opener] == "v" and self.lemma(opener) in CLAUSE_VERBS:
                        continue
                return Subject(found.first, found.last, "shared") if found else None
        return None
