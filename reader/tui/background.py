"""Work on the UI's loop that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode


def begin(
    node: DOMNode, work: Callable[..., Coroutine[Any, Any, None]], *given: Any, group: str, alone: bool = True
) -> None:
    """Do ``work(*given)`` as long as ``node`` lives.

    :param alone: whether what the group was doing is given up for it. A coroutine begun only to be given up would warn,
        so it is begun when its turn comes.
    """

    async def run() -> None:
        await work(*given)

    # mypy cannot tell which part of the union of work types a coroutine function is.
    node.run_worker(run, exclusive=alone, group=group)  # type: ignore[arg-type]
