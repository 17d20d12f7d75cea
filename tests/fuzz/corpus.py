"""What mutants are made of: hostile documents, feeds, lists and annotations of other tools, all of our own making."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

from tests.fuzz.shapes import SHAPES

SEEDS = Path(__file__).parents[2] / "seeds"
FOUND = Path(__file__).parent / "found"
SIZE = 2_500
"""Characters of each shape."""
# A control sequence of each kind, with a word that may stand nowhere on a terminal unless as letters.
SEQUENCES = [
    "\x1b[7331m", "\x1b[2J", "\x1b[?1049l", "\x1b]0;ZQ\x07", "\x1b]52;c;WlE=\x07", "\x1b]8;;http://e.example\x1b\\x",
    "\x1bPq#0\x1b\\", "\x1b_Gi=1;AA\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x1bc", "\x1b#8", "\x1b(0", "\x9b31m",
    "\x9d52;c;WlE=\x9c", "\x90q\x9c", "\x85", "\x07", "\x08\x08", "\x0e", "\x7f", "\x00", "\x0b", "\r", "\x1b[201~",
    "\u202e", "\u2066", "\u2028", "\u200f", "\U000e0041", "[@click=app.quit]x[/]", "[/b]", "[link=http://e.example]x",
]  # fmt: skip


def _feed(items: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>F</title>{items}'
        "<item><title>T</title><guid>g</guid><link>http://e.example/1</link>"
        "<pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate><description>b</description></item></channel></rss>"
    )


def _atom(items: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><updated>2026-01-05T10:00:00Z</updated>'
        f'<entry><title type="html">{items}</title><id>u:1</id><content type="html">{items}</content></entry></feed>'
    )


def _json_feed(text: str) -> str:
    item = {"id": "1", "title": text, "content_html": text, "date_published": "2026-01-05T10:00:00Z"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": text, "items": [item]})


def _opml(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return f'<opml version="2.0"><body><outline text="{safe}" xmlUrl="http://e.example/{safe}"/></body></opml>'


def _escaped(text: str) -> str:
    return "".join(f"&#{ord(one)};" if ord(one) < 32 or 127 <= ord(one) < 160 else one for one in text)


def _web_annotation(text: str) -> str:
    target = {
        "source": "http://e.example/1",
        "selector": [
            {"type": "TextQuoteSelector", "exact": text[:80], "prefix": text[:9], "suffix": text[-9:]},
            {"type": "TextPositionSelector", "start": 3, "end": 83},
        ],
    }
    body = [{"type": "TextualBody", "value": text[:200], "purpose": "commenting"}]
    return json.dumps(
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": body, "target": target}
    )


def _spans(text: str) -> str:
    line = {"text": text, "meta": {"source": "a"}, "spans": [{"start": 0, "end": 4, "label": "claim"}]}
    return json.dumps(line) + "\n" + json.dumps({"text": text, "label": [[0, 3, "x"]], "entities": [[0, 2, "y"]]})


def _brat(text: str) -> str:
    words = text.replace("\n", " ")[:12]
    lines = (f"T1\tclaim 0 {len(words)}\t{words}", f"#1\tAnnotatorNotes T1\t{words}", f"T2\tclaim 0 3;5 9\t{words}")
    return "\n".join((*lines, "A1\tValue T1 x", ""))


def _readwise(text: str) -> str:
    cell = text[:300].replace('"', '""')
    return f'Highlight,Book Title,Note,Tags\n"{cell}","{cell}","{cell}","a, b"\n'


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """Names with bytes, always in the same order."""
    found: list[tuple[str, bytes]] = []
    for name, shape in SHAPES.items():
        text = shape(SIZE)
        data = text.encode("utf-8", "surrogatepass")
        found += [(f"{name}.md", b"# T\n\n" + data), (f"{name}.txt", data)]
        found.append((f"{name}.html", b"<html><title>T</title><body><p>Words of it. </p>" + data + b"</body></html>"))
        found.append(
            (
                f"{name}.xml",
                _feed(f"<item><title>a</title><description>{text}</description></item>").encode("utf-8", "replace"),
            )
        )
        found.append((f"{name}.atom", _atom(_escaped(text)).encode("utf-8", "replace")))
        found.append((f"{name}.json", _json_feed(text).encode("utf-8", "replace")))
        found.append((f"{name}.opml", _opml(text[:500]).encode("utf-8", "replace")))
        found.append((f"{name}.jsonld", _web_annotation(text).encode("utf-8", "replace")))
        found.append((f"{name}.jsonl", _spans(text).encode("utf-8", "replace")))
        found.append((f"{name}.ann", _brat(text).encode("utf-8", "replace")))
        found.append((f"{name}.csv", _readwise(text).encode("utf-8", "replace")))
    for number, sequence in enumerate(SEQUENCES):
        words = (
            f"Joe Biden {sequence} said on Monday “no {sequence}” in [Geneva {sequence}](http://e.example/{sequence})"
        )
        found.append(
            (f"sequence{number}.md", f"# T {sequence}\n\n{words}\n\n```\n{sequence}\n```\n".encode("utf-8", "replace"))
        )
        found.append(
            (
                f"sequence{number}.html",
                f"<title>{_escaped(sequence)}</title><p>{_escaped(words)}".encode("utf-8", "replace"),
            )
        )
        found.append(
            (
                f"sequence{number}.xml",
                _feed(f"<item><title>{_escaped(_escaped(words))}</title></item>").encode("utf-8", "replace"),
            )
        )
        found.append((f"sequence{number}.txt", words.encode("utf-16")))
        found.append(
            (
                f"sequence{number}-front.md",
                f"---\ntitle: {words}\ndate: {sequence}\n---\n{words}".encode("utf-8", "replace"),
            )
        )
    text = "Кремль подтвердил разговор. The talks begin on 10 January. 会談は一月十日に。"
    for encoding in ("utf-8-sig", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "koi8-r", "shift_jis", "cp1251"):
        found.append((f"encoded-{encoding}.txt", text.encode(encoding, "replace")))
    found.append(("zipped.txt", gzip.compress(b"a" * 5000)))
    found.append(
        (
            "entities.xml",
            b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
            + _feed("<item><title>&b;</title></item>").encode(),
        )
    )
    found += [(path.name, path.read_bytes()) for path in sorted(SEEDS.iterdir()) if path.is_file()]
    found += [(path.name, path.read_bytes()) for path in sorted(FOUND.iterdir()) if path.is_file()]
    return tuple(found)
