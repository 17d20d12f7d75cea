"""Where an anchor stands in another text version: exactly, moved, or nowhere; never silently on a lookalike.

Evidence is counted in code points that agree: those of the quote, and those of the context either side as far as it
agrees more than any two stretches of prose do. The best place must have enough of it and be clear of the runner-up.
The thresholds come from ``tests/annotate/test_anchors_through_mutations.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import AnchorState, Span

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

    from reader.model import Anchor

_CANDIDATES = 12
_LONG = 600
"""Of a longer quote, beginning and end are looked for, each with so many code points."""
_CHANCE = 0.55
"""Similarity that two stretches of English prose have by chance (measured on news: 0.45 to 0.55)."""
_ENOUGH = 18
"""Code points of evidence that a place needs, where the anchor has so many to give."""
_WIDE = 120
"""Code points of context either side where the earlier text is known."""
_MARGIN = 10
"""Code points of evidence by which another passage of the earlier text must be ahead to make a lookalike."""
_ASKED = 4
"""So many places of an anchor, and so many passages for each, are compared with the earlier text."""
_SLACK = 24
_WORDY = 80
"""Code points of a quote up to which whole words are tried where laying the passage along the text fails."""
_WORD = re.compile(r"\w+")
_WORDS = 8
"""Code points that make two words distinctive enough to be known without their context."""

Found = tuple[Span | None, AnchorState]
_ORPHAN: Found = (None, "orphan")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An anchor, evened."""

    before: str
    quote: str
    after: str

    @property
    def passage(self) -> str:
        return self.before + self.quote + self.after

    @property
    def cuts(self) -> tuple[bool, bool]:
        """Whether the quote begins and ends inside a word."""
        start = len(self.before)
        return _cuts(self.passage, start), _cuts(self.passage, start + len(self.quote))

    @property
    def most(self) -> float:
        """Evidence of a place where all agrees."""
        return len(self.before) + len(self.quote) + len(self.after)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the evened text."""

    start: int
    end: int
    evidence: float
    exact: bool


def place(anchor: Anchor, text: str, version: str, earlier: Mapping[str, str] | None = None) -> Found:
    """The range of an anchor in ``text`` and how it was found; None for an orphan. See :class:`Anchoring`."""
    return Anchoring(text, version, earlier).place_all([anchor])[0]


class Anchoring:
    """Places anchors in one text version; linear in the text, so place all of an article's at once."""

    def __init__(self, text: str, version: str, earlier: Mapping[str, str] | None = None) -> None:
        """
        :param earlier: texts of the versions that anchors are of, by version, where they are known. A place that is
            more like some other passage of the earlier text than like the anchor's is then known for a lookalike.
        """
        from reader.annotate.even import Even
        from reader.annotate.seeds import Seeds

        self._text = text
        self._version = version
        self._earlier = earlier or {}
        self._even = Even("")
        self._seeds = Seeds("", ())

    def place_all(self, anchors: Sequence[Anchor]) -> list[Found]:
        """The place of each anchor, in their order."""
        from reader.annotate.even import Even
        from reader.annotate.seeds import Seeds

        wanted = {at: _wanted(anchor) for at, anchor in enumerate(anchors) if not self._same(anchor)}
        found: list[Found] = [(anchor.span, "exact") for anchor in anchors]
        if not wanted:
            return found
        self._even = Even(self._text)
        self._seeds = Seeds(self._even.text, (part for one in wanted.values() for part in _parts(one)))
        places = {at: self._places(one) if one.quote.strip() else [] for at, one in wanted.items()}
        for version in {anchors[at].version for at in wanted}:
            old = self._earlier.get(version)
            these = [at for at in wanted if anchors[at].version == version]
            if old is not None:
                past = _Past(old, self._even.text, [one for at in these for one in places[at][:_ASKED]])
            for at in these:
                anchor = anchors[at]
                here = past.place(anchor) if old is not None else None
                if here is not None:
                    places[at] = self._real(places[at][:_ASKED], wanted[at], past, here)
                found[at] = self._decide(wanted[at], places[at], past if here else None, here)
        return found

    def _same(self, anchor: Anchor) -> bool:
        return anchor.version == self._version and self._text[anchor.start : anchor.end] == anchor.quote

    def _places(self, wanted: _Wanted) -> list[_Place]:
        """Places that may be meant, those with the most evidence first; none overlaps a better one."""
        from reader.annotate.seeds import LENGTH

        if len(wanted.quote) > 2 * _LONG:
            found = self._long(wanted)
        else:
            found = []
            begins = self._seeds.candidates(wanted.passage, _CANDIDATES)
            if not begins and len(wanted.passage) < 2 * LENGTH:  # too short an article for seeds
                begins = [self._even.text.find(wanted.quote) - len(wanted.before)]
            for begin in begins:
                found += self._near(wanted, begin)
        found.sort(key=lambda one: -one.evidence)
        apart: list[_Place] = []
        for one in found:
            if all(one.end <= other.start or other.end <= one.start for other in apart):
                apart.append(one)
        return apart

    def _near(self, wanted: _Wanted, begin: int) -> list[_Place]:
        """Places of the quote where the passage may begin at ``begin``."""
        text = self._even.text
        slack = _SLACK + len(wanted.quote) // 8
        low, high = max(0, begin - slack), begin + len(wanted.passage) + slack
        found: list[_Place] = []
        at = text.find(wanted.quote, low, high)
        while at >= 0 and len(found) < 40:
            end = at + len(wanted.quote)
            if _cuts(text, at) <= wanted.cuts[0] and _cuts(text, end) <= wanted.cuts[1]:
                found.append(self._weighed(wanted, at, end, exact=True))
            at = text.find(wanted.quote, at + 1, high)
        if not found:
            span = _aligned(wanted, text[low:high])
            if span is not None:
                found.append(self._weighed(wanted, low + span[0], low + span[1], exact=False))
        return found

    def _long(self, wanted: _Wanted) -> list[_Place]:
        """Places of a long quote: its beginning and its end are placed each for itself."""
        head = _Wanted(wanted.before, wanted.quote[:_LONG], "")
        tail = _Wanted("", wanted.quote[-_LONG:], wanted.after)
        length = len(wanted.quote)
        found: list[_Place] = []
        for first in self._places(head)[:4]:
            for last in self._places(tail)[:4]:
                if length // 2 <= last.end - first.start <= 2 * length:
                    exact = self._even.text[first.start : last.end] == wanted.quote
                    share = (first.evidence + last.evidence) / (head.most + tail.most)
                    found.append(_Place(first.start, last.end, share * wanted.most, exact))
        return found

    def _weighed(self, wanted: _Wanted, start: int, end: int, *, exact: bool) -> _Place:
        return _Place(start, end, _evidence(wanted, self._even.text, start, end), exact)

    def _real(self, places: list[_Place], wanted: _Wanted, past: _Past, here: tuple[int, int]) -> list[_Place]:
        """The best place that is no lookalike, and those that are not clear of it."""
        real: list[_Place] = []
        for one in places:
            if real and _clear(real[0].evidence, one.evidence, wanted.most):
                break
            if not past.lookalike(here, one):
                real.append(one)
        return real

    def _decide(self, wanted: _Wanted, places: list[_Place], past: _Past | None, here: tuple[int, int] | None) -> Found:
        """The place that is meant; none when there is none, or when it cannot be told which."""
        if not places or not (self._enough(wanted, places[0]) or self._only(wanted, places[0], past)):
            return _ORPHAN
        best = places[0]
        if len(places) > 1 and not _clear(best.evidence, places[1].evidence, wanted.most):
            rivals = [one for one in places if not _clear(best.evidence, one.evidence, wanted.most)]
            known = past.likest(here, rivals) if past is not None and here is not None else None
            if known is None:
                return _ORPHAN
            best = known
        span = Span(self._even.start(best.start), self._even.end(best.end))
        return span, "exact" if best.exact else "moved"

    def _only(self, wanted: _Wanted, best: _Place, past: _Past | None) -> bool:
        """Whether the quote is several words that stand at one place in both texts, whatever surrounds them."""
        words = best.exact and past is not None and len(wanted.quote) >= _WORDS and " " in wanted.quote
        return words and past is not None and past.once(wanted.quote) and _once(wanted.quote, self._even.text)

    def _enough(self, wanted: _Wanted, best: _Place) -> bool:
        if best.evidence < min(_ENOUGH, 0.6 * wanted.most):
            return False
        if best.exact:
            return True
        return best.evidence >= 0.4 * wanted.most


