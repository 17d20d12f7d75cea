"""Reporting words beside a quotation: after it, before it, around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.extract.quotes.cues import FRAMING, QUOTING, REPORTING
from reader.extract.quotes.marks import Quoted
from reader.extract.quotes.speakers import Speaker, Speakers
from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.clauses import Clauses
from reader.extract.syntax.words import words

_PLAIN = words("say add tell ask reply explain write")
PARTIAL = "quote.partial"
"""Rule of quoted words in the middle of a sentence."""
_REACH = 24
"""Chunks between a quotation and its reporting verb, at most."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reporting words found beside a quotation."""

    speaker: Speaker | None
    cue: str | None
    rule: str
    at: int = -1
    """Where the cue stands in the text."""


class Attributions:
    """Finds who the words beside a quotation name as its speaker."""

    def __init__(self, grammar: Grammar, speakers: Speakers) -> None:
        self.grammar = grammar
        self.text = grammar.text
        self.speakers = speakers
        self._clauses: dict[int, Clauses] = {}

    def clauses(self, number: int) -> Clauses:
        """The clauses of a sentence, kept."""
        if number not in self._clauses:
            self._clauses[number] = Clauses(self.grammar, self.grammar.chunked(number))
        return self._clauses[number]

    def after(self, item: Quoted, ceiling: int) -> Attribution | None:
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
        last = min(i + _REACH, len(kinds))  # or a row of marks would be walked from each of them
        while i < last and kinds[i] in '",-A':
            dashed |= kinds[i] == "-"
            i += 1
        if i >= last or g.starts[sentence.starts[i]] >= ceiling:
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

    def before(self, item: Quoted, floor: int) -> Attribution | None:
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
        """A colon without a reporting verb right before it: who reports in its sentence, else who acts, speaks."""
        speaker = self._reporter(clauses, last + 1) or self.actor_before(clauses, last + 1)
        speaker = speaker or self._main_subject(sentence, clauses, last + 1)
        if speaker is None:
            return None
        return Attribution(replace(speaker, sure=speaker.sure * 0.8), ":", "quote.colon")

    def actor_before(self, clauses: Clauses, before: int) -> Speaker | None:
        """The nearest subject of the sentence, outside relative clauses, that can speak."""
        sentence = clauses.sentence
        for verb in range(min(before, len(sentence.kinds)) - 1, -1, -1):
            subject = clauses.subject(verb) if sentence.kinds[verb] == "v" else None
            if subject is None or subject.way == "relative" or sentence.kinds[verb - 1 : verb] in ("U", "W"):
                continue
            if self.speakers.can_speak(sentence, subject.last):
                return self.speakers.of_chunks(sentence, subject.first, subject.last)
        return None

    def introducing(self, item: Quoted, floor: int) -> Attribution | None:
        """Who the sentence before a block quotation names: before a colon, or as one who reports."""
        g = self.grammar
        number = g.sentence_of(item.start)
        if number == 0 or g.starts[g.bounds[number - 1][0]] < floor:
            return None
        first, end = g.bounds[number - 1]
        if g.words[end - 1] == ":":
            found = self.before(item, floor)
            if found is not None:
                return found
            if all(tag in "MNDJ," for tag in g.tags[first : end - 1]):
                speaker = self.speakers.of_chunks(g.chunked(number - 1), 0, 0)
                return Attribution(speaker, ":", "quote.colon", g.starts[end - 1])
            return None
        told = self.told_before(number - 1)
        return None if told is None else Attribution(replace(told, sure=0.7 * told.sure), None, "quote.topic")

    def framing(self, item: Quoted) -> Attribution | None:
        """Whose some quoted words in the middle of a sentence are: of the verb before them, or of who reports them."""
        g = self.grammar
        number = g.sentence_of(item.start)
        clauses = self.clauses(number)
        sentence = clauses.sentence
        kinds = sentence.kinds
        here = sentence.chunk_at(g.token_at(item.start))
        if (own := self._in_the_words_of(sentence, here)) is not None:
            return own
        reached = False
        for verb in range(here - 1, max(-1, here - _REACH), -1):
            if kinds[verb] in '.;"':
                return None
            if kinds[verb] != "v":
                continue
            lemma = clauses.phrase(verb)
            frames = REPORTING if reached else FRAMING | QUOTING
            if lemma in frames:
                subject = clauses.subject(verb)
                if subject is None or not self.speakers.can_speak(sentence, subject.last):
                    return None
                speaker = self.speakers.of_chunks(sentence, subject.first, subject.last)
                return self._made(sentence, speaker, verb, PARTIAL)
            reached = True
        return None

    def _in_the_words_of(self, sentence: Sentence, before: int) -> Attribution | None:
        g = self.grammar
        for i in range(before - 2):
            first = sentence.starts[i + 1]
            if g.words[first - 1].lower() == "in" and [g.words[at].lower() for at in range(first, first + 3)] == [
                *("the", "words", "of")
            ]:
                chunk = sentence.chunk_at(first + 3)
                speaker = self.speakers.of_chunks(sentence, chunk, chunk)
                return Attribution(speaker, "in the words of", PARTIAL, g.starts[first - 1])
        return None

    def told_before(self, number: int) -> Speaker | None:
        """Who speaks in a sentence that reports speech."""
        return self._reporter(self.clauses(number), 60)

    def _reporter(self, clauses: Clauses, before: int) -> Speaker | None:
        sentence = clauses.sentence
        for verb, kind in enumerate(sentence.kinds[:before]):
            if kind == "v" and clauses.phrase(verb) in QUOTING:
                subject = clauses.subject(verb)
                if subject is not None:
                    return self.speakers.of_chunks(sentence, subject.first, subject.last)
                inverted = self._inverted(sentence, clauses, verb)
                return inverted.speaker if inverted else None
        return None
