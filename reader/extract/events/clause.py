"""The event that a verb group tells, from the chunks on both its sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reader.extract.events.confidence import confidence
from reader.extract.events.right import Right, RightSide
from reader.extract.events.verbs import (
    BLAMING,
    GOING_ON,
    MAKING_DO,
    MODALITY_OF_MODAL,
    MODALITY_OF_VERB,
    MOVING,
    NO_EVENT,
    SAYING,
)
from reader.extract.quotes.cues import REPORTING, TOLD
from reader.extract.quotes.speakers import Speakers
from reader.extract.syntax.chunks import Grammar, Sentence
from reader.extract.syntax.classes import candidates
from reader.extract.syntax.clauses import Clauses, Subject
from reader.extract.syntax.verbs import LEMMAS
from reader.extract.syntax.words import CONTRACTED, words
from reader.model import ActorMention, DateFact, Event, Part, Quote

_OBJECT_RELATIVES = words("that which whom who")
_NO = words("no nobody none neither nothing")
_THEN = ("at that time", "at the time", "at the same time", "that day", "that year")
_GET = words("got gets get")
_MOST = 40
"""Verb groups that are read in one sentence."""


class ClauseReader:
    """Reads events from the sentences of one article."""

    def __init__(
        self,
        grammar: Grammar,
        speakers: Speakers,
        actors: Sequence[ActorMention],
        dates: Sequence[DateFact],
        quotes: Sequence[Quote],
    ) -> None:
        self.grammar = grammar
        self.speakers = speakers
        self.actors = actors
        self.dates = [date for date in dates if date.type in ("DATE", "TIME")]
        self._date_starts = [date.start for date in self.dates]
        self.right = RightSide(grammar, actors, self.dates)
        self.quotes = quotes
        self._quote_starts = [quote.start for quote in quotes]

    def events(self, number: int, clauses: Clauses, silent: Sequence[tuple[int, int]]) -> list[Event]:
        """Events of sentence ``number``; verbs inside the ``silent`` ranges tell none."""
        sentence = clauses.sentence
        found: list[Event] = []
        g = self.grammar
        for verb, kind in enumerate(sentence.kinds):
            if kind == "b" and self._goes_on_bare(sentence, verb):
                kind = "v"
            if kind not in "ve" or len(found) >= _MOST:
                continue
            offset = g.starts[sentence.starts[verb]]
            if any(start <= offset < end for start, end in silent):
                continue
            if kind == "v":
                found += self._finite(number, clauses, verb)
            elif (event := self._shortened(number, clauses, verb)) is not None:
                found.append(event)
        return found

    def _goes_on_bare(self, s: Sentence, verb: int) -> bool:
        """*will close two plants and lay off workers*: a base form after *and*."""
        return verb > 1 and s.kinds[verb - 1] == "C" and "v" in s.kinds[max(0, verb - 12) : verb]

    def _finite(self, number: int, clauses: Clauses, verb: int) -> list[Event]:
        s = clauses.sentence
        lemma = clauses.lemma(verb)
        last = verb
        if lemma in GOING_ON and s.kinds[verb + 1 : verb + 2] == "g":
            last, lemma = verb + 1, clauses.lemma(verb + 1)
        passive = self._passive(s, verb) if last == verb else False
        bare = not set(self.grammar.tags[s.starts[verb] : s.ends[last]]) & set("VBEG")
        if bare or (lemma in NO_EVENT and not passive):
            return []
        subject = clauses.subject(verb)
        inherited = self._inherited(clauses, verb) if subject is not None and subject.way == "shared" else None
        right = self.right.read(clauses, last, lemma, passive)
        if not passive and self._passive_too(clauses, verb, subject, right):
            passive, right = True, self.right.read(clauses, last, lemma, True)
        agent: Part | None
        patient: Part | None
        if passive:
            agent = self._agent_part(clauses, right)
            patient = self._subject_part(clauses, subject)
        else:
            agent = self._subject_part(clauses, subject)
            if agent is None and lemma in SAYING and verb and s.kinds[verb - 1 : verb + 2] in ('"vn', ",vn", "-vn"):
                inverted = self._part(s, verb + 1, verb + 1)
                told, nothing = self._told(s, verb), Right(ends=verb + 1)
                return [self._event(number, clauses, verb, verb, inverted, told, nothing, lemma, "inverted")]
            beside = right.object is not None and not right.by_preposition and lemma in TOLD
            patient = self._told(s, verb) if (lemma in SAYING or lemma in REPORTING) and not beside else None
            if patient is not None and right.object is not None and self._before(s, right, patient):
                patient = None  # "called the verdict “a gesture”"
            if patient is None and right.object:
                patient = self._part(s, *right.object)
            if (patient is None or right.by_preposition) and lemma not in SAYING and lemma not in MOVING:
                patient = self._relative_object(clauses, subject) or patient
        if agent is None and patient is None:
            return []
        way = subject.way if subject else "none"
        voice = "passive" if passive else way
        event = self._event(number, clauses, verb, last, agent, patient, right, lemma, voice, inherited)
        return [event, *self._made_to(number, clauses, last, lemma, right)]

    def _before(self, s: Sentence, right: Right, told: Part) -> bool:
        """Whether the object stands before quoted words that say what it is."""
        if right.object is None or right.by_preposition:
            return False
        end = self.grammar.ends[s.ends[right.object[1]] - 1]
        return end <= told.span[0] <= end + 4 and told.text[:1] in '“"„«'

    def _inherited(self, clauses: Clauses, verb: int) -> str | None:
        """Modality of the verb before, when this one is a base form under the same auxiliary."""
        s = clauses.sentence
        word = self.grammar.words[s.starts[verb]].lower()
        if LEMMAS.get(word) != word:
            return None
        for other in range(verb - 1, max(-1, verb - 14), -1):
            if s.kinds[other] == "v":
                tokens = [item.lower() for item in self.grammar.words[s.starts[other] : s.ends[other]]]
                governed = len(tokens) > 1 and tokens[-1] == LEMMAS.get(tokens[-1])
                return (
                    self._modality(s, other, tokens[:-1], [LEMMAS.get(item, item) for item in tokens[:-1]])
                    if governed
                    else None
                )
        return None

    def _relative_object(self, clauses: Clauses, subject: Subject | None) -> Part | None:
        """*a claim that the club disputes*: the noun before *that* or *which* is the object."""
        if subject is None or subject.way != "beside" or subject.first < 2:
            return None
        s = clauses.sentence
        opener = subject.first - 1
        if s.kinds[opener] not in "WU" or clauses.word(opener) not in _OBJECT_RELATIVES:
            return None
        before = opener - (2 if s.kinds[opener - 1] == "," else 1)
        if before and s.kinds[before - 1] == "v" and clauses.lemma(before - 1) in TOLD:
            return None  # "told the broadcaster that the gates had jammed"
        if before < 0 or s.kinds[before] != "n":
            return None
        whole = before - 2  # "a letter to staff that the paper published"
        if before > 1 and s.kinds[whole:before] == "nI" and self.right.object(clauses, whole)[1] == before:
            return self._part(s, whole, before)
        return self._part(s, before, before)

    def _shortened(self, number: int, clauses: Clauses, verb: int) -> Event | None:
        """A participle behind its noun: *guarantees demanded by Moscow*."""
        s = clauses.sentence
        if verb == 0 or s.kinds[verb - 1] != "n":
            return None
        lemma = clauses.lemma(verb)
        right = self.right.read(clauses, verb, lemma, True)
        if right.agent is None and right.when is None:
            return None
        agent = self._agent_part(clauses, right)
        patient = self._part(s, verb - 1, verb - 1)
        return self._event(number, clauses, verb, verb, agent, patient, right, lemma, "participle")

    def _made_to(self, number: int, clauses: Clauses, verb: int, lemma: str, right: Right) -> list[Event]:
        """What the object is to do or said to have done: *urged Russia to withdraw*, *accuses him of taking money*."""
        s = clauses.sentence
        if right.object is None or right.by_preposition:
            return []
        after = right.object[1] + 1
        kinds = s.kinds
        if lemma in MAKING_DO and kinds[after : after + 1] == "i":
            deed, modality = after, MAKING_DO[lemma]
        elif lemma in BLAMING and kinds[after : after + 2] == "Ig" and clauses.word(after) == "of":
            deed, modality = after + 1, "alleged"
        else:
            return []
        doing = clauses.lemma(deed)
        if doing in NO_EVENT:
            return []
        agent = self._part(s, *right.object)
        more = self.right.read(clauses, deed, doing, False)
        patient = self._part(s, *more.object) if more.object else None
        return [self._event(number, clauses, deed, deed, agent, patient, more, doing, "made", modality or None)]

    def _passive_too(self, clauses: Clauses, verb: int, subject: Subject | None, right: Right) -> bool:
        """*was exploited and mistreated*: the auxiliary before counts for this participle as well."""
        s = clauses.sentence
        if subject is None or subject.way != "shared" or s.ends[verb] - s.starts[verb] > 1:
            return False
        if "E" not in candidates(self.grammar.words[s.starts[verb]]) or (right.object and not right.by_preposition):
            return False
        other = s.kinds.rfind("v", max(0, verb - 12), verb)
        return other >= 0 and self._passive(s, other)

    def _passive(self, s: Sentence, verb: int) -> bool:
        tags = self.grammar.tags[s.starts[verb] : s.ends[verb]].rstrip("L")
        if not tags.endswith("E"):
            return False
        before = tags[:-1].rstrip("Ao")
        return before.endswith("Z") or self.grammar.words[s.starts[verb] + len(before) - 1].lower() in (
            "got",
            "gets",
            "get",
        )

    def _subject_part(self, clauses: Clauses, subject: Subject | None) -> Part | None:
        if subject is None:
            return None
        named = self.speakers.named_beside(clauses.sentence, subject.first) if subject.first == subject.last else None
        if named is not None:  # "the mayor of Rijeka, Marko Filipović, said"
            return Part(text=named.text, span=(named.start, named.end), actor=named.actor, value=named.value)
        last = subject.last
        kinds = clauses.sentence.kinds
        while kinds[last + 1 : last + 3] == "In" and clauses.word(last + 1) == "of" and last < subject.last + 6:
            if self.right.whole_name(clauses.sentence, last):
                break
            last += 2  # "thousands of nurses", "the head of the agency"
        return self._part(clauses.sentence, subject.first, last)

    def _agent_part(self, clauses: Clauses, right: Right) -> Part | None:
        return None if right.agent is None else self._part(clauses.sentence, *self.right.object(clauses, right.agent))

    def _part(self, s: Sentence, first: int, last: int) -> Part:
        """Noun groups as a part of an event; a name alone where an actor is named."""
        g = self.grammar
        named = self.speakers.of_chunks(s, first, first) if first == last else None
        if named is not None and named.actor is not None:
            start, end = named.span
            return Part(text=g.text[start:end], span=(start, end), actor=named.actor, value=named.name)
        span = g.span(s.starts[first], s.ends[last])
        mention = self.right.mention(s, first)
        actor = mention.actor if mention is not None and first == last else None
        return Part(text=g.text[span.start : span.end], span=(span.start, span.end), actor=actor)

    def _told(self, s: Sentence, verb: int) -> Part | None:
        """What was said, where the verb reports: the quote of the same sentence."""
        g = self.grammar
        offset = g.starts[s.starts[verb]]
        low, high = g.starts[s.start], g.ends[s.end - 1]
        at = bisect_left(self._quote_starts, high)
        for quote in reversed(self.quotes[max(0, at - 4) : at]):
            if quote.end > low and quote.cue and g.text.startswith(quote.cue, offset):
                # "said that it was “not a government”": all that was said, not the quoted words of it.
                clause = g.text.find(" that ", offset, quote.start) + 1
                start = clause if quote.start > offset and clause else quote.start
                return Part(text=g.text[start : quote.end], span=(start, quote.end))
        return None

    def _is_quote(self, part: Part | None) -> bool:
        return part is not None and any((quote.start, quote.end) == part.span for quote in self.quotes)

    def _event(
        self,
        number: int,
        clauses: Clauses,
        verb: int,
        last: int,
        agent: Part | None,
        patient: Part | None,
        right: Right,
        lemma: str,
        way: str,
        modality: str | None = None,
    ) -> Event:
        g = self.grammar
        s = clauses.sentence
        action_span = g.span(s.starts[verb], s.ends[last])
        tokens = [word.lower() for word in g.words[s.starts[verb] : s.ends[last]]]
        chain = [LEMMAS.get(word, word) for word in tokens]
        modality = modality or self._modality(s, verb, tokens, chain)
        if modality == MODALITY_OF_VERB.get(lemma) == "demanded" and lemma in SAYING and self._is_quote(patient):
            modality = None  # "he insisted that a message was sent": nothing is demanded
        negated = self._negated(s, verb, tokens, agent if way != "passive" else patient)
        when = self._when(number, clauses, verb, right)
        place = None
        if right.place is not None:
            mention = right.place
            span = (mention.start, mention.end)
            place = Part(text=mention.text, span=span, actor=mention.actor, value=mention.value)
        parts = [part.span for part in (agent, patient) if part is not None and part.span[0] >= g.starts[s.start]]
        low = min([action_span.start, *(start for start, _ in parts)])
        high = max([action_span.end, *(end for _, end in parts)])
        low, high = self._with_time_and_place(s, low, high, when, place)
        words_of = g.text[action_span.start : action_span.end]
        action = Part(text=words_of, span=(action_span.start, action_span.end), value=lemma)
        reporting = lemma in SAYING and lemma not in ("speak", "talk", "describe", "call")
        sure = confidence(way, agent, patient, s, g.tags[s.starts[verb] : s.ends[last]], right.by_preposition)
        return Event(
            start=low,
            end=high,
            text=g.text[low:high],
            subject=agent,
            action=action,
            object=patient,
            when=when,
            place=place,
            negated=negated,
            modality=modality,
            reporting=reporting,
            confidence=sure,
            rule=f"event.{way}",
            why=_why(way, agent, patient, lemma, modality),
        )

    def _with_time_and_place(
        self, s: Sentence, low: int, high: int, when: Part | None, place: Part | None
    ) -> tuple[int, int]:
        """The range of an event with its time and place where they stand in the same clause, and its first article.

        To the right no verb may stand between, to the left only a comma: else they are another clause's.
        """
        g = self.grammar
        first, last = s.chunk_at(g.token_at(low)), s.chunk_at(g.token_at(high) - 1)
        opening = False
        for part in sorted((part for part in (when, place) if part is not None), key=lambda part: part.span):
            start, end = part.span
            if not g.starts[s.start] <= start or end > g.ends[s.end - 1]:
                continue
            if start < low and not set(s.kinds[s.chunk_at(g.token_at(end) - 1) + 1 : first]) - set(",A"):
                low, opening = start, True
            elif start >= high and not set(s.kinds[last + 1 : s.chunk_at(g.token_at(start + 1) - 1)]) & set('vibgU;"-'):
                high = end
        token = g.token_at(low)
        for tag in "DI" if opening else "D":
            if token > s.start and g.starts[token] <= low and g.tags[token - 1] == tag:
                token -= 1
                low = g.starts[token]
        return low, high

    def _modality(self, s: Sentence, verb: int, tokens: Sequence[str], chain: Sequence[str]) -> str | None:
        for word in tokens:
            if word in MODALITY_OF_MODAL:
                return MODALITY_OF_MODAL[word]
        for lemma in chain:
            if lemma in MODALITY_OF_VERB:
                return MODALITY_OF_VERB[lemma]
        tags = self.grammar.tags[s.starts[verb] : s.ends[verb]]
        if "ZT" in tags or (chain[:1] in (["go"], ["be"]) and "T" in tags and "going" in tokens):
            return "planned"  # "is to meet", "is going to meet"
        if tags.startswith("YT"):
            return "demanded"  # "has to pay"
        if verb and self.grammar.words[s.starts[verb] - 1].lower() in MODALITY_OF_MODAL:
            return MODALITY_OF_MODAL[self.grammar.words[s.starts[verb] - 1].lower()]
        return None

    def _negated(self, s: Sentence, verb: int, tokens: Sequence[str], subject: Part | None) -> bool:
        tags = self.grammar.tags[s.starts[verb] : s.ends[verb]]
        before = self.grammar.tags[max(s.start, s.starts[verb] - 1) : s.starts[verb]]
        if "o" in before + tags or any(word.replace("’", "'") in CONTRACTED for word in tokens):
            return True
        return subject is not None and subject.text.split(" ", 1)[0].lower() in _NO

    def _when(self, number: int, clauses: Clauses, verb: int, right: Right) -> Part | None:
        date = right.when
        s = clauses.sentence
        if date is None:
            low = self.grammar.starts[s.start]
            here = self.grammar.starts[s.starts[verb]]
            at = bisect_left(self._date_starts, here)
            floor = low
            for other in range(verb - 1, -1, -1):
                if s.kinds[other] in "vU;":
                    floor = self.grammar.ends[s.ends[other] - 1]
                    break
            before = [item for item in self.dates[max(0, at - 3) : at] if item.start >= floor]
            date = before[-1] if before else None
        if date is not None:
            value = date.value
            if self.grammar.text[date.start : date.end].lower() in _THEN:
                value = self._then(number, date) or value
            return Part(text=date.text, span=(date.start, date.end), value=value)
        return self._anaphor(number, s)

    def _anaphor(self, number: int, s: Sentence) -> Part | None:
        """*At that time* opens the sentence: the last date before it is meant."""
        g = self.grammar
        start = g.starts[s.start]
        head = g.text[start : start + 20].lower()
        for words_then in _THEN[:2]:
            if head.startswith(words_then):
                span = (start + 3, start + len(words_then))
                at = bisect_left(self._date_starts, start)
                value = self.dates[at - 1].value if at and self.dates[at - 1].start > start - 200 else None
                return Part(text=g.text[span[0] : span[1]], span=span, value=value)
        return None

    def _then(self, number: int, date: DateFact) -> str | None:
        at = bisect_left(self._date_starts, date.start)
        return self.dates[at - 1].value if at and number else None


_WAYS = {
    "beside": "the noun group right before the verb acts",
    "apposition": "the subject stands before an apposition",
    "phrase": "the subject stands before a phrase that describes it",
    "relative": "“who” or “which” stands for the subject",
    "shared": "the subject is that of the verb before",
    "inverted": "the subject follows its reporting verb",
    "passive": "passive voice turned round",
    "participle": "a participle describes what was acted on",
    "made": "the object of the verb before acts",
    "none": "no subject is named",
}


def _why(way: str, agent: Part | None, patient: Part | None, lemma: str, modality: str | None) -> str:
    told = [_WAYS[way], f"verb “{lemma}”"]
    if agent is not None and agent.value and agent.value != agent.text:
        told.append(f"“{agent.text}” is read as {agent.value}")
    if modality:
        told.append(f"told as {modality}, not as done")
    return "; ".join(told)
