"""Does a place act, and for which body does a seat or capital stand? Decided from the words around it."""

from __future__ import annotations

from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.name import Name
from reader.extract.tokens import Tokens

_BODIES = {"Brussels": "European Union", "Delhi": "Government of India", "Tel Aviv": "Government of Israel"}
"""Places whose body is not the government of the country they are the capital of, or that are no capital."""

_ABOUT_PLACES = frozenset(
    "in at near around outside inside across throughout into towards toward through within via over between beyond "
    "to on off onto above below along under beneath leaving visiting".split()
)
"""Before a name, these make it a location (``in Moscow``)."""

_VOICED = frozenset(
    "criticism pressure demand demands call calls support statement statements reaction reactions response warning "
    "warnings threat threats signal signals backing permission approval opposition resistance sanctions concessions "
    "assurances guarantees message messages complaints condemnation protests denial pledge".split()
)
"""What comes ``from`` a body, not from a place (``criticism from Brussels``)."""

_ACTS = frozenset(
    """
    accuse accept act admit agree aim allow announce annex appeal approve argue arm arrest ask attack back ban blame
    block boycott break bomb call cancel cite claim close comment complain concede condemn confirm consider continue
    criticise criticize cut decide declare decline demand denounce deny deploy describe dismiss drop enter escalate
    exclude execute expect expel express face fear fight file fire hail halt hit hold hope host impose increase insist
    intend invade invite join judge keep launch lift lose maintain mobilise move need negotiate object offer open
    oppose order pay plan pledge postpone prepare press promise propose protest provide push quit raise ratify react
    recall recognise recognize refuse reject release renew repeat reply request require resist respond restore resume
    retaliate rule sanction seek see seem send share show shut sign slam start step stop strike supply support suspend
    take talk target tell threaten try urge use veto view violate vote vow want warn welcome win withdraw work worry
    """.split()
)
"""Verbs of bodies, as lemmas."""

_ACTED = frozenset(
    "said says told held kept sent sought saw took made makes did does broke built bought fought gave gives got gets "
    "led leads lost met meets paid put ran spoke stood struck won withdrew went goes came comes began begins chose "
    "drew fell felt found let rose set shot shut swore threw wrote became becomes has had will would may might must "
    "should can cannot could wants tries tried denies denied relies replied replies".split()
)
"""Their irregular forms, and the auxiliaries that only a doer takes."""


def _is_act(word: str) -> bool:
    if word in _ACTED:
        return True
    for ending, repairs in (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("ed", ("", "e")), ("s", ("",))):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if any(stem + repair in _ACTS for repair in repairs):
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in _ACTS:
                return True
    return False


def acts(tokens: Tokens, name: Name) -> bool:
    """Whether the place ``name`` is the doer: it stands before a verb of bodies, or after ``by`` and a participle."""
    words = tokens.words
    before = words[name.first - 1].lower() if name.first else ""
    if before == "the" and name.first > 1:
        before = words[name.first - 2].lower()
        earlier = words[name.first - 3].lower() if name.first > 2 else ""
    else:
        earlier = words[name.first - 2].lower() if name.first > 1 else ""
    if before == "by":
        return earlier.endswith(("ed", "en", "de", "nt", "ght")) and not earlier.endswith("ment")
    if before == "from":
        return earlier in _VOICED
    if before in _ABOUT_PLACES or before in ("of", "from", "for", "with", "against"):
        return False
    after = name.last
    while after < len(words) and words[after] in (
        "again",
        "also",
        "now",
        "then",
        "still",
        "not",
        "has",
        "had",
        "never",
    ):
        if words[after] in ("has", "had"):
            return True
        after += 1
    return after < len(words) and _is_act(words[after])


def body_behind(place: str) -> str | None:
    """The body that a seat, capital or the like stands for; None for another place."""
    if place in _BODIES:
        return _BODIES[place]
    entry = gazetteer().entry(place)
    return entry.stands_for if entry and entry.source in ("capital", "seat") else None
