"""``dateline feeds``: the feeds that are followed, and what is done with them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from reader.cli import complain, say
from reader.cli.errors import WrongUse
from reader.cli.opened import with_library
from reader.cli.printing import json_line, table
from reader.library import Change, Library, LibraryError
from reader.library.feed_changes import MoveFeed, PauseFeed, RenameFeed, SetFullText, SetKeeping, TagFeed, Unsubscribe
from reader.library.feeds import FollowedFeed
from reader.library.subscriptions import FullText
from reader.model.address import shown


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("--format", choices=("table", "jsonl", "opml"), default="table", help="of the list")
    does = parser.add_subparsers(dest="does", metavar="ACTION", title="actions (none: the list)")
    _action(does, "rename", "a name of your own; an empty one gives the feed its own back").add_argument("name")
    _action(does, "move", "into a folder, NAME/NAME for one in another; empty: out of it").add_argument("folder")
    _action(does, "pause", "fetch it no more for now")
    _action(does, "resume", "fetch it again")
    _action(does, "leave", "follow it no longer; its articles stay")
    full = _action(does, "full", "when the page of a summary is fetched")
    full.add_argument("when", choices=[str(when) for when in FullText])
    keep = _action(does, "keep", "days after which articles leave the list, never those starred or annotated")
    keep.add_argument("days", type=int, help="0: for ever")
    read = _action(does, "read", "days after which articles count as read")
    read.add_argument("days", type=int, help="0: never")
    _action(does, "tag", "tags for the articles that come in").add_argument("tags", nargs="*")


def _action(does: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str) -> argparse.ArgumentParser:
    action = does.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    action.add_argument("feed", help="its name, address or id")
    return action


_CHANGES: dict[str, Callable[[FollowedFeed, argparse.Namespace], Change]] = {
    "rename": lambda one, options: RenameFeed(one.feed.id, options.name),
    "move": lambda one, options: MoveFeed(one.feed.id, options.folder),
    "pause": lambda one, options: PauseFeed(one.feed.id, True),
    "resume": lambda one, options: PauseFeed(one.feed.id, False),
    "leave": lambda one, options: Unsubscribe(one.feed.id),
    "full": lambda one, options: SetFullText(one.feed.id, options.when),
    "keep": lambda one, options: SetKeeping(one.feed.id, options.days, one.feed.read_days),
    "read": lambda one, options: SetKeeping(one.feed.id, one.feed.keep_days, options.days),
    "tag": lambda one, options: TagFeed(one.feed.id, tuple(options.tags)),
}


@with_library
def run(options: argparse.Namespace, library: Library) -> int:
    """List, or change one."""
    if options.does is None:
        _list(library, options.format)
        return 0
    found = library.feeds.find(options.feed)
    if len(found) != 1:
        many = f"{len(found)} feeds are called that: " + ", ".join(one.name for one in found[:4])
        return complain(f"“{options.feed}”: {many if found else 'no such feed'}")
    try:
        change = _CHANGES[options.does](found[0], options)
    except ValueError as error:
        raise WrongUse(str(error)) from None
    try:
        library.do(change)
    except LibraryError as error:
        return complain(str(error))
    say(f"{found[0].name}: {change.title}")
    return 0


def _list(library: Library, form: str) -> None:
    followed = library.feeds.followed()
    if form == "opml":
        from reader.sources.feeds.listed import ListedFeed
        from reader.sources.feeds.opml import write_opml

        feeds = [ListedFeed(one.address, one.name, one.feed.folder, one.feed.tags) for one in followed]
        sys.stdout.write(write_opml(feeds))
    elif form == "jsonl":
        for one in followed:
            json_line(_line(one))
    else:
        rows = [
            (one.feed.folder, one.name, str(one.unread), str(one.listed), _state(one), shown(one.address))
            for one in followed
        ]
        table(("folder", "name", "unread", "articles", "state", "address"), rows, wide=4)


def _state(one: FollowedFeed) -> str:
    return "paused" if one.feed.paused else one.trouble or "ok"


def _line(one: FollowedFeed) -> dict[str, object]:
    return {
        "id": one.feed.id,
        "name": one.name,
        "folder": one.feed.folder,
        "address": shown(one.address),
        "tags": list(one.feed.tags),
        "unread": one.unread,
        "articles": one.listed,
        "paused": one.feed.paused,
        "full_text": str(one.feed.full_text),
        "keep_days": one.feed.keep_days,
        "read_days": one.feed.read_days,
        "error": one.state.error or None,
        "next_try": one.state.next_try or None,
    }
