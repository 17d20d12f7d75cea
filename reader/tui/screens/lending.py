"""The terminal, lent: to a command, an editor, a voice; and what the terminal is told of us."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from reader.markdown.fit import one_line
from reader.tui.screens.copying import Copying

if TYPE_CHECKING:
    from reader.tui.configuring import ConfiguredApp


class Lending(Copying):
    """What ``|``, ``Ctrl+e``, ``F6``, ``F8`` and ``Ctrl+z`` do on a screen with an article."""

    _voice: subprocess.Popen[bytes] | None = None
    _mouse_is_ours = True

    @property
    def _lender(self) -> ConfiguredApp:
        app: ConfiguredApp = self.app  # type: ignore[assignment]  # every application of ours is one
        return app

    # A command

    def action_pipe_open(self) -> None:
        """Ask for a command."""
        pager = os.environ.get("PAGER", "less")
        what = "the selection" if self.view.selected_span else "the article"
        self.prompt.ask("pipe", "|", placeholder=f"a command that gets {what}; empty: {pager}")

    def pipe(self, command: str) -> None:
        """Give the selection, or the whole article, to a command in the terminal."""
        from reader.tui.outside import TAKE_THE_SCREEN, NotStarted, in_the_terminal, through_the_shell, words_of

        document, span = self.view.document, self.view.selected_span
        if document is None:
            return
        text = span.of(document.text) if span is not None else f"{document.title}\n\n{document.text}\n"
        command = command.strip() or os.environ.get("PAGER", "less")
        try:
            first = os.path.basename(words_of(command)[0])
            code = in_the_terminal(self._lender, through_the_shell(command), text, linger=first not in TAKE_THE_SCREEN)
        except NotStarted as error:
            self.status.say(str(error))
            return
        self.status.say(f"“{one_line(command)}” ended." if code == 0 else f"“{one_line(command)}” failed ({code}).")

    # The editor

    def action_editor_open(self) -> None:
        """Open the article's file in the editor, at the line that is being read."""
        from reader.tui.outside import NotStarted, editor, in_the_terminal

        document = self.view.document
        if document is None or document.path is None:
            self.status.say("This article is no file that could be edited.")
            return
        place = self.view.current.start if self.view.current else self.view.place
        line = max((block.line for block in document.blocks if block.start <= place), default=0)
        try:
            program = editor()
            at = [f"+{line}"] if line and os.path.basename(program[0]) in _TAKE_A_LINE else []
            in_the_terminal(self._lender, [*program, *at, document.path])
        except NotStarted as error:
            self.status.say(str(error))

    # A voice

    def action_speech_toggle(self) -> None:
        """Read the selection, the current thing or the rest of the article aloud, or be silent again."""
        from reader.tui.outside import NotStarted, beside_us, words_of

        if self._voice is not None and self._voice.poll() is None:
            self._voice.terminate()
            self._voice = None
            self.status.say("Silent.")
            return
        document = self.view.document
        command = self._lender.config.text("tools.speech")
        if document is None:
            return
        if not command:
            self.status.say("No voice is set: tools.speech in the settings ( , ) names a command, such as espeak-ng.")
            return
        span = self.view.selected_span or self.view.current
        try:
            self._voice = beside_us(
                words_of(command), span.of(document.text) if span else document.text[self.view.place :]
            )
        except NotStarted as error:
            self.status.say(str(error))
        else:
            self.status.say("Reading aloud …   F8 stops")

    def stop_voice(self) -> None:
        """Be silent when the reader is left."""
        if self._voice is not None and self._voice.poll() is None:
            self._voice.terminate()

    # The mouse and the terminal

    def action_mouse_release(self) -> None:
        """Leave the mouse to the terminal, for its own selection, or take it back."""
        self._mouse_is_ours = not self._mouse_is_ours
        if self._lender.take_mouse(self._mouse_is_ours):
            self.status.say(
                "The mouse is ours." if self._mouse_is_ours else "The mouse is the terminal's: F6 takes it back."
            )
        else:
            self.status.say("This terminal keeps the mouse as it is.")

    def action_reader_suspend(self) -> None:
        """Go to the background of the shell; ``fg`` comes back."""
        self._lender.action_suspend_process()


_TAKE_A_LINE = {"vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "mg", "ne"}
"""Editors that take ``+LINE`` before a file."""
