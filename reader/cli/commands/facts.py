"""``dateline facts``: what extraction finds in articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.cli import complain
from reader.cli.errors import WrongUse
from reader.cli.lines import asked_in, lines_of, standard_input
from reader.cli.printing import json_line, json_text, table, tsv
from reader.model import KINDS, Document, Fact, Published, clean, text_version

if TYPE_CHECKING:
    from reader.cli.reviewed import Said


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE|-", help="articles; a folder stands for those in it")
    parser.add_argument("--date", metavar="D", help="publication date, where the article does not give one")
    parser.add_argument("--kind", metavar="K,...", help=f"only these kinds: {', '.join(KINDS)}")
    parser.add_argument("--format", choices=("jsonl", "json", "table", "tsv", "timeml"), default="table")
    parser.add_argument("--input", choices=("files", "jsonl"), default="files", help='jsonl: {"id","text","published"}')
    parser.add_argument("--actors", metavar="NAME", help="who finds actors: default, spacy:MODEL or a plugin")
    parser.add_argument("--as-found", action="store_true", help="without what you said of them in the library")


def run(options: argparse.Namespace) -> int:
    """Print the facts of each input; one that fails is told and the others are done."""
    from reader.cli.reviewed import said
    from reader.settings import config_file
    from reader.settings.config import load_config

    kinds = _kinds(options.kind)
    given = _date(options.date)
    options.actors = options.actors or load_config(config_file()).text("facts.actors")
    with said(options) as known:
        if options.input == "jsonl":
            return _stream(options.files, given, kinds, options.actors, known)
        return _print(options, given, kinds, known)


def _print(options: argparse.Namespace, given: Published | None, kinds: frozenset[str], known: Said) -> int:
    results: list[dict[str, Any]] = []
    failed = 0
    for document in _documents(options.files):
        if isinstance(document, str):
            failed += 1
            complain(document)
            continue
        published = given or document.published
        found = _extract(document.text, published, document.blocks, kinds, options.actors)
        facts = known.of(found, document)
        if options.format == "timeml":
            from reader.extract.timeml import timeml

            shown = [fact for fact in facts if fact.kind in kinds]
            print(timeml(document.text, shown, published, identifier=document.id, title=document.title))
            continue
        result = {
            "id": document.id,
            "path": document.path,
            "title": document.title,
            "published": published.iso if published else None,
            "text": document.text,
            "facts": known.lines(facts, document.version, kinds),
        }
        if options.format == "jsonl":
            json_line(result)
        else:
            results.append(result)
    if options.format == "json":
        print(json_text(results, indent=2))
    elif options.format in ("table", "tsv") and (results or not failed):
        _columns(options.format, results)
    return 1 if failed else 0


def _kinds(given: str | None) -> frozenset[str]:
    kinds = frozenset(kind.strip() for kind in given.split(",")) if given else frozenset(KINDS)
    if unknown := sorted(kinds - set(KINDS)):
        raise WrongUse(f"there is no kind “{unknown[0]}”: choose among {', '.join(KINDS)}")
    return kinds


def _date(given: str | None) -> Published | None:
    try:
        return Published.parse(given) if given else None
    except ValueError as error:
        raise WrongUse(str(error)) from None


def _extract(
    text: str, published: Published | None, blocks: Sequence[Any], kinds: frozenset[str], actors: str
) -> tuple[Fact, ...]:
    from reader.extract.actors.engine import UnknownEngine
    from reader.extract.pipeline import extract

    try:
        return extract(text, published, blocks, kinds | {"actor"}, actors=actors)  # others follow their actors
    except UnknownEngine as error:
        raise WrongUse(str(error)) from None


def _documents(files: Sequence[str]) -> Iterator[Document | str]:
    """Documents in order, or a sentence for what cannot be one."""
    from reader.sources import SourceError, find, load, load_stream
    from reader.sources.opening import LIMIT

    for name in files:
        if name == "-":
            try:
                yield load_stream(sys.stdin.buffer.read(LIMIT + 1))
            except SourceError as error:
                yield str(error)
            continue
        for path in find([name]):
            try:
                yield load(path)
            except SourceError as error:
                yield str(error)


def _columns(form: str, results: Sequence[dict[str, Any]]) -> None:
    head = ("kind", "type", "text", "value", "start", "end", "confidence")
    rows = []
    for result in results:
        for fact in result["facts"]:
            kind_type = fact.get("type") or ("direct" if fact.get("direct") else fact.get("unit") or "")
            value = fact.get("value") or fact.get("speaker") or ""
            if fact["kind"] == "event":
                kind_type, value = fact["modality"] or ("said" if fact["reporting"] else ""), _clause(fact)
            rows.append(
                (fact["kind"], kind_type, fact["text"], str(value), str(fact["start"]), str(fact["end"]),
                 f"{fact['confidence']:.2f}")
            )  # fmt: skip
    if form == "tsv":
        tsv(head, rows)
    else:
        table(head, rows, wide=2)


def _clause(event: dict[str, Any]) -> str:
    """``Joe Biden – plans to speak – Vladimir Putin · 2021-12-30``"""
    parts = [event[name] for name in ("subject", "action", "object")]
    when = event["when"] or {}
    words = " – ".join(part["text"] for part in parts if part)
    return f"{words} · {when.get('value') or when['text']}" if when else words


def _stream(files: Sequence[str], given: Published | None, kinds: frozenset[str], actors: str, known: Said) -> int:
    """One JSON line in, one out, in order; a line that fails is answered by ``{"id", "error"}``."""
    failed = 0
    for name in files:
        try:
            stream = standard_input() if name == "-" else open(name, "rb")  # noqa: SIM115 - closed below
        except OSError as error:
            failed += 1
            complain(f"{name}: {error.strerror}")
            continue
        with stream:
            for line in lines_of(stream):
                if line.strip():
                    answer = _answer(line, given, kinds, actors, known)
                    failed += "error" in answer
                    json_line(answer)
    return 1 if failed else 0


def _answer(line: bytes, given: Published | None, kinds: frozenset[str], actors: str, known: Said) -> dict[str, Any]:
    identity: Any = None
    try:
        asked = asked_in(line)
        identity = asked.get("id")
        raw = asked["text"]
        if not isinstance(raw, str):
            raise ValueError("“text” is not a string")
        date = asked.get("published")
        published = Published.parse(date) if date else given
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        return {"id": identity, "error": _sentence(error)}
    text = clean(raw)
    facts = known.of(_extract(text, published, (), kinds, actors))
    # Replaced one code point for one: the offsets hold in the text as it was given, and so do the words.
    told = [fact | {"text": raw[fact["start"] : fact["end"]]} for fact in known.lines(facts, text_version(text), kinds)]
    return {
        "id": identity,
        "path": None,
        "title": asked.get("title") or "",
        "published": published.iso if published else None,
        "text": raw,
        "facts": told,
    }


def _sentence(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"there is no “{error.args[0]}”"
    if isinstance(error, ValueError):
        return str(error)
    return "not a JSON object"