class _Past:
    """An earlier text, asked what a place in the new one was."""

    def __init__(self, old: str, new: str, places: Sequence[_Place]) -> None:
        from reader.annotate.even import Even
        from reader.annotate.seeds import Seeds

        self._raw = old
        self._old = Even(old)
        self._new = new
        self._seeds = Seeds(self._old.text, (_around(new, one.start, one.end, _WIDE).passage for one in places))

    def place(self, anchor: Anchor) -> tuple[int, int] | None:
        """Where the anchor is in the evened earlier text; None when it is not of that text."""
        if self._raw[anchor.start : anchor.end] != anchor.quote:
            return None
        return self._old.offset(anchor.start), self._old.offset(anchor.end)

    def once(self, quote: str) -> bool:
        """Whether the earlier text has these words at one place only."""
        return _once(quote, self._old.text)

    def lookalike(self, here: tuple[int, int], one: _Place) -> bool:
        """Whether a place in the new text is more like another passage of the earlier one than like the anchor's."""
        from reader.model.annotation import CONTEXT

        close = _around(self._new, one.start, one.end, CONTEXT)
        wide = _around(self._new, one.start, one.end, _WIDE)
        own_close, own_wide = self._likeness(close, *here), self._likeness(wide, *here)
        if own_wide >= wide.most - 0.5:
            return False
        for begin in self._seeds.candidates(wide.passage, _ASKED):
            start = begin + len(wide.before)
            near = self._old.text.find(wide.quote, max(0, start - _SLACK), start + len(wide.quote) + _SLACK)
            start = near if near >= 0 else max(0, start)
            end = start + len(wide.quote)
            if start < here[1] and here[0] < end:
                continue
            likeness = self._likeness(close, start, end)
            if _clear(own_close, likeness, close.most):
                continue
            if _clear(likeness, own_close, close.most) or self._likeness(wide, start, end) > own_wide + _MARGIN:
                return True
        return False

    def likest(self, here: tuple[int, int], rivals: Sequence[_Place]) -> _Place | None:
        """The one place that the wider surroundings in the earlier text speak for."""
        weighed = [(self._likeness(_around(self._new, one.start, one.end, _WIDE), *here), one) for one in rivals]
        weighed.sort(key=lambda pair: -pair[0])
        return weighed[0][1] if weighed[0][0] - weighed[1][0] >= 24 else None

    def _likeness(self, wide: _Wanted, start: int, end: int) -> float:
        return _evidence(wide, self._old.text, start, end)


