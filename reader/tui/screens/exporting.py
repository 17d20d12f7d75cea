"""``W``: the article, the marked ones, the list or what a search found, written for other tools."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.tui.mirroring import EVERY
from reader.tui.screens.searching import Searching

if TYPE_CHECKING:
    from reader.model import Document
    from reader.tui.configuring import ConfiguredApp
    from reader.tui.screens.export_choice import Choice, Wish

_PAGE = 1000


class Exporting(Searching):
    """A screen with a list and an article that can be exported."""

    async def action_export_open(self) -> None:
        """Ask for format, articles and folder."""
        from reader.tui.screens.export_choice import ExportScreen

        choices, at = self._exportable()
        if not choices:
            self.status.say("There is nothing to export here.")
            return
        desk = self._desk
        folder = Path(desk.habit("export folder", "") or _usual_folder())
        screen = ExportScreen(choices, at, desk.habit("export format", "markdown"), folder, self._export)
        await self.app.push_screen(screen, self._exported)  # the next key may already be on its way

    def begin_mirroring(self) -> None:
        """Let the folder that the settings name follow what is annotated, from now on."""
        loop = asyncio.get_running_loop()

        def tell(sentence: str) -> None:
            loop.call_soon_threadsafe(self.status.say, sentence)

        self._desk.mirroring.tell = tell
        self.set_interval(EVERY, self._mirror)

    def _mirror(self) -> None:
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        self._desk.mirroring.look(app.config.text("mirror.folder"), app.config.text("mirror.format"))

    def _exported(self, sentence: str | None) -> None:
        if sentence:
            self.status.say(sentence)

    def _exportable(self) -> tuple[list[Choice], int]:
        """What can be exported, and which of it is meant first."""
        from reader.exchange.gathering import annotated_ids
        from reader.tui.screens.export_choice import Choice

        desk, document = self._desk, self.view.document
        choices: list[Choice] = []
        if document is not None and desk.is_listed(document.id):
            choices.append(Choice("this article", partial(_these, [document.id])))
        marked = self.articles.chosen() if self.articles.marked else []
        if marked:
            choices.append(Choice(f"the marked {_articles(len(marked))}", partial(_these, marked)))
        count = desk.list.count
        if count:
            name = f"“{desk.list.folder.name}”" if desk.list.folder is not None else "the list"
            choices.append(Choice(f"{name}, {_articles(count)}", self._listed))
        found = list(dict.fromkeys(hit.document for hit in self._results))
        if found:
            choices.append(Choice(f"the last search, {_articles(len(found))}", partial(_these, found)))
        annotated = len(desk.library.annotations.documents())
        if annotated:
            choices.append(
                Choice(f"all that you annotated, {_articles(annotated)}", partial(annotated_ids, desk.library))
            )
        first = next((at for at, one in enumerate(choices) if marked and one.words.startswith("the marked")), 0)
        return choices, first

    def as_cited(self, document: Document) -> Document:
        """Under its web address, where it came from a feed."""
        from reader.exchange.gathering import addressed

        return addressed(self._desk.library, document)

    def _listed(self) -> list[str]:
        """Ids of the listed articles, but those that could not be read."""
        listing = self._desk.list.listing()
        rows = (row for start in range(0, len(listing), _PAGE) for row in listing.rows(start, _PAGE))
        return [row.id for row in rows if not row.error]

    async def _export(self, wish: Wish, goes_on: Callable[[int], bool]) -> tuple[bool, str]:
        """Write it in a thread; whether it was done, and a sentence."""
        from reader.exchange.errors import ExchangeError
        from reader.library import LibraryError

        try:
            sentence = await asyncio.to_thread(self._written, wish, goes_on)
        except (ExchangeError, LibraryError) as error:
            told = str(error)
            return False, f"{told[:1].upper()}{told[1:]}{'' if told.endswith('.') else '.'}"
        self._desk.set_habit("export folder", str(wish.folder))
        self._desk.set_habit("export format", wish.format.name)
        return True, sentence

    def _written(self, wish: Wish, goes_on: Callable[[int], bool]) -> str:
        from reader.exchange.exporting import export
        from reader.exchange.formats import Options
        from reader.exchange.templates import Templates, templates_folder

        options = Options(Templates.of(templates_folder()))
        documents = wish.choice.documents()
        done = export(self._desk.library, wish.format, wish.folder, documents, options, as_folder=True, goes_on=goes_on)
        return done.sentence


def _these(documents: Sequence[str]) -> Sequence[str]:
    return documents


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _usual_folder() -> str:
    documents = Path.home() / "Documents"
    return str((documents if documents.is_dir() else Path.home()) / "Dateline")
