"""What comes back: every Tuesday, annually, twice a week."""

from __future__ import annotations

from reader.extract.dates.calendar import weekday_name
from reader.extract.dates.refuse import a_title, an_average
from reader.extract.dates.refuse_feasts import not_a_feast
from reader.extract.dates.refuse_months import not_a_season
from reader.extract.dates.refuse_names import not_a_weekday
from reader.extract.dates.refuse_phrases import a_pulse
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.durations import amount_of, count_of


def adverb(match: Match) -> Found:
    """daily, annually."""
    return Timex("SET", match.name("adverb"), f"{match.quoted} names a time that comes back", quant="EVERY")


def often(match: Match) -> Found:
    """twice daily, three times weekly."""
    times = match.number("times") if "times" in match else match.number("count")
    return Timex("SET", match.name("adverb"), f"{match.quoted} says how often", freq=f"{times}X")


def every_half(match: Match) -> Found:
    """every half an hour."""
    value = amount_of(0.5, match.name("unit1"))
    return Timex("SET", value, f"{match.quoted} names a time that comes back", quant=match.name("each"))


def every_unit(match: Match) -> Found:
    """every day, each year, every two years."""
    count: float | str = (
        count_of(match)
        if "count" in match
        else match.number("ordinal")
        if "ordinal" in match
        else 2
        if "skip" in match
        else 1
    )
    unit = match.name("unit") or match.name("unit1")
    value = "XXXX-WXX-WE" if (unit, count) == ("WE", 1) else amount_of(count, unit)
    return Timex(
        "SET",
        value,
        f"{match.quoted} names a time that comes back",
        quant=match.name("each") or "EVERY",
        freq=f"{match.number('times')}X" if "times" in match else None,
    )


def every_few(match: Match) -> Found:
    """every few years."""
    value = amount_of("X", match.name("unit"))
    return Timex("SET", value, f"{match.quoted} names a time that comes back", quant=match.name("each"))


def every_weekday(match: Match) -> Found:
    """every Tuesday, Tuesdays, on Sunday mornings."""
    number = match.number("weekday")
    value = f"XXXX-WXX-{number}" + (f"T{match.name('part')}" if "part" in match else "")
    return Timex(
        "SET",
        value,
        f"{match.quoted} names a time that comes back each {weekday_name(number)}",
        quant=match.name("each") or "EVERY",
    )


def every_two_weekdays(match: Match) -> Found:
    """every Tuesday and Thursday: two sets."""
    first, last = match.number("weekday"), match.number("last")
    quant = match.name("each")
    why = f"{match.quoted} names a time that comes back each week"
    return [
        Timex("SET", f"XXXX-WXX-{first}", why, quant=quant, extent=(match.start, match.spans["weekday"][1])),
        Timex("SET", f"XXXX-WXX-{last}", why, quant=quant, extent=match.spans["last"]),
    ]


def nights_of_weekdays(match: Match) -> Found:
    """Monday and Tuesday nights: two sets."""
    first, last = match.number("weekday"), match.number("last")
    part = f"T{match.name('part')}"
    why = f"{match.quoted} names times that come back each week"
    return [
        Timex("SET", f"XXXX-WXX-{first}{part}", why, quant="EVERY", extent=match.spans["weekday"]),
        Timex("SET", f"XXXX-WXX-{last}{part}", why, quant="EVERY", extent=(match.spans["last"][0], match.end)),
    ]


def every_weekend(match: Match) -> Found:
    """on weekends."""
    return Timex("SET", "XXXX-WXX-WE", f"{match.quoted} names a time that comes back each week", quant="EVERY")


def every_month(match: Match) -> Found:
    """each July, every January 6."""
    value = f"XXXX-{match.number('month'):02d}" + (f"-{match.number('day'):02d}" if "day" in match else "")
    return Timex(
        "SET", value, f"{match.quoted} names a time that comes back each year", quant=match.name("each") or "EVERY"
    )


def every_holiday(match: Match) -> Found:
    """every Christmas; one that moves comes back each year."""
    day = match["holiday"]
    value = f"XXXX-{day[0]:02d}-{day[1]:02d}" if isinstance(day, tuple) else "P1Y"
    return Timex("SET", value, f"{match.quoted} comes back each year", quant=match.name("each"))


def days_of_each(match: Match) -> Found:
    """three days a week: so much of each."""
    value = amount_of(1, match.name("unit1"))
    much = amount_of(match.number("count"), match.name("unit"))
    return Timex("SET", value, f"{match.quoted} says how much of each", freq=much[1:])


def every_season(match: Match) -> Found:
    """every summer, each of the past three summers."""
    return Timex(
        "SET",
        f"XXXX-{match.name('season')}",
        f"{match.quoted} names a time that comes back each year",
        quant=match.name("each") or "EVERY",
    )


def every_part(match: Match) -> Found:
    """every morning, nights."""
    return Timex(
        "SET",
        f"XXXX-XX-XXT{match.name('part')}",
        f"{match.quoted} names a time that comes back each day",
        quant=match.name("each") or ("MOST" if match.quoted.lower().startswith("“most") else "EVERY"),
    )


def frequency(match: Match) -> Found:
    """twice a week, three times a year."""
    times = match.number("times") if "times" in match else match.number("count")
    unit = match.name("unit1")
    return Timex("SET", amount_of(1, unit), f"{match.quoted} says how often", freq=f"{times}X")


