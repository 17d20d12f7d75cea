"""Parts of the day: Thursday evening, the early hours of Saturday, tonight, the night before, overnight."""

from __future__ import annotations

from dataclasses import replace

from reader.extract.dates.calendar import value_of
from reader.extract.dates.english import PART_NAMES
from reader.extract.dates.narrative import past_weight
from reader.extract.dates.placing import shifted
from reader.extract.dates.refuse import a_programme, a_title, no_lead, somebody
from reader.extract.dates.refuse_phrases import a_rate_of_money, a_show_or_a_shop
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg
from reader.extract.dates.rules.clock import DATE, day_of
from reader.extract.dates.rules.days import last_weekday, this_weekday
from reader.extract.dates.rules.nth import day_of_known_month


def early_hours(match: Match) -> Found:
    """the early hours of Saturday: its first morning hours."""
    day, value, source = day_of(match)
    part, mod = ("NI", "END") if match.name("early") == "END" else ("MO", "START")
    made = Timex(
        "TIME",
        f"{value}T{match.name('part') or part}",
        f"the {'last' if mod == 'END' else 'first'} hours of {source}",
        day=day,
        mod=mod,
    )
    return replace(made, anchor=match.context.anchor if day else None)


def _until_the_next(match: Match) -> bool:
    """``Bars were to stay open until dawn``: what lasts until then does so through the night to come."""
    bare = match.spans.keys() == {"part"} and match.words("part") in ("dawn", "daybreak", "sunrise")
    return bare and match.previous.lower() in ("until", "till") and past_weight(match) > 0.5


def part_of_day(match: Match) -> Found:
    """Thursday evening, this morning, the late evening, tonight."""
    part = match.name("part") or "NI"
    day, value, source = day_of(match)
    if part == "MO" and day is not None and day == match.context.today and _until_the_next(match):
        day = shifted(day, 1)
        value, source = value_of("day", day), f"the day after {match.context.publication}"
    why = f"the {PART_NAMES.get(part, 'part')} of {source}"
    made = Timex("TIME", f"{value}T{part}", why, day=day, mod=match.name("early") or None)
    return replace(made, anchor=match.context.anchor if day else None)


def part_beyond(match: Match) -> Found:
    """the night before last, the morning after next: a day beyond the nearest."""
    today = match.context.today
    if today is None:
        return Timex("TIME", f"XXXX-XX-XXT{match.name('part')}", "no publication date is known, so the day stays open")
    day = shifted(today, match.number("beyond"))
    why = f"{match.quoted} counts from {match.context.publication}"
    value = f"{value_of('day', day)}T{match.name('part')}"
    return Timex("TIME", value, why, day=day, anchor=match.context.anchor)


def through_the_part(match: Match) -> Found:
    """in the morning; the night, where it is over on the day of publication, is the one before it."""
    found = part_of_day(match)
    ends = match.name("part") == "NI" and isinstance(found, Timex) and found.day == match.context.today
    return overnight(match) if ends else found


def overnight(match: Match) -> Found:
    """overnight: of what is over on the day of publication, the night before it."""
    found = part_of_day(match)
    today = match.context.today
    named = {"weekday", "month", "day", "holiday", "dayname"} & match.parts.keys()
    if named or today is None or not isinstance(found, Timex) or found.day is None:
        return found
    if not 0 <= (today - found.day).days <= (7 if today.isoweekday() > 1 else 0):
        return found  # on a Monday papers tell of Friday
    if match.context.tense(match.start, match.end).weight > -0.5:
        return found
    day = shifted(today, -1)
    return replace(
        found, value=f"{value_of('day', day)}TNI", day=day, why=f"the night before {match.context.publication}"
    )


def part_of_other_weekday(match: Match) -> Found:
    """last Saturday night, this Friday morning."""
    found = last_weekday(match) if "past" in match or "future" in match else this_weekday(match)
    if not isinstance(found, Timex):
        return None
    value = f"{found.value}T{match.name('part')}"
    why = f"the {PART_NAMES.get(match.name('part'), 'part')} of that day: {found.why}"
    return replace(found, type="TIME", value=value, why=why, mod=match.name("early") or None)


def part_of_the_nth(match: Match) -> Found:
    """nightfall on the 16th, the evening of the 3rd: of the month last spoken of."""
    at = match.spans["dayth"]
    found = day_of_known_month(replace(match, start=at[0], end=at[1]))
    if not isinstance(found, Timex):
        return None
    why = f"the {PART_NAMES.get(match.name('part'), 'part')} of that day: {found.why}"
    value = f"{found.value}T{match.name('part')}"
    return replace(found, type="TIME", value=value, why=why, mod=match.name("early") or None, extent=None)


