"""How an article's page is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageLooks:
    """Measures in cells and lines, and how each kind of fact is lit up."""

    measure: int = 80
    """Widest line of text: 72 to 88 is what typographers advise for reading."""
    spacing: int = 1
    """Blank lines between paragraphs."""
    line_spacing: int = 0
    """Blank lines between the lines of a paragraph."""
    highlights: Mapping[str, str] = field(default_factory=dict)
    """``loud`` or ``off`` for kinds that are not ``quiet``."""

    def highlight(self, kind: str) -> str:
        """``quiet``, ``loud`` or ``off``."""
        return self.highlights.get(kind, "quiet")
