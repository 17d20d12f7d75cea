"""The text of a PDF, page by page, where the extra ``dateline[pdf]`` is installed."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import logging
import re
from dataclasses import dataclass

from reader.model import Published, clean_line

PAGES = 2000
"""Pages read; a book of more is cut."""
MISSING = "PDF files need the extra: pip install 'dateline[pdf]'"


class PdfError(ValueError):
    """Why a PDF has no text, in a few words."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says; the text is not clean yet."""

    text: str
    title: str
    author: str
    published: Published | None
    notice: str


def available() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("pypdf") is not None


def pdf_text(data: bytes) -> PdfText:
    """Text and metadata of a PDF.

    :raises PdfError: when it is encrypted, damaged, has pictures only, or the extra is missing.
    """
    if not available():
        raise PdfError(MISSING)
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would write on the screen
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfError("is a PDF with a password")
        pages = [page.extract_text() or "" for page in reader.pages[:PAGES]]
        more = len(reader.pages) > PAGES
        said = reader.metadata
        title, author = str(said.title or "") if said else "", str(said.author or "") if said else ""
        created = said.creation_date if said else None
    except PdfError:
        raise
    except Exception as error:  # pypdf meets damage with whatever Python raises
        raise PdfError("is a damaged PDF") from error
    text = "\n\n".join(joined for page in pages if (joined := _lines_joined(page)))
    if not text:
        raise PdfError("is a PDF without text, perhaps scanned")
    notice = f"Only the first {PAGES} pages are shown." if more else ""
    return PdfText(text, _real_title(title), clean_line(author).strip(), _published(created), notice)


def _lines_joined(page: str) -> str:
    """The lines of a page as paragraphs: a word divided at a line's end is one, a full line goes on."""
    page = re.sub(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])", "", page.replace("\r", "\n"))
    lines = [" ".join(line.split()) for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    joined: list[str] = []
    open_line = False
    for line in lines:
        if not line:
            open_line = False
            continue
        if open_line:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        # A line well short of the widest ends its paragraph, as does a sentence that ends a little before it.
        open_line = len(line) > width * 0.7 and not (
            line.endswith((".", "!", "?", "”", '"')) and len(line) < width * 0.9
        )
    return "\n\n".join(joined)


def _real_title(title: str) -> str:
    """The title, unless it is what a word processor put in its place."""
    title = clean_line(title).strip()
    return "" if re.search(r"\.(docx?|odt|rtf|indd|pdf|tex|qxd)$|^(untitled|microsoft word)", title, re.I) else title


def _published(created: dt.datetime | None) -> Published | None:
    """The day the PDF was made: its own statement about itself, as a page's metadata are."""
    return Published(created.date(), created.timetz()) if created else None
