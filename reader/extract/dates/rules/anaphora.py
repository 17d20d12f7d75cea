"""Dates that refer to a date named before: the same day, two days later, the previous year, at that time."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import GRAIN_OF_UNIT, GRAINS, UNKNOWN, shift, spell, value_of
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.durations import amount_of


def same_unit(match: Match) -> Found:
    """the same day, that year, later that week, the following day."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None:
        return None
    mod = match.name("early") or None
    away = match.number("thatday") if "thatday" in match else 0
    nearest = match.context.nearest_at_most(match.start, grain)
    if nearest is None:
        today = match.context.today
        if today is None or not away:
            return Timex("DATE", UNKNOWN[grain], f"no date before {match.quoted} is long enough known", mod=mod)
        day = shift(today, away, unit)
        source = match.context.publication
    else:
        day = shift(nearest.day, away, unit)
        source = f"“{nearest.text}” ({nearest.value})"
    if day is None:
        return None
    way = "is the same" if not away else "counts on" if away > 0 else "counts back"
    why = f"{match.quoted} {way} from {source}" if away else f"{match.quoted} {way} as in {source}"
    anchor = nearest.value if nearest else match.context.anchor
    return Timex("DATE", value_of(grain, day), why, mod=mod, anchor=anchor, day=day, grain=grain, confidence=0.9)


def units_later(match: Match) -> Found:
    """two days later, a year earlier: counted from the date named before."""
    unit = match.name("unit") or match.name("unit1")
    if "vague" in match:
        value = amount_of("X", unit)
        return Timex("DURATION", value, f"{match.quoted} does not say how many", mod=match.name("amount") or None)
    count = match.number("count") if "count" in match else match.number("couple") if "couple" in match else 1
    away = match.number("direction")
    if unit.startswith("T"):
        return Timex(
            "DURATION",
            amount_of(count, unit),
            f"{match.quoted} is a length of time from what was told before",
            mod=match.name("amount") or None,
        )
    grain = GRAIN_OF_UNIT[unit]
    nearest = match.context.nearest_at_most(match.start, grain)
    coarser = match.context.nearest(match.start, within=300)
    if unit == "Y" and count == 1 and coarser and coarser.grain in ("quarter", "half", "month"):
        nearest, grain = coarser, coarser.grain
    base = nearest.day if nearest else match.context.today
    if base is None:
        return Timex(
            "DATE",
            UNKNOWN[grain],
            "no date before it and no publication date is known",
            mod=match.name("amount") or None,
        )
    day = shift(base, away * count, unit)
    if day is None:
        return None
    source = f"“{nearest.text}” ({nearest.value})" if nearest else match.context.publication
    why = f"{match.quoted} counts {'on' if away > 0 else 'back'} from {source}"
    return Timex(
        "DATE",
        value_of(grain, day),
        why,
        mod=match.name("amount") or None,
        anchor=nearest.value if nearest else match.context.anchor,
        day=day,
        grain=grain,
        confidence=0.85,
    )


def year_before_quarter(match: Match) -> Found:
    """the year-ago quarter, a year ago beside a quarter."""
    nearest = match.context.nearest(match.start, "quarter", "half", "month")
    ordinal = match.number("ordinal") if "ordinal" in match else 0
    today = match.context.today
    base = nearest.day if nearest else today
    if base is None:
        return Timex("DATE", "XXXX-QX", "no date before it and no publication date is known")
    grain = nearest.grain if nearest else "quarter"
    if ordinal:
        if not 1 <= ordinal <= 4:
            return None
        base, grain = base.replace(month=3 * ordinal - 2, day=1), "quarter"
    day = shift(base, -1, "Y")
    if day is None:
        return None
    source = f"“{nearest.text}” ({nearest.value})" if nearest else match.context.publication
    return Timex(
        "DATE",
        value_of(grain, day),
        f"{match.quoted} is one year before {source}",
        anchor=match.context.anchor,
        day=day,
        grain=grain,
        confidence=0.9,
    )


def a_year_ago(match: Match) -> Found:
    """a year ago: the quarter a year before, where a quarter is spoken of nearby."""
    nearest = match.context.nearest(match.start, within=400)
    if nearest and nearest.grain in ("quarter", "half"):
        return year_before_quarter(match)
    today = match.context.today
    if today is None:
        return Timex("DATE", "XXXX", "no publication date is known, so the date stays open")
    day = shift(today, -1, "Y")
    if day is None:
        return None
    return Timex(
        "DATE",
        value_of("year", day),
        f"{match.quoted} counts back from {match.context.publication}: {day.year}",
        anchor=match.context.anchor,
        day=day,
        grain="year",
    )


def that_quarter(match: Match) -> Found:
    """the quarter, the latest period: the quarter last spoken of."""
    nearest = match.context.nearest(match.start, "quarter", "half")
    if nearest is None:
        return Timex("DATE", "XXXX-QX", f"no quarter is named before {match.quoted}", confidence=0.6)
    return Timex(
        "DATE",
        nearest.value,
        f"{match.quoted} is that of “{nearest.text}” ({nearest.value})",
        anchor=nearest.value,
        day=nearest.day,
        grain=nearest.grain,
        confidence=0.85,
    )


