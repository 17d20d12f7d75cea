"""What kind of figure a number is: money, a share, an age, a measure, a score, a count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.extract.figures.nouns import singular
from reader.extract.figures.numerals import NUMERAL, SECOND, Numeral, read
from reader.extract.figures.units import (
    CURRENCY_OF,
    CURRENCY_OF_CODE,
    CURRENCY_OF_SYMBOL,
    NAMED_BY_NUMBER,
    NATIONS,
    UNIT_OF,
    Currency,
)
from reader.extract.syntax.chunks import Grammar
from reader.extract.syntax.words import words

_SYMBOLS = "|".join(re.escape(symbol) for symbol in sorted(CURRENCY_OF_SYMBOL, key=len, reverse=True))
_SYMBOL = re.compile(rf"({_SYMBOLS}|\b[A-Z]{{3}})\s?\Z")
_PERCENT = re.compile(r"\s?%|[\s-]per\s?cent\b|\spct\b|[\s-](?P<points>percentage[\s-]points?)\b", re.IGNORECASE)
_AGE = re.compile(r"[\s-](?:years?|months?|weeks?|days?)(?:[\s-]olds?\b|\sof\sage\b)", re.IGNORECASE)
_AFTER_AGE = re.compile(r",|\)|\.(?:\s|$)")
_UNIT = re.compile(r"(?P<gap>[\s-]?)(?P<unit>km/h|°\s?[CF]\b|°|[^\W\d_]+(?:-years?)?)")
_ARTICLE = re.compile(r"\san?(?=\s)")
_GLUED = words("km kg m mm cm g mph kph kW MW GW ft lb lbs GB MB kWh C F h km/h ha nm Hz l")
_NATION = r"(?:(US|U\.S\.|Canadian|Australian|New Zealand|Hong Kong|Singapore|Swiss|British|Russian|Indian)\s)?"
_CURRENCY_WORD = re.compile(rf"[\s-]{_NATION}([a-z]+)\b", re.IGNORECASE)
_JOIN = re.compile(r"(?P<dash>\s?[-–—]\s?)|(?P<counted>\s(?:votes|goals|seats))?\s(?P<word>to|and|or)\s")
_BETWEEN = re.compile(r"\bbetween\s(?:the\sages\sof\s)?\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|rises?|risen|fell|falls?|fallen|up|down|from|climb(?:s|ed)|drop(?:s|ped)|gain(?:s|ed)|lost|cut|raise[sd]|"
    r"increased|decreased|jump(?:s|ed)|grew|slipped|slid|surged|reduced|lifted|lowered)\s(?:by\s)?(?:US|A|C)?[$€£¥]?\Z",
    re.IGNORECASE,
)
_AGED = re.compile(r"\bage[sd]?\s(?:of\s|between\s|about\s|around\s)?\Z", re.IGNORECASE)
_CONTEST = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|lo(?:st|ses|ss|se)|dr[ae]wn?|defeat(?:s|ed)?|victory|le(?:a)?ds?|scor\w+|vot\w+|"
    r"final|aggregate|tied?|sets?|penalt\w+|shootout|split|rul\w+|decision|match|game|goals?|down|ahead|level|half-time)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[\s-]\Z")
_MINUTE_MARK = re.compile(r"['’′](?=[\s,;.)]|$)")
_DIALLED = re.compile(r"\+\d[\d ()-]*\Z")
_METRES = words(
    "sprint race hurdles final freestyle butterfly backstroke breaststroke relay deep high tall long wide away from "
    "below above dash"
)
_NOT_ONE = words("the this that no any each every only another which some such")
_REACH = 24
"""Characters before a number that are looked at."""
_INDENT = 40
"""Characters of white space before the number of a row, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A figure before its words of degree are taken in."""

    start: int
    end: int
    value: float
    unit: str
    rule: str
    why: str
    sure: float
    currency: str | None = None
    end_value: float | None = None


def figure_of(text: str, grammar: Grammar, numeral: Numeral) -> Found | None:
    """The figure that a number is part of, or None where it is a year, a name, a telephone number or a mere *one*."""
    before = text[max(0, numeral.start - _REACH) : numeral.start]
    symbol = _SYMBOL.search(before)
    currency = None
    start = numeral.start
    if symbol is not None:
        written = symbol.group(1)
        currency = CURRENCY_OF_SYMBOL.get(written) or CURRENCY_OF.get(written.lower() if written.isupper() else "")
        if currency is not None:
            start -= len(before) - symbol.start()
    for found in (
        _money(text, numeral, start, currency),
        _score_or_range(text, grammar, numeral, before),
        _percent(text, numeral),
        _age(text, grammar, numeral, before),
        _measure(text, grammar, numeral),
    ):
        if found is not None:
            return found
    return _count(text, grammar, numeral, before)


def _second(text: str, numeral: Numeral) -> tuple[Numeral, str] | None:
    """The other end of a range: ``5–10``, ``5 to 10``, ``between 5 and 10``; with the word or dash that joins them."""
    join = _JOIN.match(text, numeral.end)
    if join is None or (join["counted"] and join["word"] != "to"):
        return None
    if join["word"] == "and" and not _BETWEEN.search(text, max(0, numeral.start - 30), numeral.start):
        return None
    if join["word"] == "to" and _MOVED.search(text, max(0, numeral.start - _REACH), numeral.start):
        return None
    at = join.end()
    symbol = re.compile(r"(?:US|A|C)?[$€£¥₹]").match(text, at)
    match = SECOND.match(text, symbol.end() if symbol else at) or (None if join["dash"] else NUMERAL.match(text, at))
    second = read(match) if match else None
    if second is None or second.vague:
        return None
    return second, "dash" if join["dash"] else join["word"]


def _scaled(first: Numeral, second: Numeral) -> float:
    """Value of the first number, with the scale that only the second has: ``5 to 10 million``."""
    if first.factor == 1 and second.factor > 1 and first.value * second.factor <= second.value:
        return first.value * second.factor
    return first.value


def _money(text: str, numeral: Numeral, start: int, currency: Currency | None) -> Found | None:
    end, value, end_value = numeral.end, numeral.value, None
    other = _second(text, numeral)
    if other is not None:
        last = other[0]
        word = _CURRENCY_WORD.match(text, last.end)
        if currency is not None or (word and word.group(2).lower() in CURRENCY_OF):
            value, end_value, end = _scaled(numeral, last), last.value, last.end
    word = _CURRENCY_WORD.match(text, end)
    named = CURRENCY_OF.get(word.group(2).lower()) if word else None
    if named is not None and word is not None and named.code == "USD" and (word.group(1) or "").lower() in NATIONS:
        named = CURRENCY_OF_CODE[NATIONS[word.group(1).lower()]]
    if named is not None and word is not None and (currency is None or named.name in currency.name):
        end = word.end()
        currency = currency or named
    if currency is None:
        return None
    if re.match(r"\s?cents?\b", text[end : end + 7]):
        end = text.index("c", end) + 4
    why = f"an amount in {currency.name}s" if end_value is None else f"a range of amounts in {currency.name}s"
    return Found(start, end, value, currency.name, "figure.money", why, 0.97, currency.code, end_value)


def _percent(text: str, numeral: Numeral) -> Found | None:
    match = _PERCENT.match(text, numeral.end)
    if match is None:
        return None
    unit = "percentage point" if match["points"] else "percent"
    return Found(numeral.start, match.end(), numeral.value, unit, "figure.percent", "a share in percent", 0.98)


def _age(text: str, grammar: Grammar, numeral: Numeral, before: str) -> Found | None:
    if numeral.factor > 1 or numeral.value > 130:
        return None
    match = _AGE.match(text, numeral.end)
    if match is not None:
        unit = re.split(r"[\s-]", match.group().strip(" -"))[0].removesuffix("s")
        return Found(numeral.start, match.end(), numeral.value, unit, "figure.age", "an age", 0.97)
    aged = _AGED.search(before)
    plain = numeral.digits and 1 <= numeral.value <= 120 and not numeral.decimals
    closed = _AFTER_AGE.match(text, numeral.end)
    if aged or (plain and closed and before.endswith((", ", " (")) and _person_before(grammar, numeral.start)):
        return Found(numeral.start, numeral.end, numeral.value, "year", "figure.age", "an age beside a name", 0.85)
    return None


def _person_before(grammar: Grammar, start: int) -> bool:
    """Whether a person's name, or two capitals of no known kind, stands before the mark before ``start``."""
    token = grammar.token_at(start) - 2
    mention = grammar.mention_at.get(token)
    if mention is None:
        return token > 0 and grammar.tags[token - 1 : token + 1] == "MM"
    return grammar.actors[mention].type == "person"


