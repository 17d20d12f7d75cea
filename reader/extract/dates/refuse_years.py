"""Numbers that only look like years: ``Flight 1972``, ``2014 seats``, ``the Office of 2027 Planning``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reader.extract.dates import english_numbers as numbers
from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS
from reader.extract.dates.refuse import in_a_headline, sentence_starts
from reader.extract.dates.refuse_counts import counts_apart, counts_with_an_adjective, opens_with_two_years
from reader.extract.dates.rule import Match
from reader.extract.dates.year_leads import a_counted_number, firmly_a_year, leads_a_year, of_a_series

_SIGNS = frozenset("#$£€№-–/._@+=")
"""Before a number, these make it another one: a price, a code."""
_NO_NOUNS = numbers.YEAR_LEADS | numbers.BEFORE_A_YEAR | usage.BEFORE_YEAR | usage.ROUGHLY | numbers.OPENING


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:[A-Z][\w.'’]{0,20}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Boulevard|Blvd|Way|Place|Square)\b"
        r"|\sBroadway\b"
    )


def not_a_year(match: Match) -> bool:
    """``Flight 1972``, ``2014 seats``, ``1600 Pennsylvania Avenue``, ``Resolution 1973``, ``Euro 2020``."""
    number = match.number("year")
    if match.text[match.start].isalpha():
        # "Atlanta, nineteen ninety-six": in words it is a year; with two capitals a work: "the sitcom Twenty Twelve"
        words = match.text[match.start : match.end].replace("-", " ").split()
        return len(words) > 1 and words[1][0].isupper() and not words[1].isupper() and not in_a_headline(match)
    if opens_with_two_years(match):
        return False
    previous, following = match.previous, match.following
    lower = previous.lower()
    if previous == "." and not (_goes_on().match(match.text, match.end) and _sentence_over().search(*match.before(40))):
        return True  # "No. 1972"; but "It was over. 2020 was bad"
    if lower in numbers.NUMBERED or lower in usage.CURRENCY_WORDS or _at_a_number().search(*match.before(40)):
        return True
    if match.text[match.end : match.end + 1].isalpha():
        return True  # "in 1080p"
    if not leads_a_year(match) or a_counted_number(match, _counted(following)) or of_a_series(match):
        return True  # "defended 2014 council seats", "against 1600 in 1994"
    if counts_apart(match) or counts_with_an_adjective(match):
        return True  # "500 and 2011 came", "1989 perch and 1603 illegal hooks"
    if lower in ("in", "constant") and following in ("dollars", "pounds", "euros", "prices", "money"):
        return not 1850 <= number <= 2099  # "in 2025 dollars"
    if following.lower() in usage.MEASURED or _far_off().match(match.text, match.end):
        return True
    if _block().match(match.text, match.end) or _handed_in(match):
        return True
    if lower in ("", ",", ".", ";") and following in ("were", "are", "have"):
        return True  # "Of 2015 ballots, 1989 were valid": one year is no plural
    if following in numbers.AFTER_NUMBERS or (str(number), following) in numbers.NUMBERED_NAMES:
        return True
    if lower in ("to", "at", "the") and _moved_to().search(*match.before(24)):
        return following not in ("levels", "lows", "highs", "level")  # "rose to 1995 and fell to 1890", "ran the 1500"
    if lower == "from" and _up_from().search(*match.before(12)):
        return _then().match(match.text, match.end) is not None  # "up from 1984 a week ago"
    if lower == "of" and _crowd_of().search(*match.before(24)):
        return True  # "a crowd of 2000"
    if _called_the().search(*match.before(8)):
        return True  # "the band The 1975"
    if _called_so().search(*match.before(60)):
        return True  # "a rock called 1989 ML", "under the Constitution Act, 1867"
    if previous in numbers.HONOURS and _honoured().match(match.text, match.end):
        return False  # "born 1905; DBE 1979; died 1997"
    if lower in ("is", "was", ":", "=") and _number_of().search(*match.before(24)):
        return True  # "the stock code is 2012"
    if lower in numbers.WORKS or _titled(match, previous, following):
        return True
    named = previous != lower and lower not in usage.BEFORE_YEAR and lower not in MONTHS
    if named and not (lower in numbers.OPENING and sentence_starts(match)):
        return True
    if match.text[match.start - 1 : match.start] in _SIGNS:
        return True
    if match.text[match.end : match.end + 1] in ("-", "/", "%", "°", "_", "=") and not _joined(match):
        return True
    if lower == "the" and (number == 1500 or _alone().match(match.text, match.end)):
        return True  # "he ran the 1500, she the 800"
    if lower in numbers.COUNTING or (lower in usage.ROUGHLY and _a_rough_number(match)):
        return True
    if _designation().match(match.text, match.end):
        return True
    if _car().match(match.text, match.end) and (
        lower in ("a", "his", "her", "their", "my") or _described().search(*match.before(40))
    ):
        return True  # "a silver 2002 Buick Century"
    if lower in ("and", "or", ",", "to") and (_numbered_before(match) or _beside_a_number(match)):
        return True
    if not 1500 <= number <= 2099 and lower not in usage.IN_YEAR:
        return True
    if _counted(following) and not firmly_a_year(match):
        return True
    if lower in usage.DETERMINERS and following in numbers.STAFF:
        return True
    if lower in usage.DETERMINERS and following in numbers.TIMETABLED and number % 100 < 60:
        return True
    if lower == "of" and following[:1].isupper() and _office_of().search(*match.before(40)):
        return True
    if lower in usage.DETERMINERS or lower in ("in", "since", "until", "during", "s"):
        return False
    return _address().match(match.text, match.end, match.end + 90) is not None


@cache
def _block() -> re.Pattern[str]:
    return re.compile(r"\s(?:block|blk)\s(?:of|on)\s(?:[A-Z]|\d)")  # "the 1900 block of Cetti Street"


@cache
def _handing() -> re.Pattern[str]:
    verbs = "hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|brought|brings?|bringing|sen[dt]s?|sending|took|takes?|taken|taking"
    more = (
        "call(?:ed|s|ing)?|haul(?:ed|s|ing)?|let|lets|letting|usher(?:ed|s|ing)?|pull(?:ed|s|ing)?|fl[eo]wn?|dr[ae]wn?"
    )
    return re.compile(rf"\b(?:{verbs}|{more})\s[Ii]n\s\Z")


@cache
def _goes_on_with() -> re.Pattern[str]:
    return re.compile(r"\s[a-z]+\s(?:was|were|are|had|have|will|would|could|may|might|must|did)\b")


def _handed_in(match: Match) -> bool:
    """``handed in 2025 signatures``: the verb's own particle, before what is counted."""
    if match.previous.lower() != "in" or match.following not in numbers.HANDED_IN:
        return False
    if _handing().search(*match.before(40)) is None:
        return False
    return _goes_on_with().match(match.text, match.end, match.end + 60) is None


