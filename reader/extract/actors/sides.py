"""Clubs called by the name of their town, in reports of matches: ``Leeds drew 1-1``, ``goes to Newcastle on Saturday``.

Countries stay places: a national team is the country that acts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.view import View

_SPORT = frozenset(
    [
        *("goal", "goals", "striker", "midfielder", "defender", "goalkeeper", "winger", "coach", "league", "match"),
        *("penalty", "referee", "scored", "kick-off", "half-time", "equaliser", "equalizer", "header", "relegation"),
        *(
            "derby",
            "fixture",
            "fixtures",
            "innings",
            "wicket",
            "wickets",
            "playoff",
            "playoffs",
            "quarterback",
            "points",
        ),
        *("touchdown", "rebounds", "inning", "home-run", "overtime", "batsman", "bowler", "try", "scrum", "season"),
        *(
            "squad",
            "teammate",
            "teammates",
            "stoppage",
            "free-kick",
            "semifinal",
            "semi-final",
            "win",
            "wins",
            "defeat",
        ),
    ]
)
_ENOUGH = 5
"""Different words of sport that make a report of a match."""
_AFTER = frozenset(
    [
        *("beat", "drew", "lost", "won", "win", "lose", "draw", "host", "hosted", "face", "faced", "lead", "led"),
        *("stay", "stayed", "stun", "stunned", "thrash", "thrashed", "travel", "play", "played", "scored", "score"),
        *("defeated", "striker", "midfielder", "defender", "goalkeeper", "winger", "captain", "manager", "coach"),
        *("fans", "supporters", "equalised", "equalized", "signed", "defender", "forward", "clinched", "crashed"),
        *("climbed", "slipped", "sit", "top", "trail", "trailed", "missed", "edged", "were", "are", "have", "came"),
        *("fell", "moved", "meet", "met", "finished"),
    ]
)
"""What teams do, and whom they have."""
_BEFORE = frozenset(
    [
        *("against", "beat", "beating", "beats", "v", "vs", "host", "hosted", "hosting", "face", "faced", "facing"),
        *("defeated", "thrashed", "stun", "stunned", "over", "joined", "defeating", "edged", "overcame", "overcome"),
    ]
)
"""What is done to teams."""
_GOES = frozenset(("go", "goes", "travel", "travels", "trip", "visit", "lost", "lose", "home", "relegated"))
"""Before ``to``: whom a team plays next."""
_CLUBS = frozenset(("City", "United", "Town", "County", "Rovers", "Athletic", "Albion", "Wanderers", "Rangers"))
"""Last words of clubs, of which some end the names of towns too."""
_SCORE = re.compile(r"\d+[-–]\d+\Z")
_UNKNOWN = 0.6
"""Taken for a person less surely than this, a word that plays may be a club."""
_LIKELY = 0.7
_WHERE = frozenset(("in", "near", "outside", "around", "across", "born", ","))
"""Before a name, these make it the town."""


def clubs(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """``names`` with towns that play made organisations, where the article reports a match."""
    words, lower = view.words, view.lower
    if len(_SPORT.intersection(lower)) < _ENOUGH:
        return names
    named = [*names, *_passed_over(names, view, lists)]
    towns = {name: " ".join(words[name.first : name.last]) for name in named if _may_play(name, words, lists)}
    play = {town for name, town in towns.items() if words[name.last - 1] in _CLUBS or _plays(name, view)}
    found = []
    for name in named:
        where = name.first > 0 and lower[name.first - 1] in _WHERE
        if towns.get(name) in play and not where:
            name = replace(name, type="organisation", rule="team", confidence=_LIKELY)
        if name.rule != _UNNAMED:
            found.append(name)
    return sorted(found)


_UNNAMED = "passed over"


def _passed_over(names: list[Name], view: View, lists: Gazetteer) -> list[Name]:
    """Towns that the model took for no names: they are kept only where they play."""
    taken = {at for name in names for at in range(name.first, name.last)}
    words = view.words
    found = []
    for begin, end in view.islands:
        for at in range(begin, end):
            town = words[at] in lists.metropolises or (words[at] in lists.cities and words[at] not in lists.surnames)
            beside = words[at - 1 : at] + words[at + 1 : at + 2]
            if town and at not in taken and not any(word[0].isupper() for word in beside[-1:]):
                found.append(Name(at, at + 1, "place", 0.0, _UNNAMED))
    return found


def _may_play(name: Name, words: list[str], lists: Gazetteer) -> bool:
    if name.type in ("organisation", "group") or name.last - name.first > 2:
        return False
    known = lists.names.get(tuple(words[name.first : name.last]))
    if known is not None and known.source in ("country", "capital", "region", "person"):
        return False
    if name.type == "person":
        word = words[name.first]
        town = word in lists.cities or word in lists.metropolises
        return name.last - name.first == 1 and (town or name.confidence < _UNKNOWN)
    return True


def _plays(name: Name, view: View) -> bool:
    lower = view.lower
    before = lower[name.first - 1] if name.first else ""
    after = lower[name.last] if name.last < len(lower) else ""
    split = after[:1].isdigit() and lower[name.last + 1 : name.last + 2] in (["-"], ["–"])
    score = split or _SCORE.match(after) is not None
    visited = before == "to" and name.first > 1 and lower[name.first - 2] in _GOES
    return before not in _WHERE and (score or visited or after in _AFTER or before in _BEFORE)
