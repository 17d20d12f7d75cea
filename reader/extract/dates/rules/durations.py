"""Lengths of time: two-hour, for weeks, a year and a half, the past three months."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.extract.dates.refuse import as_many
from reader.extract.dates.refuse_compounds import kept_hours, no_unit_alone, of_the_clock
from reader.extract.dates.refuse_stories import a_score, a_year_and_a_word, no_length
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg

_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "10Y": ("Y", 10), "100Y": ("Y", 100)}


def amount_of(count: float | str, unit: str) -> str:
    """TimeML's value: ``P2W``, ``PT1H30M``, ``PXY``, ``P18M``; halves go down to the next unit."""
    if isinstance(count, str):
        names = {"10Y": "DE", "100Y": "CE", "1000Y": "ML", "2W": "W", "6M": "M"}
        return _written("X", names.get(unit, unit))
    factor = int(unit[:-1]) if unit[0].isdigit() else 1
    letter = unit[-1] if factor > 1 else unit
    count *= factor
    whole = int(count)
    rest = count - whole
    if rest in (0.25, 0.5, 0.75) and letter in _SMALLER:
        small, ratio = _SMALLER[letter]
        part = round(rest * ratio)
        if part and small.startswith("T") == letter.startswith("T"):
            head = f"{whole}{letter[-1]}" if whole else ""
            return ("PT" if letter.startswith("T") else "P") + head + f"{part}{small[-1]}"
        if part:
            return f"PT{round(count * ratio)}{small[-1]}" if not whole else f"P{whole}{letter}T{part}{small[-1]}"
    if rest:
        return _written(f"{count:g}", letter)
    return _written(str(whole), letter)


def _written(count: str, unit: str) -> str:
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{'D' if unit == 'N' else unit}"


def count_of(match: Match) -> float | str:
    """The number of units that was captured; ``X`` where it stays vague."""
    if "vague" in match:
        return "X"
    if "couple" in match:
        return 2.0
    value = match.get("count")
    if "halfa" in match:
        return 0.5
    return amount_written(value) + (0.5 if "andhalf" in match else 0.0)


def amount_written(value: object) -> float:
    """A captured number; one with two decimals is kept as it is written, for it may be a clock time."""
    return float(value) if isinstance(value, (int, float, str)) else 1.0


def duration(match: Match) -> Found:
    """two hours, a year and a half, several months."""
    unit = match.name("unit") or match.name("unit1")
    mod = match.name("amount") or ("APPROX" if "couple" in match or "so" in match else None)
    if "unit1" in match and "count" in match:
        return Timex("DURATION", amount_of(1, unit), f"{match.quoted} is a length of time, roughly", mod="APPROX")
    if (unit in ("D", "N") and match.words("count") == "one" and _adverbial(match)) or a_year_and_a_word(match):
        return None
    if unit in ("W", "M") and _a_year_before_it(match):
        told = Timex(
            "DATE", match.words("count"), f"“{match.words('count')}” names the year", extent=match.spans["count"]
        )
        year = dt.date(match.number("count"), 1, 1)
        left = replace(match, start=match.spans["unit"][0])
        return [
            replace(told, day=year, grain="year"),
            Timex("DURATION", amount_of("X", unit), f"{left.quoted} is a length of time", extent=match.spans["unit"]),
        ]
    value = amount_of(count_of(match), unit)
    return Timex("DURATION", value, f"{match.quoted} is a length of time", mod=mod)


def _a_year_before_it(match: Match) -> bool:
    """``He died in 2012 weeks after the vote``: the number is the year."""
    words = match.words("count")
    return len(words) == 4 and words[:2] in ("19", "20") and words.isdigit() and match.previous.lower() in _IN_A_YEAR


_IN_A_YEAR = frozenset({"in", "since", "during", "until", "by"})


