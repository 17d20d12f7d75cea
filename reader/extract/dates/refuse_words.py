"""Words of the present and other days in other senses: a strong current, Now TV, no tomorrow, the biggest daily."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_senses as senses
from reader.extract.dates.beside import a_verb_follows, the_clause_goes_on
from reader.extract.dates.english import UNITS
from reader.extract.dates.english_senses import FUNCTION_WORDS
from reader.extract.dates.english_verbs import IRREGULAR_PAST
from reader.extract.dates.refuse import in_a_headline
from reader.extract.dates.refuse_capitals import opens
from reader.extract.dates.refuse_seasons import a_fall_or_a_spring
from reader.extract.dates.rule import Match


@cache
def _and_former() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:and|or|and/or)\s(?:{'|'.join(sorted(senses.FELLOWS_OF_CURRENT))})\b")


@cache
def _swept() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(senses.SWEPT))})\b(?!-)")


@cache
def _let() -> re.Pattern[str]:
    return re.compile(r"\b(?:let|lets|letting|watch|watched|felt)\sthe\s\Z")


def _current(match: Match) -> bool:
    """``fought the current``, ``a strong current``, ``the current drew``, but ``the current chairman``."""
    if _and_former().match(match.text, match.end, match.end + 24):
        return False
    if match.previous.lower() in senses.CURRENTS or _swept().match(match.text, match.end, match.end + 12):
        return True
    if match.text[match.end : match.end + 1] == "-":
        return match.text[match.end + 1 : match.end + 12].partition(" ")[0] in senses.BEHIND_CURRENT
    if match.text[match.start].isupper() and match.following[:1].isupper() and not opens(match):
        return not in_a_headline(match)  # "the Current River"
    return the_clause_goes_on(match) or _let().search(*match.before(20)) is not None


@cache
def _calming() -> re.Pattern[str]:
    return re.compile(r",\snow\b|\sthen\b,?|\sand\s(?:then|again)\b|[\s-]or[\s-]never\b", re.IGNORECASE)


@cache
def _calmed() -> re.Pattern[str]:
    return re.compile(r"\b[Nn]ow,\s\Z|\b[Hh]ere\sand\s\Z")


@cache
def _small_letters() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2}")


def _in_prose(match: Match) -> bool:
    begin = match.text.rfind("\n", max(0, match.start - 120), match.start) + 1
    stop = match.text.find("\n", match.end, match.end + 120)
    line = match.text[max(begin, match.start - 120) : stop if stop >= 0 else match.end + 120]
    return _small_letters().search(line) is not None


def _now(match: Match) -> bool:
    """``Now that the wedding is off``, ``“Now, now,” he said``, ``now and then``, ``endorsed by NOW``.

    Behind a main clause ``now that`` tells when: ``he is happy now that it is over``.
    """
    text, start, end = match.text, match.start, match.end
    raw = text[start:end]
    if _calming().match(text, end, end + 10) or _calmed().search(*match.before(9)):
        return True
    if match.previous.lower() == "the" and match.following in ("", ".", ",", ";", "!", "?", "and"):
        return True  # "he lives for the now"
    if raw == "Now" and text[end : end + 6] == " that " and opens(match):
        return True
    if raw == "NOW" and _in_prose(match):
        # "We want it NOW!", but "told 10/11 NOW", "known as NOW", "NOW president"
        if match.previous.isupper() and len(match.previous) > 3:
            return False  # "LIVE NOW: a briefing"
        shouted = text[end : end + 1] in tuple("!.?") and match.previous.isalpha() and match.previous.islower()
        return not shouted or match.previous in ("as", "by", "of", "with", "at", "the", "for", "from", "group", "told")
    return False


def _a_time_of_verbs(match: Match) -> bool:
    """``the past tense``, ``the future perfect``, ``the future king``."""
    behind = senses.BEHIND_PAST if match.words("vaguedate").endswith("past") else senses.BEHIND_FUTURE
    return match.following.lower() in behind and match.text[match.end : match.end + 1] == " "


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(senses.GENERIC_OF)


def of_any_day(match: Match) -> bool:
    """``the leaders of tomorrow``, ``the stars of yesterday``, but ``the attacks of yesterday``."""
    found = _generic().search(*match.before(30)) if match.previous == "of" else None
    if found is None or match.text[match.end : match.end + 1] in ("'", "’"):
        return False
    return found.group().split()[0] not in senses.NOT_GENERIC_OF


@cache
def _better() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:an?|the|their|our|your|its)\s(?:much\s)?(?:better|brighter|new|different|greener|safer|happier|cleaner|freer)\s\Z",
        re.IGNORECASE,
    )


def _tomorrow(match: Match) -> bool:
    """``as if there were no tomorrow``, ``a better tomorrow``, ``the leaders of tomorrow``."""
    if match.previous == "no" or match.following == "never" or match.text.startswith(" is another day", match.end):
        return True
    return _better().search(*match.before(30)) is not None or of_any_day(match)


@cache
def _not_born() -> re.Pattern[str]:
    return re.compile(
        r"(?:n['’]t|\bnot|\bnever)\s(?:exactly\s|quite\s)?born\s\Z"
        r"|\b(?:think|thinks|suppose|believe)\s(?:that\s)?(?:I|we)\s(?:was|were)\sborn\s\Z"
        r"|\b(?:seem|feel|felt|sound|look|remember)\w*\s(?:[\w'’]+\s){0,4}(?:like|as\sif\sit\swas|as\sthough\sit\swere)\s(?:it\swas\s)?(?:only\s)?\Z"
    )


@cache
def _man_of() -> re.Pattern[str]:
    return re.compile(r"['’]s\s(?:m[ae]n|wom[ae]n|heroe?s?|fashions?|technolog(?:y|ies)|stars?|papers?\b(?=\swrap))\b")


@cache
def _old_news() -> re.Pattern[str]:
    return re.compile(r"\b(?:is|was|are|were|as|be|become|became|just|already)\syesterday['’]s\snews\b")


def _yesterday(match: Match) -> bool:
    """``I wasn't born yesterday``, ``yesterday's men``, ``it feels like yesterday``."""
    if _man_of().match(match.text, match.end, match.end + 16):
        return True
    if _old_news().search(match.text, max(0, match.start - 10), match.end + 8):
        return True
    return _not_born().search(*match.before(60)) is not None or of_any_day(match)


def _a_paper_called_today(match: Match) -> bool:
    """``USA Today``, ``Psychology Today``: a capital inside a sentence, whatever stands before it."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or raw.isupper():
        return False
    if match.following in ("Tonight", "Tomorrow", "Today"):
        return not in_a_headline(match)  # "Today Tonight aired it"
    if match.text[match.start - 1 : match.start] != " ":
        return False
    return match.previous.isalpha() and not in_a_headline(match) and not opens(match)


