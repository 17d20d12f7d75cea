"""Export, citations and the mirror, from the keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.library import AddAnnotation, Library
from reader.model import Anchor, Annotation, Span
from reader.settings.config import parse_config
from reader.tui.screens.export_choice import ExportScreen
from tests.tui.conftest import Open, Story

ARTICLE = "000_73ca37d0c5ce4629.txt"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("HOME", str(tmp_path))


def annotate(library: Library, words: str) -> None:
    """Mark some words of the client's article."""
    row = next(row for row in library.documents.rows(limit=20) if row.path and row.path.endswith(ARTICLE))
    document = library.documents.get(row.id)
    assert document is not None
    start = document.text.index(words)
    anchor = Anchor.of(document.text, Span(start, start + len(words)), document.version)
    library.do(AddAnnotation(Annotation(document=row.id, anchor=anchor, label="claim")))


@pytest.fixture
def home(seeded: Path, tmp_path: Path) -> Path:
    """A library in which the Kremlin is marked."""
    home = tmp_path / "annotated"
    shutil.copytree(seeded, home)
    with Library.open(home) as library:
        annotate(library, "Kremlin")
    return home


def dialog(story: Story) -> ExportScreen:
    """The question, which must be open."""
    assert isinstance(story.app.screen, ExportScreen)
    return story.app.screen


async def test_the_open_article_is_written_where_the_status_line_says(opened: Open, home: Path, tmp_path: Path) -> None:
    async with opened(home=home) as story:
        await story.press("W")
        assert "this article" in story.screen_text()
        assert "~/Dateline" in story.screen_text()
        await story.press("enter")
        await story.wait_until(lambda: story.app.screen is story.screen)
        (note,) = (tmp_path / "Dateline").iterdir()
        assert note.suffix == ".md"
        assert story.status == f"1 annotation of 1 article written to {tmp_path / 'Dateline'}."
        assert "> Kremlin" in note.read_text("utf-8")


async def test_format_articles_and_folder_are_chosen_and_remembered(opened: Open, tmp_path: Path) -> None:
    async with opened(size=(80, 24)) as story:
        await story.press("W", "j", "j", "tab")
        assert dialog(story).wish.format.name == "html"
        assert dialog(story).wish.choice.words == "the list, 10 articles"
        await story.press("slash")
        for _ in "~/Dateline":
            await story.pilot.press("backspace")
        await story.type(str(tmp_path / "pages"))
        await story.press("enter", "enter")
        await story.wait_until(lambda: story.app.screen is story.screen)
        assert len(list((tmp_path / "pages").glob("*.html"))) == 10
        await story.press("W")
        assert (dialog(story).wish.format.name, dialog(story).wish.folder) == ("html", tmp_path / "pages")
        await story.press("escape")
        assert story.app.screen is story.screen


async def test_marked_articles_are_meant_first(opened: Open) -> None:
    async with opened(size=(160, 45)) as story:
        await story.press("tab", "tab", "space", "space")
        if not story.screen.articles.marked:
            await story.press("tab", "space", "space")
        await story.press("W")
        assert dialog(story).wish.choice.words == "the marked 2 articles"
        assert len(dialog(story).wish.choice.documents()) == 2


async def test_what_cannot_be_written_is_told_in_the_dialog(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "Dateline").write_text("a file is in the way", "utf-8")
    async with opened() as story:
        await story.press("W", "enter")
        await story.wait_until(lambda: "a file, not a" in " ".join(story.screen_text().split()))
        await story.press("escape")
        assert story.app.screen is story.screen


async def test_a_citation_comes_in_the_next_style_when_asked_again(opened: Open) -> None:
    async with opened() as story:
        sent: list[str] = []
        story.app.copy_to_clipboard = sent.append  # type: ignore[method-assign, assignment]  # what the terminal would get
        await story.press("e", "Y", "Y", "Y", "Y")
        words = story.selected_text
        assert sent[0].startswith(f"“{words}” (")
        assert sent[1].startswith(f"> {words}\n>\n> — ")
        assert sent[2].startswith("@")
        assert sent[3] == sent[0]
        await story.press("Y", "e", "Y")
        assert sent[5].startswith("“")
        assert "Y again: Markdown" in story.status


async def test_the_mirror_follows_what_is_annotated(opened: Open, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    async with opened() as story:
        story.app.take_config(parse_config(f'[mirror]\nfolder = "{vault}"\n'))
        annotate(story.app.desk.library, "Kremlin")
        story.screen._mirror()
        await story.wait_until(lambda: vault.is_dir() and bool(list(vault.glob("*.md"))))
        annotate(story.app.desk.library, "Geneva")
        (note,) = vault.glob("*.md")

        def followed() -> bool:
            story.screen._mirror()
            return "> Geneva" in note.read_text("utf-8")

        await story.wait_until(followed)
