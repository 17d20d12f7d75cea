"""Colours that can be read: whatever the theme, text stands out from what it stands on.

Contrast is that of WCAG 2.2, section 1.4.3: (L1 + 0.05) / (L2 + 0.05) of the relative luminances; 4.5 is its level AA.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.color import Color

from reader.tui.label_colours import ANSI, HUES, tint

ENOUGH = 4.5
_BEHIND = ("background", "panel", "surface")
"""What text may stand on."""
_INKS = ("foreground", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning", "text-error")
_LOUD = {
    "person": ("text-primary", "primary-muted"),
    "organisation": ("text-accent", "accent-muted"),
    "place": ("text-success", "success-muted"),
    "group": ("text-secondary", "secondary-muted"),
    "date": ("text-warning", "warning-muted"),
    "hit": ("foreground", "warning-muted"),
    "cursor": ("block-cursor-foreground", "block-cursor-background"),
    "caret": ("background", "accent"),
}
"""Text with a ground of its own: variables of its colour and of the ground."""

# In a terminal's own sixteen colours nothing can be computed: these are the ones that xterm's palette shows with
# enough contrast on black, and on white.
_ANSI_DARK = {
    "ink-primary": "ansi_bright_cyan",
    "text-primary": "ansi_bright_cyan",
    "text-secondary": "ansi_white",
    "text-accent": "ansi_bright_magenta",
    "text-success": "ansi_bright_green",
    "text-warning": "ansi_bright_yellow",
    "text-error": "ansi_bright_red",
    "ink-mark": "ansi_bright_yellow",
}
_ANSI_LIGHT = {
    "ink-primary": "ansi_blue",
    "text-primary": "ansi_blue",
    "text-secondary": "ansi_default",
    "text-accent": "ansi_magenta",
    "text-success": "ansi_default",
    "text-warning": "ansi_red",
    "text-error": "ansi_red",
    "ink-mark": "ansi_red",
}


def luminance(colour: Color) -> float:
    """Relative luminance, 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two opaque colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(ink: Color, grounds: Sequence[Color]) -> Color:
    """The colour nearest to ``ink``, on its way to black or white, that can be read on every one of ``grounds``."""

    def worst(colour: Color) -> float:
        return min(contrast(colour, ground) for ground in grounds)

    if worst(ink) >= ENOUGH:
        return ink
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=worst)
    for step in range(1, 21):
        colour = ink.blend(end, step / 20)
        if worst(colour) >= ENOUGH:
            return colour
    return end


def readable_variables(variables: Mapping[str, str], dark: bool) -> dict[str, str]:
    """The variables that our styles use, made readable, from those of a theme."""
    if variables["background"].startswith("ansi"):
        return _ansi(_ANSI_DARK if dark else _ANSI_LIGHT, variables)
    page = Color.parse(variables["background"])
    grounds = [page] + [page + Color.parse(variables[name]) for name in _BEHIND[1:]]
    made: dict[str, Color] = {name: readable(_parsed(variables[name], page), grounds) for name in _INKS}
    made["text-muted"] = readable(made["foreground"].blend(page, 0.4), grounds)
    made["ink-primary"] = readable(_parsed(variables["primary"], page), grounds)
    made["ink-mark"] = readable(_parsed(variables["accent"], page), grounds)
    for kind, (ink, behind) in _LOUD.items():
        ground = page + Color.parse(variables[behind])
        made[f"loud-{kind}"] = readable(made.get(ink) or _parsed(variables[ink], ground), [ground])
        made[f"ground-{kind}"] = ground
    for name in HUES:
        ground = tint(name, page)
        made[f"loud-label-{name}"] = readable(made["foreground"], [ground])
        made[f"ground-label-{name}"] = ground
    return {name: colour.hex for name, colour in made.items()}


def _parsed(value: str, ground: Color) -> Color:
    """A colour of a theme; ``auto`` is black or white, as the ground wants it."""
    if value.startswith("auto"):
        return ground.get_contrast_text(1.0)
    return ground + Color.parse(value)


def _ansi(inks: Mapping[str, str], variables: Mapping[str, str]) -> dict[str, str]:
    made = {**inks, "foreground": "ansi_default", "text-muted": "ansi_default"}
    for kind, (ink, _) in _LOUD.items():
        made[f"loud-{kind}"] = made.get(ink, "ansi_default")
        made[f"ground-{kind}"] = "ansi_default"
    cursor = variables["block-cursor-foreground"], variables["block-cursor-background"]
    made["loud-cursor"], made["ground-cursor"] = cursor
    made["loud-hit"], made["ground-hit"] = "ansi_black", "ansi_yellow"
    made["loud-caret"], made["ground-caret"] = "ansi_black", "ansi_bright_cyan"
    for name, colour in ANSI.items():
        dim = colour in ("ansi_blue", "ansi_red", "ansi_magenta")
        made[f"loud-label-{name}"] = "ansi_bright_white" if dim else "ansi_black"
        made[f"ground-label-{name}"] = colour
    return made
