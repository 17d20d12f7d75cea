"""What strangers install: everything in it, nothing else, and it runs without the checkout."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from reader.cli.grammar import commands, opening
from tests.manual import PAGE, page

ROOT = Path(__file__).parents[1]
NOT_IN_THE_WHEEL = ("reader/share/", "reader/extract/actors/data/ATTRIBUTION.md")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as ``pip`` does it."""
    folder = tmp_path_factory.mktemp("wheel")
    _build("wheel", folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def _build(kind: str, folder: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1640822400"},
    )
    assert made.returncode == 0, made.stderr


def _sources() -> set[str]:
    return {
        str(path.relative_to(ROOT).as_posix())
        for path in (ROOT / "reader").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_whole_reader_and_nothing_else(wheel: Path) -> None:
    inside = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    wanted = {path for path in _sources() if not path.startswith(NOT_IN_THE_WHEEL)}
    samples = {
        f"reader/samples/{path.relative_to(ROOT / 'seeds').as_posix()}" for path in (ROOT / "seeds").rglob("*.*")
    }
    assert inside - {path for path in inside if path.startswith("dateline-")} == wanted | samples
    assert {"reader/py.typed", "reader/guide/welcome.md"} <= inside
    beside = {path.partition("/")[2] for path in inside if path.startswith("dateline-")}
    assert {"data/share/man/man1/dateline.1", "data/share/applications/dateline.desktop"} <= beside
    assert "licenses/reader/extract/actors/data/ATTRIBUTION.md" in beside


def test_the_source_distribution_builds_and_can_be_tested(tmp_path: Path) -> None:
    _build("sdist", tmp_path)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"README.md", "LICENSE", "pyproject.toml", "reader/py.typed", "tests/test_package.py"} <= names
    assert {str(path.relative_to(ROOT)) for path in (ROOT / "seeds").glob("*.*")} <= names
    assert str(PAGE.relative_to(ROOT)) in names


def test_it_runs_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(wheel),
        "DATELINE_HOME": str(tmp_path / "library"),
        "DATELINE_CONFIG": str(tmp_path / "config.toml"),
    }

    def dateline(*words: str) -> str:
        command = [sys.executable, "-m", "reader", *words]
        ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    where = "from reader.settings import samples; import reader; print(samples(), reader.__file__, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    samples, package = ran.stdout.splitlines()
    assert Path(package).is_relative_to(wheel)
    assert Path(samples) == wheel / "reader" / "samples"
    dateline("add", samples)
    assert dateline("list", "--format", "jsonl").count("\n") == 10
    assert "Josep Borrell" in dateline("search", "borel uninvolvd")
    assert all(line.startswith("ok") for line in dateline("doctor").splitlines())


def test_the_manual_page_says_what_the_parsers_say() -> None:
    assert PAGE.read_text("utf-8") == page(opening(), commands()), "python -m tests.manual writes it again"


def test_the_desktop_entry_is_one() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # its keys differ by case
    entry.read_string((ROOT / "reader/share/applications/dateline.desktop").read_text("utf-8"))
    assert set(entry.sections()) == {"Desktop Entry"}
    values = entry["Desktop Entry"]
    assert values["Type"] == "Application"
    assert values["Exec"].split()[0] == "dateline"
    assert values["Terminal"] == "true"
    assert all(values[name].endswith(";") for name in ("Categories", "Keywords", "MimeType"))
