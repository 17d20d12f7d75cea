"""Find in the article: shared by every screen that shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.speaking import Speaking
from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt


class FindingScreen(Speaking[None]):
    """A screen with an article (``#article``), a prompt (``#prompt``) and a status line (``#status``)."""

    needle = ""
    """What was last looked for."""
    _found_from = 0
    _last_text = ""

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one("#article", ArticleView)

    def action_find_open(self) -> None:
        """Ask what to find."""
        self._found_from = self.view.place
        self.prompt.ask("find", "/", placeholder="find in this article")

    def action_find_next(self) -> None:
        """To the next hit."""
        self._step(1)

    def action_find_previous(self) -> None:
        """To the hit before."""
        self._step(-1)

    def find(self, needle: str, *, go: bool = True) -> None:
        """Mark every place of ``needle``; go to the first at or below the place where finding began."""
        from reader.search.find import find_all  # not before the first screen

        self.needle = needle
        document = self.view.document
        hits = find_all(document.text, needle) if document is not None and needle.strip() else []
        self.view.set_hits(hits)
        if hits and go:
            at = next((at for at, span in enumerate(hits) if span.start >= self._found_from), 0)
            self.view.choose_hit(at)
        self.say_hits()

    def _step(self, step: int) -> None:
        view = self.view
        if not view.hits and self.needle:
            self.find(self.needle, go=False)
        if not view.hits:
            self.status.say("Nothing to go to: press / and type what to find.")
            return
        view.go_to_hit(step)
        self.say_hits()

    def say_hits(self) -> None:
        """Say which hit of how many."""
        view = self.view
        if view.hits:
            at = f"{view.hit + 1} of {len(view.hits)}" if view.hit >= 0 else f"{len(view.hits)} places"
            looked_for = f"/{self.needle}: " if self.needle else "found: "
            self.status.say(f"{looked_for}{at}   n next, N previous, Esc done")
        elif self.needle.strip():
            self.status.say(f"/{self.needle}: not in this article")
        else:
            self.status.say("")

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if event.purpose == "find":
            self.find(event.value)

    def on_prompt_answered(self, event: Prompt.Answered) -> None:
        if event.purpose == "find":
            self.prompt.close()
            self.set_focus(self.view)
            self.say_hits()

    def on_prompt_left(self, event: Prompt.Left) -> None:
        if event.purpose == "find":
            self.prompt.close()
            self.stop_finding()
            self.set_focus(self.view)

    def stop_finding(self) -> bool:
        """Take the marks away; whether there were any."""
        found = bool(self.view.hits)
        self.view.set_hits(())
        if found and self.view.current_fact is None:
            self.view.set_current(None)
        self.status.say("")
        return found
