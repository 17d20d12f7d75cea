"""Titles and roles that are given with a person's name."""

from __future__ import annotations

from reader.extract.actors.gazetteer import Gazetteer
from reader.extract.tokens import Tokens

_MODIFIERS = ("country", "region", "capital", "demonym", "body", "seat", "group")
_STOPS = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "and",
        "or",
        "of",
        "by",
        "with",
        "for",
        "to",
        "from",
        "in",
        "on",
        "said",
        "says",
    )
)

_LEFT_OPEN = frozenset(
    ("the", "a", "an", "of", "for", "at", "to", "in", "on", "by", "with", "from", "and", "or", "his", "her", "its", "&")
)
"""No role ends with one of these: what they lead to is cut off or somebody else's name."""
_LEGAL_FORMS = frozenset(("Co", "Co.", "Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "LLC", "PLC", "Plc", "plc", "AG"))


def _whole(picked: list[str]) -> str | None:
    """The words of a role as one line, without an end that was cut off; None when nothing is left."""
    while picked and (picked[-1].lower() in _LEFT_OPEN or picked[-1] in (",", "-")):
        picked = picked[:-1]
    return " ".join(picked).replace(" - ", "-").replace(" ,", ",").replace(" ’s", "’s").replace(" 's", "'s") or None


def is_title(word: str, gazetteer: Gazetteer) -> bool:
    """Whether ``word`` alone is a title or role that can stand before a name."""
    bare = word.lower().rstrip(".")
    return bare in gazetteer.titles or bare in gazetteer.honorifics


def role_before(tokens: Tokens, first: int, floor: int, gazetteer: Gazetteer, head: int | None = None) -> str | None:
    """The title before the name at token ``first``, from token ``floor`` on: ``US President``, ``Secretary of State``.

    A courtesy title (``Mr``) is none.

    :param head: the token that is the title's head, where that is known.
    """
    words = tokens.words
    floor = max([floor, *(at for at in range(floor + 1, first + 1) if _is_break(tokens, at))])
    start = head if head is not None else _title_start(words, first, floor, gazetteer)
    if start is None:
        return None
    while start > floor:
        word = words[start - 1]
        lower = word.lower()
        if word == "-" and start - 1 > floor and tokens.ends[start - 1] == tokens.starts[start]:
            start -= 1
            continue
        if lower in _STOPS or word in _LEGAL_FORMS or not word[0].isalpha():
            break
        entry = gazetteer.names.get((word,)) or gazetteer.names.get((word, words[start]))
        if lower in gazetteer.title_parts or is_title(word, gazetteer) or (entry and entry.source in _MODIFIERS):
            start -= 1
            continue
        if word[0].isupper() and start - 2 >= floor and words[start - 2] not in (".", "“", '"', "!", "?", ":"):
            start -= 1
            continue
        break
    picked = words[start:first]
    while picked and picked[0] in ("-", "&"):
        picked = picked[1:]
    while picked and picked[-1].lower().rstrip(".") in gazetteer.honorifics - gazetteer.titles:
        picked = picked[:-1]
    return _whole(picked)


def one_of(title: str, gazetteer: Gazetteer) -> str | None:
    """The singular of a plural title, in its own capitals (``Presidents``: ``President``); None when it is none."""
    for ending, instead in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
        if title.endswith(ending) and len(title) > len(ending) + 2:
            single = title[: -len(ending)] + instead
            if single.lower() in gazetteer.titles:
                return single
    return None


def shared_role(tokens: Tokens, first: int, gazetteer: Gazetteer) -> str | None:
    """The role of the name at token ``first`` that a plural title gives to several: ``Presidents Biden and Putin``."""
    words = tokens.words
    for at in range(first - 1, max(first - 10, -1), -1):
        word = words[at]
        single = one_of(word, gazetteer) if word[0].isalpha() else None
        if single is not None:
            if at + 1 == len(words) or not words[at + 1][0].isupper():
                return None
            before = role_before(tokens, at + 1, max(0, at - 6), gazetteer, head=at)
            return " ".join([*before.split()[:-1], single]) if before else single
        if not (word[0].isupper() or word in ("and", ",", "&")) or _is_break(tokens, at + 1):
            return None
    return None


def _is_break(tokens: Tokens, at: int) -> bool:
    """Whether more than a space or line end stands before token ``at``: a blank line, a column."""
    return at < len(tokens) and tokens.starts[at] - tokens.ends[at - 1] > 1


def _title_start(words: list[str], first: int, floor: int, gazetteer: Gazetteer) -> int | None:
    """Token of the title's head: the one before the name, or one with ``of`` or ``for`` and what it is over."""
    if first <= floor:
        return None
    if is_title(words[first - 1], gazetteer):
        return first - 1
    if words[first - 1].lower() in _LEFT_OPEN:
        return None  # "the director of the Webb programme": the name belongs to the role, not the role to the name
    at = first - 1
    while at > floor and first - at < 6:
        if words[at] in ("of", "for"):
            return at - 1 if is_title(words[at - 1], gazetteer) and at < first - 1 else None
        if not (words[at][0].isupper() or words[at] in ("the", "and", "&", ",")):
            return None
        at -= 1
    return None


def role_before_comma(tokens: Tokens, first: int, gazetteer: Gazetteer) -> str | None:
    """The role that the name explains: ``the US ambassador to the OSCE, Michael Carpenter``; at most eight words."""
    words = tokens.words
    if first < 3 or words[first - 1] != ",":
        return None
    for at in range(first - 2, max(first - 11, -1), -1):
        word = words[at]
        if not (word[0].isalpha() or word in ("'s", "’s", "-")) or _is_break(tokens, at + 1):
            return None
        if word.lower() in ("the", "his", "her", "their", "its", "'s", "’s"):
            phrase = words[at + 1 : first - 1]
            head = next((place for place, part in enumerate(phrase) if part in ("of", "for", "at", "to")), len(phrase))
            if 0 < head < 6 and phrase[head - 1].lower() in gazetteer.titles:
                return _whole(phrase)
    return None


def role_after(tokens: Tokens, last: int, gazetteer: Gazetteer) -> str | None:
    """The role in apposition after a name: ``Joe Biden, the US president,``; at most eight words up to a comma."""
    words = tokens.words
    if last + 2 >= len(words) or words[last] != ",":
        return None
    start = last + 1
    end = start
    while end < len(words) and end - start < 9 and words[end] not in (",", ".", ";", "—", "–", "(", ")", ":", "”", '"'):
        end += 1
    if end >= len(words) or end - start > 8 or words[end] not in (",", "."):
        return None
    phrase = words[start:end]
    if phrase and phrase[0].lower() in ("the", "a", "an", "his", "her", "their", "its"):
        phrase = phrase[1:]
        start += 1
    head = next(
        (at for at, word in enumerate(phrase) if word.lower() in ("of", "for", "at", "in", "who", "and")), len(phrase)
    )
    if not phrase or not 0 < head <= 4 or phrase[head - 1].lower() not in gazetteer.titles:
        return None
    if any(word.lower() in ("said", "who", "was", "is", "has", "had") for word in phrase):
        return None
    return _whole(phrase)
