"""``dateline annotate``: labels and notes from the command line; what is acknowledged is on disk."""

from __future__ import annotations

import argparse
from typing import Any, BinaryIO

from reader.cli import complain, say
from reader.cli.errors import WrongUse
from reader.cli.lines import asked_in, batches, standard_input
from reader.cli.named import Unknown, document_named
from reader.cli.opened import with_library
from reader.cli.printing import json_line
from reader.library import AddAnnotation, Library, LibraryError
from reader.model import Anchor, Annotation, Document, Span, clean_line

MOST = 64
"""Lines that one commit may hold; others are waiting for theirs only if they came at the same moment."""
IDLE = 0.5
"""Seconds without a line after which the article list is told of what came in."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "document", metavar="DOC|FILE|-", help="id, path or address; with --input a file of lines, or -"
    )
    parser.add_argument("--start", type=int, metavar="N", help="first code point of the text, counted from 0")
    parser.add_argument("--end", type=int, metavar="N", help="the code point after the last")
    parser.add_argument("--quote", metavar="TEXT", help="the words themselves, where they occur once")
    parser.add_argument("--label", default="", metavar="L", help="a label; none and no note: highlight")
    parser.add_argument("--note", default="", metavar="T", help="Markdown; without a place it is on the whole article")
    parser.add_argument("--tag", action="append", default=[], metavar="T", help="may be given several times")
    parser.add_argument(
        "--input", choices=("jsonl",), help='lines of {"document","start","end","label","note"}; each is answered'
    )


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Annotate, and say what was saved."""
    if options.input:
        return _stream(library, options.document)
    asked = {name: getattr(options, name) for name in ("document", "start", "end", "quote", "label", "note")}
    try:
        change = _Reader(library).change({**asked, "tags": options.tag})
    except (Unknown, WrongUse) as error:
        return complain(str(error), 2 if isinstance(error, WrongUse) else 1)
    library.do(change)
    say(f"{change.title}: saved as {change.annotation.id}")
    return 0


def _stream(library: Library, name: str) -> int:
    try:
        stream: BinaryIO = standard_input() if name == "-" else open(name, "rb")  # noqa: SIM115 - read to its end
    except OSError as error:
        return complain(f"{name}: {error.strerror}")
    failed = 0
    reader = _Reader(library)
    library.settle()
    for batch in batches(stream, MOST, IDLE):
        if not batch:
            library.settle()
            continue
        answers = _answers(library, reader, batch)
        for answer in answers:
            json_line(answer)
        failed += sum(not answer["ok"] for answer in answers)
    library.settle()
    return 1 if failed else 0


def _answers(library: Library, reader: _Reader, batch: list[bytes]) -> list[dict[str, Any]]:
    """What becomes of some lines; those that are right are on disk when this returns."""
    read = [reader.line(line) for line in batch if line.strip()]
    changes = [one for one in read if isinstance(one, AddAnnotation)]
    try:
        ids = iter(library.annotations.add_each(changes) if changes else [])
    except LibraryError as error:
        return [{"ok": False, "error": one if isinstance(one, str) else str(error)} for one in read]
    return [{"ok": False, "error": one} if isinstance(one, str) else {"ok": True, "id": next(ids)} for one in read]


class _Reader:
    """Makes annotations of what was asked; remembers the articles that were named."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, Document] = {}
        self._generation = -1

    def line(self, line: bytes) -> AddAnnotation | str:
        """The annotation of a line of JSON, or what is wrong with it."""
        try:
            asked = asked_in(line)
        except ValueError as error:
            return str(error)
        try:
            return self.change(asked)
        except (Unknown, WrongUse, LibraryError) as error:
            return str(error)

    def change(self, asked: dict[str, Any]) -> AddAnnotation:
        """The annotation that was asked for.

        :raises WrongUse: for what cannot be an annotation.
        :raises Unknown: when there is no such document.
        """
        document = self._document(_words(asked, "document"))
        label, note = _words(asked, "label"), _words(asked, "note")
        tags = asked.get("tags") or []
        if not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
            raise WrongUse("“tags” is a list of strings")
        span = _span(asked, document.text)
        annotation = Annotation(
            document=document.id,
            anchor=Anchor.of(document.text, span, document.version) if span else None,
            label=label or ("" if note or not span else "highlight"),
            note=note,
            tags=tuple(tags),
        )
        try:
            return AddAnnotation(annotation, clean_line(_words(asked, "key")))
        except ValueError as error:
            raise WrongUse(str(error)) from None

    def _document(self, name: str) -> Document:
        if not name:
            raise WrongUse("there is no “document”")
        now = self._library.documents.generation()
        if now != self._generation:
            self._generation = now
            self._known.clear()
        if name not in self._known:
            self._known[name] = document_named(self._library, name)
            self._generation = self._library.documents.generation()
        return self._known[name]


def _words(asked: dict[str, Any], name: str) -> str:
    value = asked.get(name)
    if value is not None and not isinstance(value, str):
        raise WrongUse(f"“{name}” is not a string")
    return value or ""


def _span(asked: dict[str, Any], text: str) -> Span | None:
    """The place that is meant; None for the whole article."""
    start, end, quote = asked.get("start"), asked.get("end"), _words(asked, "quote")
    if start is None and end is None:
        return _place_of(quote, text) if quote else None
    if not (type(start) is int and type(end) is int):
        raise WrongUse("“start” and “end” are whole numbers, both given")
    if not 0 <= start < end <= len(text):
        raise WrongUse(f"{start} to {end} is no range of the text, which has {len(text)} code points")
    if quote and text[start:end] != quote:
        raise WrongUse(f"the text from {start} to {end} is not what “quote” says")
    return Span(start, end)


def _place_of(quote: str, text: str) -> Span:
    start = text.find(quote)
    if start < 0:
        raise WrongUse("the words of “quote” are not in the text")
    if text.find(quote, start + 1) >= 0:
        raise WrongUse("the words of “quote” are in the text more than once; give “start” and “end”")
    return Span(start, start + len(quote))
