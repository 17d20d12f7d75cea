"""Who the words beside a reporting verb mean: a name, a title, a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.extract.quotes.cues import QUOTING
from reader.extract.quotes.gender import fits
from reader.extract.quotes.marks import Quoted
from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.clauses import Clauses
from reader.extract.syntax.words import words
from reader.model import ActorMention

_SENTENCES_BACK = 8
_UNNAMED_BACK = 3
_CHUNKS = 30
_PRONOUNS = words("he she they it")
_SOME = words("one some many several none most two three")
_PERSON_WORDS = words(
    "spokesman spokeswoman spokesperson president chancellor minister premier senator governor mayor chairman "
    "chairwoman secretary ambassador director commissioner king queen pope general admiral colonel judge "
    "prosecutor lawyer coach manager professor doctor leader candidate nominee officer official representative "
    "envoy diplomat analyst economist author chief executive founder owner captain player actor singer "
    "congressman congresswoman lawmaker businessman"
)
_BODY_WORDS = words(
    "ministry government council commission agency company firm bank court party union club army police "
    "department committee parliament senate group team organisation organization newspaper paper campaign "
    "administration office"
)

_SPEAKING_WORDS = words(
    "police staff management who one everyone everybody someone somebody nobody anyone you i we people media press "
    "research evidence law legislation testimony source witness report statement study survey poll letter document "
    "article story paper book website post tweet indictment lawsuit complaint filing opinion memo email transcript "
    "half majority minority mother wife dad mom son opposition defense defence prosecution parliament congress"
)
_ASKING = words("ask wonder inquire")
"""The next *he* is who answers."""
_WRITTEN = words(
    "report statement study survey poll letter document article story paper book website post tweet indictment lawsuit "
    "complaint filing opinion memo email transcript law evidence research majority minority half"
)
_MUTE_WORDS = words(
    "matter way thing time fact idea hope question problem reason point case place part year month week day hour "
    "moment price rise fall rate number figure pace step change difference demand war peace talk deal effort sanction "
    "concession rule principle weapon missile border vaccine virus storm fire bridge road money car plane"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, and the actor they mean where one is known."""

    name: str
    span: tuple[int, int]
    actor: str | None
    how: str
    """In plain words, for ``why``."""
    sure: float
    """How sure the reading of these words is, 0 to 1."""
    person: bool = True