@cache
def _far_off() -> re.Pattern[str]:
    # "2000 light-years away", "used 1900 kilowatt-hours": a unit in two words
    return re.compile(
        r"\s(?:light|man|person|kilowatt|megawatt|watt|amp|passenger|ton|tonne|foot|air|nautical|square|cubic)[-\s]\w+s\b"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    verbs = "|".join(sorted(usage.OF_A_YEAR))
    return re.compile(
        rf"(?:\s(?:on\sthe\swhole|as\sa\swhole|so\sfar|itself|alone|also|too))?\s(?:{verbs})\b|,\s[a-z][^.;\n]{{3,60}},\s(?:has|was|is|had)\b"
    )


@cache
def _sentence_over() -> re.Pattern[str]:
    return re.compile(
        r"\b(?!(?:nos|art|sec|fig|vol|para|reg|app|ref|ext|tel|approx|circa)\.|[A-Z]\w*\.)\w{3,}\.[\"”]?\s+\Z"
    )


@cache
def _at_a_number() -> re.Pattern[str]:
    # "held in cell 1811", "moored at quay 1830": a noun with nothing between it and its number; adjectives have years
    adjective = (
        r"\w*(?:ed|ing|ly|al|ary|ous|ic|(?<![aeo])y|ful|less|time|war|ant|ent|ive|ish|able|en|er|est|ern|ible|an|s)\s"
    )
    return re.compile(
        r"\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom|[Nn]ear|behind|inside|[Uu]nder|into|outside|beside|past|via|[Ww]ith|by|to|and|or|for)\s"
        rf"(?!{adjective})(?!(?:{'|'.join(sorted(_NO_NOUNS))})\s)[a-z]{{3,}}\s\Z"
    )


@cache
def _called_the() -> re.Pattern[str]:
    return re.compile(r"[a-z,]\sThe\s\Z")


@cache
def _moved_to() -> re.Pattern[str]:
    moves = (
        "rose|fell|climbed|dropped|slipped|slid|jumped|soared|surged|sank|tumbled|plunged|eased|edged|closed|settled"
    )
    more = "traded|rises|falls|climbs|drops|dips|jumps|slips|sinks"
    also = "rallied|recovered|rebounded|dipped|retreated|advanced|gained|swelled|grew|shrank"
    return re.compile(rf"\b(?:(?:{moves}|{more}|{also})\s(?:to|at)|(?:ran|runs?|swam|swims?|raced|skated)\sthe)\s\Z")


@cache
def _up_from() -> re.Pattern[str]:
    return re.compile(r"\b(?:up|down|rising|falling|rose|fell)\sfrom\s\Z")


@cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:an?\s(?:week|day|month|year|fortnight)\s|last\s|the\s(?:day|week|month|previous)\b|on\s[A-Z])"
    )


