"""``dateline import``: annotations made in other tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.cli import complain
from reader.cli.opened import with_library
from reader.cli.printing import json_line, table
from reader.cli.searchable import make_searchable
from reader.library import Library

_WHAT = {"new": "new", "known": "there already", "deleted": "deleted before", "orphan": "no place for it"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    from reader.exchange.importing import FORMATS

    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    listing = "\n".join(f"  {name:10} {title}" for name, title in FORMATS.items())
    parser.epilog = (
        f"formats:\n{listing}\n\nArticles are found by id, address, text, then by the words quoted. Importing twice"
        " changes nothing,\nand what was imported is one step for undo."
    )
    parser.add_argument("files", nargs="+", metavar="FILE|-", help="files, or folders of them")
    parser.add_argument("--format", choices=list(FORMATS), metavar="F", help="what they are, where the ending lies")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument("--print", choices=("table", "jsonl"), help="say of each annotation what becomes of it")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Import files; 1 when one of them, or a part of one, could not be read."""
    from reader.exchange.errors import ExchangeError
    from reader.exchange.importing import Plan, Planner, carry_out, files_of, read, read_text

    make_searchable(library)  # articles are found by their words, too
    planner = Planner(library)
    failed = 0
    for given in options.files:
        try:
            if given == "-":
                for incoming in read_text(sys.stdin.read(), options.format or "jsonl"):
                    planner.add(incoming, "standard input")
                continue
            for path, format in files_of([given], options.format):
                for incoming in read(path, format):
                    planner.add(incoming, path.name)
        except ExchangeError as error:
            failed += 1
            complain(str(error))
    plan: Plan = planner.plan
    for refused in plan.refused:
        complain(f"{refused.where}: {refused.sentence}")
    if options.print:
        _print(plan, options.print)
    if options.dry_run:
        complain(f"nothing was changed; it would be: {plan.sentence}", 0)
    elif plan.steps or plan.refused or not failed:
        names = [Path(name).name for name in options.files]
        carry_out(library, plan, names[0] if len(names) == 1 else f"{len(names)} files")
        complain(f"imported: {plan.sentence}", 0)
    return 1 if failed or plan.refused else 0


def _print(plan: object, form: str) -> None:
    from reader.exchange.importing import Plan
    from reader.model import Annotation

    assert isinstance(plan, Plan)
    rows = []
    for step in plan.steps:
        anchor = step.work.anchor
        words = " ".join(anchor.quote.split()) if anchor is not None else ""
        mark = step.work.label if isinstance(step.work, Annotation) else f"{step.work.verdict} {step.work.kind}"
        if form == "jsonl":
            line = {"id": step.work.id, "what": step.what, "document": step.home.document, "by": step.home.by or None}
            json_line(line | {"title": step.home.title, "label": mark, "text": words})
        else:
            rows.append((_WHAT[step.what], step.home.by or "no article", step.home.title, mark, words))
    if form == "table":
        table(("", "found by", "article", "label", "words"), rows, wide=4)
