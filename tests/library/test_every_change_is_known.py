"""A journal written by one program is read by another that has imported nothing yet."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import reader.library
from reader.library import changes


def test_every_module_that_defines_a_change_is_loaded_when_a_journal_is_read() -> None:
    folder = Path(reader.library.__file__).parent
    defining = {
        f"reader.library.{path.stem}"
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(one).startswith("action: ClassVar[str] = ") for one in node.body)
    }
    assert defining - {"reader.library.changes"} == set(changes._ROOMS)


def test_an_action_of_another_module_is_found_by_its_name_alone() -> None:
    line = {"action": "save search", "name": "a", "query": "b", "added": ""}
    program = f"from reader.library.changes import change_from_json as read; print(read({line!r}).title)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "save the search “a”"
