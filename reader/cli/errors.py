"""What a person can do wrong at the command line."""

from __future__ import annotations


class WrongUse(Exception):
    """One sentence on what to do otherwise; the exit code is 2."""
