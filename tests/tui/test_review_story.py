"""Stories of the review loop: suggestions accepted, rejected, skipped and corrected by one key each."""

from __future__ import annotations

import pytest

from reader.library import Change, LibraryFull
from reader.model import ActorMention, DateFact, Fact
from reader.tui.screens.reviewing import Reviewing
from tests.tui.conftest import SEEDS, Open, Story

ARTICLE = SEEDS / "000_73ca37d0c5ce4629.txt"


def current(story: Story) -> Fact:
    fact = story.screen.view.current_fact
    assert fact is not None
    return fact


def counter(story: Story) -> tuple[int, int]:
    screen: Reviewing = story.screen
    queue = screen._queue()
    assert queue is not None
    return queue.counter


async def only_actors_and_dates(story: Story) -> None:
    story.screen.panel.left_out = {"quote", "event", "figure"}


async def saved(story: Story) -> None:
    await story.app.desk.notebook.settle()
    await story.settle()


async def test_accept_goes_on_and_is_kept(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await only_actors_and_dates(story)
        await story.press("s")
        first = current(story)
        await story.press("a")
        second = current(story)
        assert second.start > first.start
        assert counter(story)[0] == 1
        assert f"1 of {counter(story)[1]} reviewed" in story.screen_text()
        await saved(story)
        document = story.screen.view.document
        assert document is not None
        kept = story.app.desk.library.annotations.corrections(document.id)
        assert [(one.verdict, one.text) for one in kept] == [("accepted", first.text)]


async def test_what_is_reviewed_is_so_the_next_time(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s", "a", "a", "x")
        await saved(story)
    async with opened(ARTICLE) as story:
        assert counter(story)[0] == 3


async def test_reject_takes_the_fact_away_and_undo_brings_it_back(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s")
        fact = current(story)
        await story.press("x")
        assert fact not in story.screen.view.facts
        assert any(row.label == "Rejected" for row in story.screen.panel.rows)
        await story.press("u")
        assert fact in story.screen.view.facts
        assert counter(story)[0] == 0


async def test_skip_leaves_it_for_later(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s")
        first = current(story)
        await story.press("minus", "a", "S")
        assert current(story) == first
        assert counter(story)[0] == 1


async def test_all_mentions_of_an_actor_with_two_keys_and_one_undo(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await only_actors_and_dates(story)
        await story.press("s")
        while not (isinstance(current(story), ActorMention) and "Biden" in current(story).text):
            await story.press("minus")
        fact = current(story)
        assert isinstance(fact, ActorMention)
        mentions = [one for one in story.screen.view.facts if isinstance(one, ActorMention) and one.actor == fact.actor]
        assert len(mentions) > 3
        await story.press("A")
        assert f"all {len(mentions)} here" in story.screen_text()
        await story.press("a")
        assert counter(story)[0] == len(mentions)
        await saved(story)
        await story.press("u")
        assert counter(story)[0] == 0


async def test_everything_left_with_two_keys_and_one_undo(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await only_actors_and_dates(story)
        await story.press("s", "x", "A", "e")
        done, all = counter(story)
        assert done == all > 30
        kinds = {one.shown.kind for one in story.screen._review.all if one.reviewed.verdict}  # type: ignore[union-attr]  # it is there
        assert kinds == {"actor", "date"}
        await saved(story)
        await story.press("u")
        assert counter(story)[0] == 1


async def test_escape_from_the_question_judges_nothing(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s", "A", "escape")
        assert counter(story)[0] == 0
        await story.press("X", "z")
        assert counter(story)[0] == 0
        assert not story.screen.has_class("-zen")


async def test_reject_in_the_whole_library(opened: Open) -> None:
    async with opened(SEEDS) as story:
        await story.press("s")
        while not isinstance(current(story), ActorMention):
            await story.press("minus")
        fact = current(story)
        await story.press("X")
        await story.wait_until(lambda: "in the library, " in story.screen_text())
        await story.press("l")
        await saved(story)
        document = story.screen.view.document
        assert document is not None
        kept = story.app.desk.library.annotations.corrections(document.id)
        assert [(one.document, one.anchor, one.text) for one in kept] == [("", None, fact.text)]
        assert all(one.text != fact.text or one.kind != fact.kind for one in story.screen.view.facts)


async def test_keys_typed_fast_are_not_lost(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.pilot.press("s", "a", "a", "A", "a", "x", "a")
        await story.settle()
        assert counter(story)[0] >= 5
        await saved(story)
        before = counter(story)
        for _ in range(6):
            await story.press("u")
        assert counter(story)[0] == 0
        for _ in range(6):
            await story.press("ctrl+r")
        assert counter(story) == before


async def test_another_type_with_two_keys(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("e")
        fact = current(story)
        assert isinstance(fact, ActorMention)
        key = "g" if fact.type != "group" else "o"
        await story.press("c", key)
        at = next(one for one in story.screen.view.facts if one.span == fact.span and isinstance(one, ActorMention))
        assert at.type == {"g": "group", "o": "organisation"}[key]
        await saved(story)
        await story.press("u")
        assert fact in story.screen.view.facts


async def test_a_capital_corrects_the_same_words_in_the_article(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s")
        while current(story).text != "Biden":
            await story.press("minus")
        await story.press("c", "G")
        bidens = [one for one in story.screen.view.facts if isinstance(one, ActorMention) and one.text == "Biden"]
        assert len(bidens) > 1
        assert {one.type for one in bidens} == {"group"}
        await saved(story)
        await story.press("u")
        assert counter(story)[0] == 0


async def test_other_bounds_by_motion(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("e")
        fact = current(story)
        await story.press("c", "b", "e", "enter")
        document = story.screen.view.document
        assert document is not None
        now = next(one for one in story.screen.view.facts if one.start == fact.start and one.kind == "actor")
        assert now.end > fact.end
        assert now.text == document.text[now.start : now.end]
        assert not story.screen.view.shows_caret
        await saved(story)
        corrections = story.app.desk.library.annotations.corrections(document.id)
        assert [one.verdict for one in corrections] == ["corrected"]


async def test_giving_bounds_up_changes_nothing(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("e")
        fact = current(story)
        await story.press("c", "b", "e", "escape", "v", "e", "enter", "escape")
        assert fact in story.screen.view.facts
        assert counter(story)[0] == 0


async def test_another_value_of_a_date(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("t", "c", "v")
        await story.press(*["backspace"] * 30)
        await story.type("30 December 2021")
        await story.press("enter")
        await saved(story)
        values = [one.value for one in story.screen.view.facts if isinstance(one, DateFact)]
        assert "2021-12-30" in values
        assert counter(story)[0] == 1


async def test_a_wrong_value_is_one_sentence(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("t", "c", "v")
        await story.type("nonsense")
        await story.press("enter")
        assert story.status.endswith(".")
        await story.press("escape")
        assert counter(story)[0] == 0


async def test_a_correction_is_corrected_again_and_accepted_over(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("e")
        fact = current(story)
        await story.press("c", "g", "E")
        while current(story).span != fact.span:
            await story.press("E")
        await story.press("c", "o")
        await saved(story)
        document = story.screen.view.document
        assert document is not None
        kept = story.app.desk.library.annotations.corrections(document.id)
        assert [one.verdict for one in kept] == ["corrected"]
        at = next(one for one in story.screen.view.facts if one.span == fact.span and isinstance(one, ActorMention))
        assert at.type == "organisation"


async def test_rows_of_the_panel_one_key_each(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await only_actors_and_dates(story)
        panel = story.screen.panel
        panel._refill()
        await story.wait_until(lambda: any(row.facts for row in panel.rows))
        story.screen.set_focus(panel)
        rows = sum(1 for row in panel.rows if row.facts)
        await story.press("s")
        for _ in range(rows):
            await story.press("a")
        done, all = counter(story)
        assert done == all
        assert "✓" in story.screen_text()
        await story.press("x")
        assert any(row.label == "Rejected" for row in panel.rows)


async def test_the_least_certain_first(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("f7", "s")
        least = current(story).confidence
        await story.press("a")
        assert current(story).confidence >= least


async def test_a_lost_note_is_placed_by_hand(opened: Open) -> None:
    from reader.library import AddAnnotation
    from reader.model import Anchor, Annotation

    async with opened(ARTICLE) as story:
        document = story.screen.view.document
        assert document is not None
        anchor = Anchor(10, 29, "words nobody wrote", "before them", "after them", "another version")
        change = AddAnnotation(Annotation(id="", document=document.id, anchor=anchor, note="mine"))
        story.app.desk.library.do(change)
        await story.press("I", "enter", "I", "p")
        await story.wait_until(lambda: story.screen.view.shows_caret)
        await story.press("v", "e", "e", "enter")
        await saved(story)
        made = story.app.desk.library.annotations.get(change.annotation.id)
        assert made is not None
        assert made.anchor is not None
        assert made.anchor.version == document.version
        assert made.anchor.quote == document.text[made.anchor.start : made.anchor.end]
        await story.press("u")
        made = story.app.desk.library.annotations.get(change.annotation.id)
        assert made is not None
        assert made.anchor == anchor


def refuse(story: Story, patch: pytest.MonkeyPatch) -> None:
    """Let the disk be full."""

    def full(change: Change, **options: object) -> None:
        raise LibraryFull("The disk is full; nothing was saved.")

    patch.setattr(story.app.desk.library, "do", full)


def verdicts(story: Story) -> list[tuple[str, str]]:
    """What the library holds."""
    document = story.screen.view.document
    assert document is not None
    return [(one.verdict, one.text) for one in story.app.desk.library.annotations.corrections(document.id)]


def panel_mark(story: Story, fact: Fact) -> str:
    panel = story.screen.panel
    return panel._mark_of(next(row for row in panel.rows if fact.span in [one.span for one in row.facts]))


async def test_a_verdict_on_a_full_disk_stays_marked_and_is_saved_later(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(ARTICLE, size=(120, 36)) as story:
        await only_actors_and_dates(story)
        await story.press("s")
        first = current(story)
        with monkeypatch.context() as patch:
            refuse(story, patch)
            await story.press("a")
            assert "NOT SAVED, but kept on the screen" in story.status
            assert "disk is full" in story.status
            second = current(story)
            assert second.start > first.start  # it went on all the same
            await story.press("x")
            assert verdicts(story) == []
            assert counter(story)[0] == 2
            assert panel_mark(story, first) == "!"
            unsaved = [mark.span for mark in story.screen.view.marks.all if mark.unsaved]
            assert unsaved == [first.span, second.span]
            await story.press("J", "K")
            await story.wait_until(lambda: story.screen._review is not None and counter(story)[0] == 2)
            assert second.span not in [fact.span for fact in story.screen.view.facts if fact.kind == second.kind]
            await story.press("ctrl+s")
            assert "2 still not saved" in story.status
            await story.press("q")
            assert "2 not saved" in story.status
        await story.press("ctrl+s")
        assert "2 saved" in story.status
        assert verdicts(story) == [("accepted", first.text), ("rejected", second.text)]
        assert panel_mark(story, first) in "✓·"
        assert not story.screen.view.marks.all


async def test_undo_first_drops_a_verdict_that_was_never_saved(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(ARTICLE) as story:
        await story.press("s")
        first = current(story)
        await story.press("a")
        with monkeypatch.context() as patch:
            refuse(story, patch)
            rejected = current(story)
            await story.press("x")
            assert rejected.span not in [fact.span for fact in story.screen.view.facts]
            await story.press("u")
            assert "never saved" in story.status
        assert rejected.span in [fact.span for fact in story.screen.view.facts]
        assert verdicts(story) == [("accepted", first.text)]
        assert not story.screen.view.marks.all


async def test_a_correction_and_a_verdict_everywhere_are_kept_on_the_screen_too(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(ARTICLE, size=(120, 36)) as story:
        await story.press("e")
        person = current(story)
        assert isinstance(person, ActorMention)
        with monkeypatch.context() as patch:
            refuse(story, patch)
            await story.press("c", "g")
            await story.press("e", "X", "a")
            assert "NOT SAVED" in story.status
            await story.press("tab", "ctrl+s")
            assert "2 still not saved" in story.status
            groups = [
                one.span for one in story.screen.view.facts if isinstance(one, ActorMention) and one.type == "group"
            ]
            assert person.span in groups
        await story.press("ctrl+s")
        assert "2 saved" in story.status
        assert [verdict for verdict, _ in verdicts(story)] == ["corrected", "rejected"]
