"""From candidates to hits: weighed by their texts, the best with snippet, matches and the spellings that matched."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from reader.search.candidates import Candidate
from reader.search.expand import Wanted
from reader.search.fold import Folded, fold
from reader.search.hits import Hit, Kinship, Match, Tier, Variant
from reader.search.match import Glance, Place, closest, places, weigh, weights

_WEIGHED = 60_000
"""Code points of a text that the weighing reads: news says first what matters."""

_SHOWN = 500_000
"""Code points of a text that are looked through for matches; the rest too for words that are not among them."""

_AROUND = 8_000
"""Code points around such a word that are looked through for the others."""

_HELD = 4_000_000
"""Code points of folded texts kept for the next key."""

_TITLE = 0.5
_EXACT = 0.6
"""What it adds to a score of about 1 to have all words in the title, and to have them as typed: more, so that an exact
answer in a text stands before an approximate one in a title; only half of it where the words stand far apart."""

_SNIPPET = 220
_BEFORE = 60
"""Length of a snippet, and how much of it stands before the best place."""

_MATCHES = 500
"""Matches given for one article at most."""


class Texts:
    """The library's texts, and the last ones folded: the next key mostly looks at the same articles."""

    def __init__(self, text_of: Callable[[int], str]) -> None:
        self.text_of = text_of
        self._folded: OrderedDict[int, str] = OrderedDict()
        self._held = 0

    def forget(self) -> None:
        """Drop what is held: texts may have changed."""
        self._folded.clear()
        self._held = 0

    def folded(self, rowid: int, title: str) -> str:
        """The title and the beginning of the text, folded: a word of each may answer a query together."""
        known = self._folded.get(rowid)
        if known is not None:
            self._folded.move_to_end(rowid)
            return known
        folded = self._folded[rowid] = f"{fold(title)}\n{fold(self.text_of(rowid)[:_WEIGHED])}"
        self._held += len(folded)
        while self._held > _HELD and len(self._folded) > 1:
            self._held -= len(self._folded.popitem(last=False)[1])
        return folded

    def opening(self, rowid: int) -> str:
        """The first words of a text, in one line."""
        return _line(self.text_of(rowid)[:_SNIPPET])


class Ranking:
    """Weighs candidates for one query."""

    def __init__(
        self,
        texts: Texts,
        of_titles: Sequence[Wanted],
        of_texts: Sequence[Wanted],
        aside: Sequence[Wanted],
        articles: int,
    ) -> None:
        """:param of_titles: the words as titles were asked for them, perhaps wider than the texts.
        :param aside: words that need not be met and move titles a little.
        :param articles: how many there are, for what a rare word weighs.
        """
        self._texts = texts
        self._of_titles = of_titles
        self._of_texts = of_texts
        self._share = weights(of_texts, articles)
        self._glance = Glance(of_titles, aside, self._share)

    def ranked(
        self, candidates: Collection[Candidate], headed: Collection[int], bodies: bool, check: Callable[[], None]
    ) -> list[tuple[float, Candidate, Tier]]:
        """The candidates by score, and newest first where scores are nearly the same.

        :param headed: entries with all words in the title.
        :param check: called between texts, to give up by an exception.
        """
        scored: list[tuple[float, Candidate, Tier]] = []
        for candidate in candidates:
            title = self._glance.weigh(candidate.title)
            if candidate.entry in headed or not bodies:
                bonus = _TITLE if candidate.entry in headed else 0.0
                brevity = 0.05 * min(1.0, 40.0 / (len(candidate.title) + 1))
                bonus += _EXACT if title.exact else 0.0
                scored.append((bonus + title.score + brevity, candidate, Tier.TITLE))
            else:
                check()
                text = weigh(self._texts.folded(candidate.rowid, candidate.title), self._of_texts, self._share)
                bonus = _EXACT * (0.5 + 0.5 * text.closeness) if text.exact else 0.0
                scored.append((bonus + text.score + 0.3 * title.score, candidate, Tier.TEXT))
        scored.sort(key=lambda one: (-round(one[0], 2), -one[1].entry))
        return scored

    def hit(self, score: float, candidate: Candidate, tier: Tier, bodies: bool) -> Hit:
        """All that is shown of a candidate."""
        wanted = self._of_titles if tier is Tier.TITLE else self._of_texts
        in_title, spellings, _ = matches(candidate.title, wanted)
        if not bodies:
            return Hit(candidate.rowid, candidate.title, score, tier, title_matches=in_title, variants=spellings)
        text = self._texts.text_of(candidate.rowid)
        in_text, more, best = _matches_in_long(text, wanted)
        start, snippet = _snippet(text, best)
        return Hit(
            candidate.rowid,
            candidate.title,
            score,
            tier,
            snippet=snippet,
            snippet_start=start,
            matches=in_text,
            title_matches=in_title,
            best=best,
            variants=tuple(dict.fromkeys((*spellings, *more))),
        )


def _matches_in_long(text: str, wanted: Sequence[Wanted]) -> tuple[tuple[Match, ...], tuple[Variant, ...], int]:
    """:func:`matches` of the beginning of a text, and where that lacks a word, of the surroundings of the first place
    further down that has it: there the article is opened."""
    found, variants, best = matches(text[:_SHOWN], wanted)
    met = {match.for_ for match in found}
    missing = [one for one in wanted if one.word.text not in met]
    if len(text) <= _SHOWN or not missing:
        return found, variants, best
    later, _, at = matches(text[_SHOWN:], missing)
    if not later:
        return found, variants, best
    start = max(0, _SHOWN + at - _AROUND // 2)
    around, more, best = matches(text[start : start + _AROUND], wanted)
    around = tuple(replace(match, start=match.start + start, end=match.end + start) for match in around)
    found = tuple(match for match in found[: _MATCHES // 2] if match.end <= start)
    return (*found, *around), tuple(dict.fromkeys((*variants, *more))), best + start


def matches(text: str, wanted: Sequence[Wanted]) -> tuple[tuple[Match, ...], tuple[Variant, ...], int]:
    """The places in ``text``, the spellings that differ from what was typed, and where the best place begins."""
    folded = Folded.of(text)
    found = places(folded.text, wanted, _MATCHES)
    if not found:
        return (), (), 0
    best = [0.0] * len(wanted)
    for place in found:
        best[place.word] = max(best[place.word], place.answer.quality)
    start, _ = closest(found, best)
    kept: list[Match] = []
    variants: dict[Variant, None] = {}
    end = -1
    for place in sorted(found, key=_by_place_and_quality):
        if place.start < end:
            continue
        end = place.end
        first, last = folded.origin(place.start, place.end)
        word = wanted[place.word].word.text
        kinship = place.answer.kinship
        kept.append(Match(first, last, text[first:last], word, kinship))
        if kinship in (Kinship.ALIAS, Kinship.SPELLING, Kinship.TYPO):
            variants[Variant(word, text[first:last], kinship)] = None
        if len(kept) >= _MATCHES:
            break
    return tuple(kept), tuple(variants), folded.origin(start, start + 1)[0]


def _by_place_and_quality(place: Place) -> tuple[int, float, int]:
    return place.start, -place.answer.quality, -place.end


def _snippet(text: str, best: int) -> tuple[int, str]:
    """A piece of the text around ``best``, cut between words: where it begins, and it in one line."""
    start = max(0, best - _BEFORE)
    if start:
        space = text.find(" ", start, best)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _SNIPPET)
    if end < len(text):
        space = text.rfind(" ", start + _SNIPPET // 2, end)
        end = space if space >= 0 else end
    return start, _line(text[start:end])


def _line(text: str) -> str:
    return text.replace("\n", " ")
