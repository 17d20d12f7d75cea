"""Months and weekdays that somebody or something is called by: ``Theresa May``, ``April Jones``, ``Judge Friday``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_numbers as numbers
from reader.extract.dates import english_usage as usage
from reader.extract.dates.calendar import DAY_NAMES
from reader.extract.dates.english import MONTHS, WEEKDAYS
from reader.extract.dates.english_verbs import REPORTING
from reader.extract.dates.refuse import a_quoted_title, sentence_starts
from reader.extract.dates.refuse_called import no_short_day
from reader.extract.dates.refuse_months import (
    a_month_of_its_noun,
    as_early_as,
    done_to_somebody,
    joined_to_a_date,
    no_month_of_a_year,
    set_for,
)
from reader.extract.dates.rule import Match


@cache
def _double_name() -> re.Pattern[str]:
    return re.compile(r"-([A-Z][a-z]{2,})")


def not_a_month(match: Match) -> bool:
    """``Theresa May``, ``March on Washington``, ``April Jones``, ``Jan told``."""
    words = match.words("month").rstrip(".")
    previous, following = match.previous, match.following
    leads = previous.lower() in usage.BEFORE_MONTH or as_early_as(match)
    if previous.lower() in ("and", "or") and words in usage.NAMES_TOO:
        leads = joined_to_a_date(match)
    if no_month_of_a_year(match):
        return True  # "June bugs", "Black September"
    if a_quoted_title(match) or _of_a_title().search(*match.before(48)):
        return True
    if words not in usage.NAMES_TOO:
        return False
    if previous.endswith("est") and len(previous) > 4 and match.text[match.start - 1 : match.start] == " ":
        return False  # "the wettest May since records began"
    if words == "may" and following.lower() == "not":
        return True  # "May or May Not"
    if words == "may" and previous == "the" and following in usage.GOVERNMENT:
        return True
    double = _double_name().match(match.text, match.end)
    if double:
        return words in usage.GIVEN_NAMES and double.group(1).lower() not in MONTHS
    if _an_apposition(match) or a_partner(match) or _against().search(*match.before(5)):
        return True
    if words in usage.GIVEN_NAMES and _of_kin().match(match.text, match.end):
        return True  # "April's sister Augusta"
    if _of_somebody(match) or (words in usage.GIVEN_NAMES and following in usage.NAMES_OF_TIME):
        return True
    if words == "august" and following in usage.AUGUST_THINGS:
        return True  # "August bodies such as the Senate"
    # "for May, the vote was a defeat", "by May's account"
    of_one = (previous.lower() in usage.BEFORE_ONE and not set_for(match)) or (
        previous.lower() == "by" and following in ("'", "’")
    )
    if of_one and not {"early", "stretch"} & match.parts.keys() and words in match.context.surnames:
        return True
    if a_month_of_its_noun(match):
        return False  # "August's rain", "June sales", "An August date"
    if done_to_somebody(match):
        return True
    if words in ("mar", "jan", "dec", "sep") and following in ("del", "de", "van", "von", "Vista"):
        return True  # "in Mar del Plata"
    if (
        leads
        and previous.lower() in ("and", "but", "that")
        and following in ("'", "’")
        and words in match.context.surnames
    ):
        return True  # "May was booed, and May's ministers fled"
    if "early" in match or "stretch" in match or leads:
        return words == "march" and previous.lower() in ("the", "this", "last") and following in usage.MARCHED
    if previous.lower() in usage.NAMING or following == "!" or given_names(match):
        return True
    if words in ("jan", "mar", "jun", "sep", "dec", "oct", "nov", "feb", "apr", "aug", "jul"):
        named = previous[:1].isupper() and previous.isalpha() and not sentence_starts(match) and previous != "In"
        return named or not match.text[match.start : match.end].endswith(".")
    if words == "may":
        return True
    if words in match.context.surnames:
        return True  # "Danny March scored. March will miss the next game", "said March"
    if previous[:1].isupper() and previous.isalpha() and not sentence_starts(match):
        return True
    if words == "march":
        return following.lower() in usage.MARCHED or previous.lower() in (
            "a",
            "an",
            "annual",
            "the",
            "protest",
            "``",
            "“",
        )
    # "June was the hottest month on record": what is said of a month as well
    return following.lower() in usage.SAYING - usage.BEING_NOW or following[:1].isupper() or following in ("'s", "’s")


@cache
def _of_a_title() -> re.Pattern[str]:
    # "wrote of it in A Fortnight in May", "starred in The Darling Buds of May", but not "met in The Hague in May"
    return re.compile(r"[a-z,:]\s(?:A[n]?\s(?:[A-Z][a-z]+\s){1,3}(?:in|of)|The\s(?:[A-Z][a-z]+\s){1,3}of)\s\Z")


@cache
def _names_before() -> re.Pattern[str]:
    return re.compile(r"(\w*)\W{1,2}(?:(?:April|May|June|August),?\s(?:and\s|or\s)?)*\Z")


@cache
def _names_after() -> re.Pattern[str]:
    return re.compile(r"(?:,?\s(?:and\s|or\s)?(?:April|May|June|August)\b){0,3}(?:,\s\d\d?,|\s(\w+))")


@cache
def _partner() -> re.Pattern[str]:
    return re.compile(r"\s&\s(?!(?:January|February|March|April|May|June|July|August|[A-Z][a-z]+day)\b)[A-Z]")


@cache
def _of_kin() -> re.Pattern[str]:
    return re.compile(rf"['’]s\s(?:{'|'.join(sorted(usage.RELATIVES))})\b")


@cache
def _against() -> re.Pattern[str]:
    return re.compile(r"\bvs?\.?\s\Z")  # "Smith v. March"


@cache
def _of_three() -> re.Pattern[str]:
    return re.compile(r",\s[A-Z]\w+,?\s&\s[A-Z]")


@cache
def _saint() -> re.Pattern[str]:
    return re.compile(r"\b(?:St|Saint|San|Santa)\.?\s\Z")


def a_partner(match: Match) -> bool:
    """``bought from March & Sons``, ``Summer, Fall & Winters``, ``Marks & May``, and ``St. August``."""
    if _partner().match(match.text, match.end) or _of_three().match(match.text, match.end):
        return True
    if _saint().search(*match.before(7)):
        return True
    before = match.text[max(0, match.start - 24) : match.start].split()
    return before[-1:] == ["&"] and before[-2:-1] != [] and before[-2].rstrip(",").lower() not in MONTHS


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        r",\s(?:the|a|an|his|her|their|my)\s(?:[\w'’-]+\s){0,3}[\w'’-]+[,\s](?:who\b|which\b|and\b|[\w'’ -]{0,40},)"
        r"|,\s(?:his|her|their|my)\s[\w'’-]+,"
    )


@cache
def _listed_before() -> re.Pattern[str]:
    return re.compile(r"(\w+)[,.]?\s(?:\d{4}\s)?(?:and|or)\s\Z")


def _an_apposition(match: Match) -> bool:
    """``May, the Ohio congresswoman who``, ``March, the consumer group, put``: one who is told who she is."""
    found = _apposed().match(match.text, match.end, match.end + 90)
    if found is None or "month" in found.group() or "time" in found.group():
        return False
    previous = match.previous.lower()
    if previous not in ("and", "or"):
        return previous not in usage.BEFORE_MONTH or previous == ""
    listed = _listed_before().search(*match.before(30))
    return listed is None or not (listed.group(1).lower() in MONTHS or listed.group(1).isdigit())


def given_names(match: Match) -> bool:
    """``April, May and June said``, ``June, 34, said``: months in a list that speaks, or with an age."""
    named = match.previous[:1].isupper() and match.previous.lower() not in usage.BEFORE_MONTH
    if "last" in match and named and match.following[:1].isupper():
        return not sentence_starts(match)  # "Tom March and June Lockhart"
    if match.words("month") not in usage.GIVEN_NAMES:
        return False
    head = match.text[max(0, match.start - 40) : match.start]
    lead = _names_before().search(head) if head else None
    if lead and lead.group(1).lower() in usage.KIN:
        return True
    if lead and lead.group(1).lower() in usage.BEFORE_MONTH - {"and", "or", "the", "of", "for"}:
        return False
    after = _names_after().match(match.text, match.end, match.end + 60)
    return after is not None and (after.group(1) is None or after.group(1).lower() in usage.SAYING - usage.BEING_NOW)


@cache
def _of_the_week() -> re.Pattern[str]:
    # papers: the Mail on Sunday, The Times of Eswatini Sunday
    return re.compile(r"\b(?:Mail|Independent|Scotland|Wales)\son\s\Z|\bThe\s(?:Times|Standard|News)\sof\s[A-Z]\w+\s\Z")


def not_a_weekday(match: Match) -> bool:
    """``Sunday Times``, ``Bloody Sunday``, ``Sun Microsystems``, ``Sheffield Wednesday``."""
    raw = match.text[slice(*match.spans["weekday"])]
    if raw == "Sun" and match.following == "," and not match.text[match.end + 2 : match.end + 3].isdigit():
        return True
    if (
        raw.rstrip(".") == "Sun"
        and match.previous[:1].isupper()
        and match.previous.isalpha()
        and not sentence_starts(match)
    ):
        return True  # "the Baltimore Sun."
    if raw.lower().rstrip(".") in ("sun", "sat", "mon", "wed", "fri", "tue", "thu"):
        if not raw.endswith(".") and no_short_day(match):
            return True  # "Dr Nguyen Thi Thu, a pathologist", "Mon, Karen and Chin delegates"
        return not (raw.endswith(".") or match.following in (",", ".", ")", ":")) or match.following[:1].isupper()
    if a_quoted_title(match) or match.text.startswith(" the 13th", match.end):
        return True  # "Friday the 13th" that is no Friday of its month: the film, or the superstition
    if match.previous in usage.INDEFINITE or (raw.endswith("s") and match.previous == "the"):
        return True  # "the Saturdays", a band
    if match.previous.lower() in numbers.WORKS and _with_a_capital().match(match.text, match.end):
        return True  # "the novel Friday's Child"
    if raw.lower() in match.context.surnames and _speaks_of_one(match):
        return True
    if match.previous.lower() in usage.RELATIVES or _one_told(match) or _a_name_of_words(match):
        return True
    if _one_who_speaks(match) or _between_commas(match):
        return True
    if match.previous in usage.BEFORE_ONE and _told_what().match(match.text, match.end):
        return True  # "went back for Friday, the cat"
    if _a_firm().match(match.text, match.end) or _a_compound(match):
        return True
    if match.previous in usage.BEFORE_ONE | {"from", "by", "of", "to"} and _named_again(match):
        return True
    if _of_the_week().search(*match.before(40)):
        return match.previous == "on" or match.following in ("had", "has", "carried", "printed")
    if match.previous in ("man", "girl"):
        return _his().search(*match.before(14)) is not None  # "his man Friday"
    return (
        match.previous.lower() in usage.NAMED_DAYS
        or match.following in usage.NEWSPAPERS
        or (raw.isupper() and match.following.title() in usage.NEWSPAPERS)
    )


@cache
def _his() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Yy]our|[Tt]heir|[Oo]ur|s)\s(?:man|girl)\s\Z")


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(r"-([A-Z][a-z]+)")


def _a_compound(match: Match) -> bool:
    """``he saw it on Friday-Ad``: a name in two parts, unless a day is the other: ``Monday-Friday``."""
    found = _compound().match(match.text, match.end)
    return found is not None and found.group(1).lower() not in WEEKDAYS


@cache
def _with_a_capital() -> re.Pattern[str]:
    return re.compile(r"['’]s\s[A-Z]")


@cache
def _a_firm() -> re.Pattern[str]:
    return re.compile(r"['’]s,\s(?:the|a|an)\s")  # "Friday's, the chain of restaurants"


@cache
def _with_an_article() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]n\san?\s\Z")


def any_such_day(match: Match) -> bool:
    """``nobody shops here on a Saturday``, but ``on a Saturday flight``: none that the article tells of."""
    if _with_an_article().search(*match.before(6)) is None:
        return False
    return not match.following.isalpha() or match.following in ("in", "at", "when", "and", "or", "as", "if", "to", "is")


def _named_again(match: Match) -> bool:
    """``a cross from Monday Okoro. Okoro, 19, signed``: one who is then called by the last name alone."""
    name = match.following
    if not name[:1].isupper() or not name.isalpha() or name.lower() in MONTHS or len(name) < 3:
        return False
    return match.text.find(f". {name}", match.end, match.end + 600) >= 0


@cache
def _in_the_street() -> re.Pattern[str]:
    return re.compile(r"\s(?:[A-Z][a-z]+\s){1,2}(?:Street|Road|Avenue|Lane)\b")


@cache
def _done_by() -> re.Pattern[str]:
    deeds = "led|written|directed|owned|run|founded|played|headed|coached|joined|painted|sung|produced|told|beaten"
    return re.compile(rf"\b(?:{deeds})\sby\s\Z")


_DAYS = f"(?:{'|'.join(DAY_NAMES)})"


@cache
def _one_of_several() -> re.Pattern[str]:
    return re.compile(rf"\s[A-Z][a-z]+(?:,|,?\sand)\s{_DAYS}\s[A-Z][a-z]+")


@cache
def _another() -> re.Pattern[str]:
    return re.compile(rf"{_DAYS}\s[A-Z][a-z]+(?:,|,?\sand)\s\Z")


@cache
def _a_group() -> re.Pattern[str]:
    kinds = "band|group|quartet|trio|duo|chain|restaurant|label|start-?up|company|firm|app|horse|dog|cat"
    return re.compile(rf",\san?\s(?:[\w-]+\s){{0,2}}(?:{kinds})\s(?:from|that|which|whose|based|in)\b")


def _a_name_of_words(match: Match) -> bool:
    """``The Second Sunday Band``, ``Major Tuesday Wells``, ``Smith v. Friday``, ``Thursday, a group from``."""
    previous, following = match.previous, match.following
    if a_partner(match) or _in_the_street().match(match.text, match.end):
        return True
    if previous == "by" and following[:1].isupper() and _done_by().search(*match.before(14)):
        return True  # "led by Friday Osaze"
    if previous in ("with", "by", "from", "of", "called") and _a_group().match(match.text, match.end):
        return True
    if _against().search(*match.before(5)):
        return True
    if following in usage.WEEKDAY_THINGS and previous.lower() != "on":
        return True  # "a Sunday roast"
    if not following[:1].isupper() or not following.isalpha() or following.lower() in MONTHS:
        return False
    if _one_of_several().match(match.text, match.end) or _another().search(*match.before(40)):
        return True  # "charged Monday Afolabi, Friday Eze and Sunday Obi"
    if previous in ("the", "The", "a") and not match.text[match.end + 1 : match.end + 3].isupper():
        return True  # "at the Friday Arms"
    if match.text[match.end : match.end + 1] != " ":
        return False
    return previous in usage.TITLES or previous in usage.RANKS or previous in usage.ORDINAL_NAMES


@cache
def _told_who() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]+,\s(?:who|an?|the|aged?|\d\d?)\b")


def _one_told(match: Match) -> bool:
    """``Friday Mugisha, a nurse who``: somebody who opens a sentence and is told who she is."""
    following = match.following
    leads = usage.BEFORE_ONE | {"", ".", "”", '"', "!", "?", "“", "and", "from", "by", "of", "to"}
    if following.lower() in MONTHS or match.previous not in leads:
        return False
    return _told_who().match(match.text, match.end) is not None


@cache
def _told_what() -> re.Pattern[str]:
    times = "day|date|deadline|anniversary|first|second|third|last|latest|earliest|only|final|eve|weekend|holiday|feast"
    return re.compile(rf",\s(?:the|a|an|his|her|their|our|my)\s(?!(?:{times})\b)[a-z]+[,.;!?”\"]")


@cache
def _after_a_quote() -> re.Pattern[str]:
    verbs = REPORTING | usage.SAYING - usage.BEING_NOW - {"who"}
    return re.compile(rf"[,.?!][”\"’']\s(?:{'|'.join(sorted(verbs))})\s\Z")


@cache
def _after_a_role() -> re.Pattern[str]:
    return re.compile(r"[a-z],\s\Z")


@cache
def _name_and_verb() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s(?:had|has|was|is|were|will|would|said|says|told)\b")


def _between_commas(match: Match) -> bool:
    """``the man of the match, Friday Kante, had been bought``: a name that tells who is meant."""
    if match.following.lower() in MONTHS or not _name_and_verb().match(match.text, match.end):
        return False
    return _after_a_role().search(*match.before(3)) is not None


def _one_who_speaks(match: Match) -> bool:
    """``“I pay monthly,” said Friday Nkosi, a driver``: right behind what was said, the verb's subject follows."""
    if not match.following[:1].isupper() or match.following.lower() in MONTHS:
        return False
    return _after_a_quote().search(*match.before(16)) is not None


