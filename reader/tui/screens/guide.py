"""The guide, read in our own reading view, with the keys of the pane one came from on top."""

from __future__ import annotations

import asyncio
from importlib import resources
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.model import Document
from reader.tui.actions import ALONE, Mode, offered
from reader.tui.background import begin
from reader.tui.screens.finding import FindingScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt

_EVERYWHERE: Mode = "everywhere"
_NAMES: dict[Mode, str] = {
    "everywhere": "Everywhere",
    "reading": "In the article",
    "caret": "With the caret",
    "note": "In a note",
    "list": "In the list",
    "facts": "In the facts panel",
    "page": "On a page over the library",
    "annotations": "In the list of annotations",
    "labels": "In the list of labels",
    "history": "In the history",
}


def keys_table(mode: Mode) -> str:
    """The keys of a mode and those that work everywhere, as Markdown."""
    lines = []
    for part in dict.fromkeys((mode, _EVERYWHERE) if mode not in ALONE else (mode,)):
        lines += [f"## {_NAMES[part]}", "", "| key | what it does |", "|---|---|"]
        for action in offered(mode):
            if action.mode == part:
                keys = " ".join(f"`{key}`" for key in action.key_labels)
                lines.append(f"| {keys} | {action.help} |")
        lines.append("")
    return "\n".join(lines)


def guide_text() -> str:
    """The guide's Markdown, as shipped, without its front matter; what is promised stands last."""
    from reader.sources.frontmatter import split

    pages = [resources.files("reader.guide").joinpath(name).read_text("utf-8") for name in ("guide.md", "promises.md")]
    return split("\n\n".join(pages))[1]


def guide_document(mode: Mode) -> Document:
    """The guide with the keys of ``mode`` before it."""
    from reader.markdown.build import build_markdown

    source = f"# Keys here\n\n{keys_table(mode)}\n---\n\n{guide_text()}"
    return build_markdown(source, id=f"guide-{mode}", origin=f"guide:{mode}", title="The guide", language="en")


class GuideScreen(FindingScreen):
    """Shows the guide; ``q`` or ``Esc`` leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark", "leave", "leave", show=False),
        Binding("escape", "leave_or_stop", "leave", show=False),
    ]

    def __init__(self, mode: Mode) -> None:
        super().__init__()
        self._mode = mode

    def compose(self) -> ComposeResult:
        yield ArticleView(id="article")
        yield Prompt(id="prompt")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.set_focus(self.view)
        self.status.show("The guide", "q back to the article")
        begin(self, self._fill, group="open")

    async def _fill(self) -> None:
        # Building it takes longer than a frame may.
        document = await asyncio.to_thread(guide_document, self._mode)
        if self.is_mounted:
            self.view.show(document)

    def on_article_page_place_changed(self, event: events.Event) -> None:
        self.status.show("The guide", f"{self.view.progress:.0%}   q back to the article")

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def action_leave_or_stop(self) -> None:
        """Take the find marks away, else leave."""
        if not self.stop_finding():
            self.dismiss()
