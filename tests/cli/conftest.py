"""No test of the command line looks into the library of whoever runs it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is not there yet."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "dateline"))
