"""``dateline annotate`` and ``annotations``: what is acknowledged is kept, what is not was not saved."""

from __future__ import annotations

import fcntl
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.cli.commands import annotate
from reader.cli.lines import batches
from reader.library import Library, RemoveAnnotation

ARTICLE = str(Path(__file__).parents[2] / "seeds" / "000_73ca37d0c5ce4629.txt")
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own."""
    home = tmp_path / "library"
    monkeypatch.setenv("DATELINE_HOME", str(home))
    return home


def stream(monkeypatch: pytest.MonkeyPatch, capsys: Output, *lines: object) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and answers to some lines on standard input."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape"))))
    capsys.readouterr()
    code = main(["annotate", "--input", "jsonl", "-"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def listed(capsys: Output, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["annotations", *arguments, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_words_of_a_file_are_annotated_and_listed_in_the_shape_of_the_design(capsys: Output) -> None:
    text = Path(ARTICLE).read_text("utf-8")
    start = text.index("Dmitri Peskow")
    place = ["--start", str(start), "--end", str(start + 13)]
    assert main(["annotate", ARTICLE, *place, "--label", "actor", "--note", "*who?*", "--tag", "#press"]) == 0
    assert capsys.readouterr().out.startswith("“actor” with a note on “Dmitri Peskow”: saved as ")
    (line,) = listed(capsys)
    assert list(line) == [
        "id", "document", "start", "end", "text", "label", "note", "tags", "state", "created", "changed",
    ]  # fmt: skip
    assert (line["start"], line["end"], line["text"]) == (start, start + 13, "Dmitri Peskow")
    assert (line["label"], line["note"], line["tags"], line["state"]) == ("actor", "*who?*", ["press"], "exact")
    assert listed(capsys, ARTICLE) == listed(capsys, line["document"]) == [line]
    assert listed(capsys, "--label", "date") == []
    assert listed(capsys, "--query", "PESKOW who") == [line]
    assert main(["annotations"]) == 0
    assert "Dmitri Peskow" in capsys.readouterr().out
    assert main(["annotations", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [line]
    assert main(["list", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["notes"] == 1


def test_a_quote_names_the_words_where_they_are_there_once(capsys: Output) -> None:
    assert main(["annotate", ARTICLE, "--quote", "two-hour video link"]) == 0
    assert main(["annotate", ARTICLE, "--note", "on the whole of it"]) == 0
    whole, highlight = listed(capsys)
    assert (whole["text"], whole["start"], whole["label"]) == (None, None, "")
    assert (highlight["text"], highlight["label"]) == ("two-hour video link", "highlight")
    assert main(["annotate", ARTICLE, "--quote", "Putin"]) == 2
    assert "more than once" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--start", "5", "--end", "3"], 2, "5 to 3 is no range of the text"),
        (["--start", "5"], 2, "both given"),
        (["--start", "0", "--end", "99999999"], 2, "is no range of the text, which has"),
        (["--quote", "not in there"], 2, "are not in the text"),
        ([], 2, "a label, a note or a tag"),
        (["--start", "0", "--end", "7", "--quote", "Putin"], 2, "is not what “quote” says"),
    ],
)
def test_wrong_use_is_told_in_one_line(capsys: Output, arguments: list[str], code: int, said: str) -> None:
    assert main(["annotate", ARTICLE, *arguments]) == code
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert listed(capsys) == []


def test_a_document_that_is_not_there_is_told(capsys: Output, tmp_path: Path) -> None:
    for name in ("0123456789abcdef", "gone\x1b[2J.txt", "https://example.org/a", str(tmp_path)):
        assert main(["annotate", name, "--note", "x"]) == 1
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "\x1b" not in told
        assert main(["annotations", name]) == 1
        assert capsys.readouterr().out == ""


def test_each_line_is_answered_in_order_and_a_bad_one_stops_nothing(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = {"document": ARTICLE, "start": 0, "end": 7, "label": "claim", "note": "n"}
    code, answers = stream(
        monkeypatch, capsys, good, "{", "", [1], {**good, "end": "7"}, {**good, "document": "zz"},
        {**good, "tags": "a"}, {**good, "note": 3}, '{"note": "\udcff"}', {**good, "start": True}, good,
    )  # fmt: skip
    assert code == 1
    assert [answer["ok"] for answer in answers] == [True, *[False] * 8, True]
    assert all(set(answer) == ({"ok", "id"} if answer["ok"] else {"ok", "error"}) for answer in answers)
    assert {line["id"] for line in listed(capsys)} == {answers[0]["id"], answers[-1]["id"]}


def test_a_key_makes_a_retry_harmless(capsys: Output, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    asked = {"document": ARTICLE, "start": 0, "end": 7, "label": "claim", "key": "first"}
    code, (once, again) = stream(monkeypatch, capsys, asked, asked)
    assert (code, once) == (0, again)
    assert stream(monkeypatch, capsys, asked) == (0, [once])
    assert len(listed(capsys)) == 1
    with Library.open(home) as library:
        assert library.undo() == "“claim” on “Ukraine”"
        assert library.undo() is None  # a retry is no action
    assert stream(monkeypatch, capsys, asked) == (0, [once])
    assert listed(capsys) == []  # what was undone stays undone


def test_lines_of_one_commit_are_steps_of_their_own(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    asked = [{"document": ARTICLE, "start": n, "end": n + 5, "label": "claim"} for n in range(5)]
    stream(monkeypatch, capsys, *asked)
    with Library.open(home) as library:
        library.undo()
        library.undo()
        assert library.annotations.count() == 3
        assert [row.notes for row in library.documents.rows()] == [3]


def test_while_another_program_writes_nothing_is_called_saved(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    asked = {"document": ARTICLE, "start": 0, "end": 7, "label": "claim"}
    stream(monkeypatch, capsys, asked)
    with Library.open(home, timeout=0.05) as library:
        id = library.documents.rows()[0].id
        reader = annotate._Reader(library)
        descriptor = os.open(home / "library.lock", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        line = json.dumps({**asked, "document": id}).encode()
        answers = annotate._answers(library, reader, [line, b"{"])
        os.close(descriptor)
        assert answers[0] == {
            "ok": False, "error": "Another program is writing to the library; try again in a moment.",
        }  # fmt: skip
        assert not answers[1]["ok"]
        assert library.annotations.count() == 1
        assert annotate._answers(library, reader, [line])[0]["ok"]
        assert library.annotations.count() == 2


def test_a_full_disk_is_told_and_nothing_is_called_saved(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    stream(monkeypatch, capsys, {"document": ARTICLE, "start": 0, "end": 7, "label": "claim"})
    with Library.open(home) as library:
        id = library.documents.rows()[0].id
        writer = library._notes._writing_connection()
        pages = writer.execute("PRAGMA page_count").fetchone()[0]
        writer.execute(f"PRAGMA max_page_count = {pages}")
        reader = annotate._Reader(library)
        line = json.dumps({"document": id, "start": 0, "end": 7, "note": "long " * 4_000}).encode()
        (answer,) = annotate._answers(library, reader, [line])
        assert not answer["ok"]
        assert "is full; nothing was saved" in answer["error"]
        assert library.annotations.count() == 1
        writer.execute("PRAGMA max_page_count = 100000")
        (answer,) = annotate._answers(library, reader, [line])
        assert answer["ok"]


def test_removed_and_orphaned_ones_are_listed_when_asked_for(capsys: Output, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The delegation left early, said the host, and nobody knew why.\n\nRain fell on the lake.\n")
    for quote in ("left early", "Rain fell", "the lake"):
        assert main(["annotate", str(path), "--quote", quote]) == 0
    with Library.open(home) as library:
        library.do(RemoveAnnotation.of(library.annotations.all()[2]))
    assert [line["text"] for line in listed(capsys, "--removed")] == ["the lake"]
    path.write_text("A new title\n\nThe delegation, said the host, left early, and nobody at all knew why.\n")
    assert main(["add", str(path)]) == 0
    lines = listed(capsys)
    assert [(line["text"], line["state"]) for line in lines] == [("left early", "exact"), ("Rain fell", "orphan")]
    assert lines[0]["start"] == path.read_text().index("left early")
    assert (lines[1]["start"], lines[1]["end"]) == (None, None)
    assert [line["text"] for line in listed(capsys, "--orphans")] == ["Rain fell"]


def test_a_stream_is_read_as_it_comes() -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb") as stream:
        lines = batches(stream, 3, 0.02)
        os.write(write, b"a\n")
        assert next(lines) == [b"a\n"]
        assert next(lines) == []
        os.write(write, b"b\nc\nd\ne\n")
        found = [next(lines)]
        while sum(map(len, found)) < 4:
            found.append(next(lines))
        assert [line for batch in found for line in batch] == [b"b\n", b"c\n", b"d\n", b"e\n"]
        assert max(map(len, found)) <= 3
        os.write(write, b"cut off")
        os.close(write)
        rest = [line for batch in lines for line in batch]
        assert rest == [b"cut off"]


def test_answers_come_line_by_line_while_the_stream_is_open(home: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "reader", "annotate", "--input", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert writer.stdin is not None
    assert writer.stdout is not None
    for number in range(3):
        writer.stdin.write(json.dumps({"document": ARTICLE, "start": number, "end": 9, "label": "x"}) + "\n")
        writer.stdin.flush()
        assert json.loads(writer.stdout.readline())["ok"]
    writer.kill()
    writer.communicate()
    with Library.open(home) as library:
        assert library.annotations.count() == 3
        assert [row.notes for row in library.documents.rows()] == [3]
