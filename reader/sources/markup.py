"""A part of a page as Markdown, element by element: for pages too short or too odd for the article finder."""

from __future__ import annotations

import re
from typing import Any

_UNREAD = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "form", "button", "nav", "footer",
     "aside", "select", "textarea", "canvas", "video", "audio", "math")
)  # fmt: skip
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "s": "~~", "del": "~~"}
_BLOCKS = frozenset(
    ("address", "article", "body", "center", "dd", "div", "dl", "dt", "details", "fieldset", "figcaption", "figure",
     "header", "hgroup", "html", "main", "p", "section", "summary", "table", "ul", "ol", "li", "blockquote", "pre",
     "hr", "h1", "h2", "h3", "h4", "h5", "h6", "thead", "tbody", "tfoot", "tr", "td", "th")
)  # fmt: skip
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
_LINE_START = re.compile(r"^([#+=>-]|\d{1,9}(?=[.)]))")


def markdown_of(node: Any) -> str:
    """The visible words of an lxml element and what structure they have; not nested deeper than Python can call."""
    return "\n\n".join(_blocks(node)).strip()


def _blocks(node: Any) -> list[str]:
    """Blocks inside an element; loose words between them are paragraphs."""
    blocks: list[str] = []
    loose: list[str] = []

    def end_paragraph() -> None:
        words = _paragraph("".join(loose))
        loose.clear()
        if words:
            blocks.append(words)

    loose.append(_escaped(node.text))
    for child in node:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _BLOCKS:
            end_paragraph()
            blocks += _block(tag, child)
        elif tag and tag not in _UNREAD:
            if any(isinstance(inner.tag, str) and inner.tag in _BLOCKS for inner in child.iterdescendants()):
                end_paragraph()
                blocks += _blocks(child)
            else:
                loose.append(_inline(tag, child))
        loose.append(_escaped(child.tail))
    end_paragraph()
    return blocks


def _block(tag: str, node: Any) -> list[str]:
    if tag in _UNREAD:
        return []
    if tag == "hr":
        return ["---"]
    if tag == "pre":
        code = (node.text_content() or "").strip("\n")
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", code)), default=0))
        return [f"{fence}\n{code}\n{fence}"] if code.strip() else []
    if tag == "table" and node.find(".//table") is None:
        return _table(node)
    if tag in ("ul", "ol"):
        return _items(tag, node)
    inner = _blocks(node)
    if tag == "blockquote":
        return ["\n>\n".join(_prefixed(block, "> ") for block in inner)] if inner else []
    if tag[0] == "h" and tag[1:].isdigit():
        heading = " ".join(inner).replace("\n", " ")
        return [f"{'#' * int(tag[1])} {heading}"] if heading else []
    return inner


def _items(tag: str, node: Any) -> list[str]:
    items: list[str] = []
    for child in node:
        if not isinstance(child.tag, str):
            continue
        inner = _block("div", child) if child.tag == "li" else _block(child.tag, child)
        if inner:
            marker = f"{len(items) + 1}. " if tag == "ol" else "- "
            text = "\n\n".join(inner)
            items.append(marker + _prefixed(text, " " * len(marker)).lstrip(" "))
    return ["\n".join(items)] if items else []


def _table(node: Any) -> list[str]:
    rows = [
        [" ".join(_blocks(cell)).replace("\n", " ") for cell in row if cell.tag in ("td", "th")]
        for row in node.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width < 2:  # laid out with it, not a table
        return [cell for row in rows for cell in row if cell]
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return ["\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]


def _inline(tag: str, node: Any) -> str:
    if tag == "br":
        return "\0"  # becomes a hard break when the paragraph is put together
    if tag == "img":
        return _escaped(node.get("alt"))
    if tag == "code":
        words = " ".join((node.text_content() or "").split())
        return f"`` {words} ``" if words else ""
    inner = _escaped(node.text) + "".join(
        (_inline(child.tag, child) if isinstance(child.tag, str) and child.tag not in _UNREAD else "")
        + _escaped(child.tail)
        for child in node
    )
    words = inner.strip(" \0")
    if not words:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if tag in _MARKS:
        return f"{before}{_MARKS[tag]}{words}{_MARKS[tag]}{after}"
    target = (node.get("href") or "").strip()
    if tag == "a" and re.match(r"https?://|mailto:", target, re.IGNORECASE):
        address = re.sub(r"[<>\s\\]", lambda match: f"%{ord(match[0]) % 256:02X}", target)
        return f"{before}[{words}](<{address}>){after}"
    return inner


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", (text or "").replace("\0", "")))


def _paragraph(words: str) -> str:
    lines = [_LINE_START.sub(_guarded, " ".join(line.split())) for line in words.split("\0")]
    return "\\\n".join(line for line in lines if line)


def _guarded(match: re.Match[str]) -> str:
    # Digits take no backslash; the dot behind them does, and an entity in front is as good.
    return f"\\{match[1]}" if not match[1][0].isdigit() else f"&#{ord(match[1][0])};{match[1][1:]}"


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() for line in text.split("\n"))
