"""Articles for the tests of the library."""

from __future__ import annotations

from reader.model import Block, BlockKind, Document, Published, Style, StyleRun, document_id


def article(
    name: str = "a",
    text: str = "The talks in Geneva begin on Monday and the Kremlin is there.",
    *,
    title: str = "",
    published: str = "",
    source: str = "",
) -> Document:
    """A document of the file ``/news/{name}.md``."""
    origin = f"file:/news/{name}.md"
    runs = (StyleRun(4, 9, Style.STRONG), StyleRun(13, 19, Style.LINK, 1)) if len(text) > 20 else ()
    return Document(
        id=document_id(origin),
        origin=origin,
        title=title or f"Article {name}",
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text), 3, runs=runs),),
        links=("https://example.org/",),
        published=Published.parse(published) if published else None,
        source=source,
        format="markdown",
    )
