"""Where documents come from."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.sources.errors import SourceError
    from reader.sources.files import find, load, load_stream

__all__ = ["SourceError", "find", "load", "load_stream"]

# Loaded when they are asked for: what reads feeds needs none of them.
_HOMES = {
    "SourceError": "reader.sources.errors",
    "find": "reader.sources.files",
    "load": "reader.sources.files",
    "load_stream": "reader.sources.files",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
