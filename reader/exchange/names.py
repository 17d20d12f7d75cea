"""File names out of titles, safe on every system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Bytes of a name in UTF-8, its ending not counted: 255 are allowed, and some systems and archives allow fewer."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\[\]#^`%]+')  # Windows' own, then what breaks links of notes
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))")


def safe_name(title: str, otherwise: str = "article") -> str:
    """A file name without ending: no character or name that a system refuses, no dot or space at its ends."""
    name = unicodedata.normalize("NFC", title)
    name = "".join(
        " " if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn") else letter for letter in name
    )
    name = " ".join(_FORBIDDEN.sub(" ", name).split()).strip(". -~$")
    name = _shortened(name, LONGEST).strip(". ")
    if not name:
        return otherwise
    return f"_{name}" if _RESERVED.match(name) else name


class Names:
    """Names given out in one folder: no two that are one on a system that ignores case or composition."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, title: str, id: str) -> str:
        """A safe name for a title; where it is taken, with the beginning of ``id`` after it."""
        name = safe_name(title, otherwise=f"article {id[:8]}")
        for more in ("", f" {id[:8]}", f" {id}"):
            given = _shortened(name, LONGEST - len(more)).rstrip(". ") + more
            if self._key(given) not in self._taken:
                break
        self._taken.add(self._key(given))
        return given

    def take(self, name: str) -> None:
        """Never give this name, which is another's."""
        self._taken.add(self._key(name))

    @staticmethod
    def _key(name: str) -> str:
        return unicodedata.normalize("NFKC", name).casefold()


def _shortened(name: str, most: int) -> str:
    """As much of a name as fits into so many bytes, cut at a word where one ends late enough."""
    if len(name.encode()) <= most:
        return name
    cut = name.encode()[:most].decode("utf-8", "ignore")
    while cut and unicodedata.combining(name[len(cut)]) and len(cut) > 1:
        cut = cut[:-1]  # not between a letter and its mark
    words = cut.rpartition(" ")[0]
    return words if len(words) > len(cut) * 0.6 else cut
