"""brat: the checks that its own parser makes of an ``.ann`` file, and files of other hands."""

from __future__ import annotations

import re

import pytest

from reader.exchange import brat
from reader.exchange.errors import ExchangeError
from reader.exchange.incoming import Incoming, Refused
from reader.model import Annotation
from tests.exchange.articles import article, random_article


def check(text: str, ann: str) -> dict[str, str]:
    """Hold an ``.ann`` file against brat's rules (its annotation.py); the kinds of its lines by their ids."""
    ids: dict[str, str] = {}
    targets: list[str] = []
    assert ann == "" or ann.endswith("\n")
    assert len(ann.splitlines()) == ann.count("\n"), "a character that brat takes for the end of a line"
    for line in ann.split("\n")[:-1]:
        id, data, *tail = line.split("\t", 2)
        assert re.fullmatch(r"[A-Z#]\d+", id)
        assert id not in ids, "an id may be given once"
        rest = tail[0] if tail else ""
        if id[0] == "T":
            kind, _, offsets = data.partition(" ")
            assert re.fullmatch(r"[A-Za-z_-][A-Za-z0-9_-]*", kind)
            spans = [tuple(map(int, pair.split(" "))) for pair in offsets.split(";")]
            for at, (start, end) in enumerate(spans):
                assert 0 <= start < end <= len(text)
                assert not any(end >= other and start < last for other, last in spans[:at]), "fragments overlap"
            assert rest == " ".join(text[start:end] for start, end in spans)
        elif id[0] == "R":
            kind, first, second = data.split(" ")
            assert first.startswith("Arg1:T")
            assert second.startswith("Arg2:T")
            assert first[5:] != second[5:]
            targets += [first[5:], second[5:]]
        elif id[0] == "E":
            trigger, *roles = data.split(" ")
            targets += [trigger.split(":")[1], *(role.split(":")[1] for role in roles)]
            kind = "event"
        elif id[0] == "A":
            kind, target = data.split(" ")[:2]
            targets.append(target)
        elif id[0] == "N":
            match = re.fullmatch(r"(\S+) (\S+) (\S+?):(\S+)", data)
            assert match
            kind = match[1]
            targets.append(match[2])
        else:
            kind, target = data.split(" ")
            targets.append(target)
        ids[id] = kind
    assert set(targets) <= ids.keys()
    return ids


def test_brat_can_open_what_is_written() -> None:
    letters: set[str] = set()
    for seed in range(300):
        letters |= {id[0] for id in check(*brat.write(random_article(seed, facts=True)))}
    assert letters == set("TREAN#")


def test_a_span_over_lines_is_written_in_fragments() -> None:
    text, ann = brat.write(article("One two\n\nthree four", ("two\n\nthree", "claim", "")))
    assert ann.splitlines()[0] == "T1\tclaim 4 7;9 14\ttwo three"
    (incoming,) = brat.read(text, ann)
    assert isinstance(incoming, Incoming)
    assert incoming.work.anchor is not None
    assert incoming.work.anchor.quote == "two\n\nthree"


def test_facts_are_no_annotations_of_the_reader_when_they_come_back() -> None:
    marked = random_article(3, facts=True)
    text, ann = brat.write(marked)
    assert "Machine" in ann
    works = [one.work for one in brat.read(text, ann) if isinstance(one, Incoming)]
    known = {one.annotation.id for one in marked.annotations}
    assert {work.id for work in works} <= known


FOREIGN = (
    "T1\tPerson 0 5\tBiden\nT2\tPerson 10 15\tPutin\n#1\tAnnotatorNotes T1\tUS president\n"
    "R1\tMeets Arg1:T1 Arg2:T2\nA1\tSure T1\n*\tEquiv T1 T2\n"
)


def test_the_file_of_another_hand() -> None:
    first, second = brat.read("Biden and Putin\n", FOREIGN, "talks")
    assert isinstance(first, Incoming)
    assert isinstance(first.work, Annotation)
    assert (first.work.label, first.work.note, first.article.title) == ("Person", "US president", "talks")
    assert isinstance(second, Incoming)
    assert second.work.id != first.work.id
    again, _ = brat.read("Biden and Putin\n", FOREIGN, "talks")
    assert again == first


@pytest.mark.parametrize(
    "line",
    ["T1\tPerson 0 99\tBiden", "T1\tPerson 5 0\tBiden", "T1\tPerson 0 5\tPutin", "T1 Person 0 5", "T1\tPerson x y\tz"],
)
def test_a_wrong_line_is_told_and_the_next_is_read(line: str) -> None:
    refused, good = brat.read("Biden and Putin", f"{line}\nT2\tPerson 10 15\tPutin\n")
    assert isinstance(refused, Refused)
    assert refused.where == "line 1"
    assert isinstance(good, Incoming)


def test_what_is_no_brat_file_is_refused() -> None:
    with pytest.raises(ExchangeError):
        list(brat.read("text", "Dear all,\nplease find attached\n"))
