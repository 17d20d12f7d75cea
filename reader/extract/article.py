"""What every extractor is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.extract.sentences import sentences
from reader.extract.tokens import Tokens, tokenize
from reader.model import Block, Document, Published, Span


@dataclass(frozen=True)
class Article:
    """A text with its publication date, tokenised once for all extractors.

    Offsets are code points in ``text``, exactly as given; ``blocks`` may be empty, then a blank line parts paragraphs.
    """

    text: str
    published: Published | None = None
    blocks: Sequence[Block] = ()

    @classmethod
    def of(cls, document: Document, published: Published | None = None) -> Article:
        """The article of a document; ``published`` overrides the document's own date."""
        return cls(document.text, published or document.published, document.blocks)

    @cached_property
    def tokens(self) -> Tokens:
        """Words and punctuation marks."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences in order; none runs over a blank line."""
        return sentences(self.text)
