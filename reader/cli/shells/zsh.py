"""Completion for zsh."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cli.grammar import Command, Flag, Word

_FRAME = """\
#compdef dateline
# zsh completion for dateline. Put it as _dateline into a folder of $fpath, or: eval "$(dateline completions zsh)"
_dateline() {{
    local at command=""
    for (( at = 2; at < CURRENT; at++ )); do
        case $words[at] in
            --library) (( at++ )) ;;
            -*) ;;
            *) command=$words[at]; break ;;
        esac
    done
    case $command in
{cases}
        *)
            local -a commands=(
{listing}
            )
            _arguments -s {opening} && return
            _describe -t commands 'command' commands
            _files
            ;;
    esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _dateline "$@"; else compdef _dateline dateline; fi
"""


def script(opening: Command, commands: Sequence[Command]) -> str:
    """The script; a file of ``$fpath`` or for ``eval``."""
    cases = "\n".join(
        f"        {one.name}) shift $((at-1)) words; (( CURRENT -= at-1 ))\n{_of(one)}" for one in commands
    )
    listing = "\n".join(f"                {_quoted(f'{one.name}:{one.help}')}" for one in commands)
    flags = " ".join(_flag(flag) for flag in opening.flags)
    return _FRAME.format(cases=cases, listing=listing, opening=flags)


def _of(command: Command) -> str:
    parts = [_flag(flag) for flag in command.flags]
    if command.actions:
        names = " ".join(one.name for one in command.actions)
        parts.append(_quoted(f"1:action:({names})"))
        parts += [_quoted(f"*:{_plain(word.name)}: ") for word in command.words]
    parts += [_quoted(f"{'*' if word.many else at}:{_plain(word.name)}:{_offer(word)}")
              for at, word in enumerate(command.words, 1) if not command.actions]  # fmt: skip
    return f"            _arguments -s {' '.join(parts)} ;;"


def _flag(flag: Flag) -> str:
    told = f"[{_plain(flag.help)}]"
    word = f":{_plain(flag.word.name)}:{_offer(flag.word)}" if flag.word is not None else ""
    return " ".join(_quoted(f"*{name}{told}{word}") for name in flag.names)


def _offer(word: Word) -> str:
    if word.choices:
        return f"({' '.join(word.choices)})"
    return {"file": "_files", "folder": "_files -/", "word": " "}[word.kind]


def _plain(text: str) -> str:
    """Without what means something to ``_arguments``."""
    return re.sub(r"([\[\]:\\])", r"\\\1", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
