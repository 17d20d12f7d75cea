"""Dates counted from publication: today, last week, three days ago, earlier this month."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.calendar import GRAIN_OF_UNIT, UNKNOWN, shift, spell, value_of
from reader.extract.dates.english_usage import OVER_VERBS
from reader.extract.dates.placing import a_day, a_stretch, shifted
from reader.extract.dates.refuse import a_film, a_title, in_the_end
from reader.extract.dates.refuse_words import of_any_day
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.told import counted, day_told, decade_told, reported, unit_told, week_to_come

_UNIT_NAMES = {
    "D": "day",
    "N": "night",
    "W": "week",
    "2W": "fortnight",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "6M": "half-year",
    "Y": "year",
    "10Y": "decade",
    "100Y": "century",
    "1000Y": "millennium",
}


def _mod(match: Match) -> str | None:
    return match.name("early") or match.name("stretch") or None


def _open(grain: str, mod: str | None = None) -> Timex:
    return Timex("DATE", UNKNOWN[grain], "no publication date is known, so the date stays open", mod=mod)


def named_day(match: Match) -> Found:
    """today, yesterday, tomorrow, late yesterday."""
    today, away = match.context.today, match.number("dayname")
    if away == 0 and of_any_day(match):
        return Timex("DATE", "PRESENT_REF", f"{match.quoted} means these days", anchor=match.context.anchor)
    if today is None:
        return _open("day", _mod(match))
    day = shifted(today, away)
    return replace(
        a_day(match, day, f"{match.quoted} counts from {match.context.publication}: {spell(day)}"), mod=_mod(match)
    )


def day_beyond(match: Match) -> Found:
    """the day before yesterday, the day after tomorrow."""
    today = match.context.today
    if today is None:
        return _open("day")
    day = shifted(today, 2 * (match.number("dayname") or 0))
    return a_day(match, day, f"{match.quoted} counts from {match.context.publication}: {spell(day)}")


def unit_beyond(match: Match) -> Found:
    """the week after next, the year before last."""
    unit, today = match.name("unit1"), match.context.today
    grain = GRAIN_OF_UNIT[unit]
    if today is None:
        return _open(grain)
    day = shift(today, match.number("beyond"), unit)
    if day is None:
        return None
    return a_stretch(
        match, grain, day, f"{match.quoted} counts from {match.context.publication}: {_called(grain, day)}"
    )


def this_unit(match: Match) -> Found:
    """last week, this month, next year, earlier this year."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None:
        return None
    today = match.context.today
    if today is None:
        return _open(grain, _mod(match))
    away = match.number("past") if "past" in match else match.number("future") if "future" in match else 0
    told = decade_told(match, today) if grain == "decade" else week_to_come(match, unit)
    if told is not None:
        why = f"{match.quoted} is the {_UNIT_NAMES[unit]} of “{told.text}”: {_called(grain, told.day)}"
        return Timex(
            "DATE", value_of(grain, told.day), why, mod=_mod(match), anchor=told.value, day=told.day, grain=grain
        )
    if grain == "weekend" and "past" in match and today.isoweekday() >= 6:
        away = -1
    if grain == "weekend" and today.isoweekday() < 6 and ("just" in match or _just_over(match, today)):
        away = -1
    if grain == "week" and "just" in match and today.isoweekday() < 4:
        away = -1  # "this past week", said on Monday
    day = shift(today, away, unit)
    if day is None:
        return None
    value = value_of(grain, day)
    if away:
        way = "back" if away < 0 else "on"
        why = f"{match.quoted} counts {way} from {match.context.publication}: {_called(grain, day)}"
    else:
        why = f"{match.quoted} is the {_UNIT_NAMES[unit]} of {match.context.publication}: {_called(grain, day)}"
    return Timex("DATE", value, why, mod=_mod(match), anchor=match.context.anchor, day=day, grain=grain)


def _just_over(match: Match, today: dt.date) -> bool:
    """``He told voters this weekend``, said on Monday: the one that has just ended."""
    if today.isoweekday() > 2 or "this" not in match.quoted.lower() or {"past", "future", "early"} & match.parts.keys():
        return False
    return match.context.tense(match.start, match.end).weight < -1


def _called(grain: str, day: dt.date) -> str:
    if grain in ("week", "weekend"):
        number = day.isocalendar().week
        return f"ISO week {number}" if grain == "week" else f"the weekend of ISO week {number}"
    return spell(day) if grain == "day" else value_of(grain, day)


