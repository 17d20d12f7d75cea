"""What a search can ask of the library: actors, dates, tags, sources, states; and the groups of what it found."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import (
    AddAnnotation,
    ChangeAnnotation,
    Library,
    RemoveAnnotation,
    Scope,
    SetRead,
    SetRemoved,
    SetStarred,
    SetTag,
    operators,
)
from reader.library.days import days
from reader.library.migrations import LIBRARY, migrate
from reader.library.searching import searcher
from reader.model import ActorMention, Annotation, DateFact, Fact, Published, Quote
from tests.library.articles import article

EXTRACTOR = 7


def actor(value: str, type: str = "person", start: int = 0) -> ActorMention:
    return ActorMention(start=start, end=start + 3, text="The", type=type, value=value, actor="a1")  # type: ignore[arg-type]  # plain names


def date(value: str) -> DateFact:
    return DateFact(start=0, end=3, text="The", type="DATE", value=value)


def quote(speaker: str) -> Quote:
    return Quote(start=0, end=3, text="The", direct=True, speaker=speaker)


def put(library: Library, name: str, facts: tuple[Fact, ...] = (), published: str = "", source: str = "") -> str:
    row = library.documents.put(article(name, text=f"The text of {name}.", published=published, source=source))
    library.facts.put(row.version, EXTRACTOR, facts, Published.parse(published) if published else None)
    return row.id


@pytest.fixture
def filled(library: Library) -> Library:
    put(
        library, "a", (actor("Joe Biden"), actor("Genève", "place"), date("2022-01-10"), quote("Josep Borrell")),
        "2021-12-30", "The Guardian",
    )  # fmt: skip
    put(
        library, "b", (actor("Владимир Путин"), actor("Paris", "place"), actor("Joe Biden"), date("2022-01")),
        "2022-01-05T20:30:00+01:00", "Le Monde",
    )  # fmt: skip
    put(library, "c", (actor("Paris Hilton"), actor("Hunter Biden"), date("2022"), quote("Joe Biden")), "2022-02-01")
    put(library, "d", (date("XXXX-01-10"), date("2021-W52")))
    return library


@pytest.fixture(params=[5000, 0], ids=["found once", "asked of each"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to ask must answer the same."""
    monkeypatch.setattr(operators, "_FEW", request.param)


def found(library: Library, query: str, scope: Scope | None = None) -> str:
    """Names of the articles found, and what was left out."""
    results = searcher(library, scope or Scope()).search(query)
    return "".join(sorted(hit.title[-1] for hit in results.hits)) + "".join(f" {note}" for note in results.notes)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("actor:biden", "abc"),
        ('actor:"joe BIDÉN"', "ab"),
        ("actor:hunter", "c"),
        ("actor:putin", "b"),
        ("actor:geneve", "a"),
        ("actor:bid", "abc"),
        ("actor:nobody", ""),
        ("actor:borrell", ""),
        ("place:paris", "b"),
        ("place:gen", "a"),
        ("said:borrell", "a"),
        ("said:biden", "c"),
        ("-actor:biden", "d"),
        ("text actor:biden -place:paris", "ac"),
        ("when:2022-01..2022-02", "ab"),
        ("when:2022", "abc"),
        ("when:2022-01-10", "a"),
        ("when:2022-01-11..", ""),
        ("when:..2021", ""),
        ("when:2021-12-27..2022-01-02", "d"),
        ("when:2021..2022-01-09", "d"),
        ("on:2022", "bc"),
        ("on:2022-01-05", "b"),
        ("on:..2022-01-05", "ab"),
        ("on:2022-01-06..", "c"),
        ("on:2020", ""),
        ("-on:2022", "ad"),
        ("source:guard", "a"),
        ('source:"LE MONDE"', "b"),
        ("source:e", "ab"),
        ("source:times", ""),
        ("is:unread", "abcd"),
        ("is:read", ""),
        ("is:noted", ""),
        ("is:removed", ""),
    ],
)
def test_operators_choose_articles(filled: Library, query: str, names: str) -> None:
    assert found(filled, query) == names


@pytest.mark.usefixtures("few")
def test_states_and_tags_follow_the_reader(filled: Library) -> None:
    by_name = {row.title[-1]: row.id for row in filled.documents.rows()}
    filled.do(SetRead(by_name["a"], True))
    filled.do(SetStarred(by_name["b"], True))
    filled.do(SetTag(by_name["c"], "Élection 2022", True))
    filled.do(SetRemoved(by_name["d"], True))
    filled.documents.mark_missing([row.rowid for row in filled.documents.rows() if row.id == by_name["a"]])
    with filled._library.writing() as connection:
        connection.execute("UPDATE document SET notes = 2 WHERE id = ?", (by_name["b"],))
    assert found(filled, "is:read") == "a"
    assert found(filled, "is:unread") == "bc"
    assert found(filled, "is:starred") == "b"
    assert found(filled, "is:noted") == "b"
    assert found(filled, "is:missing") == "a"
    assert found(filled, "is:removed") == "d"
    assert found(filled, "text is:removed") == "d"
    assert found(filled, "-is:removed text") == "abc"
    assert found(filled, "is:removed", Scope(paths=("/news/a.md",))) == ""
    assert found(filled, "is:removed", Scope(paths=("/news",))) == "d"
    assert found(filled, 'tag:"election 2022"') == "c"
    assert found(filled, 'tag:"#Élection 2022"') == "c"
    assert found(filled, "tag:election") == ""
    assert found(filled, "is:starred actor:putin on:2022-01") == "b"


