"""What the words right beside a day, a month or a feast say that it is: ``Monday, a village``, ``Operation Easter``.

These are asked of every fit with a capital; nothing else of the article has to be known.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates import english_bearers as words
from reader.extract.dates import english_usage as usage
from reader.extract.dates.calendar import DAY_NAMES, MONTH_NAMES
from reader.extract.dates.english import HOLIDAYS, MONTHS, NOONS, PARTS, SEASONS, WEEKDAYS
from reader.extract.dates.refuse import in_a_headline, sentence_starts
from reader.extract.dates.rule import Match

_DAYS = f"(?:{'|'.join(DAY_NAMES)})"
_MONTHS = "|".join(MONTH_NAMES)
_ALONE = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS) | frozenset(HOLIDAYS)


@cache
def _place_told() -> re.Pattern[str]:
    return re.compile(
        rf",\s(?:an?\s(?:[a-z-]+\s){{0,2}}(?:{words.PLACES})\b(?!\s(?:hall|council|meeting|election|official|spokes))"
        rf"|the\s(?:{words.PLACES})\s(?:of|in|on|near|where|beside)\b)"
    )


@cache
def _trade_told() -> re.Pattern[str]:
    trades = (
        r"[a-z]{3,}(?:ist|man|woman|ian|maker|seller|keeper|owner|grower|dealer|smith)|printer|baker|builder"
        r"|publisher|retailer"
    )
    firms = (
        "firm|company|brewery|brewer|bank|group|band|club|rival|charity|start-?up|cat|dog|horse|pony|mare"
        "|parrot|novel|film|song|album|musical|opera|poem|play|ship|yacht|label|chain|developer|carrier|airline"
    )
    bands = "guerrillas?|militants?|militia|gang|faction|movement"
    return re.compile(
        rf",\s(?:an?|the)\s(?:[A-Z][a-z]+\s|[a-z-]+\s)?(?:{trades}|{firms}|(?:{bands})(?:\s(?:group|organi[sz]ation))?)[,.;]"
    )


def told_in_apposition(match: Match) -> bool:
    """``the track to Monday, a village beside a river``, ``bids from August, a Munich printer,``."""
    text, end = match.text, match.end
    if text[end : end + 2] != ", ":
        return False
    lead = match.previous.lower()
    if lead in ("on", "since", "until") or (lead in ("in", "by") and text[match.start : end].lower() not in WEEKDAYS):
        return False
    return bool(_place_told().match(text, end, end + 50) or _trade_told().match(text, end, end + 60))


@cache
def _endeavour() -> re.Pattern[str]:
    kinds = (
        "Operation|Project|Exercise|Hurricane|Cyclone|Typhoon|Storm|Camp|HMS|USS|SS|MV|HMAS|INS|Team|Agent|Private|Code"
    )
    return re.compile(rf"\b(?:{kinds})\s\Z")


@cache
def _law() -> re.Pattern[str]:
    return re.compile(
        r"['’]s\s(?:Law|Act|Rule|Bill|Army|House|Place|Hope|Fund|Foundation|Trust|Legacy|Journey|Story)\b"
    )


def of_an_endeavour(match: Match) -> bool:
    """``Operation Easter``, ``Storm April``, and ``June's Law``, called after a girl."""
    if _endeavour().search(*match.before(12)) is not None:
        return not match.following.isdigit()
    return _law().match(match.text, match.end, match.end + 16) is not None


@cache
def _peerage() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Earl|Duke|Duchess|Countess|Marquess|Viscount|Viscountess|Baron|Baroness|Lord|Lady)\sof\s\Z"
    )


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?:;”\"“\n,]\s?)(?:Chief|Senator|Major|General|Private|Governor|Mayor|Deacon|Pastor|Coach|Prince|Princess|Comrade)\s\Z"
    )


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bGroup)(?<!\bPlan)(?<!\bVitamin)(?<!\bClass)(?<!\bType)(?<!\bSection)(?<!\bPart)(?<!\bSeries)"
        r"(?:\A|[\s(“\"])(?!U\.\s?[SKN]\.|D\.\s?C\.|E\.\s?U\.|L\.\s?A\.|N\.\s?Y\.|[AP]\.\s?M\.)(?:[A-Z]\.\s?){0,2}(?<![UDELN]\.\s)[A-HJ-Z]\.\s\Z"
    )


