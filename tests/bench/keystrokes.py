"""How many keys it takes to review an article and to write three notes on it.

``python -m tests.bench.keystrokes [ARTICLE]`` plays the keys in the reader, headless, on the client's article unless
another is given, until every actor and date is judged and three notes are saved; the text of the notes is not counted.
Nothing but keys is used, and each counts one, those that choose kinds and go about included.

Beside it stands what others need by the interactions that they document, per annotation: a selection with the mouse
counts two (press and release), a click or key one. These are counted on paper, not played.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library
from reader.model import ActorMention
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen

SEED = Path(__file__).parents[2] / "seeds" / "000_73ca37d0c5ce4629.txt"
NOTES = 3
ACTORS_AND_DATES = {"actor", "date"}


class Hands:
    """Presses keys and counts them."""

    def __init__(self, pilot: Pilot[None], screen: ReadingScreen) -> None:
        self.pilot = pilot
        self.screen = screen
        self.pressed = 0
        self.noted = 0

    async def press(self, *keys: str) -> None:
        """Press and count."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
        self.pressed += len(keys)

    async def note(self) -> None:
        """A note on the current thing; its words are not counted."""
        await self.press("m")
        await self.pilot.press(*"check")
        await self.press("ctrl+s")
        self.noted += 1

    @property
    def left(self) -> int:
        """Suggestions without a verdict."""
        review = self.screen._review
        assert review is not None
        done, all = review.queue(ACTORS_AND_DATES, "text").counter
        return all - done

    async def choose_kinds(self) -> None:
        """Only actors and dates are reviewed."""
        await self.press("tab", "3", "4", "5", "shift+tab")


async def one_by_one(hands: Hands) -> None:
    """Each mention with a key of its own."""
    await hands.choose_kinds()
    await hands.press("s")
    while hands.left:
        if hands.noted < NOTES:
            await hands.note()
        await hands.press("a")


async def with_slips(hands: Hands) -> None:
    """The same where of ten suggestions one is rejected and one gets another type."""
    await hands.choose_kinds()
    await hands.press("s")
    turn = 0
    while hands.left:
        turn += 1
        if hands.noted < NOTES:
            await hands.note()
        fact = hands.screen.view.current_fact
        if turn % 10 == 5:
            await hands.press("x")
        elif turn % 10 == 0 and isinstance(fact, ActorMention):
            await hands.press("c", "g" if fact.type != "group" else "o")
        else:
            await hands.press("a")


async def actor_by_actor(hands: Hands) -> None:
    """``A a`` where an actor has three mentions and more that are left."""
    await hands.choose_kinds()
    await hands.press("s")
    while hands.left:
        if hands.noted < NOTES:
            await hands.note()
        fact, review = hands.screen.view.current_fact, hands.screen._review
        assert review is not None
        many = isinstance(fact, ActorMention) and len(review.mentions(fact)) > 2
        await hands.press(*(("A", "a") if many else ("a",)))


async def row_by_row(hands: Hands) -> None:
    """In the facts panel: a row, which is an actor or a day, at a time."""
    await hands.press("tab", "3", "4", "5")
    while hands.left:
        await hands.press("a")
    await hands.press("shift+tab", "e")
    while hands.noted < NOTES:
        await hands.note()
        await hands.press("e")


async def all_at_once(hands: Hands) -> None:
    """Read it, and accept everything that is left."""
    await hands.choose_kinds()
    await hands.press("s")
    while hands.noted < NOTES:
        await hands.note()
        await hands.press("minus")
    await hands.press("A", "e")


PEERS = (
    ("doccano, from nothing", 3.0, "select the words (press, release), the label's key", "docs/tutorial.md; README"),
    ("doccano, labels imported", 0.0, "stand without a verdict of their own; the article is approved", "issue 718"),
    ("Prodigy, one at a time", 1.0, "accept or reject, nothing else (ner.teach)", "docs/named-entity-recognition"),
    ("Prodigy, by sentence", 0.4, "a key a text of 2 or 3 mentions (ner.correct)", "docs/named-entity-recognition"),
    ("INCEpTION, recommender", 1.0, "a click accepts, a double-click rejects", "user guide, Recommenders"),
    ("INCEpTION, one by one", 1.0, "Annotate, Reject or Skip, and on to the next", "user guide, Active Learning"),
    ("INCEpTION, all at once", 0.0, "accept all suggestions of a recommender", "release notes of 0.11.0"),
    ("INCEpTION, from nothing", 4.0, "drag over the words (2), choose layer and value", "user guide, Spans"),
)
"""Name, actions an annotation, what they are, and where its makers say so. The pages named describe no free note on a
mention, so the three notes are in none of these counts."""


async def played(article: Path, way: Callable[[Hands], Awaitable[None]]) -> None:
    """Print the count of one way."""
    with tempfile.TemporaryDirectory() as folder:
        app = DatelineApp(Desk(Library.open(Path(folder) / "library"), [str(article)], background=False))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen_stack[0]
            assert isinstance(screen, ReadingScreen)
            while screen._review is None or not screen._review.all or not app.desk.settled:
                await pilot.pause(0.05)
            hands = Hands(pilot, screen)
            count = hands.left
            await way(hands)
            assert not hands.left
            assert hands.noted == NOTES
            each = hands.pressed / (count + NOTES)
            words = (way.__doc__ or "").splitlines()[0]
            print(f"{'ours, ' + way.__name__.replace('_', ' '):26} {each:5.2f}   {hands.pressed} keys: {words}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("article", type=Path, nargs="?", default=SEED)
    options = parser.parse_args()
    print("keys an annotation, mentions of actors and dates and three notes together")
    for way in (one_by_one, with_slips, actor_by_actor, row_by_row, all_at_once):
        asyncio.run(played(options.article, way))
    for name, each, words, source in PEERS:
        print(f"{name:26} {each:5.2f}   {words} [{source}]")


if __name__ == "__main__":
    main()