def the_unit(match: Match) -> Found:
    """the year, the day: that of the date last named, else of publication."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    today = match.context.today
    if today is None:
        return Timex("DATE", UNKNOWN[grain], "no publication date is known, so the date stays open")
    return Timex(
        "DATE",
        value_of(grain, today),
        f"{match.quoted} is that of {match.context.publication}",
        anchor=match.context.anchor,
        day=today,
        grain=grain,
        confidence=0.7,
    )


def that_time(match: Match) -> Found:
    """at that time: the date last named."""
    nearest = match.context.nearest(match.start, *GRAINS)
    if nearest is None:
        return Timex("DATE", "PAST_REF", f"no date is named before {match.quoted}")
    return Timex(
        "DATE",
        nearest.value,
        f"{match.quoted} refers to “{nearest.text}” ({nearest.value})",
        anchor=nearest.value,
        day=nearest.day,
        grain=nearest.grain,
        confidence=0.85,
    )


def day_before(match: Match) -> Found:
    """the day before, the year before, the day after."""
    unit = match.name("unit1")
    grain = GRAIN_OF_UNIT[unit]
    away = match.number("direction")
    nearest = match.context.nearest_at_most(match.start, grain)
    base = nearest.day if nearest else match.context.today
    if base is None:
        return Timex("DATE", UNKNOWN[grain], "no date before it and no publication date is known")
    day = shift(base, away, unit)
    if day is None:
        return None
    source = f"“{nearest.text}” ({nearest.value})" if nearest else match.context.publication
    return replace(
        Timex(
            "DATE",
            value_of(grain, day),
            f"{match.quoted} counts {'on' if away > 0 else 'back'} from {source}: {spell(day)}",
            day=day,
            grain=grain,
            confidence=0.85,
        ),
        anchor=nearest.value if nearest else match.context.anchor,
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "same day",
        "[{early} [in|on]] {thatday} {bigunit1:unit1}",
        same_unit,
        (
            eg("They met on December 8 and parted the same day.", "the same day", "2021-12-08"),
            eg("He was hired in 1995 and fired the following year.", "the following year", "1996"),
            eg("He was hired in 1995 and fired later that year.", "later that year", "1995", mod="END"),
        ),
        0.88,
        not_before="{name}",
    ),
    Rule(
        "two days later",
        "[{amount}] ( {count} | a|an | [a|the] {vague} | {couple} ) {unit} {direction}",
        units_later,
        (
            eg("They met on December 8 and again two days later.", "two days later", "2021-12-10"),
            eg("He was hired in 1995 and had come a year earlier.", "a year earlier", "1994"),
            eg("It rose in the third quarter from a year earlier.", "a year earlier", "2020-Q3"),
        ),
        0.85,
    ),
    Rule(
        "year-ago",
        "year - ago|earlier",
        year_before_quarter,
        (eg("It made less in the third quarter than the year-earlier $5 million.", "year-earlier", "2020-Q3"),),
        0.85,
    ),
    Rule(
        "year-ago quarter",
        "[the] [comparable|same] year - ago|earlier [{ordinal}] quarter|period|half|month",
        year_before_quarter,
        (eg("It made less in the third quarter than in the year-ago quarter.", "the year-ago quarter", "2020-Q3"),),
        0.88,
    ),
    Rule(
        "a year ago",
        "a year ago",
        a_year_ago,
        (
            eg("It made less in the third quarter than a year ago.", "a year ago", "2020-Q3"),
            eg("He resigned a year ago.", "a year ago", "2020"),
        ),
        0.93,
    ),
    Rule(
        "the quarter",
        "( the | that ) [latest | most recent] quarter|period",
        that_quarter,
        (eg("In the third quarter it fell; in the latest quarter it won clients.", "the latest quarter", "2021-Q3"),),
        0.7,
        not_after="during",
        not_before="of|{name}|when|in|between|that|-",
    ),
    Rule(
        "the unit",
        "the {bigunit1:unit1}",
        the_unit,
        (eg("For the year, food sales were flat.", "the year", "2021"),),
        0.5,
        after="for|of|in",
        not_before="of|{name}|when|before|after|that|{other}|-|{year}",
    ),
    Rule(
        "at that time",
        "( that time | the time )",
        that_time,
        (eg("He was hired in 2014. At that time he was rich.", "that time", "2014"),),
        0.75,
        after="at|by|since|before|until",
        not_before="of|to|for|that|when",
    ),
    Rule(
        "the day before",
        "the {bigunit1:unit1} {direction}",
        day_before,
        (eg("They met on December 8 and agreed the day before.", "the day before", "2021-12-07"),),
        0.75,
        not_before="{other}|{name}|the|a|that|his|her|this|{weekday}|{month}",
    ),
)
