"""``dateline rules``: what happens to articles that come in."""

from __future__ import annotations

import argparse

from reader.cli import complain, say
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.cli.printing import json_line, table
from reader.library import Library


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="of the list")
    does = parser.add_subparsers(dest="does", metavar="ACTION", title="actions (none: the list)")
    add = does.add_parser("add", help="tag or hide what a query finds", description="Tag or hide what a query finds.")
    add.add_argument("name")
    add.add_argument("query", help="as in the search")
    add.add_argument("--tag", default="", help="put on the articles")
    add.add_argument("--hide", action="store_true", help="they leave the list; is:removed still finds them")
    does.add_parser("forget", help="drop a rule; what it did stays", description="Drop a rule.").add_argument("name")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """List, or change one."""
    from reader.library.rule_changes import ForgetRule, SaveRule

    known = library.rules()
    if options.does == "add":
        try:
            library.do(SaveRule(options.name, options.query, options.tag, options.hide))
        except ValueError as error:
            raise WrongUse(str(error)) from None
        say(f"{options.name}: kept, for what comes in from now on")
    elif options.does == "forget":
        if options.name not in [rule.name for rule in known]:
            return complain(f"there is no rule “{options.name}”")
        library.do(ForgetRule(options.name))
        say(f"{options.name}: forgotten")
    elif options.format == "jsonl":
        for rule in known:
            json_line({"name": rule.name, "query": rule.query, "tag": rule.tag or None, "hide": rule.hide})
    else:
        rows = [
            (rule.name, rule.query, f"#{rule.tag}" if rule.tag else "", "yes" if rule.hide else "") for rule in known
        ]
        table(("name", "query", "tag", "hides"), rows, wide=1)
    return 0
