"""The words of time in English: everything that a second language would bring instead.

Keys are lower case and may have several words. ``CAPITALISED`` words count only with a capital, ``DOTTED`` ones may
carry the full stop of an abbreviation.
"""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """The words of a list written as running text."""
    return text.split()


MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
        start=1,
    )
    for name in names
}

CAPITALISED = frozenset(
    {"bc", "bce", "ad", "ce", "epiphany", "pentecost"}
    | {"may", "march", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
    | {"easter", "ramadan", "passover", "lent", "advent", "hanukkah", "diwali", "eid", "christmas", "thanksgiving"}
    | {"z", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "mt", "pt", "gmt", "utc", "bst", "cet"}
    | {"cest", "eet", "eest", "msk", "ist", "jst", "hkt", "aest", "aedt", "april", "june", "august"}
)
DOTTED = frozenset(
    {"jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "hrs", "hr", "yrs", "mins"}
)

# TimeML's unit letters; a leading T marks units below the day.
UNITS_ONE: dict[str, str] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "2W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "semester": "6M",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "millennium": "1000Y",
}
UNITS_MANY: dict[str, str] = {
    "seconds": "TS",
    "secs": "TS",
    "minutes": "TM",
    "mins": "TM",
    "hours": "TH",
    "hrs": "TH",
    "days": "D",
    "nights": "N",
    "weeks": "W",
    "fortnights": "2W",
    "weekends": "WE",
    "months": "M",
    "quarters": "Q",
    "semesters": "6M",
    "years": "Y",
    "yrs": "Y",
    "decades": "10Y",
    "centuries": "100Y",
    "millennia": "1000Y",
}
UNITS = UNITS_ONE | UNITS_MANY

SEASONS: dict[str, str] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
SEASON_MONTHS: dict[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

PARTS: dict[str, str] = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midmorning": "MO",
    "forenoon": "MO",
    "afternoon": "AF",
    "midafternoon": "AF",
    "lunchtime": "MI",
    "evening": "EV",
    "dusk": "EV",
    "sundown": "EV",
    "sunup": "MO",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "nighttime": "NI",
}
PART_NAMES: dict[str, str] = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}

NOONS: dict[str, str] = {"noon": "T12:00", "midday": "T12:00", "noontime": "T12:00", "midnight": "T24:00"}

# TimeML has START, MID and END for these.
EARLY: dict[str, str] = {
    "early": "START",
    "earlier": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "early in": "START",
    "early on": "START",
    "earlier in": "START",
    "earlier on": "START",
    "late in": "END",
    "late on": "END",
    "later in": "END",
    "later on": "END",
    "early to mid": "START",
    "mid to late": "END",
    "early - to - mid": "START",
    "mid - to - late": "END",
}
STRETCH: dict[str, str] = {
    "beginning": "START",
    "start": "START",
    "onset": "START",
    "dawn": "START",
    "opening": "START",
    "early part": "START",
    "early days": "START",
    "middle": "MID",
    "midst": "MID",
    "height": "MID",
    "end": "END",
    "close": "END",
    "tail end": "END",
    "latter part": "END",
    "opening days": "START",
    "opening weeks": "START",
    "opening months": "START",
    "last days": "END",
    "last weeks": "END",
    "last months": "END",
    "final days": "END",
    "final weeks": "END",
    "final months": "END",
    "closing days": "END",
    "closing weeks": "END",
    "closing months": "END",
    "dying days": "END",
    "rest": "END",
    "remainder": "END",
}

AMOUNT_MODS: dict[str, str] = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "circa": "APPROX",
    "close to": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "not quite": "LESS_THAN",
    "more than": "MORE_THAN",
    "well over": "MORE_THAN",
    "just over": "MORE_THAN",
    "a little over": "MORE_THAN",
    "slightly over": "MORE_THAN",
    "little more than": "MORE_THAN",
    "just more than": "MORE_THAN",
    "slightly more than": "MORE_THAN",
    "a little more than": "MORE_THAN",
    "upwards of": "MORE_THAN",
    "longer than": "MORE_THAN",
    "less than": "LESS_THAN",
    "little less than": "LESS_THAN",
    "a little less than": "LESS_THAN",
    "slightly less than": "LESS_THAN",
    "just short of": "LESS_THAN",
    "a little under": "LESS_THAN",
    "a bit less than": "LESS_THAN",
    "a shade under": "LESS_THAN",
    "well under": "LESS_THAN",
    "the best part of": "LESS_THAN",
    "the better part of": "LESS_THAN",
    "a bit more than": "MORE_THAN",
    "a bit over": "MORE_THAN",
    "a shade over": "MORE_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "just under": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE",
    "a minimum of": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "as much as": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
    "no longer than": "EQUAL_OR_LESS",
    "a maximum of": "EQUAL_OR_LESS",
}
CLOCK_MODS: dict[str, str] = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "shortly before": "BEFORE",
    "just before": "BEFORE",
    "shortly after": "AFTER",
    "just after": "AFTER",
}

# Counts that stay vague: TimeML writes X for the number.
VAGUE: dict[str, str] = {
    "several": "X",
    "few": "X",
    "a few": "X",
    "some": "X",
    "many": "X",
    "numerous": "X",
    "dozens of": "X",
    "hundreds of": "X",
    "thousands of": "X",
}

