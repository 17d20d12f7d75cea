"""Falls and springs that are no seasons: a fall in output, one that broke a hip, springs of a sofa and of a valley."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates.english_usage import NOT_OF_SEASONS
from reader.extract.dates.english_verbs import IRREGULAR_PAST, SAME_PAST
from reader.extract.dates.refuse_months import not_a_season
from reader.extract.dates.rule import Match


@cache
def _from_the_ground() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:water|drank|bottles?|jugs?|buckets?|fill(?:s|ed)?|drinks?|drinking|drew|draws?|drawn|fetch(?:ed)?|bottled|piped|flows?|flowed|bathed?)\b[^.;]{0,30}\s\Z",
        re.IGNORECASE,
    )


@cache
def _hurt() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:broken?|breaking|fractur\w+|injur(?:ed|ies|y)|hurt|bruis\w+|concuss\w+|surviv\w+|died|killed|unconscious|limp\w*|crutches"
        r"|ladder|stairs|scaffold\w*|balcony|cliff|jockey|climber|mountaineer|saddle|paralysed|paralyzed|x-ray\w*|walk\w*|wheelchair|stick)\b"
    )


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|due|expected|next|plans?|school|term|semester|election|elections|campus|class(?:es)?|again)\b"
    )


@cache
def _of_what_falls() -> re.Pattern[str]:
    things = (
        "prices?|value|output|sales|profits?|earnings|revenues?|demand|exports?|imports?|production|unemployment|inflation"
        "|crime|numbers?|shares?|stocks?|dollar|yen|euro|pound|rouble|ruble|rupee|lira|oil|temperatures?|rates?|turnout"
        "|support|popularity|birth|births|deaths|house|car|retail|consumer|interest|attendances?|standards|ratings"
    )
    return re.compile(
        rf"\sin\s(?:the\s|its\s|his\s|their\s|[a-z]+['’]s\s)?(?:{things})\b|\sof\s(?:the\shammer|snow|rain|rock)\b"
    )


@cache
def _the_sharpest() -> re.Pattern[str]:
    kinds = "sharpest|steepest|biggest|largest|smallest|third|second|first|fastest"
    return re.compile(
        rf"\s(?:was|is|follows|followed|came)\s(?:the\s|its\s|their\s|an?\s)?(?:{kinds}|rise|sharp|steep)\b"
    )


@cache
def _what_springs_do() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:rises?|feeds?|fed|bubbles?|bubbled|gushe[sd]|flows?|flowed|supplie[sd]|yields?|(?:has|had)\s(?:run\s)?dr(?:y|ied))\b"
        r"|\sin\s(?:the|his|her|its|their|a)\s(?:sofa|mattress|chair|trap|clock|watch|bed|seat|lock|step|heel|suspension|stride)\b"
    )


@cache
def _opens_a_clause() -> re.Pattern[str]:
    leads = "In|During|Over|Before|After|Since|Until|By|Through|Throughout|Into|From"
    return re.compile(rf"(?:\A|[.!?;:”\"]\s|\n|,\s|\b(?:and|but|that|because|while)\s)(?:{leads}|{leads.lower()})\s\Z")


@cache
def _sentence_opens() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?;:”\"]\s|\n)\Z")


@cache
def _one_who_acts() -> re.Pattern[str]:
    events = (
        "Games|Olympics?|Paralympics?|Cup|Budget|Statement|Tests?|Series|Festival|League|Session|Fair|Show|Championships?|Open"
        "|Season|School|Sale|Solstice|Break|Offensive|Palace|Meeting|Conference|Assembly|Ball|Concert|Ballot|Classic"
    )
    done = "|".join(sorted(IRREGULAR_PAST | SAME_PAST))
    return re.compile(
        rf"(?:\s(?!(?:{events})\b)[A-Z][\w.-]*){{1,3}}(?:['’]s?\s(?:[a-z-]+\s){{0,2}}[a-z-]+)?\s(?:[a-z]+ly\s|also\s|never\s)?"
        rf"(?:had|has|was|were|is|are|will|would|could|can|did|{done}|[a-z]{{2,}}(?:ed|s))\b"
    )


def a_season_of_a_name(match: Match) -> bool:
    """``in the winter Games``; but ``In the spring Ottawa promised``, where a clause opens and the name acts."""
    if not match.following[:1].isupper() or match.following == "I" or match.text[match.end : match.end + 1] != " ":
        return False
    if match.text[slice(*match.spans["season"])][0].isupper():
        return True
    opens = _opens_a_clause() if match.text[match.start : match.end].startswith("the ") else _sentence_opens()
    if opens.search(*match.before(14)) is None:
        return True
    return _one_who_acts().match(match.text, match.end, match.end + 60) is None


def not_the_season(match: Match) -> bool:
    """What :func:`a_season_of_a_name` and :func:`not_a_season` know."""
    return a_season_of_a_name(match) or not_a_season(match)


def a_fall_or_a_spring(match: Match) -> bool:
    """``this fall in output``, ``every spring in the sofa``, ``drew water from the spring``, ``hurt in the fall``."""
    words = match.text[match.start : match.end].lower()
    if "year" in match:
        return False
    if match.following in NOT_OF_SEASONS:
        return True  # "noted that spring crops are late"
    if words.endswith("fall") and (
        _of_what_falls().match(match.text, match.end, match.end + 40)
        or _the_sharpest().match(match.text, match.end, match.end + 40)
    ):
        return True
    if words.endswith("spring") and _what_springs_do().match(match.text, match.end, match.end + 30):
        return True
    if words == "the spring":
        return match.previous == "from" and _from_the_ground().search(*match.before(60)) is not None
    if words != "the fall":
        return False
    begin = max(match.text.rfind(". ", max(0, match.start - 100), match.start), max(0, match.start - 100))
    stop = match.text.find(".", match.end, match.end + 60)
    if match.text[match.end : match.end + 1] == ",":
        stop = match.end  # "In the fall, he was injured in a game"
    near = match.text[begin : stop if stop > 0 else match.end + 60]
    return _hurt().search(near) is not None and _ahead().search(near) is None
