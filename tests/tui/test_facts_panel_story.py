"""The facts panel: a summary, one line that says it all, orders, what is less sure."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from reader.extract.pipeline import extract
from reader.extract.summary import Summary, summary_of
from reader.markdown.cells import cells
from reader.markdown.fit import fit_parts
from reader.model import KINDS, Event, Published
from reader.tui.fact_rows import ORDERS, fact_rows
from reader.tui.summary_line import summary_lines
from tests.tui.conftest import SEEDS, Open

ARTICLE = SEEDS / "000_73ca37d0c5ce4629.txt"
TEXT = ARTICLE.read_text("utf-8")
FACTS = extract(TEXT, Published(dt.date(2021, 12, 30)))


def test_the_summary_is_who_when_and_where() -> None:
    summary = summary_of(FACTS)
    assert set(summary.who[:2]) == {"Biden", "Putin"}
    assert summary.when[0] == "2021-12-30"
    assert set(summary.where[:2]) == {"Ukraine", "Geneva"}
    assert not summary_of(())


def test_the_summary_has_a_line_for_who_where_it_is_narrow() -> None:
    summary = Summary(("Biden", "Putin", "Kremlin"), ("2021-12-30",), ("Geneva", "Ukraine"))
    assert summary_lines(summary, 30) == ["Biden, Putin, Kremlin", "30 Dec 2021 · Geneva, Ukraine"]
    assert summary_lines(summary, 44) == ["Biden, Putin · 30 Dec 2021 · Geneva, Ukraine"]
    assert summary_lines(Summary(when=("2021-12-30",)), 8) == ["30 Dec 2021"]
    assert summary_lines(Summary(), 30) == []


NAMES = st.lists(st.text("abcdefgh é界", min_size=1, max_size=20).map(str.strip).filter(bool), max_size=4).map(tuple)


@given(st.builds(Summary, NAMES, st.just(()), NAMES), st.integers(10, 100))
def test_a_summary_fits_unless_its_first_word_does_not(summary: Summary, width: int) -> None:
    for line in summary_lines(summary, width):
        assert cells(line) <= width or " · " not in line


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.integers(1, 80))
def test_parts_fill_the_width_and_each_is_seen(parts: list[str], width: int) -> None:
    assert cells(fit_parts(parts, width)) == width


def test_a_row_of_an_event_shows_who_what_and_whom_however_narrow() -> None:
    rows = [row for row in fact_rows(FACTS, {"event"}) if row.label.startswith("Joe Biden – plans")]
    assert [row.label for row in rows] == ["Joe Biden – plans to speak to – Vladimir Putin"]
    assert (rows[0].detail, rows[0].brief) == ("30 Dec 2021", "30 Dec")
    assert fit_parts(rows[0].parts, 20) == "Biden–plans t…–Putin"


def test_orders_keep_every_row_under_its_heading() -> None:
    usual = fact_rows(FACTS, KINDS)
    for order in ORDERS:
        rows = fact_rows(FACTS, KINDS, order=order)
        assert [row.label for row in rows if row.is_heading] == [row.label for row in usual if row.is_heading]
        assert sorted(row.label for row in rows) == sorted(row.label for row in usual)
    texts = [
        row.facts[0].start for row in fact_rows(FACTS, {"event"}, order="text") if row.facts and row.kind == "event"
    ]
    sure = texts[: len([row for row in fact_rows(FACTS, {"event"}, unfolded=False) if row.facts])]
    assert sure == sorted(sure)


def test_by_time_and_by_actor() -> None:
    timed = [row for row in fact_rows(FACTS, {"event"}, order="time", unfolded=False) if row.facts]
    first = timed[0].facts[0]
    assert isinstance(first, Event)
    assert first.when is not None
    assert first.when.value == "2014"
    by_actor = [row for row in fact_rows(FACTS, {"quote"}, order="actor", unfolded=False) if row.facts]
    speakers = [row.label.split(":")[0] for row in by_actor]
    assert speakers == [
        one for at, one in enumerate(speakers) if one not in speakers[:at] for _ in range(speakers.count(one))
    ]


async def test_less_sure_facts_are_folded_until_asked_for(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        panel = story.screen.panel
        assert panel.rows[-1].label == "▸ Less sure"
        count = int(panel.rows[-1].detail)
        before = len(panel.rows)
        await story.press("tab")
        panel.move_to(before - 1)
        await story.press("enter")
        assert len(panel.rows) == before + count
        assert panel.rows[before - 1].label == "▾ Less sure"
        await story.press("0")
        assert len(panel.rows) == before


async def test_sorting_keeps_the_cursor_on_its_fact(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        panel = story.screen.panel
        await story.press("tab")
        row = next(at for at, one in enumerate(panel.rows) if one.kind == "event")
        panel.move_to(row + 3)
        fact = panel.fact
        for order in ("text", "time", "actor", "as they count"):
            await story.press("equals_sign")
            assert panel.fact == fact
            assert story.status == f"Facts sorted: {order}."


async def test_the_panel_follows_the_caret_and_the_text_stays(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        await story.press("v")
        view, panel = story.screen.view, story.screen.panel
        scroll = view.scroll_y
        seen = set()
        for _ in range(8):
            await story.press("w")
            seen |= {row.label for row in panel.rows if row.facts and panel.is_marked(row)}
        assert {"Joe Biden, US President", "Vladimir Putin, Russian President"} <= seen
        assert view.scroll_y == scroll


async def test_enter_shows_the_fact_with_its_sentence(opened: Open) -> None:
    async with opened(ARTICLE, size=(80, 16)) as story:
        await story.press("i")
        fact = await story.choose_fact("Josep Borrell")
        assert story.selected_text == fact.text
        assert "“We do not want to" in story.shown
        assert "Representative Josep Borrell." in story.shown


async def test_a_summary_stands_on_top(opened: Open) -> None:
    async with opened(ARTICLE) as story:
        assert story.screen.panel.rows[0].kind == "summary"
        first = story.screen.panel.rows[0].label
        assert "Biden" in first
        assert "Putin" in first
        await story.press("tab", "slash")
        await story.type("Geneva")
        assert story.screen.panel.rows[0].kind != "summary"
