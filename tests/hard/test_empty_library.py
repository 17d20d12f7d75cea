"""Where nothing was ever read, every pane still answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.library import Library
from reader.library.searching import searcher
from reader.tui.app import DatelineApp
from reader.tui.desk import Desk


def test_a_search_in_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        found = searcher(library)
        assert found.search("geneva").hits == ()
        assert found.jump("").hits == ()
        assert found.facets("geneva").groups == {}


async def test_every_key_is_answered_where_there_is_nothing(tmp_path: Path) -> None:
    app = DatelineApp(Desk(Library.open(tmp_path), [], background=False))
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in (
            "f g e n escape",
            "O g e escape",
            "i",
            "j k g",
            "/ x enter",
            "n",
            "e",
            "t",
            "s",
            "W escape",
            "M escape",
        ):
            await pilot.press(*keys.split())
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert app.return_code is None


def test_a_damaged_index_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks in Geneva went on.")
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path / "home")]
    subprocess.run([*command, "add", str(tmp_path / "a.txt")], check=True, capture_output=True)
    with Library.open(tmp_path / "home") as library, library._library.writing() as connection:
        connection.execute("DROP TABLE search_body")
    found = subprocess.run([*command, "search", "geneva talks"], capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "doctor --repair" in found.stderr
    assert found.stderr.count("\n") == 1
