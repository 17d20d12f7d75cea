"""Words and punctuation marks of a text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A word with inner hyphens, apostrophes, dots of abbreviations; a possessive ending is a token of its own;
# numbers keep their separators; anything else that is visible stands alone.
_TOKEN = re.compile(
    r"['’]s\b"
    r"|(?:[A-Z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:(?!['’]s\b)[-'’&][^\W_]+)*"
    r"|\w+"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Three lists of one length; token *i* is ``words[i]`` at ``starts[i]:ends[i]``."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str) -> Tokens:
    """Split ``text``; white space belongs to no token."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(words, starts, ends)
