"""The pages of the guide: the first is the guide itself, each is one digit away."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Document

PAGES = (
    ("guide.md", "The guide"),
    ("welcome.md", "Welcome: the first five minutes"),
    ("pages/architecture.md", "How Dateline is built"),
    ("pages/add-an-extractor.md", "Add an extractor"),
    ("pages/add-a-source.md", "Add a source"),
    ("pages/add-a-label-set.md", "Add a label set"),
    ("pages/add-a-language.md", "Add a second language of dates"),
)
"""Files in ``reader/guide`` with what they are called; the digit of each is its place."""


def contents() -> str:
    """The pages with their digits, as one line of Markdown."""
    return "Pages: " + ", ".join(f"`{at}` {title}" for at, (_, title) in enumerate(PAGES, 1)) + "."


def page_document(at: int) -> Document:
    """Page ``at`` after the first, which depends on where one came from."""
    from reader.markdown.build import build_markdown
    from reader.sources.frontmatter import split

    name, title = PAGES[at]
    source = split(resources.files("reader.guide").joinpath(name).read_text("utf-8"))[1]
    return build_markdown(source, id=f"guide-{name}", origin=f"guide:{name}", title=title, language="en")