def _unit_after(text: str, end: int) -> tuple[str, int] | None:
    article = _ARTICLE.match(text, end)
    match = _UNIT.match(text, article.end() if article else end)
    if match is None:
        return None
    written = match["unit"]
    if match["gap"] == "":
        known = UNIT_OF.get(written.lower()) if written in _GLUED or written[0] == "°" else None
    else:
        known = UNIT_OF.get(written.lower().replace(" ", "")) if len(written) > 1 or written in "°m" else None
        square = re.compile(r"[\s-](square|cubic)[\s-]([^\W\d_]+)", re.IGNORECASE).match(text, end)
        if square is not None and (base := UNIT_OF.get(square.group(2).lower())):
            return f"{square.group(1).lower()} {base}", square.end()
    if known is None:
        return None
    stop = match.end()
    if known == "degree" and (scale := re.compile(r"\s(Celsius|Fahrenheit|C|F)\b").match(text, stop)):
        return f"degree {'Celsius' if scale.group(1)[0] == 'C' else 'Fahrenheit'}", scale.end()
    rate = re.compile(r"(?:s?\s(?:an|per)\s|/)(hour|second)\b").match(text, stop)
    if rate is not None and known in ("mile", "kilometre", "metre"):
        return f"{known} per {rate.group(1)}", rate.end()
    if known == "mile" and (sea := re.compile(r"\bnautical\s").search(text, end, stop)):
        return "nautical mile", sea.end()
    return known, stop


