"""Names by rules and lists alone."""

from __future__ import annotations

from reader.extract.actors.gazetteer import gazetteer
from reader.extract.actors.name import Name
from reader.extract.actors.roles import is_title
from reader.extract.article import Article
from reader.model import ActorType

_LINKS = frozenset("of de la van von der den bin al el del du di".split())


def recognise(article: Article) -> list[Name]:
    """Names in the article, in order."""
    lists = gazetteer()
    words = article.tokens.words
    lower = {word for word in words if word.islower()}
    found: list[Name] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not word[0].isupper():
            at += 1
            continue
        known = next((key for key in lists.openings.get(word, ()) if tuple(words[at : at + len(key)]) == key), (word,))
        entry = lists.names.get(known)
        end = at + len(known)
        if entry is not None:
            found.append(Name(at, end, entry.kind, 0.9, "list"))
            at = end
            continue
        if is_title(word, lists) or word.lower() in lower:
            at += 1
            continue
        end = at
        while end < len(words) and (
            words[end][0].isupper() or (words[end] in _LINKS and end + 1 < len(words) and words[end + 1][0].isupper())
        ):
            end += 1
        run = words[at:end]
        kind: ActorType | None = None
        if run[-1] in lists.org_last or run[0] in lists.org_first:
            kind = "organisation"
        elif run[0] in lists.given and len(run) > 1:
            kind = "person"
        elif " ".join(run) in lists.metropolises:
            kind = "place"
        elif at and is_title(words[at - 1], lists):
            kind = "person"
        elif len(run) == 1 and any(name.type == "person" and words[name.last - 1] == word for name in found):
            kind = "person"
        if kind:
            found.append(Name(at, end, kind, 0.7, "list"))
        at = end
    return found
