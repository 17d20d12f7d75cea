"""What the reader said of facts holds when the machine, or the text, says something else the next time."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.corrections import Reviewed, accept, add, apply, correct, everywhere, judge, reject
from reader.annotate.review import Queue
from reader.model import ActorMention, Correction, DateFact, Document, Event, Fact, Part, Quote, Span

TEXT = (
    "Washington spoke with Moscow on Thursday. In Washington it snowed, and Denzel Washington stayed in.\n\n"
    "Peskov said the talks “will not fail”. Peskov left on Thursday."
)
ARTICLE = Document(id="d", origin="file:/a", title="A", text=TEXT)


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def actor(
    words: str, nth: int = 0, *, type: str = "place", value: str = "", id: str = "a1", text: str = TEXT
) -> ActorMention:
    span = at(words, nth, text)
    return ActorMention(start=span.start, end=span.end, text=words, type=type, value=value or words, actor=id)  # type: ignore[arg-type]  # names of types


def date(
    words: str, nth: int = 0, value: str = "2021-12-30", anchor: str | None = "2021-12-30", text: str = TEXT
) -> DateFact:
    span = at(words, nth, text)
    return DateFact(start=span.start, end=span.end, text=words, type="DATE", value=value, anchor=anchor)


FACTS: list[Fact] = [
    actor("Washington"), actor("Moscow", id="a2"), date("Thursday"), actor("Washington", 1),
    actor("Denzel Washington", type="person", id="a3"), actor("Peskov", type="person", id="a4"), date("Thursday", 1),
]  # fmt: skip


def kept(*corrections: Correction) -> list[Correction]:
    return [dataclasses.replace(one, id=f"{number}") for number, one in enumerate(corrections)]


def stand(facts: list[Fact], *corrections: Correction, document: Document = ARTICLE) -> list[tuple[str, str | None]]:
    found = apply(facts, kept(*corrections), document.text, document.version, {ARTICLE.version: TEXT})
    return [(one.fact.text, one.verdict) for one in found]


def test_without_verdicts_all_are_suggestions() -> None:
    assert apply(FACTS, [], TEXT, ARTICLE.version) == [Reviewed(fact) for fact in FACTS]


def test_a_reject_is_about_one_place_kind_and_type() -> None:
    found = stand(FACTS, reject(ARTICLE, FACTS[0]))
    assert [words for words, _ in found].count("Washington") == 1
    other = actor("Washington", type="organisation")
    assert ("Washington", None) in stand([other], reject(ARTICLE, FACTS[0]))
    assert stand([], reject(ARTICLE, FACTS[0])) == []


def test_a_reject_of_all_places_is_about_the_words() -> None:
    for library in (False, True):
        said = everywhere(reject(ARTICLE, FACTS[0]), library=library)
        assert [words for words, _ in stand(FACTS, said)].count("Washington") == 0
        assert ("Denzel Washington", None) in stand(FACTS, said)


def test_a_verdict_on_a_place_counts_for_more_than_one_on_all() -> None:
    found = stand(FACTS, accept(ARTICLE, FACTS[0]), everywhere(reject(ARTICLE, FACTS[0]), library=True))
    assert [one for one in found if one[0] == "Washington"] == [("Washington", "accepted")]


def test_of_two_about_the_same_place_the_later_holds() -> None:
    assert ("Moscow", "accepted") in stand(FACTS, reject(ARTICLE, FACTS[1]), accept(ARTICLE, FACTS[1]))
    assert "Moscow" not in dict(stand(FACTS, accept(ARTICLE, FACTS[1]), reject(ARTICLE, FACTS[1])))


def test_what_was_accepted_stays_when_the_machine_no_longer_finds_it() -> None:
    assert stand([], accept(ARTICLE, FACTS[4])) == [("Denzel Washington", "accepted")]


def test_an_accepted_value_holds_but_not_over_another_publication_date() -> None:
    said = kept(accept(ARTICLE, FACTS[2]))
    other_rule = date("Thursday", value="2021-12-23")
    (held,) = apply([other_rule], said, TEXT, ARTICLE.version)
    assert (held.fact, held.verdict) == (FACTS[2], "accepted")
    resolved = date("Thursday", value="2022-01-06", anchor="2022-01-05")
    assert Reviewed(resolved) in apply([resolved], said, TEXT, ARTICLE.version)


def test_a_corrected_fact_has_its_new_bounds_type_and_actor_alone() -> None:
    right = actor("Denzel Washington", type="person", value="Moscow")
    wrong = actor("Washington", 2)
    said = kept(correct(ARTICLE, wrong, right))
    found = judge([FACTS[1], FACTS[4], wrong], said, TEXT, ARTICLE.version)
    assert [(one.fact.text, one.verdict) for one in found] == [("Moscow", None), ("Denzel Washington", "corrected")]
    mention = found[1].fact
    assert isinstance(mention, ActorMention)
    assert (mention.actor, mention.type) == ("a2", "person")  # the actor of that name


def test_an_added_fact_appears_with_an_actor_of_its_own() -> None:
    named = actor("snowed", type="group", value="Snow", id="")
    found = apply(FACTS, kept(add(ARTICLE, named)), TEXT, ARTICLE.version)
    (mine,) = [one.fact for one in found if one.verdict == "added"]
    assert isinstance(mine, ActorMention)
    assert mine.actor not in {"", "a1", "a2", "a3", "a4"}


def test_verdicts_follow_their_words_into_a_changed_text() -> None:
    changed = "An update at noon.\n\n" + TEXT.replace("In Washington it snowed", "In cold Washington it snowed")
    document = Document(id="d", origin="file:/a", title="A", text=changed)
    facts: list[Fact] = [actor("Washington", nth, text=changed) for nth in (0, 1)]
    found = stand(facts, reject(ARTICLE, FACTS[3]), accept(ARTICLE, FACTS[4]), document=document)
    assert found == [("Washington", None), ("Denzel Washington", "accepted")]
    (first,) = apply([facts[0]], kept(reject(ARTICLE, FACTS[3])), changed, document.version)
    assert first.fact.start == 20
    gone = Document(id="d", origin="file:/a", title="A", text="Nothing of all that was true, the editor writes.")
    assert stand([], accept(ARTICLE, FACTS[4]), document=gone) == []


def test_parts_of_facts_move_with_them() -> None:
    said, failing = at("Peskov"), at("will not fail")
    quote = Quote(
        start=failing.start, end=failing.end, text="will not fail", direct=True, speaker="Peskov",
        speaker_span=(said.start, said.end),
    )  # fmt: skip
    left = at("Peskov left")
    who = Part(text="Peskov", span=(left.start, left.start + 6))
    event = Event(start=left.start, end=left.end, text="Peskov left", subject=who)
    changed = Document(id="d", origin="file:/a", title="A", text="New: " + TEXT)
    found = apply([], kept(accept(ARTICLE, quote), accept(ARTICLE, event)), changed.text, changed.version)
    moved_quote, moved_event = (one.fact for one in found)
    assert isinstance(moved_quote, Quote)
    assert isinstance(moved_event, Event)
    assert moved_quote.speaker_span == (said.start + 5, said.end + 5)
    assert moved_event.subject == Part(text="Peskov", span=(who.span[0] + 5, who.span[1] + 5))


def test_the_queue_walks_over_what_is_unjudged() -> None:
    queue = Queue(judge(FACTS, kept(accept(ARTICLE, FACTS[0]), reject(ARTICLE, FACTS[2])), TEXT, ARTICLE.version))
    assert queue.counter == (2, 7)
    first = queue.next()
    assert first is not None
    assert first.fact == FACTS[1]
    second = queue.next(first.fact)
    assert second is not None
    assert second.fact == FACTS[3]
    back = queue.previous(second.fact)
    assert back is not None
    assert back.fact == FACTS[1]
    last = queue.previous(FACTS[1])
    assert last is not None
    assert last.fact == FACTS[6]
    around = queue.next(last.fact)
    assert around is not None
    assert around.fact == FACTS[1]
    assert [one.fact for one in queue.same(FACTS[3])] == [FACTS[3]]
    assert queue.next(place=FACTS[4].start) == Reviewed(FACTS[4])
    everything = Queue(judge(FACTS, kept(*(accept(ARTICLE, fact) for fact in FACTS)), TEXT, ARTICLE.version))
    assert everything.next() is None


def test_the_least_certain_come_first_when_asked() -> None:
    unsure = dataclasses.replace(FACTS[4], confidence=0.3)
    queue = Queue([Reviewed(FACTS[0]), Reviewed(unsure)], "confidence")
    assert [one.fact for one in queue.items] == [unsure, FACTS[0]]
    following = queue.next(unsure)
    assert following is not None
    assert following.fact == FACTS[0]


@given(st.lists(st.tuples(st.sampled_from(["accept", "reject", "everywhere"]), st.integers(0, 6)), max_size=8))
def test_the_last_verdict_on_a_place_is_the_one_that_holds(said: list[tuple[str, int]]) -> None:
    given: list[Correction] = []
    for what, number in said:
        one = (accept if what == "accept" else reject)(ARTICLE, FACTS[number])
        given.append(everywhere(one) if what == "everywhere" else one)
    found = {one.fact: one.verdict for one in judge(FACTS, kept(*given), TEXT, ARTICLE.version)}
    assert set(found) == set(FACTS)
    for number, fact in enumerate(FACTS):
        here = [what for what, other in said if other == number and what != "everywhere"]
        if here:
            assert found[fact] == {"accept": "accepted", "reject": "rejected"}[here[-1]]
