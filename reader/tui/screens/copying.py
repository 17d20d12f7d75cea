"""Copying words out, and following the links of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.finding import FindingScreen

if TYPE_CHECKING:
    from reader.model import Document, Fact, Span
    from reader.tui.configuring import ConfiguredApp
    from reader.tui.widgets.facts_panel import FactsPanel


_STYLE_NAMES = {"plain": "plain text", "markdown": "Markdown", "bibtex": "BibTeX"}


class Copying(FindingScreen):
    """What ``y``, ``Y``, ``;`` and ``o`` do on a screen with an article."""

    _cited: tuple[tuple[str, str], int] = (("", ""), 0)
    """What was cited last (document and words), and in which style."""

    @property
    def panel(self) -> FactsPanel:
        """The facts pane."""
        raise LookupError("this screen has no facts panel")

    def action_copy_text(self) -> None:
        """``Ctrl+c``: copy what is selected; without a selection, say what the keys are."""
        span, document = self.view.selected_span, self.view.document
        if span is not None and document is not None:
            self._copy(span.of(document.text))
        else:
            self.status.say("q leaves the reader; y copies the current fact or sentence.")

    def action_copy_words(self) -> None:
        """Copy the selection, else the current thing, else the sentence at the top of the screen."""
        self._copy(self._current_words())

    def action_copy_citation(self) -> None:
        """The same with title, source and date."""
        self._cite(self._current_words())

    def action_fact_copy(self) -> None:
        """Copy the fact under the panel's cursor."""
        self._copy(self._fact_words(self.panel.fact))

    def action_fact_cite(self) -> None:
        """Copy it with title, source and date."""
        self._cite(self._fact_words(self.panel.fact))

    def _fact_words(self, fact: Fact | None) -> str:
        return fact.text if fact is not None else ""

    def current_span(self) -> Span | None:
        """What keys act on: what is selected, else the current thing, else the sentence at the reading line."""
        return self.view.selected_span or self.view.current or self.sentence_at(self.view.place)

    def _current_words(self) -> str:
        document, span = self.view.document, self.current_span()
        return span.of(document.text) if document is not None and span is not None else ""

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence around ``offset``; None where there is no text."""
        document = self.view.document
        if document is None:
            return None
        from reader.markdown.motion import sentence_at

        return sentence_at(document.text, offset) or None

    def as_cited(self, document: Document) -> Document:
        """The document under the address that it is known by."""
        return document

    def _cite(self, words: str) -> None:
        """Copy a citation in the style of the settings; the same words again in the next style."""
        from reader.exchange.citations import STYLES, cite

        document = self.view.document
        if document is None or not words:
            self._copy(words)
            return
        document = self.as_cited(document)
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        usual = STYLES.index(app.config.text("exchange.citation"))
        about, at = self._cited
        at = (at + 1) % len(STYLES) if about == (document.id, words) else usual
        self._cited = ((document.id, words), at)
        if self._copy(cite(document, words, STYLES[at])):
            self.status.say(f"Cited as {_STYLE_NAMES[STYLES[at]]}.   Y again: {_STYLE_NAMES[STYLES[at - 2]]}")

    def _copy(self, words: str) -> bool:
        """Send words to the clipboard; whether that could be done."""
        from reader.tui.outside import NotStarted

        if not words:
            self.status.say("There is nothing to copy here.")
            return False
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        try:
            app.copy_to_clipboard(words)
        except NotStarted as error:
            self.status.say(str(error))
            return False
        command = app.config.text("tools.clipboard")
        sent = f"to {command}." if command else "to the terminal’s clipboard; not every terminal takes them."
        self.status.say(f"Sent {len(words)} characters {sent}")
        return True

    # Links

    def action_link_open(self) -> None:
        """Ask for the number of a link."""
        document = self.view.document
        links = document.links if document is not None else ()
        if not links:
            self.status.say("This article has no links.")
        else:
            self.prompt.ask("link", f"link 1–{len(links)}", placeholder="number, then Enter")

    def show_link(self, answer: str) -> None:
        """Show where a link leads, before it is opened."""
        document = self.view.document
        links = document.links if document is not None else ()
        known = answer.strip().isdecimal() and 1 <= int(answer) <= len(links)
        self.status.say(f"Enter opens {links[int(answer) - 1]}" if known else "")

    def open_link(self, answer: str) -> None:
        """Open link number ``answer`` in the browser, or say why not."""
        document = self.view.document
        links = document.links if document is not None else ()
        if not answer.strip().isdecimal() or not 1 <= int(answer) <= len(links):
            self.status.say(f"There is no link “{answer.strip()}”: they are numbered 1 to {len(links)}.")
            return
        self._browse(links[int(answer) - 1])

    def action_browser_open(self) -> None:
        """Open the article's own address."""
        document = self.view.document
        address = self.address_of(document) if document is not None else ""
        if not address:
            self.status.say("This article has no address of its own.")
            return
        self._browse(address)

    def address_of(self, document: Document) -> str:
        """The web address of an article; empty when it has none."""
        return document.origin.removeprefix("url:") if document.origin.startswith("url:") else ""

    def _browse(self, address: str) -> None:
        from reader.tui.browser import open_in_browser

        self.status.say(open_in_browser(address))
