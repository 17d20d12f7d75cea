"""What only looks like a feast: ``Christmas trees``, ``Easter Island``, ``“Groundhog Day”``, ``Labor Day grossed``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.refuse import a_quoted_title
from reader.extract.dates.rule import Match


def _alone_in_quotes(match: Match) -> bool:
    """``shows “Groundhog Day”``, but ``what is known as “Black Friday”``, ``“Christmas Eve,” she said``."""
    before, after = match.text[match.start - 1 : match.start], match.text[match.end : match.end + 1]
    if before not in usage.OPENING_QUOTES or not before or not after or after not in usage.CLOSING_QUOTES:
        return False
    head = match.text[max(0, match.start - 14) : match.start - 1].split()
    one = match.quoted.strip("“”").isalpha() and match.text[match.end - 1] != ","
    return (one or len(match.quoted.split()) > 1) and head[-1:] != ["as"] and head[-1:] not in (["called"], ["dubbed"])


@cache
def _on_the_screen() -> re.Pattern[str]:
    kinds = "film|movie|novel|song|play|musical|sitcom|series|comedy|thriller|romcom|remake|sequel"
    return re.compile(
        rf"\s(?:grossed|stars|starred|starring)\b|,?\s(?:is|was|the|an?)\s(?:(?:a|the)\s)?(?:\w+\s)?(?:{kinds})\b"
    )


def not_a_feast(match: Match) -> bool:
    """``Christmas trees``, ``Easter Island``, ``tomorrow is a new year``, ``the Lunar New Year``."""
    if (
        a_quoted_title(match)
        or _alone_in_quotes(match)
        or _on_the_screen().match(match.text, match.end, match.end + 40)
    ):
        return True  # a showing of "Groundhog Day"
    if match.words("holiday").startswith("new year") and match.previous in usage.OTHER_CALENDARS:
        return True
    if match.words("holiday") == "groundhog day" and match.previous.lower() in (
        "s",
        "is",
        "was",
        "like",
        "a",
        "of",
        "another",
    ):
        return True  # "It's Groundhog Day without the jokes"
    if match.previous in usage.TITLES | usage.RANKS | usage.SAINTLY or match.following in usage.FAMILIES:
        return True  # "Father Christmas", "the Easter family"
    if match.previous.lower() in ("happy", "merry") or (match.previous == "a" and match.words("holiday") == "new year"):
        return True
    return match.following.lower() in usage.FESTIVE
