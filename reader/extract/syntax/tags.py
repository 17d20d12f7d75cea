"""Word classes: one letter a token, from lists, endings and the words around.

=====  ==================================  =====  ==================================
``D``  determiner                          ``H``  modal verb
``S``  possessive pronoun                  ``Z``  form of *be*
``X``  possessive ending                   ``Y``  form of *have*
``Q``  number                              ``K``  form of *do*
``J``  adjective                           ``V``  finite verb
``N``  common noun                         ``B``  base form
``M``  name                                ``G``  -ing form
``R``  personal pronoun                    ``E``  participle
``I``  preposition                         ``A``  adverb; ``o`` negation
``T``  *to* before a verb                  ``L``  verb particle
``C``  *and*, *or*, *but*                  ``U``  word that opens a clause
``W``  relative or question word           ``t``  day, month or the like
=====  ==================================  =====  ==================================

Marks: ``,`` ``.`` (also ? ! …) ``;`` (also :) ``-`` (dash) ``(`` ``)`` ``"``; anything else is ``x``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.extract.syntax.classes import candidates
from reader.extract.syntax.verbs import CLAUSE_VERBS, LEMMAS, NOUN_VERBS
from reader.extract.syntax.words import words

_PARTICLES = words("up out off down back away apart aside forward together")
_SOME_OF = words("many most several few much")
"""Nouns before *of*: *many of them chose it*."""
_SPEAKS = words("say tell add insist argue warn think")
"""Their past form hardly ever describes a noun: *its chief executive said on Monday*."""
_TELLS = words("tell remind assure inform urge warn thank")
"""A person follows: *told cheering supporters*."""
_NO_INFINITIVE = words("staff people power office")
"""Nouns after *to*, though they may be verbs: *a letter to staff*."""
_STANDING_ALONE = words("this that these those each both all some neither either another")
_SOME = words("some all those both no any such most many several")
_WITH_INFINITIVE = words("want plan hope need aim seek promise")
"""Verbs before *to*, even where they could be nouns."""
_OBJECT_PRONOUNS = words("him them us me himself herself itself themselves")
_BEFORE_INFINITIVE = words(
    "intend want plan hope try vow refuse decline threaten promise pledge seek attempt begin continue start "
    "manage fail aim decide agree"
)
_ABOUT = words("about around over under above below some roughly nearly almost")
_DEGREES = {"at": ("least", "most"), "up": ("to",), "more": ("than",), "less": ("than",), "fewer": ("than",)}
_QUANTITIES = words("more most less least enough much")

_NOMINAL = frozenset("DSXJQM")
"""After these, a word that may be a noun is one."""
_OPENS_NOUN = frozenset("DSMQRJt")


def tag(
    tokens: Sequence[str], first: Sequence[bool], named: Collection[int] = (), possessive: Collection[int] = ()
) -> str:
    """One letter a token. Linear.

    :param first: whether token *i* opens a sentence.
    :param named: tokens that are known to be part of a name.
    :param possessive: apostrophes behind a plural (*veterans' families*).
    """
    options = [candidates(token) for token in tokens]
    for i in possessive:
        options[i] = "X"
    for i in named:
        if options[i][0] in "NBVGEJAM":
            options[i] = "M"
    tags: list[str] = []
    count = len(tokens)
    before = "."  # the last tag that is no adverb
    told = False  # whether this clause has its finite verb
    open_clause = False  # whether a word such as "that" opened it
    for i, choice in enumerate(options):
        last = "." if first[i] else (tags[-1] if tags else ".")
        if first[i]:
            before, told, open_clause = ".", False, False
        if last in "VBGE" and tokens[i].lower() in _PARTICLES and tokens[i + 1 : i + 2] != ["of"]:
            tags.append("L")
            continue
        if choice[0] in "IAJTLM" and i + 1 < count and _of_degree(tokens, options, i):
            tags.append("A")  # "at least two men", "about 70,000 appointments": no preposition
            continue
        if tokens[i + 1 : i + 2] == ["of"] and tokens[i].lower() in _SOME_OF:
            letter = "N"
        elif (
            choice == "UDWR"
            and (last in "NM" or (last == "J" and tags[-2:-1] == ["D"]))
            and _runs_the(options, first, i + 1)
        ):
            letter = "W"
        elif len(choice) == 1 and choice != "B":
            letter = choice
        else:
            following = options[i + 1] if i + 1 < count and not first[i + 1] else "."
            if choice[0] == "M":
                choice = _opening(choice, following, tokens[i]) if first[i] or last in '".;-(' else "M"
            plain = len(choice) == 1 and choice != "B"
            letter = choice if plain else _choose(choice, last, before, following, tokens, i, open_clause and not told)
            apart = following in ("I", "TI") and tokens[i + 1].lower() not in _PARTICLES
            if letter == "V" and last in "Nt" and "E" in choice and apart:
                # "a meeting planned for January": the noun's own clause, shortened
                later = told or _verb_later(options, first, i + 1)
                letter = "E" if tokens[i + 1] == "by" or (later and LEMMAS.get(tokens[i]) not in _SPEAKS) else "V"
            elif (
                letter == "E" and last == "," and "V" in choice and not told and not _told_later(options, first, i + 1)
            ):
                letter = "V"  # "FNV, the largest of them, asked for talks."
        if letter == "N" and tags and (last == "T" or (before == "H" and last in "HA")):
            letter = "B"  # a verb that no list has: "to bail", "will sap"
        tags.append(letter)
        if letter not in 'Ao"':
            before = letter
            if letter in "VZYHK":
                told = LEMMAS.get(tokens[i]) not in CLAUSE_VERBS
            elif letter in "WUC;":
                told = False
                open_clause = letter == "U"
    return "".join(tags)


def _of_degree(tokens: Sequence[str], options: Sequence[str], i: int) -> bool:
    """Whether a word belongs to a number as *about*, *at least*, *more than* and *up to* do."""
    low = tokens[i].lower()
    following = options[i + 1][0]
    if low in _ABOUT and following == "Q":
        return True
    pair = _DEGREES.get(low)
    if pair and tokens[i + 1].lower() in pair:
        if i + 2 >= len(options):
            return False
        # "more than 40 men"; "more than quadrupled"
        return options[i + 2][0] == "Q" or (low == "more" and options[i + 2] in ("V", "VE"))
    return (
        i > 0
        and (following == "Q" or (low == "than" and following in ("V", "VE")))
        and low in _DEGREES.get(tokens[i - 1].lower(), ())
    )


def _verb_later(options: Sequence[str], first: Sequence[bool], start: int) -> bool:
    """Whether a finite verb follows soon that nothing else could be the subject of."""
    for i in range(start, min(start + 10, len(options))):
        choice = options[i]
        if first[i] or choice in ("R", "W", "C", ",", "UDWR", ";", ".", '"', "U"):
            return False
        if choice in ("Z", "H", "Y", "K", "V", "VE"):
            return True
    return False


def _told_later(options: Sequence[str], first: Sequence[bool], start: int) -> bool:
    """Whether the sentence goes on to a word that can only be a finite verb."""
    for i in range(start, min(start + 40, len(options))):
        if first[i] or options[i] == ".":
            return False
        if options[i] in ("Z", "H", "Y", "K", "V", "VE"):
            return True
    return False


def _runs_the(options: Sequence[str], first: Sequence[bool], i: int) -> bool:
    """Whether a word that may be a noun or a verb is one with its object: *the company that runs the dam*."""
    ahead = i + 1 < len(options) and not first[i] and not first[i + 1]
    return ahead and options[i] == "NV" and options[i + 1][0] in "DSRQ"


def _opening(choice: str, following: str, token: str) -> str:
    """A capital that opens a sentence says nothing, unless the word is unknown or a name goes on."""
    rest = choice[1:]
    if rest[0] in "DSRIUWCTAHZYKQLo":
        return rest
    if (
        following[0] == "M"
        or (following[0] in "XVHZYK" and rest in ("N", "NBV", "B", "NB"))
        or (len(token) > 1 and token.isupper())
    ):
        return "M" if rest[0] not in "J" else "J"
    return rest


def _choose(choice: str, last: str, before: str, following: str, tokens: Sequence[str], i: int, closing: bool) -> str:
    head = choice[0]
    if choice == "XZ":
        return "Z" if last in "RWUA" else "X"
    if choice == "SR":
        return "S" if following[0] in "NJMGQ" or "N" in following else "R"
    if choice == "TI":
        if following == "A" and i + 2 < len(tokens) and candidates(tokens[i + 2]) == "Q":
            return "I"  # "amounted to roughly 3 million"
        staff = i + 1 < len(tokens) and tokens[i + 1].lower() in _NO_INFINITIVE
        verb = ("B" in following and not staff) or following in ("A", "o", "Z", "Y", "K")
        return "T" if verb or _unknown_verb(following, tokens, i) else "I"
    if choice[:2] == "UD":
        return _that(last, following)
    verb_ahead = following[0] in _OPENS_NOUN or following in ("TI", "UDWR", "I", "SR", "U", "W")
    if "E" in choice or "V" in choice or "B" in choice or "G" in choice:
        return _verbal(choice, last, before, following, verb_ahead, tokens, i, closing)
    if choice in ("JN", "AJ"):
        if choice == "AJ":
            quantity = tokens[i].lower() in _QUANTITIES
            return "J" if (last in "DSXZ" or quantity) and ("N" in following or following[0] in "NJ") else "A"
        return "J" if "N" in following or following[0] in "MJGQ" or last == "Z" else ("N" if last in "DSXJMNC" else "J")
    return head


def _unknown_verb(following: str, tokens: Sequence[str], i: int) -> bool:
    """*to bail out the firm*: a word of no list between *to* and an article or a particle is a verb."""
    if following != "N" or i + 2 >= len(tokens) or tokens[i + 1].lower() in NOUN_VERBS:
        return False
    if i and LEMMAS.get(tokens[i - 1].lower()) in _BEFORE_INFINITIVE:
        return True
    after = tokens[i + 2].lower()
    return candidates(tokens[i + 2])[0] in "DS" or after in _PARTICLES


def _describes(last: str, before: str, following: str, tokens: Sequence[str], i: int) -> bool:
    """Whether a participle stands before its noun: *continued success*, *some allied forces*, *neatly dressed boys*."""
    if following[0] not in "NJ":
        return False
    if last == "D":
        return tokens[i - 1].lower() in _SOME
    return last == "." or (last == "A" and before in "DSIUJ")


def _agrees(noun: str, choice: str) -> bool:
    """Whether a noun can be the subject of a verb form by number: *stars orbit*, *the star orbits*."""
    plural = noun.endswith("s") or noun in ("people", "police", "men", "women", "children", "media")
    return plural == ("B" in choice) or "E" in choice


def _that(last: str, following: str) -> str:
    if last == "I":
        return "D" if "N" in following else "R"
    if following[0] in "VHZYK" or following == "VE":
        return "W" if last in "NMRQ," else "R"
    if last in "NMQ" and following[0] in "RDM":
        return "U"
    if last == "V" and following in ("C", ",", ".", ";"):
        return "R"  # "he rejected that and left"
    if last in '.";,' and "N" in following and following[0] not in "DRMS":
        return "D"
    return "U"


def _verbal(
    choice: str, last: str, before: str, following: str, verb_ahead: bool, tokens: Sequence[str], i: int, closing: bool
) -> str:
    if (before in "TH" or before == "K") and "B" in choice:
        return "B"
    if last == "A" and before == "D" and "V" in choice and verb_ahead:
        return "V"  # "this probably means a delay"
    if "E" in choice and "N" not in choice and _describes(last, before, following, tokens, i):
        return "J"
    if "G" in choice:
        if last in "VE" and LEMMAS.get(tokens[i - 1].lower()) in _TELLS and (following[0] in "NM" or "N" in following):
            return "J"
        if before == "Z":
            return "J" if choice[0] == "J" and following[0] not in "DSRQM" else "G"
        if "N" in choice and last in "DSXJQ" and following[0] not in "DSR":
            return "J" if following[0] in "NM" or "N" in following else "N"
        return "G"
    if "E" in choice and before in "ZY":
        return "E"
    if last in _NOMINAL and last not in "M":
        if last == "D" and "E" in choice and tokens[i - 1].lower() in _STANDING_ALONE:
            return "V"  # "each met the minister"
        if "E" in choice and "N" not in choice:
            if "N" in following or following[0] in "MJ":
                return "J" if last in "DSXJ" else ("V" if "V" in choice else "E")
            if last == "D":
                return "E" if tokens[i - 1].lower() in ("the", "a", "an", "no", "every") else "V"
            return "E" if last in "SX" else "V"
        if "N" in choice:
            return "N"
        if "J" in choice:
            return "J"
        if last == "D" and "V" in choice:
            return "V"
    if last == "I":
        return "N" if "N" in choice else ("J" if "E" in choice else choice[0])
    if last == "R" and tokens[i - 1].lower() in _OBJECT_PRONOUNS:
        return "B" if "B" in choice and "E" not in choice else ("E" if "E" in choice else choice[0])
    if last in "RW" or before in "RW":
        return "V" if "V" in choice or "B" in choice else choice[0]
    if choice[0] == "J" and (following[0] in "NMt" or before in "Z"):
        return "J"
    if "E" in choice and "V" in choice and "N" not in choice:
        if following == "I" and last in "," and LEMMAS.get(tokens[i].lower()) not in CLAUSE_VERBS:
            return "E"
        return "V"
    if "N" in choice:
        if last in "MN" and "V" in choice and following[0] in ';"' and LEMMAS.get(tokens[i].lower()) in CLAUSE_VERBS:
            return "V"  # "The newspaper reports:"
        agrees = _agrees(tokens[i - 1].lower(), choice)
        if (
            last == ","
            and following == "UDWR"
            and ("V" in choice or "B" in choice)
            and LEMMAS.get(tokens[i].lower()) in CLAUSE_VERBS
        ):
            return "V"  # "One of them, Köksal Bayraktar, fears that"
        if (
            last == "A"
            and choice == "NV"
            and (before == "M" or following[0] in "DSQ")
            and before in "MN"
            and verb_ahead
        ):
            return "V" if following != "I" else "N"  # "KLM also wants the airport to pay", "it now costs 4 euros"
        if closing and last in "NM" and agrees and "V" in choice and following[0] in ".;":
            return "V"  # "that the law stands."
        wish = following == "TI" and LEMMAS.get(tokens[i].lower()) in _WITH_INFINITIVE
        if last == "C" and "V" in choice and "B" not in choice and (following[0] in "DSQ" or wish):
            return "V"  # "weighs a ton and needs two men"
        if last in "M" and "V" in choice and verb_ahead and following != "I":
            return "V"
        named = following[0] == "M" and "E" not in choice
        if last in "N" and agrees and verb_ahead and following != "I" and not named:
            return "V"
        if (before in "MR" or (before == "N" and agrees)) and following == "TI" and "B" in choice:
            return "V"  # "Biden and Putin want to talk"
        if last == "," and following[0] == "T" and LEMMAS.get(tokens[i].lower()) in _WITH_INFINITIVE:
            return "V"  # "The ministry, according to the paper, wants to close it"
        return "V" if "E" in choice and last not in "NI" else "N"
    if "V" in choice:
        return "V"
    if "B" in choice:
        return "V" if before in "NMRWt)" else "B"
    return choice[0]
