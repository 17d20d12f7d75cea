"""``python -m reader`` is ``dateline``."""

import sys

from reader.cli import program

sys.exit(program())
