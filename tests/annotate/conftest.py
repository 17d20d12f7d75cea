"""A library in a folder of its own."""

from __future__ import annotations

from tests.library.conftest import library

__all__ = ["library"]
