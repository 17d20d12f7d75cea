"""HTML inside Markdown: tags are taken off, their text is kept, comments, scripts and styles vanish."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# Only names of HTML elements are taken for tags: "<Name>" in a text about forms stays what it is.
_ELEMENTS = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br
button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noframes
noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search
section select small source span strike strong style sub summary sup svg table tbody td template textarea
tfoot th thead time title tr track tt u ul var video wbr
"""
_NAMES = frozenset(_ELEMENTS.split())
_BLOCK_ELEMENTS = """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
_PARTING = frozenset(_BLOCK_ELEMENTS.split())
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,19})((?:\s|/)[^<>]*)?>")
_ATTRIBUTE = re.compile(r"""\s(href|src|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--|<(script|style|template|title)[\s>]", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; ``name`` in lower case."""

    name: str
    closing: bool
    rest: str

    def attribute(self, name: str) -> str:
        """Value of ``href``, ``src``, ``alt`` or ``title``, entities decoded; empty when there is none."""
        for match in _ATTRIBUTE.finditer(self.rest):
            if match[1].lower() == name:
                return html.unescape(match[2] or match[3] or match[4] or "")
        return ""


def read_tag(raw: str) -> Tag | None:
    """The tag that ``raw`` is; None when it is none that HTML knows."""
    match = _TAG.fullmatch(raw)
    if match is None or match[2].lower() not in _NAMES:
        return None
    return Tag(match[2].lower(), bool(match[1]), match[3] or "")


def paragraphs(source: str) -> list[tuple[int, str]]:
    """Text of a block of HTML as ``(heading level or 0, paragraph)``, white space collapsed, ``br`` a newline."""
    found: list[tuple[int, str]] = []
    parts: list[str] = []
    level = 0

    def close() -> None:
        lines = (_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\0"))
        text = "\n".join(lines).strip()
        if text:
            found.append((level, text))
        parts.clear()

    source = _visible(source).replace("\0", "\ufffd")
    position = 0
    for match in _TAG.finditer(source):
        tag = read_tag(match.group())
        if tag is None:
            continue
        parts.append(html.unescape(source[position : match.start()]))
        position = match.end()
        if tag.name == "br":
            parts.append("\0")
        elif tag.name == "img":
            parts.append(tag.attribute("alt"))
        elif tag.name in _PARTING:
            close()
            if tag.name[0] == "h" and tag.name[1:].isdigit():
                level = 0 if tag.closing else int(tag.name[1:])
        elif tag.name in ("td", "th"):
            parts.append(" ")
    parts.append(html.unescape(source[position:]))
    close()
    return found


def _visible(source: str) -> str:
    """``source`` without comments, scripts and styles; one that is never closed is text."""
    parts: list[str] = []
    position = 0
    # Both are looked for at once: each search must end at what is taken off next, or many comments cost a square.
    while hidden := _HIDDEN.search(source, position):
        end = _find(source, f"</{hidden[1]}" if hidden[1] else "-->", hidden.start() + 2)
        if end < 0:
            break
        parts.append(source[position : hidden.start()])
        position = source.find(">", end)
        position = len(source) if position < 0 else position + 1
    parts.append(source[position:])
    return "".join(parts)


def _find(source: str, mark: str, start: int) -> int:
    if mark == "-->":
        return source.find(mark, start)
    match = re.compile(re.escape(mark), re.IGNORECASE).search(source, start)
    return match.start() if match else -1
