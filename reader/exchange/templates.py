"""The shapes of Markdown notes, which the reader can change: text files with ``$names``, nothing in them is run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from reader.exchange.errors import ExchangeError
from reader.model.regular import text_of
from reader.settings import config_file

ARTICLE = """\
$front_matter
# $title

$byline

$quotes
$article_notes"""
"""One file. Also there are ``$source``, ``$author``, ``$published``, ``$url``, ``$tags`` and ``$actors``."""
QUOTE = """\
> $quote

$note

$foot
"""
"""One annotation. ``$foot`` is label, tags, link and block id in a line; they are also there one by one (``$label``,
``$tags``, ``$link``, ``$id``), and so are ``$sentence`` (the whole sentence), ``$created`` and ``$creator``."""
_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Templates:
    """The two shapes."""

    article: Template
    quote: Template

    @classmethod
    def usual(cls) -> Templates:
        """Those that Dateline brings."""
        return cls(Template(ARTICLE), Template(QUOTE))

    @classmethod
    def of(cls, folder: Path) -> Templates:
        """``article.md`` and ``quote.md`` of a folder; ours for the one that is not there.

        :raises ExchangeError: in one sentence, for a file that cannot be read or has a name that there is not.
        """
        return cls(_read(folder / "article.md", ARTICLE), _read(folder / "quote.md", QUOTE))


def templates_folder() -> Path:
    """Where the reader's own templates lie: beside the settings."""
    return config_file().parent / "templates"


def write_usual(folder: Path) -> list[Path]:
    """Put our templates into a folder to be changed; files that are there are left alone. Gives what was written."""
    from reader.exchange.folder import Folder

    place = Folder(folder)
    wanted = (("article.md", ARTICLE), ("quote.md", QUOTE))
    return [place.write(name, text) for name, text in wanted if not os.path.lexists(folder / name)]


def filled(template: Template, values: Mapping[str, str]) -> str:
    """A template with its names replaced; blank lines that were left by empty ones are closed up.

    :raises ExchangeError: for a name that there is not.
    """
    try:
        text = template.substitute(values)
    except KeyError as error:
        known = ", ".join(f"${name}" for name in sorted(values))
        raise ExchangeError(f"a template asks for ${error.args[0]}; there are {known}") from None
    except ValueError:
        raise ExchangeError("a template has a “$” that begins no name; write “$$” for the sign itself") from None
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip() if not line.endswith("  ") else line)
    return "\n".join(lines).strip("\n") + "\n"


def _read(path: Path, otherwise: str) -> Template:
    try:
        return Template(text_of(path)[:_LIMIT])
    except FileNotFoundError:
        return Template(otherwise)
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ExchangeError(f"{path}: {what}") from None