@cache
def _no_day_behind() -> re.Pattern[str]:
    return re.compile(r"(?!\.?\s\d|,\s\d{4})")


@cache
def _with_an_age() -> re.Pattern[str]:
    return re.compile(r",\s\d\d(?:,|\sand\b)")


@cache
def _role_and_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words.ROLES | words.RANKS))})\.?\s[A-Z][a-z]+\s\Z")


def with_a_style(match: Match) -> bool:
    """``the Earl of March``, ``Senator Monday``, ``T. R. August``, ``Captain Aldrin February``."""
    raw = match.text[match.start : match.end]
    if raw.lower() not in _ALONE or not _no_day_behind().match(match.text, match.end):
        return False
    if "holiday" in match and _with_an_age().match(match.text, match.end) and match.previous[:1].isupper():
        return True  # "Noel Christmas, 71, has carved"
    if (
        _peerage().search(*match.before(16))
        or _office().search(*match.before(16))
        or _initials().search(*match.before(28))
    ):
        return True
    if raw.lower() in WEEKDAYS:
        return False  # "Senator Clinton Friday said"
    return _role_and_name().search(*match.before(40)) is not None


@cache
def _folk() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Aa]nother|young|old|lorry|bus|van|taxi)\s(?:{words.FOLK})\sfrom\s\Z"
    )


@cache
def _made_by() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Gg]oals?|[Tt]ries|[Tt]ry|[Ss]ongs?|[Ww]ickets?|[Hh]eaders?|[Pp]oems?|[Pp]aintings?|[Nn]ovels?|[Bb]ooks?|[Pp]hotos?"
        rf"|[Pp]hotographs?|[Dd]rawings?)\sby\s\Z|\b(?i:{words.OF_ONE})\sof\s\Z|\bbound\sfor\s\Z"
    )


@cache
def _and_a_name() -> re.Pattern[str]:
    days = (
        f"{_DAYS}|{_MONTHS}|Christmas|Easter|Thanksgiving|Halloween|Ramadan|Lent|Passover|Labor|Memorial"
        f"|Whitsun|New|Spring"
    )
    events = r"Day|Bowl|Games|Cup|Olympics|Series|Open|Sunday|Monday|Friday|Eve|Fair|Festival|Week|Weekend|Summit|['’]s"
    return re.compile(
        rf"\sand\s(?!(?:{days}|Autumn|Summer|Winter|Fall|I|Mr|The|It|He|She|They|We)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b"
        rf"(?!\s?(?:{events}))(?=[.,;]|\s(?:was|were|is|are|had|has|have|settled|scored|gave|put|won|made|at|in|on|who|will|while|after|before|as)\b)"
    )


def beside_another_name(match: Match) -> bool:
    """``Goals by May and Noel``, ``buses between March and Wisbech were``, ``a lorry driver from March``."""
    raw = match.text[match.start : match.end]
    if raw.lower() not in _ALONE or match.following.isdigit():
        return False
    if raw.lower() in MONTHS and _folk().search(*match.before(40)):
        return match.following.lower() not in ("to", "until", "through", "till", "and", "or", "onwards", "'", "’")
    made = _made_by().search(*match.before(40))
    if made is not None:
        return (
            "by" not in made.group()
            or sentence_starts_before(match, made.start())
            or _and_a_name().match(match.text, match.end, match.end + 40) is not None
        )
    return (
        match.previous.lower() == "between" and _and_a_name().match(match.text, match.end, match.end + 50) is not None
    )


def sentence_starts_before(match: Match, position: int) -> bool:
    """Whether a sentence begins at a position: ``Songs by June``, but ``set its goals by June``."""
    head = match.text[max(0, position - 3) : position].rstrip(' “"')
    return not head or head[-1] in ".!?:\n”"


@cache
def _a_verb_behind_quotes() -> re.Pattern[str]:
    verbs = (
        "had|has|was|is|will|would|took|broke|won|sold|earned|made|topped|opened|grossed|became|stars|tells"
        "|follows|drew"
    )
    return re.compile(rf"[\"”’]\s(?:{verbs})\b")