@cache
def _called_so() -> re.Pattern[str]:
    laws = "Act|Acts|Code|Bill|Ordinance|Order|Regulations|Rules|Statute|Decree"
    return re.compile(
        rf"\b(?:{laws}),\s\Z"
        r"|\b(?:an?|the|his|her|its|their)\s(?:[a-z-]+\s){1,3}(?:called|named|titled|entitled|dubbed)\s\Z"
    )


@cache
def _honoured() -> re.Pattern[str]:
    return re.compile(r"(?:[-–]\d{2,4})?[;,)]")


@cache
def _crowd_of() -> re.Pattern[str]:
    things = "crowd|total|group|population|staff|army|force|team|fleet|audience|workforce|garrison|average|maximum"
    more = "minimum|target|score|altitude|height|depth|capacity|payload|length|weight|price|cost|salary|congregation"
    return re.compile(rf"\b(?:{things}|{more})\sof\s\Z")


@cache
def _number_of() -> re.Pattern[str]:
    more = "passcode|combination"
    things = "code|number|extension|PIN|pin|password|ticket|serial|licence|license|plate|model|size|channel|frequency"
    return re.compile(rf"\b(?:{things}|{more})(?:\s(?:is|was)|\s?[:=])\s?\Z")


@cache
def _rough() -> re.Pattern[str]:
    return re.compile(r"(\w+)\s\w+\s\Z")


def _a_rough_number(match: Match) -> bool:
    """``paid about 1900 a week``, ``a crowd of around 2000``: a verb or a word before it that counts."""
    found = _rough().search(*match.before(40))
    if found is None or found.group(1).lower() not in usage.COUNT_LEADS:
        return False
    return match.context.nearest(match.start, "year", "decade", "century", within=120) is None


@cache
def _office_of() -> re.Pattern[str]:
    return re.compile(
        r"(?:Office|Bureau|Ministry|Department|Committee|Commission|Centre|Center|Institute|Society)\sof\s\Z"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(r"[.;:)]|,(?!\s\d{4})|\s(?:and|or)\s(?!(?:the\s)?\d{4})")


@cache
def _designation() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z]{1,3}\d")  # "2003 UB313": a body of the sky, a part, a model


@cache
def _car() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(numbers.CARS))})s?\b")  # "a 2012 Jetta": a model


@cache
def _described() -> re.Pattern[str]:
    return re.compile(r"\b(?:an?|his|her|their|my|the)\s(?:[a-z][a-z-]+,?\s){1,3}\Z")


@cache
def _several() -> re.Pattern[str]:
    return re.compile(r"\b(\w+?)s\s\d{4}(?:,\s\d{4})*(?:,?\s(?:and|or)|,)\s\Z")


def _numbered_before(match: Match) -> bool:
    """``Flights 1972 and 1973``: the second number of a list of things that have numbers."""
    found = _several().search(*match.before(40))
    return found is not None and found.group(1).lower() in numbers.NUMBERED


@cache
def _first_of_two() -> re.Pattern[str]:
    return re.compile(r"\b(\d{4})\s(?:and|or|to)\s\Z")


