"""Who said what, in small articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.extract.actors import find_actors
from reader.extract.article import Article
from reader.extract.quotes import find_quotes
from reader.model import Quote

SEEDS = Path(__file__).parents[3] / "seeds"


def quotes(text: str, direct: bool = True) -> list[Quote]:
    article = Article(text)
    return [quote for quote in find_quotes(article, find_actors(article)) if quote.direct is direct]


def said(text: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.text) for quote in quotes(text)]


def test_the_clients_article_is_complete() -> None:
    text = (SEEDS / "000_73ca37d0c5ce4629.txt").read_text("utf-8")
    (quote,) = quotes(text)
    assert quote.text.startswith("“We do not want to and must not be an uninvolved spectator")
    assert quote.speaker == "Josep Borrell"
    assert quote.speaker_span is not None
    assert text[slice(*quote.speaker_span)] == "Josep Borrell"
    assert quote.actor is not None
    assert quote.cue == "said"
    told = [quote.speaker for quote in quotes(text, direct=False)]
    council, house = "National Security Council", "White House"
    assert told == [council, "Dmitri Peskow", house, council]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("»", "«"),
        ("„", "“"),
        ("``", "''"),
        ("''", "''"),
        ("‘", "’"),
        ("”", "”"),
        ("'", "'"),
    ],
)
def test_every_pair_of_marks_opens_and_closes(opening: str, closing: str) -> None:
    text = f"{opening}We will not wait for them any longer,{closing} said Angela Merkel in Berlin."
    assert said(text) == [("Angela Merkel", f"{opening}We will not wait for them any longer,{closing}")]


def test_an_interrupted_quotation_is_one_quote() -> None:
    text = "“We lost,” Angela Merkel said on Monday. “We will come back.” The hall was silent."
    assert said(text) == [("Angela Merkel", "“We lost,” Angela Merkel said on Monday. “We will come back.”")]
    text = "“We lost,” Angela Merkel said, “but we will come back.”"
    assert said(text) == [("Angela Merkel", text)]


def test_two_sayings_with_two_cues_are_two_quotes() -> None:
    text = "“We lost,” Angela Merkel said, adding, “We will come back.”"
    assert [words for _, words in said(text)] == ["“We lost,”", "“We will come back.”"]
    assert {name for name, _ in said(text)} == {"Angela Merkel"}


def test_a_quotation_over_paragraphs_opens_each_of_them() -> None:
    text = "Angela Merkel said: “We lost the vote.\n\n“We will come back.”\n\nThe hall was silent."
    assert said(text) == [("Angela Merkel", "“We lost the vote.\n\n“We will come back.”")]


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    text = "“He told me, ‘Go home,’ and I went,” said Angela Merkel."
    assert said(text) == [("Angela Merkel", "“He told me, ‘Go home,’ and I went,”")]


def test_a_missing_mark_spoils_only_its_own_paragraph() -> None:
    text = (
        '"The tests were good, said John Kerry.\n\n"We are ready," said Angela Merkel.\n\n'
        'The 6" pipe broke.\n\n"It is over," Emmanuel Macron said.'
    )
    found = said(text)
    assert ("Angela Merkel", '"We are ready,"') in found
    assert ("Emmanuel Macron", '"It is over,"') in found


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “super PACs” paid for it.",
        "She starred in “The Long Way Home” last year.",
        "He called the plan “a disaster” in March.",
        "The workers’ rights and the bosses’ money were at stake.",
        "In the ’90s it was different, and the band’s fans’ hopes were high.",
        "The word “Brexit” was new.",
    ],
)
def test_titles_scare_quotes_and_apostrophes_are_no_quotes(text: str) -> None:
    assert said(text) == []


def test_pronouns_take_the_nearest_person_they_fit() -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin. “It was a good talk,” she said. “We agree,” he said."
    assert [name for name, _ in said(text)] == ["Angela Merkel", "Emmanuel Macron"]


def test_it_is_the_body_and_not_what_tells_it_apart() -> None:
    text = "The plan was drawn up by the Finance Committee of the White House. Nothing is decided yet, it said."
    assert [quote.speaker for quote in quotes(text, direct=False)] == ["Finance Committee"]


def test_a_bare_title_is_the_person_who_bears_it() -> None:
    text = (
        "Kremlin spokesman Dmitry Peskov spoke to reporters. Angela Merkel listened.\n\n"
        "“There is no date yet,” the spokesman said."
    )
    (quote,) = quotes(text)
    assert quote.speaker == "Dmitry Peskov"
    assert "title" in quote.why


def test_who_is_not_named_stays_unknown() -> None:
    (quote,) = quotes("It was late.\n\n“Nobody told us anything at all about this plan.”")
    assert quote.speaker is None
    assert quote.actor is None
    assert quote.confidence <= 0.5


def test_a_speaker_without_a_name_is_told_by_the_words() -> None:
    (quote,) = quotes("“The road was blocked for hours,” said a truck driver from the village.")
    assert quote.actor is None
    assert quote.speaker == "truck driver"


def test_the_name_after_a_dash_signs() -> None:
    assert said("“The law is the law, and we keep it.” — Angela Merkel") == [
        ("Angela Merkel", "“The law is the law, and we keep it.”")
    ]


def test_an_introduction_ends_with_a_colon() -> None:
    assert said("Angela Merkel had a clear message:\n\n“Nobody is above the law.”") == [
        ("Angela Merkel", "“Nobody is above the law.”")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Angela Merkel said that the talks had failed.", "Angela Merkel", "that the talks had failed"),
        ("Angela Merkel said the talks had failed.", "Angela Merkel", "the talks had failed"),
        ("The talks had failed, Angela Merkel said on Monday.", "Angela Merkel", "The talks had failed"),
        ("The talks had failed, said Angela Merkel.", "Angela Merkel", "The talks had failed"),
        ("According to Angela Merkel, the talks have failed.", "Angela Merkel", "the talks have failed"),
        ("The talks have failed, according to Angela Merkel.", "Angela Merkel", "The talks have failed"),
        (
            "Angela Merkel told reporters in Berlin that the talks had failed.",
            "Angela Merkel",
            "that the talks had failed",
        ),
    ],
)
def test_reported_speech(text: str, speaker: str, content: str) -> None:
    (quote,) = quotes(text, direct=False)
    assert (quote.speaker, quote.text) == (speaker, content)


def test_what_stands_in_marks_is_not_reported_a_second_time() -> None:
    assert quotes("“We will come back,” Angela Merkel said.", direct=False) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Angela Merkel wanted “reliable, legally binding” guarantees.",
            "Angela Merkel",
            "“reliable, legally binding”",
        ),
        (
            "The launch, in the words of Angela Merkel, led “to the edge of time itself”. It was cold.",
            "Angela Merkel",
            "“to the edge of time itself”",
        ),
        ("Angela Merkel warned of “serious consequences” if it failed.", "Angela Merkel", "“serious consequences”"),
        ("Angela Merkel rejected the “absurd and dangerous” plan.", "Angela Merkel", "“absurd and dangerous”"),
    ],
)
def test_some_words_of_somebody_are_reported_where_the_sentence_says_whose(text: str, speaker: str, words: str) -> None:
    (quote,) = quotes(text, direct=False)
    assert (quote.speaker, quote.text) == (speaker, words)
    assert quote.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hanks wanted “The Long Way Home” to win.",
        "The company sells “smart home” devices.",
    ],
)
def test_words_in_marks_that_nobody_said_stay_no_quote(text: str) -> None:
    assert said(text) == []


def test_quoted_words_inside_reported_speech_are_told_once() -> None:
    text = "Angela Merkel said that the talks were “difficult but fair” on Monday."
    assert quotes(text) == []
    assert [quote.speaker for quote in quotes(text, direct=False)] == ["Angela Merkel"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rita Blum announced an appeal. One of the guards, a sergeant, testified that the door was open. “I was "
         "asleep,” he said.", "sergeant"),
        ("Anna Berg won the race. A spectator said that she had seen the fall. “It was terrible to see,” she said.",
         "spectator"),
        ("Anna Berg won the race. A reporter asked how she felt. “I am only tired,” she said.", "Anna Berg"),
        ("Fenna Vries won the race. “I was lucky today,” the Dutchwoman said.", "Fenna Vries"),
    ],
)  # fmt: skip
def test_somebody_without_a_name_goes_on_speaking(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in quotes(text) if quote.direct] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Two plants will close, its owner said on Monday, after losses grew.", "its owner", "Two plants will close"),
        ("Farmers stayed away, organisers noted, and the hall was half empty.", "organisers", "Farmers stayed away"),
        ("Ana Costa defended the tax, saying that the city was poor.", "Ana Costa", "that the city was poor"),
        ("Students demanded that the rector resign.", "Students", "that the rector resign"),
        ("The nurses, who were not asked, fear that wards will close.", "nurses", "that wards will close"),
        ("One of them, Jan Novak, fears that the mine will close.", "Jan Novak", "that the mine will close"),
        ("Studies have shown that rain is heavier now.", "Studies", "that rain is heavier now"),
    ],
)
def test_reports_in_the_midst_of_a_sentence(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(quote.speaker, quote.text) for quote in quotes(text, direct=False)]
