"""The review of the open article: what the machine found, as suggestions, and what the reader said of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model import ActorMention, Fact
from reader.tui.fact_rows import is_sure

if TYPE_CHECKING:
    from reader.annotate.corrections import Reviewed
    from reader.annotate.review import Order, Queue
    from reader.model import Verdict


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact in the review."""

    shown: Fact
    """As the screen shows it: with the reader's names for actors."""
    reviewed: Reviewed
    """As extraction or the reader's correction has it, and the verdict."""


class Review:
    """Suggestions by place. Verdicts show here at once; the library has them a moment later."""

    def __init__(self, judged: Sequence[Reviewed] = (), shown: Sequence[Fact] = ()) -> None:
        """:param shown: the facts of ``judged`` that stand, in their order, as the screen shows them."""
        standing = iter(shown)
        self.all: list[Suggestion] = [
            Suggestion(one.fact if one.verdict == "rejected" else next(standing, one.fact), one) for one in judged
        ]
        self._index()

        self._queue: tuple[object, Queue] | None = None
        """The queue that was asked for last, until something is judged."""

    def _index(self) -> None:
        self._at: dict[tuple[str, int, int, str], int] = {}
        for at, one in enumerate(self.all):
            self._at.setdefault(_key(one.shown), at)

    # What is there

    @property
    def standing(self) -> list[Fact]:
        """The facts that were not rejected, as they are shown."""
        return [one.shown for one in self.all if one.reviewed.verdict != "rejected"]

    @property
    def rejected(self) -> list[Fact]:
        """Those that were."""
        return [one.shown for one in self.all if one.reviewed.verdict == "rejected"]

    @property
    def begun(self) -> bool:
        """Whether anything was judged."""
        return any(one.reviewed.verdict is not None for one in self.all)

    def of(self, fact: Fact | None) -> Suggestion | None:
        """The suggestion that a fact on the screen is."""
        at = self._at.get(_key(fact)) if fact is not None else None
        return self.all[at] if at is not None else None

    def verdict(self, fact: Fact) -> Verdict | None:
        """What was said of a fact on the screen."""
        found = self.of(fact)
        return found.reviewed.verdict if found is not None else None

    def queue(self, kinds: Collection[str], order: Order) -> Queue:
        """What is reviewed, of some kinds: what is lit up in the text, and least certain first, all there is."""
        from reader.annotate.review import Queue

        asked = frozenset(kinds), order
        if self._queue is None or self._queue[0] != asked:
            chosen = (
                replace(one.reviewed, fact=one.shown)
                for one in self.all
                if one.shown.kind in kinds and (order == "confidence" or is_sure(one.shown) or one.reviewed.verdict)
            )
            self._queue = asked, Queue(chosen, order)
        return self._queue[1]

    def same(self, fact: Fact) -> list[Suggestion]:
        """The unjudged ones of the same words, kind and type, itself included."""
        wanted = _words(fact)
        return [one for one in self.all if one.reviewed.verdict is None and _words(one.shown) == wanted]

    def mentions(self, fact: Fact) -> list[Suggestion]:
        """The unjudged mentions of the same actor; for other kinds the same as :meth:`same`."""
        if not isinstance(fact, ActorMention):
            return self.same(fact)
        return [
            one
            for one in self.all
            if one.reviewed.verdict is None
            and isinstance(one.shown, ActorMention)
            and (one.shown.actor == fact.actor or _words(one.shown) == _words(fact))
        ]

    # Verdicts

    def judge(
        self, meant: Iterable[Suggestion], verdict: Verdict, right: Fact | None = None, corrections: Iterable[str] = ()
    ) -> None:
        """Show a verdict on some suggestions.

        :param right: what they are instead, for a correction of one.
        :param corrections: ids of the corrections that say so, one for each.
        """
        self._queue = None
        ids = iter(corrections)
        for one in meant:
            id = next(ids, "")
            at = self._at.get(_key(one.shown))
            if at is not None:
                said = replace(one.reviewed, verdict=verdict, fact=right or one.reviewed.fact, correction=id)
                self.all[at] = Suggestion(right or one.shown, said)
        if right is not None:
            self.all.sort(key=lambda one: (one.shown.start, one.shown.end, one.shown.kind))
            self._index()


def _key(fact: Fact) -> tuple[str, int, int, str]:
    from reader.annotate.corrections import type_of

    return fact.kind, fact.start, fact.end, type_of(fact)


def _words(fact: Fact) -> tuple[str, str, str]:
    from reader.annotate.corrections import type_of
    from reader.annotate.even import even

    return fact.kind, type_of(fact), even(fact.text)
