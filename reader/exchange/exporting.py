"""Exports of a library into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.exchange.annotated import Annotated
from reader.exchange.errors import ExchangeError
from reader.exchange.folder import Folder, write_whole
from reader.exchange.formats import Format, Options, files
from reader.exchange.gathering import all_ids, annotated_ids, gathered
from reader.library import Library


@dataclass(slots=True)
class Exported:
    """What was written."""

    where: Path
    """The file, or the folder of several."""
    files: int = 0
    articles: int = 0
    annotations: int = 0
    copies: int = 0
    """Files that were there with another content, and were kept under another name."""

    @property
    def sentence(self) -> str:
        """What was done, for the reader."""
        told = f"{self.annotations:,} annotation{'' if self.annotations == 1 else 's'}"
        told += f" of {self.articles:,} article{'' if self.articles == 1 else 's'} written to {self.where}"
        if self.copies:
            told += f"; {self.copies:,} other file{'' if self.copies == 1 else 's'} of the same name kept as a copy"
        return told + "."


def chosen_ids(library: Library, format: Format, documents: Sequence[str] | None) -> list[str]:
    """Ids of what is exported when ``documents`` is None: all articles, or those with annotations."""
    if documents is not None:
        return list(documents)
    return all_ids(library) if format.everything else annotated_ids(library)


def export(
    library: Library,
    format: Format,
    where: Path,
    documents: Sequence[str] | None = None,
    options: Options | None = None,
    *,
    as_folder: bool | None = None,
    replace: bool = False,
    goes_on: Callable[[int], bool] = lambda done: True,
) -> Exported:
    """Write documents in a format: into the folder ``where``, or for a format of one file, as the file ``where``.

    :param documents: ids; None for what the format is about by itself.
    :param as_folder: whether ``where`` is a folder; when None, it is for formats with a file an article, and where
        there is a folder.
    :param replace: overwrite files that are in the folder; otherwise what differs is first kept as a copy.
    :param goes_on: given the number of articles done before each; returns False to stop.
    :raises ExchangeError: in one sentence; files already written stay.
    """
    done = Exported(where)
    articles = _counted(gathered(library, chosen_ids(library, format, documents), facts=format.facts), done, goes_on)
    options = options or Options()
    if as_folder is None:
        as_folder = format.each or where.is_dir()
    if not as_folder and format.each:
        raise ExchangeError(f"“{format.name}” makes a file of each article: name a folder for them")
    if not as_folder:
        ((_, text),) = files(format, articles, options)
        write_whole(where.expanduser().absolute(), "".join(text))
        done.files = 1
        return done
    folder = Folder(where, durable=not format.each)
    done.where = folder.path
    for name, pieces in files(format, articles, options):
        data = "".join(pieces).encode("utf-8")
        present = folder.read(name)
        if present is not None and present != data and not replace:
            keep_copy(folder, name, present)
            done.copies += 1
        if present != data:
            folder.write(name, data)
        done.files += 1
        if not format.each:
            done.where = folder.path / name
    return done


def text_of(library: Library, format: Format, documents: Sequence[str] | None, options: Options) -> Iterator[str]:
    """The export as text, in pieces.

    :raises ExchangeError: when it would be more than one file.
    """
    ids = chosen_ids(library, format, documents)
    if format.pair or (format.each and len(ids) != 1):
        raise ExchangeError(f"“{format.name}” makes a file of each article: name a folder for them")
    for _, pieces in files(format, gathered(library, ids, facts=format.facts), options):
        yield from pieces


def keep_copy(folder: Folder, name: str, data: bytes) -> Path:
    """Keep the content of a file under a name that is free: ``name (copy).md``, ``name (copy 2).md`` ..."""
    stem, dot, ending = name.rpartition(".")
    stem = stem if dot else name
    for number in range(1, 1000):
        copy = f"{stem} (copy{'' if number == 1 else f' {number}'}){dot}{ending if dot else ''}"
        present = folder.read(copy)
        if present == data:
            return folder.place(copy)
        if present is None and not folder.place(copy).is_symlink():
            return folder.write(copy, data)
    raise ExchangeError(f"{folder.place(name)}: there are too many copies of it")


def _counted(articles: Iterable[Annotated], done: Exported, goes_on: Callable[[int], bool]) -> Iterator[Annotated]:
    for article in articles:
        if not goes_on(done.articles):
            raise ExchangeError(f"stopped after {done.articles:,} articles")
        done.articles += 1
        done.annotations += len(article.annotations)
        yield article
