"""The mirror: notes follow the library, and nobody's edit is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.exchange.mirror import Mirror, chosen_mirror, keep_mirror
from reader.library import AddAnnotation, ChangeAnnotation, Library, RemoveAnnotation
from reader.model import Anchor, Annotation, Document, Span, document_id

TEXT = "The Kremlin confirmed the planned call. Biden and Putin spoke in December."
ID = document_id("url:https://example.org/call")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "settings" / "config.toml"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        opened.documents.put(Document(id=ID, origin="url:https://example.org/call", title="A call: yes?", text=TEXT))
        yield opened


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def mark(library: Library, words: str, note: str = "") -> Annotation:
    """Annotate some words."""
    document = library.documents.get(ID)
    assert document is not None
    start = document.text.index(words)
    anchor = Anchor.of(document.text, Span(start, start + len(words)), document.version)
    change = AddAnnotation(Annotation(document=ID, anchor=anchor, label="claim", note=note))
    library.do(change)
    return change.annotation


def names(vault: Path) -> list[str]:
    """Files of the vault."""
    return sorted(path.name for path in vault.iterdir())


def test_notes_follow_what_is_annotated(library: Library, vault: Path) -> None:
    mirror = Mirror(library, vault)
    assert mirror.update().written == 0
    first = mark(library, "Kremlin")
    assert mirror.behind
    assert mirror.update().written == 1
    assert not mirror.behind
    note = vault / "A call yes.md"
    assert "> Kremlin" in note.read_text("utf-8")
    assert mirror.update().unchanged == 1
    library.do(ChangeAnnotation.of(first, note="Who says so?"))
    mirror.update()
    assert "Who says so?" in note.read_text("utf-8")
    library.do(RemoveAnnotation.of(first))
    assert mirror.update().removed == 1
    assert names(vault) == []
    library.undo()
    mirror.update()
    assert names(vault) == ["A call yes.md"]


def test_an_edit_by_somebody_else_is_left_alone_and_then_kept_as_a_copy(library: Library, vault: Path) -> None:
    mark(library, "Kremlin")
    Mirror(library, vault).update()
    note = vault / "A call yes.md"
    note.write_text(note.read_text("utf-8") + "my own words\n", "utf-8")
    done = Mirror(library, vault).update()
    assert done.written == 0
    assert "somebody else" in done.notices[0]
    assert "my own words" in note.read_text("utf-8")
    mark(library, "Biden")
    Mirror(library, vault).update()
    assert names(vault) == ["A call yes (copy).md", "A call yes.md"]
    assert "my own words" in (vault / "A call yes (copy).md").read_text("utf-8")
    assert "> Biden" in note.read_text("utf-8")
    assert Mirror(library, vault).update().notices == []


def test_an_edited_note_stays_when_nothing_is_annotated_any_more(library: Library, vault: Path) -> None:
    made = mark(library, "Kremlin")
    Mirror(library, vault).update()
    (vault / "A call yes.md").write_text("mine now", "utf-8")
    library.do(RemoveAnnotation.of(made))
    Mirror(library, vault).update()
    assert (vault / "A call yes.md").read_text("utf-8") == "mine now"


def test_a_note_of_the_same_name_that_is_not_ours_is_never_touched(library: Library, vault: Path) -> None:
    vault.mkdir()
    (vault / "a CALL yes.md").write_text("mine", "utf-8")
    mark(library, "Kremlin")
    Mirror(library, vault).update()
    assert names(vault) == [f"A call yes {ID[:8]}.md", "a CALL yes.md"]
    assert (vault / "a CALL yes.md").read_text("utf-8") == "mine"


def test_a_forgotten_memory_loses_nothing(library: Library, vault: Path) -> None:
    mark(library, "Kremlin")
    Mirror(library, vault).update()
    (library.home / "mirror.json").write_text("{broken", "utf-8")
    Mirror(library, vault).update()
    assert all("> Kremlin" in path.read_text("utf-8") for path in vault.iterdir())


def test_a_memory_that_names_other_folders_is_refused(library: Library, vault: Path, tmp_path: Path) -> None:
    """The memory is a file like any other: what it names must lie in the folder."""
    (tmp_path / "outside.md").write_text("mine", "utf-8")
    made = mark(library, "Kremlin")
    Mirror(library, vault).update()
    memory = library.home / "mirror.json"
    memory.write_text(memory.read_text("utf-8").replace("A call yes.md", "../outside.md"), "utf-8")
    library.do(RemoveAnnotation.of(made))
    with pytest.raises(Exception, match="no name of a file"):
        Mirror(library, vault).update()
    assert (tmp_path / "outside.md").read_text("utf-8") == "mine"


def test_a_deleted_note_is_written_again(library: Library, vault: Path) -> None:
    mark(library, "Kremlin")
    Mirror(library, vault).update()
    (vault / "A call yes.md").unlink()
    assert Mirror(library, vault).update().written == 1


def test_web_annotations_beside_the_notes(library: Library, vault: Path) -> None:
    mark(library, "Kremlin")
    Mirror(library, vault).update()
    Mirror(library, vault, "w3c").update()
    assert names(vault) == ["A call yes.jsonld", "A call yes.md"]
    assert Mirror(library, vault).update().unchanged == 1


def test_the_settings_name_the_folder(vault: Path) -> None:
    assert chosen_mirror() == ("", "markdown")
    keep_mirror(str(vault), "w3c")
    assert chosen_mirror() == (str(vault), "w3c")
