"""Lengths of time that count from publication: the past three months, over the next decade, recent years."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reader.extract.dates.calendar import GRAIN_OF_UNIT
from reader.extract.dates.english_usage import OVER_VERBS
from reader.extract.dates.refuse import a_title_with_units, now_and_then
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.durations import amount_of, count_of, vague
from reader.extract.dates.told import counted


@cache
def _lasting() -> re.Pattern[str]:
    # "must by law last six weeks", "they told us we couldn't last five days"
    modals = "to|will|would|could|may|might|can|should|must|cannot|did|does|do|wo|ca|shall"
    return re.compile(rf"\b(?:{modals})(?:n['’]t)?(?:\s(?:by\s\w+|not|also|only|now|ever|\w+ly|even))?\s\Z")


def window(match: Match) -> Found:
    """the past three months, the next two weeks: a length counted from publication; the nine months: a length."""
    unit = match.name("unit")
    value = amount_of(count_of(match), unit)
    if match.words("past") == "last" and _lasting().search(*match.before(40)):
        start = min(match.spans[name][0] for name in ("count", "vague", "couple") if name in match)
        return Timex("DURATION", value, f"{match.quoted} tells how long it lasts", extent=(start, match.end))
    mod = "APPROX" if "couple" in match or "so" in match else match.name("amount") or None
    if "past" not in match and "future" not in match:
        plain = Timex("DURATION", value, f"{match.quoted} is a length of time", mod=mod)
        # "the two day rally": the article belongs to the noun that follows
        attribute = "count" in match and not match.words("unit").endswith("s") and match.get("count") != 1
        return replace(plain, extent=(match.spans["count"][0], match.end)) if attribute else plain
    way = "back" if "past" in match else "on"
    why = f"{match.quoted} is a length of time that counts {way} from {match.context.publication}"
    return Timex("DURATION", value, why, mod=mod, anchor=match.context.anchor)


def a_while(match: Match) -> Found:
    """for some time, for a while: a length without number or unit."""
    return Timex("DURATION", "PXX", f"{match.quoted} is a length of time without number or unit")


def around_now(match: Match) -> Found:
    """recent years, the coming weeks: the past or the future without a date; recent weeks: a length.

    So TimeBank's annotators: days, weeks, months or quarters last up to publication, recent years are vague.
    """
    ahead = "future" in match
    if not ahead and match.name("unit") in ("D", "W", "M", "Q") and "more" not in match:
        return vague(match)
    why = f"{match.quoted} means {'the near future' if ahead else 'the recent past'} without a date"
    return Timex("DATE", "FUTURE_REF" if ahead else "PAST_REF", why, anchor=match.context.anchor)


def taken_over(match: Match) -> bool:
    """``Belgium takes over the next day``: the day after one that was told, no length of time."""
    before = match.text[max(0, match.start - 24) : match.start].lower().split()
    return before[-1:] == ["over"] and before[-2:-1] != [] and before[-2] in OVER_VERBS


def window_of_one(match: Match) -> Found:
    """the past year, the past decade."""
    if taken_over(match):
        unit = match.name("unit1")
        grain, away = GRAIN_OF_UNIT[unit], -1 if "last" in match.quoted else 1
        return counted(match, grain, unit, away, match.context.nearest_at_most(match.start, grain), None)
    way = "on" if {"next", "coming"} & set(match.quoted.split()) else "back"
    why = f"{match.quoted} is a length of time that counts {way} from {match.context.publication}"
    return Timex("DURATION", amount_of(count_of(match), match.name("unit1")), why, anchor=match.context.anchor)


RULES: tuple[Rule, ...] = (
    Rule(
        "window",
        "( [the] {past} | [the] {future} | the {dayth:which} | the latest | the [final] )"
        " ( {count} [{andhalf}] [to|or {count:upper}] | [a] {vague} | {couple} ) [{filler}] {unit} [or {so}]",
        window,
        (
            eg("In the past three months, stocks have plunged.", "the past three months", "P3M", "DURATION"),
            eg("He will go within the next two weeks.", "the next two weeks", "P2W", "DURATION"),
            eg("In the past two and a half years they won.", "the past two and a half years", "P2Y6M", "DURATION"),
            eg("It fell over the last 20 trading days.", "the last 20 trading days", "P20D", "DURATION"),
            eg("He has lost in the past few weeks.", "the past few weeks", "PXW", "DURATION"),
        ),
        0.92,
        not_after="to|will|would|could|may|might|can|should|must",
        not_before="old|ago",
        refuse=a_title_with_units,
    ),
    Rule(
        "window of vague units",
        "[the] {past} {units:unit} [and|or {units:more}]",
        vague,
        (eg("He has lost in the past weeks.", "the past weeks", "PXW", "DURATION"),),
        0.8,
        not_after="to|will|would|could|may|might|can|should|must",
    ),
    Rule(
        "recent years",
        "( [the] [most] recent | [the] {nextward:future} ) {units:unit} [and|or {units:more}]",
        around_now,
        (
            eg("The crime has not fallen in recent years.", "recent years", "PAST_REF"),
            eg("The crime has fallen in recent weeks.", "recent weeks", "PXW", "DURATION"),
            eg("It will be decided in the coming weeks.", "the coming weeks", "FUTURE_REF"),
        ),
        0.8,
    ),
    Rule(
        "the past year",
        "the past {spanunit1:unit1} [{andhalf}]",
        window_of_one,
        (
            eg("It doubled in the past decade and a half.", "the past decade and a half", "P15Y", "DURATION"),
            eg("It has grown over the past decade.", "the past decade", "P10Y", "DURATION"),
            eg("It has grown over the past fortnight.", "the past fortnight", "P2W", "DURATION"),
        ),
        0.75,
    ),
    Rule(
        "weeks ahead",
        "the {plainunits:unit} ahead",
        vague,
        (eg("He faces pressure in the weeks ahead.", "the weeks ahead", "PXW", "DURATION"),),
        0.8,
        not_before="of",
    ),
    Rule(
        "for some time",
        "{awhile}",
        a_while,
        (
            eg("They could be there for some time.", "some time", "PXX", "DURATION"),
            eg("He has known it for a long time.", "a long time", "PXX", "DURATION"),
        ),
        0.7,
        after="for|in|after|quite|within|over|be|take|takes|took",
        not_before="ago|to|of|{name}",
        refuse=now_and_then,
    ),
    Rule(
        "the next year",
        "the last|next|coming [full] {overunit1:unit1} [{andhalf}]",
        window_of_one,
        (
            eg("It will cost $10 trillion over the next decade.", "the next decade", "P10Y", "DURATION"),
            eg("Trials may begin within the next fortnight.", "the next fortnight", "P2W", "DURATION"),
            eg("It has doubled within the last year.", "the last year", "P1Y", "DURATION"),
        ),
        0.75,
        after="over|within|during|for|throughout",
        not_before="of|'s",
    ),
)
