"""Completion for bash, 3.2 (as macOS has it) and newer."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from reader.cli.grammar import Command, Flag, Word

_FRAME = """\
# bash completion for dateline. Load it with: eval "$(dateline completions bash)"
_dateline() {{
    local IFS=$'\\n' cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} at=1 command="" action="" one
    COMPREPLY=()
    while (( at < COMP_CWORD )); do
        one=${{COMP_WORDS[at]}}
        case $one in
            --library) (( at++ )) ;;
            -*) ;;
            *) if [[ -z $command ]]; then command=$one; elif [[ -z $action ]]; then action=$one; fi ;;
        esac
        (( at++ ))
    done
    case $command in
{cases}
    *)
{opening}
        ;;
    esac
}}
_dateline_words() {{ COMPREPLY+=( $(compgen -W "${{1// /$IFS}}" -- "$cur") ); }}
_dateline_files() {{ COMPREPLY+=( $(compgen -f -- "$cur") ); }}
_dateline_folders() {{ COMPREPLY+=( $(compgen -d -- "$cur") ); }}
complete -o filenames -F _dateline dateline
"""


def script(opening: Command, commands: Sequence[Command]) -> str:
    """The script; ``eval`` it, or put it where bash looks for completions."""
    names = [command.name for command in commands]
    cases = "\n".join(f"    {command.name})\n{_of(command)}\n        ;;" for command in commands)
    return _FRAME.format(cases=cases, opening=_of(opening, names))


def _of(command: Command, first: Sequence[str] = ()) -> str:
    """What to offer within a command.

    :param first: words that may stand where the first one is asked for.
    """
    arms = [arm for flag in command.flags if (arm := _arm(flag))]
    lines = ["        case $prev in", *(f"            {arm} return ;;" for arm in arms), "        esac"]
    dashed = [name for flag in command.flags for name in flag.names]
    lines.append(f"        if [[ $cur == -* ]]; then {_words(dashed)}; return; fi")
    if command.actions:
        inner = " ".join(f"{one.name}) {does} ;;" for one in command.actions if (does := _closed(one.words)))
        lines.append(f"        if [[ -z $action ]]; then {_words([one.name for one in command.actions])}; return; fi")
        if inner:
            lines.append(f"        case $action in {inner} esac")
    if first:
        lines.append(f"        {_words(first)}")
    for word in command.words[:1]:
        if (offer := _offer(word)) != ":":
            lines.append(f"        {offer}" if word.many else f"        if [[ -z $action ]]; then {offer}; fi")
    return "\n".join(lines)


def _arm(flag: Flag) -> str:
    return f"{'|'.join(flag.names)}) {_offer(flag.word)};" if flag.word is not None else ""


def _closed(words: Iterable[Word]) -> str:
    return next((_offer(word) for word in words if word.choices), "")


def _offer(word: Word) -> str:
    if word.choices:
        return _words(word.choices)
    return {"file": "_dateline_files", "folder": "_dateline_folders", "word": ":"}[word.kind]


def _words(words: Iterable[str]) -> str:
    return f"_dateline_words {shlex.quote(' '.join(words))}"
