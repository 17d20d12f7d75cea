"""How the words of an article look: style names, weakest first, to what the terminal is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style as RichStyle
from textual.color import Color
from textual.reactive import reactive

from reader import model
from reader.tui.label_colours import HUES, colour_name, tint
from reader.tui.page_looks import PageLooks
from reader.tui.readable import readable
from reader.tui.widgets.asked_styles import AskedStyles

if TYPE_CHECKING:
    from reader.model import Fact

_STYLES = (
    *(f"heading{level}" for level in range(1, 7)),
    *("emphasis", "strong", "strike", "code", "codeblock", "link", "image", "quote", "marker", "rule"),
    *("tablehead", "tableborder", "linknumber", "continuation"),
    *("code-keyword", "code-string", "code-comment", "code-number"),
)
_KINDS = ("person", "organisation", "place", "group", "date", "quotation", "figure")
_STATES = ("same", "hit", "hit-current", "current", "selection", "caret")
_MADE = ("note", "unsaved", "margin", *(f"label-{name}" for name in HUES))


def style_name(fact: Fact) -> str:
    """The highlight of a fact: its type for an actor, else its kind; empty for kinds that stay unlit in the text."""
    if isinstance(fact, model.ActorMention):
        return fact.type
    return {"date": "date", "quote": "quotation", "figure": "figure"}.get(fact.kind, "")


class StyledPage(AskedStyles):
    """A page whose words have names of styles over each other."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in (*_STYLES, *_KINDS, *_STATES, *_MADE)} | {
        f"article--{name}-loud" for name in _KINDS
    }

    highlights = reactive("quiet", repaint=False)
    """``quiet``, ``loud`` or ``off``, for all kinds at once; ``quiet`` leaves each as ``looks`` has it."""
    looks: PageLooks = PageLooks()
    """How the page is set."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_made: dict[tuple[str, ...], RichStyle] = {}
        self._label_colours: Mapping[str, str] = {}

    def set_label_colours(self, colours: Mapping[str, str]) -> None:
        """Draw each label in its colour, one of ``HUES`` or ``#rrggbb``."""
        if colours != self._label_colours:
            self._label_colours = dict(colours)
            self._styles_made.clear()
            self._repaint()

    def _repaint(self) -> None:
        raise TypeError(f"{type(self).__name__} must draw")

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_made.clear()

    def watch_highlights(self) -> None:
        self._styles_made.clear()
        self._repaint()

    def _style(self, names: tuple[str, ...]) -> RichStyle:
        """The style of layered names, weakest first."""
        style = self._styles_made.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += self._own(name)
            self._styles_made[names] = style
        return style

    def _own(self, name: str) -> RichStyle:
        """What one name adds."""
        if name == "several":
            return RichStyle(underline2=True, bold=True)  # told from one label, and from any fact, in monochrome too
        if name == "reviewed":
            return RichStyle(underline=False, italic=False)
        if name.startswith("label:"):
            colour = colour_name(self._label_colours.get(name.removeprefix("label:"), ""))
            if colour.startswith("#"):
                ground = tint(colour, self.background_colors[1])
                ink = readable(Color.parse(self.app.theme_variables["foreground"]), [ground])
                return RichStyle(color=ink.rich_color, bgcolor=ground.rich_color, underline=True)
            name = f"label-{colour}"
        component = f"article--{name}"
        if name in _KINDS:
            look = self.highlights if self.highlights != "quiet" else self.looks.highlight(name)
            component += {"loud": "-loud", "off": "-off"}.get(look, "")
        if component not in self.COMPONENT_CLASSES:
            return RichStyle()
        whole = self.get_component_rich_style(component)
        own = self.get_component_rich_style(component, partial=True)
        colours = RichStyle(color=whole.color if own.color else None, bgcolor=whole.bgcolor if own.bgcolor else None)
        return colours + own.without_color
