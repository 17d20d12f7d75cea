"""Past or future, by the words that govern a date: ``said Thursday``, ``will meet Thursday``, ``due by Thursday``."""

from __future__ import annotations

import re
from functools import cache

from reader.extract.dates.announced import Evidence, announced
from reader.extract.dates.english_usage import (
    DETERMINERS,
)
from reader.extract.dates.english_verbs import (
    ABBREVIATIONS,
    AHEAD,
    AUXILIARIES,
    BACKWARD_INFINITIVES,
    BOOKED,
    CONDITIONAL,
    COUNTING_WORDS,
    DATING,
    DUE,
    FIXTURES,
    FORWARD_INFINITIVES,
    FUTURE_WORDS,
    GOING_TO,
    HELD,
    IMPERATIVES,
    IRREGULAR_PAST,
    KEEPING,
    LASTED,
    LEADING,
    MARKETS,
    NO_INFINITIVES,
    NO_PAST,
    OBLIGING,
    OFFERS,
    OUTLOOKS,
    PLURAL_FUTURE,
    PLURAL_SUBJECTS,
    PRESENT,
    PRESENT_FUTURE,
    REPORTING,
    RESULTS_OUT,
    SAME_PAST,
    SEEING,
    SET_DATES,
    SITTINGS,
    SUBJECTS,
    UNDONE,
    VERB_PREFIXES,
)

