"""Inflections of English words, by their endings. Each form is looked up in the vocabulary before it is used.

The table is data with an example for every rule, and the example is the rule's own test.
"""

from __future__ import annotations

from collections.abc import Iterator

ENDINGS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    # ending of the word, endings that take its place, an example and one of its forms; the first that fits counts
    ("ies", ("y", "ied", "ying"), "countries", "country"),
    ("ied", ("y", "ies", "ying"), "denied", "deny"),
    ("ying", ("y", "ies", "ied", "ie"), "denying", "denies"),
    ("sses", ("ss", "ssed", "ssing"), "losses", "loss"),
    ("shes", ("sh", "shed", "shing"), "clashes", "clash"),
    ("ches", ("ch", "ched", "ching"), "speeches", "speech"),
    ("xes", ("x", "xed", "xing"), "taxes", "tax"),
    ("ves", ("f", "fe", "ve", "ved", "ving"), "leaves", "leaf"),
    ("ing", ("", "s", "ed", "e", "es"), "accusing", "accuses"),
    ("ed", ("", "s", "ing", "e", "es"), "sanctioned", "sanction"),
    ("es", ("", "e", "ed", "ing"), "accuses", "accused"),
    ("ss", ("sses", "ssed", "ssing"), "loss", "losses"),
    ("s", ("", "ed", "ing"), "sanctions", "sanction"),
    ("y", ("ies", "ied", "ying", "ys"), "country", "countries"),
    ("e", ("es", "ed", "ing"), "invade", "invading"),
    ("f", ("fs", "ves"), "leaf", "leaves"),
    ("", ("s", "es", "ed", "ing"), "sanction", "sanctions"),
)

_DOUBLED = frozenset("bdgklmnprtvz")


def inflections(word: str) -> Iterator[str]:
    """Forms that may belong to the same word as the folded ``word``, without it; many of them no words at all.

    Only for words of 4 to 32 plain Latin letters.
    """
    if not 4 <= len(word) <= 32 or not (word.isascii() and word.isalpha()):
        return
    seen = {word}
    for ending, others, _, _ in ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: len(word) - len(ending)]
        for other in others:
            form = stem + other
            if len(form) > 2 and form not in seen:
                seen.add(form)
                yield form
        if ending in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
            for form in (stem[:-1], stem[:-1] + "s"):  # planned -> plan
                if form not in seen:
                    seen.add(form)
                    yield form
        if ending == "" and stem[-1] in _DOUBLED and stem[-2] in "aeiou":
            for form in (stem + stem[-1] + "ed", stem + stem[-1] + "ing"):  # plan -> planned
                yield form
        return
