"""Where sentences begin and end in news: abbreviations, initials, bylines, headings without a stop, quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.extract.syntax.words import words
from reader.model import Span

# Full stops, with what closes after them: quotation marks, brackets, a footnote number.
_STOP = re.compile(r"[.!?…。！？]+(?:['\"”’»)\]]|\[\d{1,3}\])*(?=\s|$)|[。！？]+[」』”]*")
_BLANK_LINE = re.compile(r"\n\s*\n")
_OPENERS = "\"'“‘«„([*_"
_NEXT = re.compile(r"[\"'“‘«„(\[*_`]*([^\W_]+(?:['’][^\W_]+)?)?")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'/—–]+\Z")
_BULLET = re.compile(r"(?:[-*•‣◦▪–—·]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\Z|[^\W\d_]\Z")
# "“Is it over?” Ms. Adeyemi asked.": the sentence goes on to its speaker.
_SPEAKER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|[A-Z])\.\s|[A-Z][\w’'-]*[\s,]+|(?:of|de|van|von|al|the)\s){1,6}"
    r"(?:said|says|asks?|asked|told|wrote|writes|adds|added|cried|shouted|replied|joked|quipped|tweeted|recalled)\b"
)

# Always before a name or a number: never an end.
_TITLES = words(
    "adm atty brig capt cmdr col cpl cpt det dir dr drs ens fr gen gov hon insp lt maj messrs mlle mme mr mrs ms "
    "msgr mt pres prof pvt rep reps rev sen sens sgt spc sr supt ven vs v viz cf eg ie fig figs no nos pp vol ch "
    "sec art approx ca ft mgr st ste"
)
# Before a name, number or more of the same; an end only where a word follows that opens sentences.
_SHORT = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd "
    "llc plc bros jr etc al ave blvd rd est dept univ assn natl intl ala ariz ark calif colo conn del fla ga ill "
    "ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo min max "
    "hrs hr lbs lb oz mph kg km cm bn mn mln m esq ph.d phd b.a m.a m.d a.m p.m u.s u.k u.n e.u d.c u.s.a"
)
LONGEST = 3_000
"""Characters after which a sentence is cut at a space: no writer's is as long, and all that reads them stays quick."""
_WIDEST = 130
"""Characters of the longest line that hard wrapping leaves; longer ones are whole paragraphs."""
_MONTHS = words("january february march april may june july august september october november december")
_STARTERS = words(
    "the a an this that these those it he she we they i you his her its our their my in on at by for from with as "
    "to but and or so yet if when while after before since because although though despite during there here what "
    "who why how where which both all some many most few several one two three other others another no not nor "
    "only even still also then now later earlier meanwhile however moreover instead according under over between "
    "among about around last next today yesterday tomorrow mr mrs ms dr more it's he's she's they're we're that's "
    "there's i'm don't"
)


def sentences(text: str) -> list[Span]:
    """Ranges of the sentences of ``text`` in order; white space between them belongs to none.

    None runs over a blank line. A single newline ends one only where the line was broken on purpose: before a bullet,
    or where the next word would still have had room. Linear in the text.
    """
    found: list[Span] = []
    for part in paragraphs(text):
        _paragraph(text, part.start, part.end, found)
    return found


def paragraphs(text: str) -> list[Span]:
    """Stretches of ``text`` between blank lines, without the white space around them."""
    found: list[Span] = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        _add(text, start, gap.start(), found)
        start = gap.end()
    _add(text, start, len(text), found)
    return found


def _paragraph(text: str, start: int, end: int, found: list[Span]) -> None:
    breaks = _line_ends(text, start, end) if text.find("\n", start, end) >= 0 else []
    breaks.append(end)
    for line_end in breaks:
        begin = start
        for stop in _STOP.finditer(text, start, line_end):
            if stop.end() < line_end and not _ends(text, begin, stop.start(), stop.end(), line_end):
                continue
            _add(text, begin, stop.end(), found)
            begin = stop.end()
        _add(text, begin, line_end, found)
        start = line_end


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        found.append(Span(start, cut))
        start = cut + (space > 0)
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        found.append(Span(start, end))


def _ends(text: str, begin: int, at: int, after: int, limit: int) -> bool:
    """Whether the stop at ``at``, closed until ``after``, ends the sentence that began at ``begin``."""
    if text[at] in "。！？":
        return True
    where = after
    while where < limit and text[where].isspace():
        where += 1
    match = _NEXT.match(text, where, limit)
    following = match.group(1) if match else None
    if following is None:
        return not text.startswith((".", "…", ",", ";"), where)
    if following[0].islower():
        return False
    if text[after - 1] in "\"”’'»" and text[after - 2 : after - 1] in "!?…" and _SPEAKER.match(text, where, limit):
        return False
    if text[at] != "." or (after - at > 1 and text[at + 1] == "."):
        return True  # question, exclamation, or an ellipsis before a capital
    word = _LAST_WORD.search(text, max(begin, at - 24), at)
    if word is None:
        return True
    opens = following.lower().replace("’", "'") in _STARTERS and not text.startswith("No. ", where)
    last = word.group().lower()
    if not text[begin : word.start()].strip() and _NUMBER.match(word.group()):
        return False  # "1. Talks go on": the number of a list
    if last in _TITLES:
        return last in ("no", "art", "st", "sec", "fig", "sr") and opens and after - at == 1 and not following.isdigit()
    if last in _SHORT or (_INITIALS.match(last) and word.group()[0].isupper()):
        return opens
    return not (last.isdigit() and len(last) <= 2 and following.lower() in _MONTHS)


def _line_ends(text: str, start: int, end: int) -> list[int]:
    """Newlines inside a paragraph that were meant: not the ones of hard wrapping."""
    lines = text[start:end].split("\n")
    width = max(len(line.rstrip()) for line in lines)
    ends: list[int] = []
    at = start
    for line, following in pairwise(lines):
        at += len(line) + 1
        words = following.split(None, 1)
        if not words:
            continue
        capital = not words[0].lstrip(_OPENERS)[:1].islower()
        room = width > _WIDEST or len(line.rstrip()) + 1 + len(words[0]) < width
        if _BULLET.match(following.lstrip()) or (room and capital):
            ends.append(at)
    return ends
