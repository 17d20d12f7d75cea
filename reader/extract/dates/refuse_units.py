"""Units of time in their other senses: seconds of a meal, minutes of a meeting, a minute rise, a batsman's century."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_senses as senses
from reader.extract.dates.beside import the_clause_goes_on
from reader.extract.dates.refuse import sentence_starts
from reader.extract.dates.rule import Match

_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_WERE = frozenset({"is", "are", "was", "were"})


def _owned(match: Match) -> bool:
    """Whether somebody has it: ``his seconds``, ``the boxer's seconds``, but ``today's seconds``."""
    return match.previous.lower() in _OWNERS or match.text[match.start - 3 : match.start - 1] in (
        "'s",
        "’s",
        "s'",
        "s’",
    )


@cache
def _helpings() -> re.Pattern[str]:
    return re.compile(senses.SECOND_HELPINGS, re.IGNORECASE)


@cache
def _goes_by() -> re.Pattern[str]:
    return re.compile(r"\s(?:go|goes|went|going)\sby\b")


@cache
def _and_others() -> re.Pattern[str]:
    return re.compile(r"\sand\s(?:thirds|remnants|overruns|rejects|offcuts|cast-offs|bargains|samples)\b")


def _by(match: Match) -> bool:
    return _goes_by().match(match.text, match.end, match.end + 10) is not None


def _seconds(match: Match) -> bool:
    """``queued for seconds``, ``factory seconds``, ``the boxer's seconds``, ``he seconds the motion``."""
    previous, following = match.previous.lower(), match.following.lower()
    if previous == "of":
        things = match.text[max(0, match.start - 24) : match.start].lower().split()
        return len(things) > 1 and things[-2] not in senses.SO_MANY_SECONDS and following not in ("of", "later")
    if match.text[match.start].isupper() and following == "out":
        return True  # "Seconds out, round one!"
    if "firsts" in match.text[max(0, match.start - 50) : match.start].lower():
        return True  # "firsts sell for 90 pounds and seconds for 40"
    if previous in senses.ARC | senses.SOLD_AS_SECONDS or _and_others().match(match.text, match.end):
        return True
    if following in ("later", "after", "before", "earlier", "apart", "away", "from") or _by(match):
        return False
    if match.words("vague") == "some":
        return following in ("have", "are", "were", "go")
    if _owned(match):
        return True
    if following in ("the", "a", "his", "her", "that", "this", "my"):
        moved = match.text[match.end : match.end + 40].split()[1:3]
        return not senses.SECONDED.isdisjoint(word.strip(".,;") for word in moved)
    if previous == "the":
        return following not in senses.TIME_OF_MINUTES or following == "in"
    if previous in _WERE:
        return not following.isalpha()
    if previous in ("for", "have", "had", "want", "wants", "wanted", "need", "needs", "needed") and following in (
        "to",
        "left",
        "remaining",
    ):
        return False
    return _helpings().search(*match.before(60)) is not None


def _every_second(match: Match) -> bool:
    """``every second house``: one in two; ``each minute bead``; but ``every second counts``, ``every minute of it``."""
    following = match.following
    if not following.isalpha() or not following.islower() or following in senses.TIME_GOES | senses.MATTERING:
        return False
    return following not in senses.FUNCTION_WORDS


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(senses.KEEPING_A_RECORD, re.IGNORECASE)


@cache
def _recorded() -> re.Pattern[str]:
    return re.compile(senses.RECORDED)


@cache
def _dated_record() -> re.Pattern[str]:
    return re.compile(r"\sfrom\s(?:the|that|a|its)\s(?:[\w-]+\s){0,3}(?:meeting|session|hearing)|\sfrom\s\d{4}\b")


def _of_a_body(match: Match) -> bool:
    """``the Fed minutes``."""
    previous = match.previous
    return previous[:1].isupper() and previous.isalpha() and not sentence_starts(match)


@cache
def _of_a_meeting() -> re.Pattern[str]:
    bodies = "board|meeting|cabinet|council|committee|policy|court|draft|parish"
    return re.compile(rf"\b(?:{bodies})(?:['’]s)?\s\Z", re.IGNORECASE)


def _minutes(match: Match) -> bool:
    """``They kept minutes``, ``the minutes record``, ``no minutes of the talks``, but ``the minutes passed``."""
    following = match.following.lower()
    text, end = match.text, match.end
    if _recorded().match(text, end, end + 80) or _dated_record().match(text, end, end + 50):
        return True
    if following in ("from", "in") and _of_a_meeting().search(*match.before(24)):
        return True  # "board minutes from June"
    if following in senses.TIME_OF_MINUTES or _by(match) or following in ("later", "ago", "apart", "away", "from"):
        return False
    if following in senses.RECORD_SHOWS or _kept().search(*match.before(50)):
        return True
    return match.previous.lower() == "the" or _owned(match) or _of_a_body(match)


