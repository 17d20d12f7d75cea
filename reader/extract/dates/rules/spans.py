"""Lengths of time of two parts: two hours and 30 minutes, two to six days."""

from __future__ import annotations

from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.durations import amount_of, amount_written

_LONGEST_FIRST = ("1000Y", "100Y", "10Y", "Y", "6M", "Q", "M", "2W", "W", "WE", "D", "N", "TH", "TM", "TS")


def two_units(match: Match) -> Found:
    """two hours and 30 minutes."""
    sizes = [_LONGEST_FIRST.index(match.name(name)) for name in ("unit", "smaller", "smallest") if name in match]
    if sizes != sorted(set(sizes)):
        return None
    first = amount_of(match.number("count") if "count" in match else 1, match.name("unit"))
    second = amount_of(amount_written(match.get("more")), match.name("smaller"))
    if first.startswith("PT") == second.startswith("PT"):
        value = first + second.removeprefix("PT" if second.startswith("PT") else "P")
    else:
        value = first + second.removeprefix("P")
    if "smallest" in match:
        third = amount_of(amount_written(match.get("last")), match.name("smallest"))
        value += third.removeprefix("PT" if "T" in value and third.startswith("PT") else "P")
    return Timex("DURATION", value, f"{match.quoted} is a length of time")


def unit_range(match: Match) -> Found:
    """two to six days: two lengths of time."""
    unit = match.name("unit")
    why = f"{match.quoted} gives the least and the most"
    least, most = amount_of(match.number("count"), unit), amount_of(match.number("more"), unit)
    if "apart" in match:
        first = Timex("DURATION", least, why, extent=match.spans["count"], end_value=most)
        return [first, Timex("DURATION", most, why, extent=(match.spans["more"][0], match.end))]
    return Timex("DURATION", least, why, end_value=most)


RULES: tuple[Rule, ...] = (
    Rule(
        "two units",
        "( {count} | a|an ) {unit} [and|,] {count:more} {unit:smaller}"
        " [[and|,] {count:last} {unit:smallest}] [{direction}]",
        two_units,
        (
            eg("He ran it in two hours and 30 minutes flat.", "two hours and 30 minutes", "PT2H30M", "DURATION"),
            eg("He ran it in an hour and eight minutes flat.", "an hour and eight minutes", "PT1H8M", "DURATION"),
            eg("It fell an hour and 50 minutes later.", "an hour and 50 minutes later", "PT1H50M", "DURATION"),
            eg(
                "She ran for two hours two minutes 37 seconds.",
                "two hours two minutes 37 seconds",
                "PT2H2M37S",
                "DURATION",
            ),
        ),
        0.9,
        not_before="a|an|per",
    ),
    Rule(
        "units of a range",
        "( between {count} {and:apart} {count:more} {unit} | {notyear:count} [-] to|or|–|- {count:more} [-] {unit} )",
        unit_range,
        (
            eg("It takes two to six days for each.", "two to six days", "P2D", "DURATION"),
            eg("It takes between two and six days for each.", "six days", "P6D", "DURATION"),
        ),
        0.85,
        not_after="{month}",
        not_before="ago|old|olds|-",
    ),
)
