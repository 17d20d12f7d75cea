"""Now, recently, the future: TimeML's PRESENT_REF, PAST_REF and FUTURE_REF."""

from __future__ import annotations

from reader.extract.dates.refuse import a_current, soon_in_a_story
from reader.extract.dates.refuse_words import no_end_of_a_span, the_chosen_moment
from reader.extract.dates.rule import Found, Match, Rule, Timex, eg


def reference(match: Match) -> Found:
    """now, recently, the future; None for ``icons for present goals``."""
    if match.previous == "for" and match.words("vaguedate") == "present":
        return None
    value = match.name("vaguedate")
    side = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}[value]
    return Timex("DATE", value, f"{match.quoted} means {side} without a date", anchor=match.context.anchor)


RULES: tuple[Rule, ...] = (
    Rule(
        "now",
        "{vaguedate}",
        reference,
        (
            eg("The barricade now in force will be extended.", "now", "PRESENT_REF"),
            eg("Magna recently cut its dividend.", "recently", "PAST_REF"),
            eg("It may go public in the near future.", "the near future", "FUTURE_REF"),
            eg("It may do so in the not-too-distant future.", "the not-too-distant future", "FUTURE_REF"),
        ),
        0.65,
        not_after="as",
        refuse=a_current,
    ),
    Rule(
        "soon",
        "{soon:vaguedate}",
        reference,
        (
            eg("The two will soon meet in Rome.", "soon", "FUTURE_REF"),
            eg("It soon will begin selling boxes.", "soon", "FUTURE_REF"),
        ),
        0.6,
        not_before="after|as|afterwards|before|enough",
        refuse=soon_in_a_story,
    ),
    Rule(
        "in the near term",
        "{term:vaguedate}",
        reference,
        (
            eg("It may lose money in the near term.", "the near term", "FUTURE_REF"),
            eg("A hearing will be held at a later date.", "a later date", "FUTURE_REF"),
        ),
        0.6,
        after="at|for|in|of|on|over|to|until",
        not_before="-|of|than|{name}",
    ),
    Rule(
        "in those days",
        "{thosedays:vaguedate}",
        reference,
        (
            eg("In those days nobody locked the door.", "those days", "PAST_REF"),
            eg("Those days must never come back.", "Those days", "PAST_REF"),
        ),
        0.6,
        not_after="on|of|during|for|since|all|both|and|or|to|from|by",
        not_before="when|of|before|after|that",
    ),
    Rule(
        "the moment",
        "{thismoment:vaguedate}",
        reference,
        (
            eg("There are no shipments at the moment.", "the moment", "PRESENT_REF"),
            eg("There are no shipments at present.", "present", "PRESENT_REF"),
        ),
        0.5,
        after="at|for",
        not_before="{name}|-|day|of",
        refuse=the_chosen_moment,
    ),
    Rule(
        "to the present",
        "{thepresent:vaguedate}",
        reference,
        (
            eg("The show follows hats from 1850 to the present.", "the present", "PRESENT_REF"),
            eg("No one has lived there up to the present.", "the present", "PRESENT_REF"),
        ),
        0.6,
        after="to|until|till",
        not_before="{name}|-|day",
        refuse=no_end_of_a_span,
    ),
    Rule(
        "the present government",
        "{present:vaguedate}",
        reference,
        (eg("The present government fell.", "present", "PRESENT_REF"),),
        0.55,
        after="the|its|his|her|their|our|'s|under|in|at",
        before="government|administration|system|climate|crisis|owner|owners|situation|law|laws|level|levels|form|state"
        "|rate|rates|policy|policies|regime|rules|leader|leaders|leadership|circumstances|conditions|arrangement"
        "|arrangements|dispute|building|size|parliament|constitution|management|incumbent|holder|pope|king|queen"
        "|trend|trends|pace|conflict|emergency|contract|mood|coalition|team|squad|champion|champions|shortage|structure"
        "|setup|site|cabinet|council|board|chairman|chairwoman|chief|head|director|manager|coach|mayor|president"
        "|prime|minister|occupants|tenants|tenant|lease|agreement|treaty|deadlock|impasse|stalemate|dynasty",
    ),
)
