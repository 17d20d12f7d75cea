"""Words and punctuation marks of a text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Right parts that make an adjective of the name before the hyphen: "US-led", "London-based". Others keep their hyphen
# ("Jean-Claude", "Kim Jong-un", "Asia-Pacific").
_TAIL = r"(?=-(?:led|run|like|wide|era|style|held|born|made|built|only|wing|[a-z]{3,}(?:ed|ing|ly))\b)"
# Left parts that are no name of their own: "pro-Russian", "anti-Trump", "ex-Soviet".
_HEAD = r"(?:[Pp]ro|[Aa]nti|[Ee]x|[Nn]on|[Pp]ost|[Pp]re|[Mm]id|[Pp]an|[Ii]ntra|[Tt]rans)(?=-[A-Z])"
# Abbreviations whose full stop is part of the word; "Co" and the like only where a name can go on or end.
_DOTTED = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cpl|Maj|Sen|Rep|Gov|Rev|Hon|Inc|Corp|Ltd|Co|Bros|Jr|Sr|St|Ft|Mt)\."

# A word with inner hyphens, apostrophes, dots of abbreviations; a possessive ending is a token of its own; an initial
# before another name keeps its dot; numbers keep their separators; addresses are one token; anything else that is
# visible stands alone.
_WORDS = (
    r"https?://\S+|www\.\S+"
    r"|['’][sS]\b"
    r"|(?:[A-Z]\.){2,}"
    r"|[A-Z]\.(?=\s[A-Z][\w.])"
    rf"|{_DOTTED}"
    rf"|{_HEAD}"
    rf"|[^\W\d_]++{_TAIL}"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:(?!['’][sS]\b)[-'’&][^\W_]+)*"
    r"|\w+"
    r"|[^\w\s]"
)
_TOKEN = re.compile(_WORDS)


@cache
def _token_or_mail() -> re.Pattern[str]:
    """Mail addresses are looked for only where there is an "@": trying at every word costs more than all the rest."""
    return re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]{0,64}|" + _WORDS)


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
    for match in (_token_or_mail() if "@" in text else _TOKEN).finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(words, starts, ends)
