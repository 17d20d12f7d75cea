"""A folder of notes that follows the library: one file for each annotated article, for a vault or for git.

What was written last is remembered by its hash beside the library. A file with another hash was changed by somebody
else: it stays while the article's annotations do, and is kept as a copy before it is written again.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from reader.exchange.annotated import Annotated
from reader.exchange.errors import ExchangeError
from reader.exchange.exporting import keep_copy
from reader.exchange.folder import Folder, write_whole
from reader.exchange.formats import Format, Options, format_named
from reader.exchange.gathering import annotated_ids, gathered
from reader.exchange.names import Names
from reader.exchange.templates import Templates, templates_folder
from reader.library import Library
from reader.library.lock import WriteLock
from reader.model.regular import text_of

_SHAPE = 1
"""Version of how notes are written; a higher one writes all of them again."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What is remembered of one file."""

    name: str
    hash: str
    """SHA-256 of what was written last."""
    mark: str
    """What it was made of: annotations, article, templates; the same mark gives the same file."""


@dataclass(slots=True)
class Mirrored:
    """What an update did."""

    folder: Path
    written: int = 0
    removed: int = 0
    unchanged: int = 0
    notices: list[str] = field(default_factory=list)
    """Files that somebody else changed, one sentence each."""

    @property
    def sentence(self) -> str:
        """What was done, for the reader."""
        told = f"{self.written:,} note{'' if self.written == 1 else 's'} written to {self.folder}"
        told += f", {self.removed:,} removed" if self.removed else ""
        return f"{told}, {self.unchanged:,} unchanged."


class Mirror:
    """One library, one folder."""

    def __init__(self, library: Library, folder: str | Path, format: str = "markdown") -> None:
        """
        :param format: ``markdown``, or ``w3c`` for a JSON-LD file an article.
        """
        self._library = library
        self.folder = Path(folder).expanduser().absolute()
        self._format: Format = format_named(format)
        self._ending = f".{'md' if format == 'markdown' else 'jsonld'}"
        self._memory = library.home / "mirror.json"
        self._generation: tuple[int, int] | None = None

    @property
    def behind(self) -> bool:
        """Whether anything in the library has changed since the last update by this object."""
        return self._library.generation() != self._generation

    def update(self) -> Mirrored:
        """Bring the folder up to the library.

        :raises ExchangeError: when something cannot be written; what was written stays and is remembered.
        :raises LibraryError: when another program's update does not end.
        """
        with WriteLock(self._library.home / "mirror.lock").held():
            generation = self._library.generation()
            done = self._update()
            self._generation = generation
            return done

    def _update(self) -> Mirrored:
        folder = Folder(self.folder)
        done = Mirrored(folder.path)
        before = self._remembered()
        after = dict(before)
        names = self._names(folder, before)
        templates = Templates.of(templates_folder())
        try:
            wanted = annotated_ids(self._library)
            for id in wanted:
                self._one(folder, id, before.get(id), after, names, templates, done)
            for id in before.keys() - set(wanted):
                self._gone(folder, before[id], done)
                del after[id]
        finally:
            if after != before:
                self._remember(after)
        return done

    def _one(
        self,
        folder: Folder,
        id: str,
        known: _Written | None,
        after: dict[str, _Written],
        names: Names,
        templates: Templates,
        done: Mirrored,
    ) -> None:
        mark = self._mark(id, templates)
        present = folder.read(known.name) if known is not None else None
        if known is not None and known.mark == mark and present is not None:
            done.unchanged += 1
            if _hash(present) != known.hash:
                done.notices.append(f"{known.name} was changed by somebody else and is left alone until you annotate.")
            return
        article = next(gathered(self._library, [id], facts=self._format.facts), None)
        if article is None:
            return
        data = self._rendered(article, templates).encode("utf-8")
        name = known.name if known is not None else names.give(article.document.title, id) + self._ending
        present = present if known is not None else folder.read(name)
        if present is not None and present != data and (known is None or _hash(present) != known.hash):
            copy = keep_copy(folder, name, present)
            done.notices.append(f"{name} was changed by somebody else; that is kept as {copy.name}.")
        if present == data:
            done.unchanged += 1
        else:
            folder.write(name, data)
            done.written += 1
        after[id] = _Written(name, _hash(data), mark)

    def _gone(self, folder: Folder, known: _Written, done: Mirrored) -> None:
        """Take away the note of an article without annotations, unless somebody else wrote in it."""
        present = folder.read(known.name)
        if present is None:
            return
        if _hash(present) != known.hash:
            done.notices.append(f"{known.name} was changed by somebody else and stays, though nothing is annotated.")
            return
        try:
            folder.place(known.name).unlink()
        except OSError as error:
            raise ExchangeError(
                f"{folder.place(known.name)}: {(error.strerror or 'cannot be removed').lower()}"
            ) from None
        done.removed += 1

    def _rendered(self, article: Annotated, templates: Templates) -> str:
        ((_, pieces),) = self._format.write([article], Options(templates))
        return "".join(pieces)

    def _mark(self, id: str, templates: Templates) -> str:
        """A hash of all that a note is made of."""
        library = self._library
        row = library.documents.row(id)
        about = (row.title, row.source, row.author, str(row.published), row.version, row.path, row.tags) if row else ()
        works = [repr(one) for one in library.annotations.of(id)]
        works += [repr(one) for one in library.annotations.corrections(id)]
        shapes = (templates.article.template, templates.quote.template) if self._format.name == "markdown" else ()
        return _hash(repr((_SHAPE, self._format.name, about, works, shapes)).encode("utf-8", "surrogatepass"))

    def _names(self, folder: Folder, known: dict[str, _Written]) -> Names:
        """The names that are free: not those in use, nor those of files that are not ours."""
        names = Names()
        for name in [one.name for one in known.values()] + os.listdir(folder.path):
            if name.lower().endswith(self._ending):
                names.take(name[: -len(self._ending)])
        return names

    # What is remembered, for this folder and format

    def _key(self) -> str:
        return f"{self._format.name}:{os.path.realpath(self.folder)}"

    def _all(self) -> dict[str, dict[str, list[str]]]:
        try:
            found = json.loads(text_of(self._memory))
        except (OSError, ValueError, RecursionError):
            return {}  # every file then counts as somebody else's, and is kept as a copy where it differs
        return found if isinstance(found, dict) else {}

    def _remembered(self) -> dict[str, _Written]:
        found = self._all().get(self._key(), {})
        try:
            return {id: _Written(*map(str, values)) for id, values in found.items()}
        except (TypeError, AttributeError):
            return {}

    def _remember(self, written: dict[str, _Written]) -> None:
        known = self._all()
        known[self._key()] = {id: [one.name, one.hash, one.mark] for id, one in sorted(written.items())}
        write_whole(self._memory, json.dumps(known, ensure_ascii=False, indent=1))


def chosen_mirror() -> tuple[str, str]:
    """Folder and format that the settings name; an empty folder for no mirror."""
    from reader.settings import config_file
    from reader.settings.config import load_config

    config = load_config(config_file())
    return os.path.expanduser(config.text("mirror.folder")), config.text("mirror.format")


def keep_mirror(folder: str, format: str) -> None:
    """Write folder and format into the settings.

    :raises OSError: when they cannot be written.
    """
    from reader.settings import config_file
    from reader.settings.config import save_setting

    save_setting(config_file(), "mirror.folder", folder)
    save_setting(config_file(), "mirror.format", format)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
