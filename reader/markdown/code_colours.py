"""Colours for code blocks: comments, strings, numbers and keywords of a few languages. Linear in the code's length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

MAX_CODE = 200_000
"""Longer code blocks are shown without colours."""

_PYTHON = (
    "and as assert async await break case class continue def del elif else except finally for from global if import in "
    "is lambda match nonlocal not or pass raise return try while with yield True False None"
)
_SCRIPT = (
    "async await break case catch class const continue debugger default delete do else export extends false finally "
    "for from function if import in instanceof interface let new null of return static super switch this throw true "
    "try type typeof undefined var void while with yield"
)
_SHELL = (
    "case do done elif else esac fi for function if in select then until while break continue return exit local export "
    "readonly declare set unset shift source alias cd echo trap test true false"
)
_DOUBLE = r'"(?:[^"\\\n]|\\.)*"?'
_SINGLE = r"'(?:[^'\\\n]|\\.)*'?"
_NUMBER = r"(?<![\w.])(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)(?!\w)"


@dataclass(frozen=True, slots=True)
class _Language:
    pattern: re.Pattern[str]
    keywords: frozenset[str]


def _language(comment: str, string: str, keywords: str, word: str = r"[A-Za-z_]\w*") -> _Language:
    parts = [f"(?P<comment>{comment})"] if comment else []
    parts += [f"(?P<string>{string})", f"(?P<number>{_NUMBER})", f"(?P<word>{word})"]
    return _Language(re.compile("|".join(parts)), frozenset(keywords.split()))


@cache
def _languages() -> dict[str, _Language]:
    triple = r'[rbfuRBFU]{0,2}(?:"""(?s:.*?)(?:"""|\Z)|' + r"'''(?s:.*?)(?:'''|\Z))"
    python = _language(r"\#[^\n]*", f"{triple}|{_DOUBLE}|{_SINGLE}", _PYTHON)
    script = _language(r"//[^\n]*|/\*(?s:.*?)(?:\*/|\Z)", rf"{_DOUBLE}|{_SINGLE}|`(?:[^`\\]|\\(?s:.))*`?", _SCRIPT)
    shell = _language(r"(?<![^\s;(])\#[^\n]*", r'"(?:[^"\\]|\\(?s:.))*"?' + r"|'[^']*'?", _SHELL)
    json = _language("", _DOUBLE, "true false null")
    page = _language(
        r"<!--(?s:.*?)(?:-->|\Z)", f"(?<==){_DOUBLE}|(?<==){_SINGLE}", "", r"</?[A-Za-z][\w:-]*|/?>|&\#?\w+;"
    )
    return {
        **dict.fromkeys(("python", "py", "python3", "pycon"), python),
        **dict.fromkeys(("javascript", "js", "jsx", "typescript", "ts", "tsx"), script),
        **dict.fromkeys(("bash", "sh", "shell", "zsh", "console"), shell),
        **dict.fromkeys(("json", "jsonl", "json5"), json),
        **dict.fromkeys(("html", "xml", "svg", "htm"), page),
    }


def colours(code: str, language: str) -> list[tuple[int, int, str]]:
    """Coloured ranges of ``code`` by start, as ``(start, end, style)``; style is ``code-keyword`` and the like.

    :param language: first word of the block's info string; an unknown one gives no ranges.
    """
    known = _languages().get(language.lower())
    if known is None or len(code) > MAX_CODE:
        return []
    found: list[tuple[int, int, str]] = []
    for match in known.pattern.finditer(code):
        kind = match.lastgroup or ""
        if kind == "word":
            if known.keywords and match.group() not in known.keywords:
                continue
            kind = "keyword"
        found.append((match.start(), match.end(), f"code-{kind}"))
    return found
