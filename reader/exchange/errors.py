"""What can go wrong between Dateline and a file of another tool."""

from __future__ import annotations


class ExchangeError(Exception):
    """One sentence for the reader; nothing was changed."""
