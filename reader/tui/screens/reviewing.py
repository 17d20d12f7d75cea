"""The review loop: suggestion after suggestion accepted, rejected, skipped or corrected with one key each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from reader import library, model
from reader.markdown.fit import one_line
from reader.tui.background import begin
from reader.tui.screens.explaining import Explaining

if TYPE_CHECKING:
    from reader.annotate.review import Order, Queue
    from reader.library import Change
    from reader.model import Document, Fact
    from reader.tui.notebook import Pending
    from reader.tui.review import Review, Suggestion
    from reader.tui.taken import Taken
    from reader.tui.widgets.choice import Choice

Judgement: TypeAlias = Literal["accepted", "rejected"]
DONE = {"accepted": "Accept", "rejected": "Reject"}


class Reviewing(Explaining):
    """A screen with an article and a panel whose facts are reviewed."""

    _taken: Taken | None = None
    """Facts of the open article, once they are there."""
    _review: Review | None = None
    """What there is to review of the open article, once its facts are there."""
    _asked: tuple[Judgement, Fact] | None = None
    """What is asked about everywhere."""
    _unsaved: frozenset[str] = frozenset()
    """Ids of the verdicts that the disk refused, as they are drawn."""
    _reviewing = False
    """Whether the reader reviews: the foot then says what the machine made of the current thing."""

    async def light_up(self, document: Document, anew: bool = True) -> None:
        """Bring the facts of ``document`` once they are there; the text does not move.

        :param anew: whether they are drawn again though they are the same: what was judged may have been taken back.
        """
        await self._desk.notebook.settle()  # facts that are read before a verdict is written would lack it
        if self._taken is None and (near := await self._desk.facts_near(document, self.view.place)) is not None:
            await self.hand_rests()
            self._light(document, near, anew)
        taken = await self._desk.facts(document, self.view.place)
        await self.hand_rests()
        self._light(document, taken, anew)

    async def hand_rests(self) -> None:
        """Wait until facts may be drawn: not between the keys of somebody who scrolls."""

    def _light(self, document: Document, taken: Taken, anew: bool) -> None:
        """Show facts, if their article is still the one that is read."""
        shown = self.view.document
        if shown is not None and shown.id == document.id and shown.version == document.version:
            again = self._taken is not None
            if not anew and taken == self._taken:
                self.facts_shown(again)
                return
            self._taken = taken
            self.begin_review(taken)
            self.show_facts(again=again)

    def show_facts(self, again: bool = True) -> None:
        """Draw the facts as they now stand, beside the text and in it."""
        taken, review = self._taken, self._review
        if taken is not None and review is not None:
            from reader.tui.fact_rows import is_sure

            facts = review.standing
            self.view.set_facts([fact for fact in facts if is_sure(fact)])
            rejected = review.rejected
            self.panel.set_facts(facts, taken.notice, elsewhere=taken.elsewhere, again=again, rejected=rejected)
            self.show_reviewed()
            self.facts_shown(again)

    def facts_shown(self, again: bool) -> None:
        """The facts are drawn; ``again`` when those of the same article were."""
        raise TypeError(f"{type(self).__name__} must go on")

    def _say_where(self) -> None:
        raise TypeError(f"{type(self).__name__} must say where it is")

    # What is reviewed

    def begin_review(self, taken: Taken | None) -> None:
        """The facts of an article are there, or with None those of another are awaited."""
        if taken is None:
            self._review = None
            return
        from reader.tui.review import Review  # not before the first screen

        self._review = Review(taken.judged, taken.facts)

    @property
    def review_order(self) -> Order:
        """By text, or the least certain first."""
        return "confidence" if self._desk.habit("review order", "text") == "confidence" else "text"

    def _queue(self) -> Queue | None:
        return self._review.queue(self.panel.kinds, self.review_order) if self._review is not None else None

    def reviewed_told(self) -> str:
        """``12 of 40 reviewed``; empty before anything was."""
        review, queue = self._review, self._queue()
        if review is None or queue is None or not (self._reviewing or review.begun):
            return ""
        done, all = queue.counter
        return f"{done} of {all} reviewed"

    def suggestion_told(self, fact: Fact) -> str:
        """How far the current thing is, while the reader reviews: ``date?`` or, judged, ``date ✓``."""
        suggestion = self._review.of(fact) if self._review is not None and self._reviewing else None
        if suggestion is None:
            return ""
        kind = fact.kind
        mark = {"accepted": " ✓", "corrected": " ✓ (yours)", "added": " ✓ (yours)"}
        state = " (not saved)" if suggestion.reviewed.correction in self._unsaved else ""
        return f"{kind}{mark.get(suggestion.reviewed.verdict or '', '?')}{state}"

    # Going through them

    def action_suggestion_next(self) -> None:
        """To the next suggestion."""
        self._go_on(1)

    def action_suggestion_previous(self) -> None:
        """To the suggestion before."""
        self._go_on(-1)

    def action_suggestion_skip(self) -> None:
        """To the next suggestion, without a verdict on this one."""
        self._go_on(1)

    def _go_on(self, step: int, after: Fact | None = None) -> bool:
        """To the next suggestion from ``after``, else from the current thing or the screen; whether there is one."""
        queue, view = self._queue(), self.view
        if queue is None:
            self.status.say("The facts are not there yet.")
            return False
        self._reviewing = True
        fact = after or view.current_fact
        if after is None and fact is not None and not fact.span.overlaps(view.visible_span):
            fact = None  # the reader has gone elsewhere since
        seen = view.visible_span
        found = queue.next(fact, place=seen.start) if step > 0 else queue.previous(fact, place=seen.end)
        if found is None:
            count = len(queue.items)
            nothing = "There is nothing to review here: 1 to 5 in the panel choose kinds."
            self.status.say(f"All {count} are reviewed." if count else nothing)
            self._say_where()
            return False
        if after is None:
            view.remember()
        view.set_current(found.fact.span, found.fact)
        return True

    def action_review_order(self) -> None:
        """By text, or the least certain first."""
        order = "text" if self.review_order == "confidence" else "confidence"
        self._desk.set_habit("review order", order)
        told = "in the order of the text" if order == "text" else "the least certain first, all that was found"
        self.status.say(f"Suggestions come {told}.")

    # One of them

    def action_suggestion_accept(self) -> None:
        """The current one is right; on to the next."""
        self._judge_current("accepted")

    def action_suggestion_reject(self) -> None:
        """There is no such thing here; on to the next."""
        self._judge_current("rejected")

    def _judge_current(self, verdict: Judgement) -> None:
        review, fact = self._review, self.view.current_fact
        suggestion = review.of(fact) if review is not None else None
        if suggestion is None:
            if self._go_on(1):
                self.status.say("This is the next suggestion: a accepts it, x rejects it.")
            return
        self._judge([suggestion], verdict)
        self._go_on(1, suggestion.shown)

    def _judge(self, meant: Sequence[Suggestion], verdict: Judgement, said: str = "") -> None:
        """Give a verdict on each of some suggestions, as one step."""
        from reader.annotate.corrections import accept, reject
        from reader.library import AddCorrection

        document = self.reviewable()
        if document is None:
            return
        make = accept if verdict == "accepted" else reject
        changes = tuple(AddCorrection(make(document, one.reviewed.fact)) for one in meant)
        self.keep(changes[0] if len(changes) == 1 else library.Several(changes, said))
        self._show_verdict(meant, verdict, [change.correction.id for change in changes])

    def _show_verdict(self, meant: Sequence[Suggestion], verdict: Judgement, corrections: Sequence[str] = ()) -> None:
        review = self._review
        if review is None:
            return
        shows_again = verdict == "rejected" or any(one.reviewed.verdict == "rejected" for one in meant)
        review.judge(meant, verdict, corrections=corrections)
        self._reviewing = True
        if shows_again:
            self.show_facts()
        else:
            self.show_reviewed()

    def show_reviewed(self) -> None:
        """Draw what is reviewed as such; the facts are the same as before."""
        review = self._review
        if review is not None:
            self.panel.set_verdicts(review.verdict, self.reviewed_told(), self._is_unsaved)
            self.view.set_reviewed(fact for fact in review.standing if review.verdict(fact) is not None)

    def reviewable(self) -> Document | None:
        """The open article; None, with the reason in the foot, where nothing can be kept about it."""
        document = self.view.document
        if document is None or not self._desk.is_listed(document.id) or document.transient:
            self.status.say("This page is not in your library: nothing can be kept about it.")
            return None
        return document

    def keep(self, change: Change) -> None:
        """Save a verdict; it is shown already, and stays so, marked, when the disk refuses it."""
        begin(self, self._kept_or_not, self._desk.notebook.do(change), group="verdict", alone=False)

    async def _kept_or_not(self, pending: Pending) -> None:
        problem = await self._desk.notebook.save(pending)
        if not problem:
            return
        if (document := self.view.document) is not None:
            await self.light_up(document)  # each verdict then knows its correction, those on all the same words too
        self.saving_failed()
        self.status.say(f"NOT SAVED, but kept on the screen: {problem}   Ctrl+s tries again")

    def saving_failed(self) -> None:
        """Something is not on the disk: let it be seen in the text and beside it."""
        raise TypeError(f"{type(self).__name__} must show what is not saved")

    def mark_unsaved(self) -> None:
        """Mark the verdicts that are not on the disk, if they are others than before."""
        unsaved = frozenset(one.id for one in self._desk.notebook.unsaved_verdicts)
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.show_reviewed()

    def _is_unsaved(self, fact: Fact) -> bool:
        found = self._review.of(fact) if self._review is not None and self._unsaved else None
        return found is not None and found.reviewed.correction in self._unsaved

    # The same everywhere

    def action_suggestion_accept_all(self) -> None:
        """Ask where else the same is to be accepted."""
        self._ask_everywhere("accepted", self.view.current_fact)

    def action_suggestion_reject_all(self) -> None:
        """Ask where else the same is to be rejected."""
        self._ask_everywhere("rejected", self.view.current_fact)

    def _ask_everywhere(self, verdict: Judgement, fact: Fact | None) -> None:
        if self._review is None or self._review.of(fact) is None or fact is None:
            self.status.say("No suggestion is current: s goes to the next one.")
        elif self.reviewable() is not None:
            self._asked = verdict, fact
            self._ask_where(verdict, fact, "in the library")
            begin(self, self._count_everywhere, verdict, fact, group="count")

    def _meant_everywhere(self, verdict: Judgement, fact: Fact) -> Sequence[Suggestion]:
        """What a verdict on all of the article is about: accepted, all mentions of the actor; rejected, these words."""
        if self._review is None:
            return ()
        return self._review.mentions(fact) if verdict == "accepted" else self._review.same(fact)

    def _ask_where(self, verdict: Judgement, fact: Fact, library: str) -> None:
        count = len(self._meant_everywhere(verdict, fact))
        here = f"all {count} here" if count != 1 else "the one here"
        words = one_line(fact.value if verdict == "accepted" and isinstance(fact, model.ActorMention) else fact.text)
        answers = {"a": here, "l": library}
        left = len(self._left())
        if verdict == "accepted" and left > count:
            answers["e"] = f"everything left, {left}"
        self.choice.ask("everywhere", f"{DONE[verdict]} “{words}”:", answers)

    def _left(self) -> list[Suggestion]:
        """What is reviewed and not judged yet."""
        review, queue = self._review, self._queue()
        if review is None or queue is None:
            return []
        unjudged = (review.of(one.fact) for one in queue.items if one.verdict is None)
        return [one for one in unjudged if one is not None]

    async def _count_everywhere(self, verdict: Judgement, fact: Fact) -> None:
        from reader.annotate.review import everywhere

        found = await self._desk.in_reading(partial(everywhere, self._desk.library, fact))
        if self.choice.display and self.choice.purpose == "everywhere" and self._asked == (verdict, fact):
            articles = f"{found.articles:,} article{'' if found.articles == 1 else 's'}"
            self._ask_where(verdict, fact, f"in the library, {articles}")

    def on_choice_made(self, event: Choice.Made) -> None:
        from reader.library import AddCorrection

        if event.purpose != "everywhere" or self._asked is None:
            return
        (verdict, fact), self._asked = self._asked, None
        if event.key == "e":
            left = self._left()
            self._judge(left, verdict, f"accept all {len(left)} that were left")
            self._say_where()
            self.status.say(f"{len(left)} accepted.   u takes it back")
            return
        meant, document = self._meant_everywhere(verdict, fact), self.view.document
        if document is None:
            return
        from reader.annotate.corrections import accept, everywhere, reject

        make = accept if verdict == "accepted" else reject
        suggestion = self._review.of(fact) if self._review is not None else None
        by_words = {(one.shown.text.casefold(), getattr(one.shown, "type", "")): one for one in meant}
        if suggestion is not None:
            by_words.setdefault((fact.text.casefold(), getattr(fact, "type", "")), suggestion)
        changes = tuple(
            AddCorrection(everywhere(make(document, one.reviewed.fact), library=event.key == "l"))
            for one in by_words.values()
        )
        place = "in the library" if event.key == "l" else f"{len(meant)} × in the article"
        said = f"{DONE[verdict].lower()} “{one_line(fact.text)}” {place}"
        self.keep(changes[0] if len(changes) == 1 else library.Several(changes, said))
        self._show_verdict(meant, verdict)
        if not self.panel.has_focus:
            self._go_on(1, fact)
        done = "accepted" if verdict == "accepted" else "rejected"
        place = " here, and all in the library" if event.key == "l" else ""
        self.status.say(f"{len(meant)} {done}{place}.   u takes it back")

    # In the panel: what is under the cursor

    def action_fact_accept(self) -> None:
        """All of the row is right; on to the next row that is not reviewed."""
        self._judge_row("accepted")

    def action_fact_reject(self) -> None:
        """Nothing of the row is so; on to the next row."""
        self._judge_row("rejected")

    def _judge_row(self, verdict: Judgement) -> None:
        review, facts = self._review, self.panel.row_facts
        meant = [one for fact in facts if review is not None and (one := review.of(fact)) is not None]
        if not meant:
            self.status.say("There is no fact here to judge.")
            return
        words = one_line(facts[0].text)
        times = f" ({len(meant)} ×)" if len(meant) > 1 else ""
        at = self.panel.cursor
        self._judge(meant, verdict, f"{DONE[verdict].lower()} “{words}”{times}")
        self.panel.go_to_unreviewed(at if verdict == "rejected" else at + 1)
        self._say_where()

    def action_fact_skip(self) -> None:
        """To the next row that is not reviewed."""
        self.panel.go_to_unreviewed(self.panel.cursor + 1)

    def action_fact_before(self) -> None:
        """To the row before that is not reviewed."""
        self.panel.go_to_unreviewed(self.panel.cursor - 1, -1)

    def action_fact_accept_all(self) -> None:
        """Ask where else."""
        self._ask_everywhere("accepted", self.panel.fact)

    def action_fact_reject_all(self) -> None:
        """Ask where else."""
        self._ask_everywhere("rejected", self.panel.fact)