def ago(match: Match) -> Found:
    """three days ago, a year ago: as precise as the unit that is counted."""
    unit = match.name("unit") or match.name("unit1")
    if "amount" in match and match.words("amount") == "over" and match.previous.lower() in OVER_VERBS:
        found = ago(replace(match, parts={key: part for key, part in match.parts.items() if key != "amount"}))
        extent = (match.spans["amount"][1] + 1, match.end)
        return replace(found, extent=extent) if isinstance(found, Timex) else found
    mod = match.name("amount") or None
    if "vague" in match:
        return Timex("DATE", "PAST_REF", f"{match.quoted} does not say how many", mod=None)
    count = _count(match)
    today = match.context.today
    direction = 1 if "ahead" in match.parts else -1
    if unit.startswith("T"):
        return _clock_ago(match, count, unit, direction, mod)
    grain = GRAIN_OF_UNIT[unit]
    if grain in ("decade", "century"):
        grain = "year"  # a decade ago is a year ten years back, not the tens it lies in
    if today is None:
        return _open(grain, mod)
    day = shift(today, direction * count, unit)
    if day is None:
        return _before_our_era(match, today.year, count * (SCALE_OF_YEARS.get(unit) or 0)) if direction < 0 else None
    way = "on" if direction > 0 else "back"
    why = f"{match.quoted} counts {way} from {match.context.publication}: {_called(grain, day)}"
    return Timex("DATE", value_of(grain, day), why, mod=mod, anchor=match.context.anchor, day=day, grain=grain)


SCALE_OF_YEARS = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}
_AGES = ((1e9, "GA", "billions"), (1e6, "MA", "millions"), (1e4, "KA", "thousands"))


def _before_our_era(match: Match, year: int, years: float) -> Timex | None:
    """5,000 years ago, 65 million years ago: TIMEX2 and TimeML write BC2980 and MA65."""
    if not years:
        return None
    for size, letters, name in _AGES:
        if years >= size:
            scale = 1e3 if letters == "KA" else size
            return Timex("DATE", f"{letters}{years / scale:g}", f"{match.quoted} counts {name} of years back")
    return Timex("DATE", f"BC{round(years) - year + 1:04d}", f"{match.quoted} is a year before our era")


def long_ago(match: Match) -> Found:
    """years ago, long ago."""
    return Timex("DATE", "PAST_REF", f"{match.quoted} does not say how many", anchor=match.context.anchor)


def _count(match: Match) -> float:
    value = match.get("count")
    if "halfa" in match:
        return 0.5
    number = float(value) if isinstance(value, (int, float)) else 2.0 if "couple" in match else 1.0
    return number + (0.5 if "half" in match else 0.0)


def _clock_ago(match: Match, count: float, unit: str, direction: int, mod: str | None) -> Found:
    today = match.context.today
    published = match.context.published
    if today is None:
        return Timex("TIME", "XXXX-XX-XXTXX:XX", "no publication date is known, so the time stays open", mod=mod)
    if published is None or published.time is None:
        return Timex(
            "TIME",
            f"{value_of('day', today)}TXX:XX",
            f"{match.quoted} counts from the hour of publication, which is not known",
            mod=mod,
            anchor=match.context.anchor,
            day=today,
        )
    moment = dt.datetime.combine(today, published.time.replace(tzinfo=None))
    seconds = {"TH": 3600, "TM": 60, "TS": 1}[unit] * count * direction
    try:
        moment += dt.timedelta(seconds=seconds)
    except OverflowError:
        return None
    return Timex(
        "TIME",
        f"{moment:%Y-%m-%dT%H:%M}",
        f"{match.quoted} counts from publication at {published.time:%H:%M}",
        mod=mod,
        anchor=published.iso,
        day=moment.date(),
    )


def end_of_unit(match: Match) -> Found:
    """the end of the year, the beginning of next week, later in the week, year-end."""
    found = this_unit(match)
    told = day_told(match) if match.name("unit1") == "D" else None
    if told is not None:
        found = counted(match, "day", "D", 0, told, _mod(match))
    plain = match.name("unit1") == "Q" and not {"past", "future"} & match.parts.keys() and "this" not in match.quoted
    if plain and match.context.tense(match.start, match.end).weight < -1 and (source := reported(match, "quarter")):
        # "Inventories were 95 days at the end of the quarter": the one reported on
        found = counted(match, "quarter", "Q", 0, source, _mod(match))
    told = unit_told(match)
    if told is not None:
        # "In August 1965 a gale struck, and nobody could fish until the end of the year": of the year told
        found = counted(match, GRAIN_OF_UNIT[match.name("unit1")], match.name("unit1"), 0, told, _mod(match))
    return replace(found, confidence=0.9) if isinstance(found, Timex) else found


