"""Corrections of what the machine found: bounds by the caret, type by one key, value and name by a line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import library, model
from reader.markdown.fit import one_line
from reader.tui.screens.reviewing import Reviewing
from reader.tui.screens.selecting import Selecting

if TYPE_CHECKING:
    from reader.library import Change
    from reader.model import ActorMention, ActorType, Correction, Document, Fact, Span, Verdict
    from reader.model.fact import TimexType
    from reader.tui.review import Suggestion
    from reader.tui.widgets.choice import Choice
    from reader.tui.widgets.prompt import Prompt

ACTORS: dict[str, ActorType] = {"p": "person", "o": "organisation", "l": "place", "g": "group"}
DATES: dict[str, TimexType] = {"d": "DATE", "t": "TIME", "u": "DURATION", "r": "SET"}
_WORDS = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "repeat"}
_TIMEX = re.compile(r"[\dX]{2,4}(-[\dWXQHSPAUFNILTEVMOY:+-]+)*(T[\d:A-Z]+)?|P[\dX.TYMWDHS]+|(PAST|PRESENT|FUTURE)_REF")


class Correcting(Reviewing, Selecting):
    """A screen whose facts are corrected."""

    _correcting: Fact | None = None
    """The fact that is being put right."""

    def action_fact_correct(self) -> None:
        """Ask what is wrong with the current fact."""
        self._ask_correction(self.view.current_fact)

    def action_fact_put_right(self) -> None:
        """The same for the fact under the panel's cursor."""
        fact = self.panel.fact
        if fact is not None:
            self.view.set_current(fact.span, fact)
        self._ask_correction(fact)

    def _ask_correction(self, fact: Fact | None) -> None:
        if self._review is None or fact is None or self._review.of(fact) is None:
            self.status.say("No fact is current: e, t and s go to one.")
            return
        if self.reviewable() is None:
            return
        self._correcting = fact
        answers = {"b": "bounds"}
        also = ""
        if isinstance(fact, model.ActorMention):
            answers = {key: name for key, name in ACTORS.items() if name != fact.type} | answers | {"n": "name"}
            also = "".join(key.upper() for key in answers if key in ACTORS)
        elif isinstance(fact, model.DateFact):
            answers = {"v": "value", **answers, **{k: _WORDS[v] for k, v in DATES.items() if v != fact.type}}
        elif isinstance(fact, model.Quote):
            answers = {"n": "speaker", **answers}
        elif isinstance(fact, model.Figure):
            answers = {"v": "value", **answers}
        self.choice.ask("correct", f"“{one_line(fact.text)}”:", answers, also)

    def on_choice_made(self, event: Choice.Made) -> None:
        fact, key = self._correcting, event.key
        if event.purpose != "correct" or fact is None:
            return
        if key == "b":
            self._ask_bounds(fact)
        elif isinstance(fact, model.ActorMention) and key.lower() in ACTORS:
            self._retype(fact, key)
        elif isinstance(fact, model.ActorMention):
            self.prompt.ask("name of fact", "it is", fact.value, "the name that it goes by")
        elif isinstance(fact, model.DateFact) and key in DATES:
            self._put_right(fact, replace(fact, type=DATES[key]))
        elif isinstance(fact, model.DateFact):
            self.prompt.ask("value of fact", f"“{one_line(fact.text)}” is", fact.value, "2021-12-30, 30 December 2021")
        elif isinstance(fact, model.Quote):
            self.prompt.ask("name of fact", "said by", fact.speaker or "", "the name of the speaker")
        elif isinstance(fact, model.Figure):
            self.prompt.ask("value of fact", f"“{one_line(fact.text)}” is", f"{fact.value:.15g}", "a number")

    def _retype(self, fact: ActorMention, key: str) -> None:
        """Another type: of this mention, or with a capital of all the same words in the article."""
        review = self._review
        if review is None:
            return
        here = review.of(fact)
        meant = [*review.same(fact)] if key.isupper() else []
        if here is not None and here not in meant:
            meant.append(here)
        rights: list[tuple[Suggestion, Fact]] = [
            (one, replace(one.reviewed.fact, type=ACTORS[key.lower()]))
            for one in meant
            if isinstance(one.reviewed.fact, model.ActorMention)
        ]
        self._correct(rights)

    # Value and name

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        fact = self._correcting
        if event.purpose not in ("name of fact", "value of fact") or fact is None:
            return
        answer = " ".join(event.value.split())
        try:
            right = _named(fact, answer) if event.purpose == "name of fact" else self._valued(fact, answer)
        except ValueError as error:
            self.prompt.ask(event.purpose, "it is", answer)
            self.status.say(f"{error}.")
            return
        self._put_right(fact, right)

    def _valued(self, fact: Fact, answer: str) -> Fact:
        if isinstance(fact, model.Figure):
            try:
                return replace(fact, value=float(answer.replace(",", "")))
            except ValueError:
                raise ValueError(f"“{answer}” is no number") from None
        if not isinstance(fact, model.DateFact):
            return fact
        value = answer if _TIMEX.fullmatch(answer) else self._desk.date_of(answer).iso
        kind: TimexType = fact.type
        if kind != "SET" and not value.endswith("_REF"):
            kind = "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"
        return replace(fact, value=value, type=kind, end_value=None, mod=None)

    # Bounds

    def _ask_bounds(self, fact: Fact) -> None:
        if self.view.current != fact.span:
            self.view.set_current(fact.span, fact)
        self.action_caret_begin()
        self._correcting = fact
        self.status.say("Motions move the end, o goes to the other; Enter takes the selection, Esc gives up.")

    def leave_caret(self) -> None:
        """Take the caret away; what waited for it waits no more."""
        self._correcting = None
        super().leave_caret()

    def take_bounds(self) -> bool:
        """Take what is selected for the fact that waits for it; whether one did."""
        fact, span, document = self._correcting, self.view.selected_span, self.view.document
        if fact is None or document is None:
            return False
        if span is None or not len(span):
            self.status.say("Nothing is selected: v begins to select.")
            return True
        self.leave_caret()
        self._put_right(fact, _bounded(fact, span, document))
        return True

    # Saving

    def _put_right(self, fact: Fact, right: Fact) -> None:
        """Keep a correction of a fact as it is shown."""
        here = self._review.of(fact) if self._review is not None else None
        if here is not None:
            self._correct([(here, _of_actor(right, here.reviewed.fact))])

    def _correct(self, rights: list[tuple[Suggestion, Fact]]) -> None:
        from reader.library import AddCorrection

        document, review = self.reviewable(), self._review
        self._correcting = None
        if document is None or review is None or not rights:
            return
        made = [self._corrections(document, one, right) for one, right in rights]
        changes = [change for some in made for change in some]
        first = rights[0][0].shown
        times = f" ({len(rights)} ×)" if len(rights) > 1 else ""
        said = f"correct the {first.kind} “{one_line(first.text)[:40]}”{times}"
        self.keep(library.Several(tuple(changes), said))
        for (meant, right), some in zip(rights, made, strict=True):
            review.judge(
                [meant], "corrected", right, [one.correction.id for one in some if isinstance(one, AddCorrection)]
            )
        self._reviewing = True
        self.show_facts()
        last = rights[0][1]
        self.view.set_current(last.span, last)
        self._go_on(1, last)
        self.status.say(f"Corrected{times}.   u takes it back")

    def _corrections(self, document: Document, one: Suggestion, right: Fact) -> tuple[Change, ...]:
        """What says that a fact is another one: in place of an earlier correction, if there is one of this place."""
        from reader.annotate.corrections import correct
        from reader.library import AddCorrection, RemoveCorrection

        fact = one.reviewed.fact
        earlier = self._earlier(document, one.reviewed.correction)
        if earlier is None or earlier.verdict not in ("corrected", "added"):
            return (AddCorrection(correct(document, fact, right)),)
        verdict: Verdict = earlier.verdict
        again = replace(earlier, id="", created="", verdict=verdict, fact=right)
        return RemoveCorrection(earlier.id), AddCorrection(again)

    def _earlier(self, document: Document, id: str) -> Correction | None:
        if not id:
            return None
        return next((one for one in self._desk.library.annotations.corrections(document.id) if one.id == id), None)


def _of_actor(right: Fact, found: Fact) -> Fact:
    """The fact with the actor's id as extraction gave it, not as the reader's names join actors."""
    if isinstance(right, model.ActorMention) and isinstance(found, model.ActorMention):
        return replace(right, actor=found.actor)
    return right


def _named(fact: Fact, name: str) -> Fact:
    if not name:
        raise ValueError("A name has at least one letter")
    if isinstance(fact, model.ActorMention):
        return replace(fact, value=name)
    return replace(fact, speaker=name) if isinstance(fact, model.Quote) else fact


def _bounded(fact: Fact, span: Span, document: Document) -> Fact:
    """The fact with other bounds. An actor that was called by its own words is called by the new ones."""
    words = span.of(document.text)
    right = replace(fact, start=span.start, end=span.end, text=words)
    if isinstance(right, model.ActorMention) and right.value == " ".join(fact.text.split()):
        return replace(right, value=" ".join(words.split()))
    return right
