"""Months told to be months, and seasons counted: the month of June, two summers ago, the spring before last."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import season_of, season_start
from reader.extract.dates.placing import a_stretch, shifted
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.months import month, month_of_year


def seasons_ago(match: Match) -> Found:
    """two summers ago: in the year so many years ago."""
    name, today = match.name("seasons"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-{name}", "no publication date is known, so the year stays open")
    count = match.number("count") if "count" in match else 2
    day = season_start(today.year - count, name)
    why = f"{match.quoted} counts back from {match.context.publication}"
    return replace(a_stretch(match, "season", day, why), value=f"{day.year:04d}-{name}")


def season_beyond(match: Match) -> Found:
    """the spring before last, the summer after next: one beyond the nearest."""
    name, today = match.name("season"), match.context.today
    if today is None:
        return Timex("DATE", f"XXXX-{name}", "no publication date is known, so the year stays open")
    near = season_start(today.year - (name == "WI" and today.month < 3), name)
    if match.number("beyond") > 0:
        day = shifted(near, 2 if near <= today else 1, "Y")
    else:
        day = shifted(near, -2 if near > today or season_of(today) == name else -1, "Y")
    why = f"{match.quoted} counts from {match.context.publication}"
    return replace(a_stretch(match, "season", day, why), value=f"{day.year:04d}-{name}")


RULES: tuple[Rule, ...] = (
    Rule(
        "the month of May",
        "the [whole|entire] month of {month}",
        month,
        (eg("The two first met in the month of June.", "the month of June", "2021-06"),),
        0.95,
    ),
    Rule(
        "the month of May 2021",
        "the [whole|entire] month of {month} [,] [of] {year}",
        month_of_year,
        (eg("It rained in the month of April 2010.", "the month of April 2010", "2010-04"),),
        0.96,
    ),
    Rule(
        "summer before last",
        "[the] {season} {beyond}",
        season_beyond,
        (
            eg("He left the spring before last.", "the spring before last", "2020-SP"),
            eg("He leaves the summer after next.", "the summer after next", "2023-SU"),
        ),
        0.9,
    ),
    Rule(
        "summers ago",
        "( {count} | {couple} ) {seasons} ago",
        seasons_ago,
        (
            eg("He sold it two summers ago.", "two summers ago", "2019-SU"),
            eg("He sold it a couple of winters ago.", "a couple of winters ago", "2019-WI"),
        ),
        0.8,
    ),
)