def _a_minute(match: Match) -> bool:
    """``a minute rise``: very small; a minute of time goes on with no noun: ``a minute later``, ``a minute.``."""
    following = match.following.lower()
    if not match.text[match.end : match.end + 1].isspace() or not following[:1].isalpha():
        return False
    if match.previous in ("After", "For", "Within"):
        return False  # "After a minute silence fell"
    if following in senses.BEHIND_A_MINUTE or following.endswith(("ing", "ly")) or _by(match):
        return False
    if following == "flat" and match.text[match.end + 5 : match.end + 6] in tuple(".,;"):
        return False
    return not the_clause_goes_on(match)


@cache
def _put_in() -> re.Pattern[str]:
    return re.compile(r"\b(?:work\w{0,3}|put\sin|keeps?|kept)\s(?:very\s|such\s)?long\s\Z|\ball\sthe\s\Z")


@cache
def _of_light() -> re.Pattern[str]:
    return re.compile(r"\sof\s(?:darkness|daylight|operation|business|work)\b")


def _hours(match: Match) -> bool:
    """``open at all hours``, ``unsocial hours``, ``the hours are long``, ``her hours were cut``."""
    previous, following = match.previous.lower(), match.following.lower()
    if previous in senses.KINDS_OF_HOURS or following == "worked":
        return True
    if _put_in().search(*match.before(28)) or _of_light().match(match.text, match.end, match.end + 14):
        return True
    if previous == "of" and match.text[max(0, match.start - 7) : match.start].lower() == "out of ":
        return following not in ("of", "and")
    if _owned(match):
        return True
    return previous == "the" and following in _WERE | {"suit", "suited", "vary", "varied"}


@cache
def _one_of() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]ne\sof\s(?:those|these)\s\Z|\b[Tt]he\send\sof\s\Z")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"\s(?:are|were|look)\s(?:numbered|over|gone)\b")


def _days(match: Match) -> bool:
    """``his days are numbered``, ``ended her days``."""
    if match.previous.lower() in _OWNERS or _one_of().search(*match.before(14)):
        return True
    if match.previous.lower() == "the" and match.following in ("of", "when", "are", "were"):
        return True  # "the days of cheap oil are over"
    return _owned(match) and _numbered().match(match.text, match.end, match.end + 14) is not None


@cache
def _for_ones_years() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:beyond|for|of|belie[ds]?)\s(?:his|her|their|its)(?:\stender|\syoung|\smany)?\s\Z"
        r"|\b(?:advanced|getting\son|tender)\sin\s\Z|\bdonkey['’]s\s\Z"
        r"|\b(?:dog|man|person|sunset|twilight|golden)\s\Z"
    )


def _years(match: Match) -> bool:
    """``wise beyond her years``, ``advanced in years``, ``for donkey's years``."""
    return _for_ones_years().search(*match.before(30)) is not None


@cache
def _of_beads() -> re.Pattern[str]:
    return re.compile(r"\s(?:of\s(?:the\s|her\s|his\s|their\s)?)?(?:[Rr]osary|Hail\sMarys|prayers?\b|beads)")


def _decade(match: Match) -> bool:
    """``a decade of the rosary``."""
    return _of_beads().match(match.text, match.end, match.end + 24) is not None


@cache
def _made_runs() -> re.Pattern[str]:
    return re.compile(senses.MADE_RUNS)


@cache
def _against_a_side() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:against|versus)\s(?:the\s)?[A-Z]|\sbetween\sthem\b|\s(?:at|on)\sdebut\b|\sbefore\slunch\b|\sin\s(?:the|a|one|his|her)\s(?:match|innings|series|game|Test)\b|\sin\sthe\s\w+\sTest\b"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\w-]+")


def _of_cricket(match: Match, reach: int) -> bool:
    near = match.text[max(0, match.start - reach) : match.end + reach].lower()
    return not senses.BAT_AND_BALL.isdisjoint(_word().findall(near))


@cache
def _from_somebody() -> re.Pattern[str]:
    return re.compile(r"\s(?:from|by)\s[A-Z]")


