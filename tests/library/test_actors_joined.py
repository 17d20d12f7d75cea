"""Actors over the library: joined as articles come in, and as the reader says."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.extract.actors.join import DocumentActor, join
from reader.library import Library, LibraryActor
from reader.library.actor_rules import merge_in, rename_in, split_in
from reader.library.actors import joined
from reader.library.searching import searcher
from reader.model import ActorMention, Event, Fact, Part, Published, Quote
from tests.library.articles import article

EXTRACTOR = 7


def mentions(*names: str) -> tuple[ActorMention, ...]:
    """Mentions of actors, each an actor of its own: ``Joe Biden``, ``place:Moscow``, ``Biden=Joe Biden`` (a mention
    of an actor that has another canonical name)."""
    found: list[ActorMention] = []
    ids: dict[tuple[str, str], str] = {}
    at = 0
    for name in names:
        type, _, rest = name.rpartition(":")
        text, _, value = rest.partition("=")
        key = (type or "person", value or text)
        id = ids.setdefault(key, f"a{len(ids) + 1}")
        found.append(
            ActorMention(start=at, end=at + len(text), text=text, type=key[0], value=key[1], actor=id)  # type: ignore[arg-type]  # plain names
        )
        at += len(text) + 1
    return tuple(found)


def put(library: Library, name: str, *names: str, published: str = "2022-01-10", facts: Sequence[Fact] = ()) -> str:
    row = library.documents.put(article(name, text=f"The text of {name}.", published=published))
    library.facts.put(row.version, EXTRACTOR, facts or mentions(*names), Published.parse(published))
    return row.id


def names(actor: LibraryActor | None) -> list[str]:
    assert actor is not None
    return sorted(name.value for name in actor.names if name.articles)


def articles(library: Library, name: str) -> str:
    actor = library.actors.of(name)
    return "".join(sorted(one.title[-1] for one in library.actors.documents(actor))) if actor else ""


def found(library: Library, query: str) -> str:
    return "".join(sorted(hit.title[-1] for hit in searcher(library).search(query).hits))


@pytest.fixture
def lavrovs(library: Library) -> Library:
    put(library, "a", "Sergei Lavrov", "Joe Biden", "place:Moscow")
    put(library, "b", "Sergey Lavrov", "Joe Biden")
    put(library, "c", "Lavrov")
    put(library, "d", "Sergei Lawrow", "organisation:NATO")
    return library


def test_every_article_with_lavrov_is_found_whatever_it_calls_him(lavrovs: Library) -> None:
    assert names(lavrovs.actors.of("sergei lavrov")) == ["Lavrov", "Sergei Lavrov", "Sergei Lawrow", "Sergey Lavrov"]
    for name in ("Lavrov", "Sergei Lavrov", "SERGEY LAVROV"):
        assert articles(lavrovs, name) == "abcd"
    assert found(lavrovs, 'actor:"sergei lavrov"') == "abcd"
    assert found(lavrovs, "actor:sergey") == "abcd"


def test_two_people_with_one_surname_stay_two(lavrovs: Library) -> None:
    put(lavrovs, "e", "Kirill Lavrov")
    assert articles(lavrovs, "Sergei Lavrov") == "abd"
    assert articles(lavrovs, "Kirill Lavrov") == "e"
    assert articles(lavrovs, "Lavrov") == "c"  # whose it is cannot be said
    assert found(lavrovs, "actor:lavrov") == "abcde"
    assert found(lavrovs, 'actor:"kirill lavrov"') == "e"


def test_a_bare_surname_is_the_one_of_whom_nearly_all_articles_speak(library: Library) -> None:
    for number in range(10):
        put(library, f"{number}", "Joe Biden")
    put(library, "a", "Hunter Biden")
    put(library, "b", "Biden")
    actor = library.actors.of("Joe Biden")
    assert actor is not None
    assert {name.value: name.confidence for name in actor.names}["Biden"] == 0.5


def test_an_id_finds_its_actor_again(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    assert lavrovs.actors.of(actor.id) == actor
    assert lavrovs.actors.ids([("person", "Sergey Lavrov"), ("place", "Nowhere")]) == {
        ("person", "Sergey Lavrov"): actor.id
    }
    # A name that no article has yet is joined as it would be.
    assert lavrovs.actors.ids([("person", "S. Lavrov")]) == {("person", "S. Lavrov"): actor.id}
    assert lavrovs.actors.of("nobody") is None


def test_actors_are_found_by_words_and_in_spite_of_a_slip(lavrovs: Library) -> None:
    lavrovs.documents.put(article("z", text="The minister Lavrov and Biden spoke in the morning of the day."))
    assert [actor.name for actor in lavrovs.actors.search("lav")] == ["Sergei Lavrov"]
    assert [actor.name for actor in lavrovs.actors.search("Lavrof")] == ["Sergei Lavrov"]
    assert lavrovs.actors.search("") == []


def test_who_stands_beside_whom_is_counted(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    assert [(one.name, count) for one, count in lavrovs.actors.with_(actor)] == [
        ("Joe Biden", 2),
        ("Moscow", 1),
        ("NATO", 1),
    ]


def test_in_how_many_other_articles(lavrovs: Library) -> None:
    id = put(lavrovs, "e", "Lavrov", "Someone New")
    pairs = [("person", "Lavrov"), ("person", "Someone New")]
    assert lavrovs.actors.elsewhere(pairs, id) == {("person", "Lavrov"): 4, ("person", "Someone New"): 0}


def test_facets_call_an_actor_by_one_name(lavrovs: Library) -> None:
    groups = searcher(lavrovs).facets('actor:"sergei lavrov"').groups
    assert groups["actor"]["Sergei Lavrov"] == 4


def test_a_name_that_no_article_has_any_more_is_forgotten(lavrovs: Library) -> None:
    row = lavrovs.documents.by_path("/news/d.md")
    assert row is not None
    lavrovs.facts.put(row.version, EXTRACTOR + 1, mentions("organisation:NATO"), Published.parse("2022-01-10"))
    assert names(lavrovs.actors.of("Lavrov")) == ["Lavrov", "Sergei Lavrov", "Sergey Lavrov"]
    assert lavrovs.actors.of("Sergei Lawrow") is None


# What the reader says


def test_a_name_that_the_reader_gave_holds_for_new_articles_and_is_undone(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    lavrovs.do(lavrovs.actors.rename(actor, "Foreign Minister of Russia"))
    put(lavrovs, "e", "Sergei Viktorovich Lavrov")
    assert articles(lavrovs, "Foreign Minister of Russia") == "abcde"
    assert found(lavrovs, 'actor:"foreign minister of russia"') == "abcde"
    shown = lavrovs.actors.settle("", mentions("Sergei Viktorovich Lavrov"))
    assert [fact.value for fact in shown if isinstance(fact, ActorMention)] == ["Foreign Minister of Russia"]
    assert "You say that it is" in shown[0].why
    assert lavrovs.undo() == "call “Sergei Lavrov” “Foreign Minister of Russia”"
    assert lavrovs.actors.of("Foreign Minister of Russia") is None
    assert articles(lavrovs, "Lavrov") == "abcde"
    lavrovs.redo()
    assert articles(lavrovs, "Foreign Minister of Russia") == "abcde"


def test_two_actors_become_one_and_two_again(lavrovs: Library) -> None:
    one, into = lavrovs.actors.of("NATO"), lavrovs.actors.of("Moscow")
    assert one is not None
    assert into is not None
    lavrovs.do(lavrovs.actors.merge(one, into))
    assert articles(lavrovs, "NATO") == articles(lavrovs, "Moscow") == "ad"
    assert [(fact.value, fact.type) for fact in lavrovs.actors.settle("", mentions("organisation:NATO"))] == [  # type: ignore[attr-defined]  # they are mentions
        ("Moscow", "place")
    ]
    lavrovs.undo()
    assert articles(lavrovs, "NATO") == "d"
    assert articles(lavrovs, "Moscow") == "a"


def test_a_name_that_was_split_off_stays_apart(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    wrong = [name for name in actor.names if name.value == "Sergei Lawrow"]
    lavrovs.do(lavrovs.actors.split(actor, wrong, "Sergei Lawrow"))
    put(lavrovs, "e", "Sergei Lawrow")
    assert articles(lavrovs, "Sergei Lawrow") == "de"
    assert articles(lavrovs, "Lavrov") == "abc"
    with pytest.raises(ValueError, match="at least one"):
        lavrovs.actors.split(actor, actor.names, "X")
    with pytest.raises(ValueError, match="both be called"):
        lavrovs.actors.split(actor, wrong, "Sergei Lavrov")


def test_the_name_that_everyone_uses_can_be_split_off_too(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    lavrovs.do(lavrovs.actors.split(actor, [name for name in actor.names if name.key == "sergei lavrov"], "His twin"))
    assert articles(lavrovs, "His twin") == "a"
    assert articles(lavrovs, "Lavrov") == "bcd"
    lavrovs.undo()
    assert articles(lavrovs, "Lavrov") == "abcd"


def test_what_the_reader_said_outlives_the_articles(lavrovs: Library, tmp_path: Path) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    lavrovs.do(lavrovs.actors.rename(actor, "Minister"))
    lavrovs.close()
    for path in (tmp_path / "home").glob("library.db*"):
        path.unlink()
    with Library.open(tmp_path / "home") as anew:
        put(anew, "a", "Sergey Lavrov")
        assert articles(anew, "Minister") == "a"
        assert anew.check() == []


def test_in_one_article_only(lavrovs: Library) -> None:
    facts: tuple[Fact, ...] = (
        *mentions("Sergei Lavrov", "Lavrov=Sergei Lavrov", "Joe Biden"),
        Quote(start=40, end=50, text="x" * 10, direct=True, speaker="Sergei Lavrov", speaker_span=(14, 20), actor="a1"),
        Event(
            start=14,
            end=30,
            text="x" * 16,
            subject=Part(text="Lavrov", span=(14, 20), actor="a1", value="Sergei Lavrov"),
        ),
    )
    facts = tuple(replace(one, role="minister") if isinstance(one, ActorMention) else one for one in facts)
    id = put(lavrovs, "e", facts=facts)
    found_here = [fact for fact in facts if isinstance(fact, ActorMention)]
    lavrovs.do(split_in(id, found_here, found_here[1], "Kirill Lavrov"))
    shown = lavrovs.actors.settle(id, facts)
    assert [(one.value, one.actor, one.role) for one in shown if isinstance(one, ActorMention)] == [
        ("Sergei Lavrov", "a1", "minister"),
        ("Kirill Lavrov", "a3", None),
        ("Joe Biden", "a2", "minister"),
    ]
    quote, event = shown[3:]
    assert isinstance(quote, Quote)
    assert (quote.speaker, quote.actor) == ("Kirill Lavrov", "a3")
    assert isinstance(event, Event)
    assert event.subject is not None
    assert (event.subject.value, event.subject.actor) == ("Kirill Lavrov", "a3")
    assert articles(lavrovs, "Kirill Lavrov") == "e"
    assert found(lavrovs, "said:kirill") == "e"
    assert lavrovs.actors.settle("another", facts) == facts
    lavrovs.undo()
    assert articles(lavrovs, "Kirill Lavrov") == ""
    assert lavrovs.actors.settle(id, facts) == facts


def test_renaming_in_one_article_holds_when_extraction_chooses_another_name(lavrovs: Library) -> None:
    facts = mentions("Lawrow")
    id = put(lavrovs, "e", facts=facts)
    lavrovs.do(rename_in(id, facts, facts, "Peter Lawrow"))
    again = mentions("Lawrow=Sergei Lawrow")
    assert joined(lavrovs.actors.settle(id, again)) == [("person", "Peter Lawrow")]
    lavrovs.do(
        rename_in(id, facts, [one for one in lavrovs.actors.settle(id, facts) if isinstance(one, ActorMention)], "Paul")
    )
    assert joined(lavrovs.actors.settle(id, facts)) == [("person", "Paul")]


def test_merging_in_one_article(lavrovs: Library) -> None:
    facts = mentions("Boris", "Johnson=Boris Johnson", "Boris")
    id = put(lavrovs, "e", facts=facts)
    lavrovs.do(merge_in(id, facts, facts[:1], "Boris Johnson", "person"))
    shown = lavrovs.actors.settle(id, facts)
    assert {(one.value, one.actor) for one in shown if isinstance(one, ActorMention)} == {("Boris Johnson", "a2")}
    assert articles(lavrovs, "Boris Johnson") == "e"


def test_a_wrong_name_is_refused_in_one_sentence(lavrovs: Library) -> None:
    actor = lavrovs.actors.of("Lavrov")
    assert actor is not None
    for name in ("", " \t", "…", "x" * 300):
        with pytest.raises(ValueError, match="A name has at"):
            lavrovs.actors.rename(actor, name)


# Properties

PEOPLE = [
    "Joe Biden",
    "Joseph R. Biden",
    "Hunter Biden",
    "Biden",
    "J. Biden",
    "Sergei Lavrov",
    "Sergey Lavrov",
    "Lavrov",
]
BODIES = ["organisation:International Cable Association", "organisation:ICA", "organisation:Iron Curtain Alliance"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*PEOPLE, *BODIES]), min_size=1, max_size=9))
def test_names_that_come_one_by_one_are_joined_as_all_at_once(order: list[str]) -> None:
    from reader.library.actor_register import Register
    from reader.library.folding import folded
    from reader.library.migrations import LIBRARY

    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in LIBRARY.steps():
        connection.executescript(step.read_text("utf-8"))
    register = Register(connection)
    facts = [mentions(name)[0] for name in order]
    for one in facts:
        register.count([(folded(one.value), one.type, one.value)])
    stored: dict[int, set[str]] = {}
    for actor, value in connection.execute("SELECT actor, value FROM known_name"):
        stored.setdefault(actor, set()).add(value)
    at_once = join(DocumentActor("d", one.actor, one.type, one.value) for one in facts)
    assert sorted(map(sorted, stored.values())) == sorted(
        sorted({one.value for one, _ in all.members}) for all in at_once
    )
    actors = {number for (number,) in connection.execute("SELECT number FROM library_actor")}
    assert actors == set(stored)
    register.discount([(folded(one.value), one.type) for one in facts])
    register.forget_unused([(folded(one.value), one.type) for one in facts])
    assert connection.execute("SELECT count(*) FROM known_name").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM library_actor").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM name_filed").fetchone()[0] == 0


@settings(max_examples=25, deadline=None)
@example(deeds=[("split", 5, 0), ("split", 6, 0), ("split", 3, 0)])  # both would be called the same: refused
@given(
    st.lists(st.tuples(st.sampled_from(["rename", "merge", "split"]), st.integers(0, 9), st.integers(0, 9)), max_size=4)
)
def test_undoing_everything_brings_everything_back(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int, int]]
) -> None:
    with Library.open(tmp_path_factory.mktemp("undo") / "home") as library:
        for number, name in enumerate(PEOPLE):
            put(library, str(number), name, BODIES[number % 3])

        def all_actors() -> list[LibraryActor]:
            found = {one.id: one for start in "bhijlna" for one in library.actors.search(start)}
            return [found[id] for id in sorted(found)]

        def groups() -> list[tuple[str, list[str]]]:
            return sorted((one.name, sorted(name.value for name in one.names)) for one in all_actors())

        before = groups()
        done = 0
        for what, first, second in deeds:
            actors = all_actors()
            one, other = actors[first % len(actors)], actors[second % len(actors)]
            if what == "rename":
                library.do(library.actors.rename(one, f"New {second}"))
            elif what == "merge" and one.id != other.id:
                library.do(library.actors.merge(one, other))
            elif what == "split" and len(one.names) > 1:
                try:
                    library.do(library.actors.split(one, one.names[1:2], f"Apart {second}"))
                except ValueError:
                    continue
            else:
                continue
            done += 1
            numbers = [name.key + name.type for actor in all_actors() for name in actor.names]
            assert len(set(numbers)) == len(numbers)
        for _ in range(done):
            library.undo()
        assert groups() == before
