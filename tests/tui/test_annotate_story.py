"""Labels and notes: on the screen at once, on the disk before it says so, never lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import AddAnnotation, Library, LibraryFull
from reader.library.changes import Change
from reader.model import Anchor, Annotation, Placed
from reader.tui import outside
from tests.tui.conftest import Open, Story

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["narrow", "wide"])


def made(story: Story) -> list[tuple[str, str, str]]:
    """Label, words and note of what stands in the library for the open article."""
    document = story.screen.view.document
    assert document is not None
    return [
        (one.label, one.anchor.quote if one.anchor else "", one.note)
        for one in story.app.desk.library.annotations.of(document.id)
    ]


def shown(story: Story) -> list[Placed]:
    return story.app.desk.notebook.placed


def margin(story: Story) -> set[str]:
    """The signs in the margin of the article."""
    view = story.screen.view
    lines = [view.render_line(y).text[: view._left].strip() for y in range(view.size.height)]
    return {sign for sign in lines if sign}


def refuse(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full."""

    def full(change: Change, **options: object) -> None:
        raise LibraryFull("The disk is full; nothing was saved.")

    monkeypatch.setattr(story.app.desk.library, "do", full)


@SIZES
async def test_a_digit_labels_the_actor_jumped_to_and_takes_it_off_again(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as story:
        await story.press("e", "e", "1")
        words = story.selected_text
        assert made(story) == [("actor", words, "")]
        assert "Saved" in story.status
        assert "u takes it back" in story.status
        assert margin(story) == {"1"}
        await story.press("1")
        assert made(story) == []
        await story.press("u")
        assert made(story) == [("actor", words, "")]
        assert [mark.label for mark in story.screen.view.marks.all] == ["actor"]
        await story.press("u")
        assert story.screen.view.marks.all == []


async def test_a_digit_labels_the_selection_and_labels_may_nest(opened: Open) -> None:
    async with opened() as story:
        await story.press("v", "i", "s", "7", "i", "w", "5")
        labels = {label: words for label, words, _ in made(story)}
        assert labels["important"].startswith("Ukraine conflict")
        assert labels["claim"] == "politics"
        await story.press("escape")
        assert margin(story) == {"7", "5"}


async def test_without_anything_chosen_the_sentence_on_top_is_meant(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("h")
        assert [label for label, _, _ in made(story)] == ["highlight"]
        assert made(story)[0][1].startswith("Ukraine conflict")
        await story.press("h")
        assert made(story) == []


async def test_an_unknown_digit_says_which_there_are(opened: Open) -> None:
    async with opened() as story:
        await story.press("9")
        assert "No label has the key 9" in story.status
        assert "1 actor" in story.status


async def test_the_next_label_is_gone_to_and_deleted_and_comes_back(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("e", "1", "G")
        await story.press("less_than_sign")
        assert story.selected_text == "Ukraine"
        assert "[actor]" in story.screen_text()
        await story.press("D")
        assert made(story) == []
        await story.press("D")
        assert "no note or label here" in story.status
        await story.press("u")
        assert made(story) == [("actor", "Ukraine", "")]


@SIZES
async def test_a_note_is_written_on_what_is_selected_and_escape_keeps_it(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as story:
        await story.press("v", "i", "s", "m")
        assert story.screen.mode == "note"
        await story.type("who says so? #check #to-do")
        await story.press("escape")
        assert str(story.screen.mode) == "caret"
        (label, words, note) = made(story)[0]
        assert (label, note) == ("", "who says so? #check #to-do")
        assert words.startswith("Ukraine conflict")
        assert shown(story)[0].annotation.tags == ("check", "to-do")
        await story.press("o")
        assert "[note]: who says so?" in story.screen_text()
        await story.press("m")
        await story.type(" Nobody.")
        await story.press("ctrl+s")
        assert made(story)[0][2] == "who says so? #check #to-do Nobody."
        await story.press("u", "u")
        assert made(story) == []


async def test_letters_typed_fast_after_m_are_all_in_the_note(opened: Open) -> None:
    async with opened() as story:
        await story.pilot.press("e", "m", *"quick", "escape")
        await story.settle()
        assert made(story)[0][2] == "quick"


async def test_an_empty_note_makes_nothing_and_an_emptied_one_goes(opened: Open) -> None:
    async with opened() as story:
        await story.press("e", "m", "escape")
        assert made(story) == []
        await story.press("m", "x", "escape", "m", "backspace", "escape")
        assert made(story) == []
        await story.press("2", "m", "y", "escape", "2")
        assert [(label, note) for label, _, note in made(story)] == [("", "y")]


async def test_a_note_on_the_article(opened: Open) -> None:
    async with opened() as story:
        await story.press("at")
        await story.type("all of it")
        await story.press("escape")
        assert made(story) == [("", "", "all of it")]
        await story.press("at")
        assert story.screen.editor is not None
        assert story.screen.editor.text == "all of it"


async def test_what_is_pasted_into_a_note_cannot_steer_the_terminal(opened: Open) -> None:
    async with opened() as story:
        await story.press("e", "m")
        assert story.screen.editor is not None
        story.screen.editor.area.insert("\x1b]52;c;aGk=\x07 [/b] \u202eabc")
        await story.settle()
        assert "\x1b" not in story.screen_text()
        await story.press("escape")
        assert "\x1b" not in made(story)[0][2]


async def test_a_draft_is_kept_behind_the_keys_and_offered_after_a_crash(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("e", "m")
        await story.type("half a thought")
        kept = story.app.desk.library.annotations
        await story.wait_until(lambda: list(kept.drafts("note/").values()) == ["half a thought"])
        assert made(story) == []
        story.screen.editor = None  # as if the program had been killed: nobody closes the note
    async with opened(home=tmp_path / "library") as story:
        await story.wait_until(lambda: "left unfinished" in story.status)
        await story.press("m")
        assert story.screen.editor is not None
        assert story.screen.editor.text == "half a thought"
        await story.press("escape")
        assert made(story) == [("", "Ukraine", "half a thought")]
        await story.wait_until(lambda: not story.app.desk.library.annotations.drafts("note/"))


async def test_leaving_in_the_middle_of_a_note_keeps_it_as_a_draft(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("e", "m")
        await story.pilot.press("a", "b", "c")
        story.app.exit()
    with Library.open(tmp_path / "library") as library:
        assert list(library.annotations.drafts("note/").values()) == ["abc"]


async def test_on_a_full_disk_it_stays_on_the_screen_marked_and_is_saved_later(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as story:
        await story.press("e")
        with monkeypatch.context() as patch:
            refuse(story, patch)
            await story.press("m", "x", "escape")
            assert "NOT SAVED" in story.status
            assert "disk is full" in story.status
            assert made(story) == []
            assert [mark.unsaved for mark in story.screen.view.marks.all] == [True]
            assert margin(story) == {"!"}
            await story.press("ctrl+s")
            assert "still not saved" in story.status
            await story.press("q")
            assert "not saved" in story.status
            assert list(story.app.desk.library.annotations.drafts("note/").values()) in ([], ["x"])
        await story.press("ctrl+s")
        assert "1 saved" in story.status
        assert [note for _, _, note in made(story)] == ["x"]
        assert [mark.unsaved for mark in story.screen.view.marks.all] == [False]


async def test_undo_first_drops_what_could_not_be_saved(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as story:
        await story.press("e", "1")
        with monkeypatch.context() as patch:
            refuse(story, patch)
            await story.press("2", "u")
            assert "never saved" in story.status
        assert [label for label, _, _ in made(story)] == ["actor"]
        assert [mark.label for mark in story.screen.view.marks.all] == ["actor"]


async def test_another_article_and_back_keeps_what_is_unsaved(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as story:
        refuse(story, monkeypatch)
        await story.press("e", "1", "J", "K")
        await story.wait_until(lambda: bool(story.screen.view.marks.all))
        assert [mark.unsaved for mark in story.screen.view.marks.all] == [True]


async def test_what_another_program_wrote_is_shown(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        document = story.screen.view.document
        assert document is not None
        await story.screen._look_for_others()
        at = document.text.index("White House")
        from reader.model import Span

        anchor = Anchor.of(document.text, Span(at, at + 11), document.version)
        with Library.open(tmp_path / "library") as other:
            other.do(AddAnnotation(Annotation(id="", document=document.id, anchor=anchor, note="from outside")))
        await story.screen._look_for_others()
        assert [one.annotation.note for one in shown(story)] == ["from outside"]
        assert "another program" in story.status


async def test_a_label_waits_its_turn_behind_another_program_and_says_so(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("e")
        with Library.open(tmp_path / "library") as other:
            with other.lock.held():
                await story.pilot.press("1")
                await story.wait_until(lambda: "waits its turn" in story.status)
                assert made(story) == []
                assert [mark.unsaved for mark in story.screen.view.marks.all] == [True]
            await story.wait_until(lambda: "Saved" in story.status)
        assert [label for label, _, _ in made(story)] == ["actor"]
        assert [mark.unsaved for mark in story.screen.view.marks.all] == [False]


async def test_an_unfinished_note_of_another_article_is_told_of(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("J", "e", "m")
        await story.pilot.press("a", "b", "c")
        story.app.exit()
    async with opened(home=tmp_path / "library") as story:
        await story.wait_until(lambda: "left unfinished in “Biden and Putin meet" in story.status)


async def test_tags_of_the_article_and_of_a_passage(opened: Open) -> None:
    async with opened() as story:
        await story.press("number_sign")
        await story.type("summit")
        await story.press("enter")
        document = story.screen.view.document
        assert document is not None
        assert story.app.desk.library.settings(document.id).tags == ("summit",)
        await story.press("e", "v", "number_sign")
        await story.type("source")
        await story.press("enter")
        assert story.screen.mode == "caret"
        assert [(one.annotation.label, one.annotation.tags) for one in shown(story)] == [("highlight", ("source",))]
        await story.press("number_sign")
        await story.type("-source")
        await story.press("enter")
        assert [one.annotation.tags for one in shown(story)] == [()]


async def test_the_reader_s_own_editor_is_run_without_a_shell(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "an editor.py"
    script.write_text(
        "import json, sys\nfile = sys.argv[-1]\ntext = open(file).read()\n"
        f"json.dump(sys.argv[1:-1], open({str(tmp_path / 'args.json')!r}, 'w'))\n"
        "open(file, 'w').write(text + ' and more\\x1b[2J\\n')\n",
        "utf-8",
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}' --wait '; touch {tmp_path / 'shell'}'")
    async with opened() as story:
        await story.press("e", "m", "x", "ctrl+e")
        assert "cannot be lent" in story.screen_text()
        # The story has no terminal to lend: the editor is run in its place.
        monkeypatch.setattr(outside, "in_the_terminal", lambda app, command: subprocess.call(command))
        await story.press("ctrl+e")
        assert story.screen.editor is not None
        assert story.screen.editor.text == "x and more␛[2J"
    assert json.loads((tmp_path / "args.json").read_text()) == ["--wait", f"; touch {tmp_path / 'shell'}"]
    assert not (tmp_path / "shell").exists()


async def test_pages_of_no_library_cannot_be_annotated(opened: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with opened(empty, home=tmp_path / "fresh") as story:
        for key in ("1", "h", "m", "at", "number_sign"):
            await story.press(key)
            assert "not in your library" in story.status


async def test_a_note_that_is_drawn_while_it_goes_breaks_nothing(opened: Open) -> None:
    async with opened() as story:
        await story.press("e", "m", "x")
        editor = story.screen.editor
        assert editor is not None
        area = editor.area
        with story.app.batch_update():
            await editor.remove()  # it is on the screen until that is laid out anew
            assert not area._component_styles
            story.screen._compositor.render_update(full=True)
            area.render_lines(area.size.region)
        story.screen.editor = None
        await story.settle()
        assert story.app.return_code is None