NEAR = 120
"""Characters looked at on either side first: most verbs and ends of sentences are there."""
WINDOW = 240
"""Characters looked at on either side when these tell nothing."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|[.!?;]+(?=[\s\"'”’)])|\n\s*\n|\d+")


def tense_at(text: str, start: int, end: int) -> Evidence:
    """What the nearest verb before ``text[start:end]`` says, in its sentence; without one, the nearest after.

    A word that leads the date in (``since``, ``by``, ``ended``) adds its own weight.
    """
    if (beside := _between_commas(text, start, end)) is not None:
        return beside
    before, whole = _sentence_before(text, start, NEAR)
    found = _clause(text, end) or announced(before) or _backwards(before, 0 if whole else 3)
    if whole and len(before) > 1 and not found.word:
        if before[0] in IMPERATIVES:
            return Evidence(2.0, before[0])  # "Ask me about that in the autumn"
        if before[-2] in RESULTS_OUT and before[-1] == "on" and _closes(text, end):
            return Evidence(2.0, before[-2])  # "Its largest rival reports on Tuesday."
    if not whole and not found.word:
        before, _ = _sentence_before(text, start, WINDOW)
        found = _backwards(before)
    if before[-2:] == ["at", "least"]:
        del before[-2:]  # "until at least Friday"
    lead = LEADING.get(before[-1].lower(), 0.0) if before else 0.0
    if before and before[-1].lower() in DETERMINERS and before[-2:-1] in (["until"], ["till"]):
        lead = LEADING["until"]  # "was ordered held until an April 8 hearing"
        del before[-1]
    if before[-1:] == ["ending"] and not OUTLOOKS.isdisjoint(before):
        return Evidence(2.0, "ending")  # "kept the outlook it gave in May for the year ending March 31"
    if before[-3:] == ["as", "early", "as"]:
        lead = 0.8  # "has ordered the first of them for delivery as early as September"
    if lead > 0 and found.weight < -1 and before[-1].lower() in ("until", "till"):
        if _over_by_then(before) or found.word in LASTED:
            lead = 0.0  # "the break-ins went on until August"
        else:
            found = Evidence(-2.0, found.word)  # "lawmakers left town until Monday": what was done lasts until then
    if (
        found.weight > 0
        and len(before) > 1
        and before[-1] in ("in", "on")
        and found.word.lower() not in BOOKED
        and _told_behind(text, end, before[-2].lower())
    ):
        return Evidence(-1.8, "told")  # "scheduled for September, but organisers in May postponed it"
    follows = before[-1:] == ["follows"] or before[-2:] in (["comes", "after"], ["come", "after"])
    if follows and text[end : end + 2] in ("'s", "’s"):
        return Evidence(-2.0, before[-1])  # "The move follows Tuesday's declaration"
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in HELD:
        return Evidence(-2.0, before[-2])  # "The minutes of its meeting of Sept. 29 will be published"
    if not found.word and before and before[-1].lower() == "of" and text[end : end + 1] == ",":
        return Evidence(-1.5, "of")  # "its mandate, under Resolution 1973 of March 17, runs until September"
    if not found.word and not before and text[end : end + 4] == " is ":
        found = Evidence(1.5, "is")  # "We march on. Saturday is another day"
    if not found.word:
        found = _forwards(_sentence_after(text, end), opens=len(before) < 2)
        if found.word in CONDITIONAL and text[end : end + 2] in ("'s", "’s"):
            found = Evidence(
                found.weight / 2, found.word
            )  # "Monday's debate might move voters": its outcome, not the day
    if before and before[-1].lower() == "since" and text[end : end + 1] == ",":
        return Evidence(-3.0, "since")  # "in office since March, will fly to London"
    tail = text[end : end + 16].replace("’s ", " ").replace("'s ", " ").split()
    if tail and tail[0].rstrip(".,;") in DUE:
        return Evidence(found.weight + 2.5, tail[0].rstrip(".,;"))
    if abs(lead) > abs(found.weight):
        return Evidence(found.weight + lead, before[-1])
    return Evidence(found.weight + lead, found.word)


@cache
def _comma_before() -> re.Pattern[str]:
    return re.compile(r"\w,\s(?:on|in|at)\s\Z")


@cache
def _comma_after() -> re.Pattern[str]:
    return re.compile(r"(?:[-–]\d{1,2})?,\s(?:will|shall|would|is\sexpected|are\sexpected|could|may|might)\b")


def _between_commas(text: str, start: int, end: int) -> Evidence | None:
    """``Scientists said the eclipse, on July 27, will be the longest``: what follows tells, not who said so."""
    found = _comma_after().match(text, end, end + 24)
    if found is None or _comma_before().search(text, max(0, start - 6), start) is None:
        return None
    return Evidence(2.5, found.group().split()[-1])


def _told_behind(text: str, end: int, subject: str) -> bool:
    """Whether a verb of the past follows a date that stands between it and its subject."""
    if subject in AHEAD | SET_DATES | CONDITIONAL.keys() | AUXILIARIES.keys() or subject.endswith(("ed", "ing", "ly")):
        return False
    verb = _words().match(text, end + 1)
    if verb is None or text[end : end + 1] != " ":
        return False
    word = verb.group()
    return (word in IRREGULAR_PAST and word not in AUXILIARIES) or (
        word.endswith("ed") and len(word) > 4 and word.islower() and word not in NO_PAST and word not in AHEAD
    )


def _closes(text: str, end: int) -> bool:
    """Whether the sentence ends at a place."""
    return text[end : end + 1] in (".", "") and text[end + 1 : end + 2] in ("", " ", "\n", '"', "”")


_STOPS = frozenset(".!?;\n")


def _sentence_before(text: str, start: int, window: int) -> tuple[list[str], bool]:
    """Words of the sentence before a place, and whether its beginning is among them."""
    words = _words().findall(text, max(0, start - window), start)
    for position in range(len(words) - 1, -1, -1):
        if words[position][0] in _STOPS and _ends_sentence(words, position):
            return words[position + 1 :], True
    return words, start <= window


def _sentence_after(text: str, end: int) -> list[str]:
    for window in (NEAR, WINDOW):
        words = _words().findall(text, end, min(len(text), end + window))
        for position, word in enumerate(words):
            if word[0] in _STOPS and _ends_sentence(words, position):
                return words[:position]
        if end + window >= len(text):
            break
    return words


@cache
def _when() -> re.Pattern[str]:
    return re.compile(r",?\swhen\s")


@cache
def _that_lasted() -> re.Pattern[str]:
    return re.compile(r"\s(?:that|which)\s(?:lasted|ended|ran|began|drew|heard|voted|broke|left|attracted|dragged)\b")


def _clause(text: str, end: int) -> Evidence | None:
    """``Thursday, when 20 centimetres fell``: a clause that hangs on the date tells its time."""
    if _that_lasted().match(text, end, end + 20):
        return Evidence(-2.0, "that")  # "will rise after a meeting on Tuesday that lasted four hours"
    if not _when().match(text, end, end + 8):
        return None
    after = _words().findall(text, end, min(len(text), end + 80))
    stop = next((place for place in range(len(after)) if _ends_sentence(after, place)), len(after))
    found = _forwards(after[1:stop])
    return found if abs(found.weight) >= 1.5 else None


def _over_by_then(words: list[str]) -> bool:
    """``was not recognised until March``, ``had bet on it until late Wednesday``: that time has come."""
    verbs = [word.lower() for word in words[-16:-1]]
    if not {"gave", "given", "give", "gives"}.isdisjoint(verbs[-5:]):
        return False  # "which had not replied and was given until mid-November"
    return not _NEGATIONS.isdisjoint(verbs) or ("had" in verbs and {"given", "to"}.isdisjoint(verbs))


_NEGATIONS = frozenset({"not", "never", "nobody", "nothing", "t", "without"})


_CUT_OFF = frozenset({"s", "t", "d"})
"""What stands behind an apostrophe: he had Alzheimer's."""