def _measure(text: str, grammar: Grammar, numeral: Numeral) -> Found | None:
    if numeral.short == "m":
        following = re.compile(r"[\s-]([a-z]+)").match(text, numeral.end)
        if not numeral.decimals and (following is None or following.group(1) in _METRES):
            value = round(numeral.value / numeral.factor, 6)
            return Found(numeral.start, numeral.end, value, "metre", "figure.measure", "a length in metres", 0.8)
    if numeral.digits and _MINUTE_MARK.match(text, numeral.end):
        return Found(numeral.start, numeral.end + 1, numeral.value, "minute", "figure.measure", "a minute of play", 0.7)
    unit = _unit_after(text, numeral.end)
    if unit is None or (text[numeral.end] == " " and numeral.value == 1 and unit[0] in ("second", "day")):
        return None
    name, end = unit
    half = re.compile(r"\sand\sa\s(half|quarter)\b").match(text, end)
    value = numeral.value
    if half is not None:
        value, end = value + (0.5 if half.group(1) == "half" else 0.25), half.end()
    return Found(numeral.start, end, value, name, "figure.measure", f"a number of {name}s", 0.93)


def _score_or_range(text: str, grammar: Grammar, numeral: Numeral, before: str) -> Found | None:
    other = _second(text, numeral)
    if other is None:
        return None
    second, join = other
    season = numeral.factor == 1 and _plain_year(numeral)
    if join == "dash" and (season or re.match(r"[-–]\d", text[second.end : second.end + 2])):
        return None  # "2021-22", "555-0100-7"
    value = _scaled(numeral, second)
    falling = join != "dash" and second.value <= value
    percent = None if falling else _PERCENT.match(text, second.end)
    if percent is not None:
        why = "a range in percent"
        return Found(numeral.start, percent.end(), value, "percent", "figure.percent", why, 0.95, None, second.value)
    unit = None if falling else _unit_after(text, second.end)
    if unit is not None:
        why = f"a range of {unit[0]}s"
        return Found(numeral.start, unit[1], value, unit[0], "figure.measure", why, 0.92, None, second.value)
    if _AGED.search(before):
        why = "a range of ages"
        return Found(numeral.start, second.end, value, "year", "figure.age", why, 0.85, None, second.value)
    whole = numeral.digits and second.digits and not numeral.decimals and not second.decimals
    small = max(numeral.value, second.value) < 300 and numeral.factor == second.factor == 1
    if whole and small and (join == "dash" or (join == "to" and value > second.value)):
        around = text[max(0, numeral.start - 60) : second.end + 30]
        if numeral.value >= second.value or _CONTEST.search(around):
            why = "two results side by side"
            return Found(numeral.start, second.end, value, "score", "figure.score", why, 0.85, None, second.value)
    if second.value <= value or (join == "dash" and text[second.end : second.end + 1].isalnum()):
        return None
    noun = _counted(text, grammar, second)
    if noun or join in ("to", "and", "or"):
        why = f"a range of {noun}s" if noun else "a range of numbers"
        return Found(numeral.start, second.end, value, noun, "figure.range", why, 0.8, None, second.value)
    return None