class Speakers:
    """Finds speakers in one article. ``marks`` are its quoted stretches: who is named inside one does not tell it."""

    def __init__(self, grammar: Grammar, actors: Sequence[ActorMention], marks: Sequence[Quoted]) -> None:
        self.grammar = grammar
        self.actors = actors
        self._starts = [mention.start for mention in actors]
        self._quoted = [(item.start, item.end) for item in marks]
        self._subjects: dict[int, list[ActorMention]] = {}
        self._unnamed: dict[int, Speaker | None] = {}

    def of_chunks(self, sentence: Sentence, first: int, last: int) -> Speaker:
        """The speaker that chunks ``first`` to ``last`` of a sentence name."""
        g = self.grammar
        if first < last:
            parts = [self.of_chunks(sentence, i, i) for i in range(first, last + 1) if sentence.kinds[i] == "n"]
            name = " and ".join([", ".join(part.name for part in parts[:-1]), parts[-1].name])
            span = (parts[0].span[0], parts[-1].span[1])
            return Speaker(name, span, parts[0].actor, "several speakers together", min(part.sure for part in parts))
        start, end = sentence.starts[first], sentence.ends[first]
        head = end - 1
        while head > start and g.tags[head] in "tXQ":
            head -= 1
        word = g.words[head].lower()
        mention = self._mention(head)
        one_of_them = mention is not None and mention.type == "group" and not word.endswith("s")
        if one_of_them and g.words[start].lower() == "the" and (found := self._meant_by("he or she", g.starts[start])):
            span = (g.starts[start + 1], g.ends[end - 1])
            how = f"“the {g.words[head]}” is read as {found.value}, the last person named"
            return Speaker(found.value, span, found.actor, how, 0.7)
        if mention is not None:
            return _named(mention, "named beside the reporting words", 0.97)
        if (named := self.named_beside(sentence, first)) is not None:
            return _named(named, f"“{g.words[head]}” and the name are one", 0.93)
        if word in _PRONOUNS and start + 1 >= end:
            if word in ("he", "she") and (unnamed := self._unnamed_before(g.starts[start])) is not None:
                return unnamed
            found = self._meant_by(word, g.starts[start])
            span = (g.starts[start], g.ends[end - 1])
            if found is None:
                return Speaker(g.words[start], span, None, "a pronoun that no known actor fits", 0.5)
            how = f"“{g.words[start]}” is read as {found.value}, the last one it fits"
            return Speaker(found.value, span, found.actor, how, 0.85, found.type == "person")
        first_token = start + (1 if g.words[start].lower() in ("the", "a", "an") and end - start > 1 else 0)
        span = (g.starts[first_token], g.ends[end - 1])
        definite = g.words[start].lower() in ("the", "his", "her", "this", "that")
        if definite and word.endswith("year-old") and (found := self._meant_by("he or she", g.starts[start])):
            how = f"“{g.text[span[0] : span[1]]}” is read as {found.value}, the last person named"
            return Speaker(found.value, span, found.actor, how, 0.75)
        one = word.endswith(("man", "woman")) and g.words[head][0].isupper()  # "the Dutchwoman"
        sex = "she" if word.endswith("woman") else "he"
        if definite and one and (found := self._meant_by(sex, g.starts[start])):
            how = f"“the {g.words[head]}” is read as {found.value}, the last one it fits"
            return Speaker(found.value, span, found.actor, how, 0.7)
        titled = self._titled(word, g.starts[start]) if definite else None
        if titled is not None:
            how = f"“{self.grammar.text[span[0] : span[1]]}” is read as {titled.value}, the last one with that title"
            return Speaker(titled.value, span, titled.actor, how, 0.8, titled.type == "person")
        if word in _SOME and sentence.kinds[first + 1 : first + 3] == "In":
            if sentence.kinds[first + 3 : first + 6] == ",n," and g.words[sentence.starts[first + 4]] in ("a", "an"):
                return self.of_chunks(sentence, first + 4, first + 4)  # "one of them, a nurse, said"
            of = sentence.ends[first + 2]  # "one of them"
            span = (span[0], g.ends[of - 1]) if g.words[sentence.starts[first + 1]].lower() == "of" else span
        return Speaker(
            g.text[span[0] : span[1]], span, None, "named by these words only", 0.85, word not in _BODY_WORDS
        )

    def can_speak(self, sentence: Sentence, chunk: int) -> bool:
        """Whether a noun group names somebody, or something written, that can say a thing: no mere matter or price."""
        g = self.grammar
        start, head = sentence.starts[chunk], sentence.ends[chunk] - 1
        while head > start and g.tags[head] in "tXQ":
            head -= 1
        word = g.words[head].lower()
        if self._mention(head) is not None or word in _PRONOUNS | _PERSON_WORDS | _BODY_WORDS | _SPEAKING_WORDS:
            return True
        if word in _MUTE_WORDS or word.removesuffix("s") in _MUTE_WORDS:
            return False
        bare = head == start and g.tags[head] == "N" and not g.words[head][0].isupper()
        return not bare or (word.endswith("s") and not word.endswith("ss"))

    def signing(self, start: int, end: int) -> Speaker:
        """The speaker that a line signs with: its first person or body, else its words before a comma."""
        for mention in self.actors[bisect_left(self._starts, start) :]:
            if mention.start >= end:
                break
            if mention.type in ("person", "organisation"):
                return _named(mention, "the line below the quotation names the speaker", 0.97)
        words_of = self.grammar.text[start:end].split(",")[0].split(" (")[0].rstrip(" .")
        span = (start, start + len(words_of))
        return Speaker(words_of, span, None, "named by the line below the quotation", 0.85)

    def last_subject(self, sentence: int) -> ActorMention | None:
        """The person or body that a sentence is about: its first actor that no preposition governs."""
        subjects = self._subjects_of(sentence)
        return subjects[0] if subjects else None

    def _mention(self, token: int) -> ActorMention | None:
        number = self.grammar.mention_at.get(token)
        return None if number is None else self.actors[number]

    def named_beside(self, sentence: Sentence, chunk: int) -> ActorMention | None:
        """A name in apposition: "a spokesman for the court, Tom Reed," or "the company, Cardion,"."""
        kinds = sentence.kinds
        i = chunk + 1
        while i + 1 < len(kinds) and kinds[i : i + 2] == "In" and i < chunk + 5:
            i += 2
        if kinds[i : i + 2] == ",n":
            mention = self._mention(sentence.ends[i + 1] - 1)
            closed = kinds[i + 2 : i + 3] in (",", ".", "", '"', "I", "-")
            if mention is not None and mention.type == "person" and closed:
                return mention
            head = self.grammar.words[sentence.ends[chunk] - 1].lower()
            body = head in _BODY_WORDS and self.grammar.words[sentence.starts[chunk]].lower() in ("the", "its", "their")
            if mention is not None and mention.type == "organisation" and closed and body and i == chunk + 1:
                return mention
        return None

    def _inside_quote(self, offset: int) -> bool:
        at = bisect_left(self._quoted, (offset + 1, 0)) - 1
        return at >= 0 and offset < self._quoted[at][1]

    def _subjects_of(self, number: int) -> list[ActorMention]:
        known = self._subjects.get(number)
        if known is None:
            known = []
            g = self.grammar
            if 0 <= number < len(g.bounds):
                sentence = g.chunked(number)
                for i, kind in enumerate(sentence.kinds):
                    if kind != "n" or (i and sentence.kinds[i - 1] == "I"):
                        continue
                    mention = self._mention(sentence.ends[i] - 1)
                    if mention is not None and not self._inside_quote(mention.start):
                        known.append(mention)
            self._subjects[number] = known
        return known

    def _meant_by(self, pronoun: str, offset: int) -> ActorMention | None:
        """The nearest actor before ``offset`` that a pronoun fits: subjects of earlier sentences first."""
        number = self.grammar.sentence_of(offset)
        for back in range(_SENTENCES_BACK):
            for mention in self._subjects_of(number - back):
                if mention.start < offset and _can_be(pronoun, mention):
                    return mention
        at = bisect_left(self._starts, offset)
        for index in range(at - 1, max(0, at - 12) - 1, -1):
            mention = self.actors[index]
            if _can_be(pronoun, mention) and not self._inside_quote(mention.start):
                return self._whole_of(index, pronoun)
        return None

    def _whole_of(self, index: int, pronoun: str) -> ActorMention:
        """The mention, or what it only tells apart: *the National Security Council of the White House … it said*."""
        mention, before = self.actors[index], self.actors[index - 1] if index else None
        if before is None or not _can_be(pronoun, before):
            return mention
        between = self.grammar.text[before.end : mention.start].split()
        return before if between in (["of"], ["of", "the"]) else mention

    def _unnamed_before(self, offset: int) -> Speaker | None:
        """Somebody without a name who spoke in a sentence before, when nobody was named since: *a nurse said. She …*"""
        number = self.grammar.sentence_of(offset)
        for back in range(number - 1, max(-1, number - _UNNAMED_BACK - 1), -1):
            found = self._unnamed_of(back)
            if found is not None:
                how = f"the last one who spoke, “{found.name}”"
                return replace(found, how=how, sure=0.7)
            if any(mention.type == "person" for mention in self._subjects_of(back)):
                return None
        return None

    def _unnamed_of(self, number: int) -> Speaker | None:
        """The person without a name who speaks in a sentence."""
        if number not in self._unnamed:
            self._unnamed[number] = None
            g = self.grammar
            clauses = Clauses(g, g.chunked(number))
            kinds = clauses.sentence.kinds
            for verb in range(min(len(kinds), _CHUNKS)):
                if kinds[verb] != "v" or clauses.phrase(verb) not in QUOTING:
                    continue
                if clauses.phrase(verb) in _ASKING:
                    break
                subject = clauses.subject(verb)
                chunk = subject.first if subject else verb + 1
                if kinds[chunk : chunk + 1] == "n" and (subject is None or subject.first == subject.last):
                    self._unnamed[number] = self._unnamed_chunk(clauses.sentence, chunk)
                break
        return self._unnamed[number]

    def _unnamed_chunk(self, sentence: Sentence, chunk: int) -> Speaker | None:
        g = self.grammar
        start, head = sentence.starts[chunk], sentence.ends[chunk] - 1
        opening, word = g.words[start].lower(), g.words[head].lower()
        single = opening in ("a", "an", "another", "one")
        if not single or self._mention(head) is not None or word in _BODY_WORDS | _WRITTEN:
            return None
        found = self.of_chunks(sentence, chunk, chunk)
        return found if found.actor is None and found.person else None

    def _titled(self, word: str, offset: int) -> ActorMention | None:
        """The nearest actor before ``offset`` whose role or name has that word."""
        at = bisect_left(self._starts, offset)
        if word not in _PERSON_WORDS and word not in _BODY_WORDS:
            return None
        for mention in reversed(self.actors[max(0, at - 60) : at]):
            if (
                word in _PERSON_WORDS
                and mention.type == "person"
                and mention.role
                and word in mention.role.lower().split()
            ):
                return mention
            if word in _BODY_WORDS and mention.type == "organisation" and word in mention.value.lower().split():
                return mention
        return None


def _can_be(pronoun: str, mention: ActorMention) -> bool:
    if pronoun == "he or she":
        return mention.type == "person"
    if pronoun in ("he", "she"):
        return mention.type == "person" and fits(pronoun, mention.value, mention.role)
    if pronoun == "it":
        return mention.type == "organisation" or (mention.type == "place" and mention.acting)
    return mention.type in ("group", "organisation")


def _named(mention: ActorMention, how: str, sure: float) -> Speaker:
    return Speaker(mention.value, (mention.start, mention.end), mention.actor, how, sure, mention.type == "person")
