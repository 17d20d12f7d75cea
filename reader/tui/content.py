"""The one way from the domain's text to the screen."""

from __future__ import annotations

from textual.content import Content

from reader.markdown.fit import one_line


def content(text: str) -> Content:
    """Content of outside text: never parsed as markup, never a control character."""
    return Content(one_line(text))
