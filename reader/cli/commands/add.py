"""``dateline add``: files, folders, feeds, pages and lists of feeds into the library."""

from __future__ import annotations

import argparse
import os

from reader.cli import say
from reader.cli.opened import add_paths, with_library
from reader.library import Filter, Library, Scope


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH|URL|LIST",
        help="files and folders; feeds and pages by their addresses; OPML, newsboat, Pocket and Instapaper lists",
    )
    parser.add_argument(
        "--as", dest="kind", choices=("feed", "page"), help="what an address is, where it could be both"
    )
    parser.add_argument(
        "--folder", default="", metavar="NAME", help="folder for the feeds, NAME/NAME for one in another"
    )
    parser.add_argument("--name", default="", help="a name of your own for the feed")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="tag for the articles of the feeds")
    parser.add_argument("--private", action="store_true", help="the list may name addresses of your own network")
    parser.add_argument("--no-fetch", action="store_true", help="only follow; dateline refresh fetches")


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """Add, and say how many there are now."""
    from reader.cli.following import Following, is_list
    from reader.sources.web.address import is_address

    following = Following(library, options)
    paths: list[str] = []
    failed = 0
    for given in options.paths:
        if is_address(given):
            failed += not following.add_address(given)
        elif is_list(given):
            failed += not following.add_list(given)
        else:
            paths.append(given)
    failed += following.fetch()
    if paths:
        failed += add_paths(library, paths)
        there = [path for path in paths if os.path.lexists(path)]
        if there:
            scope = Scope(tuple(os.path.abspath(path) for path in there))
            count = library.documents.count(scope) - library.documents.count(scope, Filter(failed=True))
            say(f"{count:,} articles of {', '.join(there)} are in the library")
    return 1 if failed else 0