@cache
def _opened_by() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:said|says|announced|of|for|and|that)|['’]s)\s[\"“‘]\Z")


def a_work_in_quotes(match: Match) -> bool:
    """``Netflix said "Wednesday" had broken its record``, ``Curtis's "Halloween" took $77 million``."""
    if match.text[match.start : match.end].lower() not in _ALONE:
        return False
    opened = _opened_by().search(*match.before(14))
    return opened is not None and bool(
        "s" in opened.group()[:2] or _a_verb_behind_quotes().match(match.text, match.end, match.end + 12)
    )


@cache
def _in_quotes_elsewhere() -> re.Pattern[str]:
    return re.compile(r"\b(?:the\s(?:first|original|new|second|third|latest|last)|of|remake\sof|seen)\s\Z")


def a_work_of_the_article(match: Match) -> bool:
    """``the first Halloween in 1978``, where ``"Halloween"`` stands between quotation marks elsewhere."""
    raw = match.text[match.start : match.end]
    if raw.lower() not in _ALONE or _in_quotes_elsewhere().search(*match.before(16)) is None:
        return False
    near = match.text[max(0, match.start - 3_000) : match.end + 1_000]
    return f"“{raw}”" in near or f'"{raw}"' in near


@cache
def _ordinal_name() -> re.Pattern[str]:
    return re.compile(r"(?!July)[A-Z][a-z]+ the (?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\Z")


@cache
def _weekday_and_month() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_MONTHS})\s(?:[A-Z][a-z]+|was|is|had|said)\b")


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!said\s)(?<!on\s)\b{_DAYS}\s\Z")


def a_day_and_a_month(match: Match) -> bool:
    """``Thursday October Christian``, where no number follows."""
    raw = match.text[match.start : match.end]
    if raw.lower() in WEEKDAYS:
        lead = match.previous.lower()
        named = lead in ("", ".", "by", "with", "of", "from", "to", "and", ",")
        return named and _weekday_and_month().match(match.text, match.end, match.end + 30) is not None
    if raw.lower() in MONTHS and match.previous.lower() in WEEKDAYS and not match.following.isdigit():
        before = _weekday_before().search(*match.before(16))
        return (before is not None and not match.following[:1].islower()) or match.following in (
            "was",
            "is",
            "had",
            "said",
        )
    return False


@cache
def _numbered_list() -> re.Pattern[str]:
    return re.compile(r"\b\d{1,2}\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,|;)?\s\Z")


@cache
def _next_number() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?[,;]\s\d{1,2}\s[A-Z]")


@cache
def _number_and_adjective() -> re.Pattern[str]:
    return re.compile(r"[,;]\s\d{1,2}\s[A-Z][a-z]+\s\Z")


def in_a_numbered_list(match: Match) -> bool:
    """``1 March Wind, 2 Sunday Best, 3 Cold December``: runners and their numbers."""
    raw = match.text[match.start : match.end]
    number, _, name = raw.partition(" ")
    if number.isdigit() and name.isalpha():
        return bool(
            _next_number().match(match.text, match.end, match.end + 40)
            or (match.following[:1].isupper() and _numbered_list().search(*match.before(40)))
        )
    return raw.lower() in _ALONE and _number_and_adjective().search(*match.before(40)) is not None


@cache
def _bloc() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:partners|allies|bloc|camp|forces|lawmakers|MPs|ministers|supporters|leaders|rivals|activists|politicians|officials"
        r"|party|parties|followers|cadres|candidates|rebels|deputies)\b"
    )


@cache
def _belonging() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:belong(?:s|ed|ing)?|tied|loyal|linked|links|ties|close|allied|opposed)\sto\s\Z|\bmembers?\sof\s\Z"
    )


@cache
def _group_told() -> re.Pattern[str]:
    kinds = (
        "Movement|movement|group|coalition|Coalition|alliance|Alliance|organi[sz]ation|bloc|guerrillas"
        "|militants|brigade|plotters"
    )
    return re.compile(rf"(?:,\s(?:an?|the)\s(?:[a-z-]+\s){{0,3}}|\s(?:[A-Z][a-z]+\s)?)(?:{kinds})\b")


@cache
def _did() -> re.Pattern[str]:
    return re.compile(r"\s(?:[a-z]+ed|shot|said|says|won|lost|has|claims|sang|led|fought|took|kept|wants|is|was)\b")