_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "another", "its", "his", "her", "their", "my", "our", "any", "one"}
)


def _a_people(word: str) -> bool:
    return word[:1].isupper() and word.lower().endswith(senses.OF_A_PEOPLE)


_SINGULAR = frozenset({"is", "was", "has", "says", "said", "reported", "wrote"})


@cache
def _reads_one() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:edit(?:s|ed|ing)?|founded|owns|owned|launched|launching|publish(?:es|ed)|wr(?:ites|ote|iting)\sfor"
        r"|column(?:ist)?\s(?:in|for|at)|edit(?:or|ress)\s(?:of|at))\s(?:an?|the|another|its)\s[\w'’-]+\s\Z"
    )


@cache
def _of_a_town() -> re.Pattern[str]:
    return re.compile(r"(?:\b[Tt]he|\b[Aa]n?|['’]s)(?:\s[A-Z][\w-]+){0,2}\s\Z")


@cache
def _its_name() -> re.Pattern[str]:
    return re.compile(r",?\s(?:(?:al|el|an|as|ash|ar|il|la|le|el|die)[-\s])?[A-Z]|,\s(?:citing|quoting|which)\b")


@cache
def _a_subject() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?;:”\"]\s|\n|,\s|\bthat\s|\bwhen\s)(?:[Aa]n?|[Tt]he)\s[\w'’-]+\s\Z")


@cache
def _said_of_it() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b[Tt]he|\b[Aa]n?|\b[Ii]ts|\b[Hh]is|\b[Tt]heir|['’]s?|\b[Aa]nother|\b[Oo]ne|\b[Tt]hat|\b[Tt]his)\s(?:[\w'’-]+\s){1,4}\Z"
    )


