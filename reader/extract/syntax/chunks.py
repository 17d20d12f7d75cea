"""Noun groups and verb groups of a sentence, and the letter string that further rules read.

=====  =====================================  =====  ======================================
``n``  noun group or pronoun                  ``t``  day, month, "last week"
``v``  finite verb group                      ``i``  infinitive with *to*
``g``  -ing group                             ``e``  participle without its auxiliary
``b``  base form                              other  the word's own class (see ``tags``)
=====  =====================================  =====  ======================================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.extract.article import Article
from reader.extract.syntax.tags import tag
from reader.extract.syntax.words import words
from reader.model import ActorMention, Span

# Bounded repeats: a hostile run of adjectives costs its length, not its square.
_CHUNK = re.compile(
    r"(?P<t>[DIA]?[DJAQ]{0,2}t+(?:Q(?![NMJ]))?(?!X))"
    r"|(?P<v>(?:[HYZK](?:[Ao]{0,3}[HYZK]){0,4}(?:[Ao]{0,3}[BEGV])?|V)"
    r"(?:[Ao]{0,2}T[Ao]{0,2}(?:[YZ][Ao]{0,2}){0,2}[BEZYK])*L?)"
    r"|(?P<i>o?T[Ao]{0,2}(?:[YZ][Ao]{0,2}){0,2}[BEZYK]L?)"
    r"|(?P<n>R|(?:[DS]{1,2}|(?=[QJMNt]))(?:[QJMNXt]|A(?=[JQ])|[EG](?=[JNM])|C(?=J)){0,24}[NMQ]"
    r"|DJ(?![JNMQt])|D(?=[VHZYKIC.,;AoTUGE)\"-]|$))"
    r"|(?P<g>GL?)|(?P<e>EL?)|(?P<b>BL?)"
)
_NONFINITE = words("being having be been")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Chunks of one sentence: chunk *i* is ``kinds[i]``, tokens ``starts[i]:ends[i]``."""

    start: int
    """First token."""
    end: int
    kinds: str
    starts: list[int]
    ends: list[int]

    def chunk_at(self, token: int) -> int:
        """Number of the chunk that holds ``token``."""
        return max(0, bisect_left(self.starts, token + 1) - 1)


class Grammar:
    """Words, classes and chunks of an article, made once and read by several extractors."""

    def __init__(self, article: Article, actors: Sequence[ActorMention]) -> None:
        self.text = article.text
        tokens = article.tokens
        self.words = tokens.words
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.actors = actors
        self.mention_at: dict[int, int] = {}
        """Token to the number of the actor mention that it belongs to."""
        count = len(self.words)
        for number, mention in enumerate(actors):
            token = bisect_left(self.starts, mention.start)
            while token < count and self.starts[token] < mention.end:
                self.mention_at[token] = number
                token += 1
        self.bounds: list[tuple[int, int]] = []
        """Token range of each sentence."""
        opens = [False] * count
        at = 0
        for span in article.sentences:
            first = bisect_left(self.starts, span.start, at)
            at = bisect_left(self.starts, span.end, first)
            if first < at:
                opens[first] = True
                self.bounds.append((first, at))
        self.tags = tag(self.words, opens, self.mention_at, self._possessive())
        self._chunked: dict[int, Sentence] = {}

    def _possessive(self) -> list[int]:
        """Apostrophes behind a plural (*veterans' families*), in sentences that no single mark opened before."""
        found: list[int] = []
        words = self.words
        for first, end in self.bounds:
            for i in range(first + 1, end - 1):
                if words[i] in ("'", "’", "‘"):
                    touches = self.ends[i - 1] == self.starts[i]
                    if not touches:
                        break  # it opens a quotation
                    apart = self.ends[i] < self.starts[i + 1]
                    if apart and words[i - 1].endswith("s") and words[i + 1][0].islower():
                        found.append(i)
        return found

    def sentence_of(self, offset: int) -> int:
        """Number of the sentence at a place in the text, or the one before it."""
        token = bisect_left(self.starts, offset + 1) - 1
        return max(0, bisect_left(self.bounds, (token + 1, 0)) - 1)

    def token_at(self, offset: int) -> int:
        """First token that starts at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def chunked(self, number: int) -> Sentence:
        """Chunks of a sentence by its number."""
        found = self._chunked.get(number)
        if found is None:
            found = self._chunked[number] = self._chunk(*self.bounds[number])
        return found

    def _chunk(self, start: int, end: int) -> Sentence:
        kinds: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = start
        tags = self.tags
        for match in _CHUNK.finditer(tags, start, end):
            first, last = match.span()
            for token in range(at, first):
                # A full stop inside a sentence ends an abbreviation, not a clause.
                kinds.append("x" if tags[token] == "." and token + 2 < end and tags[token + 1] != '"' else tags[token])
                starts.append(token)
                ends.append(token + 1)
            at = last
            kind = str(match.lastgroup)
            if kind == "v" and self.words[first].lower() in _NONFINITE:
                be = self.words[first].lower() == "be" and kinds and kinds[-1] == "n" and last - first > 1
                kind = (
                    "v"
                    if be
                    else "g"
                    if tags[last - 1] != "Z" or self.words[first].lower() in ("being", "having")
                    else "b"
                )
            elif kind == "t" and tags[first] == "I":
                kinds.append("I")
                starts.append(first)
                first += 1
                ends.append(first)
            kinds.append(kind)
            starts.append(first)
            ends.append(last)
        for token in range(at, end):
            kinds.append(tags[token])
            starts.append(token)
            ends.append(token + 1)
        return Sentence(start, end, "".join(kinds), starts, ends)

    def span(self, first: int, end: int) -> Span:
        """The text range of tokens ``first`` until ``end``."""
        return Span(self.starts[first], self.ends[end - 1])


def grammar_of(article: Article, actors: Sequence[ActorMention] | None = None) -> Grammar:
    """The grammar of an article, kept with it for the next extractor; without ``actors`` the kept one will do."""
    kept: Grammar | None = article.__dict__.get("_grammar")
    if kept is None or (actors is not None and kept.actors is not actors):
        kept = Grammar(article, actors or ())
        article.__dict__["_grammar"] = kept  # as functools.cached_property does on a frozen class
    return kept