def _speaks_of_one(match: Match) -> bool:
    """``Mark Friday said``, ``Friday, who joined last year``, ``Judge Friday``: the weekday is somebody here."""
    title = match.text[max(0, match.start - 12) : match.start].rstrip(" .").split()[-1:]
    if title and title[0] in usage.TITLES:
        return True
    if match.text[match.end : match.end + 6] == ", who ":
        return True
    before = match.previous
    return (before[:1].isupper() or before in ("", ".")) and match.following.lower() in usage.SAYING


@cache
def _said_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:said|says|told|asked|added|wrote|replied)\s\Z")


@cache
def _who_is() -> re.Pattern[str]:
    return re.compile(r",\s(?:the|an?|his|her|their|who|whose|aged?|\d\d)\b(?!\s\d)")


@cache
def _of_an_office() -> re.Pattern[str]:
    return re.compile(
        r"['’]s\s(?:own\s|former\s|chief\s)?(?:office|spokes(?:man|woman|person)|deputy|aides?|allies|lawyers?|attorney"
        r"|predecessor|successor|premiership|cabinet|family|children|home|house|car|face|voice|hands?|life|career)\b"
    )


def _of_somebody(match: Match) -> bool:
    """``said March, the union leader``, ``to May's office``: a month that speaks, or has what only people have."""
    if _said_before().search(*match.before(9)) and _who_is().match(match.text, match.end):
        return True
    return _of_an_office().match(match.text, match.end) is not None


def a_surname(match: Match) -> bool:
    """``in August Wilson's play``: a month between a preposition and a name, unless a sentence opens so."""
    words = match.words("month")
    if len(words) < 4 and words != "may":
        return True  # "of Mar Tzu": an abbreviation has its full stop
    if words not in usage.GIVEN_NAMES:
        return False
    head = match.text[max(0, match.start - 40) : match.start].rstrip()
    return not match.previous[:1].isupper() and head[-1:] != ","
