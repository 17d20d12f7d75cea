"""The colours of labels: eight tints behind the words, of each theme's own, and any colour a reader gives."""

from __future__ import annotations

from textual.color import Color, ColorParseError

DARK = {
    "blue": "#1F3F66",
    "green": "#1F4A33",
    "violet": "#43306B",
    "yellow": "#57480F",
    "orange": "#663A14",
    "teal": "#11494D",
    "red": "#672A2C",
    "grey": "#3A424E",
}
LIGHT = {
    "blue": "#CBDDF5",
    "green": "#CDE8D0",
    "violet": "#E0D3F3",
    "yellow": "#F6E7A6",
    "orange": "#F8D6B4",
    "teal": "#C2E6E6",
    "red": "#F6CFCB",
    "grey": "#DAD6CC",
}
CONTRAST = {
    "blue": "#003C8F",
    "green": "#00551F",
    "violet": "#4B1A9C",
    "yellow": "#5A4A00",
    "orange": "#7A3300",
    "teal": "#00575E",
    "red": "#8A0A14",
    "grey": "#3C3C3C",
}
COLOURS = tuple(DARK)
"""Names of the colours, as labels are given them."""
_MEANINGS = {
    "primary": "blue",
    "success": "green",
    "secondary": "violet",
    "accent": "yellow",
    "warning": "orange",
    "error": "red",
}
"""Names of theme colours, which a label may carry as well."""


def variables(tints: dict[str, str]) -> dict[str, str]:
    """The theme variables ``label-blue`` and so on."""
    return {f"label-{name}": tint for name, tint in tints.items()}


def colour_name(colour: str) -> str:
    """One of :data:`COLOURS` for the colour of a label, or ``#rrggbb`` as it is; grey for what is neither."""
    name = colour.strip().lower()
    if name in COLOURS or (name.startswith("#") and _parsed(name) is not None):
        return name
    return _MEANINGS.get(name, "grey")


def tint(colour: str, background: Color) -> Color:
    """A reader's own ``#rrggbb`` as a tint that text stays readable on: so much of it as the eye needs to see it."""
    parsed = _parsed(colour)
    return background if parsed is None else background.blend(parsed, 0.35 if background.brightness < 0.5 else 0.3)


def _parsed(colour: str) -> Color | None:
    try:
        return Color.parse(colour)
    except ColorParseError:
        return None