@cache
def _and_a_weekly() -> re.Pattern[str]:
    return re.compile(
        r",?\s(?:and|or|to|but|not|if)\s(?:an?\s|the\s|on\s|even\s)?(?:hourly|daily|weekly|monthly|yearly|quarterly|annual|fortnightly)\b"
    )


def _a_paper(match: Match) -> bool:
    """``the country's biggest daily is``, ``a parenting monthly pulled``, ``the weekly that broke it``.

    A noun behind it makes an adjective of it, ``the daily flights``; behind a verb or its object it is an adverb.
    """
    text, end = match.text, match.end
    previous = match.previous
    owned = text[end : end + 2] in ("'s", "’s")
    if _of_a_town().search(*match.before(40)) and _its_name().match(match.text, match.end, match.end + 14):
        return True
    if not owned and not the_clause_goes_on(match):
        return False
    if match.following in ("and", "or") or _and_a_weekly().match(text, end, end + 24):
        return False
    if match.words("adverb").endswith("ally"):
        return False
    if previous.lower() in _ARTICLES:
        return text[match.start - 1 : match.start] == " "
    lower = previous.lower()
    head = text[max(0, match.start - 24) : match.start]
    if head.endswith(("'s ", "’s ", "s' ", "s’ ")):
        return a_verb_follows(match) or match.following in ("is", "was", "has", "had", "that", "which")
    hyphened = len(head.split()[-1:] and head.split()[-1].split("-")) > 1
    kind = lower in senses.KINDS_OF_PAPERS or lower in senses.BEST_PAPERS or hyphened or _a_people(previous)
    if _reads_one().search(*match.before(60)):
        return True
    if not kind:
        named = previous[:1].isupper() and previous.lower() not in FUNCTION_WORDS
        return (named and match.following in _SINGULAR) or (
            a_verb_follows(match) and _a_subject().search(*match.before(40)) is not None
        )
    return _said_of_it().search(*match.before(50)) is not None


@cache
def _choosing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:wait|watch|look|long|hope|yearn|prepar|liv|aim)\w{0,3}\sfor\sthe\smoment\s(?:to|when|that|in\swhich)\b"
        r"|\b(?:at|for)\sthe\smoment\swhen\b",
        re.IGNORECASE,
    )


def the_chosen_moment(match: Match) -> bool:
    """``waited for the moment to strike``, ``at the moment when``; but ``no plans at the moment to sell``."""
    return _choosing().search(match.text, max(0, match.start - 20), match.end + 9) is not None


@cache
def _span() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Ff]rom\s[^.;\n]{1,60}\s(?:down\s|up\s)?to|(?:[Uu]p|[Dd]own|[Rr]ight)\sto|[Uu]ntil|[Tt]ill|\d{4}s?\sto)\s\Z"
    )


def no_end_of_a_span(match: Match) -> bool:
    """All but ``from 1850 to the present``: what is given is no present either."""
    return not the_clause_goes_on(match) or _span().search(*match.before(80)) is None


@cache
def _duel() -> re.Pattern[str]:
    return re.compile(r"\b[Hh]igh-\Z")


def _noon(match: Match) -> bool:
    """``a high-noon showdown``."""
    return _duel().search(*match.before(5)) is not None


@cache
def _of_play() -> re.Pattern[str]:
    return re.compile(r"['’]s\s(?:play|racing|cricket)\b")


def _the_days_play(match: Match) -> bool:
    """``an early end to the day's play``: what is played, until stumps."""
    return _of_play().match(match.text, match.end, match.end + 12) is not None


def _a_month_of(match: Match) -> bool:
    """``not in a month of Sundays``."""
    return match.text[max(0, match.start - 11) : match.start].lower().endswith("a month of ")


@cache
def _one_of() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]ne\sof\s\Z")


@cache
def _speeds() -> re.Pattern[str]:
    words = "mph|drove|driving|shot|carded|rounds?|nervous|degrees|[Tt]emperatures?|golfer|speeds?|mercury"
    return re.compile(rf"\b(?:{words})\b")


def no_decade_in_words(match: Match) -> bool:
    """``shot in the sixties for four rounds``, ``out in the nervous nineties``: strokes, degrees, miles an hour."""
    before = match.text[max(0, match.start - 60) : match.start].rpartition(". ")[2]
    after = match.text[match.end : match.end + 40].partition(". ")[0]
    return _speeds().search(before + after) is not None


