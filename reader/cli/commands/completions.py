"""``dateline completions bash|zsh|fish``: what lets a shell complete the commands."""

from __future__ import annotations

import argparse
from importlib import import_module

SHELLS = ("bash", "zsh", "fish")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.description = (
        'Print a completion script. bash, zsh: eval "$(dateline completions bash)" in the start-up file; '
        "fish: dateline completions fish > ~/.config/fish/completions/dateline.fish"
    )
    parser.add_argument("shell", choices=SHELLS)


def run(options: argparse.Namespace) -> int:
    """Print the script of a shell."""
    from reader.cli.grammar import commands, opening

    script: str = import_module(f"reader.cli.shells.{options.shell}").script(opening(), commands())
    print(script, end="")
    return 0
