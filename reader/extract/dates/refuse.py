"""What only looks like a date: ``May said``, ``Flight 1972``, ``2014 seats``, ``March on Washington``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import NUMBERS
from reader.extract.dates.english_verbs import ABBREVIATIONS, REPORTING
from reader.extract.dates.rule import Match


def an_average(match: Match) -> bool:
    """``the average daily volume``: so much a day, and the titles that :func:`a_title` knows."""
    return (match.previous.lower() == "average" and match.words("adverb") == "daily") or a_title(match)


def sentence_starts(match: Match) -> bool:
    """The word before begins the sentence, so its capital says nothing."""
    head = match.text[max(0, match.start - 60) : match.start].rstrip()
    head = head[: len(head) - len(match.previous)].rstrip()
    if head.endswith(".") and head[:-1].split()[-1:] and head[:-1].split()[-1] in ABBREVIATIONS:
        return False  # "Sgt. Al Weeks"
    return not head or head[-1] in '.!?:“"”\n'


@cache
def _in_quotes() -> re.Pattern[str]:
    return re.compile(r"[“\"‘]((?=[^\s“”\"]|\Z)[^“”\"\n]{0,50})\Z")


@cache
def _spoken() -> re.Pattern[str]:
    verbs = REPORTING | usage.SAYING - usage.BEING_NOW - {"who"}
    return re.compile(rf"\s(?:[\w'’-]+\s){{0,3}}(?:{'|'.join(sorted(verbs))})\b")


@cache
def _closing_quote() -> re.Pattern[str]:
    return re.compile(r"[^,.;!?\n”\"“]{0,50}?([,.!?]?)[”\"](?!\w)")


def in_a_quoted_title(match: Match) -> bool:
    """``“This Hour Has 22 Minutes”``, ``“Last Saturday in Town”``: a date of any kind among the words of a title.

    Some word of weight beside it has its capital; the first of what is quoted has one in speech too.
    """
    opening = _in_quotes().search(*match.before(52))
    closing = _closing_quote().match(match.text, match.end, match.end + 52) if opening else None
    if opening is None or closing is None:
        return False
    if closing.group(1) in (",", "?", "!") and _spoken().match(match.text, closing.end(), closing.end() + 60):
        return False
    ahead, inside = opening.group(1).split(), match.text[match.start : match.end].split()
    beside = ahead + match.text[match.end : closing.end() - 1].split()
    weighty, own = ([word for word in words if word[0].isalpha()] for words in (beside, inside))
    weighty, own = ([word for word in words if word.lower() not in usage.SMALL_WORDS] for words in (weighty, own))
    if not all(word[0].isupper() for word in weighty + own) or "I" in weighty:
        return False
    common = any(word.lower() not in usage.CAPITALS for word in own)  # "Before Sunrise"
    return len(weighty) + (common and bool(ahead)) > bool(ahead and ahead[0] in weighty)


def a_quoted_title(match: Match) -> bool:
    """``“Sunday Sons”``, ``"The Winter Road"``: between quotation marks all words of weight begin with a capital."""
    opening = _in_quotes().search(*match.before(52))
    if opening is None:
        return False
    rest = match.text[match.end : match.end + 52]
    stop = next((place for place, char in enumerate(rest) if char in '”"\n'), -1)
    if stop < 0 or rest[stop] == "\n":
        return False
    if rest[stop - 1 : stop] in (",", "?", "!") and _spoken().match(rest, stop + 1):
        return False  # "In May," she said
    around = (opening.group(1) + rest[:stop]).rstrip(",.")
    words = [word for word in around.split() if word[0].isalpha()]
    weighty = [word for word in words if word.lower() not in usage.SMALL_WORDS]
    inside = match.text[match.start : match.end]
    return bool(weighty) and inside[:1].isupper() and all(word[0].isupper() for word in weighty)


def somebody(match: Match) -> bool:
    """``police were told that Dawn had left``: a part of the day with a capital."""
    start = match.spans["part"][0]
    return match.text[start].isupper() and match.text[match.start].islower()


def no_lead(match: Match) -> bool:
    """A part of the day without a word before it that makes a time of it: ``said dawn``."""
    return "early" not in match and match.previous.lower() not in usage.BEFORE_DAWN


def a_programme(match: Match) -> bool:
    """``Friday Night Lights``, ``Saturday Night Live``."""
    part = match.text[slice(*match.spans["part"])]
    if match.following in usage.PART_THINGS:
        return True  # "a Saturday night special"
    if not part[0].isupper() or part.isupper():
        return False
    station = match.previous.isupper() and len(match.previous) > 2  # "CNN This Morning"
    if "deictic" in match and match.text[match.start].isupper() and (station or not match.previous[:1].isupper()):
        return True
    return match.following[:1].isupper() or (match.spans["part"][0] == match.start and not sentence_starts(match))


@cache
def _ratio() -> re.Pattern[str]:
    score = r"\b(?:score|scoreline|lead|result|tally|mix)\s(?:of|is|was)\s\Z|\b(?:led|trailed)\s\Z"
    return re.compile(score + r"|\bratios?\b[^.]*\Z|\b\d:\d{1,2}\b[^.]*\Z|\b\d{1,2}:\d\b[^.]*\Z")


@cache
def _of_play() -> re.Pattern[str]:
    return re.compile(r"\s(?:of\splay|to\splay|remaining|left\sin|minutes\b)")


def not_a_clock(match: Match) -> bool:
    """``John 3:16``, a mixture of ``1:30``: two numbers and a colon need something that speaks of time.

    So do an hour and its minutes with an ``h``: ``at 18h30``, but ``won in 2h15``.
    """
    if "h" in match.text[slice(*match.spans["clock"])]:
        return match.previous.lower() not in usage.BEFORE_CLOCK
    if match.spans.keys() == {"clock"} and (
        match.previous in usage.SCRIPTURE or _of_play().match(match.text, match.end)
    ):
        return True  # "after 20:15 of play"
    if match.spans.keys() == {"clock"} and match.previous != "at" and _ratio().search(*match.before(80)):
        return True
    if match.spans.keys() - {"clock"} or (
        match.text[match.start] in "012" and match.text[match.start : match.start + 2].isdigit()
    ):
        return False
    return match.previous.lower() not in usage.BEFORE_CLOCK


@cache
def _of_a_thing() -> re.Pattern[str]:
    # "the second half of our batting", "the first half of the film"; but "of the year", "of this decade"
    units = "year|season|decade|century|month|week|day|fiscal|financial|calendar|century|period"
    return re.compile(rf"\sof\s(?:the|an?|his|her|its|our|their|my|your|this|that)\s(?!(?:{units})\b)[a-z]")


@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?!%|\s(?:per|pct))")  # "ended 21-14"


@cache
def _rose_by() -> re.Pattern[str]:
    moved = "rose|fell|grew|shrank|up|down|climbed|dropped|declined|jumped|slid|sank|slowed|expanded|contracted|gained"
    return re.compile(rf"\b(?:{moved})\s[^.;]{{0,24}}(?:%|per\s?cent|pct)\sin\s\Z")


def not_reported(match: Match) -> bool:
    """The first half of a match, the fourth quarter of a game: sport has halves and quarters too."""
    if _rose_by().search(*match.before(50)):
        return False
    if match.words("span") == "half" and match.following == "of" and _of_a_thing().match(match.text, match.end):
        return True
    near = match.text[max(0, match.start - 160) : match.end + 160].lower()
    around = {word.strip(".,;:!?()\"'“”’") for word in near.split()}
    if around & usage.SPORTING or (not around & usage.REPORTING_MONEY and _score().search(near)):
        return True
    return match.words("span") == "half" and ("race" in around or not around & usage.REPORTING_MONEY)


def a_current(match: Match) -> bool:
    """``the current account``, ``a strong current``: only before what is so now does ``current`` speak of time."""
    if a_title(match):
        return True
    if match.words("vaguedate") == "the past":
        # "in the past nine elections", "the past three summers": another length than a unit of time
        return (
            match.following.isdigit() or match.following in NUMBERS or match.following in ("few", "several", "couple")
        )
    return match.words("vaguedate") == "current" and match.following.lower() in usage.CURRENT_THINGS


def a_small_thing(match: Match) -> bool:
    """``$12 a year``: so much for each; ``a minute detail``: very small; ``A Fortnight in May``: a title."""
    unit = match.text[slice(*match.spans["unit1"])]
    if match.words("unit1") == "year" and match.following.isdigit():
        return True  # "a year 9 pupil"
    if unit[:1].isupper() and match.text[match.start].isupper() and match.previous.islower() and not unit.isupper():
        return True
    if match.words("unit1") == "day" and match.following == "of":
        # "Tuesday will be a day of mourning"
        kind = match.text[match.end : match.end + 24].split()[1:2]
        if match.previous.lower() in usage.BEING or (kind and kind[0].strip(".,;") in usage.DAYS_OF):
            return True
    if match.following in usage.COMPOUNDS.get(match.words("unit1"), ()):
        return True  # "a day trip", "a night owl"
    if match.following == "like" or (match.words("unit1") == "day" and match.following in ("that", "when", "which")):
        return True  # "I have not seen a day like it", "a day that is a holiday"
    return a_rate(match) or (match.words("unit1") == "minute" and match.following.lower() in usage.MINUTE_THINGS)


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|\w{3,9}est|only)"
        r"\s(?:[\w'’-]+\s){1,2}of\s\Z"
    )


def an_award(match: Match) -> bool:
    """``the man of the year``, ``that time of the day``: after ``of`` only a part of the unit makes a date of it.

    So does one of several that is ranked: ``her third victory of the year``.
    """
    if match.previous.lower() != "of" or not not_ranked(match):
        return False
    head = match.text[max(0, match.start - 24) : match.start].lower().split()
    return len(head) < 2 or head[-2] not in usage.PART_OF_STRETCH


def as_many(match: Match) -> bool:
    """``the third in as many months``: the number was named before; ``some day``: which one is not known."""
    if match.words("vague") == "some" and match.words("unit") == "day":
        return True
    return match.previous.lower() == "as" and match.words("vague").startswith("many")


@cache
def _of_a_name() -> re.Pattern[str]:
    return re.compile(r"\s(?:in|of)\s(?:the\s)?[A-Z]")


def in_a_headline(match: Match) -> bool:
    """``Cassini Goes Silent After 13 Years At Saturn``: in a line of capitals one more makes no name."""
    begin = match.text.rfind("\n", max(0, match.start - 120), match.start) + 1
    stop = match.text.find("\n", match.end, match.end + 120)
    if stop < 0 or (begin == 0 and match.start > 120):
        return False
    words = [word for word in match.text[begin:stop].split() if word[0].isalpha()]
    weighty = [word for word in words if word.lower() not in usage.SMALL_WORDS and len(word) > 3]
    ends = match.text[stop - 1] in '.!?”"'
    return not ends and len(weighty) > 3 and all(word[0].isupper() for word in weighty)


def a_title_with_units(match: Match) -> bool:
    """``Six Day War``, ``“60 Minutes”``: a number and a unit that are a name."""
    unit = match.text[slice(*match.spans["unit"])]
    if not unit[0].isupper() or unit.isupper() or in_a_headline(match):
        return False
    if _of_a_name().match(match.text, match.end) or "direction" in match:
        return True
    return (
        match.following[:1].isalpha()
        or match.previous.islower()
        or match.following in ("'", "’")
        or match.previous in ("“", '"', "‘", "'", "`")
    )


def a_rate(match: Match) -> bool:
    """``$12 a year``, ``24 hours a day``: so much for each."""
    if match.previous.isdigit() or match.previous.lower() in usage.RATED:
        return True
    # "25 million vehicles a year"
    thing = match.previous.endswith("s") and match.previous.islower() and len(match.previous) > 3
    if (
        not thing
        or match.previous in ("lasts", "takes", "costs", "spends")
        or match.following in ("after", "before", "from", "in", "to")
    ):
        return False
    return _so_many().search(*match.before(40)) is not None


@cache
def _so_many() -> re.Pattern[str]:
    return re.compile(r"(?:\d|\bmillion|\bbillion|\bhundred|\bthousand)s?\s(?:of\s)?(?:\w+\s){1,2}\Z")


def a_title(match: Match) -> bool:
    """``Daily Mail``, ``USA Today``, ``Larry King Now``, ``“This Week”``: capitals make a name of it."""
    raw = match.text[match.start : match.end]
    last = raw.split()[-1]
    if match.name("adverb") and match.text[match.start - 1 : match.start] == "-":
        return True  # "half-yearly results"
    if match.name("adverb") and (match.following[:1].isupper() or match.following in usage.PAPERS):
        return True  # "the Catholic daily La Croix"
    if match.name("adverb") and match.previous.lower() in ("a", "another") and not match.following.isalpha():
        return True  # "a weekly, The Leader"
    if raw == "TODAY" and match.previous == "USA":
        return True
    if raw in ("Today", "Tomorrow", "Yesterday") and match.previous in usage.ENTITLED:
        return True  # "a device called Today"
    if not last[:1].isupper() or last.isupper():
        return False
    if match.following.lower() in usage.SHOWS:
        return True
    if len(raw.split()) > 1 and match.following[:1].isupper():
        return True  # "The Future Group"
    if len(raw.split()) > 1 and raw[0].isupper() and (match.previous.islower() or match.previous == "s"):
        return True  # "ABC's This Week"
    if len(raw.split()) > 1:
        return match.text[match.start - 1 : match.start] in ("“", '"', "‘", "'", "`")
    inside = (
        match.text[max(0, match.start - 2) : match.start].rstrip()[-1:].isalnum() and not match.previous[:1].isupper()
    )
    if match.following[:1].isupper() and (match.name("adverb") or inside):
        return True
    return match.previous[:1].isupper() and match.previous.isalpha() and not sentence_starts(match)


def in_the_end(match: Match) -> bool:
    """``at the end of the day, it is a matter of trust``: the saying, which a clause follows or which opens one."""
    if match.name("unit1") != "D" or match.name("stretch") != "END":
        return False
    return match.following == "," or sentence_starts(match)


def a_possessor(match: Match) -> bool:
    """``Midnight's Children``, ``the midnight oil``: the name of something, or a saying."""
    if match.following.lower() in usage.OF_MIDNIGHT:
        return True
    if (
        match.text[match.start].isupper()
        and match.following[:1].isupper()
        and match.previous not in ("", ".", "”", '"')
    ):
        return True  # the Noon Gun
    if "weekday" in match and match.words("weekday") == "sun":
        return True  # the Midnight Sun
    return match.text[match.end + 1 : match.end + 3] == "s " and match.text[match.end + 3 : match.end + 4].isupper()


