"""What can be tried on this system."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

UNIX = ("fcntl", "pty", "termios", "resource", "tests.terminal", "tests.recording")
"""Modules that a test file cannot be imported without, and that Windows does not have."""


def _needs_unix(path: Path) -> bool:
    lines = path.read_text("utf-8").splitlines()
    return any(line.startswith((f"import {name}", f"from {name} ")) for line in lines for name in UNIX)


collect_ignore = (
    [str(path) for path in Path(__file__).parent.rglob("test_*.py") if _needs_unix(path)]
    if sys.platform == "win32"
    else []
)

# A busy machine is slow at making examples too; that is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
