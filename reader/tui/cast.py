"""The cast of an article: its actors as the library knows them, and what the reader says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.folding import folded
from reader.model import ActorMention, Document, Fact

if TYPE_CHECKING:
    from reader.library import Change, Library, LibraryActor
    from reader.library.actor_rules import SplitActor
    from reader.tui.screens.actor_choice import Candidate
    from reader.tui.taken import Taken

SHOWN = 30
"""Candidates at most."""


def number_of_articles(count: int) -> str:
    """``7 articles``, ``over 100 articles``."""
    from reader.library.actors import MANY

    number = f"over {MANY}" if count > MANY else str(count)
    return f"{number} article{'' if count == 1 else 's'}"


def mentions_of(facts: Sequence[Fact], actor: str) -> list[ActorMention]:
    """The mentions of an actor, by start."""
    return [fact for fact in facts if isinstance(fact, ActorMention) and fact.actor == actor]


def as_named(library: Library, document: Document, taken: Taken, unsaved: Sequence[Change] = ()) -> Taken:
    """Facts as they stand after the reader's verdicts, their actors as the reader named them, and in how many other
    articles each is.

    :param document: one of the library.
    :param unsaved: what the reader said and the library does not hold yet.
    """
    from reader.annotate.review import judged
    from reader.library.actors import joined

    said = [one for one in judged(library, document, taken.facts, unsaved) if taken.part.covers(one.fact.span)]
    facts = library.actors.settle(document.id, [one.fact for one in said if one.verdict != "rejected"])
    counts = library.actors.elsewhere(joined(facts), document.id)
    elsewhere: Mapping[str, int] = {
        fact.actor: counts.get((fact.type, fact.value), 0) for fact in facts if isinstance(fact, ActorMention)
    }
    return replace(taken, facts=facts, found=taken.facts, judged=said, elsewhere=elsewhere)


def candidates(library: Library, taken: Taken, words: str, but: ActorMention) -> list[Candidate]:
    """Actors that ``words`` can mean: those of the article, then those of the library, but the one it is about."""
    from reader.tui.screens.actor_choice import Candidate

    found: dict[tuple[str, str], Candidate] = {}
    asked = [folded(word) for word in words.split()]
    for fact in taken.facts:
        if isinstance(fact, ActorMention) and (fact.type, folded(fact.value)) not in found:
            named = folded(fact.value).split()
            if fact.actor != but.actor and all(any(one.startswith(word) for one in named) for word in asked):
                found[fact.type, folded(fact.value)] = Candidate(fact.value, fact.type, "in this article")
    own = library.actors.of(but.value, but.type)
    for actor in library.actors.search(words, SHOWN) if asked else ():
        key = (actor.type, folded(actor.name))
        if key not in found and (own is None or actor.id != own.id):
            found[key] = Candidate(actor.name, actor.type, number_of_articles(actor.articles))
    return list(found.values())[:SHOWN]


def names_to_part(library: Library, taken: Taken, mention: ActorMention, words: str) -> list[Candidate]:
    """The names under which an actor goes: the words of its mentions here, and what other articles call it."""
    from reader.library.actor_rules import surface
    from reader.tui.screens.actor_choice import Candidate

    counts: dict[str, tuple[str, int]] = {}
    for one in [mention, *mentions_of(taken.facts, mention.actor)]:
        text, number = counts.get(surface(one.text), (" ".join(one.text.split()), -1))
        counts[surface(one.text)] = text, number + 1
    rows = [Candidate(text, mention.type, f"{max(1, n)} × in this article") for text, n in counts.values()]
    known = library.actors.of(mention.value, mention.type)
    for name in known.names if known is not None and len(known.names) > 1 else ():
        if name.articles:
            rows.append(Candidate(name.value, name.type, f"in all: {number_of_articles(name.articles)}"))
    return [row for row in rows if folded(words.strip()) in folded(row.name)]


def renaming(
    library: Library, document: Document, taken: Taken, mention: ActorMention, to: Candidate, everywhere: bool
) -> Change:
    """Call the actor of a mention otherwise, or say that it is another one.

    :raises ValueError: with one sentence, for what is no name or nothing new.
    """
    from reader.library.actor_rules import merge_in, rename_in

    if to.name == mention.value and to.type in ("", mention.type):
        raise ValueError(f"It is called {to.name} already")
    if everywhere:
        actor = _known(library, mention)
        into = library.actors.of(to.name, to.type) if to.type else None
        if into is not None and into.id == actor.id:
            raise ValueError(f"It is {into.name} already")
        return library.actors.merge(actor, into) if into is not None else library.actors.rename(actor, to.name)
    chosen = mentions_of(taken.facts, mention.actor)
    found = [fact for fact in taken.found if isinstance(fact, ActorMention)]
    if to.type:
        return merge_in(document.id, found, chosen, to.name, to.type)
    return rename_in(document.id, found, chosen, to.name)


def parting(
    library: Library, document: Document, taken: Taken, mention: ActorMention, name: Candidate, to: Candidate
) -> SplitActor:
    """Say that a name of an actor is somebody else's.

    :param name: one of :func:`names_to_part`.
    :raises ValueError: with one sentence, for what cannot be.
    """
    from reader.library.actor_rules import split_in, surface

    if not name.detail.startswith("in all"):
        wanted = surface(name.name)
        one = next(one for one in mentions_of(taken.facts, mention.actor) if surface(one.text) == wanted)
        found = [fact for fact in taken.found if isinstance(fact, ActorMention)]
        return split_in(document.id, found, one, to.name, to.type)
    actor = _known(library, mention)
    names = [one for one in actor.names if (one.value, one.type) == (name.name, name.type)]
    return library.actors.split(actor, names, to.name, to.type)


def _known(library: Library, mention: ActorMention) -> LibraryActor:
    actor = library.actors.of(mention.value, mention.type)
    if actor is None:
        raise ValueError("The library does not know this actor yet; in a moment it will")
    return actor