def last_of_unit(match: Match) -> Found:
    """year-end, the week's end: the end of that of publication, or of the one before: since year-end."""
    back = match.previous.lower() == "since" and match.name("unit1") == "Y"
    found = this_unit(replace(match, parts={**match.parts, "past": -1}) if back else match)
    return replace(found, mod="END", confidence=0.9) if isinstance(found, Timex) else found


def year_end(match: Match) -> Found:
    """by year end."""
    today = match.context.today
    if today is None:
        return _open("year", "END")
    return a_stretch(
        match, "year", today, f"{match.quoted} is the end of the year of {match.context.publication}", "END"
    )


def today_in_history(match: Match) -> Found:
    """a year ago today, this time last year, a year ago Tuesday."""
    today = match.context.today
    grain = "day"
    if "longerunit1" in match:
        grain = GRAIN_OF_UNIT[match.name("longerunit1")]
    if today is None:
        return _open(grain)
    count = _count(match)
    if "longerunit1" in match and {"past", "ahead"} & match.parts.keys():
        away = match.number("ahead" if "ahead" in match else "past")
        today = shift(today, away, match.name("longerunit1")) or today
    day = shift(today, count if "future" in match else -count, match.name("unit") or match.name("unit1"))
    if grain != "day" and day is not None:
        why = f"{match.quoted} counts back from {match.context.publication}: {_called(grain, day)}"
        return a_stretch(match, grain, day, why)
    way = "on" if "future" in match else "back"
    return (
        a_day(match, day, f"{match.quoted} counts {way} from {match.context.publication}: {spell(day)}")
        if day
        else None
    )


_AMOUNT = "[{amountago:amount}]"