@cache
def _its_kind() -> re.Pattern[str]:
    return re.compile(
        r",\s(?:an?|the)\s(?!(?:whole|full|good|few|day|week|month|year|decade|century|time|length|period|stretch)\b)"
        r"(?:[\w'’-]+\s){1,5}?[\w'’-]+,\s(?:[a-z]+s|[a-z]+ed|was|is|has|had|will|said|says|ran|won|shut|sold|\w+)\b"
    )


def _a_firm(match: Match) -> bool:
    """``Decades, a clothes shop in Leeds, dressed the actress``: what it is stands behind it, between commas."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or raw.isupper() or not raw.isalpha() or not opens(match):
        return False
    if raw.endswith("s") and match.following in ("is", "was", "has", "stars", "opens"):
        return True  # "Decades was founded": one, not many
    if raw.endswith("s") and match.text[match.end : match.end + 1] == " " and match.following.istitle():
        return not in_a_headline(match)  # "Weeks Marine won"
    return _its_kind().match(match.text, match.end, match.end + 90) is not None


@cache
def _has_done() -> re.Pattern[str]:
    done = "|".join(sorted(IRREGULAR_PAST))
    return re.compile(
        rf"(?:['’]s)?\s(?:also\s|never\s|now\s|again\s)?(?:had|has|was|is|would|will|could|can|did|does|{done}|(?!need)[a-z]{{2,}}ed)\b"
    )


@cache
def _spoke() -> re.Pattern[str]:
    verbs = "|".join(sorted(senses.TOLD_THAT))
    return re.compile(rf"\b(?:{verbs})\s(?:\w+\s){{0,3}}\Z")


def _a_firm_of_time(match: Match) -> bool:
    """``it was told that Century had been in talks``: a unit with a capital, and a clause of which it is the subject.

    So is one that the article names in full elsewhere, ``Century 20``, ``Decade Capital``; ``this Century`` in a text
    that writes its centuries large is one.
    """
    first, *_, unit = match.text[match.start : match.end].split()
    if unit.lower() not in UNITS or not unit[0].isupper() or unit.isupper() or in_a_headline(match):
        return False
    behind = _has_done().match(match.text, match.end, match.end + 24)
    if first == "that" and behind and _spoke().search(*match.before(50)):
        return True
    named = re.compile(rf"\b{unit}\s(?:\d{{1,3}}\b|[A-Z][a-z])")
    return named.search(match.text, max(0, match.start - 3_000), match.end + 1_000) is not None


_BY_WORD = {
    "current": _current,
    "now": _now,
    "the past": _a_time_of_verbs,
    "the future": _a_time_of_verbs,
    "tomorrow": _tomorrow,
    "yesterday": _yesterday,
    "noon": _noon,
    "the day": _the_days_play,
    "sundays": _a_month_of,
}

_NAMED = frozenset({"today", "tomorrow", "yesterday", "tonight"})
_FIRMS = frozenset(
    {"decades", "noon", "midnight", "centuries", "now", "hours", "days", "weeks", "dawn", "dusk", "today", "tomorrow"}
    | {"seconds", "minutes", "months", "years"}
)


@cache
def _of_a_life() -> re.Pattern[str]:
    owner = r"(?:his|her|their|my|our|your|its|one['’]s)"
    return re.compile(rf"\sof\s{owner}\s(?:life|lives|career|days|years|reign|rule)\b|\sof\slife\b")


def another_sense(match: Match) -> bool:
    """Whether a word of time that is the whole match has another sense here."""
    words = match.text[match.start : match.end].lower()
    if "adverb" in match and "times" not in match and "count" not in match:
        return _a_paper(match)
    if words in _NAMED and _a_paper_called_today(match):
        return True
    if words.startswith(("that ", "this ")) and words.count(" ") == 1 and _a_firm_of_time(match):
        return True
    if words in _FIRMS and _a_firm(match):
        return True
    if "season" in match and a_fall_or_a_spring(match):
        return True
    if words in ("these days", "those days"):
        return _one_of().search(*match.before(8)) is not None
    if ("part" in match or "noon" in match) and _of_a_life().match(match.text, match.end, match.end + 24):
        return True  # "in the evening of her life"
    sense = _BY_WORD.get(words)
    return sense is not None and sense(match)
