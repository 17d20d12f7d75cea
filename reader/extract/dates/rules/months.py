"""Months and seasons, with and without their year."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import day_or_none, month_name, season_of, season_start
from reader.extract.dates.context import Mentioned
from reader.extract.dates.english_senses import FUNCTION_WORDS, TOLD_THAT
from reader.extract.dates.english_usage import ANAPHORIC, DELIVERED, TRADED
from reader.extract.dates.narrative import past_weight
from reader.extract.dates.placing import a_stretch, habitual, place_month, place_span, shifted
from reader.extract.dates.refuse import sentence_starts
from reader.extract.dates.refuse_months import no_season_that_comes, not_a_season
from reader.extract.dates.refuse_names import a_surname, not_a_month
from reader.extract.dates.refuse_seasons import not_the_season
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.told import season_after, season_before


def _mod(match: Match) -> str | None:
    return match.name("early") or match.name("stretch") or None


def _year(match: Match) -> int:
    """The year beside a month or season, also that of ``'86``."""
    if "shortyear" not in match:
        return match.number("year")
    short = match.number("shortyear")
    return 1900 + short if short >= 30 else 2000 + short


def month_of_year(match: Match) -> Found:
    """December 2021, mid-January 2022, the end of March 1998."""
    day = day_or_none(_year(match), match.number("month"), 1)
    if day is None:
        return None
    return a_stretch(match, "month", day, f"{match.quoted} names month and year", _mod(match), anchored=False)


def month(match: Match) -> Found:
    """June, early December, the beginning of December."""
    number = match.number("month")
    if habitual(match):
        return Timex("DATE", f"XXXX-{number:02d}", f"{match.quoted} is that of any year", mod=_mod(match))
    today = match.context.today
    before = match.text[max(0, match.start - 24) : match.start].lower().split()
    sold = before[-1:] == ["for"] and before[-2:-1] and before[-2] in TRADED
    traded = sold or before[-3:] == ["for", "delivery", "in"]
    if today is not None and (match.following in DELIVERED or traded):
        ahead = today.replace(year=today.year + (number < today.month), month=number, day=1)
        return a_stretch(
            match, "month", ahead, f"{match.quoted} is a month to come: what is traded is for it", _mod(match)
        )
    placed = place_month(match, number)
    if placed is None:
        unknown = "no publication date is known, so the year stays open"
        return Timex("DATE", f"XXXX-{number:02d}", unknown, mod=_mod(match))
    day, reason, sure = placed
    start = f"{month_name(number)} without a year, seen from {match.context.publication}: "
    why = f"{start}{reason + ', ' if reason else ''}{month_name(number)} {day.year}"
    return a_stretch(match, "month", day, why, _mod(match), sure)


def _told_that(match: Match) -> bool:
    """``indicated that February output fell``: a clause begins with the month, and no month told before is meant."""
    following = match.following
    goes_on = following.isalpha() and following.islower() and following not in FUNCTION_WORDS
    return "that" in match and goes_on and match.previous.lower() in TOLD_THAT


def month_of_relative_year(match: Match) -> Found:
    """last August, next June; None for ``said that March sales fell``, where the month alone is one."""
    if _told_that(match):
        return None
    number, today = match.number("month"), match.context.today
    told = match.context.nearest(match.start, "day", "month", "quarter", "season", "year", within=2_000)
    onward = match.words("future") in ANAPHORIC or (
        "future" in match
        and match.quoted.lower().startswith("“the next")
        and match.context.tense(match.start, match.end).weight < -1
    )
    if told and ("that" in match or match.words("past") in ANAPHORIC or onward):
        year = told.day.year + _turn(match, number, told)
        day = day_or_none(year, number, 1)
        why = f"{match.quoted} counts from “{told.text}” ({told.value}): {month_name(number)} {year}"
        return a_stretch(match, "month", day, why, _mod(match), 0.9) if day else None
    if today is None:
        return Timex(
            "DATE", f"XXXX-{number:02d}", "no publication date is known, so the year stays open", mod=_mod(match)
        )
    if "that" in match:
        return None
    if "past" in match:
        year = today.year - (number >= today.month)
    elif "future" in match:
        year = today.year + (number <= today.month)
    else:
        year = today.year
    day = day_or_none(year, number, 1)
    if day is None:
        return None
    why = f"{match.quoted} seen from {match.context.publication}: {month_name(number)} {year}"
    return a_stretch(match, "month", day, why, _mod(match))


