"""Our own themes: dark, paper and high contrast."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dateline-dark",
    primary="#8AB4F8",
    secondary="#A8B3C5",
    accent="#E8B465",
    warning="#E8B465",
    error="#F28B82",
    success="#8FD19E",
    foreground="#DADDE3",
    background="#14171C",
    surface="#14171C",
    panel="#1B1F26",
    boost="#252B34",
    dark=True,
    variables={"block-cursor-background": "#2C3644", "block-cursor-foreground": "#FFFFFF"},
)
PAPER = Theme(
    name="dateline-paper",
    primary="#1F4E8C",
    secondary="#5B5446",
    accent="#8A4B08",
    warning="#8A4B08",
    error="#A3261B",
    success="#1E6B3A",
    foreground="#26221B",
    background="#F7F3EA",
    surface="#F7F3EA",
    panel="#EEE8DA",
    boost="#E4DCC9",
    dark=False,
    variables={"block-cursor-background": "#D9CFB8", "block-cursor-foreground": "#000000"},
)
CONTRAST = Theme(
    name="dateline-contrast",
    primary="#7FDBFF",
    secondary="#FFFFFF",
    accent="#FFD700",
    warning="#FFD700",
    error="#FF7A7A",
    success="#7CFC9A",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#101010",
    boost="#202020",
    dark=True,
    variables={"block-cursor-background": "#FFFFFF", "block-cursor-foreground": "#000000"},
)
THEMES = (DARK, PAPER, CONTRAST)
