"""An article with its highlights as one HTML page: opens offline, runs nothing, fetches nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from reader.exchange.annotated import Annotated, address, value_of
from reader.model import Annotation, Block, BlockKind, Document, Span, Style

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root{color-scheme:light dark}
body{font:1.05rem/1.6 Georgia,serif;max-width:42rem;margin:3rem auto;padding:0 1.2rem;color:#1c1c1c;background:#fdfcf9}
header p,footer,.who{font-family:system-ui,sans-serif;font-size:.85rem;color:#666}
p,li,pre,blockquote{white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fbe9a9;color:inherit;padding:.05em 0}
mark.note{border-bottom:2px solid #b8860b}
span.f{border-bottom:1px dotted #888}
span.actor{border-bottom-style:solid}span.date{border-bottom-style:dashed}span.quote{border-bottom-style:none;font-style:italic}
sup{font:.7rem system-ui,sans-serif;color:#8a6300}
ol.notes{border-top:1px solid #ccc;padding-top:1rem}
q{font-style:italic}
@media(prefers-color-scheme:dark){body{color:#e4e0d8;background:#1b1a18}mark{background:#5c4a12}
header p,footer,.who{color:#999}sup{color:#e0b84c}}
"""
_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.STRIKE: "s", Style.CODE: "code"}


@dataclass(frozen=True, slots=True)
class _Layer:
    """A range with the tags around it; lower ranks stand outside."""

    span: Span
    opening: str
    closing: str
    rank: int
    number: int = 0
    """Of the note that is told at its end."""


def write(article: Annotated) -> str:
    """The page. Marks of the reader are ``mark``, facts dotted underlines with their values as titles."""
    document = article.document
    placed = article.placed
    layers = [layer for number, (span, one) in enumerate(placed, start=1) for layer in [_mark(span, one, number)]]
    layers += [
        _Layer(fact.span, f'<span class="f {fact.kind}" title="{escape(value_of(fact))}">', "</span>", 1)
        for fact in article.facts
        if fact.kind in ("actor", "date", "figure")
    ]
    body = "".join(_blocks(document, layers))
    language = escape(document.language or "en")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{_header(article)}<article>\n{body}</article>\n{_notes(article)}</body>\n</html>\n"
    )


def _header(article: Annotated) -> str:
    document = article.document
    url = address(document)
    told = [document.source, document.author, document.published.date.isoformat() if document.published else ""]
    line = " · ".join(escape(part) for part in told if part)
    if url.startswith(("http://", "https://")):
        line += f' · <a rel="noreferrer noopener" href="{escape(url)}">{escape(url)}</a>'
    has_title = bool(document.blocks) and document.blocks[0].kind is BlockKind.HEADING
    title = "" if has_title else f"<h1>{escape(document.title)}</h1>\n"
    return f"<header>\n{title}<p>{line}</p>\n</header>\n"


def _mark(span: Span, one: Annotation, number: int) -> _Layer:
    kind = "note" if one.note else "bare"
    title = escape(" ".join(filter(None, [one.label, *(f"#{tag}" for tag in one.tags)])))
    return _Layer(span, f'<mark class="{kind}" title="{title}">', "</mark>", 0, number)


def _blocks(document: Document, layers: list[_Layer]) -> Iterator[str]:
    waiting = deque(sorted(layers, key=lambda layer: layer.span.start))
    reaching: list[_Layer] = []
    for block in document.blocks or _paragraphs(document.text):
        reaching = [layer for layer in reaching if layer.span.end > block.start]
        while waiting and waiting[0].span.start < block.end:
            reaching.append(waiting.popleft())
        here = [layer for layer in reaching if layer.span.overlaps(block.span)]
        here += [
            _Layer(Span(run.start, run.end), f"<{_TAGS[run.style]}>", f"</{_TAGS[run.style]}>", 2)
            for run in block.runs
            if run.style in _TAGS
        ]
        opening, closing = _tags(block)
        yield f"{opening}{_inline(document.text, block.span, here)}{closing}\n"


def _tags(block: Block) -> tuple[str, str]:
    if block.kind is BlockKind.RULE:
        return "<hr>", ""
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), 6)
        return f"<h{level}>", f"</h{level}>"
    if block.kind in (BlockKind.CODE, BlockKind.TABLE):
        return "<pre>", "</pre>"
    marker = escape(block.marker) + " " if block.marker else ""
    indent = f' style="margin-left:{2 * min(block.indent, 9)}em"' if block.indent else ""
    if block.quote or block.kind is BlockKind.QUOTE:
        return f"<blockquote{indent}>{marker}", "</blockquote>"
    return f"<p{indent}>{marker}", "</p>"


def _inline(text: str, span: Span, layers: list[_Layer]) -> str:
    """The text of a block, cut at every edge of a layer, so that tags nest though layers overlap."""
    edges = {span.start, span.end}
    for layer in layers:
        edges |= {edge for edge in (layer.span.start, layer.span.end) if span.start < edge < span.end}
    waiting = deque(sorted(layers, key=lambda one: one.span.start))
    around: list[_Layer] = []
    out: list[str] = []
    for start, end in pairwise(sorted(edges)):
        around = [one for one in around if one.span.end > start]
        while waiting and waiting[0].span.start <= start:
            around.append(waiting.popleft())
        around.sort(key=lambda one: one.rank)
        out += [one.opening for one in around]
        out.append(escape(text[start:end]))
        out += [one.closing for one in reversed(around)]
        out += [f"<sup>{one.number}</sup>" for one in around if one.number and one.span.end == end]
    return "".join(out)


def _paragraphs(text: str) -> list[Block]:
    from reader.extract.sentences import paragraphs

    return [Block(BlockKind.PARAGRAPH, span.start, span.end) for span in paragraphs(text)]


def _notes(article: Annotated) -> str:
    rows: list[str] = []
    for span, one in article.placed:
        rows.append(_row(one, span.of(article.document.text)))
    rows += [_row(one, one.anchor.quote if one.anchor else "") for one in article.unplaced]
    return f'<ol class="notes">\n{"".join(rows)}</ol>\n' if rows else ""


def _row(one: Annotation, words: str) -> str:
    quote = f"<q>{escape(' '.join(words.split()))}</q> " if words else ""
    marks = escape(" ".join(filter(None, [one.label, *(f"#{tag}" for tag in one.tags)])))
    note = f"<p>{escape(one.note)}</p>" if one.note else ""
    return f'<li>{quote}<span class="who">{marks}</span>{note}</li>\n'
