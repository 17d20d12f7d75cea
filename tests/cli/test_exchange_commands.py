"""``dateline export``, ``import`` and ``mirror``."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import AddAnnotation, Library
from reader.model import Anchor, Annotation, Span

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = SEEDS / "000_73ca37d0c5ce4629.txt"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A library with two articles, one of them annotated."""
    home = tmp_path / "library"
    monkeypatch.setenv("DATELINE_HOME", str(home))
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path / "config.toml"))
    assert main(["add", str(ARTICLE), str(SEEDS / "2021-12-07-video-call.md")]) == 0
    with Library.open(home) as library:
        row = library.documents.by_path(ARTICLE)
        assert row is not None
        document = library.documents.get(row.id)
        assert document is not None
        for words in ("Joe Biden", "Kremlin"):
            start = document.text.index(words)
            anchor = Anchor.of(document.text, Span(start, start + len(words)), document.version)
            library.do(AddAnnotation(Annotation(document=row.id, anchor=anchor, label="claim", note=f"On {words}")))
    capsys.readouterr()
    return home


@pytest.mark.parametrize("format", ["markdown", "w3c", "html", "readwise", "jsonl", "conll", "facts", "timeml"])
def test_each_format_goes_to_standard_output(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--to", format, "--document", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    assert "Biden" in out
    assert err == ""


@pytest.mark.parametrize(
    ("format", "endings"),
    [
        ("markdown", {".md"}),
        ("brat", {".txt", ".ann"}),
        ("w3c", {".jsonld"}),
        ("html", {".html"}),
        ("timeml", {".tml"}),
    ],
)
def test_each_format_goes_into_a_folder(
    format: str, endings: set[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["export", "--to", format, str(tmp_path / "out") + "/", "--query", "Kremlin Interfax"]) == 0
    assert str(tmp_path / "out") in capsys.readouterr().err
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == endings


def test_exported_and_imported_elsewhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.jsonld"
    assert main(["export", "--to", "w3c", str(file)]) == 0
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "elsewhere"))
    assert main(["add", str(ARTICLE)]) == 0
    capsys.readouterr()
    assert main(["import", "--dry-run", "--print", "jsonl", str(file)]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["what"] for line in out.splitlines()] == ["new", "new"]
    assert "nothing was changed" in err
    assert main(["import", str(file)]) == 0
    assert "imported: 2 new" in capsys.readouterr().err
    assert main(["import", str(file)]) == 0
    assert "imported: 0 new, 2 there already" in capsys.readouterr().err
    assert main(["export", "--to", "w3c"]) == 0
    assert capsys.readouterr().out == file.read_text("utf-8")


def test_import_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = ARTICLE.read_text("utf-8")
    line = json.dumps({"text": text, "label": [[0, 7, "PLACE"]]})
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))
    assert main(["import", "-"]) == 0
    assert "1 new" in capsys.readouterr().err


def test_one_bad_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", "utf-8")
    (tmp_path / "good.csv").write_text("Highlight,Note\nsaid spokesman Dmitri Peskow,Who?\n", "utf-8")
    assert main(["import", str(tmp_path / "bad.json"), str(tmp_path / "good.csv")]) == 1
    err = capsys.readouterr().err
    assert "bad.json: this is no JSON" in err
    assert "imported: 1 new" in err


def test_a_file_of_somebody_elses_in_the_folder_is_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", "--to", "markdown", str(out)]) == 0
    (note,) = out.iterdir()
    note.write_text("mine", "utf-8")
    assert main(["export", "--to", "markdown", str(out)]) == 0
    assert "kept as a copy" in capsys.readouterr().err
    assert sorted(path.read_text("utf-8") == "mine" for path in out.iterdir()) == [False, True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export"], "--to"), (["export", "--to", "pdf"], "invalid choice"), (["mirror"], "FOLDER"),
    ],
)  # fmt: skip
def test_wrong_use_is_told(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_an_article_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--to", "w3c", "--document", "no such"]) == 1
    assert "no such file" in capsys.readouterr().err


def test_what_is_two_files_or_many_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--to", "brat"]) == 1
    assert main(["export", "--to", "html", "--all"]) == 1
    assert capsys.readouterr().err.count("name a folder") == 2


def test_the_mirror_is_kept_and_let_go(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    assert main(["mirror", str(vault), "--keep"]) == 0
    assert len(list(vault.iterdir())) == 1
    assert main(["mirror"]) == 0
    assert "1 unchanged" in capsys.readouterr().err
    assert main(["mirror", "--off"]) == 0
    assert main(["mirror"]) == 2


def test_templates_are_written_to_be_changed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["export", "--templates"]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in written] == ["article.md", "quote.md"]
    written[1].write_text("QUOTE $quote\n", "utf-8")
    assert main(["export", "--to", "markdown", "--document", str(ARTICLE)]) == 0
    assert "QUOTE Kremlin" in capsys.readouterr().out
    written[1].write_text("$nonsense", "utf-8")
    assert main(["export", "--to", "markdown", "--document", str(ARTICLE)]) == 1
    assert "$nonsense" in capsys.readouterr().err
