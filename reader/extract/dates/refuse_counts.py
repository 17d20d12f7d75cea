"""Numbers of four digits that count, whatever stands before their noun: ``1603 illegal hooks``, ``500 and 2011 came``.

``In 2017 registered fishers were``, where a clause opens with the year and its verb follows, stays a year.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_numbers as numbers
from reader.extract.dates import english_usage as usage
from reader.extract.dates.english import MONTHS
from reader.extract.dates.rule import Match

_DONE = (
    r"(?:[a-z]+ly\s)?(?:un[a-z]+|(?:[a-z]+-)?[a-z]{2,}(?:ed|en)|would-be|[a-z]+-[a-z]+ing|used|torn|cut"
    r"|worn|sworn|born|built|dug)"
)
"""What was done to what is counted, or would be: charred, unpaid, south-facing."""
_KIND = (
    r"(?:[a-z]+ly\s)?(?:[a-z]+(?:ed|en|al|ic|ive|ous|ful|less|ish|ant|ent|able|ible|ary|ing|y)|[a-z]+-[a-z]+|new|old|small|large|big"
    r"|young|used|blue|red|white|black|green|grey|faint|stray|spare|extra|more|other|rare|urban|paper|steel|glass|stone)"
)
"""Any adjective, as far as its ending tells."""
_NOUN = r"\s([a-z]{3,})\b(?:\s([a-z]{3,})\b)?"


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"\s{_DONE}{_NOUN}")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"\s{_KIND}{_NOUN}")


@cache
def _kind_of_staff() -> re.Pattern[str]:
    return re.compile(rf"\s{_KIND}\s([a-z]+)\b")


_LEADS = frozenset(
    {"and", "or", "of", ",", "by", "on", "from", "after", "to", "for", "with", "the", "its", "their", "against"}
)


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(r"(?:ions|ments|ings|ances|ences|ics|isms|ities|ss|us|is)\Z")


def _is_counted(noun: str | None) -> bool:
    if noun is None or noun in numbers.NO_PLURAL or noun in numbers.OF_A_REPORT or noun in numbers.OF_YEARS_TOO:
        return False
    return noun in numbers.COUNTED or (noun.endswith("s") and len(noun) > 3 and _abstract().search(noun) is None)


def _behind(match: Match, pattern: re.Pattern[str]) -> int:
    """Where what the number counts ends; 0 where it counts nothing."""
    found = pattern.match(match.text, match.end, match.end + 60)
    if found is None:
        return 0
    if _is_counted(found.group(1)):
        return found.end(1)
    return found.end(2) if _is_counted(found.group(2)) else 0


@cache
def _over() -> re.Pattern[str]:
    return re.compile(
        r"[.,;:!?)”\"]|\Z|\s(?:and|or|in|at|on|to|from|for|of|with|by|as|were|was|that|who|which|across|near)\b"
    )


@cache
def _done_by() -> re.Pattern[str]:
    return re.compile(r"\b[a-z]+(?:ed|en|wn|ung|ought|aught|eld|old|ead|een)\sby\s\Z")


@cache
def _dated() -> re.Pattern[str]:
    months = "|".join(sorted(MONTHS))
    return re.compile(
        rf"(?:\d{{4}}|\b(?:{months})\.?|\d{{4}}-\d{{2,4}}|\byears?)\s(?:and|or)\s\Z|(?:\d|\b(?:{months})\.?),\s\Z",
        re.IGNORECASE,
    )


@cache
def _opening_phrase() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?”\"]\s|\n)(?:During|After|Before|Under|Despite|In|At|On|With|Since|Until)"
        r"\s(?:the|that|this|its|his|her|their)\s(?:[a-z-]+\s)?(?!year\s|season\s)[a-z-]+\s\Z"
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r"\s(?:were|was|are|have|had|will|would|could|lost|left|came|went|got|took|made|[a-z]+ed)\b")


def _behind_an_opening_phrase(match: Match) -> bool:
    """``During the ban 2017 registered fishers were paid``: the subject of the clause, with its number."""
    if _opening_phrase().search(*match.before(50)) is None:
        return False
    stop = _behind(match, _done())
    return stop > 0 and _verb().match(match.text, stop) is not None


def counts_with_an_adjective(match: Match) -> bool:
    """``seized 1989 perch and 1603 illegal hooks``, ``after 2021 unpaid fines.``, ``signed by 1978 would-be members``.

    Behind a conjunction or ``of`` any adjective will do, behind other prepositions only one that tells what was done,
    and where no verb follows of which the noun would be the subject. A capital before opens a clause with its year.
    """
    lead = match.previous
    if match.text[match.end : match.end + 1] != " ":
        return False
    if lead not in _LEADS:
        return _behind_an_opening_phrase(match)
    head = match.before(40)
    if lead in ("and", "or", "of", ","):
        if _dated().search(*head):
            return False
        stop = _behind(match, _done() if lead in ("of", ",") else _kind())
        return stop > 0
    if lead == "by":
        return _done_by().search(*head) is not None and _behind(match, _kind()) > 0
    if lead in usage.DETERMINERS:
        noun = _kind_of_staff().match(match.text, match.end, match.end + 50)
        return noun is not None and noun.group(1) in numbers.STAFF
    stop = _behind(match, _kind() if lead == "on" else _done())
    return stop > 0 and _over().match(match.text, stop) is not None


_MORE = (
    r"(?:[a-z]+ly\s)?(?:extra|more|new|spare|stray|further|additional|other|fresh|old|young|small|large|big|blue|red|white"
    r"|black|green|grey|rare|steel|glass|stone|paper|foreign|sick|elderly|local|free|empty)"
)
"""Adjectives of what is counted that no vote, season or budget of a year has: extra, spare, sick."""


@cache
def _more() -> re.Pattern[str]:
    counted = "|".join(sorted(numbers.COUNTED))
    return re.compile(rf"\s{_MORE}\s(?:[a-z-]+\s)?(?:{counted}|[a-z]{{2,}}s)\b")


@cache
def _opened_by_a_date() -> re.Pattern[str]:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    part = r"(?:\s(?:alone|night|morning|afternoon|evening|itself))?"
    return re.compile(
        rf"(?:\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day{part}|(?:last|this|that|the\ssame)\s(?:week|month|night|year|weekend)"
        rf"|(?:{months})\s(?:(?:of|last)\s)?(?:\d{{4}}|year|alone)|yesterday|today|hours|days|weeks|minutes|weekend|night|noon"
        r"|midnight|dawn|nightfall))(?:\salone)?,\s\Z",
        re.IGNORECASE,
    )


def _behind_a_date(match: Match) -> bool:
    """``On Saturday alone, 2012 extra coaches were attached``: the clause has its date, and no year goes with it.

    ``In the capital, 2012 municipal elections were postponed`` is told no time before, so that the number is its year.
    """
    if match.previous != "," or _opened_by_a_date().search(*match.before(40)) is None:
        return False
    more = _more().match(match.text, match.end, match.end + 60)
    stop = more.end() if more else _behind(match, _done())
    return stop > 0 and _verb().match(match.text, stop) is not None


@cache
def _called_up_on() -> re.Pattern[str]:
    kinds = (
        "number|hotline|helpline|code|frequency|extension|prefix|password|passcode|PIN|pin|postcode|wavelength"
        "|shortcode|switchboard"
    )
    owner = r"(?:an?|the|its|his|her|their|our|my|[A-Z]\w+(?:\s[A-Z]\w+)?['’]s?)"
    return re.compile(
        rf",\s(?:which\s(?:is|was)\s)?{owner}\s(?:(?:[\w'’-]+\s){{0,3}}(?:{kinds})|(?:[\w'’-]+\s){{1,3}}line)"
        r"(?=[.,;:!?)”\"]|\Z|\s(?:and|for|to|that|which|where|on|at)\b|\sof\s(?:the|its|his|her|their|my|our|a)\b)"
    )


def _told_to_be_a_number(match: Match) -> bool:
    """``took calls on 1916, its helpline number``; but ``in 1916, a record number``."""
    return match.previous.lower() not in usage.IN_YEAR and bool(
        _called_up_on().match(match.text, match.end, match.end + 80)
    )


@cache
def _to_so_many() -> re.Pattern[str]:
    return re.compile(
        r"(?:\svotes)?\sto\s(?:just\s|only\s)?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|none|nil)"
        r"(?=[.;:!?)”\"]|,(?!\d)|\Z|\s(?:votes?|and|but|with|in\sfavou?r|against|on|at|last|after|while|when|as)\b)"
    )


@cache
def _so_many_to() -> re.Pattern[str]:
    return re.compile(r"(?<![\d,.])\d[\d,]*\svotes\sto\s\Z")


@cache
def _voting() -> re.Pattern[str]:
    verbs = (
        r"back(?:ed|s)|pass(?:ed|es)|carried|approved?|reject(?:ed|s)?|defeat(?:ed)?|adopt(?:ed|s)?|vot(?:ed?|es|ing)"
        r"|won|wins?|lost|loses|beat|beaten|elected|re-?elected|dropped|called\soff|ratif(?:y|ied)|endors(?:ed?|es)"
        r"|accept(?:ed|s)?|supported|threw\sout|thrown\sout|turned\sdown|upheld|chosen|ousted|amended|repealed|chose|kept"
    )
    nouns = "ballots?|motions?|resolutions?|amendments?|delegates|majority|referendum|ayes|noes|poll"
    return re.compile(rf"\b(?:{verbs}|{nouns})\b[^.;:\n]*\Z")


def _outvoted(match: Match) -> bool:
    """``Delegates backed it by 1997 to 12``, ``lost by 1601 votes to 1998``; but ``it will double by 2030 to 12.``"""
    head = match.before(90)
    if _so_many_to().search(*head):
        return True
    if match.previous != "by" or _to_so_many().match(match.text, match.end, match.end + 30) is None:
        return False
    return _voting().search(*head) is not None


@cache
def _small_before() -> re.Pattern[str]:
    months = "|".join(sorted(MONTHS))
    return re.compile(
        rf"(?:\A|(?<![\w.]))(?!(?:{months})\b)[a-z][\w'’-]*\s\d{{1,3}}(?:,\d{{3}})?\s(?:and|or)\s\Z", re.IGNORECASE
    )


@cache
def _odds() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:odds|chances?|risk|probability|likelihood)\b[^.;\n]{0,40}\b(?:one|1)\sin\s\Z", re.IGNORECASE
    )


@cache
def _down_from() -> re.Pattern[str]:
    return re.compile(r"\b\d[\d,]*,\s(?:up|down)\sfrom\s\Z")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:at\sanother|in\s(?:places|parts|others|another|the\sother)|elsewhere|respectively|on\sthe\sother)\b"
    )


@cache
def _has() -> re.Pattern[str]:
    verbs = (
        "has|have|had|holds|held|needs|needed|got|gets|wants|wanted|failed|passed|took|takes|gave|sent|found"
        "|lost|scored"
    )
    return re.compile(rf"\b(?:{verbs})\s\Z")


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"[.;!?)”\"]|\Z|,\s(?!\d)")


@cache
def _wave_or_report() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:AM|FM|WL|F\.\d?d|S\.\s?Ct)\b|\s(?:number|hotline|line|code|prefix|numbers|extension)\b|-rated\b"
    )


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Aa]steroids?|minor\splanets?|Trojan|[Cc]entaurs?)\b")


@cache
def _of_so_many() -> re.Pattern[str]:
    return re.compile(r"\b\d[\d,]*\sof\s(?:the|its|their|his|her|our)\s\Z")


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(
        r"\sof\s(?:the|its|their|his|her|our)\s(?:\d|[a-z]+s\b)|\s(?:abstaining|voting|against|opposed|absent|dead|missing|injured"
        r"|wounded|attending|stranded|homeless|more)\b"
    )


@cache
def _flaws_in() -> re.Pattern[str]:
    things = "cracks|faults|flaws|defects|leaks|holes|stored|packed|housed|sealed|wrapped|shipped|buried"
    return re.compile(rf"\b(?:{things})\sin\s\Z")


@cache
def _measured_before() -> re.Pattern[str]:
    verbs = "recorded|counted|logged|measured|reported|registered|produced|made|built|printed|laid|issued|found|caught"
    return re.compile(rf"\d\s[a-z]+[;,]\s(?:the\s)?[a-z]+s?\s(?:{verbs})\s\Z")


@cache
def _what_it_is() -> re.Pattern[str]:
    things = (
        "brand|beer|lager|brew|model|code|label|wine|song|band|rifle|perfume|pub|restaurant|number|format|locomotive"
    )
    return re.compile(rf",\s(?:which\sis\s)?an?\s(?:[a-z]+\s)?(?:{things})\b")


@cache
def _law_report() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z]{2,5}\s\d")


@cache
def _to_another() -> re.Pattern[str]:
    return re.compile(r"\s(?:and|to)\s\d{4}\s([a-z]+)\b")


@cache
def _arrive() -> re.Pattern[str]:
    return re.compile(r"\s(?:arrive|come|leave|join|start|begin|return|are|can|have)\b")


@cache
def _sold_for() -> re.Pattern[str]:
    return re.compile(r"\b(?:sold|bought|sells|went|let|hired|rented)\s(?:\w+\s){0,2}for\s\Z")


def counts_apart(match: Match) -> bool:
    """``500 and 2011 came``, ``one in 2118``, ``was 1936, down from 2044.``, ``its rival has 1812.``."""
    text, start, end = match.text, match.start, match.end
    head = text, max(0, start - 40), start
    lead = match.previous.lower()
    if _told_to_be_a_number(match) or _outvoted(match) or _behind_a_date(match):
        return True
    if lead in ("and", "or") and (_small_before().search(*head) or _elsewhere().match(text, end, end + 20)):
        return _dated().search(*head) is None  # "for fiscal 1987 and 1986 respectively"
    if lead == "in" and (match.following == "chance" or _odds().search(text, max(0, start - 80), start)):
        return True
    stops = _stops().match(text, end, end + 3) is not None
    if lead in ("only", "just", "with", "some", "all", "than", "and") and _of_them().match(text, end, end + 30):
        return True  # "only 1644 of the 2019 seats", "with 1950 abstaining"
    plural = match.following.islower() and match.following.endswith("s") and len(match.following) > 3
    if (plural and _of_so_many().search(*head)) or (stops and lead == "for" and _sold_for().search(*head)):
        return True
    if lead == "between":
        last = _to_another().match(text, end, end + 40)
        return last is not None and _is_counted(last.group(1))  # "between 1800 and 2000 protesters"
    if lead not in usage.IN_YEAR | usage.DETERMINERS and _law_report().match(text, end, end + 8):
        return True  # "cited 1984 ILRM 539"
    if _what_it_is().match(text, end, end + 40):
        return lead not in usage.IN_YEAR
    if stops and _measured_before().search(*head):
        return True  # "Her diet allowed 1800 calories; nurses recorded 2023."
    if lead == "in" and _flaws_in().search(*head):
        behind = _behind(match, _done())
        return behind > 0 and _over().match(text, behind) is not None
    if lead in ("before", "until") and match.text[start - len(lead) - 1].islower():
        behind = _behind(match, _done())
        return behind > 0 and _arrive().match(text, behind, behind + 12) is not None
    if stops and (_down_from().search(*head) or _has().search(*head)):
        return True
    if _wave_or_report().match(text, end, end + 12):
        return lead not in usage.IN_YEAR
    if match.following[:1].isupper() and match.following[1:].islower() and lead in ("and", ",", "are", "or", "as"):
        # "targets are 1943 Anteros and 2060 Chiron": bodies of the sky have numbers before their names
        return _bodies().search(text, max(0, start - 600), start) is not None
    return False


@cache
def _filed() -> re.Pattern[str]:
    kinds = (
        "build|version|release|application|reference|ref|incident|file|docket|case|complaint|permit|order|invoice|claim|appeal"
        "|petition|combination"
    )
    more = (
        "serial|code|number|no|nos|lot|part|model|isbn|score|scores|policy|batch|form|bill|act|tender"
        "|contract|licence|license"
    )
    return re.compile(rf"\b(?:{kinds}|{more})s?\.?:?\s\Z", re.IGNORECASE)


def a_file_number(match: Match) -> bool:
    """``application no. 05/02/1974``, ``incident 6/2/0417``, ``the combination 10-15-20``.

    But ``the application of 5/2/2018``. A year that no newspaper tells of is none either.
    """
    raw = match.text[match.start : match.end]
    year = next((int(part) for part in re.split(r"[/.-]", raw) if len(part) == 4), 2000)
    if not 1000 <= year <= 2199:
        return True
    return _filed().search(*match.before(24)) is not None


@cache
def _two_years() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?”\"]\s|\n)(?:Between\s(\d{4})\sand|From\s(\d{4})\sto)\s(\d{4})\b")


def opens_with_two_years(match: Match) -> bool:
    """``Between 1982 and 1985 banks failed``; but ``Between 1900 and 2000 people came``, round numbers, counts."""
    found = _two_years().search(match.text, max(0, match.start - 20), match.end + 12)
    if found is None or not found.start() < match.start < found.end():
        return False
    first, last = int(found.group(1) or found.group(2)), int(found.group(3))
    return 1900 <= first < last <= 2099 and (first % 50 > 0 or last % 50 > 0)
