"""What a machine that has only what ``pyproject.toml`` names must be able to do."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest
import yaml

import reader

ROOT = Path(reader.__file__).parent
MODULES = sorted(
    ".".join(("reader", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for path in ROOT.rglob("*.py")
    if path.name not in ("__main__.py", "train.py") and not path.name.endswith("_build.py")
)
"""All but what only a developer runs, with a developer's dependencies."""


@pytest.mark.parametrize("name", MODULES)
def test_every_module_imports(name: str) -> None:
    importlib.import_module(name)


def test_trafilatura_finds_all_it_needs() -> None:
    # It imports lxml.html.clean, which lxml no longer brings along.
    extract = importlib.import_module("trafilatura").extract
    page = "<html><body><article><p>" + "A sentence of an article. " * 30 + "</p></article></body></html>"
    assert "A sentence of an article." in extract(page)


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT.parent / "pyproject.toml").read_text("utf-8").splitlines()
    start = lines.index("dependencies = [")
    end = lines.index("]", start)
    body = lines[start + 1 : end]
    for at, line in enumerate(body):
        if line.strip().startswith('"'):
            assert body[at - 1].strip().startswith("#"), line


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == reader.__version__


def test_every_supported_python_is_tried_on_every_system() -> None:
    workflow = yaml.safe_load((ROOT.parent / ".github/workflows/tests.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text("utf-8"))["project"]
    job = workflow["jobs"]["tests"]
    named = [name.rpartition(" ")[2] for name in project["classifiers"] if name.startswith("Programming Language")]
    assert job["strategy"]["matrix"]["python"] == [version for version in named if "." in version]
    assert {system.partition("-")[0] for system in job["strategy"]["matrix"]["os"]} == {"ubuntu", "macos", "windows"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"]
        assert all("uses" in step or "run" in step for step in job["steps"])
