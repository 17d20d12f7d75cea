"""Speech that is told without quotation marks: *said that …*, *according to …*, *…, it said*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.extract.quotes.cues import BARE_CLAUSE, REPORTING, SPEECH, TOLD
from reader.extract.quotes.direct import Direct, Utterance
from reader.extract.quotes.speakers import Speaker
from reader.extract.syntax.chunks import Sentence
from reader.extract.syntax.clauses import Clauses
from reader.extract.syntax.words import words

_OPENERS = words("that whether how why if what when where")
_NOBODY = words("that this these those what there")
_SHORT_TAIL = 4
"""Chunks that may follow *said* in "…, the ministry said on Monday."."""
_MOST = 24
"""Reporting verbs that are looked at in one sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody said, in the words of the article."""

    start: int
    end: int
    speaker: Speaker | None
    cue: str
    rule: str
    sure: float


def find_reports(direct: Direct, utterances: Sequence[Utterance]) -> list[Report]:
    """Indirect quotes in order; what ``utterances`` hold already is left out."""
    grammar = direct.grammar
    taken = [(item.start, item.end) for item in utterances]
    cues = {item.cue_at for item in utterances}
    found: list[Report] = []
    at = 0
    for number, (first, end) in enumerate(grammar.bounds):
        while at < len(taken) and taken[at][1] <= grammar.starts[first]:
            at += 1
        inside = taken[at : at + 6]
        found += _in_sentence(direct, number, first, end, inside, cues)
    return found


def _in_sentence(
    direct: Direct, number: int, first: int, end: int, taken: Sequence[tuple[int, int]], cues: set[int]
) -> list[Report]:
    g = direct.grammar
    tags = g.tags
    if end - first < 4 or ("V" not in tags[first:end] and "E" not in tags[first:end] and "G" not in tags[first:end]):
        return []
    clauses = direct.attributions.clauses(number)
    sentence = clauses.sentence
    found: list[Report] = []
    covered = -1
    looked = 0
    for verb, kind in enumerate(sentence.kinds):
        offset = g.starts[sentence.starts[verb]]
        if offset < covered or kind not in "vg" or looked >= _MOST:
            continue
        if any(start <= offset < stop for start, stop in taken) or offset in cues:
            continue
        report = None
        if kind == "v" and clauses.phrase(verb) in REPORTING:
            looked += 1
            report = _reported(direct, clauses, sentence, verb)
        elif kind == "g" and g.words[sentence.starts[verb]].lower() == "according":
            report = _according(direct, sentence, verb)
        elif kind == "g" and verb > 2 and sentence.kinds[verb - 1] == "," and clauses.lemma(verb) in SPEECH:
            looked += 1
            report = _saying(direct, clauses, sentence, verb)
        if (
            report is None
            or "v" not in _kinds(direct, sentence, report)
            or any(abs(start - report.start) < 3 for start, _ in taken)
        ):
            continue
        if any(start <= report.start < stop for start, stop in taken):
            continue
        found.append(report)
        covered = report.end
    return found


def _kinds(direct: Direct, sentence: Sentence, report: Report) -> str:
    g = direct.grammar
    first = sentence.chunk_at(g.token_at(report.start))
    return sentence.kinds[first : sentence.chunk_at(max(g.token_at(report.end) - 1, 0)) + 1]


def _reported(direct: Direct, clauses: Clauses, sentence: Sentence, verb: int) -> Report | None:
    kinds = sentence.kinds
    lemma = clauses.phrase(verb)
    subject = clauses.subject(verb)
    if subject is not None and clauses.word(subject.last) in _NOBODY:
        return None
    if subject is not None and not direct.speakers.can_speak(sentence, subject.last):
        # "He recalled the sanctions that followed and said ...": the verb is shared with the one who can say it.
        other = direct.attributions.actor_before(clauses, verb) if subject.way == "shared" else None
        content = _after(clauses, sentence, verb, lemma) if other is not None else None
        if other is None or content is None:
            return None
        return _made(direct, sentence, verb, content, other, "quote.reported", 0.7)
    if subject is not None and subject.way != "shared":
        speaker = direct.speakers.of_chunks(sentence, subject.first, subject.last)
        content = _after(clauses, sentence, verb, lemma)
        if content is not None:
            return _made(direct, sentence, verb, content, speaker, "quote.reported", 0.85)
        if subject.first > 2 and kinds[subject.first - 1] in ',"-' and _ends_soon(kinds, verb):
            return _fronted(direct, sentence, subject.first - 1, verb, speaker)
        return None
    if verb > 2 and kinds[verb - 1] == "," and kinds[verb + 1 : verb + 2] == "n":
        speaker = direct.speakers.of_chunks(sentence, verb + 1, verb + 1)
        return _fronted(direct, sentence, verb - 1, verb, speaker)
    if subject is not None:
        content = _after(clauses, sentence, verb, lemma)
        if content is not None:
            speaker = direct.speakers.of_chunks(sentence, subject.first, subject.last)
            return _made(direct, sentence, verb, content, speaker, "quote.reported", 0.8)
    return None


def _saying(direct: Direct, clauses: Clauses, sentence: Sentence, verb: int) -> Report | None:
    """*He defended the plan, saying that it was cheap*: who the sentence is about says it."""
    content = _after(clauses, sentence, verb, clauses.phrase(verb))
    speaker = direct.attributions.actor_before(clauses, verb) if content is not None else None
    if content is None or speaker is None:
        return None
    return _made(direct, sentence, verb, content, speaker, "quote.reported", 0.75)


def _after(clauses: Clauses, sentence: Sentence, verb: int, lemma: str) -> tuple[int, int] | None:
    """Chunks of the clause that follows a reporting verb."""
    kinds = sentence.kinds
    i = verb + 1
    told = lemma in TOLD
    while i < min(len(kinds), verb + 8):
        kind = kinds[i]
        if kind == "U" and clauses.word(i) in _OPENERS:
            return i, _stop(clauses, sentence, i)
        if kind == "n":
            if told and kinds[i + 1 : i + 2] in ("n", "U", "I", "t"):
                told, i = False, i + 1
                continue
            if lemma in BARE_CLAUSE and _opens_clause(clauses, kinds, i):
                return i, _stop(clauses, sentence, i)
            return None
        if (
            kinds[i : i + 2] == "In"
            and kinds[i + 2 : i + 3] in ("U", "I", "t", "n")
            and lemma in BARE_CLAUSE | REPORTING
        ):
            i += 2
        elif kind in "tAJ":
            i += 1
        elif kind == "I" and kinds[i + 1 : i + 2] == "t":
            i += 2
        else:
            return None
    return None


def _opens_clause(clauses: Clauses, kinds: str, first: int) -> bool:
    """Whether the noun group ``first`` is the subject of a finite verb to its right."""
    for verb in range(first + 1, min(len(kinds), first + 14)):
        if kinds[verb] in '.;"UW':
            return False
        if kinds[verb] == "v":
            subject = clauses.subject(verb)
            return subject is not None and subject.first <= first <= subject.last
    return False


def _stop(clauses: Clauses, sentence: Sentence, start: int) -> int:
    """Last chunk of a reported clause: the sentence's, or before a turn of the writer's own."""
    kinds = sentence.kinds
    last = len(kinds) - 1
    for i in range(start + 2, last):
        if kinds[i] != ",":
            continue
        turn = kinds[i + 1] == "C" and clauses.word(i + 1) == "but"
        if turn or (kinds[i + 1] == "g" and clauses.lemma(i + 1) in REPORTING):
            return i - 1
    while last > start and kinds[last] in ".;":
        last -= 1
    return last


def _ends_soon(kinds: str, verb: int) -> bool:
    rest = kinds[verb + 1 :].rstrip('."').split(",")[0]
    return len(rest) <= _SHORT_TAIL and "v" not in rest and "U" not in rest


def _fronted(direct: Direct, sentence: Sentence, last: int, verb: int, speaker: Speaker) -> Report | None:
    """What was said stands first: "The road is closed, police said."."""
    kinds = sentence.kinds
    while last > 0 and kinds[last] in ',-"':
        last -= 1
    first = 0
    while first < last and kinds[first] in '"C,':
        first += 1
    if "v" not in kinds[first : last + 1]:
        return None
    return _made(direct, sentence, verb, (first, last), speaker, "quote.reported.first", 0.85)


def _according(direct: Direct, sentence: Sentence, cue: int) -> Report | None:
    kinds = sentence.kinds
    g = direct.grammar
    source = next((i for i in range(cue + 1, min(cue + 4, len(kinds))) if kinds[i] == "n"), None)
    if source is None:
        return None
    speaker = direct.speakers.of_chunks(sentence, source, source)
    if cue > 1 and "v" in kinds[:cue]:
        last = cue - 1
        while last > 0 and kinds[last] in ',-"':
            last -= 1
        content = (0, last)
    else:
        comma = kinds.find(",", source, source + 14)
        if comma < 0 or "v" not in kinds[comma:]:
            return None
        content = (comma + 1, len(kinds) - 1 - (kinds[-1] == "."))
    span = g.span(sentence.starts[content[0]], sentence.ends[content[1]])
    return Report(span.start, span.end, speaker, "according to", "quote.according", 0.9 * speaker.sure)


def _made(
    direct: Direct, sentence: Sentence, verb: int, content: tuple[int, int], speaker: Speaker, rule: str, sure: float
) -> Report:
    g = direct.grammar
    span = g.span(sentence.starts[content[0]], sentence.ends[content[1]])
    cue = g.span(sentence.starts[verb], sentence.ends[verb])
    end = span.end
    while end > span.start and g.text[end - 1] in ".,;:":
        end -= 1
    return Report(span.start, end, speaker, g.text[cue.start : cue.end], rule, sure * speaker.sure)
