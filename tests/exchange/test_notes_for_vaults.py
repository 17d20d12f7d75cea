"""Markdown notes: front matter that any YAML reader takes, quotations that show as they are, the reader's templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from string import Template

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange import markdown_notes
from reader.exchange.errors import ExchangeError
from reader.exchange.templates import Templates, write_usual
from reader.markdown.build import build_markdown
from reader.model import ActorMention, Annotation, Placed, clean, clean_line
from tests.exchange.articles import article, random_article


def front(note: str) -> dict[str, object]:
    """The front matter of a note."""
    assert note.startswith("---\n")
    found = yaml.safe_load(note[4 : note.index("\n---\n", 3)])
    assert isinstance(found, dict)
    return found


def test_front_matter_is_yaml_for_any_article() -> None:
    for seed in range(200):
        marked = random_article(seed, facts=True)
        found = front(markdown_notes.write(marked))
        assert found["title"] == marked.document.title
        assert found["dateline"] == marked.document.id
        assert all(isinstance(tag, str) and " " not in tag for tag in found.get("tags", []))  # type: ignore[attr-defined]  # a list
        assert str(found.get("published", "2021-12-30")) == "2021-12-30"


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_title_comes_back_from_the_front_matter(title: str) -> None:
    title = clean_line(title)
    marked = article("Text here", title=title)
    assert front(markdown_notes.write(marked)).get("title", "") == title


@given(st.text(alphabet=st.sampled_from(list("ab *_`[]<>#&;~=%$|\\-+1.!^\n")), max_size=40))
@settings(max_examples=300, deadline=None)
def test_a_quotation_shows_as_it_was(words: str) -> None:
    """Rendered by a Markdown parser, the words are those of the article, white space aside."""
    words = clean(words)
    source = "\n".join(f"> {markdown_notes.plain(line)}" for line in words.split("\n") if line.strip())
    shown = build_markdown(source, id="x", origin="x")
    assert "".join(shown.text.split()) == "".join(words.split())


def test_a_note_has_quotations_notes_tags_links_and_block_ids() -> None:
    marked = article(
        "The Kremlin *confirmed* it.", ("Kremlin *confirmed*", "claim", "Who says so?"), origin="url:https://ex.org/a"
    )
    one = replace(marked.annotations[0], annotation=replace(marked.annotations[0].annotation, tags=("to check",)))
    actor = ActorMention(start=4, end=11, text="Kremlin", type="organisation", value="Kr[em]lin|x#", actor="a1")
    note = markdown_notes.write(replace(marked, annotations=(one,), facts=(actor,)))
    assert "> Kremlin \\*confirmed\\*\n\nWho says so?\n" in note
    assert "**claim** #to-check [↗](https://ex.org/a#:~:text=Kremlin%20%2Aconfirmed%2A) ^00000000" in note
    assert front(note)["actors"] == ["[[Kr em lin x]]"]
    assert front(note)["tags"] == ["to-check"]


def test_what_has_lost_its_place_is_told_apart() -> None:
    marked = article("Nothing here.")
    orphan = article("Once there were words.", ("words", "claim", "")).annotations[0].annotation
    whole = Annotation(id="f" * 32, document=marked.document.id, note="On the whole.")
    note = markdown_notes.write(replace(marked, annotations=(Placed(orphan, None, "orphan"), Placed(whole, None))))
    assert note.index("On the whole.") < note.index("## No longer in the text") < note.index("> words")


def test_the_reader_changes_the_templates(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text("$title by $author\n$quotes", "utf-8")
    (tmp_path / "quote.md").write_text("* $quote — $label ($sentence)", "utf-8")
    marked = article("The Kremlin confirmed. It did.", ("Kremlin", "claim", ""))
    note = markdown_notes.write(marked, Templates.of(tmp_path))
    assert note == "Talks in Geneva by Ann O’Nym\n* Kremlin — claim (The Kremlin confirmed.)\n"


def test_a_wrong_template_is_told_in_a_sentence_and_runs_nothing(tmp_path: Path) -> None:
    marked = article("The Kremlin confirmed.")
    for text, words in (("$nothing", "nothing"), ("5 $", "begins no name"), ("${title.__class__}", "begins no name")):
        with pytest.raises(ExchangeError, match=words):
            markdown_notes.write(marked, Templates(Template(text), Template("")))
    (tmp_path / "article.md").write_bytes(b"\xff\xfe")
    with pytest.raises(ExchangeError, match="UTF-8"):
        Templates.of(tmp_path)


def test_our_templates_are_written_once(tmp_path: Path) -> None:
    assert [path.name for path in write_usual(tmp_path / "templates")] == ["article.md", "quote.md"]
    assert write_usual(tmp_path / "templates") == []
    marked = random_article(5)
    assert markdown_notes.write(marked, Templates.of(tmp_path / "templates")) == markdown_notes.write(marked)
