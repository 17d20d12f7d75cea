"""The colours of labels: eight hues, mixed into the page as tints that text stays readable on, or a reader’s own."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color, ColorParseError

HUES: Mapping[str, str] = {
    "blue": "#3A58FF",
    "green": "#22B045",
    "violet": "#A044F0",
    "yellow": "#E0B400",
    "orange": "#F07C1C",
    "teal": "#10B0B8",
    "red": "#E5383B",
    "grey": "#8A94A3",
}
"""Names that labels are given, and the hue of each: in 256 colours, too, their tints on a dark page differ."""
ANSI: Mapping[str, str] = {
    "blue": "ansi_blue",
    "green": "ansi_green",
    "violet": "ansi_magenta",
    "yellow": "ansi_yellow",
    "orange": "ansi_yellow",
    "teal": "ansi_cyan",
    "red": "ansi_red",
    "grey": "ansi_white",
}
"""The same among a terminal's own sixteen colours."""
_MEANINGS = {
    "primary": "blue",
    "success": "green",
    "secondary": "violet",
    "accent": "yellow",
    "warning": "orange",
    "error": "red",
}
"""Names of theme colours, which a label may carry as well."""
STRENGTH = 0.34
"""Share of the hue in a tint: less cannot be seen on a dark page, more is a paint-box."""


def colour_name(colour: str) -> str:
    """One of :data:`HUES` for the colour of a label, or ``#rrggbb`` as it is; grey for what is neither."""
    name = colour.strip().lower()
    if name in HUES or (name.startswith("#") and _parsed(name) is not None):
        return name
    return _MEANINGS.get(name, "grey")


def tint(colour: str, page: Color) -> Color:
    """A hue by its name or as ``#rrggbb``, mixed into the colour of the page."""
    hue = _parsed(HUES.get(colour, colour))
    return page if hue is None else page.blend(hue, STRENGTH)


def _parsed(colour: str) -> Color | None:
    try:
        return Color.parse(colour)
    except ColorParseError:
        return None