def test_what_a_searcher_remembers_follows_the_library(filled: Library) -> None:
    finder = searcher(filled)
    assert len(finder.search("actor:biden").hits) == 3
    put(filled, "e", (actor("Joe Biden"),), "2022-03-01")
    assert len(finder.search("actor:biden").hits) == 4


def test_labels_and_notes_are_asked_for(filled: Library) -> None:
    ids = {row.title[-1]: row.id for row in filled.documents.rows()}
    claim = AddAnnotation(Annotation(document=ids["a"], label="claim", note="Ask Élodie, twice", tags=("later",)))
    filled.do(claim)
    filled.do(AddAnnotation(Annotation(document=ids["b"], note="Élodie answered")))
    assert found(filled, "text label:claim") == found(filled, "text label:CLAI") == "a"
    assert found(filled, "label:quote") == ""
    assert set(found(filled, "note:elodie")) == set("ab")
    assert found(filled, 'note:"ask elodie"') == found(filled, "note:twic") == found(filled, "note:later") == "a"
    assert set(found(filled, "is:noted")) == set("ab")
    filled.do(ChangeAnnotation.of(claim.annotation, note="settled"))
    assert found(filled, "note:elodie") == "b"
    filled.do(RemoveAnnotation.of(claim.annotation))
    assert found(filled, "label:claim") == found(filled, "note:settled") == ""
    filled.undo()
    assert found(filled, "label:claim") == found(filled, "note:settled") == "a"


def test_only_facts_of_the_present_date_and_text_count(filled: Library) -> None:
    row = next(row for row in filled.documents.rows() if row.title.endswith("a"))
    filled.facts.put(row.version, EXTRACTOR, (actor("Somebody Else"),), Published.parse("2000-01-01"))
    assert found(filled, "actor:somebody") == ""
    filled.documents.put(article("a", text="Another text.", published="2021-12-30"))
    assert found(filled, "actor:genève") == ""


def test_lists_of_actors_leave_speakers_out(filled: Library) -> None:
    assert filled.facts.with_actor("Josep Borrell") == []
    assert [one.title for one in filled.facts.with_actor("Joe Biden")] == ["Article b", "Article a"]


def test_what_is_found_falls_into_groups(filled: Library) -> None:
    facets = searcher(filled).facets("text")
    assert facets.count == 4
    assert next(iter(facets.groups["actor"].items())) == ("Joe Biden", 2)
    assert set(facets.groups["actor"]) == {
        "Joe Biden", "Genève", "Владимир Путин", "Paris", "Paris Hilton", "Hunter Biden",
    }  # fmt: skip
    assert facets.groups["month"] == {"2021-12": 1, "2022-01": 1, "2022-02": 1}
    assert facets.groups["source"] == {"The Guardian": 1, "Le Monde": 1}


def test_groups_show_the_commonest_only(library: Library) -> None:
    for number in range(24):
        put(library, f"x{number:02}", tuple(actor(f"Actor {n}") for n in range(number % 8)), source=f"Source {number}")
    groups = searcher(library).facets("text").groups
    assert len(groups["source"]) == 20
    assert next(iter(groups["actor"])) == "Actor 0"
    assert "Actor 6" not in groups["actor"]  # beyond the foremost of its articles
    assert groups["month"] == {}


def test_facts_of_an_older_library_are_taken_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, LIBRARY, LIBRARY.steps()[:2])
    connection.execute("INSERT INTO fact_set VALUES (1, 'v', 3, '', 0, x'00')")
    connection.execute("INSERT INTO actor_in VALUES ('biden', '', 1, 'person', 'Biden', 1, 0)")
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.facts.get("v", 3) is None
        library.facts.put("v", 3, (actor("Biden"),))
        assert library.facts.get("v", 3) is not None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-10", "2022-01-10", "2022-01-10"),
        ("2022-01-10T20:30", "2022-01-10", "2022-01-10"),
        ("2022-01-10TEV", "2022-01-10", "2022-01-10"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2021-W52", "2021-12-27", "2022-01-02"),
        ("2021-W52-WE", "2022-01-01", "2022-01-02"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H2", "2022-07-01", "2022-12-31"),
        ("2022-SU", "2022-06-01", "2022-08-31"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("202", "2020-01-01", "2029-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
    ],
)
def test_values_of_dates_cover_days(value: str, first: str, last: str) -> None:
    assert days(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    ["XXXX-01-10", "PAST_REF", "2022-13", "2022-02-30", "2021-W60", "0000", "00", "9999-WI", "P2D", "", "202-01"],
)
def test_what_is_no_day_covers_none(value: str) -> None:
    assert days(value) is None


@given(st.text("0123456789-WQHTXESPU:", max_size=12))
def test_any_value_covers_days_in_order_or_none(value: str) -> None:
    covered = days(value)
    assert covered is None or covered[0] <= covered[1]
