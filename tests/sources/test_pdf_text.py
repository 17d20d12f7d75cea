"""PDF files, where the extra is installed, and one clear line where it is not."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest

from reader.sources import SourceError, find, load_stream
from reader.sources.pdf import MISSING, _lines_joined

here = pytest.mark.skipif(importlib.util.find_spec("pypdf") is None, reason="the extra dateline[pdf] is not installed")


def made(lines: list[str], **metadata: str) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    words = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {words} ET"
    info = "".join(f"/{name} ({value})" for name, value in metadata.items())
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<<{info}>>",
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


@here
def test_a_pdf_is_its_text_with_what_it_says_of_itself(tmp_path: Path) -> None:
    data = made(
        ["The talks in Geneva went on for nearly", "eight hours.", "Nobody expected a result."],
        Title="Talks in Geneva",
        Author="Jane Doe",
        CreationDate="D:20220110203000+01'00'",
    )
    (tmp_path / "talks.pdf").write_bytes(data)
    (path,) = find([tmp_path])
    document = load_stream(data, path)
    assert (document.title, document.author, document.format) == ("Talks in Geneva", "Jane Doe", "pdf")
    assert str(document.published) == "2022-01-10T20:30:00+01:00"
    assert "went on for nearly eight hours." in document.text


@here
@pytest.mark.parametrize(
    ("data", "reason"),
    [(made([]), "without text"), (b"%PDF-1.4\nrubbish", "damaged"), (made(["x"])[:200], "damaged|without")],
)
def test_a_pdf_without_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        load_stream(data, "x.pdf")


def test_without_the_extra_the_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("reader.sources.pdf.available", lambda: False)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert [*find([tmp_path])] == []
    with pytest.raises(SourceError) as caught:
        load_stream(b"%PDF-1.4", "a.pdf")
    assert caught.value.reason == MISSING


def test_lines_of_a_page_are_put_together_again() -> None:
    page = "A heading\nThe first line of a long para-\ngraph that goes on for a while\nand ends.\n\nAnother one."
    assert _lines_joined(page) == (
        "A heading\n\nThe first line of a long paragraph that goes on for a while and ends.\n\nAnother one."
    )
