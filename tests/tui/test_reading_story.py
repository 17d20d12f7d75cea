"""Reading the client's article, from the keyboard."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from reader.library import Library
from reader.model import Document
from reader.tui.desk import Desk
from reader.tui.screens.awaiting import FACTS_WITHIN, FINDING
from reader.tui.screens.guide import GuideScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.taken import Taken
from reader.tui.widgets.foot import SIGNS
from tests.tui.conftest import SEEDS, Open

ARTICLE = "Ukraine conflict: Biden and Putin want to talk to each other on the phone – politics"


async def test_the_first_article_of_a_folder_opens_with_its_facts(opened: Open) -> None:
    async with opened() as story:
        assert story.title == ARTICLE
        screen = story.screen_text()
        assert "Given the ongoing tensions" in screen
        assert "Joe Biden" in screen
        assert "Actors" in screen
        assert [story.screen.articles.count(), story.app.desk.list.count] == [10, 10]


async def test_e_goes_through_the_actors_and_the_panel_follows(opened: Open) -> None:
    async with opened() as story:
        wanted = [fact for fact in story.screen.view.facts if fact.kind == "actor"]
        for fact in wanted[:6]:
            await story.press("e")
            assert story.screen.view.current_fact == fact
            assert story.selected_text == fact.text
            assert fact in story.screen.panel.rows[story.screen.panel.cursor].facts
        await story.press("E")
        assert story.screen.view.current_fact == wanted[4]


async def test_t_goes_to_a_date_and_w_says_why(opened: Open) -> None:
    async with opened() as story:
        await story.press("t")
        assert story.selected_text == "this Thursday"
        await story.press("w")
        assert "publication date" in story.status
        assert "% sure" in story.status


async def test_enter_on_a_fact_brings_its_sentence_into_view(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("i")
        await story.choose_fact("Josep Borrell")
        assert story.selected_text == "Josep Borrell"
        assert "Josep Borrell" in story.shown
        assert "Josep Borrell" in story.screen_text()


async def test_enter_again_goes_to_the_next_mention(opened: Open) -> None:
    async with opened() as story:
        first = await story.choose_fact("Vladimir Putin")
        second = await story.choose_fact("Vladimir Putin")
        assert second.start > first.start
        assert "mention 2 of" in story.status


async def test_the_publication_date_resolves_the_dates_and_undo_takes_it_back(opened: Open) -> None:
    async with opened() as story:
        values = {fact.text: getattr(fact, "value", "") for fact in story.screen.view.facts}
        assert values["January 10"] == "XXXX-01-10"
        await story.press("P")
        await story.type("2021-12-30")
        await story.press("enter")
        values = {fact.text: getattr(fact, "value", "") for fact in story.screen.view.facts}
        assert values["January 10"] == "2022-01-10"
        assert values["this Thursday"] == "2021-12-30"
        await story.press("u")
        assert "Undone" in story.status
        values = {fact.text: getattr(fact, "value", "") for fact in story.screen.view.facts}
        assert values["January 10"] == "XXXX-01-10"
        await story.press("ctrl+r")
        assert story.screen.view.document is not None
        assert str(story.screen.view.document.published) == "2021-12-30"


async def test_a_wrong_date_is_told_and_asked_again(opened: Open) -> None:
    async with opened() as story:
        await story.press("P")
        await story.type("last week")
        await story.press("enter")
        assert "is not a date like" in story.status
        assert story.screen.prompt.display
        await story.press("escape")
        assert not story.screen.prompt.display


async def test_where_there_is_nothing_more_to_scroll_to_a_key_says_so(
    opened: Open, tmp_path: Path, facts_may_come: asyncio.Event
) -> None:
    (tmp_path / "one.txt").write_text("The talks of Joe Biden with the French went on for most of the day.\n\n" * 20)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        await story.wait_until(lambda: story.app.desk.list.count == 1 and story.app.desk.settled)
        for up, down in (("k", "j"), ("b", "space"), ("ctrl+u", "d")):
            await story.pilot.press("g", "g", up)
            await story.wait_until(lambda: story.status == "This is the beginning of the article.")
            await story.pilot.press(down)
            await story.wait_until(lambda: story.status == "")
            await story.pilot.press("G", down)
            await story.wait_until(lambda: story.status == "This is the end of the article.")
            facts_may_come.set()  # the first round was made without them


async def test_find_counts_and_goes_on_ignoring_case_and_accents(opened: Open) -> None:
    async with opened() as story:
        await story.press("slash")
        await story.type("GENÈVA")
        await story.press("enter")
        assert "1 of 3" in story.status
        assert story.selected_text == "Geneva"
        await story.press("n")
        assert "2 of 3" in story.status
        await story.press("N", "N")
        assert "3 of 3" in story.status
        await story.press("escape")
        assert not story.screen.view.hits


async def test_search_forgives_typos_and_opens_at_the_hit(opened: Open) -> None:
    async with opened() as story:
        await story.press("J")
        await story.press("f")
        await story.type("borel uninvolvd")
        await story.wait_until(lambda: bool(story.search.hits.hits))
        assert story.search.hits.hits[0].title == ARTICLE
        await story.press("enter")
        await story.wait_until(lambda: story.title == ARTICLE)
        await story.read()
        assert story.selected_text == "uninvolved"
        assert "“We do not want to and must not be an uninvolved spectator" in story.shown.replace("\n", " ")


async def test_a_half_typed_query_is_no_error(opened: Open) -> None:
    async with opened() as story:
        await story.press("f")
        for query in ('"an open', "actor:", "-", "NEAR(", "when:2022-", "*"):
            story.search.query_one("#query").value = query  # type: ignore[attr-defined]  # an Input
            await story.settle()
        await story.press("escape")
        assert story.title == ARTICLE


async def test_next_and_previous_article_and_back_where_i_was(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("space")
        place = story.screen.view.place
        assert place > 0
        await story.press("J")
        assert story.title == "Biden and Putin meet in Geneva and agree to talk about arms"
        await story.press("K")
        assert story.title == ARTICLE
        await story.wait_until(lambda: story.screen.view.place == place)


async def test_the_place_is_kept_from_one_day_to_the_next(opened: Open, tmp_path: Path) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("space")
        place = story.screen.view.place
        await story.press("q")
    async with opened(size=(80, 24), home=tmp_path / "library") as story:
        assert story.screen.view.place == place > 0


async def test_resizing_keeps_the_first_words_on_the_screen(opened: Open) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("space")
        place = story.screen.view.place
        await story.pilot.resize_terminal(44, 18)
        await story.pilot.pause()
        view = story.screen.view
        assert view.visible_span.start <= place < view.visible_span.end


async def test_opening_marks_read_and_r_marks_unread_again(opened: Open) -> None:
    async with opened() as story:
        row = story.app.desk.list.row(0)
        assert row is not None
        assert not row.unread
        await story.press("shift+tab", "r")
        row = story.app.desk.list.row(0)
        assert row is not None
        assert row.unread
        await story.press("asterisk")
        row = story.app.desk.list.row(0)
        assert row is not None
        assert row.starred


async def test_the_list_filters_by_what_is_typed(opened: Open) -> None:
    async with opened() as story:
        await story.press("shift+tab", "slash")
        await story.type("nato")
        assert story.app.desk.list.count == 1
        await story.press("enter", "enter")
        await story.wait_until(lambda: story.title.startswith("NATO and Russia"))


async def test_the_guide_opens_with_the_keys_of_this_pane_and_q_leaves_it(opened: Open) -> None:
    async with opened() as story:
        await story.press("question_mark")
        assert isinstance(story.app.screen, GuideScreen)
        assert "In the article" in story.screen_text()
        await story.press("q")
        assert not isinstance(story.app.screen, GuideScreen)


async def test_keys_typed_fast_after_leaving_the_guide_are_not_lost_on_it(opened: Open) -> None:
    async with opened() as story:
        await story.press("question_mark")
        for key in "qfnato":
            story.app.post_message(events.Key(key, key))
        await story.wait_until(lambda: isinstance(story.app.screen, SearchScreen))
        await story.settle()
        assert story.search.query_one(Input).value == "nato"


@pytest.mark.parametrize(("end", "hit"), [("enter", 2), ("escape", -1)])
async def test_keys_typed_fast_behind_a_prompt_are_not_more_of_its_text(opened: Open, end: str, hit: int) -> None:
    async with opened() as story:
        for key in ("slash", *"putin", end, "n", "n"):
            character = {"slash": "/", "enter": "\r", "escape": "\x1b"}.get(key, key)
            story.app.post_message(events.Key(key, character))
        await story.pilot.pause(0.3)
        await story.settle()
        assert story.screen.needle in ("putin", "")
        assert story.screen.mode == "reading"
        if end == "enter":
            assert story.screen.view.hit == hit


async def test_a_tag_is_what_was_typed_before_enter(opened: Open) -> None:
    async with opened() as story:
        for key in ("number_sign", *"todo", "enter", "e", "e"):
            story.app.post_message(events.Key(key, "#" if key == "number_sign" else "\r" if key == "enter" else key))
        await story.wait_until(lambda: bool(story.app.desk.library.documents.tags()))
        await story.settle()
        assert [tag for tag, _ in story.app.desk.library.documents.tags() if tag.startswith("todo")] == ["todo"]


async def test_a_word_is_found_in_the_guide_whatever_its_letters_do_there(opened: Open) -> None:
    async with opened() as story:
        await story.press("question_mark", "slash", "q", "question_mark", "1")
        assert isinstance(story.app.screen, GuideScreen)
        await story.press("escape")
        assert isinstance(story.app.screen, GuideScreen), "Esc ends the find first"


async def test_an_article_that_changes_on_disk_is_read_again_at_the_same_words(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "a.txt"
    paragraphs = [f"Paragraph {number} says that Joe Biden went to Geneva on Tuesday.\n" for number in range(60)]
    file.write_text("A headline of mine\n\n" + "\n".join(paragraphs), "utf-8")
    async with opened(folder, size=(80, 24)) as story:
        await story.press("space", "space")
        words = story.shown[:30]
        file.write_text("A headline of mine\n\nNew first paragraph.\n\n" + "\n".join(paragraphs), "utf-8")
        await story.screen._watch()
        assert story.screen.view.document is not None
        assert "New first paragraph" in story.screen.view.document.text
        assert story.shown.startswith(words)


async def test_a_file_that_cannot_be_read_has_a_line_and_the_rest_stays_usable(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a-binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "good.txt").write_text("Joe Biden met Vladimir Putin in Geneva on 16 June 2021.\n", "utf-8")
    async with opened(folder) as story:
        assert story.title.startswith("Joe Biden met")
        assert story.app.desk.list.count == 2
        assert "! a-binary.txt" in story.screen_text()
        await story.press("shift+tab", "k", "enter")
        assert "is not text" in story.status
        assert story.title.startswith("Joe Biden met")


async def test_an_empty_library_shows_the_welcome_article(opened: Open, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with opened(empty, home=tmp_path / "fresh") as story:
        assert story.screen.view.document is not None
        assert story.screen.view.document.origin == "guide:welcome"


async def test_markup_and_control_codes_of_a_title_are_only_text(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("[/b] [@click=app.quit]go[/] \x1b[2J headline\n\nBody of it by Joe Biden.\n", "utf-8")
    async with opened(folder) as story:
        text = story.screen_text()
        assert "[/b] [@click=app.quit]go[/]" in text
        assert "\x1b" not in text
        for key in ("w", "J", "i", "shift+tab", "question_mark", "q"):
            await story.press(key)
        assert "\x1b" not in story.screen_text()


async def test_the_seeds_on_disk_are_not_touched(opened: Open) -> None:
    before = {path: path.stat().st_mtime_ns for path in SEEDS.iterdir()}
    async with opened() as story:
        await story.press("J", "e", "P")
        await story.type("2021-12-30")
        await story.press("enter")
    assert {path: path.stat().st_mtime_ns for path in SEEDS.iterdir()} == before


async def test_what_was_done_is_in_the_library_when_the_reader_is_closed(opened: Open, tmp_path: Path) -> None:
    async with opened() as story:
        await story.press("shift+tab", "asterisk")
        row = story.app.desk.list.row(0)
        assert row is not None
    with Library.open(tmp_path / "library") as library:
        known = library.documents.row(row.id)
        assert known is not None
        assert known.starred


async def test_keys_pressed_fast_are_all_counted(opened: Open) -> None:
    async with opened() as story:
        titles = [row.title for row in story.app.desk.list.rows(0, 10)]
        for _ in range(4):
            story.screen.action_article_next()
        await story.wait_until(lambda: story.title == titles[4])


async def test_a_pipe_and_a_link_to_nothing_have_a_line_in_the_list(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    os.mkfifo(folder / "a-pipe.txt")
    (folder / "b-nothing.md").symlink_to(folder / "no-such-file.md")
    (folder / "good.txt").write_text("Joe Biden met Vladimir Putin in Geneva on 16 June 2021.\n", "utf-8")
    async with opened(folder, size=(160, 36)) as story:
        assert story.title.startswith("Joe Biden met")
        text = story.screen_text()
        assert "! a-pipe.txt: is not a regu" in text
        assert "! b-nothing.md: no such fi" in text


async def test_a_file_that_is_deleted_while_open_is_told_and_kept(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "good.txt"
    file.write_text("Joe Biden met Vladimir Putin in Geneva on 16 June 2021.\n", "utf-8")
    async with opened(folder) as story:
        file.unlink()
        await story.screen._watch()
        assert "is gone" in story.status
        assert "? Joe Biden" in story.screen_text()
        assert story.title.startswith("Joe Biden met")


async def test_the_address_of_a_link_is_shown_before_it_is_opened(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text("# Title\n\nJoe Biden [said](https://example.org/so) it.\n", "utf-8")
    async with opened(folder) as story:
        await story.press("semicolon", "1")
        assert "https://example.org/so" in story.status
        await story.press("escape", "semicolon", "7", "enter")
        assert "There is no link" in story.status


async def test_a_date_may_be_typed_as_articles_write_it(opened: Open) -> None:
    async with opened() as story:
        await story.press("P")
        await story.type("30 December 2021")
        await story.press("enter")
        assert str(story.screen.view.document and story.screen.view.document.published) == "2021-12-30"


async def test_undo_names_the_article(opened: Open) -> None:
    async with opened() as story:
        await story.press("shift+tab", "asterisk", "J", "u")
        assert ARTICLE in story.status


async def test_ctrl_c_copies_only_what_is_selected_and_says_how_to_leave(opened: Open) -> None:
    async with opened() as story:
        await story.press("ctrl+c")
        assert "q leaves" in story.status


async def test_a_long_article_says_that_its_facts_are_of_a_part(opened: Open, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    sentence = "The White House said that Joe Biden was to meet Vladimir Putin in Geneva on 16 June 2021. "
    (folder / "long.txt").write_text("\n\n".join([sentence * 8] * 320), "utf-8")
    async with opened(folder, size=(120, 36)) as story:
        assert "Facts of the part" in story.screen_text()
        first = story.screen.view.facts[0]
        await story.press("G")
        await story.wait_until(lambda: bool(story.screen.view.facts) and story.screen.view.facts[0].start > first.start)
        document = story.screen.view.document
        assert document is not None
        assert all(fact.span.of(document.text) == fact.text for fact in story.screen.view.facts)


async def test_the_visible_part_of_a_rather_long_article_has_its_facts_first(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    sentence = "The White House said that Joe Biden was to meet Vladimir Putin in Geneva on 16 June 2021. "
    (folder / "long.txt").write_text("\n\n".join([sentence * 8] * 80), "utf-8")
    go_on = asyncio.Event()
    whole = Desk.facts

    async def late(self: Desk, *given: Any) -> Taken:
        await go_on.wait()
        return await whole(self, *given)

    monkeypatch.setattr(Desk, "facts", late)
    async with opened(folder, size=(120, 36), wait=False) as story:
        await story.wait_until(lambda: bool(story.screen.view.facts))
        document = story.screen.view.document
        assert document is not None
        assert "The others follow" in story.screen_text()
        near = story.screen.view.facts
        assert near[0].start < 100
        assert near[-1].end < len(document.text) * 0.7
        go_on.set()
        await story.wait_until(lambda: story.screen.view.facts[-1].end > len(document.text) - 100)
        assert "The others follow" not in story.screen_text()


async def test_the_first_file_has_its_facts_then_is_known_and_then_the_others_are_taken_in(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Joe Biden met Emmanuel Macron in Geneva, for the {number}th time.")
    order: list[str] = []
    facts, take_in = Desk.facts, Desk.refresh

    async def told_facts(self: Desk, *given: Any) -> Taken:
        taken = await facts(self, *given)
        order.append(f"facts, {self.list.count} known, {len(taken.elsewhere)} actors looked up")
        return taken

    async def told_take_in(self: Desk) -> None:
        order.append(f"files, {self.list.count} known")
        await take_in(self)

    monkeypatch.setattr(Desk, "facts", told_facts)
    monkeypatch.setattr(Desk, "refresh", told_take_in)
    monkeypatch.setattr(ReadingScreen, "facts_came", lambda self: None)  # the facts of the others look them up again
    async with opened(folder, home=tmp_path / "new") as story:
        await story.wait_until(lambda: len(order) > 2 and story.app.desk.list.count == 3)
        await story.settle()
        assert order[0] == "facts, 0 known, 0 actors looked up"
        assert sum("3 actors looked up" in one for one in order) == 1  # when it was known
        assert "files, 1 known" in order
        assert story.screen.panel.fact is not None


@pytest.mark.parametrize("shown", [False, True], ids=["before it is shown", "when it is shown"])
async def test_what_is_typed_before_the_library_knows_the_first_file_waits_for_it(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: bool
) -> None:
    (tmp_path / "one.txt").write_text("Joe Biden met Emmanuel Macron in Geneva.")
    first_file, take_in = Desk.first_file, Desk._take_in

    def late_file(self: Desk) -> Document | None:
        time.sleep(0.2)
        return first_file(self)

    def late(self: Desk, *given: Any) -> None:
        time.sleep(0.4)
        take_in(self, *given)

    monkeypatch.setattr(Desk, "first_file", late_file)
    monkeypatch.setattr(Desk, "_take_in", late)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        if shown:
            await story.wait_until(lambda: story.screen.view.document is not None)
        else:
            assert story.screen.view.document is None
        assert story.app.desk.list.count == 0
        await story.press("m")
        assert "Note on" in story.screen_text()


@pytest.fixture
def facts_may_come(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Holds back the facts of all articles until it is set."""
    facts, known = Desk.facts, asyncio.Event()

    async def slow(self: Desk, document: Document, place: int = 0) -> Taken:
        await asyncio.wait_for(known.wait(), 60)
        return await facts(self, document, place)

    monkeypatch.setattr(Desk, "facts", slow)
    return known


