"""Classes that a word may have by itself, from lists and endings; ``tags`` chooses among them by the words around."""

from __future__ import annotations

from reader.extract.syntax.verbs import CLASSES, NOUN_VERBS
from reader.extract.syntax.words import (
    ADJECTIVES,
    ADJECTIVES_LY,
    ADVERBS,
    BE,
    CONJUNCTIONS,
    CONTRACTED,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOUNS_LY,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_NOUNS,
    words,
)

_MARKS = {",": ",", ".": ".", "?": ".", "!": ".", "…": ".", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")"}
_MARKS |= dict.fromkeys("—–―-−", "-") | dict.fromkeys("“”\"„«»‘’'`‟", '"') | dict.fromkeys("$€£¥%₹", "Q")
_MARKS |= {"&": "C", "/": "C"}

_ADJECTIVE_ENDINGS = (
    "ous",
    "ful",
    "ive",
    "able",
    "ible",
    "less",
    "ish",
    "ical",
    "ial",
    "ual",
    "onal",
    "ary",
    "ian",
    "ic",
)
_NOUN_ENDINGS = (
    "tive",
    "native",
    "dary",
    "tary",
    "rary",
    "nary",
    "itic",
    "tric",
    "blic",
    "ffic",
    "onic",
    "nial",
    "itary",
)
_NOUNS_AFTER_ALL = words(
    "executive representative native relative initiative objective alternative incentive perspective narrative "
    "detective motive secretary military library salary anniversary boundary commentary documentary summary "
    "glossary missionary critic public traffic topic clinic republic pandemic epidemic panic fabric logic music "
    "politic politician official trial memorial editorial material tutorial burial denial rival arrival survival "
    "signal capital hospital festival individual professional radical cable table vegetable civilian guardian "
    "librarian historian technician musician physician comedian veteran tactic mechanic academic basic statistic "
    "comic arctic attic"
)
_ALSO_NOUNS = words(
    "future past present public capital general official individual military criminal professional national local "
    "human native right left conservative liberal republican total average minor major male female opposite "
    "potential principal private executive black white junior senior second third classic standard secret royal "
    "radical representative rival federal external interior relative subject musical regular central commercial "
    "chemical constitutional gold evil good half initial ideal light mobile moderate neutral novel original "
    "particular plural primary quiet solid specific square"
)
_CONTRACTED_ENDINGS = ("'re", "'ve", "'ll", "’re", "’ve", "’ll")
_SIZE = 60_000
_memory: dict[str, str] = {}


def candidates(word: str) -> str:
    """Classes that ``word`` may have by itself, the likeliest first."""
    found = _memory.get(word)
    if found is None:
        if len(_memory) >= _SIZE:
            _memory.clear()
        found = _memory[word] = _classes(word)
    return found


def _classes(word: str) -> str:
    first = word[0]
    if word == "-":
        return "J"  # between words it joins: "ex-Soviet"; a dash is written longer
    if not first.isalnum() and (first not in "'’" or len(word) == 1):
        return _MARKS.get(word, "x")
    low = word.lower()
    if first.isdigit():
        return "J" if "-" in word and not word.replace("-", "").isdigit() else "Q"
    letters = _lower(low)
    if first.isupper():
        if low == "i":
            return "R"
        return "M" + letters.replace("M", "") if letters[0] not in "t" else "t"
    return letters


def _lower(low: str) -> str:
    if low in ("'s", "’s"):
        return "XZ"
    if low == "her":
        return "SR"
    if low == "to":
        return "TI"
    if low == "that":
        return "UDWR"
    if low in NEGATIONS:
        return "o"
    if low in CONTRACTED or low.replace("’", "'") in CONTRACTED:
        return "H" if low[:2] not in ("is", "ar", "wa", "we", "ai") else "Z"
    if low.endswith(_CONTRACTED_ENDINGS) and low[:-3].rstrip("'’") in PRONOUNS:
        return "R"
    for letter, members in _CLOSED:
        if low in members:
            return letter
    letters = CLASSES.get(low, "")
    if low in TIME_NOUNS:
        return "t"
    if letters:
        noun = low in NOUN_VERBS or (low.endswith("s") and low[:-1] in NOUN_VERBS) or low[:-2] in NOUN_VERBS
        noun = noun or (low.endswith("ies") and low[:-3] + "y" in NOUN_VERBS)
        if "B" in letters or "V" in letters:
            if noun and not low.endswith("ed"):
                letters = "N" + letters
        elif "G" in letters:
            letters += "N"
        if low in ADJECTIVES:
            letters = "J" + letters
        return letters
    if low in ADVERBS:
        return "AJ" if low in ADJECTIVES else "A"
    if low in ADJECTIVES:
        return "JN" if low in _ALSO_NOUNS else "J"
    return _by_ending(low)


def _by_ending(low: str) -> str:
    if low in NOUN_VERBS or low in NOUNS_LY or low in _NOUNS_AFTER_ALL:
        return "N"
    if low in ADJECTIVES_LY:
        return "J"
    if low.endswith("ly"):
        return "A"
    if low.endswith(("n't", "n’t")):
        return "H"
    if "-" in low:
        return "JN"
    if len(low) > 3 and low.endswith("ed"):
        return "VE"
    if len(low) > 4:
        if low.endswith("ing"):
            return "GN"
        if low.endswith(_ADJECTIVE_ENDINGS) and not low.endswith(_NOUN_ENDINGS):
            return "JN"
    return "N"


_CLOSED: tuple[tuple[str, frozenset[str]], ...] = (
    ("Z", BE),
    ("Y", HAVE),
    ("K", DO),
    ("H", MODALS),
    ("D", DETERMINERS),
    ("S", POSSESSIVES),
    ("R", PRONOUNS),
    ("C", CONJUNCTIONS),
    ("W", RELATIVES),
    ("I", PREPOSITIONS),
    ("U", SUBORDINATORS),
    ("Q", NUMBERS),
    ("L", words("up down out off away")),
)