def _ends_sentence(words: list[str], position: int) -> bool:
    mark = words[position]
    if mark[0] == "\n":
        return True
    if mark[0] not in ".!?;":
        return False
    previous = words[position - 1] if position else ""
    if mark[0] == "." and position + 1 < len(words) and words[position + 1][0].islower() and previous:
        return False  # "in Amherst, N.Y. chatting", "Corp. said"
    # An initial or an abbreviation such as Gen. or Corp. before the next capital is no end.
    initial = len(previous) == 1 and previous not in _CUT_OFF
    return mark[0] != "." or not (initial or previous in ABBREVIATIONS)


def _backwards(words: list[str], first: int = 0) -> Evidence:
    for position in range(len(words) - 1, first - 1, -1):
        weight = _weight(words, position) if _may_tell(words[position]) else 0.0
        if weight:
            # "told buyers of a cut in its supply in September": far from the verb, the date is that of its object
            far = words[position].lower() in REPORTING and len(words) - position > 6
            return Evidence(weight / 3 if far else weight, words[position])
    return Evidence()


def _forwards(words: list[str], opens: bool = False) -> Evidence:
    weak = Evidence()
    for position, word in enumerate(words[:24]):
        weight = _weight(words, position) if _may_tell(word) else 0.0
        if not weight:
            continue
        # "Thursday, officials said": the verb of saying tells nothing about Thursday.
        # But where the date opens the sentence, it is its day: "On Thursday, officials announced a plan to leave".
        if word.lower() in REPORTING and position and not opens:
            weak = weak if weak.word else Evidence(weight / 4, word)
            continue
        if word.lower() in AUXILIARIES and position + 1 < len(words):
            following = _weight(words, position + 1)
            if word.lower() == "had" and following < -1:
                return Evidence(-3.0, word)  # "By November, prices had doubled"
            if abs(following) > abs(weight):
                return Evidence(following, words[position + 1])
        return Evidence(weight, word)
    return weak


_TELLING = frozenset().union(
    *(FUTURE_WORDS, CONDITIONAL, AHEAD, AUXILIARIES, IRREGULAR_PAST, SAME_PAST),
    *(PRESENT_FUTURE, PLURAL_FUTURE, PRESENT, FIXTURES, SITTINGS),
    ("won", "d", "set", "to", "forecast", "names", "falls"),
)


def _may_tell(word: str) -> bool:
    """Whether the word may say anything of time; most do not, and are not looked at further."""
    lower = word.lower()
    if "-" in lower:
        return lower.endswith("ed") and lower.partition("-")[0] in VERB_PREFIXES  # "re-elected", but "UN-backed"
    return lower in _TELLING or lower.endswith(("ed", "ing"))