RULES: tuple[Rule, ...] = (
    Rule(
        "evening of the 16th",
        "[{early} [in|on]] ( the {part} of|on | {dawn:part} on ) the {dayth}",
        part_of_the_nth,
        (
            eg(
                "They met on December 8 and left on the night of the 10th.",
                "the night of the 10th",
                "2021-12-10TNI",
                "TIME",
            ),
            eg(
                "They met on December 8 and left by nightfall on the 10th.",
                "nightfall on the 10th",
                "2021-12-10TEV",
                "TIME",
            ),
        ),
        0.85,
        not_before="{other}|{name}|{unit}|{season}|{weekday}|-|of|to|{digits}|{month}",
    ),
    Rule(
        "weekday part",
        "[{early} [on]] {weekday} {part}",
        part_of_day,
        (
            eg("They met Tuesday evening in Rome.", "Tuesday evening", "2021-12-28TEV", "TIME"),
            eg("They met late Tuesday night in Rome.", "late Tuesday night", "2021-12-28TNI", "TIME", "END"),
        ),
        0.95,
        not_before="live",
        refuse=a_programme,
    ),
    Rule(
        "weekday part and date",
        "[{early} [on]] {weekday} {part} [,] ( {month} {day|dayth:day} | {day|dayth:day} {month} ) [[,] {year}]",
        part_of_day,
        (
            eg(
                "They met on Monday night, Oct. 29, 2012, in Rome.",
                "Monday night, Oct. 29, 2012",
                "2012-10-29TNI",
                "TIME",
            ),
        ),
        0.93,
    ),
    Rule(
        "last weekday part",
        "[{early} [on]] ( [the] {past} | this [coming|past] | the {future} | {nextward:future} ) {weekday} {part}",
        part_of_other_weekday,
        (
            eg("They met last Tuesday evening in Rome.", "last Tuesday evening", "2021-12-28TEV", "TIME"),
            eg("They will meet next Tuesday night.", "next Tuesday night", "2022-01-04TNI", "TIME"),
            eg("They will meet this Saturday morning.", "this Saturday morning", "2022-01-01TMO", "TIME"),
        ),
        0.95,
        refuse=a_programme,
    ),
    Rule(
        "part of weekday",
        f"[{{early}} [in|on]] [the] {{part}} of|on {DATE}",
        part_of_day,
        (
            eg(
                "It blew up on the morning of August 7, 1998 in Rome.",
                "the morning of August 7, 1998",
                "1998-08-07TMO",
                "TIME",
            ),
            eg(
                "She came late in the afternoon on Christmas Day.",
                "late in the afternoon on Christmas Day",
                "2021-12-25TAF",
                "TIME",
                "END",
            ),
        ),
        0.93,
        refuse=a_programme,
    ),
    Rule(
        "sunrise Thursday",
        f"[{{clockmod:early}}] {{dawn:part}} ( [on] {DATE} | {{thatday}} day | {{dayname}} )",
        part_of_day,
        (
            eg("It left on December 8 and lands at dawn the next day.", "dawn the next day", "2021-12-09TMO", "TIME"),
            eg("It began at sunrise Tuesday in Rome.", "sunrise Tuesday", "2021-12-28TMO", "TIME"),
            eg(
                "It began shortly after sunrise Tuesday.",
                "shortly after sunrise Tuesday",
                "2021-12-28TMO",
                "TIME",
                "AFTER",
            ),
        ),
        0.9,
    ),
    Rule(
        "early hours",
        f"[the] ( {{early}} [-] [morning] | wee | small ) hours of|on ( {DATE} [{{part}}] | {{dayname}} )",
        early_hours,
        (
            eg(
                "It was agreed in the early hours of Saturday.",
                "the early hours of Saturday",
                "2021-12-25TMO",
                "TIME",
                "START",
            ),
            eg("It fell in the wee hours of Tuesday.", "the wee hours of Tuesday", "2021-12-28TMO", "TIME", "START"),
        ),
        0.8,
    ),
    Rule(
        "in the early hours",
        "the early|wee|small hours",
        early_hours,
        (eg("He resigned in the early hours, aides said.", "the early hours", "2021-12-30TMO", "TIME", "START"),),
        0.7,
        after="in|during|until|into|by|before",
        not_before="of",
    ),
    Rule(
        "this morning",
        "[{early}] {deictic} {part}",
        part_of_day,
        (
            eg("He will meet Aziz later this afternoon.", "later this afternoon", "2021-12-30TAF", "TIME", "END"),
            eg("He met Aziz last night.", "last night", "2021-12-29TNI", "TIME"),
            eg("He met Aziz this morning.", "this morning", "2021-12-30TMO", "TIME"),
        ),
        0.95,
        refuse=a_programme,
    ),
    Rule(
        "tonight",
        "[{early}] {tonight:deictic}",
        part_of_day,
        (eg("He meets Aziz tonight in Rome.", "tonight", "2021-12-30TNI", "TIME"),),
        0.95,
        refuse=a_title,
    ),
    Rule(
        "yesterday morning",
        "[{early}] {dayname} {part}",
        part_of_day,
        (
            eg("He met Aziz yesterday morning.", "yesterday morning", "2021-12-29TMO", "TIME"),
            eg("He met Aziz late yesterday evening.", "late yesterday evening", "2021-12-29TEV", "TIME", "END"),
        ),
        0.95,
    ),
    Rule(
        "that morning",
        "[{early}] {thatday} {part}",
        part_of_day,
        (
            eg("They arrived on December 8 and left the next morning.", "the next morning", "2021-12-09TMO", "TIME"),
            eg("They arrived on December 8 and met that evening.", "that evening", "2021-12-08TEV", "TIME"),
        ),
        0.9,
        refuse=somebody,
    ),
    Rule(
        "the night before",
        "[{early}] the {part} {beforeafter:thatday}",
        part_of_day,
        (
            eg(
                "He died on December 8, and had dined with her the night before.",
                "the night before",
                "2021-12-07TNI",
                "TIME",
            ),
        ),
        0.85,
        before=".|,|;|:|)|and|but|in|at|on|from|with|{end}",
    ),
    Rule(
        "the night before last",
        "the {part} {beyond}",
        part_beyond,
        (eg("He slept well the night before last.", "the night before last", "2021-12-28TNI", "TIME"),),
        0.9,
    ),
    Rule(
        "at dawn",
        "[{clockmod:early}] [the crack|break of] {dawn:part}",
        part_of_day,
        (
            eg("The attack began at dawn in Rome.", "dawn", "2021-12-30TMO", "TIME"),
            eg("They set out at the crack of dawn in Rome.", "the crack of dawn", "2021-12-30TMO", "TIME"),
            eg("It came, he said, shortly after sunrise.", "shortly after sunrise", "2021-12-30TMO", "TIME", "AFTER"),
        ),
        0.7,
        after="at|by|before|until|till|since|after|around|from|said|,|and|began|shortly|just",
        not_before="of|{name}|-|{grain}",
        refuse=no_lead,
    ),
    Rule(
        "the evening",
        "( [the] {early} [-] {part} [hours] | {early} the {part} )",
        part_of_day,
        (
            eg(
                "The conversation was planned for the late evening, he said.",
                "the late evening",
                "2021-12-30TEV",
                "TIME",
                "END",
            ),
            eg("It was hit in the early morning.", "the early morning", "2021-12-30TMO", "TIME", "START"),
            eg("It was hit early in the morning.", "early in the morning", "2021-12-30TMO", "TIME", "START"),
        ),
        0.85,
        refuse=a_show_or_a_shop,
    ),
    Rule(
        "in the morning",
        "the {part}",
        through_the_part,
        (
            eg("It rained in the morning.", "the morning", "2021-12-30TMO", "TIME"),
            eg("They searched through the night.", "the night", "2021-12-29TNI", "TIME"),
        ),
        0.75,
        after="in|into|during|until|by|for|through",
        not_before="{name}|-",
    ),
    Rule(
        "afternoon trading",
        "[{early} [-]] {part}",
        part_of_day,
        (eg("The euro recovered in afternoon trading.", "afternoon", "2021-12-30TAF", "TIME"),),
        0.7,
        after="in|during",
        before="trading|trade|dealings",
    ),
    Rule(
        "afternoon yesterday",
        "( [{early} [-]] {part} {dayname} | {early} [-] {part} {weekday} )",
        part_of_day,
        (
            eg("By mid-morning Tuesday it was over.", "mid-morning Tuesday", "2021-12-28TMO", "TIME", "MID"),
            eg(
                "In London at mid-afternoon yesterday they rose.",
                "mid-afternoon yesterday",
                "2021-12-29TAF",
                "TIME",
                "MID",
            ),
        ),
        0.9,
    ),
    Rule(
        "overnight",
        f"overnight [[on|of] ( {DATE} | {{dayname}} )]",
        overnight,
        (
            eg("It was struck overnight by missiles.", "overnight", "2021-12-29TNI", "TIME"),
            eg("It will be struck overnight by missiles.", "overnight", "2021-12-30TNI", "TIME"),
            eg("It was struck overnight on Tuesday.", "overnight on Tuesday", "2021-12-28TNI", "TIME"),
        ),
        0.5,
        refuse=a_rate_of_money,
    ),
)