ZONES: dict[str, str] = {
    zone: zone.upper()
    for zone in listed(
        "est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest eet eest msk ist jst hkt aest aedt z"
    )
} | {
    "eastern": "ET",
    "eastern time": "ET",
    "eastern standard time": "EST",
    "eastern daylight time": "EDT",
    "central time": "CT",
    "mountain time": "MT",
    "pacific time": "PT",
    "pacific standard time": "PST",
    "pacific daylight time": "PDT",
    "greenwich mean time": "GMT",
    "local time": "local",
    "moscow time": "MSK",
    "london time": "London",
    "uk time": "UK",
    "brussels time": "CET",
    "new york time": "ET",
    "beijing time": "Beijing",
}

# Month and day, or the name of a rule of the calendar (see ``calendar.feast``).
HOLIDAYS: dict[str, tuple[int, int] | str] = {
    "new year 's day": (1, 1),
    "new year 's eve": (12, 31),
    "new year": (1, 1),
    "valentine 's day": (2, 14),
    "saint valentine 's day": (2, 14),
    "st . patrick 's day": (3, 17),
    "st patrick 's day": (3, 17),
    "april fools ' day": (4, 1),
    "april fool 's day": (4, 1),
    "may day": (5, 1),
    "victory day": (5, 9),
    "independence day": (7, 4),
    "the fourth of july": (7, 4),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints ' day": (11, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "christmastime": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "all souls ' day": (11, 2),
    "st . david 's day": (3, 1),
    "st david 's day": (3, 1),
    "st . andrew 's day": (11, 30),
    "st andrew 's day": (11, 30),
    "hogmanay": (12, 31),
    "waitangi day": (2, 6),
    "international workers ' day": (5, 1),
    "guy fawkes day": (11, 5),
    "hallowe ' en": (10, 31),
    "day of the dead": (11, 2),
    "burns night": (1, 25),
    "candlemas": (2, 2),
    "cinco de mayo": (5, 5),
    "earth day": (4, 22),
    "groundhog day": (2, 2),
    "holocaust memorial day": (1, 27),
    "michaelmas": (9, 29),
    "midsummer day": (6, 24),
    "midsummer 's day": (6, 24),
    "st . george 's day": (4, 23),
    "st george 's day": (4, 23),
    "st . stephen 's day": (12, 26),
    "st stephen 's day": (12, 26),
    "ve day": (5, 8),
    "vj day": (8, 15),
    "anzac day": (4, 25),
    "australia day": (1, 26),
    "canada day": (7, 1),
    "juneteenth": (6, 19),
    "epiphany": (1, 6),
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter+1",
    "good friday": "easter-2",
    "maundy thursday": "easter-3",
    "holy thursday": "easter-3",
    "holy saturday": "easter-1",
    "palm sunday": "easter-7",
    "ash wednesday": "easter-46",
    "shrove tuesday": "easter-47",
    "mardi gras": "easter-47",
    "whit monday": "easter+50",
    "pentecost": "easter+49",
    "whit sunday": "easter+49",
    "trinity sunday": "easter+56",
    "ascension day": "easter+39",
    "pancake day": "easter-47",
    "fat tuesday": "easter-47",
    "mothering sunday": "easter-21",
    "remembrance sunday": "2 sunday 11",
    "indigenous peoples ' day": "2 monday 10",
    "thanksgiving": "4 thursday 11",
    "thanksgiving day": "4 thursday 11",
    "black friday": "4 thursday 11 +1",
    "cyber monday": "4 thursday 11 +4",
    "labor day": "1 monday 9",
    "memorial day": "-1 monday 5",
    "columbus day": "2 monday 10",
    "presidents ' day": "3 monday 2",
    "presidents day": "3 monday 2",
    "martin luther king jr . day": "3 monday 1",
    "martin luther king day": "3 monday 1",
    "mother 's day": "2 sunday 5",
    "father 's day": "3 sunday 6",
    "election day": "1 monday 11 +1",
    "super tuesday": "1 tuesday 3",
    "lunar new year 's eve": "moon: lunar new year's eve",
    "lunar new year": "moon: lunar new year",
    "chinese new year 's eve": "moon: lunar new year's eve",
    "chinese new year": "moon: lunar new year",
    "diwali": "moon: diwali",
    "deepavali": "moon: diwali",
    "rosh hashanah": "moon: rosh hashanah",
    "rosh hashana": "moon: rosh hashanah",
    "yom kippur": "moon: yom kippur",
    "hanukkah": "moon: hanukkah",
    "chanukah": "moon: hanukkah",
    "purim": "moon: purim",
    "passover": "moon: passover",
    "eid al - fitr": "moon: eid al-fitr",
    "eid al fitr": "moon: eid al-fitr",
    "eid al - adha": "moon: eid al-adha",
    "eid al adha": "moon: eid al-adha",
}

NUMBERS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS: dict[str, int] = {
    word: 10 * number
    for number, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50}
DECADES: dict[str, int] = {
    "noughties": 0,
    "aughts": 0,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