def _weight(words: list[str], position: int) -> float:
    """What one word says in its place; 0 for words that say nothing of time."""
    word = words[position]
    if not word[0].isalpha() or (position and word[0].isupper()) or word == "May":
        return 0.0
    lower = word.lower()
    previous = words[position - 1].lower() if position else ""
    following = words[position + 1].lower() if position + 1 < len(words) else ""
    if lower in FUTURE_WORDS:
        return 0.0 if previous in DETERMINERS else 3.5
    if lower == "won":
        return 3.5 if following == "t" else -1.8
    if lower == "d" and following == "be":
        return CONDITIONAL["would"]  # "he'd be home by Friday"
    if lower in CONDITIONAL:
        if following == "have" and lower in ("should", "could", "might"):
            return -1.0  # "it should have been full"
        if lower in ("may", "might") and following in PLURAL_FUTURE:
            return 2.2  # "members may decide on Tuesday"
        return CONDITIONAL[lower]
    if lower == "set" and following == "at" and previous in AUXILIARIES:
        return -1.5  # "Bail was set at $2000 on Monday"
    if lower == "set" and following == "of":
        return 0.0  # "a further set of patches"
    if lower == "set":
        return 2.0 if following in ("for", "to") or previous in AUXILIARIES else -0.8
    if previous == "than" and (lower in AHEAD or lower == "forecast"):
        return -1.5  # "less than forecast in July"
    if lower in AHEAD and lower.endswith("ed") and previous in SUBJECTS:
        return -1.8  # "I planned this trip in April"
    if lower in AHEAD and "as" in (previous, words[position - 2].lower() if position > 1 else ""):
        return 0.0  # "began as previously planned Saturday night"
    if lower in AHEAD:
        # "had been scheduled to expire on Friday": what was planned once is over
        gone = previous == "been" and position > 1 and words[position - 2].lower() == "had"
        return -1.5 if gone else 1.3 if previous in ("was", "were") else 2.0
    if lower.endswith("ing") and lower in GOING_TO and previous in ("is", "are", "am", "re"):
        return 1.8  # "lawmakers are voting on Friday"
    if lower == "comes" and following in ("into", "back"):
        return 2.0  # "the truce that comes into force on Friday"
    if lower == "to":
        return _infinitive(words, position, previous, following)
    if lower in ("have", "has") and (following in DETERMINERS or following == "no"):
        return 0.0  # "schools, which on Thursday have no classes"
    if lower in ("is", "are") and following.endswith("ed") and following not in AHEAD:
        return 1.0  # "before it is dissolved on Saturday"
    if lower == "am" and previous.isdigit():
        return 0.0  # "until 5am"
    if lower in AUXILIARIES:
        if lower in ("do", "have", "be") and _modal(words, position):
            return 0.0  # "will do so again on Saturday": the modal tells
        return AUXILIARIES[lower]
    if previous == "being" and (lower in IRREGULAR_PAST or lower in SAME_PAST or lower.endswith("ed")):
        # "is being held Saturday" announces, "was being held" tells
        return -2.0 if position > 1 and words[position - 2].lower() in ("was", "were") else 1.8
    if lower == "forecast":
        return 2.0 if following == "for" or previous in AUXILIARIES else 0.0
    if previous == "have" and position > 1 and words[position - 2].lower() == "to":
        return 0.0  # "hope to have paid by Friday": the infinitive tells
    if lower in IRREGULAR_PAST:
        return 0.0 if previous in ("be", "is", "are", "get", "gets", "getting") else -3.0
    if lower in SAME_PAST and (previous in ("to", "be") or _modal(words, position) or _kept(words, position)):
        return 0.0  # "is expected to hit the coast Wednesday": what stands before it tells
    if lower in SAME_PAST and previous not in DETERMINERS:
        return -1.8 if previous in ("had", "has", "have") else -0.8
    if lower.endswith("ed") and len(lower) > 4 and lower not in NO_PAST:
        if lower.startswith("un") and lower not in UNDONE:
            return 0.0  # unspecified, undisclosed: adjectives
        if previous in ("be", "is", "are"):
            return 0.0
        if lower == "called" and following == "for" and previous in ("have", "has"):
            return 1.8
        if previous in COUNTING_WORDS:
            return 0.0  # "a thousand painted dominoes"
        return -0.3 if previous in DETERMINERS else -1.8
    if lower == "names" and following in DETERMINERS:
        return 2.0  # "the coach names her squad on Friday"
    if lower == "falls" and following == "on" and previous not in MARKETS:
        return 2.0  # "Diwali falls on Saturday", but "Dow falls on Friday"
    if lower in PRESENT_FUTURE and not SEEING.isdisjoint(words[max(0, position - 4) : position]):
        return 0.0  # "watched a blip go west": what was seen
    if lower in PRESENT_FUTURE and previous.isdigit() and lower not in ("goes", "takes", "begins", "meets", "arrives"):
        return 0.0  # "lost by 12 runs"
    if lower in PRESENT_FUTURE:
        return 0.0 if previous == "to" else 2.0  # "her decision to meet him in June": the infinitive tells
    if lower in FIXTURES and position and words[position - 1][0].isupper():
        second = next((word for word in words[position + 1 : position + 3] if word not in ("the", "on")), "")
        if second[:1].isupper():
            return 2.0  # "Afghanistan play India on Thursday", "the Bulls host the Heat"
    if lower in SITTINGS and position == 1 and words[0][0].isupper() and words[0].lower() not in DETERMINERS:
        return 2.0  # "Parliament debates the bill on Wednesday"
    if lower in PLURAL_FUTURE and (previous in PLURAL_SUBJECTS or (previous.endswith("s") and len(previous) > 3)):
        return 2.0
    return PRESENT.get(lower, 0.0)


