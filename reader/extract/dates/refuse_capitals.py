"""What a capital tells: a common noun that has one inside a sentence is a name, and so are words in capitals.

``the Book of Hours``, ``at Days Creek``, ``the Weekend First upgrade``; ``so is Friday I'm in Love``; ``tagged SAT``.
These are asked of every fit, whatever its rule.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_usage as usage
from reader.extract.dates.bearers import a_whole_name
from reader.extract.dates.english import MONTHS, NOONS, PARTS, SEASONS, UNITS, WEEKDAYS, listed
from reader.extract.dates.english_bearers import PEOPLE_OF_FEASTS
from reader.extract.dates.english_given import GIVEN_FIRST
from reader.extract.dates.english_titles import ALL as TITLES
from reader.extract.dates.english_verbs import REPORTING
from reader.extract.dates.refuse import in_a_headline
from reader.extract.dates.refuse_months import joined_to_a_date
from reader.extract.dates.rule import Match

_CALENDAR = (usage.CAPITALS - PEOPLE_OF_FEASTS) | frozenset(name + "s" for name in WEEKDAYS) | {"i", "xmas"}
_MAY_STAND_ALONE = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(name + "s" for name in WEEKDAYS)
_TIME_NOUNS = frozenset((*UNITS, *PARTS, *NOONS, *SEASONS)) | frozenset(
    listed(
        "weekend weekends mornings evenings afternoons summers winters future past present daily weekly monthly clock"
        " now"
    )
)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?:;*•>|/)\]\n–—―]|(?:\s|-)-|[\"“”‘’'`])[\"“‘'`(\[]?\s*\Z")


def opens(match: Match) -> bool:
    """Whether a capital at the start of the match is that of a sentence, a quotation, a line or an aside."""
    return _begins().search(*match.before(4)) is not None


def a_common_noun_with_a_capital(match: Match) -> bool:
    """``Mark E Smith of the Fall``, ``the Book of Hours``, ``at Days Creek``, ``the Weekend First upgrade``.

    Units, parts of the day and seasons have a capital in prose only as the first word of a sentence. Zones
    (``Tokyo time``), seasons before their year (``Fall 2014``) and centuries (``the 18th Century``) often have one.
    """
    raw = match.text[match.start : match.end]
    if raw.islower() or not {"zone", "year", "shortyear", "fiscalyear", "holiday"}.isdisjoint(match.parts):
        return False
    words = [word.group() for word in _words().finditer(raw)]
    for place, text in enumerate(words):
        if not text[0].isupper() or text.isupper() or text.lower() not in _TIME_NOUNS:
            continue
        if place == 0 and (len(words) > 1 or opens(match)) and not (len(words) > 1 and words[1][0].isupper()):
            continue  # "Seven days a week" behind a heading without its full stop
        if place == 0 and opens(match):
            continue
        if text == "Century" or (text.lower() in SEASONS and _this().match(raw)):
            continue
        return not in_a_headline(match)
    return False


@cache
def _this() -> re.Pattern[str]:
    return re.compile(r"(?:this|last|next|early|late|mid|that)\b", re.IGNORECASE)


@cache
def _titles() -> dict[str, tuple[tuple[str, int], ...]]:
    """Titles by each word of them, with its place."""
    found: dict[str, list[tuple[str, int]]] = {}
    for title in sorted(TITLES):
        for word in re.finditer(r"\w+", title):
            if word.group()[0].isupper() or word.group()[0].isdigit():
                found.setdefault(word.group(), []).append((title, word.start()))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"\w+")


def in_a_known_title(match: Match) -> bool:
    """``Friday I'm in Love``, ``the Sunset Limited``, ``The Guns of August``: names that a reader knows."""
    titles = _titles()
    for word in _tokens().finditer(match.text, match.start, match.end):
        for title, place in titles.get(word.group(), ()):
            begin = word.start() - place
            stop = begin + len(title)
            if begin >= 0 and match.text.startswith(title, begin) and not match.text[stop : stop + 1].isalpha():
                return True
    return False


def _last_word_is_a_day(match: Match) -> bool:
    words = match.text[match.start : match.end].rstrip(".").split()
    return len(words) == 1 and words[0].lower() in _MAY_STAND_ALONE and words[0][0].isupper()


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(r"I\b(?!['’]m\sin\b)|[A-Z]{2,4}\b|(?:The|A|An|Mr|Mrs|Ms|Dr|President|Prime|Sir|Lord|Pope)\b")


