"""What the source itself must show: one way for text onto the screen, no shell, nothing opened unasked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent
SHOWS_TEXT = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Selection", "Collapsible", "TabPane", "Tab",
    "Placeholder", "Link", "Tree", "Markdown", "Pretty", "Log", "RichLog", "DataTable", "Header",
}  # fmt: skip
"""Widgets that parse markup, or draw what they are given as it is."""
MADE_SAFE = {"content", "one_line", "fit", "fit_parts", "clean_line"}


def modules(room: str = "") -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8")))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_safe(value: ast.expr) -> bool:
    """Whether a text is our own words, or came through the one function that makes it harmless."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str) and "[" not in value.value
    return isinstance(value, ast.Call) and called(value) in MADE_SAFE


@pytest.mark.parametrize("path", modules("tui"), ids=name_of)
def test_no_widget_gets_a_bare_string(path: Path) -> None:
    bad: list[str] = []
    textual = {
        one.asname or one.name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
        for one in node.names
    }
    for node in nodes(path):
        if isinstance(node, ast.Call):
            name = called(node)
            given = [
                *node.args[:1],
                *(word.value for word in node.keywords if word.arg in ("label", "title", "content")),
            ]
            if name in SHOWS_TEXT & textual and not all(is_safe(one) for one in given):
                bad.append(f"{node.lineno}: {name}")
            shows = (
                name == "update" and isinstance(node.func, ast.Attribute) and "Static" in ast.unparse(node.func.value)
            )
            if shows and not all(is_safe(one) for one in given):
                bad.append(f"{node.lineno}: update")
            if name == "notify":
                plain = any(word.arg == "markup" and ast.unparse(word.value) == "False" for word in node.keywords)
                if not plain or not all(is_safe(one) for one in given):
                    bad.append(f"{node.lineno}: notify")
            if name in ("from_markup", "render_markup", "from_ansi") or (
                name == "Content" and path.name != "content.py"
            ):
                bad.append(f"{node.lineno}: {name}")
            if any(word.arg == "link" for word in node.keywords):
                bad.append(f"{node.lineno}: a link that the terminal would follow")
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ("border_title", "border_subtitle", "tooltip"):
                    bad += [] if is_safe(node.value) else [f"{node.lineno}: {target.attr}"]
    assert bad == []


STARTS_PROGRAMS = {
    "jobs/process.py": "our own workers",
    "tui/outside.py": "the reader's editor, pager and commands",
    "tui/browser.py": "the browser, with an address that was looked at",
    "cli/commands/serve.py": "quoting for a shell that we do not run",
    "tui/screens/lending.py": "the type of a process that outside.py started",
}


def test_programs_are_started_in_few_places() -> None:
    found = {
        name_of(path)
        for path in modules()
        for node in nodes(path)
        if (isinstance(node, ast.Import) and any(one.name == "subprocess" for one in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "subprocess")
    }
    assert found <= set(STARTS_PROGRAMS)
    calls = {"run", "Popen", "call", "check_call", "check_output"}
    for path in modules():
        for node in nodes(path):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).startswith("subprocess.")
                and called(node) in calls
            ):
                assert name_of(path) not in ("cli/commands/serve.py", "tui/screens/lending.py")


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_shell_no_eval_no_webbrowser(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            whole = ast.unparse(node.func)
            assert not any(word.arg == "shell" for word in node.keywords), node.lineno
            assert whole not in ("os.system", "os.popen", "eval", "exec", "marshal.loads", "yaml.load"), node.lineno
            assert not whole.startswith(("os.exec", "os.spawn")), node.lineno
            if whole in ("pickle.loads", "pickle.load"):
                assert name_of(path) == "jobs/worker.py", node.lineno
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {one.name for one in node.names} | {getattr(node, "module", "") or ""}
            assert "webbrowser" not in names
    if "through_the_shell" in path.read_text("utf-8"):
        assert name_of(path) in ("tui/outside.py", "tui/screens/lending.py")


def test_the_shell_gets_only_what_the_reader_typed() -> None:
    """One function makes the call for the reader's own shell, and one place asks for it: the line that ``|`` opens."""
    shells = [
        name_of(path)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.List) and any(isinstance(one, ast.Constant) and one.value == "-c" for one in node.elts)
    ]
    assert sorted(shells) == ["jobs/process.py", "tui/outside.py"]
    lending = (ROOT / "tui/screens/lending.py").read_text("utf-8")
    assert lending.count("through_the_shell(") == 1
