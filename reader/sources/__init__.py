"""Where documents come from."""

from reader.sources.errors import SourceError
from reader.sources.files import find, load, load_stream

__all__ = ["SourceError", "find", "load", "load_stream"]