def before_a_capital(match: Match) -> bool:
    """``the label Sunday Riley``, ``a filly by Sunday Silence``, but ``On Friday Farah said``, ``said Friday Mr``.

    A weekday right before a word with a capital tells when only behind a word that leads a day in, a verb of saying
    or in a line of capitals; so does a month.
    """
    if match.text[match.end : match.end + 1] != " " or not _last_word_is_a_day(match):
        return False
    following = match.following
    if not following[:1].isupper() or following.lower() in _CALENDAR or _no_name().match(match.text, match.end + 1):
        return False
    previous = match.previous.lower()
    if previous in ("and", "or"):
        return not joined_to_a_date(match)  # "Augusta Hale and Tuesday Smith sang"
    if previous in usage.BEFORE_MONTH | usage.LEADING_DAYS or previous in REPORTING or in_a_headline(match):
        return previous in usage.SIRING and _sired().search(*match.before(40)) is not None
    return not previous.endswith("ed") or _closed_name().match(match.text, match.end, match.end + 40) is not None


@cache
def _closed_name() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?[;,.]")  # "fined Friday Obi;"


@cache
def _sired() -> re.Pattern[str]:
    kinds = (
        "colt|filly|gelding|mare|stallion|foal|yearling|horse|son|daughter|bay|chestnut|grey|sired|owned|trained|ridden"
    )
    return re.compile(rf"\b(?:{kinds})(?:\s(?:or|and)\s\w+)?\s(?:by|of|from)\s\Z")


@cache
def _of_a_title() -> re.Pattern[str]:
    words = "Is|Are|Was|Were|Be|Has|Had|Have|Will|Never|Not|Too|Who|That|Your|Our|Into|Without|Comes|Came|Ends|Begins"
    return re.compile(rf"\s(?:{words})\b")


@cache
def _title_leads() -> re.Pattern[str]:
    words = "Is|Are|Was|Were|Be|Has|Had|Have|Never|Not|When|Who|That|Your|Our|My|Like|Another|Without|Every"
    return re.compile(rf"\w,?\s(?:{words})\s\Z")


def among_words_of_a_title(match: Match) -> bool:
    """``October the First Is Too Late``, ``Wake Me Up When September Ends``: small words have a capital in titles."""
    if not match.text[match.start].isupper() or in_a_headline(match):
        return False
    if _of_a_title().match(match.text, match.end, match.end + 9):
        return True
    return _title_leads().search(*match.before(12)) is not None


@cache
def _line_of_capitals() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2}")


@cache
def _shouted() -> re.Pattern[str]:
    return re.compile(r"\s(?:[A-Z]{2,}\b|O['’])")


def capitals_in_prose(match: Match) -> bool:
    """``Bags tagged SAT``, ``The DEC, a group``, ``FRIDAY HARBOR, Wash.``, ``MARCH OF THE MODERATES``.

    All capitals inside a line of prose: of a short form they make letters of their own, of a whole word a part of the
    words that follow in capitals. With a number beside it, it is a date (``DEC 24``).
    """
    raw = match.text[match.start : match.end]
    if not raw.isupper() or not raw.isalpha() or raw.lower() not in _MAY_STAND_ALONE:
        return False
    begin = match.text.rfind("\n", max(0, match.start - 120), match.start) + 1
    stop = match.text.find("\n", match.end, match.end + 120)
    line = match.text[max(begin, match.start - 120) : stop if stop >= 0 else match.end + 120]
    if not _line_of_capitals().search(line):
        return False
    return len(raw) <= 4 or _shouted().match(match.text, match.end, match.end + 4) is not None


@cache
def _first_name() -> re.Pattern[str]:
    return re.compile(
        r"(?<!Hurricane\s)(?<!Storm\s)(?<!Typhoon\s)(?<!San\s)(?<!St\.\s)(?<!St\s)(?<!Santa\s)(?<!Pope\s)(?<!King\s)(?<!Queen\s)(?<!Prince\s)(?<!Princess\s)"
        r"(?<!Saint\s)(?<!Paul\s)\b([A-Z][a-z]+)\s(?:[A-Z]\.?\s)?\Z"
    )


