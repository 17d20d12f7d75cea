"""Which keys wait for an article that is being opened, for what of it, and how long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Literal

from reader.tui.action import Action, keys_of
from reader.tui.actions import ACTIONS

PATIENCE = 2.0
"""Seconds that keys wait for the article that the keys before them open."""
AT_ONCE = 0.05
"""Seconds after which a key that waits for facts is answered by a sentence at least."""
FACTS_WITHIN = 0.25
"""Seconds that a key waits for the facts of an article, and those behind it with it; then it says that they are not
there yet. A jump is made when they come, unless another key was pressed meanwhile."""
FACTS_ANEW = 1.0
"""Seconds that it waits for facts that are found anew: those that it would act on otherwise are old ones."""

REST = 0.25
"""Seconds after a key in which facts that no key waits for are not drawn: who scrolls is not to be held up by them."""
REST_AT_MOST = 1.0
"""Seconds that the facts are kept back while keys come in a row."""

FINDING = "Facts are being found …"

_STEPS = [action for action in ACTIONS if action.id.partition(".")[0] in ("article", "unread")]
"""What goes on from where the last key led, though that article may not be on the screen yet."""
_LOOKS = [action for action in ACTIONS if action.id.partition(".")[0] == "scroll"]
"""What asks for nothing but the text."""
_JUMPS = [action for action in ACTIONS if action.id in ("actor.next", "actor.previous", "date.next", "date.previous")]
"""What asks for its facts too, and writes nothing."""
_TOLD = ("fact.correct", "fact.why", "actor.page", "event.elsewhere", "timeline.open")
_ON_FACTS = [
    *_JUMPS,
    *(action for action in ACTIONS if action.id.partition(".")[0] == "suggestion"),
    *(action for action in ACTIONS if action.id in _TOLD),
]
"""What says that there is nothing, or too little, where the facts are not there yet."""


class Awaited:
    """The article that is being opened: shown, known to the library, its facts on the screen, in this order or not."""

    def __init__(self) -> None:
        self.id = ""
        """The article that the last key leads to, though it may not be on the screen yet."""
        self._shown = ""
        self._owed: tuple[str, str | None] | None = None
        self._within = FACTS_WITHIN
        self._stands = asyncio.Event()
        self._lit = asyncio.Event()
        self._wanted = asyncio.Event()
        """Whether the last key waits for the facts, or has."""
        self._pressed = 0.0
        """When the last key was answered (monotonic seconds) since the article was shown."""

    @property
    def is_shown(self) -> bool:
        """Whether it is on the screen."""
        return bool(self.id) and self._shown == self.id

    @property
    def is_first(self) -> bool:
        """Whether no article has been on the screen before."""
        return not self._shown

    @property
    def is_lit(self) -> bool:
        """Whether its facts are on the screen."""
        return self._lit.is_set()

    def open(self, document: str) -> None:
        """Another one is opened: what is typed now is for that one."""
        self.id = document
        self._stands.clear()

    def show(self, document: str) -> None:
        """It is on the screen; its facts are not."""
        if document != self._shown:
            self._lit.set()  # what waits for the article before
            self._within = FACTS_WITHIN
        self.id = self._shown = document
        self._pressed = 0.0
        self._dim()

    def dim(self) -> None:
        """Its facts will be found anew."""
        self._within = FACTS_ANEW
        self._dim()

    def _dim(self) -> None:
        if self._lit.is_set():
            self._lit = asyncio.Event()
        self._wanted.clear()

    @property
    def is_rested(self) -> bool:
        """Whether the hand rests, or a key waits for the facts."""
        return self._wanted.is_set() or time.monotonic() >= self._pressed + REST

    async def rest(self) -> None:
        """Wait until it does."""
        until = time.monotonic() + REST_AT_MOST
        while not self.is_rested and (left := min(self._pressed + REST, until) - time.monotonic()) > 0:
            await _until(self._wanted, left)

    def stand(self) -> None:
        """Nothing need wait for it any longer: the library knows it, or there is nothing to wait for."""
        self._stands.set()

    def light(self) -> None:
        """Its facts are on the screen."""
        self._lit.set()

    async def lit(self, seconds: float) -> None:
        """Wait for its facts, but no longer than ``seconds``."""
        await _until(self._lit, seconds)

    def owed(self) -> tuple[str, str | None] | None:
        """The jump (key, character) that was waited for in vain and is to be made now, once."""
        owed, self._owed = self._owed, None
        return owed

    async def answer(
        self, key: str, character: str | None, hurry: Callable[[], None], say: Callable[[str], None]
    ) -> None:
        """Wait for what ``key`` acts on.

        :param hurry: asks for what the library must know.
        :param say: tells the presser what is waited for.
        """
        self._owed = None
        self._wanted.clear()
        if self._stands.is_set() and self.is_lit:
            return
        await self._wait_for_what_is_meant(key, character, hurry, say)
        self._pressed = time.monotonic()

    async def _wait_for_what_is_meant(
        self, key: str, character: str | None, hurry: Callable[[], None], say: Callable[[str], None]
    ) -> None:
        wanted = "" if self._stands.is_set() else awaited(key, character, shown=self.is_shown)
        facts = acts_on_facts(key, character)
        if wanted == "article":
            if not facts:
                hurry()
            await _until(self._stands, PATIENCE)
        if facts and self.is_shown:
            self._wanted.set()
            lit, within = self._lit, PATIENCE if wanted else self._within
            await _until(lit, AT_ONCE)
            if not lit.is_set():
                say(FINDING)
                await _until(lit, within - AT_ONCE)
                if lit is self._lit and not lit.is_set() and _any({key, character or ""}, _JUMPS):
                    self._owed = key, character


async def _until(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


def awaited(key: str, character: str | None, *, shown: bool) -> Literal["", "facts", "article"]:
    """What a key must wait for, of an article that is opened: its facts, or that the library has it.

    :param shown: whether it is on the screen, and only the library does not know it yet.
    """
    names = {key, character or ""}
    if _any(names, _STEPS) or (shown and _any(names, _LOOKS)):
        return ""
    return "facts" if shown and _any(names, _JUMPS) else "article"


def acts_on_facts(key: str, character: str | None) -> bool:
    """Whether a key means something in the text that was found there."""
    return _any({key, character or ""}, _ON_FACTS)


def _any(names: set[str], actions: Sequence[Action]) -> bool:
    return any(not names.isdisjoint(keys_of(action)) for action in actions)
