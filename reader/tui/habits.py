"""Small choices that the reader made on screen and expects to find again: theme, highlights, panels."""

from __future__ import annotations

import json
import os
from pathlib import Path

from reader.model.regular import text_of


class Habits:
    """A JSON file of names and words. Losing it loses nothing but comfort, so a damaged one is begun anew."""

    def __init__(self, path: Path, *, keeps: bool = True) -> None:
        """
        :param keeps: whether choices are written down for the next time.
        """
        self._path = path
        self._keeps = keeps
        self._known: dict[str, str] = {}
        try:
            found = json.loads(text_of(path))
        except (OSError, ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            self._known = {str(name): str(value) for name, value in found.items()}

    def get(self, name: str, default: str) -> str:
        """A choice made before."""
        return self._known.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Remember a choice; where that cannot be written it holds for this session."""
        if self._known.get(name) == value:
            return
        self._known[name] = value
        if not self._keeps:
            return
        draft = self._path.with_suffix(".partial")
        try:
            draft.write_text(json.dumps(self._known, indent=1), "utf-8")
            os.replace(draft, self._path)
        except OSError:
            return