def _beside_a_number(match: Match) -> bool:
    """``The pair 2027 and 2029``: the second of two, and the first is no year."""
    found = _first_of_two().search(*match.before(10))
    if found is None or match.number("year") < 1500 or not 1500 <= int(found.group(1)) <= 2099:
        return False
    first = replace(match, start=found.start(1), end=found.end(1), parts={"year": int(found.group(1))})
    return first.previous not in ("and", "or", "to") and not leads_a_year(first)


@cache
def _spread() -> re.Pattern[str]:
    words = "range|ranges|interval|ratio|score|scores|numbers|pages|cols|columns|bores|sizes|values|estimates?"
    return re.compile(rf"\b(?:{words})\s(?:of|from|between|was|is)?\s?\Z|\b(?:pages|pp\.|cols|lines|verses)\s\Z")


def a_spread(match: Match) -> bool:
    """``with a range of 1950-2020``: numbers from one to another."""
    return _spread().search(*match.before(24)) is not None


@cache
def _hanging() -> re.Pattern[str]:
    return re.compile(r"[-/%°_=]([^\W\d_]+)")


def _titled(match: Match, previous: str, following: str) -> bool:
    """``Orwell's 1984 is``, ``“1984”``, ``2001: A Space Odyssey``: a work that is called by a year."""
    before, after = match.text[match.start - 1 : match.start], match.text[match.end : match.end + 1]
    if before in usage.OPENING_QUOTES and before and after in usage.CLOSING_QUOTES and after:
        return True
    if previous == "s":
        return not following.isalpha() or following in numbers.AFTER_TITLES
    subtitle = match.text[match.end : match.end + 3]
    return subtitle[:2] == ": " and subtitle[2:].isupper() and previous.isalpha() and previous not in usage.IN_YEAR


def _joined(match: Match) -> bool:
    """``2014-born``, ``1998-style``: a word hangs on the year, and not one of what is counted (``1995-page``)."""
    word = _hanging().match(match.text, match.end)
    return word is not None and word.group(1).lower() not in numbers.HYPHENATED


def _counted(word: str) -> bool:
    """Whether the word after a number is what the number counts: a plural noun in lower case."""
    lower = word.lower()
    if word != lower or not word.isalpha():
        return False
    return lower in numbers.COUNTED or (lower.endswith("s") and len(lower) > 3 and lower not in numbers.NO_PLURAL)


@cache
def _another_decade() -> re.Pattern[str]:
    return re.compile(r"\d\d\d0s(?:\sand\s|\sor\s|,\s|\sto\s|\s?[-–]\s?)\Z")


@cache
def _heat() -> re.Pattern[str]:
    things = "temperatures?|highs|lows|readings|mercury|thermometers?|humidity"
    moves = "fall|drop|climb|rise|dip|cool|warm|creep|soar|sink|slip|plunge"
    return re.compile(
        rf"\b(?:(?i:{things})|round|carded|scored?|par)\b[^.;]*\Z|\b(?:{moves})(?:s|ing)?\s(?:back\s)?(?:in)?to\s\Z"
    )


def not_around_a_year(match: Match) -> bool:
    """``a crowd of about 2000.``: a number without its comma, where no word before speaks of years."""
    if match.number("year") < 1500:
        return match.previous.lower() not in usage.DATED_BY or _counted(match.following)
    return not_a_year(replace(match, start=match.spans["year"][0]))


def not_a_decade(match: Match) -> bool:
    """``in his 30s``, ``the low-50s``: ages and degrees."""
    if "decade" not in match or match.text[match.start] in "'’":
        return False
    if match.number("decade") >= 100:
        named = match.previous[:1].isupper() and match.previous.lower() not in usage.BEFORE_YEAR
        # "the Ford Focus 2000's", "who made Wartburg 1300s", but "Swinging 1960s"
        return named and not (match.previous.endswith("ing") or sentence_starts(match))
    if _another_decade().search(*match.before(14)):
        return False  # "in the 1960s and 70s"
    raw = match.text[match.start : match.end].lower()
    if "degree" in match.text[match.end : match.end + 12] or _heat().search(*match.before(40)):
        return True
    if {"'", "’"} & set(raw[:-2]):
        return False  # "the mid-'90s"
    return not raw.startswith("the ") or "-" in raw or match.text[match.start - 1 : match.start] == "-"
