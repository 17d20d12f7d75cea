"""Run a command in a terminal until a pattern is on the screen, then leave with ``q``. For ``.ci/run``."""

from __future__ import annotations

import argparse
import sys

from tests.terminal import Terminal


def main() -> int:
    """Exit code 0 when the pattern came and the program left well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--until", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    with Terminal(options.command) as terminal:
        try:
            print(terminal.wait_for(options.until, options.seconds))
            terminal.press("q")
            code = terminal.wait_exit()
        except TimeoutError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"left with exit code {code}")
    return code


if __name__ == "__main__":
    sys.exit(main())