def _plain_year(numeral: Numeral) -> bool:
    return numeral.digits and not numeral.decimals and numeral.end - numeral.start == 4 and 1500 <= numeral.value < 2100


def _count(text: str, grammar: Grammar, numeral: Numeral, before: str) -> Found | None:
    after = text[numeral.end : numeral.end + 1]
    if numeral.digits and (after.isalpha() or (after in "'’" and text[numeral.end + 1 : numeral.end + 2] == "s")):
        return None
    telephone = numeral.digits and re.match(r"-\d", text[numeral.end : numeral.end + 2])
    if telephone or before.endswith(("#", "№", "§", "+", "@", "_")) or _DIALLED.search(before):
        return None
    previous = _WORD_BEFORE.search(before)
    if previous is not None and (numeral.digits or numeral.value == 1) and previous.group(1).lower() in NAMED_BY_NUMBER:
        return None
    token = grammar.token_at(numeral.start)
    if previous is not None and numeral.digits and token and grammar.tags[token - 1] == "M" and before[-1] == " ":
        return None  # "Apollo 11"
    noun = _counted(text, grammar, numeral)
    if _plain_year(numeral) and (not noun or noun == _word_after(text, numeral.end)):
        return None  # a year; a count of that size has a comma or a plural noun
    other_one = previous is not None and previous.group(1).lower() in _NOT_ONE
    one_of = text.startswith(" of ", numeral.end)
    if numeral.words and numeral.value == 1 and (not noun or other_one or one_of):
        return None
    if numeral.digits and not noun and _bare_list_number(text, numeral):
        return None
    if numeral.words and not noun and numeral.value < 10 and numeral.value == int(numeral.value):
        sure = 0.6
    else:
        sure = 0.9 if noun else 0.7
    why = f"a number of {noun}s" if noun else "a number that stands alone"
    return Found(numeral.start, numeral.end, numeral.value, noun, "figure.count", why, sure)


def _word_after(text: str, end: int) -> str:
    match = re.compile(r"[\s-]([^\W\d_]+)").match(text, end)
    return match.group(1).lower() if match else ""


def _bare_list_number(text: str, numeral: Numeral) -> bool:
    """A number that only marks a place: at the start of a line, or in brackets."""
    low = max(0, numeral.start - _INDENT)
    line = text.rfind("\n", low, numeral.start)
    before = text[max(line, low) : numeral.start]
    opens = (line >= 0 or low == 0) and not before.strip(" \n([#*-•")
    return opens or (text[numeral.start - 1 : numeral.start] in "([" and text[numeral.end : numeral.end + 1] in ")]")


def _in_table(text: str, at: int) -> bool:
    """Whether the line of a place in the text has columns: bars, or wide gaps between words."""
    line = text[max(text.rfind("\n", max(0, at - 200), at), at - 200, 0) : at].lstrip()
    return " | " in line or "   " in line


def _counted(text: str, grammar: Grammar, numeral: Numeral) -> str:
    """The noun that a number counts, in the singular; empty when there is none in its column and row."""
    token = grammar.token_at(numeral.end)
    if token >= len(grammar.words) or not grammar.bounds:
        return ""
    gap = text[numeral.end : grammar.starts[token]]
    if "  " in gap.replace("\n", "") or ("\n" in gap and _in_table(text, numeral.start)):
        return ""
    if (
        text[numeral.end : grammar.starts[token]].strip(" \u00a0\n")
        or "\n\n" in text[numeral.end : grammar.starts[token]]
    ):
        return ""
    number = grammar.sentence_of(grammar.starts[token])
    end = grammar.bounds[number][1]
    tags = grammar.tags
    if grammar.words[token].lower() == "of":
        token += 1
        while token < end and tags[token] in "DSJQ":
            token += 1
    elif grammar.words[token] == "-":
        token += 1
    head = -1
    for i in range(token, min(end, token + 8)):
        if head >= 0 and (tags[i] == "Q" or (tags[i] == "M" and tags[head] == "N")):
            break
        if tags[i] in "NM":
            head = i
        elif tags[i] == "X":
            head = -1
            break
        elif tags[i] not in "JAQGE" or (tags[i] in "GEA" and head >= 0):
            break
    if head < 0 or (tags[head] == "M" and grammar.words[head][:1].isupper() and not grammar.words[head].endswith("s")):
        return ""
    return singular(grammar.words[head].lower())
