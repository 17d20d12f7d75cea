"""Why a fact is what it is, and which facts the panel shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.markdown.fit import one_line
from reader.tui.screens.panes import Panes

if TYPE_CHECKING:
    from reader.model import Fact
    from reader.tui.widgets.facts_panel import FactsPanel


class Explaining(Panes):
    """A screen with a panel of facts that can be asked about."""

    def on_facts_panel_sorted(self, event: FactsPanel.Sorted) -> None:
        self.status.say(f"Facts sorted: {event.order}.")

    def action_facts_filter(self) -> None:
        """Ask what the facts should hold."""
        self.prompt.ask("facts", "facts", self.panel.needle, "part of a name, date or quote")

    def action_fact_why(self) -> None:
        """Why the current fact is what it is."""
        self._explain(self.view.current_fact)

    def action_fact_explain(self) -> None:
        """Why the fact under the cursor is what it is."""
        self._explain(self.panel.fact)

    def _explain(self, fact: Fact | None) -> None:
        if fact is None:
            self.status.say("No fact is current: e goes to an actor, t to a date.")
        else:
            why = f"{fact.confidence:.0%} sure · {fact.why or fact.rule or 'found in the text'}"
            self.status.say(why)
            if len(why) > self.size.width - 2:  # too long for the line: all of it, for a while
                self.notify(one_line(why), title=one_line(fact.text[:60]), timeout=10, markup=False)
