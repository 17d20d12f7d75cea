"""Addresses opened outside: checked, as an argument list, never through a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

from reader.markdown.links import openable


def _command() -> list[str] | None:
    """The program that opens an address: the first of ``$BROWSER``, else the desktop's own."""
    chosen = os.environ.get("BROWSER", "").split(os.pathsep)[0].strip()
    if chosen:
        words = shlex.split(chosen)
        return [word for word in words if word != "%s"] or None
    for name in ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview"):
        if shutil.which(name):
            return [name]
    return None


def open_in_browser(address: str) -> str:
    """Open ``address`` and give one sentence on what happened. Only http, https and mailto are opened."""
    if not openable(address):
        return f"Not opened: {address[:80]} is no web or mail address."
    command = _command()
    if command is None:
        return f"No browser is known here (set $BROWSER): {address}"
    try:
        subprocess.Popen(
            [*command, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}."
    return f"Opening {address}"