RULES: tuple[Rule, ...] = (
    Rule(
        "week after next",
        "the {longerunit1|weekendword:unit1} {beyond}",
        unit_beyond,
        (
            eg("It will be debated the week after next.", "the week after next", "2022-W02"),
            eg("It was debated the year before last.", "the year before last", "2019"),
        ),
        0.93,
    ),
    Rule(
        "today",
        "{dayname}",
        named_day,
        (
            eg("He resigned yesterday in Rome.", "yesterday", "2021-12-29"),
            eg("He resigned today in Rome.", "today", "2021-12-30"),
            eg("He resigned today in Rome.", "today", "XXXX-XX-XX", published=None),
            eg("The rifles of today weigh less.", "today", "PRESENT_REF"),
        ),
        0.96,
        refuse=a_title,
    ),
    Rule(
        "late yesterday",
        "{early} {dayname}",
        named_day,
        (eg("It was announced late yesterday.", "late yesterday", "2021-12-29", mod="END"),),
        0.94,
    ),
    Rule(
        "day before yesterday",
        "the day before|after {dayname}",
        day_beyond,
        (
            eg("They came the day before yesterday.", "the day before yesterday", "2021-12-28"),
            eg("They come the day after tomorrow.", "the day after tomorrow", "2022-01-01"),
        ),
        0.96,
        refuse=a_film,
    ),
    Rule(
        "last week",
        "[{early} [in]] ( [the] {backward:past} | this [{just} | coming|current|same] | [the] {nextward:future} )"
        " [fiscal|calendar|financial] {stretch1|weekendword:unit1}",
        this_unit,
        (
            eg("Putin agreed to a solution last week.", "last week", "2021-W51"),
            eg("Sales will rise next year.", "next year", "2022"),
            eg("It rained this past weekend in Rome.", "this past weekend", "2021-W51-WE"),
            eg("It raised the dividend earlier this month.", "earlier this month", "2021-12", mod="START"),
            eg("It raised the dividend early this year.", "early this year", "2021", mod="START"),
            eg("Putin agreed to a solution last week.", "last week", "XXXX-WXX", published=None),
        ),
        0.95,
        refuse=a_title,
    ),
    Rule(
        "end of year",
        "( the [very] {stretch} of | {early} in )"
        " ( the | this | [the] {past} | [the] {future} ) [fiscal|calendar] {bigunit1:unit1}",
        end_of_unit,
        (
            eg("The plan ends at the end of the year.", "the end of the year", "2021", mod="END"),
            eg("In 1965 it shut until the end of the year.", "the end of the year", "1965", mod="END"),
            eg(
                "It sank on 2 March 1922, and by the end of the month they left.",
                "the end of the month",
                "1922-03",
                mod="END",
            ),
            eg("Rates rose later in the week.", "later in the week", "2021-W52", mod="END"),
            eg("He came in 1953. Later in the decade he left.", "Later in the decade", "195", mod="END"),
            eg("It will open at the beginning of next month.", "the beginning of next month", "2022-01", mod="START"),
        ),
        0.85,
        refuse=in_the_end,
    ),
    Rule(
        "year-end",
        "[the] {longerunit1:unit1} -|'s end",
        last_of_unit,
        (
            eg("They hope to close the deal by year-end.", "year-end", "2021", mod="END"),
            eg("It has risen 3% since year-end.", "year-end", "2020", mod="END"),
            eg("By the week's end prices had fallen.", "the week's end", "2021-W52", mod="END"),
        ),
        0.85,
    ),
    Rule(
        "year end",
        "[the] year end",
        year_end,
        (eg("They hope to cut 6,000 jobs by year end.", "year end", "2021", mod="END"),),
        0.8,
        after="by|at|since|until|before|after|the|through",
    ),
    Rule(
        "the day's",
        "the {bigunit1:unit1}",
        this_unit,
        (eg("It was the week's most active session.", "the week", "2021-W52"),),
        0.5,
        after="and|but|of|in|for|was|is|said|by|with|,|.|on|at|to|from|as|after|before",
        before="'s",
    ),
    Rule(
        "current quarter",
        "[the] current [fiscal] {bigunit1:unit1}",
        this_unit,
        (eg("Sales in the current quarter are weak.", "the current quarter", "2021-Q4"),),
        0.9,
    ),
    Rule(
        "ago",
        f"{_AMOUNT} ( {{count}} | a|an | [a|the] {{vague}} | {{couple}} | {{halfa}} ) [{{andhalf:half}}]"
        " [more] {unit} [or {so}] ago",
        ago,
        (
            eg("He resigned three days ago.", "three days ago", "2021-12-27"),
            eg("He resigned two years ago.", "two years ago", "2019"),
            eg("He resigned a month ago.", "a month ago", "2021-11"),
            eg("He was killed almost two years ago.", "almost two years ago", "2019", mod="LESS_THAN"),
            eg("He resigned two and a half years ago.", "two and a half years ago", "2019"),
            eg("He resigned several years ago.", "several years ago", "PAST_REF"),
            eg("They died out 65 million years ago.", "65 million years ago", "MA65"),
            eg("Wheat was sown 5,000 years ago.", "5,000 years ago", "BC2980"),
        ),
        0.92,
    ),
    Rule(
        "a year and a half ago",
        f"{_AMOUNT} ( {{count}} | a|an ) {{unit}} {{andhalf:half}} ago",
        ago,
        (eg("He resigned a year and a half ago.", "a year and a half ago", "2020"),),
        0.92,
    ),
    Rule(
        "long ago",
        "( {units} | a long|short time | some time | a while | not [so|too|that] long | long ) ago"
        " | the other day|night|week|evening|morning|month|weekend",
        long_ago,
        (
            eg("It was set up a long time ago.", "a long time ago", "PAST_REF"),
            eg("They met the other day in Rome.", "the other day", "PAST_REF"),
        ),
        0.8,
    ),
    Rule(
        "from now",
        f"{_AMOUNT} ( {{count}} | a|an ) {{unit}} {{ahead}}",
        ago,
        (
            eg("It ends three weeks from now.", "three weeks from now", "2022-W03"),
            eg("It ends in three weeks' time.", "three weeks' time", "2022-W03"),
        ),
        0.9,
    ),
    Rule(
        "ago today",
        "( {count} | a|an ) {unit} ago ( today | ( this | {backward:past} | {nextward:ahead} ) {longerunit1} )",
        today_in_history,
        (
            eg("It began a year ago today.", "a year ago today", "2020-12-30"),
            eg("It began 20 years ago this month.", "20 years ago this month", "2001-12"),
            eg("It began 20 years ago next month.", "20 years ago next month", "2002-01"),
        ),
        0.9,
    ),
    Rule(
        "this time last year",
        "this time ( {backward:past} | {nextward:future} ) {unit1}",
        today_in_history,
        (
            eg("At this time last year shops were shut.", "this time last year", "2020-12-30"),
            eg("At this time next year they will open.", "this time next year", "2022-12-30"),
        ),
        0.85,
    ),
)
