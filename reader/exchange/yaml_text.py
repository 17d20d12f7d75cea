"""Front matter as YAML 1.1 and 1.2 both read it: every text double-quoted, so that none is taken for something else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def quoted(text: str) -> str:
    """A text as a YAML scalar in double quotes, on one line."""
    told = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def front_matter(values: Iterable[tuple[str, str | list[str]]], bare: frozenset[str] = frozenset()) -> str:
    """The block between ``---`` lines; keys without a value are left out.

    :param bare: keys whose value stands without quotes, as dates do.
    """
    lines = ["---"]
    for key, value in values:
        if isinstance(value, list):
            if value:
                lines += [f"{key}:", *(f"  - {quoted(one)}" for one in value)]
        elif value:
            lines.append(f"{key}: {value if key in bare else quoted(value)}")
    return "\n".join([*lines, "---", ""])
