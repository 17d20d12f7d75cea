"""The reading screen: list, article and facts, and what goes between them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from reader import model
from reader.model import Document, Span
from reader.tui.background import begin
from reader.tui.screens.actors import NamingActors
from reader.tui.screens.awaiting import FINDING, Awaited
from reader.tui.screens.beside import Beside
from reader.tui.screens.exporting import Exporting
from reader.tui.screens.following import FEED_PURPOSES
from reader.tui.screens.lending import Lending
from reader.tui.screens.orienting import minutes
from reader.tui.screens.paging import Paging
from reader.tui.screens.settling import Settling
from reader.tui.screens.sheet_opening import SheetOpening
from reader.tui.screens.stepping import Stepping
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.caret_keys import CaretKeys
from reader.tui.widgets.choice import Choice
from reader.tui.widgets.facts_panel import FactsPanel
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.app import DatelineApp
    from reader.tui.desk import Desk
    from reader.tui.widgets.article_page import ArticlePage
    from reader.tui.widgets.row_list import RowList

SOON_KNOWN = 30_000
"""Code points of an article that is in the library before a key could be said to wait for it."""
FACTS_FIRST = 1.0
"""Seconds that an article is marked read later for its facts, at most."""
WATCH_EVERY = 2.0
"""Seconds between two looks at whether the open file has changed."""


class ReadingScreen(SheetOpening, Stepping, Settling, Beside, Lending, NamingActors, Paging, Exporting):
    """Decides; the widgets show and the desk knows."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it as a class variable
        (0, "-narrow"),
        (110, "-wide"),
        (150, "-vast"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._results = []
        self._pages_left = {}
        self._awaited = Awaited()
        self._kept = ("", 0)
        self._named = False
        """Whether the library knew the open article when its facts were shown, or has been asked since."""
        self._at: int | None = None
        """Place of the open article in the list, as it was when it was opened: to look it up walks over the list, too
        much for each line that is scrolled."""

    def compose(self) -> ComposeResult:
        # Before anything is styled: Textual would set the class later, and style all of it twice.
        self.set_class(
            True, *self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS), update=False
        )
        with Horizontal(id="panes"):
            yield ArticleList(id="list")
            yield ArticleView(id="article")
            yield FactsPanel(id="facts")
        yield CaretKeys(id="caret")
        yield Prompt(id="prompt")
        yield Choice(id="choice")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    # The parts

    @property
    def reader(self) -> DatelineApp:
        """The application this screen is the root of."""
        app: DatelineApp = self.app  # type: ignore[assignment]  # no other application makes this screen
        return app

    # Start

    def on_mount(self) -> None:
        self.settle()
        self.begin_selecting()
        self.begin_annotating()
        self._arrange()
        self.set_focus(self.view)
        self._desk.on_change = self._rows_changed
        self._desk.on_progress = self._progress
        self._desk.on_beginning = self._show_beginning
        self._desk.on_first = self._show_first
        self._desk.on_facts = self.facts_came
        self._show_at_once()
        self.call_after_refresh(begin, self, self._start, group="start")

    def _show_at_once(self) -> None:
        """Have what the library knows already on the very first screen: it is drawn once, not three times."""
        listed = self._desk.list
        if not listed.count:
            self.status.work(True)
            return
        last = next(iter(self._desk.library.reading.recent(1)), "") if not self._desk.paths else ""
        index = listed.index_of(last)  # where one left off, when nothing else was asked for
        index = listed.first_index() if index is None else index
        self.show_list(index)
        row = listed.row(index)
        opened = self._desk.open_now(row.id) if row is not None else None
        if isinstance(opened, Document):
            self.show_document(opened, self._desk.place(opened))
        else:
            self._awaited.stand()

    async def _start(self) -> None:
        if (shown := self.view.document) is not None:
            begin(self, self._follow_up, shown, group="open")
        await self._desk.start()
        self.set_interval(WATCH_EVERY, self._watch)
        self.set_interval(1.0, self._keep_place)
        self.watch_settings()
        self.begin_mirroring()
        self.watch_feeds()
        self.watch_searches()

    def _rows_changed(self) -> None:
        """The desk has other rows than before."""
        if self._awaited.is_shown:
            self._awaited.stand()
        if self._awaited.is_rested:
            self._show_rows()
        else:
            begin(self, self._show_rows_after_rest, group="rows")

    async def _show_rows_after_rest(self) -> None:
        await self.hand_rests()
        self._show_rows()

    def _show_rows(self) -> None:
        desk, listed = self._desk, self._desk.list
        at = self._at = listed.index_of(self.articles.open_id)
        self.show_list(at if self.mode != "list" else None)
        if not self._awaited.id and listed.count:
            self.open_index(listed.first_index())
        elif at is not None and (document := self.view.document) is not None:
            begin(self, self._mark_read, document, group="read", alone=False)
            if self._awaited.is_lit and not self._named:  # its actors are known by now
                self._named = True
                begin(self, self.light_up, document, False, group="open", alone=False)
        elif not listed.count and not self._awaited.id and desk.settled:
            welcome = desk.welcome()
            self.show_document(welcome, 0)
            begin(self, self.light_up, welcome, group="open")

    def _show_beginning(self, document: Document) -> None:
        # Something to read; keys wait for the whole.
        self.view.show(document)
        self.status.say(document.notice)

    async def _show_first(self, document: Document) -> None:
        # Until the library knows it keys wait: what is typed may be a note to it.
        place = self.view.place if self.view.document is not None else 0  # a mouse may have scrolled its first lines
        self.show_document(document, place, stands=len(document.text) > SOON_KNOWN)
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()
        begin(self, self.light_up, document, group="open")

    def _progress(self, sentence: str) -> None:
        self.status.say(sentence)

    # Leaving

    def action_mode_leave(self) -> None:
        """Leave the innermost thing that is open."""
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.stop_finding() or self._desk.stop():
            pass
        elif self._overlay:
            self._show_overlay("")
        elif self.articles.marked or self._desk.list.filter:
            self.stop_choosing()
        elif self.panel.needle:
            self.panel.set_needle("")
        else:
            self.view.set_caret(None)
            self.view.set_current(None)
            self.set_focus(self.view)
        self.status.say("")

    def action_reader_quit(self) -> None:
        """Leave what is open, and at the root the reader."""
        if self.has_class("-zen") or self._overlay or self.view.hits:
            self.action_mode_leave()
        elif self.may_leave():
            self._keep_place()
            self.stop_voice()
            self.app.exit()

    def action_guide_open(self) -> None:
        """Open the guide."""
        from reader.tui.screens.guide import GuideScreen

        self.app.push_screen(GuideScreen(self.mode))

    def action_palette_open(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def action_theme_next(self) -> None:
        """The next of our themes."""
        self.status.say(f"Theme: {self.reader.next_theme()}")

    def action_work_pause(self) -> None:
        """Pause or resume."""
        self.status.say(self._desk.pause())

    def action_screenshot_save(self) -> None:
        """Write the screen as a picture."""
        try:
            self.status.say(f"Written: {self.reader.save_picture()}")
        except OSError as error:
            self.status.say(f"The picture could not be written: {error.strerror}.")

    # Opening

    def open_index(self, index: int) -> None:
        """Open the article in row ``index`` of the list."""
        row = self._desk.list.row(index)
        if row is None:
            return
        if row.error:
            self.status.say(row.error)
            self.articles.go_to(index)
            if self.view.document is not None:
                return
        self.articles.go_to(index)
        self.open(row.id)

    def open(self, document: str, at: Span | None = None, hits: Sequence[Span] = ()) -> None:
        """Open an article by its id, at ``at`` or where it was left, with ``hits`` marked."""
        if self.view.document is not None:
            self._keep_place()
        self._awaited.open(document)
        self.status.work(True)
        begin(self, self._open, document, at, hits, group="open")

    async def key_may_act(self, event: events.Key) -> None:
        """Wait for the article that is being opened: what is typed behind ``J`` is for it, not for the one before."""
        if not isinstance(self.focused, Input):
            await self._awaited.answer(event.key, event.character, self._desk.hurry, self.status.say)

    async def _open(self, wanted: str, at: Span | None, hits: Sequence[Span]) -> None:
        opened = await self._desk.open(wanted)
        if wanted != self._awaited.id:
            return
        if isinstance(opened, str):
            self._awaited.stand()
            self.status.work(False)
            self.status.say(opened)
            return
        self.show_document(opened, self._desk.place(opened) if at is None else at.start)
        if at is not None:
            marked = list(hits) or [at]
            self.view.set_hits(marked, marked.index(at) if at in marked else 0)
            self.view.set_current(at)
        await self._follow_up(opened)

    async def _follow_up(self, opened: Document) -> None:
        """What can wait until the text stands on the screen."""
        begin(self, self._mark_read, opened, group="read", alone=False)
        await self.light_up(opened)
        if await self.ask_others(opened):
            self._say_where()
            begin(self, self.complete, opened, group="page")

    def show_document(self, document: Document, place: int, *, stands: bool = True) -> None:
        """Show ``document``; its facts follow.

        :param stands: whether the keys that wait for it may act.
        """
        # What finds the first facts has to be loaded.
        self.status.work(self._awaited.is_first and len(document.text) <= SOON_KNOWN)
        self._awaited.show(document.id)
        if stands:
            self._awaited.stand()
        self._taken = None
        self.others, self.changed = 0, ()
        self.begin_review(None)
        self.articles.mark_open(document.id)
        self._at = self._desk.list.index_of(document.id)
        self.leave_caret()
        self.view.show(document, place)
        self.panel.set_facts((), "Reading …")
        self.call_after_refresh(self.bring_notes, document)  # the text first
        self._say_where()
        if document.notice:
            self.status.say(document.notice)

    async def _mark_read(self, document: Document) -> None:
        try:
            await self._awaited.lit(FACTS_FIRST)  # they need not wait for the disk and the list
        except asyncio.CancelledError:
            if self._desk.is_listed(document.id):
                self._desk.mark_read_later(document.id)
            raise
        if self._desk.is_listed(document.id):
            await self._desk.mark_read(document.id)
            self.articles.forget()

    def facts_change(self) -> None:
        self._awaited.dim()

    async def hand_rests(self) -> None:
        await self._awaited.rest()

    def facts_shown(self, again: bool) -> None:
        self._awaited.light()
        if (jump := self._awaited.owed()) is not None:
            self.app.post_message(events.Key(*jump))
        self.status.work(not self._awaited.is_shown)
        self._named = self.view.document is not None and self._desk.is_listed(self.view.document.id)
        self._say_where()
        if not again and not self.status.message and self.reader.gives_hints:
            self.status.say(self._desk.hints.next())

    def _keep_place(self) -> None:
        document = self.view.document
        if document is None:
            return
        kept = (document.id, self.view.place)
        if kept != self._kept and self._desk.is_listed(document.id):
            self._kept = kept
            self._desk.set_place(document, self.view.place)

    # List

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if isinstance(event.rows, ArticleList):
            self.open_index(self.articles.index_on(event.index))
            if self.is_narrow:
                self._show_overlay("")
            else:
                self.set_focus(self.view)
        elif isinstance(event.rows, FactsPanel):
            self.panel.action_fact_go()

    # Facts

    def on_article_page_current_changed(self, event: ArticlePage.CurrentChanged) -> None:
        self.panel.mark(event.fact)
        self._say_where()

    def on_article_page_place_changed(self, event: ArticlePage.PlaceChanged) -> None:
        self._say_where()
        document, taken = self.view.document, self._taken
        if document is not None and taken is not None and not taken.part.covers(self.view.visible_span):
            self._taken = None
            begin(self, self.light_up, document, group="open")

    def on_article_page_nothing_there(self, event: ArticlePage.NothingThere) -> None:
        self.status.say(FINDING if event.of_facts and not self._awaited.is_lit else event.sentence)

    def on_facts_panel_fact_chosen(self, event: FactsPanel.FactChosen) -> None:
        self.view.remember()
        sentence = self.sentence_at(event.fact.start)
        for place in (sentence.end - 1, sentence.start) if sentence is not None else ():
            self.view.reveal(Span(place, place + 1))
        self.view.set_current(event.fact.span, event.fact)
        if self.is_narrow:
            self._show_overlay("")
        if event.mentions > 1:
            self.status.say(f"{event.fact.text}: mention {event.mention} of {event.mentions}")

    def _say_where(self) -> None:
        document = self.view.document
        if document is None or self.say_selection():
            return
        published = document.published
        parts = [document.title]
        if document.source:
            parts.append(document.source)
        parts.append(published.date.isoformat() if published else "date unknown: P sets it")
        left = minutes(round((1 - self.view.progress) * len(document.text))) if self.view.progress < 1 else 0
        parts.append(f"{left} min left" if left else f"read in {minutes(len(document.text))} min")
        fact = self.view.current_fact
        if fact is not None:
            from reader.tui.fact_rows import in_a_line

            elsewhere = self.told(fact) if isinstance(fact, model.ActorMention) else ""
            parts = [*filter(None, (self.suggestion_told(fact), in_a_line(fact), elsewhere)), *parts]
        parts = [*self.written_here(), *self.changed, parts[0], *self.told_by_others(), *parts[1:]]
        number = f"{self._at + 1}/{self._desk.list.count}  " if self._at is not None else ""
        reviewed = f"{told}  " if (told := self.reviewed_told()) else ""
        self.status.show(" · ".join(parts), f"{reviewed}{number}{self.view.progress:.0%}")
        self.reader.name_window(f"{document.title} · {self.view.progress:.0%} · Dateline")

    # Prompt

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose == "facts":
            self.panel.set_needle(event.value)
        elif event.purpose == "link":
            self.show_link(event.value)

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:  # type: ignore[override]  # Textual awaits either
        self._close_prompt(event.purpose)
        if event.purpose == "published":
            await self.publish(event.value)
        elif event.purpose in FEED_PURPOSES:
            await self.answer_feeds(event)
        elif event.purpose == "link":
            self.open_link(event.value)
        elif event.purpose == "tag":
            await self.tag(event.value)
        elif event.purpose == "add":
            self.add(event.value)
        elif event.purpose == "pipe":
            self.pipe(event.value)

    def on_prompt_left(self, event: Prompt.Left) -> None:
        self._close_prompt(event.purpose)
        if event.purpose == "facts":
            self.panel.set_needle("")

    def _close_prompt(self, purpose: str) -> None:
        self.prompt.close()
        asked = self.prompt.asked_from
        self.set_focus(asked if asked is not None and not asked.has_class("hidden") else self.view)