def _around(text: str, start: int, end: int, width: int) -> _Wanted:
    return _Wanted(text[max(0, start - width) : start], text[start:end], text[end : end + width])


def _wanted(anchor: Anchor) -> _Wanted:
    from reader.annotate.even import even

    return _Wanted(even(anchor.before), even(anchor.quote), even(anchor.after))


def _once(words: str, text: str) -> bool:
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0


def _cuts(text: str, place: int) -> bool:
    """Whether a place lies inside a word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _parts(wanted: _Wanted) -> Sequence[str]:
    """What seeds are taken of."""
    if len(wanted.quote) > 2 * _LONG:
        return wanted.before + wanted.quote[:_LONG], wanted.quote[-_LONG:] + wanted.after
    return (wanted.passage,)


def _evidence(wanted: _Wanted, text: str, start: int, end: int) -> float:
    """Code points of what is wanted that agree with the text around a range, beyond chance."""
    before, after = wanted.before, wanted.after
    return (
        _alike(wanted.quote, text[start:end])
        + _alike(before, text[max(0, start - len(before)) : start])
        + _alike(after, text[end : end + len(after)])
    )


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return _beyond_chance(Indel.normalized_similarity(one, other)) * len(one) if one != other else len(one)


def _beyond_chance(similarity: float) -> float:
    return max(0.0, (similarity - _CHANCE) / (1 - _CHANCE))


def _clear(best: float, other: float, most: float) -> bool:
    return best - other >= (4 if best >= most - 0.5 else max(6.0, 0.15 * best))


def _aligned(wanted: _Wanted, window: str) -> tuple[int, int] | None:
    """The range of ``window`` that answers to the quote when the passage is laid along it; None when nothing does."""
    from rapidfuzz.distance import Indel, Levenshtein

    steps = Levenshtein.opcodes(wanted.passage, window)
    start = _across(steps, len(wanted.before), first=True)
    end = _across(steps, len(wanted.before) + len(wanted.quote), first=False)
    while start < end and window[start] == " ":
        start += 1
    while start < end and window[end - 1] == " ":
        end -= 1
    least = 0.75 if len(wanted.quote) < 12 else 0.65
    if Indel.normalized_similarity(wanted.quote, window[start:end]) >= least:
        return start, end
    # Edits at the rim may be laid against words of the quote: of whole words nearby, those most like it.
    length, best, found = len(wanted.quote), 0.0, None
    own = _WORD.findall(wanted.quote)
    if length > _WORDY or not own or any(wanted.cuts):
        return None
    words = [word.span() for word in _WORD.finditer(window)]
    for first, (begin, first_end) in enumerate(words):
        for last_begin, finish in words[first:]:
            if finish - begin > 1.7 * length:
                break
            likeness = Indel.normalized_similarity(wanted.quote, window[begin:finish], score_cutoff=least)
            if likeness:  # a passage that begins and ends as it did is likelier the whole of it
                likeness += 0.08 * (window[begin:first_end] == own[0]) + 0.08 * (window[last_begin:finish] == own[-1])
            if likeness > best:
                best, found = likeness, (begin, finish)
    return found


def _across(steps: Opcodes, place: int, *, first: bool) -> int:
    """Where a place in the passage has gone; what was inserted at it stays outside the range."""
    here = 0
    for step in steps:
        if (first and step.src_start <= place < step.src_end) or (not first and step.src_start < place <= step.src_end):
            if step.tag == "replace" and not first and place == step.src_end:
                return step.dest_end
            return min(step.dest_start + place - step.src_start, step.dest_end)
        if step.src_end <= place:
            here = step.dest_end if first or step.src_end < place or step.tag != "insert" else here
    return here
