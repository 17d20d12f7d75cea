"""What stands in quotation marks: whether it was said, and the reporting words before, after or between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.extract.quotes.cues import QUOTING, TOLD
from reader.extract.quotes.marks import Quoted
from reader.extract.quotes.speakers import Speaker, Speakers
from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.clauses import Clauses
from reader.extract.syntax.words import words
from reader.model import Span

_PLAIN = words("say add tell ask reply explain write")
_JOINED = words("and but or")
_REACH = 24
"""Chunks between a quotation and its reporting verb, at most."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reporting words found beside a quotation."""

    speaker: Speaker | None
    cue: str
    rule: str
    at: int = -1
    """Where the cue stands in the text."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that was said by somebody."""

    start: int
    end: int
    speaker: Speaker | None
    cue: str | None
    rule: str
    sure: float
    cue_at: int = -1


class Direct:
    """Direct quotes of one article."""

    def __init__(self, grammar: Grammar, speakers: Speakers, parts: Sequence[Span]) -> None:
        self.grammar = grammar
        self.text = grammar.text
        self.speakers = speakers
        self.parts = parts
        self._clauses: dict[int, Clauses] = {}

    def clauses(self, number: int) -> Clauses:
        """The clauses of a sentence, kept."""
        if number not in self._clauses:
            self._clauses[number] = Clauses(self.grammar, self.grammar.chunked(number))
        return self._clauses[number]

    def find(self, marks: Sequence[Quoted]) -> list[Utterance]:
        """Those of ``marks`` that are speech, interrupted ones joined."""
        found: list[Utterance] = []
        part = 0
        floor = 0
        for i, item in enumerate(marks):
            while part + 1 < len(self.parts) and self.parts[part + 1].start <= item.start:
                part += 1
            ceiling = marks[i + 1].start if i + 1 < len(marks) else len(self.text)
            follows = marks[i + 1] if i + 1 < len(marks) else None
            joined = follows is not None and self.text[item.end : ceiling].strip(" ,") in _JOINED
            beyond = marks[i + 2].start if i + 2 < len(marks) else len(self.text)
            after = self._after(follows, beyond) if joined and follows else self._after(item, ceiling)
            utterance = self._judge(item, after, floor, part, found)
            floor = item.end
            if utterance is None:
                continue
            if found and self._goes_on(found[-1], utterance, part):
                found[-1] = replace(found[-1], end=utterance.end)
            else:
                found.append(utterance)
        return found

    def _judge(
        self, item: Quoted, after: Attribution | None, floor: int, part: int, found: Sequence[Utterance]
    ) -> Utterance | None:
        inside = self.text[item.start + 1 : item.end - (1 if item.closed else 0)].strip()
        if not any(char.isalpha() for char in inside):
            return None
        lead = self._lead(item, max(floor, self.parts[part].start))
        if lead == "open" and (after or self._before(item, floor) is None):
            if after is None and not self._whole(item, inside):
                return None
            if after is not None:
                return self._said(item, after)
        if lead == "inside":
            return None
        before = self._before(item, floor)
        if after is not None and after.rule != "quote.signed" and self.text[item.end - 2 : item.end - 1] == ",":
            before = None  # the comma inside promises that the speaker follows
        if before is None and after is not None:
            before = after
        if before is not None:
            last = found[-1] if found else None
            if last is not None and before.at >= 0 and before.at == last.cue_at and last.end >= floor:
                return Utterance(
                    item.start, item.end, last.speaker, last.cue, "quote.continued", last.sure, last.cue_at
                )
            return self._said(item, before)
        if item.single or not self._whole(item, inside):
            return None
        return self._alone(item, part, floor, found)

    def _said(self, item: Quoted, by: Attribution) -> Utterance:
        sure = 0.95 * by.speaker.sure if by.speaker else 0.6
        return Utterance(item.start, item.end, by.speaker, by.cue, by.rule, sure, by.at)

    def _lead(self, item: Quoted, floor: int) -> str:
        """How it stands in its sentence: ``open`` at the start, ``led`` after a mark or a verb, else ``inside``."""
        g = self.grammar
        number = g.sentence_of(item.start)
        if not g.bounds:
            return "open"
        first = max(g.bounds[number][0], g.token_at(floor))
        token = g.token_at(item.start)
        while token > first and g.tags[token - 1] in '"C(':
            token -= 1
        if token <= first:
            return "open"
        if g.tags[token - 1] in ",;-":
            return "inside" if g.tags[token - 2] == "U" and token - 1 > first else "led"
        sentence = g.chunked(number)
        chunk = sentence.chunk_at(token - 1)
        lemma = self.clauses(number).phrase(chunk)
        if sentence.kinds[chunk] in "vg" and lemma in QUOTING - {"call", "describe"}:
            return "led"
        told = sentence.kinds[chunk] == "n" and chunk > 0 and sentence.kinds[chunk - 1] in "vg"
        if told and self.clauses(number).lemma(chunk - 1) in TOLD:
            return "led"
        return "inside"

    def _whole(self, item: Quoted, inside: str) -> bool:
        """Whether the words read as a sentence of their own, not as a title or a word held at arm's length."""
        inside = inside.rstrip("\"'’”»")
        count = inside.count(" ") + 1
        if item.continued:
            return True
        if count < 3 or not inside or not (inside[0].isupper() or inside[0] in "…'‘[."):
            return False
        capitals = sum(word[0].isupper() for word in inside.split())
        ends = inside[-1] in ".!?…,—–" or not item.closed
        return ends and (capitals <= 0.6 * count or inside[-1] in "!?")

    def _after(self, item: Quoted, ceiling: int) -> Attribution | None:
        """Reporting words after a quotation, in its sentence: *said X*, *X said*, *according to X*, *― X*."""
        g = self.grammar
        token = g.token_at(item.end)
        number = g.sentence_of(item.end - 1)
        if token >= len(g.words) or not g.bounds:
            return None
        if token >= g.bounds[number][1]:
            following = self._next_sentence(item, number)
            if following is None:
                return self._signed(item, token)
            number = following
        sentence = g.chunked(number)
        kinds = sentence.kinds
        i = sentence.chunk_at(token)
        if sentence.starts[i] < token:
            i += 1
        dashed = False
        while i < len(kinds) and kinds[i] in '",-A':
            dashed |= kinds[i] == "-"
            i += 1
        if i >= len(kinds) or g.starts[sentence.starts[i]] >= ceiling:
            return None
        if dashed and (signed := self._signed(item, token)) is not None:
            return signed
        if g.words[sentence.starts[i]].lower() == "according":
            return self._according(sentence, i)
        clauses = self.clauses(number)
        if kinds[i] == "v":
            return self._inverted(sentence, clauses, i) if clauses.phrase(i) in QUOTING else None
        for j in range(i, min(i + _REACH, len(kinds))):
            if kinds[j] in '.;"' or g.starts[sentence.starts[j]] >= ceiling:
                return None
            if kinds[j] == "v" and clauses.phrase(j) in QUOTING:
                subject = clauses.subject(j)
                if subject is None or subject.first < i:
                    return None
                speaker = self.speakers.of_chunks(sentence, subject.first, subject.last)
                return self._made(sentence, speaker, j, "quote.after")
            if kinds[j] == "v" and kinds[i + 1 : i + 2] != "," and j > i:
                return None
        return None

    def _inverted(self, sentence: Sentence, clauses: Clauses, verb: int) -> Attribution | None:
        kinds = sentence.kinds
        for j in range(verb + 1, min(verb + 6, len(kinds))):
            if kinds[j] == "n":
                if kinds[j - 1] == "I":
                    continue
                last = j
                if kinds[j + 1 : j + 3] == "Cn" and kinds[j + 3 : j + 4] in (".", ",", "", '"', "I"):
                    last = j + 2
                speaker = self.speakers.of_chunks(sentence, j, last)
                return self._made(sentence, speaker, verb, "quote.after.inverted")
            if kinds[j] not in "AtIJ":
                return None
        return None

    def _made(self, sentence: Sentence, speaker: Speaker, verb: int, rule: str) -> Attribution:
        span = self.grammar.span(sentence.starts[verb], sentence.ends[verb])
        return Attribution(speaker, self.text[span.start : span.end], rule, span.start)

    def _next_sentence(self, item: Quoted, number: int) -> int | None:
        """A short sentence right behind that only names the speaker: “It is over.” Ms. Adeyemi said."""
        g = self.grammar
        if number + 1 >= len(g.bounds):
            return None
        first, end = g.bounds[number + 1]
        gap = self.text[item.end : g.starts[first]]
        if "\n" in gap or len(gap) > 2 or end - first > 12:
            return None
        sentence = g.chunked(number + 1)
        verb = sentence.kinds.find("v")
        plain = sentence.kinds.startswith(("nv", "vn")) and sentence.kinds.count("v") == 1
        return number + 1 if plain and self.clauses(number + 1).lemma(verb) in _PLAIN else None

    def _signed(self, item: Quoted, token: int) -> Attribution | None:
        """A name after a dash that ends the line signs the quotation."""
        g = self.grammar
        if token >= len(g.words) or g.tags[token] != "-":
            return None
        line = self.text.find("\n", g.ends[token], g.ends[token] + 120)
        line = len(self.text) if line < 0 and len(self.text) < g.ends[token] + 120 else line
        last = token + 1
        while last < len(g.words) and g.starts[last] < line and g.tags[last] in "MCDNI,":
            last += 1
        stop = g.starts[last] if last < len(g.words) else len(self.text)
        if last == token + 1 or g.tags[token + 1] != "M" or self.text[g.ends[last - 1] : min(stop, line)].strip():
            return None
        if line < 0 or (stop < line and g.tags[last] != "."):
            return None
        number = g.sentence_of(g.starts[token + 1])
        sentence = g.chunked(number)
        chunk = sentence.chunk_at(token + 1)
        speaker = self.speakers.of_chunks(sentence, chunk, chunk)
        return Attribution(speaker, g.words[token], "quote.signed")

    def _according(self, sentence: Sentence, i: int) -> Attribution | None:
        kinds = sentence.kinds
        for j in range(i + 1, min(i + 4, len(kinds))):
            if kinds[j] == "n":
                speaker = self.speakers.of_chunks(sentence, j, j)
                return Attribution(speaker, "according to", "quote.according", self.grammar.starts[sentence.starts[i]])
        return None

    def _before(self, item: Quoted, floor: int) -> Attribution | None:
        """Reporting words before a quotation, in its sentence or ending the line above with a colon."""
        g = self.grammar
        number = g.sentence_of(item.start)
        if not g.bounds:
            return None
        token = g.token_at(item.start)
        if token <= g.bounds[number][0]:
            gap = self.text[max(floor, item.start - 40) : item.start].rstrip()
            if number == 0 or not gap.endswith(":") or g.starts[g.bounds[number - 1][0]] < floor:
                return None
            number -= 1
            token = g.bounds[number][1]
        low = g.token_at(floor)
        sentence = g.chunked(number)
        clauses = self.clauses(number)
        kinds = sentence.kinds
        i = sentence.chunk_at(token - 1)
        colon = False
        while i >= 0 and kinds[i] in '";,-(':
            colon |= kinds[i] == ";"
            i -= 1
        for j in range(i, max(-1, i - _REACH), -1):
            if sentence.starts[j] < low:
                return None
            if kinds[j] in '."':
                return None
            if kinds[j] == "v" and (clauses.phrase(j) in QUOTING or self._put_it(clauses, j)):
                subject = clauses.subject(j)
                if subject is None:
                    if kinds[j + 1 : j + 2] == "n" and clauses.phrase(j) in QUOTING:
                        return self._inverted(sentence, clauses, j)
                    return None
                speaker = self.speakers.of_chunks(sentence, subject.first, subject.last)
                return self._made(sentence, speaker, j, "quote.before")
            if kinds[j] == "g" and clauses.phrase(j) in QUOTING:
                speaker_of_main = self._main_subject(sentence, clauses, j)
                return self._made(sentence, speaker_of_main, j, "quote.before") if speaker_of_main else None
            if kinds[j] == "g" and g.words[sentence.starts[j]].lower() == "according":
                return self._according(sentence, j)
            if kinds[j] == "v":
                break
        if colon and i == 0 and kinds[0] == "n" and sentence.starts[0] >= low:
            speaker = self.speakers.of_chunks(sentence, 0, 0)
            return Attribution(speaker, ":", "quote.colon", g.starts[sentence.starts[1]])
        return self._introduced(sentence, clauses, i) if colon else None

    def _put_it(self, clauses: Clauses, verb: int) -> bool:
        return (
            clauses.lemma(verb) in ("put", "have")
            and clauses.sentence.kinds[verb + 1 : verb + 2] == "n"
            and (clauses.word(verb + 1) == "it")
        )

    def _main_subject(self, sentence: Sentence, clauses: Clauses, before: int) -> Speaker | None:
        for j in range(before - 1, max(-1, before - 40), -1):
            if sentence.kinds[j] in ".;":
                return None
            if sentence.kinds[j] == "v":
                subject = clauses.subject(j)
                if subject is not None:
                    return self.speakers.of_chunks(sentence, subject.first, subject.last)
                inverted = self._inverted(sentence, clauses, j)
                if inverted is not None:
                    return inverted.speaker
        return None

    def _introduced(self, sentence: Sentence, clauses: Clauses, last: int) -> Attribution | None:
        """A colon without a reporting verb: the subject of its sentence speaks."""
        speaker = self._main_subject(sentence, clauses, last + 1)
        if speaker is None:
            return None
        return Attribution(replace(speaker, sure=speaker.sure * 0.8), ":", "quote.colon")

    def _goes_on(self, last: Utterance, this: Utterance, part: int) -> bool:
        """Whether ``this`` is the rest of ``last``, interrupted by its attribution only."""
        if this.rule not in ("quote.alone", "quote.continued") or last.start < self.parts[part].start:
            return False
        gap = self.text[last.end : this.start]
        if len(gap) > 400 or "\n" in gap.strip():
            return False
        return this.rule == "quote.continued"

    def _alone(self, item: Quoted, part: int, floor: int, found: Sequence[Utterance]) -> Utterance | None:
        """No reporting words: the quotation goes on with the last speaker, or its speaker is not told."""
        g = self.grammar
        start = self.parts[part].start
        last = found[-1] if found else None
        if last is not None and last.end >= start and last.cue is not None:
            between = self._sentences_between(last.end, item.start)
            if between <= 1:
                return Utterance(item.start, item.end, last.speaker, None, "quote.continued", last.sure * 0.95)
        number = g.sentence_of(item.start)
        before = g.starts[g.bounds[number - 1][0]] if number else 0
        told = self._told_before(number - 1) if number and before >= start else None
        if told is not None:
            return Utterance(item.start, item.end, told, None, "quote.topic", 0.9 * told.sure)
        if number and before >= start and before >= floor:
            subject = self.speakers.last_subject(number - 1)
            if subject is not None and subject.type == "person":
                how = "the sentence before is about him or her"
                speaker = Speaker(subject.value, (subject.start, subject.end), subject.actor, how, 0.7)
                return Utterance(item.start, item.end, speaker, None, "quote.topic", 0.6)
        near = last is not None and part > 0 and last.end >= self.parts[part - 1].start
        if near and last is not None and last.speaker and self._sentences_between(last.end, item.start) <= 1:
            speaker = replace(last.speaker, how="no one is named: the last speaker goes on", sure=0.7)
            return Utterance(item.start, item.end, speaker, None, "quote.same", 0.6)
        return Utterance(item.start, item.end, None, None, "quote.alone", 0.5)

    def _told_before(self, number: int) -> Speaker | None:
        """Who speaks in a sentence that reports speech."""
        clauses = self.clauses(number)
        sentence = clauses.sentence
        for verb, kind in enumerate(sentence.kinds[:60]):
            if kind == "v" and clauses.phrase(verb) in QUOTING:
                subject = clauses.subject(verb)
                if subject is not None:
                    return self.speakers.of_chunks(sentence, subject.first, subject.last)
                inverted = self._inverted(sentence, clauses, verb)
                return inverted.speaker if inverted else None
        return None

    def _sentences_between(self, start: int, end: int) -> int:
        """Ends of sentences between two quotations."""
        first = self.grammar.sentence_of(max(0, start - 1))
        last = self.grammar.sentence_of(end)
        return last - first