_SURNAMES = (
    _MAY_STAND_ALONE
    | frozenset(SEASONS)
    | frozenset(
        {
            "noon",
            "day",
            "night",
            "weeks",
            "days",
            "hours",
            "winter",
            "summers",
            "winters",
            "christmas",
            "easter",
            "dawn",
            "midnight",
            "year",
        }
    )
)


def behind_a_given_name(match: Match) -> bool:
    """``Joe Friday of “Dragnet”``, ``Oliver Weeks, the dean``, ``Helen March first heard``: a surname."""
    if not match.text[match.start].isupper():
        return False
    word = _words().match(match.text, match.start)
    if word is None or word.group().lower() not in _SURNAMES or word.group().isupper():
        return False
    found = _first_name().search(*match.before(30))
    if found is None or found.group(1) not in GIVEN_FIRST or _dated().match(match.text, word.end()):
        return False
    return word.group().lower() not in WEEKDAYS or not a_whole_name(match.text, found.start(1))


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r"\.?\s\d|,\s(?:\d{4}|[A-Z][a-z]+\.?\s\d)")  # "told John March 3"


@cache
def _quoted_before() -> re.Pattern[str]:
    verbs = "|".join(sorted(REPORTING | usage.SAYING - usage.BEING_NOW - {"who"}))
    return re.compile(rf"[,.?!][”\"’']\s(?:{verbs})\s\Z")


@cache
def _said_before() -> re.Pattern[str]:
    verbs = "|".join(sorted(REPORTING | usage.SAYING - usage.BEING_NOW - {"who"}))
    return re.compile(rf"[a-z\d],\s(?:{verbs})\s\Z")


@cache
def _last_name_and_trade() -> re.Pattern[str]:
    owned = r"(?:an?|the|his|her|its|their|who|whose|aged?|\d\d|[A-Z][\w-]+['’]s?)"
    return re.compile(rf"\s[A-Z][\w'’-]+,\s(?:{owned}\b|[a-z-]+(?:\s[a-z-]+)?\s(?:of|at|in|for|with)\b)")


def the_speaker(match: Match) -> bool:
    """``“So do I,” said August.``: right behind what was said and its verb, the one who said it.

    What was said may stand without quotation marks where a last name and a trade follow: ``it was late, said Friday
    Mutua, a nurse``. With a subject before the verb, the day is one: ``the army said Friday Sudan, the host, agreed``.
    """
    if not _last_word_is_a_day(match):
        return False
    if _quoted_before().search(*match.before(16)):
        return True
    if _said_before().search(*match.before(16)) is None:
        return False
    return _last_name_and_trade().match(match.text, match.end, match.end + 60) is not None


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\n)(?:By|BY|Words by|Photograph:|Picture:|Photo:)\s\Z")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?(?:\n|\Z|,\s[a-z]|\sin\s[A-Z][a-z]+(?:\n|\Z)|\sand\s[A-Z])")


def in_a_byline(match: Match) -> bool:
    """``By April Hughes, political reporter``: at the head of a line, and somebody's last name behind."""
    if not match.text[match.start].isupper():
        return False
    return bool(_byline().search(*match.before(16)) and _signed().match(match.text, match.end, match.end + 50))


@cache
def _with_age_or_trade() -> re.Pattern[str]:
    return re.compile(r",\s(?:\d\d,|aged?\s\d|an?\s[a-z-]+\s(?:who|from|of|last|at|in)\b)")


def with_an_age(match: Match) -> bool:
    """``Joseph Monday, 44, a bookkeeper``: a name before it and an age behind it."""
    if not _last_word_is_a_day(match) or not match.previous[:1].isupper() or match.previous.isupper():
        return False
    found = _with_age_or_trade().match(match.text, match.end, match.end + 40)
    return found is not None and found.group()[2:3].isdigit() and match.previous.lower() not in usage.LEADING_DAYS


def told_by_capitals(match: Match) -> bool:
    """Whether capitals, as this module reads them, make a name of the words."""
    raw = match.text[match.start : match.end]
    if raw.islower() or not (raw[0].isupper() or any(char.isupper() for char in raw)):
        return in_a_known_title(match) if raw[0].isdigit() else False
    return (
        in_a_known_title(match)
        or a_common_noun_with_a_capital(match)
        or before_a_capital(match)
        or among_words_of_a_title(match)
        or capitals_in_prose(match)
        or behind_a_given_name(match)
        or in_a_byline(match)
        or the_speaker(match)
        or with_an_age(match)
    )
