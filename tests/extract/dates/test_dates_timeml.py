"""TimeML output: well formed, the text unchanged, one TIMEX3 for each date fact."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.extract.dates.rules import RULES
from reader.extract.timeml import DOCTYPE, timeml
from reader.model import Published, clean

PUBLISHED = Published.parse("2021-12-30")


def _document(text: str, published: Published | None = PUBLISHED) -> tuple[str, ElementTree.Element]:
    facts = find_dates(Article(text, published))
    raw = timeml(text, facts, published, "d<1>", "Title & more")
    return raw, ElementTree.fromstring(raw)


def test_a_document_names_its_creation_time_and_numbers_its_dates() -> None:
    raw, root = _document("AT&T said it will meet on January 10, <later> than last week's call.")
    assert raw.splitlines()[1] == DOCTYPE
    creation = root.find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["value"] == "2021-12-30"
    assert creation.attrib["functionInDocument"] == "CREATION_TIME"
    found = root.findall("TEXT/TIMEX3")
    assert [(item.attrib["tid"], item.attrib["value"], item.text) for item in found] == [
        ("t1", "2022-01-10", "January 10"),
        ("t2", "2021-W51", "last week"),
    ]
    assert found[1].attrib["anchorTimeID"] == "t0"
    assert root.findtext("DOCID") == "d<1>"


def test_without_a_publication_date_the_creation_time_stays_open() -> None:
    _, root = _document("He left on January 10.", None)
    creation = root.find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["value"] == "XXXX-XX-XX"
    found = root.find("TEXT/TIMEX3")
    assert found is not None
    assert found.attrib["value"] == "XXXX-01-10"
    assert "anchorTimeID" not in found.attrib


def test_a_date_that_refers_back_is_anchored_to_the_one_before() -> None:
    _, root = _document("They met on December 8 and parted two days later.")
    found = root.findall("TEXT/TIMEX3")
    assert [(item.text, item.attrib.get("anchorTimeID")) for item in found] == [
        ("December 8", "t0"),
        ("two days later", "t1"),
    ]


def test_modifiers_sets_and_times_keep_their_attributes() -> None:
    _, root = _document("Twice a week in early December; the late evening; every Tuesday.")
    attributes = [item.attrib for item in root.findall("TEXT/TIMEX3")]
    assert attributes[0]["freq"] == "2X"
    assert attributes[1]["mod"] == "START"
    assert attributes[2]["type"] == "TIME"
    assert attributes[3]["quant"] == "EVERY"


_ENUMERATED = {
    "type": {"DATE", "TIME", "DURATION", "SET"},
    "temporalFunction": {"true", "false"},
    "functionInDocument": {"CREATION_TIME", "NONE"},
    "mod": {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS"}
    | {"EQUAL_OR_MORE", "START", "MID", "END", "APPROX"},
}
"""What the DTD of TimeML 1.2.1 allows."""
_FREE = {"tid", "value", "quant", "freq", "anchorTimeID", "beginPoint", "endPoint", "valueFromFunction", "comment"}


def test_every_example_of_the_grammar_is_valid_timeml() -> None:
    text = "\n\n".join(example.text for rule in RULES for example in rule.examples)
    _, root = _document(text)
    timexes = list(root.iter("TIMEX3"))
    tids = [item.attrib["tid"] for item in timexes]
    assert len(timexes) > 300
    assert len(set(tids)) == len(tids)
    for item in timexes:
        assert item.attrib.keys() - _FREE <= _ENUMERATED.keys()
        assert {"tid", "type", "value"} <= item.attrib.keys()
        assert all(item.attrib[name] in allowed for name, allowed in _ENUMERATED.items() if name in item.attrib)
        assert {item.attrib[name] for name in ("anchorTimeID", "beginPoint", "endPoint") if name in item.attrib} <= {
            *tids
        }
        assert not list(item)


_WORDS = st.sampled_from(
    ["last week", "on May 5, 2020", "&", "<b>", "]]>", "\x0b", "\ufffe", "10 p.m.", "—", "\n\n", "two days"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_WORDS, st.text(max_size=8)), max_size=12))
def test_any_text_comes_back_whole(words: list[str]) -> None:
    text = clean(" ".join(words))
    _, root = _document(text)
    body = root.find("TEXT")
    assert body is not None
    kept = "".join(body.itertext())
    assert len(kept) == len(text)
    assert all(one == other or one == "\ufffd" for one, other in zip(kept, text, strict=True))
