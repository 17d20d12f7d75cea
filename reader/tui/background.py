"""Work on the UI's loop that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget


def begin(
    node: DOMNode, work: Callable[..., Coroutine[Any, Any, None]], *given: Any, group: str, alone: bool = True
) -> None:
    """Do ``work(*given)`` as long as ``node`` lives.

    :param alone: whether what the group was doing is given up for it. A coroutine begun only to be given up would warn,
        so it is begun when its turn comes.
    """

    async def run() -> None:
        try:
            await work(*given)
        except NoMatches:
            if not _is_leaving(node):
                raise

    # mypy cannot tell which part of the union of work types a coroutine function is.
    node.run_worker(run, exclusive=alone, group=group)  # type: ignore[arg-type]


def _is_leaving(node: DOMNode) -> bool:
    """Whether a node is on its way out: what it shows itself with may have gone already, while its work went on."""
    if not isinstance(node, Widget):
        return False
    screen = (
        node if isinstance(node, Screen) else next((one for one in node.ancestors if isinstance(one, Screen)), None)
    )
    if screen is None or screen not in node.app.screen_stack or not screen.is_running:
        return True
    return not node.is_attached or node._pruning
