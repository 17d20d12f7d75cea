"""Facts by version, extractor and publication date."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library, SetPublished
from reader.library.packing import pack_shape, unpack_shape
from reader.model import (
    ActorMention,
    Block,
    BlockKind,
    DateFact,
    Event,
    Fact,
    Figure,
    Part,
    Published,
    Quote,
    Style,
    StyleRun,
)
from tests.library.articles import article

TEXT = "Biden met Borrell on January 10 for two hours. “No,” said Biden."
FACTS: tuple[Fact, ...] = (
    ActorMention(start=0, end=5, text="Biden", type="person", value="Joe Biden", actor="a1", acting=False),
    Event(start=0, end=17, text="Biden met Borrell", subject=Part(text="Biden", span=(0, 5), actor="a1"), negated=True),
    ActorMention(start=10, end=17, text="Borrell", type="person", value="Josep Borrell", actor="a2", confidence=0.5),
    DateFact(start=21, end=31, text="January 10", type="DATE", value="2022-01-10", anchor="2021-12-30"),
    Figure(start=36, end=45, text="two hours", value=2, unit="hour"),
    Quote(start=47, end=52, text="“No,”", direct=True, speaker="Biden", speaker_span=(58, 63), actor="a1"),
    ActorMention(start=58, end=63, text="Biden", type="person", value="Joe Biden", actor="a1"),
)
DAY = Published.parse("2021-12-30")


def test_facts_come_back_as_they_were(library: Library) -> None:
    library.facts.put("v1", 3, FACTS, DAY)
    assert library.facts.get("v1", 3, DAY) == FACTS


def test_not_yet_read_is_not_the_same_as_nothing_found(library: Library) -> None:
    library.facts.put("v1", 3, ())
    assert library.facts.get("v1", 3) == ()
    assert library.facts.get("v1", 3, DAY) is None
    assert library.facts.get("v1", 4) is None
    assert library.facts.get("v2", 3) is None


def test_a_new_extractor_replaces_what_older_ones_found(library: Library) -> None:
    library.facts.put("v1", 3, FACTS)
    library.facts.put("v1", 4, FACTS[:1])
    library.facts.put("v1", 4, FACTS[:2])
    assert library.facts.get("v1", 3) is None
    assert library.facts.get("v1", 4) == FACTS[:2]


def test_an_actor_is_found_in_all_documents_the_latest_first(library: Library) -> None:
    for name, day in (("a", "2021-12-30"), ("b", "2022-01-10"), ("c", "")):
        row = library.documents.put(article(name, text=f"{TEXT} {name}", published=day))
        library.facts.put(row.version, 3, FACTS, Published.parse(day) if day else None)
    found = library.facts.with_actor("JOE bidén")
    assert [(actor.title, actor.mentions, actor.start) for actor in found] == [
        ("Article b", 2, 0),
        ("Article a", 2, 0),
        ("Article c", 2, 0),
    ]
    assert library.facts.with_actor("joe biden", offset=1, limit=1) == found[1:2]
    assert library.facts.with_actor("nobody") == []


def test_dates_are_found_in_a_range(library: Library) -> None:
    row = library.documents.put(article(text=TEXT, published="2021-12-30"))
    library.facts.put(row.version, 3, FACTS, DAY)
    assert [date.value for date in library.facts.between("2022-01", "2022-02")] == ["2022-01-10"]
    assert [date.value for date in library.facts.between("2022-01-10", "2022-01-10")] == ["2022-01-10"]
    assert library.facts.between("2022-01-11", "2022-02") == []
    assert library.facts.between("2021-01", "2021-12") == []


def test_another_publication_date_waits_for_facts_of_its_own(library: Library) -> None:
    row = library.documents.put(article(published="2021-12-30"))
    library.documents.put(
        article("de", text="Der Kreml hat das Gespräch nicht bestätigt, und die Zeit ist auch nicht klar.")
    )
    library.documents.put_error("/news/x.md", "is not text")
    assert library.facts.waiting(3) == [(row.rowid, row.id)]
    library.facts.put(row.version, 3, FACTS, DAY)
    assert library.facts.waiting(3) == []
    assert library.facts.waiting(4) == [(row.rowid, row.id)]
    library.do(SetPublished(row.id, "2022-05-01"))
    assert library.facts.waiting(3) == [(row.rowid, row.id)]
    library.undo()
    assert library.facts.waiting(3) == []


def test_facts_go_with_their_version_unless_another_document_has_it(library: Library) -> None:
    one = library.documents.put(article("a", text=TEXT))
    library.documents.put(article("b", text=TEXT))
    library.facts.put(one.version, 3, FACTS)
    library.documents.put(article("a", text="Something else."))
    assert library.facts.get(one.version, 3) == FACTS
    library.documents.put(article("b", text="Something else."))
    assert library.facts.get(one.version, 3) is None
    assert library.facts.with_actor("Joe Biden") == []


RUNS = st.builds(StyleRun, st.integers(0, 99), st.integers(0, 99), st.sampled_from(Style), st.integers(0, 9))
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, 6),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(["", "•", "3."]),
    st.sampled_from(["", "python"]),
    st.booleans(),
    st.lists(RUNS, max_size=3).map(tuple),
)


@given(st.lists(BLOCKS, max_size=6), st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=3))
def test_blocks_and_links_come_back_as_they_were(blocks: list[Block], links: list[str]) -> None:
    assert unpack_shape(pack_shape(blocks, links)) == (tuple(blocks), tuple(links))


def test_with_another_engine_facts_are_taken_anew_and_the_old_serve_until_then(library: Library) -> None:
    row = library.documents.put(article(text=TEXT, published="2021-12-30"))
    library.facts.put(row.version, 3, FACTS, DAY)
    assert library.facts.found_by("default") is False
    assert library.facts.found_by("spacy:en_core_web_md") is True
    assert library.facts.found_by("spacy:en_core_web_md") is False
    assert library.facts.get(row.version, 3, DAY) is None
    assert library.facts.waiting(3) == [(row.rowid, row.id)]
    assert [one.document for one in library.facts.with_actor("Joe Biden")] == [row.id]
    library.facts.put(row.version, 3, FACTS[2:3], DAY)
    assert library.facts.waiting(3) == []
    assert library.facts.with_actor("Joe Biden") == []
    assert library.facts.found_by("default") is True
