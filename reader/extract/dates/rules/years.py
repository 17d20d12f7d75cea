"""Years, fiscal years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import day_or_none
from reader.extract.dates.english_numbers import NUMBERED
from reader.extract.dates.placing import a_stretch, shifted
from reader.extract.dates.refuse_stories import a_hundred
from reader.extract.dates.refuse_words import no_decade_in_words
from reader.extract.dates.refuse_years import a_spread, not_a_decade, not_a_year, not_around_a_year
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def _mod(match: Match) -> str | None:
    return match.name("early") or match.name("stretch") or ("END" if "lasthalf" in match else None)


def year(match: Match) -> Found:
    """2014, early 1990, the end of 2020, fiscal 1988."""
    if "shortyear" in match:
        short = match.number("shortyear")
        number = 1900 + short if short >= 30 else 2000 + short
    else:
        number = match.number("year")
    day = day_or_none(number, 1, 1)
    if day is None:
        return None
    return a_stretch(match, "year", day, f"{match.quoted} names the year", _mod(match), anchored=False)


def post_year(match: Match) -> Found:
    """post-1959, pre-2008."""
    found = year(match)
    return replace(found, mod=match.name("prefix")) if isinstance(found, Timex) else None


def _ends(match: Match) -> tuple[int, int]:
    first, last = match.number("year"), match.number("last")
    return first, last + first - first % 100 if last < 100 else last


def no_years(match: Match) -> bool:
    """``The vote was 2016 to 1984``: years run forwards, and not for centuries."""
    first, last = _ends(match)
    if last == first + 1 and 1800 <= first <= 2099 and match.previous.lower() not in NUMBERED:
        return False  # "put 1985/86 output at 4.8 million tonnes"
    return not first < last <= first + 200 or a_spread(match) or not_a_year(match)


def year_range(match: Match) -> Found:
    """2014-2016, 1998-99, from 2014 to 2016: two dates, the first with the end of the range."""
    first, last = _ends(match)
    one, two = day_or_none(first, 1, 1), day_or_none(last, 1, 1)
    if one is None or two is None:
        return None
    begin = a_stretch(match, "year", one, f"{match.quoted} names the years", anchored=False)
    end = a_stretch(match, "year", two, f"{match.quoted} names the years", anchored=False)
    return [
        replace(begin, extent=(match.start, match.spans["year"][1]), end_value=end.value),
        replace(end, extent=(match.spans["last"][0], match.end)),
    ]


def iso_month(match: Match) -> Found:
    """2022-03, a month; but 2010-11 is a season, two years in a row."""
    raw = match.name("isomonth")
    first, second = int(raw[:4]), int(raw[5:])
    if second == (first + 1) % 100:
        begin, end = day_or_none(first, 1, 1), day_or_none(first + 1, 1, 1)
        if begin is None or end is None:
            return None
        why = f"{match.quoted} names two years in a row"
        last = a_stretch(match, "year", end, why, anchored=False)
        one = a_stretch(match, "year", begin, why, anchored=False)
        return [
            replace(one, extent=(match.start, match.start + 4), end_value=last.value),
            replace(last, extent=(match.start + 5, match.end)),
        ]
    day = day_or_none(first, second, 1)
    return a_stretch(match, "month", day, f"{match.quoted} is written year first", anchored=False) if day else None


def decade(match: Match) -> Found:
    """the 1990s, the late nineties, the '80s."""
    number = match.number("decade") if "decade" in match else match.number("decadeword")
    sure = 1.0
    if number < 100:
        if number == 0 and "decadeword" not in match:
            return None
        today = match.context.today
        century = 1900 if today is None or number > today.year % 100 or today.year < 2000 else 2000
        number, sure = century + number, 0.85
    day = day_or_none(number, 1, 1)
    if day is None:
        return None
    if number % 100 == 0 and number < 2000:
        return Timex("DATE", f"{number // 100}", f"{match.quoted} is the hundred years from {number}", mod=_mod(match))
    return a_stretch(
        match, "decade", day, f"{match.quoted} is the ten years from {number}", _mod(match), sure, anchored=False
    )


def century(match: Match) -> Found:
    """the 20th century: TimeML names it by the hundreds of its years."""
    number = match.number("ordinal")
    if not 1 <= number <= 30:
        return None
    if "era" in match and match.number("era") < 0:
        why = f"{match.quoted} is the hundred years before {number - 1}00 before our era"
        return Timex("DATE", f"BC{number - 1:02d}", why, mod=_mod(match))
    why = f"{match.quoted} is the years {number - 1}00 to {number - 1}99"
    day = day_or_none(max(1, (number - 1) * 100), 1, 1)
    return Timex("DATE", f"{number - 1:02d}", why, mod=_mod(match), day=day, grain="century")


