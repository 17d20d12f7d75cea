"""Stories of the sheets: all annotations, the label editor, the history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest

from reader.library import AddAnnotation, RemoveAnnotation
from reader.model import Anchor, Annotation, Document, Label, Span
from reader.tui.screens.annotations import AnnotationsScreen
from reader.tui.screens.history import HistoryScreen
from reader.tui.screens.labels import LabelsScreen
from tests.tui.conftest import Open, Story

Result = TypeVar("Result")


def _document(story: Story) -> Document:
    document = story.screen.view.document
    assert document is not None
    return document


def annotate(story: Story, words: str, label: str = "claim", note: str = "") -> Annotation:
    """Label words of the open article, as the keys would."""
    document = _document(story)
    start = document.text.index(words)
    anchor = Anchor.of(document.text, Span(start, start + len(words)), document.version)
    change = AddAnnotation(Annotation(id="", document=document.id, anchor=anchor, label=label, note=note))
    story.app.desk.library.do(change)
    return change.annotation


def notes(story: Story) -> AnnotationsScreen:
    assert isinstance(story.app.screen, AnnotationsScreen)
    return story.app.screen


async def test_all_annotations_of_the_article_and_of_the_library(opened: Open) -> None:
    async with opened() as story:
        annotate(story, "security guarantees", "claim", "says who?")
        annotate(story, "Moscow", "actor")
        await story.press("I")
        assert notes(story).noted.count() == 2
        assert "security guarantees" in story.screen_text()
        assert "says who?" in story.screen_text()
        await story.press("s")
        assert "the library" in story.screen_text()
        assert notes(story).noted.count() == 2
        await story.press("q")
        assert story.app.screen is story.screen


async def test_filter_sort_and_enter_goes_to_the_words(opened: Open) -> None:
    async with opened() as story:
        annotate(story, "security guarantees", "claim", "says who?")
        annotate(story, "Moscow", "actor")
        await story.press("I", "slash")
        await story.type("says")
        await story.wait_until(lambda: notes(story).noted.count() == 1)
        await story.press("enter", "equals_sign", "enter")
        assert story.app.screen is story.screen
        assert story.selected_text == "security guarantees"


async def test_what_was_deleted_is_kept_and_restored(opened: Open) -> None:
    async with opened() as story:
        made = annotate(story, "Moscow", "actor")
        await story.press("I", "D")
        library = story.app.desk.library
        assert library.annotations.of(made.document) == []
        assert "Nothing is annotated" in story.screen_text()
        await story.press("x")
        assert "Moscow" in story.screen_text()
        await story.press("D", "x")
        assert [one.id for one in library.annotations.of(made.document)] == [made.id]
        await story.press("u", "u")
        assert [one.id for one in library.annotations.of(made.document)] == [made.id]


async def test_labels_and_tags_from_the_list(opened: Open) -> None:
    async with opened() as story:
        made = annotate(story, "Moscow", "actor")
        await story.press("I", "5", "number_sign")
        await story.type("check")
        await story.press("enter")
        changed = story.app.desk.library.annotations.get(made.id)
        assert changed is not None
        assert (changed.label, changed.tags) == ("claim", ("check",))


async def test_a_lost_annotation_is_said_to_be_and_kept(opened: Open) -> None:
    async with opened() as story:
        document = _document(story)
        anchor = Anchor(10, 29, "words nobody wrote", "before them", "after them", "another version")
        change = AddAnnotation(Annotation(id="", document=document.id, anchor=anchor, note="mine"))
        story.app.desk.library.do(change)
        await story.press("I", "enter")
        assert story.app.screen is story.screen
        assert "no longer in the article" in story.status
        await story.press("I")
        assert "? note" in story.screen_text()


async def test_lost_ones_of_the_whole_library_are_found_out(opened: Open) -> None:
    async with opened() as story:
        library = story.app.desk.library
        other = next(row for row in library.documents.rows(limit=10) if row.id != _document(story).id)
        anchor = Anchor(10, 29, "words nobody wrote", "before them", "after them", "another version")
        library.do(AddAnnotation(Annotation(id="", document=other.id, anchor=anchor, note="mine")))
        annotate(story, "Moscow", "actor")
        await story.press("I", "s", "slash")
        await story.type("is:orphan")
        await story.wait_until(lambda: notes(story).noted.count() == 1 and "? note" in story.screen_text())


async def test_a_deleted_one_has_no_place_to_go_to(opened: Open) -> None:
    async with opened() as story:
        made = annotate(story, "Moscow", "actor")
        story.app.desk.library.do(RemoveAnnotation.of(made))
        await story.press("I", "x", "enter")
        assert isinstance(story.app.screen, AnnotationsScreen)
        assert story.app.screen.status.message == "It was deleted: D restores it."


async def test_the_label_editor(opened: Open) -> None:
    async with opened() as story:
        await story.press("ctrl+l")
        screen = story.app.screen
        assert isinstance(screen, LabelsScreen)
        await story.press("n")
        await story.type("to check")
        await story.press("enter")
        annotations = story.app.desk.library.annotations
        assert Label("to check", "8", "blue") in [Label(one.name, one.key, one.colour) for one in annotations.labels()]
        await story.press("1", "c", "d")
        await story.type("what needs a second look")
        await story.press("enter")
        label = next(one for one in annotations.labels() if one.name == "to check")
        assert label == Label("to check", "1", "green", "what needs a second look")
        assert next(one for one in annotations.labels() if one.name == "actor").key == ""
        await story.press("D", "n")
        assert "to check" in [one.name for one in annotations.labels()]
        await story.press("D", "y")
        assert "to check" not in [one.name for one in annotations.labels()]
        await story.press("u")
        assert "to check" in [one.name for one in annotations.labels()]
        await story.press("escape")
        assert story.app.screen is story.screen


async def test_a_wrong_colour_is_one_sentence(opened: Open) -> None:
    async with opened() as story:
        await story.press("ctrl+l", "C")
        await story.type("x")
        await story.press("enter")
        screen = story.app.screen
        assert isinstance(screen, LabelsScreen)
        assert "is no colour" in screen.status.message


async def test_renaming_to_a_known_name_unites_two_labels(opened: Open) -> None:
    async with opened() as story:
        made = annotate(story, "Moscow", "claim")
        await story.press("ctrl+l")
        screen = story.app.screen
        assert isinstance(screen, LabelsScreen)
        names = [label.name for label in screen.labels.labels]
        screen.labels.move_to(names.index("claim"))
        await story.press("r", *["backspace"] * 5)
        await story.type("question")
        await story.press("enter")
        changed = story.app.desk.library.annotations.get(made.id)
        assert changed is not None
        assert changed.label == "question"
        assert "claim" not in [label.name for label in screen.labels.labels]


async def test_back_to_a_point_of_the_history_and_forth_again(opened: Open) -> None:
    async with opened() as story:
        first = annotate(story, "Moscow", "actor")
        annotate(story, "security guarantees", "claim")
        annotate(story, "Geneva", "actor")
        await story.press("H")
        screen = story.app.screen
        assert isinstance(screen, HistoryScreen)
        assert [one.stands for one in screen.past.done[:3]] == [True] * 3
        assert "u takes back" in story.screen_text()
        assert _document(story).title[:10] in story.screen_text()
        await story.press("j", "enter", "y")
        library = story.app.desk.library
        assert [one.id for one in library.annotations.of(first.document)] == [first.id]
        assert [one.stands for one in screen.past.done[:3]] == [False, False, True]
        await story.press("k", "k", "enter", "y")
        assert len(library.annotations.of(first.document)) == 3
        await story.press("q")
        assert story.app.screen is story.screen


async def test_the_palette_reaches_the_sheets_and_leads_out_of_them(opened: Open) -> None:
    async with opened() as story:
        await story.press("I", "colon")
        await story.type("your labels")
        await story.press("enter")
        await story.wait_until(lambda: isinstance(story.app.screen, LabelsScreen))


async def test_keys_typed_ahead_of_the_list_are_for_what_it_will_show(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as story:
        annotate(story, "security guarantees", "claim")
        annotate(story, "Moscow", "actor")
        desk = story.app.desk
        read = desk.in_reading

        async def slowly(work: Callable[[], Result]) -> Result:
            await asyncio.sleep(0.3)
            return await read(work)

        monkeypatch.setattr(desk, "in_reading", slowly)
        await story.pilot.press("I", "enter")
        await story.settle()
        assert story.app.screen is story.screen, "Enter was not too early"
        await story.pilot.press("I", "D", "D")
        await story.settle()
        assert notes(story).noted.count() == 1
        assert not story.app.desk.library.annotations.of(_document(story).id), "the second D took the next one"


async def test_work_that_ends_after_its_screen_was_left_breaks_nothing(opened: Open) -> None:
    async with opened() as story:
        await story.press("I")
        left = notes(story)
        await story.press("q")
        left.status.say("too late")
        assert story.status != "too late"