def _adverbial(match: Match) -> bool:
    """``he hoped one day to return``: no length of time stands there without a word that measures."""
    if "-" in match.text[match.start : match.end]:
        return False  # "a one-day strike"
    if match.following in _MEASURED_BY:
        return False  # "one day too late", "one day after the vote"
    before = match.text[max(0, match.start - 12) : match.start].lower().split()
    return not before or before[-1] not in _MEASURING


_MEASURING = frozenset(
    {"for", "in", "within", "of", "than", "least", "just", "only", "about", "by", "every", "after", "to", "lasted"}
    | {"lasts", "took", "takes", "take", "them", "him", "us", "spent", "spend"}
)
_MEASURED_BY = frozenset({"too", "late", "early", "after", "before", "longer", "away"})


def vague(match: Match) -> Found:
    """weeks, the years: a length without a number."""
    return Timex("DURATION", amount_of("X", match.name("unit")), f"{match.quoted} is a length of time without a number")


def at_least(match: Match) -> Found:
    """15-plus years."""
    value = amount_of(match.number("count"), match.name("unit"))
    return Timex("DURATION", value, f"{match.quoted} is a length of time, at least so much", mod="MORE_THAN")


def one_whole(match: Match) -> Found:
    """day-long, weeklong."""
    return Timex("DURATION", amount_of(1, match.name("unit")), f"{match.quoted} is a length of time")


def half_unit(match: Match) -> Found:
    """half-hour, half-century."""
    return Timex("DURATION", amount_of(0.5, match.name("unit")), f"{match.quoted} is half of one {match.words('unit')}")


def part_of_unit(match: Match) -> Found:
    """three-quarters of an hour."""
    value = amount_of((match.number("count") if "count" in match else 1) / 4, match.name("unit"))
    return Timex(
        "DURATION",
        value,
        f"{match.quoted} is a length of time, part of one {match.words('unit')}",
        mod=match.name("amount") or None,
    )


def half_more(match: Match) -> Found:
    """two-and-a-half hours."""
    value = amount_of(match.number("count") + 0.5, match.name("unit"))
    return Timex("DURATION", value, f"{match.quoted} is a length of time")


def quarter_century(match: Match) -> Found:
    """a quarter of a century."""
    return Timex("DURATION", "P25Y", f"{match.quoted} is 25 years", mod=match.name("amount") or None)


