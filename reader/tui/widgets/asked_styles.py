"""Styles of a widget's parts, made when they are asked for."""

from __future__ import annotations

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.scroll_view import ScrollView

from reader.tui.styling import StyledApp


class AskedStyles(ScrollView):
    """A view that styles only those of its component classes that something was drawn with.

    Textual styles all of them whenever the widget is styled: at the start, with the focus and with each change of a
    class above it. An article has 55, of which a screen of text shows a handful.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts_styled: set[str] = set()

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]  # Textual asks the node for them
        return frozenset(self._parts_styled)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Styles of component classes laid over each other.

        :raises KeyError: for a name that is none of the widget's component classes.
        """
        for name in names:
            if name not in self._component_styles and name in super()._get_component_classes():
                self._parts_styled.add(name)
                if isinstance(self.app, StyledApp) and f".{name}" not in self.app.stylesheet.rules_map:
                    self.app.read_later_styles()
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)