def _turn(match: Match, number: int, told: Mentioned) -> int:
    """Years to go on from the date before: the following February, said after November, is of the next year."""
    if told.grain == "year":
        return 1 if "future" in match else 0
    if "past" in match:
        return -1 if number >= told.day.month else 0
    return 1 if "future" in match and number <= told.day.month else 0


def month_this_year(match: Match) -> Found:
    """June last year, January of this year."""
    number, today = match.number("month"), match.context.today
    if today is None:
        return Timex(
            "DATE", f"XXXX-{number:02d}", "no publication date is known, so the year stays open", mod=_mod(match)
        )
    year = today.year + (-1 if "past" in match else 1 if "future" in match else 0)
    day = day_or_none(year, number, 1)
    if day is None:
        return None
    return a_stretch(
        match,
        "month",
        day,
        f"{match.quoted} seen from {match.context.publication}: {month_name(number)} {year}",
        _mod(match),
    )


def season_of_year(match: Match) -> Found:
    """the summer of 2014, spring 2022; None for the Prague Spring of 1968, but the year alone is one."""
    if match.text[match.start].isupper() and match.previous[:1].isupper() and not sentence_starts(match):
        return None
    season = match.name("season")
    year = int(match.name("isomonth")[:4]) if "isomonth" in match else _year(match)
    day = season_start(year, season)
    return replace(
        a_stretch(match, "season", day, f"{match.quoted} names season and year", _mod(match), anchored=False),
        value=f"{day.year:04d}-{season}",
    )


def season(match: Match) -> Found:
    """last spring, this fall, in the summer."""
    if "year" in match:
        return season_of_year(match)
    name, today = match.name("season"), match.context.today
    if today is None and (source := _told_before(match)) is not None:
        year = season_after(source, name)
        why = f"{match.quoted} is the first after “{source.text}” ({source.value})"
        return replace(
            a_stretch(match, "season", season_start(year, name), why, _mod(match)), value=f"{year:04d}-{name}"
        )
    if today is None:
        return Timex("DATE", f"XXXX-{name}", "no publication date is known, so the year stays open", mod=_mod(match))
    if habitual(match):
        return Timex("DATE", f"XXXX-{name}", f"{match.quoted} is that of any year", mod=_mod(match))
    current = season_of(today) == name
    start = season_start(today.year - (name == "WI" and today.month < 3), name)
    past = start if start <= today else shifted(start, -1, "Y")
    future = start if start >= today or current else shifted(start, 1, "Y")
    reason, sure = "", 1.0
    told = _told_before(match)
    if told is not None:
        day = season_start(season_after(told, name), name)
        reason = f"the first after “{told.text}” ({told.value})"
    elif (back := _season_looked_back_to(match)) is not None:
        day = season_start(season_before(back, name), name)
        reason = f"the last before “{back.text}” ({back.value})"
    elif "past" in match:
        day = shifted(past, -1, "Y") if current else past
    elif "future" in match:
        day = shifted(start, 1, "Y") if current else future
    elif match.text[match.start : match.start + 4].lower() == "this":
        over = name == "WI" and 3 <= today.month <= 5 and past_weight(match) < -1  # "This winter it froze", in March
        day = past if current or over else season_start(today.year, name)
    else:
        day, reason, sure = place_span(match, past, future)
    why = f"{match.quoted} seen from {match.context.publication}"
    made = a_stretch(match, "season", day, f"{why}: {reason}" if reason else why, _mod(match), sure)
    return replace(made, value=f"{day.year:04d}-{name}")


