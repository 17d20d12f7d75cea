"""The pages on how to add something, followed to the letter in a copy of the source."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "reader/guide/pages"
_BLOCK = re.compile(r"((?:(?!```).)*?)```(\w+)\n(.*?)```", re.S)


class Follower:
    """Does what a page says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = Path()
        self.found = ""
        self.printed = ""

    def follow(self, page: str) -> str:
        """Go through a page from the top; gives what its commands printed."""
        for prose, language, code in _BLOCK.findall((PAGES / page).read_text("utf-8")):
            if named := re.findall(r"`([\w/]+\.(?:py|csv))`", prose):
                self.file = self.root / named[-1]
            said = prose.strip().lower()
            if language == "sh":
                self.run(code)
            elif "new file" in said or (said.endswith((":", ",")) and not self.file.exists()):
                self.file.write_text(code, "utf-8")
            elif re.search(r"\b(after|replace)$", said):
                assert self.file.read_text("utf-8").count(code) == 1, f"{self.file.name} has not once:\n{code}"
                self.found = code
            elif re.search(r"^(and )?add$", said):
                self.change(self.found + code)
            elif said.startswith("by"):
                self.change(code)
            else:
                raise AssertionError(f"nobody knows what to do with this:\n{prose}\n{code}")
        return self.printed

    def change(self, to: str) -> None:
        """Put ``to`` where the last found lines stand."""
        self.file.write_text(self.file.read_text("utf-8").replace(self.found, to, 1), "utf-8")

    def run(self, commands: str) -> None:
        """Run commands as somebody would in the checkout."""
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self.root),
            "DATELINE_HOME": str(self.root / "library"),
        }
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands], cwd=self.root, env=environment, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran.stderr
        self.printed += ran.stdout


@pytest.fixture
def follower(tmp_path: Path) -> Follower:
    """Somebody with a checkout."""
    shutil.copytree(ROOT / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    return Follower(tmp_path)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the pages are written for a shell")
@pytest.mark.parametrize(
    ("page", "printed"),
    [
        ("add-an-extractor.md", ["magnitude 7.8", "magnitude 7.8  7.8"]),
        ("add-a-source.md", ["today", "2021-12-30"]),
        ("add-a-label-set.md", ["important highlight confirmed denied", "late in the evening"]),
        ("add-a-language.md", ["gestern", "2021-12-29", "10. Januar", "2022-01-10"]),
    ],
)
def test_who_follows_a_page_gets_what_it_promises(follower: Follower, page: str, printed: list[str]) -> None:
    told = follower.follow(page)
    for words in printed:
        assert words in told, told


@pytest.mark.parametrize("page", sorted(PAGES.glob("add-*.md")), ids=lambda path: path.stem)
def test_each_fits_on_a_page(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    assert len(prose.split()) < 450
    assert len(page.read_text("utf-8").splitlines()) < 120
