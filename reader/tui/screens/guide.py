"""The guide, read in our own reading view, with the keys of the pane one came from on top."""

from __future__ import annotations

import asyncio
from importlib import resources
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.tui.action import ALONE, Mode
from reader.tui.actions import offered
from reader.tui.background import begin
from reader.tui.guide_pages import PAGES, contents, page_document
from reader.tui.screens.finding import FindingScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.foot import KeyBar, StatusLine
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.model import Document

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

    source = f"# Keys here\n\n{contents()}\n\n{keys_table(mode)}\n---\n\n{guide_text()}"
    return build_markdown(source, id=f"guide-{mode}", origin=f"guide:{mode}", title="The guide", language="en")


class GuideScreen(FindingScreen):
    """Shows the guide; ``q`` or ``Esc`` leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, so that the key after it goes to the article and is not lost on a guide that is closing.
        Binding("q,question_mark", "leave", "leave", priority=True, show=False),
        Binding("escape", "leave_or_stop", "leave", priority=True, show=False),
        # Before the same keys of the article, which would label it or go to another one.
        *(Binding(str(at), f"page({at - 1})", priority=True, show=False) for at in range(1, len(PAGES) + 1)),
        Binding("right_square_bracket", "page_by(1)", priority=True, show=False),
        Binding("left_square_bracket", "page_by(-1)", priority=True, show=False),
    ]
    page = 0
    """Which of the pages is shown."""

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
        self._say_where()
        begin(self, self._fill, group="open")

    async def _fill(self) -> None:
        # Building it takes longer than a frame may.
        page = self.page
        document = await asyncio.to_thread(*((page_document, page) if page else (guide_document, self._mode)))
        if self.is_mounted and page == self.page:
            self.view.show(document)
            self._say_where()

    def on_article_page_place_changed(self, event: events.Event) -> None:
        self._say_where()

    def _say_where(self) -> None:
        far = f"{self.view.progress:.0%}   " if self.view.document is not None else ""
        self.status.show(PAGES[self.page][1], f"{far}1-{len(PAGES)} ] [ other pages   q back to the article")

    def action_page(self, page: int) -> None:
        """Turn to a page."""
        if not 0 <= page < len(PAGES):
            return
        self.stop_finding()
        self.page = page
        begin(self, self._fill, group="open")

    def action_page_by(self, step: int) -> None:
        """Turn to the next page, or back."""
        self.action_page(self.page + step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """While something is typed, the keys of the guide are text."""
        return not (action in ("page", "page_by", "leave", "leave_or_stop") and self.prompt.display)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def action_leave_or_stop(self) -> None:
        """Take the find marks away, else leave."""
        if not self.stop_finding():
            self.dismiss()
