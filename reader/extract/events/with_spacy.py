"""Events from the dependency parse of an installed spaCy pipeline, where the reader asks for one.

It reads the labels of spaCy's English pipelines (``nsubj``, ``dobj``, ``agent`` ...) and those of Universal
Dependencies (``obj``, ``nsubj:pass``, ``obl:agent`` ...).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from reader.extract.actors.with_spacy import loaded, parsed
from reader.extract.article import Article
from reader.extract.events.verbs import (
    MODALITY_OF_MODAL,
    MODALITY_OF_VERB,
    NO_EVENT,
    PLACE_PREPOSITIONS,
    SAYING,
    WITH_OBJECT,
)
from reader.model import ActorMention, DateFact, Event, Part

Parser: TypeAlias = Callable[[str], Any]
"""Gives a spaCy ``Doc`` with heads and labels."""

_SURE = 0.85
"""Share of events that a parser of the small English pipeline gets right on edited news, by its makers' own figures
for labelled dependencies; less without a subject or object."""
_VERBS = ("VERB",)
_SUBJECT = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "nsubj:pass")
_OBJECT = ("dobj", "obj")
_BEFORE_NOUN = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "nmod:poss")
_CLAUSE = ("ccomp", "parataxis")


def parser(model: str) -> Parser | None:
    """The parser of spaCy's pipeline ``model``; None where it has none.

    :raises UnknownEngine: when spaCy or the pipeline is not installed.
    """
    return partial(parsed, model) if "parser" in loaded(model).pipe_names else None


def find_events(
    article: Article,
    actors: Sequence[ActorMention],
    dates: Sequence[DateFact],
    silent: Sequence[tuple[int, int]],
    parse: Parser,
) -> list[Event]:
    """Events by the parse of ``article``; verbs inside the ``silent`` ranges, which are quoted, tell none."""
    return ParseReader(article.text, parse(article.text), actors, dates).events(silent)


class ParseReader:
    """Reads events from one parsed text."""

    def __init__(self, text: str, document: Any, actors: Sequence[ActorMention], dates: Sequence[DateFact]) -> None:
        self._text = text
        self._document = document
        self._actors = actors
        self._silent: Sequence[tuple[int, int]] = ()
        self._dates = [date for date in dates if date.type in ("DATE", "TIME")]

    def events(self, silent: Sequence[tuple[int, int]]) -> list[Event]:
        """All events by their place; verbs inside the ``silent`` ranges, which are quoted, tell none."""
        self._silent = silent
        found = []
        for token in self._document:
            quoted = any(start <= token.idx < end for start, end in silent)
            governed = token.dep_ == "xcomp" and token.head.lemma_ in MODALITY_OF_VERB
            if token.pos_ in _VERBS and not quoted and not governed and (event := self._event(token)) is not None:
                found.append(event)
        return sorted(found, key=lambda event: (event.start, event.end))

    def _event(self, verb: Any) -> Event | None:
        deed = next((child for child in verb.children if child.dep_ == "xcomp"), None)
        deed = deed if deed is not None and verb.lemma_ in MODALITY_OF_VERB and deed.pos_ in _VERBS else verb
        passive = self._child(verb, _PASSIVE)
        if deed.lemma_ in NO_EVENT and passive is None:
            return None
        acting = self._child(verb, _SUBJECT)
        if acting is None and passive is None:
            acting, passive = self._inherited(verb)
        told = self._child(deed, _OBJECT)
        if told is None and passive is None:
            told = self._of_preposition(deed, WITH_OBJECT)
        clause = self._child(deed, _CLAUSE) if deed.lemma_ in SAYING and told is None else None
        agent = self._part(self._agent(verb) if passive is not None else acting)
        patient = self._part(passive if passive is not None else told)
        if clause is not None:
            patient = self._said(clause)
        if agent is None and patient is None:
            return None
        words = [verb, deed, *(child for child in (*verb.children, *deed.children) if self._helps(child))]
        first, last = min(word.idx for word in words), max(word.idx + len(word) for word in words)
        action = Part(text=self._text[first:last], span=(first, last), value=deed.lemma_)
        place = self._place(deed)
        when = self._when((verb, deed))
        parts = [part for part in (agent, action, patient) if part is not None]
        start, end = min(part.span[0] for part in parts), max(part.span[1] for part in parts)
        sure = _SURE - 0.1 * (agent is None) - 0.08 * (patient is None)
        modality = self._modality(verb, deed)
        return Event(
            start=start,
            end=end,
            text=self._text[start:end],
            subject=agent,
            action=action,
            object=patient,
            when=when,
            place=place,
            negated=any(child.dep_ == "neg" or child.text.lower() in ("not", "never") for child in verb.children),
            modality=modality,
            reporting=deed.lemma_ in SAYING and deed.lemma_ not in ("speak", "talk", "describe", "call"),
            confidence=round(sure, 2),
            rule="event.passive" if passive is not None else "event.parse",
            why=f"by the dependency parse; verb “{deed.lemma_}”" + (f"; told as {modality}" if modality else ""),
        )

    @staticmethod
    def _child(token: Any, labels: Sequence[str]) -> Any:
        return next((child for child in token.children if child.dep_ in labels), None)

    @staticmethod
    def _helps(child: Any) -> bool:
        return child.dep_ in ("aux", "auxpass", "aux:pass", "neg", "prt", "compound:prt")

    def _inherited(self, verb: Any) -> tuple[Any, Any]:
        """Subject of a verb that shares one: behind *and*, or in a relative clause."""
        if verb.dep_ == "conj" and verb.head.pos_ in _VERBS:
            acting = self._child(verb.head, _SUBJECT)
            # "was seized and sold": the auxiliary counts for both.
            passive = self._child(verb.head, _PASSIVE) if not any(map(self._helps, verb.children)) else None
            return acting if acting is not None else self._inherited(verb.head)[0], passive
        return (verb.head if verb.dep_ in ("relcl", "acl:relcl") else None), None

    def _agent(self, verb: Any) -> Any:
        by = self._child(verb, ("agent",))
        return self._child(by, ("pobj",)) if by is not None else self._child(verb, ("obl:agent",))

    def _of_preposition(self, verb: Any, wanted: frozenset[str]) -> Any:
        for child in verb.children:
            if child.dep_ == "prep" and child.text.lower() in wanted:
                noun = self._child(child, ("pobj",))
                if noun is not None and not self._is_date(noun):
                    return noun
            led = any(case.dep_ == "case" and case.text.lower() in wanted for case in child.children)
            if child.dep_ == "obl" and led and not self._is_date(child):
                return child
        return None

    def _is_date(self, token: Any) -> bool:
        return any(date.start <= token.idx < date.end for date in self._dates)

    def _place(self, verb: Any) -> Part | None:
        noun = self._of_preposition(verb, PLACE_PREPOSITIONS)
        part = self._part(noun)
        mention = self._mention(noun) if noun is not None else None
        return part if mention is not None and mention.type == "place" else None

    def _mention(self, token: Any) -> ActorMention | None:
        return next((actor for actor in self._actors if actor.start <= token.idx < actor.end), None)

    def _part(self, noun: Any) -> Part | None:
        """A noun with what belongs to it; a name alone where an actor is named."""
        if noun is None:
            return None
        mention = self._mention(noun)
        if mention is not None:
            span = (mention.start, mention.end)
            return Part(text=mention.text, span=span, actor=mention.actor, value=mention.value)
        start = min([noun.idx, *(child.left_edge.idx for child in noun.lefts if child.dep_ in _BEFORE_NOUN)])
        end = noun.idx + len(noun)
        for child in noun.rights:
            if child.dep_ == "conj" or (child.dep_ == "prep" and child.text.lower() == "of"):
                end = max(end, child.right_edge.idx + len(child.right_edge))
        return self._span(start, end)

    def _said(self, clause: Any) -> Part:
        """What was said: the whole quotation that the clause begins in, its marks with it, or the clause."""
        start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
        quoted = next(((one, other) for one, other in self._silent if one <= start < other), (start, end))
        return self._span(*quoted)

    def _span(self, start: int, end: int) -> Part:
        return Part(text=self._text[start:end], span=(start, end))

    def _when(self, verbs: tuple[Any, Any]) -> Part | None:
        for date in self._dates:
            token = self._document.char_span(date.start, date.end, alignment_mode="expand")
            at = token.root if token is not None else None
            while at is not None and at.pos_ not in _VERBS and at.head != at:
                at = at.head
            if at is not None and at in verbs:
                return Part(text=date.text, span=(date.start, date.end), value=date.value)
        return None

    @staticmethod
    def _modality(verb: Any, deed: Any) -> str | None:
        for child in (*verb.children, *deed.children):
            if child.text.lower() in MODALITY_OF_MODAL and child.dep_ in ("aux", "advmod"):
                return MODALITY_OF_MODAL[child.text.lower()]
        return MODALITY_OF_VERB.get(verb.lemma_)