def a_group_called_by_a_day(match: Match) -> bool:
    """``its March 8 partners``, ``belonging to November 17, the guerrilla group``, and where such a group acts."""
    if "year" in match or match.previous.lower() in ("on", "in", "since", "before", "after", "until", "by", "from"):
        return False
    raw = match.text[match.start : match.end]
    if not any(char.isdigit() for char in raw) or not any(char.isalpha() for char in raw):
        return False
    if _belonging().search(*match.before(16)) or _bloc().match(match.text, match.end, match.end + 16):
        return match.previous.lower() not in ("a",)
    if _group_told().match(match.text, match.end, match.end + 50):
        return True
    if match.previous not in ("", ".", "”", '"', "!", "?", ":", "“"):
        return False
    if not _did().match(match.text, match.end, match.end + 12):
        return False
    place = match.text.find(raw, max(0, match.start - 3_000), match.start)
    while 0 <= place < match.start:
        if _group_told().match(match.text, place + len(raw), place + len(raw) + 50):
            return True
        place = match.text.find(raw, place + 1, match.start)
    return False


@cache
def _marching() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Women|People|Workers?|Students?|Children|Mothers?|Farmers?|Veterans|Hunger|Peace|Freedom|Pride)['’]?s?['’]?\s\Z"
    )


def of_a_name_of_its_own(match: Match) -> bool:
    """``the Women's March``, ``the Good Friday deal``, ``its Winter '18 release``, ``at the Wednesday chairman's``."""
    raw = match.text[match.start : match.end]
    if raw == "March" and not match.following.isdigit():
        return _marching().search(*match.before(14)) is not None
    if raw == "Good Friday":
        return match.following.lower() in words.OF_THE_AGREEMENT
    if raw == "Wednesday" and match.following in words.OF_A_CLUB:
        return "Sheffield Wednesday" in match.text[max(0, match.start - 3_000) : match.end + 1_000]
    return raw[0].isupper() and match.following in ("release", "update") and raw.split()[0].lower() in SEASONS


@cache
def _listed_beside() -> re.Pattern[str]:
    return re.compile(
        r",\s(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][a-z]+(?:,|\sand)\s[A-Z]"
    )


def no_short_day(match: Match) -> bool:
    """A weekday cut short without its full stop, right behind a name or in a list of names."""
    previous = match.previous
    named = (
        previous[:1].isupper() and previous.isalpha() and not previous.isupper() and previous.lower() not in WEEKDAYS
    )
    if named and match.text[match.start - 1] == " " and not sentence_starts(match):
        return previous.lower() not in usage.LEADING_DAYS
    return _listed_beside().match(match.text, match.end, match.end + 40) is not None


@cache
def _name_and_age() -> re.Pattern[str]:
    return re.compile(r"\s[A-Z][a-z]+,\s\d\d\b")


def somebody_of_that_age(match: Match) -> bool:
    """``Noon Sulaiman, 24, was shot``: a part of the day that opens a name with its age."""
    raw = match.text[match.start : match.end].lower()
    return (raw in NOONS or raw in PARTS) and _name_and_age().match(match.text, match.end, match.end + 30) is not None


def no_part_is_a_date(match: Match) -> bool:
    """Whether the match is a name of which no word is a date either: ``tied to April 6``, ``April the Fifth``."""
    raw = match.text[match.start : match.end]
    if any(char.isdigit() for char in raw):
        return in_a_numbered_list(match) or a_group_called_by_a_day(match)
    return raw[0].isupper() and _ordinal_name().match(raw) is not None


def called_by_its_neighbours(match: Match) -> bool:
    """Whether the words beside make a name of the match, as this module tells it."""
    raw = match.text[match.start : match.end]
    if not raw[0].isupper() or (raw.isupper() and in_a_headline(match)):
        return False
    if any(char.isdigit() for char in raw):
        return of_a_name_of_its_own(match)
    return (
        told_in_apposition(match)
        or of_an_endeavour(match)
        or with_a_style(match)
        or beside_another_name(match)
        or somebody_of_that_age(match)
        or a_work_in_quotes(match)
        or a_work_of_the_article(match)
        or a_day_and_a_month(match)
        or in_a_numbered_list(match)
        or of_a_name_of_its_own(match)
    )