RULES: tuple[Rule, ...] = (
    Rule(
        "every night",
        "{each} {nightly:part}",
        every_part,
        (eg("He drove past her gate every night for a year.", "every night", "XXXX-XX-XXTNI", "SET"),),
        0.9,
    ),
    Rule(
        "daily",
        "{adverb}",
        adverb,
        (
            eg("Rallies were held here annually for Marti.", "annually", "P1Y", "SET"),
            eg("The daily flights were stopped.", "daily", "P1D", "SET"),
        ),
        0.5,
        refuse=an_average,
    ),
    Rule(
        "quarterly",
        "{seldom:adverb}",
        adverb,
        (eg("It pays a dividend quarterly, and well.", "quarterly", "P1Q", "SET"),),
        0.6,
        before=".|,|;|:|)|and|but|or|{end}",
        refuse=a_title,
    ),
    Rule(
        "twice daily",
        "( {times} | {count} times ) {adverb}",
        often,
        (eg("They train twice daily in Rome.", "twice daily", "P1D", "SET"),),
        0.85,
    ),
    Rule(
        "every half hour",
        "{each} ( {halfa} {unit1} | half - {unit1} | half {unit1} )",
        every_half,
        (
            eg("Trains leave every half an hour from Rome.", "every half an hour", "PT30M", "SET"),
            eg("Trains leave every half-hour from Rome.", "every half-hour", "PT30M", "SET"),
        ),
        0.9,
    ),
    Rule(
        "every unit",
        "[{times}] ( {each} [and every] | {skip} ) [single] [{count} [{andhalf}] | {ordinal}] {unit}",
        every_unit,
        (
            eg("They meet every day in Rome.", "every day", "P1D", "SET"),
            eg("They meet every four years in Rome.", "every four years", "P4Y", "SET"),
            eg("They meet every other week in Rome.", "every other week", "P2W", "SET"),
            eg("The clinic opens every weekend in Rome.", "every weekend", "XXXX-WXX-WE", "SET"),
            eg("They meet once every two years in Rome.", "once every two years", "P2Y", "SET"),
            eg("It comes every six and a half years.", "every six and a half years", "P6Y6M", "SET"),
        ),
        0.93,
    ),
    Rule(
        "every few years",
        "{each} {vague} {unit}",
        every_few,
        (eg("They meet every few years in Rome.", "every few years", "PXY", "SET"),),
        0.9,
    ),
    Rule(
        "every weekday",
        "{each} [other] {weekday} [{part}]",
        every_weekday,
        (eg("They meet every Tuesday in Rome.", "every Tuesday", "XXXX-WXX-2", "SET"),),
        0.95,
    ),
    Rule(
        "every weekday and another",
        "{each} {weekday} and|or {weekday:last}",
        every_two_weekdays,
        (eg("They meet every Tuesday and Thursday.", "Thursday", "XXXX-WXX-4", "SET"),),
        0.9,
    ),
    Rule(
        "weekdays",
        "{weekdays:weekday}",
        every_weekday,
        (eg("The club plays on Tuesdays in Rome.", "Tuesdays", "XXXX-WXX-2", "SET"),),
        0.8,
        refuse=not_a_weekday,
    ),
    Rule(
        "weekends",
        "[the] {weekends}",
        every_weekend,
        (eg("The club plays on weekends in Rome.", "weekends", "XXXX-WXX-WE", "SET"),),
        0.8,
        not_after="{count}|{vague}|last|past|next",
    ),
    Rule(
        "weekday nights",
        "{weekday} {parts:part}",
        every_weekday,
        (eg("The club plays on Tuesday nights in Rome.", "Tuesday nights", "XXXX-WXX-2TNI", "SET"),),
        0.85,
    ),
    Rule(
        "nights of two weekdays",
        "{weekday} and|or {weekday:last} {parts:part}",
        nights_of_weekdays,
        (eg("Flights leave on Monday and Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI", "SET"),),
        0.88,
    ),
    Rule(
        "every Christmas",
        "{each} {holiday}",
        every_holiday,
        (
            eg("She rang every Christmas from Rome.", "every Christmas", "XXXX-12-25", "SET"),
            eg("She rang every Easter from Rome.", "every Easter", "P1Y", "SET"),
        ),
        0.9,
        not_before="{name}|-",
        refuse=not_a_feast,
    ),
    Rule(
        "days a week",
        "{count} {daysornights:unit} a|per|every|each {weekonly:unit1}",
        days_of_each,
        (eg("It will be shut three days a week.", "three days a week", "P1W", "SET"),),
        0.8,
    ),
    Rule(
        "every month",
        "{each} ( {month} [{day}] | {day} {month} )",
        every_month,
        (
            eg("Marches are held each July in Belfast.", "each July", "XXXX-07", "SET"),
            eg("Marches are held every 12 July in Belfast.", "every 12 July", "XXXX-07-12", "SET"),
        ),
        0.93,
    ),
    Rule(
        "every season",
        "{each} {season}",
        every_season,
        (eg("Marches are held every summer in Belfast.", "every summer", "XXXX-SU", "SET"),),
        0.93,
        refuse=not_a_season,
    ),
    Rule(
        "every morning",
        "{each} {part}",
        every_part,
        (eg("He runs every morning in Belfast.", "every morning", "XXXX-XX-XXTMO", "SET"),),
        0.9,
    ),
    Rule(
        "most mornings",
        "most {parts:part}",
        every_part,
        (eg("He runs most mornings in Belfast.", "most mornings", "XXXX-XX-XXTMO", "SET"),),
        0.85,
        not_after="the",
    ),
    Rule(
        "twice a week",
        "( {times} | {count} times ) ( a|an|per|every|each ) {unit1}",
        frequency,
        (
            eg("They train twice a week in Rome.", "twice a week", "P1W", "SET"),
            eg("They train three times a year.", "three times a year", "P1Y", "SET"),
        ),
        0.85,
        refuse=a_pulse,
    ),
)
