"""Every entry of the table of reporting verbs works as its example says."""

from __future__ import annotations

import re

import pytest

from reader.extract.article import Article
from reader.extract.quotes import find_quotes
from reader.extract.quotes.cues import CUES, Cue


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.verb} ({cue.frame})")
def test_the_example_of_a_cue(cue: Cue) -> None:
    text = re.sub(r"[\[\]|]", "", cue.example)
    speaker = re.search(r"\[(.*?)\]", cue.example)
    content = re.search(r"\|(.*?)\|", cue.example)
    assert speaker is not None
    assert content is not None
    found = find_quotes(Article(text), [])
    assert [quote.text for quote in found] == [content.group(1)]
    name = re.sub(r"^(?:the|The|a|A) ", "", speaker.group(1))
    assert (found[0].speaker or "").removeprefix("The ") == name


def test_no_verb_is_told_twice() -> None:
    verbs = [cue.verb for cue in CUES]
    assert len(verbs) == len(set(verbs))
