"""Any sequence of what a reader does, undone, gives the first state; done again, the last."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import (
    AddAnnotation,
    AddCorrection,
    AnnotationFilter,
    AnnotationSort,
    Change,
    ChangeAnnotation,
    ForgetLabel,
    ForgetSearch,
    Library,
    LibraryError,
    PutLabel,
    RemoveAnnotation,
    RemoveCorrection,
    RenameLabel,
    SaveSearch,
    SetPublished,
    SetStarred,
    SetTag,
    Several,
)
from reader.library.changes import change_from_json
from reader.model import ActorMention, Anchor, Annotation, Correction, Label, Span
from tests.library.articles import article

TEXT = "The talks in Geneva begin on Monday and the Kremlin is there."
IDS = tuple(f"{n:032x}" for n in range(4))
NAMES = st.sampled_from(["actor", "claim", "mine", "two words", "é"])
ANCHORS = st.tuples(st.integers(0, 20), st.integers(1, 30)).map(
    lambda pair: Anchor.of(TEXT, Span(pair[0], pair[0] + pair[1]), "v")
)
NOTES = st.sampled_from(["", "why?", "**bold**\n\nsecond paragraph"])
TAGS = st.sampled_from([(), ("x",), ("x", "later")])
FACT = ActorMention(start=13, end=19, text="Geneva", type="place", value="Geneva", actor="a1")


def any_annotation(documents: Sequence[str]) -> st.SearchStrategy[Annotation]:
    return st.builds(
        Annotation,
        id=st.sampled_from(IDS),
        document=st.sampled_from(documents),
        anchor=st.none() | ANCHORS,
        label=NAMES,
        note=NOTES,
        tags=TAGS,
    )


def corrections(documents: Sequence[str]) -> st.SearchStrategy[Correction]:
    return st.builds(
        Correction,
        id=st.sampled_from(IDS),
        verdict=st.sampled_from(["accepted", "rejected", "corrected", "added"]),
        kind=st.just("actor"),
        text=st.just("Geneva"),
        document=st.sampled_from([*documents, ""]),
        anchor=ANCHORS,
        type=st.just("place"),
        fact=st.just(FACT),
    )


def changes(documents: Sequence[str]) -> st.SearchStrategy[Change]:
    document, ids = st.sampled_from(documents), st.sampled_from(IDS)
    labels = st.builds(Label, NAMES, st.sampled_from(["", "1", "2", "9"]), st.just("accent"))
    single: st.SearchStrategy[Change] = st.one_of(
        st.builds(AddAnnotation, any_annotation(documents)),
        st.builds(ChangeAnnotation, ids, st.none() | NAMES, st.none() | NOTES, st.none() | TAGS, st.none() | ANCHORS),
        st.builds(RemoveAnnotation, ids, st.booleans()),
        st.builds(PutLabel, labels),
        st.builds(ForgetLabel, NAMES),
        st.builds(RenameLabel, NAMES, NAMES),
        st.builds(AddCorrection, corrections(documents)),
        st.builds(RemoveCorrection, ids),
        st.builds(SetTag, document, st.sampled_from(["x", "y"]), st.booleans()),
        st.builds(SetStarred, document, st.booleans()),
        st.builds(SetPublished, document, st.sampled_from([None, "2021-12-30"])),
        st.builds(SaveSearch, st.sampled_from(["s", "t"]), st.sampled_from(["label:claim", "geneva"])),
        st.builds(ForgetSearch, st.sampled_from(["s", "t"])),
    )
    return single | st.builds(Several, st.lists(single, max_size=4).map(tuple))


def state(library: Library, documents: Sequence[str]) -> object:
    """All that the reader made, as each part of the library shows it."""
    every = library.annotations.all(AnnotationFilter(removed=None))
    rows = [library.documents.row(id) for id in documents]
    with library.connect() as connection:
        copies = [
            connection.execute("SELECT * FROM annotated ORDER BY id").fetchall(),
            connection.execute("SELECT * FROM note_word ORDER BY 1, 2").fetchall(),
        ]
    return (
        sorted((one.id, one) for one in every),
        library.annotations.labels(),
        [library.annotations.corrections(id) for id in documents],
        [library.settings(id) for id in documents],
        [(row.notes, row.tags, row.starred, str(row.published)) for row in rows if row],
        library.saved_searches(),
        copies,
    )


def tried(library: Library, change: Change) -> bool:
    """Do it; False when it is about something that is not there, which must leave no trace."""
    try:
        library.do(change)
    except LibraryError:
        return False
    return True


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_as_many_undos_give_the_first_state_and_redos_the_last(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        documents = [library.documents.put(article(name, text=TEXT + name)).id for name in "ab"]
        states = [state(library, documents)]
        for change in data.draw(st.lists(changes(documents), max_size=8)):
            before = state(library, documents)
            if tried(library, change):
                states.append(state(library, documents))
            else:
                assert state(library, documents) == before
        if data.draw(st.booleans()):
            library.close()
            library = Library.open(Path(folder))
        for before in reversed(states[:-1]):
            assert library.undo() is not None
            assert state(library, documents) == before
        assert library.undo() is None
        for after in states[1:]:
            assert library.redo() is not None
            assert state(library, documents) == after
        assert library.redo() is None
        assert library.check() == []
        library.close()


@settings(max_examples=80)
@given(changes(["a", "b"]))
def test_changes_come_back_from_json(change: Change) -> None:
    assert change_from_json(change.to_json()) == change


def test_an_annotation_is_kept_by_label_article_and_feed_alike(library: Library) -> None:
    row = library.documents.put(article())
    made = AddAnnotation(Annotation(document=row.id, anchor=Anchor.of(TEXT, Span(13, 19), row.version), label="mine"))
    library.do(PutLabel(Label("mine", "1")))
    library.do(made)
    library.do(ForgetLabel("mine"))
    assert library.annotations.of(row.id) == [made.annotation]
    assert library.annotations.label_counts() == {"mine": 1}
    library.documents.put(article(text="Another text altogether."))
    assert library.documents.get(row.id, row.version) is not None  # the text that it is anchored in is kept


def test_a_digit_goes_over_to_the_label_that_takes_it(library: Library) -> None:
    library.do(PutLabel(Label("mine", "1")))
    keys = {label.name: label.key for label in library.annotations.labels()}
    assert (keys["mine"], keys["actor"]) == ("1", "")
    library.undo()
    assert {label.name: label.key for label in library.annotations.labels()}["actor"] == "1"
    for wrong in (Label("", "1"), Label("x", "12"), Label("x", "a"), Label("\n", "")):
        with pytest.raises(ValueError, match="label"):
            PutLabel(wrong)


def test_titles_tell_what_undo_takes_back(library: Library) -> None:
    row = library.documents.put(article())
    anchor = Anchor.of(TEXT, Span(13, 19), row.version)
    add = AddAnnotation(Annotation(document=row.id, anchor=anchor, label="actor", note="x\x1b[2J"))
    titles = [library.do(add).title]
    titles.append(library.do(ChangeAnnotation.of(add.annotation, label="date", note="y")).title)
    titles.append(library.do(RemoveAnnotation.of(add.annotation)).title)
    titles.append(library.do(AddAnnotation(Annotation(document=row.id, note="whole"))).title)
    assert titles == [
        "“actor” with a note on “Geneva”",
        "change the label and note of “Geneva”",
        "delete “actor” on “Geneva”",
        "note on the article",
    ]
    assert add.annotation.note == "x␛[2J"
    assert [(entry.title, stands) for entry, stands in library.journal.history()] == [
        (title, True) for title in reversed(titles)
    ]
    library.undo()
    assert [stands for _, stands in library.journal.history()] == [False, True, True, True]
    library.do(SetStarred(row.id, True))
    assert [entry.title for entry, _ in library.journal.history()] == ["star", *reversed(titles[:3])]


def test_notes_are_found_and_sorted(library: Library) -> None:
    row = library.documents.put(article())
    for number, (start, label, note) in enumerate([(30, "claim", "Élan"), (0, "actor", ""), (13, "claim", "later")]):
        anchor = Anchor.of(TEXT, Span(start, start + 6), row.version)
        made = Annotation(document=row.id, anchor=anchor, label=label, note=note, created=f"2022-01-0{number + 1}")
        library.do(AddAnnotation(made))

    def found(**chosen: object) -> list[int]:
        return [one.anchor.start for one in library.annotations.all(AnnotationFilter(**chosen)) if one.anchor]  # type: ignore[arg-type]  # the fields of a filter

    assert found() == [0, 13, 30]
    assert found(label="claim") == [13, 30]
    assert found(text="elan") == [30]
    assert found(text="GENEVA later") == [13]
    assert found(noted=False) == [0]
    assert found(documents=("other",)) == []
    assert library.annotations.count(AnnotationFilter(label="claim")) == 2
    latest = library.annotations.all(sort=AnnotationSort.CREATED, limit=2)
    assert [one.created[:10] for one in latest] == ["2022-01-03", "2022-01-02"]


def test_drafts_are_kept_apart_from_what_was_done(library: Library, tmp_path: Path) -> None:
    library.annotations.set_draft("note:a", "half a thou")
    library.annotations.set_draft("note:b", "")
    assert library.undo() is None
    library.close()
    with Library.open(tmp_path / "home") as again:
        assert again.annotations.drafts("note:") == {"note:a": "half a thou"}
        again.annotations.drop_draft("note:a")
        assert again.annotations.draft("note:a") is None