def a_question(match: Match) -> bool:
    """``Q1: Thank you for this interview``: questions that have numbers; ``the Audi Q2``: a car."""
    near = match.text[max(0, match.start - 160) : match.end + 160].lower()
    if match.following.lower() in usage.MODELLED or not usage.QUALIFYING.isdisjoint(near.split()):
        return True  # "the Q1 receptor", "was out in Q1 of qualifying"
    if match.previous == "Audi" and match.following.lower() not in usage.REPORTING_MONEY:
        return True
    return match.text[match.end : match.end + 1] in (":", ".") and match.text[match.start - 1 : match.start] in (
        "",
        "\n",
    )


def now_and_then(match: Match) -> bool:
    """``every once in a while``."""
    return match.text[max(0, match.start - 8) : match.start].lower() == "once in "


def soon_in_a_story(match: Match) -> bool:
    """``he soon left``, ``as soon as``: only beside a verb that looks ahead is ``soon`` the future."""
    return match.previous.lower() not in usage.SOON_VERBS and match.following not in usage.SOON_VERBS - {"to", "very"}


def not_ranked(match: Match) -> bool:
    """All but ``her third victory of the year``, ``the biggest deal of the week``."""
    return _ranked().search(*match.before(40)) is None


def a_phrase(match: Match) -> bool:
    """``shares rose after hours``: once the exchange had closed; ``the minutes of the meeting``: its record."""
    if match.words("unit") == "days" and _were().search(*match.before(24)):
        return True  # "it is early days", "those were the days"
    if match.words("unit") == "days" and match.previous == "old":
        return True  # "the old days were gone"
    if match.text[match.start].isupper() and _a_surname_of_units(match):
        return True  # "Robert Weeks, 31, pleaded guilty"
    if match.words("unit") == "days" and match.previous.lower() == "on" and match.following in ("when", "that", "like"):
        return True
    if match.text[match.start].isupper() and (
        match.previous.isdigit() or match.previous.lower() == "the" or match.following.isdigit()
    ):
        return True  # CBS's "60 Minutes", the Days of Our Lives, Years 7 and 8
    if match.words("unit") == "minutes":
        meeting = "meeting" in match.text[match.end : match.end + 50].partition(".")[0]
        return match.following in usage.RECORDING or (match.following in ("of", "from") and meeting)
    if match.previous.endswith("est") and len(match.previous) > 4:
        return True  # "the hottest years": years, not a length of time
    return match.words("unit") == "hours" and match.previous == "after" and match.following in usage.AFTER_HOURS


@cache
def _were() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Tt]hose|[Tt]hese)\s(?:were|are)\s(?:the\s)?\Z|(?:\b(?:is|was|are|were)|['’]s)\s(?:still\s|far\stoo\s)?early\s\Z"
    )


@cache
def _with_an_age() -> re.Pattern[str]:
    return re.compile(r",\s\d\d?\b|['’]s?\s")


def _a_surname_of_units(match: Match) -> bool:
    if _with_an_age().match(match.text, match.end) or match.following.lower() in usage.SAYING:
        return True
    named = match.previous[:1].isupper() and match.previous.lower() not in usage.BEFORE_MONTH | usage.SMALL_WORDS
    return named and not sentence_starts(match) and match.previous.isalpha() and not match.following[:1].isupper()


def a_film(match: Match) -> bool:
    """``The Day After Tomorrow``."""
    words = match.text[match.start : match.end]
    return ("After" in words or "Before" in words) and not words.isupper()


def on_the_air(match: Match) -> bool:
    """``the six o'clock news``."""
    return match.following in usage.BROADCASTS
