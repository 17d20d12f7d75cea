"""A person says who is who."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.pipeline import EXTRACTOR, extract
from reader.library import Library
from reader.tui.screens.actor_choice import ActorChoiceScreen
from tests.tui.conftest import Open, Story

ARTICLES = {
    "one.md": "# Talks in Geneva\n\nRussian Foreign Minister Sergei Lavrov met Antony Blinken. Lavrov left early."
    " Mr Smith wrote about it. Blinken stayed.\n",
    "two.md": "# The minister speaks\n\nSergey Lavrov said on Monday that the talks with the United States went on.\n",
    "three.md": "# A new play\n\nThe actor Kirill Lavrov, who had died, was remembered in the theatre by friends.\n",
}


@pytest.fixture
def news(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of articles, and a library that has their facts."""
    folder, home = tmp_path / "news", tmp_path / "actors-library"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    with Library.open(home) as library:
        from reader.jobs.take_in import take_in

        take_in(library, [str(folder)], lambda done, total, failed: None)
        for row in library.documents.rows():
            document = library.documents.get(row.id)
            assert document is not None
            facts = extract(document.text, document.published, document.blocks)
            library.facts.put(document.version, EXTRACTOR, facts, document.published, document.text)
    return folder, home


async def at_lavrov(story: Story) -> None:
    await story.wait_until(lambda: story.title == "Talks in Geneva" and bool(story.screen.panel.rows))
    await story.choose_fact("Sergei Lavrov")


def asked(story: Story) -> ActorChoiceScreen:
    assert isinstance(story.app.screen, ActorChoiceScreen)
    return story.app.screen


def labels(story: Story) -> list[str]:
    return [row.label for row in story.screen.panel.rows if row.kind == "actor"]


def articles(story: Story, name: str) -> int:
    actor = story.app.desk.library.actors.of(name)
    return len(story.app.desk.library.actors.documents(actor)) if actor else 0


async def test_the_panel_says_it_all_in_32_columns(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home, size=(120, 36)) as story:
        await at_lavrov(story)
        assert story.screen.panel.size.width <= 32
        row = next(line for line in story.screen_text().splitlines() if "P Sergei Lavrov" in line)
        assert "Sergei Lavrov, Rus" in row
        assert "×2 +1" in row
        story.screen.set_focus(story.screen.panel)
        await story.press("j", "k")
        assert "Sergei Lavrov, Russian Foreign Minister · person · 2 mentions · in 1 other article: p" in story.status


async def test_an_actor_is_renamed_in_all_articles_and_back(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        await story.press("R")
        assert asked(story).rows.candidates[0].name == "Sergei Lavrov"
        await story.press("ctrl+u")
        await story.type("The minister")
        await story.press("enter")
        await story.wait_until(lambda: "The minister, Russian Foreign Minister" in labels(story))
        assert story.status == "Done: call “Sergei Lavrov” “The minister”.   u takes it back"
        assert articles(story, "The minister") == 2
        await story.press("u")
        assert story.status.startswith("Undone: call “Sergei Lavrov”")
        assert "Sergei Lavrov, Russian Foreign Minister" in labels(story)
        await story.press("ctrl+r")
        assert "The minister, Russian Foreign Minister" in labels(story)


async def test_two_actors_are_merged_in_this_article_only(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        await story.choose_fact("Smith")
        await story.press("plus")
        await story.type("lav")
        await story.wait_until(lambda: len(asked(story).rows.candidates) > 1)
        assert "Kirill Lavrov" in [one.name for one in asked(story).rows.candidates]
        await story.press("tab", "enter")
        await story.wait_until(lambda: not any(label.startswith("Smith") for label in labels(story)))
        assert story.status == "Done: merge “Smith” into “Sergei Lavrov” in this article.   u takes it back"
        await story.press("u")
        assert any(label.startswith("Smith") for label in labels(story))


async def test_a_name_is_split_off_and_given_to_another(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        story.screen.set_focus(story.screen.panel)
        await story.press("exclamation_mark")
        names = {one.name: one.detail for one in asked(story).rows.candidates}
        assert names["Lavrov"] == "1 × in this article"
        assert names["Sergey Lavrov"] == "in all: 1 article"
        await story.press("down", "enter")
        assert asked(story).rows.candidates[0].name == "Lavrov"
        await story.press("ctrl+u")
        await story.type("kirill")
        await story.wait_until(lambda: len(asked(story).rows.candidates) > 1)
        await story.press("down", "enter")
        await story.wait_until(lambda: "Kirill Lavrov" in " ".join(labels(story)))
        assert articles(story, "Kirill Lavrov") == 2
        assert articles(story, "Sergei Lavrov") == 2


async def test_without_an_actor_it_says_what_to_do(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        story.screen.view.set_current(None)
        for key in ("R", "plus", "exclamation_mark"):
            await story.press(key)
            assert story.status == "No actor is current: e goes to one."
        await story.press("e", "R")
        screen = asked(story)
        await story.press("ctrl+u")
        await story.press("enter")  # nothing to take
        await story.type("...")
        await story.press("enter")
        await story.wait_until(lambda: story.status == "A name has at least one letter.")
        assert not screen.is_current
        await story.press("R", "escape")
        assert story.app.screen is story.screen


async def test_enter_on_an_actor_goes_round_its_mentions(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        story.screen.set_focus(story.screen.panel)
        for words in ("Lavrov", "Sergei Lavrov"):
            await story.press("enter")
            assert story.selected_text == words
        overlay = story.screen.view._same_overlay
        assert len([names for *_, names in overlay.within(0, 500) if "same" in names]) == 2


async def test_an_engine_that_is_not_there_is_told_and_ours_does_it(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        story.app.desk.engine = "nonsense"
        await story.app.desk.in_writing(story.app.desk.choose_engine)
        await story.wait_until(lambda: "no actor engine “nonsense”" in story.status)
        assert story.app.desk.engine == "default"


async def test_counts_come_with_the_facts_of_the_other_articles(opened: Open, news: tuple[Path, Path]) -> None:
    folder, home = news
    async with opened(folder / "one.md", folder, home=home) as story:
        await at_lavrov(story)
        (folder / "four.md").write_text("# Four\n\nSergei Lavrov was there and so were all of the others.\n", "utf-8")
        await story.app.desk.refresh()
        library = story.app.desk.library
        row = library.documents.by_path(folder / "four.md")
        assert row is not None
        document = library.documents.get(row.id)
        assert document is not None
        library.facts.put(row.version, EXTRACTOR, extract(document.text), document.published)
        story.app.desk.on_facts()
        await story.wait_until(lambda: any(row.detail == "×2 +2" for row in story.screen.panel.rows))
        assert story.selected_text == "Sergei Lavrov"