def _kept(words: list[str], position: int) -> bool:
    """``will keep its plants shut``: how something is kept, no verb."""
    return any(word.lower() in KEEPING for word in words[max(0, position - 4) : position])


def _modal(words: list[str], position: int) -> bool:
    """Whether the verb hangs on a modal: ``will do``, ``could not have``."""
    before = [word.lower() for word in words[max(0, position - 2) : position]]
    if before and before[-1] in ("not", "also", "then", "only", "never", "soon", "probably", "likely", "still"):
        before.pop()
    return bool(before) and (before[-1] in FUTURE_WORDS or before[-1] in CONDITIONAL)


def _past_told(words: list[str]) -> bool:
    """Whether a verb of the past is among the words: announced, sold; not had or was."""
    return any(
        word in IRREGULAR_PAST - AUXILIARIES.keys() or (word.endswith("ed") and len(word) > 4 and word not in NO_PAST)
        for word in words
    )


def _infinitive(words: list[str], position: int, previous: str, following: str) -> float:
    """``plans to meet`` looks ahead, ``was forced to leave`` does not, ``to the house`` is none."""
    if not following.isalpha() or following in DETERMINERS or not words[position + 1][0].islower():
        return 0.0
    if following in NO_INFINITIVES or (position > 1 and words[position - 2].lower() == "from"):
        return 0.0  # "was shot to death", "from hospital to hospital"
    if following.endswith("s") and not following.endswith(("ss", "us")):
        return 0.0  # "told this to journalists on Monday"
    if following.endswith(("ing", "ed")) or (following in ("be", "have") and previous in BACKWARD_INFINITIVES):
        return 0.0
    offered = (
        position > 1 and previous in OFFERS and words[position - 2].lower() in DETERMINERS and words[-1] not in DATING
    )
    if offered and _past_told(words[: position - 2]):
        return 0.0  # "extended their offers to acquire the maker Friday": the verb before tells
    if not {"urged", "told", "asked", "ordered", "wants", "want"}.isdisjoint(words[max(0, position - 3) : position]):
        # "urged members to turn out", but "had told people not to leave"
        return -1.2 if "had" in words[max(0, position - 4) : position] else 1.8
    if not OBLIGING.isdisjoint(words[max(0, position - 4) : position]):
        return 2.0  # "obliges the schools to open on Monday"
    if following == "be" and previous not in FORWARD_INFINITIVES and previous not in AUXILIARIES:
        # "the figures, to be published on Friday", but "were taken in to be marked"
        return 1.6 if {"was", "were", "had"}.isdisjoint(words[max(0, position - 4) : position]) else 0.0
    if previous in AHEAD and words[max(0, position - 3) : position - 1] == ["had", "been"]:
        return -1.5
    if previous.endswith("ed") and position > 1 and words[position - 2].lower() == "had":
        return -1.2  # "where they had hoped to see them on Sunday"
    if previous in AHEAD and position > 1 and words[position - 2] in ("was", "were"):
        return 1.3  # "was expected to be launched on April 23": perhaps it was
    if previous in ("was", "were") and following == "be":
        return 0.8  # "It was to be kept quiet until four o'clock": a plan of long ago, perhaps
    if previous in FORWARD_INFINITIVES or previous in AHEAD or previous in AUXILIARIES:
        return -1.2 if previous in ("had", "has") else 2.0
    if previous in BACKWARD_INFINITIVES:
        return -1.2
    return 0.6


__all__ = ["Evidence", "tense_at"]