RULES: tuple[Rule, ...] = (
    Rule(
        "number of units",
        "[{amount}] [another|those|these] {count} [{andhalf}] [{filler}] {plainunit:unit} [or {so}]",
        duration,
        (
            eg("The crossing takes five hours by sea.", "five hours", "PT5H", "DURATION"),
            eg("He waited for 2 1/2 years in Rome.", "2 1/2 years", "P2Y6M", "DURATION"),
            eg("He waited for two and a half years.", "two and a half years", "P2Y6M", "DURATION"),
            eg("Talks broke off for nearly two years.", "nearly two years", "P2Y", "DURATION", "LESS_THAN"),
            eg("He served more than 18 months there.", "more than 18 months", "P18M", "DURATION", "MORE_THAN"),
            eg("He waited one more week for it.", "one more week", "P1W", "DURATION"),
            eg("He waited another two weeks for it.", "another two weeks", "P2W", "DURATION"),
            eg("I aged in those 16 minutes there.", "those 16 minutes", "PT16M", "DURATION"),
            eg("Eight trading days after it fell, it rose.", "Eight trading days", "P8D", "DURATION"),
        ),
        0.9,
        not_before="old|-",
        not_after="-|aged|few|several",
        refuse=no_length,
    ),
    Rule(
        "two-hour",
        "{count} -|– {unit1:unit} [- long]",
        duration,
        (
            eg("They won the four-year-long war.", "four-year-long", "P4Y", "DURATION"),
            eg("They spoke in a two-hour video link.", "two-hour", "PT2H", "DURATION"),
            eg("They held a one-day strike in Rome.", "one-day", "P1D", "DURATION"),
            eg("It is a 30-year bond with 7% interest.", "30-year", "P30Y", "DURATION"),
        ),
        0.93,
        not_before="-",
        refuse=of_the_clock,
    ),
    Rule(
        "15-plus years",
        "{count} [-] plus {unit}",
        at_least,
        (eg("He paid nothing for 15-plus years.", "15-plus years", "P15Y", "DURATION", "MORE_THAN"),),
        0.85,
    ),
    Rule(
        "two-and-a-half-hour",
        "{count} - and - a - half - {unit1:unit}",
        half_more,
        (eg("They spoke in a two-and-a-half-hour link.", "two-and-a-half-hour", "PT2H30M", "DURATION"),),
        0.93,
    ),
    Rule(
        "two-and-a-half hours",
        "{count} - and - a - half {unit}",
        half_more,
        (eg("They spoke for two-and-a-half hours.", "two-and-a-half hours", "PT2H30M", "DURATION"),),
        0.93,
    ),
    Rule(
        "quarter of a century",
        "[{amount}] a quarter [of] [a] century",
        quarter_century,
        (eg("He ruled for a quarter of a century.", "a quarter of a century", "P25Y", "DURATION"),),
        0.9,
    ),
    Rule(
        "day-long",
        "( {unit1:unit} - long | {lasting:unit} )",
        one_whole,
        (
            eg("They emerged from their day-long meeting.", "day-long", "P1D", "DURATION"),
            eg("They emerged from a weeklong meeting.", "weeklong", "P1W", "DURATION"),
        ),
        0.85,
        not_after="-",
    ),
    Rule(
        "decades-long",
        "{plainunits:unit} - long",
        vague,
        (eg("It ended a decades-long battle there.", "decades-long", "PXDE", "DURATION"),),
        0.8,
    ),
    Rule(
        "two-hour period",
        "[a|the|an] {count} - {unit1:unit} period|span|stretch",
        duration,
        (eg("It is paid over a three-year period in cash.", "a three-year period", "P3Y", "DURATION"),),
        0.9,
    ),
    Rule(
        "a unit",
        "[{amount}] a|an [{filler}] {longunit1:unit1} [or {so}]",
        duration,
        (
            eg("It ended within a week of his arrest.", "a week", "P1W", "DURATION"),
            eg("They waited for almost an hour outside.", "almost an hour", "PT1H", "DURATION", "LESS_THAN"),
        ),
        0.7,
        refuse=no_unit_alone,
        not_before="old|-|ago|earlier|later",
    ),
    Rule(
        "for another year",
        "[{amount}] another {longunit1:unit1}",
        duration,
        (
            eg("He signed for another year in Rome.", "another year", "P1Y", "DURATION"),
            eg("It will take at least another month.", "at least another month", "P1M", "DURATION", "EQUAL_OR_MORE"),
        ),
        0.75,
        after="for|takes|take|took|last|lasted|wait|within|by",
        not_before="old|-|ago|{name}",
    ),
    Rule(
        "over a unit",
        "{over:amount} ( {count} [{andhalf}] {plainunit:unit} | a|an [{filler}] {longunit1:unit} )",
        duration,
        (eg("The tour lasted over a week.", "over a week", "P1W", "DURATION", "MORE_THAN"),),
        0.75,
        after="for|in|after|within|last|lasted|lasting|lasts|took|takes|take|waited|spent|spend|served|is|was|be",
        not_before="old|-|ago|earlier|later",
    ),
    Rule(
        "part of a unit",
        "[{amount}] ( {count} [-] quarters | a quarter ) of a|an {unit1:unit} [{direction}]",
        part_of_unit,
        (
            eg("They spoke for three-quarters of an hour.", "three-quarters of an hour", "PT45M", "DURATION"),
            eg("They spoke for a quarter of an hour.", "a quarter of an hour", "PT15M", "DURATION"),
            eg("A quarter of an hour later it rang.", "A quarter of an hour later", "PT15M", "DURATION"),
        ),
        0.85,
    ),
    Rule(
        "a unit and a half",
        "[{amount}] ( a|an | {count} ) {unit} {andhalf}",
        duration,
        (
            eg("But a minute and a half later, a pilot called.", "a minute and a half", "PT1M30S", "DURATION"),
            eg("He served a year and a half in jail.", "a year and a half", "P1Y6M", "DURATION"),
        ),
        0.93,
    ),
    Rule(
        "half-hour",
        "[the ( {ordinal:which} | {closing:which} | next|past )] half - {plainunit:unit}",
        half_unit,
        (
            eg("It fell 6% in the first half-hour of trade.", "the first half-hour", "PT30M", "DURATION"),
            eg("The half-hour show ran in Rome.", "half-hour", "PT30M", "DURATION"),
            eg("Their half-century of war ended.", "half-century", "P50Y", "DURATION"),
        ),
        0.85,
        not_after="-",
        not_before="-",
        refuse=a_score,
    ),
    Rule(
        "the following months",
        "( the [very] {after_that:which} | [the] intervening|ensuing ) {units:unit} [and|or {units:more}]",
        vague,
        (
            eg("They fled in the following months.", "the following months", "PXM", "DURATION"),
            eg("Prices rose in the ensuing years.", "the ensuing years", "PXY", "DURATION"),
        ),
        0.8,
    ),
    Rule(
        "half a unit",
        "[{amount}] {halfa} {unit1}",
        duration,
        (eg("They talked for half an hour in Bonn.", "half an hour", "PT30M", "DURATION"),),
        0.9,
        refuse=a_score,
    ),
    Rule(
        "vague units",
        "[{amount}] ( [a|the|these|those] {vague} | {couple} ) [more|long|short] {plainunit:unit} [or {so}]",
        duration,
        (
            eg("He waited several months in Rome.", "several months", "PXM", "DURATION"),
            eg("It won't change for a couple of years.", "a couple of years", "P2Y", "DURATION", "APPROX"),
            eg("The war lasted many years.", "many years", "PXY", "DURATION"),
        ),
        0.9,
        refuse=as_many,
    ),
    Rule(
        "several quarters",
        "[a|the] few|several [more] {quarters:unit}",
        vague,
        (eg("It will take a few quarters to recover.", "a few quarters", "PXQ", "DURATION"),),
        0.85,
        not_before="-",
    ),
    Rule(
        "several-year",
        "several|multi [-] {unit1:unit}",
        vague,
        (eg("It is a several-year effort.", "several-year", "PXY", "DURATION"),),
        0.8,
    ),
    Rule(
        "units",
        "{plainunits:unit}",
        vague,
        (eg("It has been worsening for weeks, and fast.", "weeks", "PXW", "DURATION"),),
        0.6,
        not_before="old|-",
        not_after="{count}|{vague}|-|most",
        refuse=kept_hours,
    ),
    Rule(
        "hours later",
        "{plainunits:unit} {direction}",
        vague,
        (eg("He was killed hours later in Rome.", "hours later", "PTXH", "DURATION"),),
        0.75,
        not_after="{count}|{vague}|-|most",
    ),
    Rule(
        "consecutive units",
        "{count} consecutive|straight|successive {unit}",
        duration,
        (eg("It grew for two consecutive quarters there.", "two consecutive quarters", "P2Q", "DURATION"),),
        0.9,
    ),
    Rule(
        "units or units",
        "{plainunits:unit} or|and|to {plainunits:more}",
        vague,
        (eg("He probably died within weeks or months of it.", "weeks or months", "PXW", "DURATION"),),
        0.85,
    ),
    Rule(
        "a unit or two",
        "a|an {unit1} or {count}",
        duration,
        (eg("You may save more lives in a year or two.", "a year or two", "P1Y", "DURATION", "APPROX"),),
        0.8,
    ),
    Rule(
        "the years",
        "the [early] {plainunits:unit}",
        vague,
        (eg("Many more have come over the years.", "the years", "PXY", "DURATION"),),
        0.6,
        after="over|through|down",
    ),
)
