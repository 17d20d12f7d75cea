"""Who did what to whom, when and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.actors import find_actors
from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.events import find_events
from reader.extract.events.verbs import MODALITIES, Modality
from reader.extract.quotes import find_quotes
from reader.model import Event, Part, Published

SEEDS = Path(__file__).parents[3] / "seeds"


def events(text: str, published: str = "2021-12-30") -> list[Event]:
    article = Article(text, Published.parse(published))
    actors = find_actors(article)
    return find_events(article, actors, find_dates(article), find_quotes(article, actors))


def words(part: Part | None) -> str | None:
    return None if part is None else part.text


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(words(event.subject), words(event.action), words(event.object)) for event in events(text)]


@pytest.fixture(scope="module")
def client() -> list[Event]:
    return events((SEEDS / "000_73ca37d0c5ce4629.txt").read_text("utf-8"))


def find(found: list[Event], verb: str, number: int = 0) -> Event:
    return [event for event in found if event.action is not None and event.action.value == verb][number]


def test_biden_plans_to_speak_to_putin_on_30_december(client: list[Event]) -> None:
    event = find(client, "speak")
    assert (words(event.subject), words(event.object)) == ("Joe Biden", "Vladimir Putin")
    assert event.when is not None
    assert event.when.value == "2021-12-30"
    assert event.modality == "planned"
    assert event.subject is not None
    assert event.subject.actor is not None


def test_the_passive_is_turned_round(client: list[Event]) -> None:
    event = find(client, "announce")
    assert words(event.subject) == "National Security Council"
    assert words(event.object) == "This"
    assert event.reporting


def test_the_kremlin_confirmed_the_call(client: list[Event]) -> None:
    event = find(client, "confirm")
    assert (words(event.subject), words(event.object)) == ("Kremlin", "the planned phone call")


def test_putin_and_biden_met_in_geneva_in_june(client: list[Event]) -> None:
    event = find(client, "meet")
    assert words(event.subject) == "Putin and Biden"
    assert event.when is not None
    assert event.when.value == "2021-06"
    assert words(event.place) == "Geneva"


def test_russia_annexed_crimea_in_2014(client: list[Event]) -> None:
    event = find(client, "annex")
    assert (words(event.subject), words(event.object)) == ("Russia", "Crimean peninsula")
    assert event.when is not None
    assert event.when.value == "2014"


def test_putin_agreed_and_demanded(client: list[Event]) -> None:
    agreed, demanded = find(client, "agree"), find(client, "demand", 1)
    assert (words(agreed.subject), words(agreed.object)) == ("Putin", "a diplomatic solution")
    assert agreed.when is not None
    assert agreed.when.value == "2021-W51"
    assert (words(demanded.subject), words(demanded.object)) == ("Putin", "security guarantees")
    assert demanded.modality == "demanded"


def test_every_event_says_where_and_why(client: list[Event]) -> None:
    text = (SEEDS / "000_73ca37d0c5ce4629.txt").read_text("utf-8")
    for event in client:
        assert text[event.start : event.end] == event.text
        assert event.rule.startswith("event.")
        assert event.why
        for part in (event.subject, event.action, event.object, event.when, event.place):
            assert part is None or text[slice(*part.span)] == part.text
    places = [(event.start, event.end) for event in client]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army sent 15 helicopters.", [("The army", "sent", "15 helicopters")]),
        ("The bridge was built by the army in 1935.", [("the army", "was built", "The bridge")]),
        ("Two men were arrested.", [(None, "were arrested", "Two men")]),
        (
            "The firm will close two plants and lay off workers.",
            [("The firm", "will close", "two plants"), ("The firm", "lay off", "workers")],
        ),
        ("Police, who were waiting, arrested him.", [("Police", "were waiting", None), ("Police", "arrested", "him")]),
        ("The mayor, a former judge, met the miners.", [("The mayor", "met", "the miners")]),
        ("The mayor of the town met the miners.", [("The mayor of the town", "met", "the miners")]),
        ("Spain and Qatar sent rescue teams.", [("Spain and Qatar", "sent", "rescue teams")]),
        ("Separatists started shelling the town.", [("Separatists", "started shelling", "the town")]),
        (
            "The union urged ministers to reopen talks.",
            [("The union", "urged", "ministers"), ("ministers", "to reopen", "talks")],
        ),
        ("The house was searched and sealed.", [(None, "was searched", "The house"), (None, "sealed", "The house")]),
        ("Some allied forces crossed the border.", [("Some allied forces", "crossed", "the border")]),
        ("Continued military success carries risks.", [("Continued military success", "carries", "risks")]),
        (
            "Police met a claim that the club disputes.",
            [("Police", "met", "a claim"), ("the club", "disputes", "a claim")],
        ),
        ("It is cold and the sea has waves.", []),
    ],
)
def test_subject_action_and_object(text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("modality", MODALITIES, ids=lambda modality: modality.name)
def test_the_example_of_a_modality(modality: Modality) -> None:
    assert events(modality.example)[0].modality == modality.name


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not answer the letter.",
        "The minister didn’t sign the law.",
        "No minister signed the law.",
        "The minister never signed the law.",
    ],
)
def test_what_did_not_happen_is_negated(text: str) -> None:
    assert events(text)[0].negated


def test_what_is_told_as_a_fact_has_no_modality() -> None:
    (event,) = events("The minister signed the law on Monday.")
    assert event.modality is None
    assert not event.negated
    assert not event.reporting


def test_a_quotation_makes_no_event_but_its_reporting_verb_does() -> None:
    (event,) = events("“The army attacked the port,” Angela Merkel said.")
    assert event.reporting
    assert words(event.object) == "“The army attacked the port,”"


def test_a_pronoun_is_read_as_its_actor() -> None:
    met, signed = events("Angela Merkel met the miners. She signed the law.")
    assert signed.subject is not None
    assert signed.subject.value == "Angela Merkel"
    assert met.subject is not None
    assert signed.subject.actor == met.subject.actor


_PIECES = st.sampled_from(
    [
        "Russia ",
        "said ",
        "the ",
        "army ",
        "that ",
        "who ",
        ", ",
        "and ",
        "was ",
        "attacked ",
        "by ",
        "to ",
        ". ",
        "“",
        "” ",
        "in Geneva ",
        "on Monday ",
        "\n\n",
        "having ",
        "not ",
        "will ",
        "(",
        ") ",
        "— ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_events_are_ranges_of_the_text(text: str) -> None:
    for event in find_events(Article(text), [], [], []):
        assert text[event.start : event.end] == event.text != ""
        assert 0 < event.confidence < 1


def test_hostile_sentences_are_read_in_one_pass() -> None:
    for piece in (
        "the army ",
        "said ",
        "and said ",
        "a man who ",
        "of the ",
        ", the man ",
        "to go ",
        "was seen by ",
        "( ",
    ):
        find_events(Article(piece * 3_000), [], [], [])


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The Kremlin confirmed the phone call on Monday.", "The Kremlin confirmed the phone call on Monday"),
        ("In October Russia withdrew its envoy.", "In October Russia withdrew its envoy"),
        ("Last week, Russia withdrew its envoy.", "Last week, Russia withdrew its envoy"),
        (
            "Joe Biden met Vladimir Putin in Geneva in June, and it rained.",
            "Joe Biden met Vladimir Putin in Geneva in June",
        ),
        ("The envoy left after Russia closed the office.", "Russia closed the office"),
    ],
)
def test_the_words_of_an_event_read_as_its_clause(sentence: str, text: str) -> None:
    article = Article(sentence, Published.parse("2022-01-14"))
    actors, dates = find_actors(article), find_dates(article)
    assert text in [event.text for event in find_events(article, actors, dates, [])]


def test_an_event_covers_its_parts_and_stays_in_its_sentence() -> None:
    text = "In June, Joe Biden met Vladimir Putin in Geneva. The talks lasted two hours. It rained on Monday."
    article = Article(text, Published.parse("2022-01-14"))
    actors, dates = find_actors(article), find_dates(article)
    for event in find_events(article, actors, dates, []):
        assert ". " not in event.text
        for part in (event.subject, event.action, event.object):
            assert part is None or (event.start <= part.span[0] and part.span[1] <= event.end)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Verdi, the oldest of the unions, called for a strike.", ("Verdi", "called", "a strike")),
        ("The company, Siemens, sold two plants.", ("Siemens", "sold", "two plants")),
        ("The engineer of the firm that runs the port told the BBC that the crane had failed.",
         ("The engineer of the firm", "told", "BBC")),
        ("The envoy called the offer “a cheap trick”.", ("The envoy", "called", "the offer")),
        ("The tax was raised by 12% in 2019.", (None, "was raised", "The tax")),
        ("Marta Kovacs promised that the school would open.",
         ("Marta Kovacs", "promised", "that the school would open")),
        ("Many of them chose the train.", ("Many of them", "chose", "the train")),
        ("Ireland also wants Spain to open the border.", ("Ireland", "wants", "Spain")),
        ("Sales more than doubled profits.", ("Sales", "doubled", "profits")),
        ("The two chancellors met at a conference in Vienna.", ("The two chancellors", "met", None)),
        ("A letter to staff that the newspaper printed angered the union.",
         ("the newspaper", "printed", "A letter to staff")),
        ("The second dyke gave way on Friday.", ("The second dyke", "gave", None)),
        ("The damage amounted to roughly 3 million euros.", ("The damage", "amounted", "3 million euros")),
        ("Union members walked out before the vote was taken.", ("Union members", "walked out", None)),
        ("A seat in the gallery now costs 40 pounds.", ("A seat", "costs", "40 pounds")),
        ("They founded a body that will watch the coast, but failed to fund the ships.",
         ("They", "failed to fund", "the ships")),
        ("The governor rejected that and left.", ("The governor", "rejected", "that")),
        ("Families spent the night in a school.", ("Families", "spent", "the night")),
        ("Buses older than 12 years would be scrapped.", (None, "would be scrapped", "Buses")),
        ("Prosecutors demanded nine years.", ("Prosecutors", "demanded", "nine years")),
        ("The minister said the farmers had won and accused the press of lying.",
         ("The minister", "accused", "the press")),
        ("Donors paid for the miners’ families and thanked waiting nurses.",
         ("Donors", "paid", "the miners’ families")),
    ],
)  # fmt: skip
def test_harder_clauses(text: str, event: tuple[str | None, str, str | None]) -> None:
    assert event in told(text)


def test_who_insists_that_something_happened_demands_nothing() -> None:
    assert find(events("The clerk insisted that the letter had arrived."), "insist").modality is None
