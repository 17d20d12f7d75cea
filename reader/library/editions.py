"""An article as it stood for a while: what it was called, where it lay and what it said, one after the other."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Edition:
    """One of them."""

    title: str
    link: str
    """Web address; empty when it has none."""
    version: str
    """Of the text."""
    since: dt.datetime | None = None
    """When it was first seen so (UTC); None for the first one."""


def editions(connection: sqlite3.Connection, document: str) -> list[Edition]:
    """All of an article, the oldest first; none for one without a text.

    What changed in one second, as a feed brings it, is one step.
    """
    found = connection.execute(
        "SELECT d.rowid, d.title, coalesce(i.link, '') FROM document d LEFT JOIN item i ON i.document = d.rowid"
        " WHERE d.id = ?",
        (document,),
    ).fetchone()
    if found is None:
        return []
    rowid, title, link = found
    texts = connection.execute(
        "SELECT version, added FROM text_version WHERE document = ? ORDER BY rowid", (rowid,)
    ).fetchall()
    if not texts:
        return []
    titles = connection.execute("SELECT title, until FROM headline WHERE document = ? ORDER BY until", (rowid,))
    titles_since, first_title = _since(titles.fetchall(), title)
    links = connection.execute("SELECT link, until FROM former_link WHERE document = ? ORDER BY until", (rowid,))
    links_since, first_link = _since(links.fetchall(), link)
    steps: list[tuple[int, dict[str, str]]] = [
        (int(dt.datetime.fromisoformat(added).timestamp()), {"version": version}) for version, added in texts[1:]
    ]
    for name, changes in (("title", titles_since), ("link", links_since)):
        for value, when in changes:
            together = next((step for at, step in steps if at == when and name not in step), None)
            if together is None:
                steps.append((when, {name: value}))
            else:
                together[name] = value
    editions = [Edition(first_title, first_link, texts[0][0])]
    for when, step in sorted(steps, key=lambda one: one[0]):  # stable: texts of one second keep their order
        editions.append(replace(editions[-1], since=dt.datetime.fromtimestamp(when, dt.UTC), **step))
    return editions


def _since(former: Sequence[tuple[str, int]], now: str) -> tuple[list[tuple[str, int]], str]:
    """What came and when, out of what went and when; and what was there at first."""
    values = [value for value, _ in former] + [now]
    return [(values[at + 1], when) for at, (_, when) in enumerate(former)], values[0]
