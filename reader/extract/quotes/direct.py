"""What stands in quotation marks: whether it was said, and the reporting words before, after or between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.extract.quotes.attribution import Attribution, Attributions
from reader.extract.quotes.cues import QUOTING, TOLD
from reader.extract.quotes.marks import Quoted
from reader.extract.quotes.speakers import Speaker, Speakers
from reader.extract.syntax.chunks import Grammar
from reader.extract.syntax.words import words
from reader.model import Span

_JOINED = words("and but or")


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
        self.attributions = Attributions(grammar, speakers)

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
            after = (
                self.attributions.after(follows, beyond)
                if joined and follows
                else self.attributions.after(item, ceiling)
            )
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
        if item.block:
            return self._block(item, floor)
        inside = self.text[item.start + 1 : item.end - (1 if item.closed else 0)].strip()
        if not any(char.isalpha() for char in inside):
            return None
        lead = self._lead(item, max(floor, self.parts[part].start))
        if lead == "open" and (after or self.attributions.before(item, floor) is None):
            if after is None and not self._whole(item, inside):
                return None
            if after is not None:
                return self._said(item, after)
        if lead == "inside":
            return self._partial(item, inside)
        before = self.attributions.before(item, floor)
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

    def _partial(self, item: Quoted, inside: str) -> Utterance | None:
        """Some words of somebody inside a sentence that says whose: *wanted “reliable, legally binding” guarantees*.

        Two words at least, beside an article; titles and words held at arm's length have capitals or no such sentence.
        """
        said = [word for word in inside.split() if word.lower() not in ("a", "an", "the")]
        if item.single or not item.closed or len(said) < 2 or not inside[0].islower():
            return None
        if sum(word[0].isupper() for word in said) > 0.5 * len(said):
            return None
        by = self.attributions.framing(item)
        if by is None or by.speaker is None or by.speaker.actor is None:
            return None
        return Utterance(item.start, item.end, by.speaker, by.cue, by.rule, 0.75 * by.speaker.sure)

    def _block(self, item: Quoted, floor: int) -> Utterance | None:
        if not any(char.isalpha() for char in self.text[item.start : item.end]):
            return None
        if item.signature is not None:
            speaker = self.speakers.signing(*item.signature)
            return Utterance(item.start, item.end, speaker, "—", "quote.block.signed", 0.95 * speaker.sure)
        by = self.attributions.introducing(item, floor)
        if by is None:
            return Utterance(item.start, item.end, None, None, "quote.block", 0.5)
        return replace(self._said(item, by), rule="quote.block")

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
        lemma = self.attributions.clauses(number).phrase(chunk)
        if sentence.kinds[chunk] in "vg" and lemma in QUOTING - {"call", "describe"}:
            return "led"
        told = sentence.kinds[chunk] == "n" and chunk > 0 and sentence.kinds[chunk - 1] in "vg"
        if told and self.attributions.clauses(number).lemma(chunk - 1) in TOLD:
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
        told = self.attributions.told_before(number - 1) if number and before >= start else None
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

    def _sentences_between(self, start: int, end: int) -> int:
        """Ends of sentences between two quotations."""
        first = self.grammar.sentence_of(max(0, start - 1))
        last = self.grammar.sentence_of(end)
        return last - first