def centuries(match: Match) -> Found:
    """the 19th and 20th centuries: two dates."""
    first, last = match.number("ordinal"), match.number("last")
    if not (1 <= first <= 30 and 1 <= last <= 30):
        return None
    why = f"{match.quoted} names centuries by their number"
    return [
        Timex("DATE", f"{first - 1:02d}", why, extent=(match.start, match.spans["ordinal"][1])),
        Timex("DATE", f"{last - 1:02d}", why, extent=(match.spans["last"][0], match.end)),
    ]


def before_christ(match: Match) -> Found:
    """44 BC, 79 AD."""
    number, mod = match.number("count"), match.name("amount") or None
    if "anno" in match or match.number("era") > 0:
        return (
            Timex("DATE", f"{number:04d}", f"{match.quoted} is a year of our era", mod=mod) if number < 3000 else None
        )
    return Timex("DATE", f"BC{number:04d}", f"{match.quoted} is a year before our era", mod=mod)


def last_century(match: Match) -> Found:
    """this century, the last century."""
    today = match.context.today
    if today is None:
        return Timex("DATE", "XX", "no publication date is known")
    number = today.year // 100 + (-1 if "past" in match else 1 if "future" in match else 0)
    return Timex(
        "DATE", f"{number:02d}", f"{match.quoted} seen from {match.context.publication}", anchor=match.context.anchor
    )


def new_year(match: Match) -> Found:
    """the new year: the year to come from July on, the one begun before."""
    today = match.context.today
    if today is None:
        return Timex("DATE", "XXXX", "no publication date is known, so the date stays open")
    ahead = today.month > 6 and match.context.tense(match.start, match.end).weight > -2
    day = shifted(today, 1, "Y") if ahead else today
    why = f"{match.quoted} is the year that {'follows' if ahead else 'has begun at'} {match.context.publication}"
    return a_stretch(match, "year", day, why, confidence=0.8)


def turn_of_year(match: Match) -> Found:
    """the turn of the year: the start of the year of publication, or of the next one where the verb looks ahead."""
    found = new_year(match)
    return replace(found, mod="START") if isinstance(found, Timex) else None


_EARLY = "[[the] [very] {early} [-]]"

RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        "{year}",
        year,
        (
            eg("It brings back memories of 2014.", "2014", "2014"),
            eg("The 2000 Olympics opened.", "2000", "2000"),
            eg("It was over. 2020 was a bad year.", "2020", "2020"),
        ),
        0.93,
        not_after="%|/|flight|{digits}|{isodate}",
        not_before="%|/|{units}|{digits}",
        refuse=not_a_year,
    ),
    Rule(
        "around a year",
        "{aroundyear:early} {year}",
        year,
        (
            eg("Some say 2050; my own guess is around 2070.", "around 2070", "2070", mod="APPROX"),
            eg("He left the church around 2009 after a quarrel.", "around 2009", "2009", mod="APPROX"),
            eg("The chapel dates from about 1280.", "about 1280", "1280", mod="APPROX"),
        ),
        0.8,
        not_before="%|/|-|{units}|{digits}",
        refuse=not_around_a_year,
    ),
    Rule(
        "the year",
        "[[the] [{early}] [-]] [the] ( year | fiscal [year] | calendar year | financial year ) {year}",
        year,
        (
            eg("Unemployment fell by the year 2000 in Bonn.", "the year 2000", "2000"),
            eg("In fiscal 1988, it earned more.", "fiscal 1988", "1988"),
        ),
        0.95,
    ),
    Rule(
        "fiscal year",
        "[the] {fiscalyear:year}",
        year,
        (eg("In FY2023 it lost money.", "FY2023", "2023"),),
        0.9,
    ),
    Rule(
        "year with its noun",
        "[the] {year} fiscal|calendar|financial|model|tax year",
        year,
        (eg("It rose in the 2020 fiscal year.", "the 2020 fiscal year", "2020"),),
        0.9,
    ),
    Rule(
        "early year",
        "[the] [very] {early} [-] [fiscal] {year}",
        year,
        (
            eg("It fell apart in mid-1996 after all.", "mid-1996", "1996", mod="MID"),
            eg("They moved in early 1990.", "early 1990", "1990", mod="START"),
        ),
        0.96,
    ),
    Rule(
        "post-year",
        "{prefix} - {year}",
        post_year,
        (eg("The post-1959 politics split families.", "post-1959", "1959", mod="AFTER"),),
        0.85,
    ),
    Rule(
        "stretch of year",
        "the [very] {stretch} of [the year | fiscal] {year}",
        year,
        (
            eg("At the end of 2020 it was over.", "the end of 2020", "2020", mod="END"),
            eg("At the end of fiscal 2020 it was over.", "the end of fiscal 2020", "2020", mod="END"),
        ),
        0.95,
    ),
    Rule(
        "end year",
        "end [-] {year}",
        year,
        (eg("By end-2020 it was over.", "end-2020", "2020"),),
        0.85,
        not_after="the|an|to|not",
    ),
    Rule(
        "short year",
        f"{_EARLY} {{shortyear}}",
        year,
        (
            eg("He left in '98 for Rome.", "'98", "1998"),
            eg("He left in early '98 for Rome.", "early '98", "1998", mod="START"),
        ),
        0.7,
        after="in|since|of|by|until|class|from",
    ),
    Rule(
        "years",
        "{year} ( (-|–|—|to|until|through|/) {year:last} | (-|–|/) {yy:last} )",
        year_range,
        (
            eg("He was president from 2014 to 2016 in all.", "2014", "2014"),
            eg("The 1998-99 season began.", "99", "1999"),
            eg("The war of 1939–1945 ended.", "1945", "1945"),
        ),
        0.88,
        not_after="{month}|{season}",
        not_before="{units}|%|{digits}",
        refuse=no_years,
    ),
    Rule(
        "year and month in digits",
        "{isomonth}",
        iso_month,
        (
            eg("The figures of 2022-03 are out.", "2022-03", "2022-03"),
            eg("The 2010-11 season began.", "2010", "2010"),
            eg("The 2010-11 season began.", "11", "2011"),
        ),
        0.8,
        not_after="flight|no|%|{digits}",
        not_before="%|{digits}",
    ),
    Rule(
        "decade",
        f"{_EARLY} [the] {{decade}}",
        decade,
        (
            eg("The group held power in the late 1970s.", "the late 1970s", "197", mod="END"),
            eg("He was mayor in the mid-to-late 1990s.", "the mid-to-late 1990s", "199", mod="END"),
            eg("It was the sound of the '80s in London.", "the '80s", "198"),
        ),
        0.93,
        refuse=not_a_decade,
    ),
    Rule(
        "decade in words",
        f"{_EARLY} [the] {{decadeword}}",
        decade,
        (eg("He worked there in the late nineties.", "the late nineties", "199", mod="END"),),
        0.75,
        after="in|during|of|since|until|by|from|through|throughout",
        refuse=no_decade_in_words,
    ),
    Rule(
        "late decade in words",
        "the [very] {early} [-] {decadeword}",
        decade,
        (eg("The early nineties and the late nineties were alike.", "the late nineties", "199", mod="END"),),
        0.75,
    ),
    Rule(
        "stretch of decade",
        "the [very] ( {stretch} | {closing:lasthalf} half|years ) of the {decade|decadeword:decade}",
        decade,
        (
            eg("At the end of the 1980s it broke.", "the end of the 1980s", "198", mod="END"),
            eg("By the middle of the eighties it broke.", "the middle of the eighties", "198", mod="MID"),
            eg("In the latter half of the 1980s it broke.", "the latter half of the 1980s", "198", mod="END"),
        ),
        0.93,
    ),
    Rule(
        "century",
        f"{_EARLY} [the] {{ordinal}} [-] century [{{era}}]",
        century,
        (
            eg("Angkor Wat is an 11th century temple.", "11th century", "10"),
            eg("It was built in the late 19th century.", "the late 19th century", "18", mod="END"),
            eg("It is a twentieth-century idea.", "twentieth-century", "19"),
            eg("It is of the 5th century BC, from Corinth.", "the 5th century BC", "BC04"),
        ),
        0.9,
        refuse=a_hundred,
    ),
    Rule(
        "centuries",
        "[the] {ordinal} and|or|to|- {ordinal:last} centuries",
        centuries,
        (eg("The 19th and 20th centuries saw it grow.", "20th centuries", "19"),),
        0.85,
    ),
    Rule(
        "years before Christ",
        "[{amount}] ( {count} {era} | {anno} {count} )",
        before_christ,
        (
            eg("Caesar died in 44 BC in Rome.", "44 BC", "BC0044"),
            eg("It was buried in AD 79 in a day.", "AD 79", "0079"),
            eg("It was lit in about 2450 BC in Orkney.", "about 2450 BC", "BC2450", mod="APPROX"),
        ),
        0.9,
    ),
    Rule(
        "this century",
        "( this | [the] {backward:past} | [the] {future} ) century",
        last_century,
        (
            eg("It is the worst of this century.", "this century", "20"),
            eg("It was the worst of the last century.", "the last century", "19"),
        ),
        0.8,
    ),
    Rule(
        "the turn of the year",
        "the turn of the year",
        turn_of_year,
        (eg("Plants have been shut since the turn of the year.", "the turn of the year", "2021", mod="START"),),
        0.8,
        not_before="{year}|of",
    ),
    Rule(
        "the new year",
        "the new year",
        new_year,
        (
            eg("The plant will open in the new year.", "the new year", "2022"),
            eg("The plant closed in the new year.", "the new year", "2021", published="2021-05-03"),
        ),
        0.8,
        after="in|into|early|since|until|before|for|of",
        not_before="{holiday}|'s",
    ),
)
