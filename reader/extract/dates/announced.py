"""Plans right before a date: what is due, planned, invited to or sold for a day lies ahead."""

from __future__ import annotations

from dataclasses import dataclass

from reader.extract.dates.english_verbs import (
    AHEAD_OF,
    ARRANGED,
    BOOKED,
    CALLED,
    GATHERINGS,
    IMPOSED,
    INVITED,
    PLURAL_FUTURE,
    POSTPONED,
    PRESENT_FUTURE,
    PROLONGED,
    PROMISED,
    REQUESTS,
    RESULTS_OUT,
    SET_DATES,
    SIGHTED,
    WANTED,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far the words around a date speak for the past (below 0) or the future (above 0), as log odds."""

    weight: float = 0.0
    word: str = ""
    """The word that said most."""


def announced(words: list[str]) -> Evidence | None:
    """``The funeral is on Friday``, ``due in May``: a bare present or a plan right before a date announces."""
    verb = words[-2:-1] if words and words[-1].lower() in ("on", "in", "at", "for", "by") else words[-1:]
    if verb and verb[0].lower() in SET_DATES:
        return Evidence(3.5, verb[0])
    if [word.lower() for word in words[-2:]] == ["not", "before"]:
        return Evidence(2.0, "not before")
    seen = next((place for place in range(len(words) - 1, 0, -1) if words[place] in SIGHTED), 0)
    if seen and words[seen - 1] == "last" and len(words) - seen <= 6:
        return Evidence(-3.0, words[seen])  # "a man last seen near the bank on Monday"
    if len(words) > 2 and words[-2:] == ["out", "on"] and words[-3] in ("is", "are"):
        return Evidence(2.0, "out")  # "Both albums are out on Monday"
    if len(words) > 2 and words[-2] in ("again", "anew") and words[-1] == "on" and words[-3] in PLURAL_FUTURE:
        return Evidence(2.0, words[-3])  # "Voters, who have sent a Democrat, choose again on June 20"
    if words[-3:-1] in (["brought", "forward"], ["put", "back"]) and words[-1] == "from":
        return Evidence(1.0, words[-2])  # "a meeting brought forward from Tuesday"
    ahead = next((place for place in range(len(words) - 1, 0, -1) if words[place - 1 : place + 1] == AHEAD_OF), 0)
    ahead = ahead or (1 if words[:2] == ["Ahead", "of"] else 0)
    if ahead and (len(words) == ahead + 1 or (len(words) - ahead <= 6 and words[-1] in ("on", "in"))):
        return Evidence(1.2, "ahead of")  # "played down hopes ahead of Friday's summit", "ahead of a vote on Friday"
    if len(words) > 3 and words[-1] == "on" and words[-2] in GATHERINGS:
        called = next((place for place in range(len(words) - 3, 0, -1) if words[place] == "for"), 0)
        if called and len(words) - called <= 6 and words[called - 1].lower() in CALLED:
            return Evidence(2.0, words[called - 1])  # "called for a national strike on Friday"
    if words and words[-1] == "by" and not PROMISED.isdisjoint(words[-9:-1]):
        return Evidence(2.0, "by")  # "has promised new powers by January"
    if words and words[-1] == "through" and not PROLONGED.isdisjoint(words[-14:-1]) and "had" not in words[-14:-1]:
        return Evidence(1.6, "through")  # "has extended $90 million in loans through January"
    if words and words[-1] == "by" and not WANTED.isdisjoint(words[-7:-1]):
        return Evidence(2.0, "by")  # "leaders want a deal by Friday"
    if len(words) > 3 and words[-1] == "on" and words[-2] in GATHERINGS | {"it", "them"}:
        invited = next((word for word in reversed(words[-9:-2]) if word in INVITED), "")
        if invited and "had" not in words[-12:]:
            return Evidence(2.0, invited)  # "has invited both presidents to talks on Wednesday"
    sold = next((place for place, word in enumerate(words[-9:-1]) if word.lower() in BOOKED), -1)
    if sold >= 0 and words[-1] in ("on", "for") and "for" in words[-9:][sold + 1 :]:
        return Evidence(2.0, words[-9:][sold])  # "Seats for The Nutcracker on New Year's Eve sold out"
    if words[-1:] == ["for"] and not ARRANGED.isdisjoint(words[-2:-1]) and "had" not in words[-5:-2]:
        return Evidence(1.8, words[-2])  # "clinics were announced for the weekend"
    if words and words[-1] == "from" and not IMPOSED.isdisjoint(words[-9:-1]):
        return Evidence(1.6, "from")  # "declared three days of mourning from Monday"
    if words[-3:-1] == ["as", "soon"] and words[-1] == "as":
        return Evidence(2.5, "soon")  # "may come back as soon as Friday"
    if len(words) > 1 and words[-1].lower() in ("to", "until", "till"):
        # "moved to April 12 and later to October 31"
        moved = next((word for word in reversed(words[-10:-1]) if word.lower() in POSTPONED), "")
        if moved and (words[-2] == moved or words[-2].lower() in ("and", "then", "later")):
            return Evidence(2.0, moved)
    if len(words) > 3 and words[-1].lower() in ("by", "until"):
        asked = next((place for place in range(len(words) - 2, 0, -1) if words[place].lower() in REQUESTS), 0)
        if asked and words[asked - 1].lower() in ("has", "have") and words[asked + 1].lower() == "for":
            return Evidence(2.0, words[asked])
    if verb and verb[0] in RESULTS_OUT and {"and", "which", "who", "it"} & set(words[-4:]):
        return Evidence(2.0, verb[0])  # "which reports on March 31"
    if verb and len(words) > 2 and words[-3].isdigit():
        return None  # "lost by 12 runs on Sunday"
    if verb and verb[0].lower() in PRESENT_FUTURE and not {"did", "didn"} & {word.lower() for word in words[-5:]}:
        return Evidence(2.5, verb[0])  # "the council meets on Tuesday"
    return Evidence(2.0, verb[0]) if verb and verb[0].lower() in ("is", "are") else None