def _season_looked_back_to(match: Match) -> Mentioned | None:
    """``It reopened in April. The previous spring it had flooded``: counted back from the date told."""
    if match.words("past") not in ANAPHORIC:
        return None
    return match.context.nearest(match.start, "day", "month", "quarter", "season", "year", within=400)


def _told_before(match: Match) -> Mentioned | None:
    """``He moved in the fall of 2012 and spotted her the next winter``: counted from the date told."""
    words = match.text[match.start : match.start + 14].lower()
    if "future" not in match or not words.startswith(("the next ", "the following ")):
        return None
    if match.context.today is not None and past_weight(match) > -1:
        return None
    return match.context.nearest(match.start, "day", "month", "quarter", "season", "year", within=400)


def season_relative_year(match: Match) -> Found:
    """the summer of last year."""
    name, today = match.name("season"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-{name}", "no publication date is known, so the year stays open", mod=_mod(match))
    year = today.year + (-1 if "past" in match else 1 if "future" in match else 0)
    made = a_stretch(
        match, "season", season_start(year, name), f"{match.quoted} seen from {match.context.publication}", _mod(match)
    )
    return replace(made, value=f"{year:04d}-{name}")


_EARLY = "[[the] {early} | {early} -]"
_STRETCH = "the [very] {stretch} of [the month of]"

RULES: tuple[Rule, ...] = (
    Rule(
        "month year",
        f"{_EARLY} {{month}} [,] [of] ( {{year}} | {{shortyear}} )",
        month_of_year,
        (
            eg("It closed in December 2021.", "December 2021", "2021-12"),
            eg("It closed in late December 2021.", "late December 2021", "2021-12", mod="END"),
            eg("It opened in mid-January 1998.", "mid-January 1998", "1998-01", mod="MID"),
        ),
        0.98,
    ),
    Rule(
        "stretch of month year",
        f"{_STRETCH} {{month}} [,] [of] {{year}}",
        month_of_year,
        (eg("By the end of March 1998 it was over.", "the end of March 1998", "1998-03", mod="END"),),
        0.95,
    ),
    Rule(
        "month",
        f"{_EARLY} {{month}}",
        month,
        (
            eg("The two first met in Geneva in June.", "June", "2021-06"),
            eg("He will travel to Rome in February.", "February", "2022-02"),
            eg("He spoke to her in early December.", "early December", "2021-12", mod="START"),
            eg("The two first met in Geneva in June.", "June", "XXXX-06", published=None),
            eg("Rain is normally rare here in June.", "June", "XXXX-06"),
            eg("Oil for February delivery fell 80 cents.", "February", "2022-02"),
        ),
        0.94,
        not_before="{name}",
        refuse=not_a_month,
    ),
    Rule(
        "month before name",
        f"{_EARLY} {{month}}",
        month,
        (
            eg("In March Mr Smith resigned.", "March", "2021-03"),
            eg("In mid-March France and Italy agreed.", "mid-March", "2021-03", mod="MID"),
        ),
        0.85,
        after="in|since|until|by|late|early|during|from|of|last|next|this",
        refuse=a_surname,
    ),
    Rule(
        "stretch of month",
        f"{_STRETCH} {{month}}",
        month,
        (
            eg(
                "They spoke at the beginning of December as agreed.",
                "the beginning of December",
                "2021-12",
                mod="START",
            ),
            eg(
                "They spoke at the beginning of December as agreed.",
                "the beginning of December",
                "XXXX-12",
                mod="START",
                published=None,
            ),
        ),
        0.95,
    ),
    Rule(
        "stretch of season",
        "the [very] {stretch} of [the] {season} [[of] {year}]",
        season,
        (
            eg("It will open by the end of the summer.", "the end of the summer", "2022-SU", mod="END"),
            eg("It opened at the end of summer 2014.", "the end of summer 2014", "2014-SU", mod="END"),
        ),
        0.88,
    ),
    Rule(
        "end month",
        "end [-] {month}",
        month,
        (eg("Prices had fallen by end-March, it said.", "end-March", "2021-03"),),
        0.8,
    ),
    Rule(
        "this month name",
        "this {month}",
        month,
        (eg("The plant will open this September.", "this September", "2022-09"),),
        0.93,
    ),
    Rule(
        "last month name",
        "[the|this] {past} {month}",
        month_of_relative_year,
        (
            eg("He resigned last August.", "last August", "2021-08"),
            eg("He resigned this past March.", "this past March", "2021-03"),
            eg("He resigned last December.", "last December", "2020-12"),
        ),
        0.95,
    ),
    Rule(
        "next month name",
        "( the {future} | [this] {nextward:future} ) {month}",
        month_of_relative_year,
        (
            eg("He will resign next August.", "next August", "2022-08"),
            eg("He will resign this coming August.", "this coming August", "2022-08"),
            eg("In March 2010 he won; he died the following May.", "the following May", "2010-05"),
        ),
        0.94,
    ),
    Rule(
        "that month name",
        "{that} {month}",
        month_of_relative_year,
        (eg("In March 2010 he won; that May he died.", "that May", "2010-05"),),
        0.85,
        not_before="{name}|be|could|would|will|is|was|had|has|should|must|might|can|did|does|'s",
    ),
    Rule(
        "month relative year",
        f"{_EARLY} {{month}} [,] [of] ( {{past}} | this | {{future}} ) year",
        month_this_year,
        (
            eg("It fell in June last year.", "June last year", "2020-06"),
            eg("It fell in January of this year.", "January of this year", "2021-01"),
        ),
        0.96,
    ),
    Rule(
        "season of year",
        "[the] [{early} [-]] {season} [of|,] ( {year} [-|–|/ {yy} | -|–|/ {year:other}] | {shortyear} | {isomonth} )",
        season_of_year,
        (
            eg("In the summer of 2014 they fled.", "the summer of 2014", "2014-SU"),
            eg("In spring 2014 they fled.", "spring 2014", "2014-SP"),
            eg("In the summer of '86 they fled.", "the summer of '86", "1986-SU"),
            eg("In the winter of 2010-11 they fled.", "the winter of 2010-11", "2010-WI"),
        ),
        0.96,
    ),
    Rule(
        "season relative",
        "( [the] {past} | this [coming|past] | the {future} | {nextward:future} ) {season}",
        season,
        (
            eg("The stock began trading this summer.", "this summer", "2021-SU"),
            eg("They met last spring in Rome.", "last spring", "2021-SP"),
            eg("He came in March 2012 and left the next winter.", "the next winter", "2012-WI"),
            eg("It reopened in April 2012. The previous spring it had flooded.", "The previous spring", "2011-SP"),
        ),
        0.93,
    ),
    Rule(
        "season relative year",
        "[the] [{early} [-]] {season} of ( {past} | this | {future} ) year",
        season_relative_year,
        (eg("It was the summer of last year.", "the summer of last year", "2020-SU"),),
        0.93,
    ),
    Rule(
        "early season",
        "[the] {early} [-] {season}",
        season,
        (eg("Prices fell in the early summer.", "the early summer", "2021-SU", mod="START"),),
        0.85,
        refuse=not_a_season,
    ),
    Rule(
        "the season",
        "[the] {season}",
        season,
        (
            eg("They fled in the winter of discontent.", "the winter", "2021-WI"),
            eg("The work will end in autumn.", "autumn", "2022-FA"),
            eg("Shortages lasted well into the summer.", "the summer", "2021-SU"),
            eg("Fire used to come in summer.", "summer", "XXXX-SU"),
        ),
        0.8,
        after="in|into|during|since|until|by|over|through|throughout|for|of|before|after|from",
        not_before="in|off|under|-|apart|into|to",
        refuse=not_the_season,
    ),
    Rule(
        "a season that comes",
        "[the] {season}",
        season,
        (
            eg("The winter was mild, they say.", "The winter", "2021-WI"),
            eg("Leaves turned brown though autumn has not begun.", "autumn", "2021-FA"),
        ),
        0.75,
        before="has|had|is|was|comes|came|begins|began|ends|ended|arrives|arrived|approaches|sets|will",
        refuse=no_season_that_comes,
    ),
)
