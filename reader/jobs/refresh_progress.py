"""How far a refresh is: told from the process that does it to the screen that shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """How far it is."""

    done: int = 0
    """Feeds answered and stored, or failed."""
    total: int = 0
    failed: int = 0
    new: int = 0
    """New articles."""
    changed: int = 0
    same: int = 0
    """Feeds in which nothing has changed."""
    pages: int = 0
    """Pages fetched for their full text."""
    pages_failed: int = 0
    finished: bool = False
    cancelled: bool = False
    error: str = ""
    """One sentence when the library could not be written and the rest was given up."""