async def test_a_key_that_acts_on_facts_waits_for_them_when_it_was_typed_before_the_article_came(
    opened: Open, tmp_path: Path, facts_may_come: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("The talks of Joe Biden with the French went on for most of the day.\n\n" * 20)
    first_file, typed = Desk.first_file, threading.Event()

    def late(self: Desk) -> Document | None:
        typed.wait(5)
        return first_file(self)

    monkeypatch.setattr(Desk, "first_file", late)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        pressed = asyncio.create_task(story.pilot.press("e"))
        await asyncio.sleep(0.05)
        typed.set()
        await asyncio.sleep(0.5)  # not by the pilot, which waits until the key is answered
        facts_may_come.set()
        await pressed
        await story.wait_until(lambda: story.selected_text == "Joe Biden")


async def test_a_jump_is_made_when_facts_come_late(opened: Open, tmp_path: Path, facts_may_come: asyncio.Event) -> None:
    (tmp_path / "one.txt").write_text("The talks of Joe Biden with the French went on for most of the day.\n\n" * 20)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        await story.wait_until(lambda: story.app.desk.list.count == 1 and story.app.desk.settled)
        pressed = asyncio.create_task(story.pilot.press("e"))
        await asyncio.sleep(4 * FACTS_WITHIN)  # not by the pilot, which waits until the facts are there
        assert story.status == FINDING
        assert not story.selected_text
        facts_may_come.set()
        await pressed
        await story.wait_until(lambda: story.selected_text == "Joe Biden")


async def test_one_can_look_about_before_the_library_knows_the_first_file(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("The talks of Joe Biden with the French went on for most of the day.\n\n" * 200)
    known, take_in = threading.Event(), Desk._take_in

    def late(self: Desk, *given: Any) -> None:
        known.wait(20)
        take_in(self, *given)

    monkeypatch.setattr(Desk, "_take_in", late)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        await story.wait_until(lambda: story.screen.view.document is not None)
        await story.pilot.press("space")
        await story.wait_until(lambda: story.screen.view.scroll_offset.y > 0)
        await story.pilot.press("e")  # typed ahead of the facts
        await story.wait_until(lambda: story.selected_text == "Joe Biden")
        assert story.app.desk.list.count == 0
        known.set()


async def test_a_sign_turns_until_the_first_file_is_on_the_screen(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("Joe Biden met Emmanuel Macron in Geneva.")
    come, first_file = threading.Event(), Desk.first_file

    def late(self: Desk) -> Document | None:
        come.wait(20)
        return first_file(self)

    def turning() -> bool:
        return any(sign in story.screen_text() for sign in SIGNS)

    monkeypatch.setattr(Desk, "first_file", late)
    async with opened(tmp_path / "one.txt", home=tmp_path / "new", wait=False) as story:
        await story.wait_until(turning)
        come.set()
        await story.wait_until(lambda: story.screen.view.document is not None)
        await story.settle()
        assert not turning()


async def test_an_article_that_was_left_before_its_facts_came_is_read_all_the_same(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "library"
    async with opened() as story:
        monkeypatch.setattr("reader.tui.screens.reading.FACTS_FIRST", 60.0)
        never = asyncio.Event()

        async def late(self: Desk, *given: Any) -> Taken:
            await never.wait()
            raise AssertionError

        monkeypatch.setattr(Desk, "facts", late)
        await story.pilot.press("J")
        second = story.app.desk.list.row(1)
        assert second is not None
        await story.wait_until(lambda: story.title == second.title)
        await story.pilot.press("q")
    with Library.open(home) as library:
        assert library.settings(second.id).read
