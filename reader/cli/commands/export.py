"""``dateline export``: annotations and facts for other tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.cli import complain, say
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    from reader.exchange.formats import FORMATS

    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    listing = "\n".join(f"  {one.name:10} {one.title}" for one in FORMATS)
    parser.epilog = (
        f"formats:\n{listing}\n\nWithout --document, --query or --all: the articles that you annotated; for timeml and"
        " facts, all of them.\nA file in the folder with another content is kept as a copy unless --replace is given."
    )
    names = [one.name for one in FORMATS]
    parser.add_argument("--to", choices=names, metavar="FORMAT", help=", ".join(names))
    parser.add_argument("out", nargs="?", metavar="OUT", help="file or folder; without it, or with -, standard output")
    parser.add_argument("--document", action="append", metavar="D", help="only this article: id, path or address")
    parser.add_argument("--query", metavar="Q", help="only the articles that a search finds")
    parser.add_argument("--all", action="store_true", help="all articles, annotated or not")
    parser.add_argument("--suggestions", action="store_true", help="jsonl: also the facts that you did not judge")
    parser.add_argument("--replace", action="store_true", help="overwrite files in the folder without keeping copies")
    parser.add_argument("--templates", action="store_true", help="write the templates of Markdown notes, to be changed")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Write the export; where it went is told on standard error."""
    from reader.cli.caught_up import take_missing_facts
    from reader.cli.named import Unknown
    from reader.exchange.errors import ExchangeError
    from reader.exchange.exporting import export, text_of
    from reader.exchange.formats import Options, format_named
    from reader.exchange.templates import Templates, templates_folder, write_usual

    try:
        if options.templates:
            for path in write_usual(templates_folder()):
                say(path)
            return complain(f"templates of Markdown notes lie in {templates_folder()}", 0)
        if options.to is None:
            raise WrongUse("export takes --to FORMAT (dateline export --help tells more)")
        format = format_named(options.to)
        chosen = Options(Templates.of(templates_folder()), options.suggestions)
        documents = _documents(options, library)
        if format.facts and (options.all or (documents is None and format.everything)):
            take_missing_facts(library)
        if options.out in (None, "-"):
            for piece in text_of(library, format, documents, chosen):
                sys.stdout.write(piece)
            return 0
        out = Path(options.out)
        folder = True if options.out.endswith(("/", "\\")) else None
        done = export(library, format, out, documents, chosen, as_folder=folder, replace=options.replace)
    except (ExchangeError, Unknown) as error:
        return complain(str(error))
    complain(done.sentence, 0)
    return 0


def _documents(options: argparse.Namespace, library: Library) -> list[str] | None:
    """Ids of what was asked for; None for what the format is about by itself."""
    from reader.cli.named import document_named
    from reader.cli.searchable import make_searchable
    from reader.exchange.gathering import all_ids, found_ids

    if options.document:
        return list(dict.fromkeys(document_named(library, name).id for name in options.document))
    if options.query:
        make_searchable(library)
        return found_ids(library, options.query)
    return all_ids(library) if options.all else None