def _a_hundred(match: Match) -> bool:
    """``Root's century``, ``a century stand``, ``a century against Kent``, ``12 Test centuries``: a hundred runs.

    A hundred years have an owner only with a number: ``Britain's 20th century``.
    """
    previous, following = (
        match.text[max(0, match.start - 24) : match.start].lower().split()[-1:],
        match.following.lower(),
    )
    if following in ("ago", "later", "earlier", "old", "hence"):
        return False
    if following in senses.BEHIND_RUNS or not senses.BEFORE_RUNS.isdisjoint(previous):
        return True
    if _against_a_side().match(match.text, match.end, match.end + 24):
        return True
    if _from_somebody().match(match.text, match.end, match.end + 24) and _of_cricket(match, 500):
        return True
    words = match.text[match.start : match.end].lower().split()
    if words == ["half-centuries"] or (words == ["half-century"] and _owned(match) and following not in ("of", "in")):
        return True
    if _made_runs().search(*match.before(60)) and following != "of":
        return True
    if "count" in match and len(words) == 2 and _owned(match):
        return True
    counted = words[0] not in ("a", "an") and (len(words) > 1 or words[0].startswith("half"))
    near = 60 if words[-1].endswith("century") and not counted else 200
    return (counted or len(words) == 1 or following in ("for", "in", "at", "from", "on")) and _of_cricket(match, near)


@cache
def _of_the_tour() -> re.Pattern[str]:
    return re.compile(
        r"\sof\s(?:the|his|her|this|a)\s(?:tour|season|series|summer|campaign|match|tournament|innings|winter|year)\b"
    )


@cache
def _of_the_match() -> re.Pattern[str]:
    return re.compile(r"\sof\s(?:the|his|her)\s(?:tour|series|match|tournament|innings|Test|career)\b")


def _third_century(match: Match) -> bool:
    """``her third century of the tour``, but ``in the third century of the empire``."""
    if "ordinal" in match and _of_the_match().match(match.text, match.end, match.end + 24):
        return True
    if "ordinal" not in match:
        # "his last century came at Perth", "that century", of one who bats
        which = match.text[match.start : match.end].lower().split()[0]
        if match.following in senses.BEHIND_RUNS or _of_cricket(match, 200):
            return True
        return which in ("last", "next") and match.previous.lower() in ("his", "her", "my")
    if match.previous.lower() not in _OWNERS:
        return False
    if match.previous.lower() in ("his", "her", "my") and match.words("ordinal").isalpha() and match.following != "of":
        return True  # "his first century since May": of runs, for nobody lives in it
    if _of_the_tour().match(match.text, match.end, match.end + 24) or _of_cricket(match, 200):
        return True
    return _made_runs().search(*match.before(60)) is not None


def _months(match: Match) -> bool:
    """``May delivery months``: those that are traded."""
    return match.previous.lower() in senses.TRADED_MONTHS


_BY_WORD = {
    "months": _months,
    "seconds": _seconds,
    "some seconds": _seconds,
    "every second": _every_second,
    "each second": _every_second,
    "every minute": _every_second,
    "each minute": _every_second,
    "minutes": _minutes,
    "a minute": _a_minute,
    "hours": _hours,
    "days": _days,
    "years": _years,
    "years ago": _years,
    "decade": _decade,
    "a decade": _decade,
    "a century": _a_hundred,
    "half a century": _a_hundred,
    "half-century": _a_hundred,
    "half-centuries": _a_hundred,
    "centuries": _a_hundred,
}


@cache
def _never_in() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Nn]ot|[Nn]ever)\sin\s\Z|\b(?:would|could|will|ca|wo)(?:n['’]t|\snot|\snever|not)\b[^.;\n]{0,20}\bin\s\Z"
    )


@cache
def _her_senior() -> re.Pattern[str]:
    return re.compile(r"\s(?:his|her|my|their|your|our|[A-Z][\w-]+['’]s)\s(?:senior|junior|elder)\b")


def _many_years(match: Match) -> bool:
    """``never in a million years``, ``20 years her senior``."""
    count = match.number("count")
    if match.words("count").startswith("a ") and count >= 100 and _never_in().search(*match.before(40)):
        return True
    return _her_senior().match(match.text, match.end, match.end + 40) is not None


@cache
def _was() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:is|was|be|been|being|made\sfor)|['’]s)\s\Z")


def _what_it_was(match: Match) -> bool:
    """``What a day!``, ``it was a long week``: how it was, not how long something took."""
    if match.previous.lower() == "what" or match.text.startswith(" is a long time in", match.end):
        return True
    if "filler" not in match or match.following in ("before", "after", "since", "until", "till", "away", "from"):
        return False
    return match.words("filler") == "long" and _was().search(*match.before(12)) is not None


def another_unit(match: Match) -> bool:
    """Whether a match that is a unit of time, or ends in one, has another sense here."""
    words = match.text[match.start : match.end].lower()
    sense = _BY_WORD.get(words)
    if sense is not None:
        return sense(match)
    if "unit1" in match and words.startswith("a ") and _what_it_was(match):
        return True
    if "count" in match:
        if words.endswith("centuries"):
            return _a_hundred(match)
        if words.endswith("years"):
            return _many_years(match)
    return words.endswith(" century") and _third_century(match)
