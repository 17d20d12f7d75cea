"""The reader's own keys: checked against the actions before they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol


class Bound(Protocol):
    """What is asked of an action."""

    @property
    def id(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def mode(self) -> str: ...
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by action id, where they differ from the defaults."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()
    """What could not be done, one sentence each; the default keys hold there."""

    def of(self, action: Bound) -> tuple[str, ...]:
        """The keys of an action."""
        return self.keys.get(action.id, action.keys)


def keymap(
    actions: Iterable[Bound],
    wanted: Mapping[str, str],
    everywhere: str = "everywhere",
    alone: Collection[str] = ("page",),
) -> Keymap:
    """The keymap that ``wanted`` asks for (action id to keys joined by commas).

    Actions of one mode, and those of ``everywhere`` beside each, must not share a key: a wish that takes another
    action's key is refused unless that action is given other keys too.

    :param alone: modes in which the actions of ``everywhere`` are not offered.
    """
    known = {action.id: action for action in actions}
    problems = [f"There is no action {name}." for name in wanted if name not in known]
    asked = {
        name: tuple(key.strip() for key in keys.split(",") if key.strip())
        for name, keys in wanted.items()
        if name in known
    }
    for name, keys in list(asked.items()):
        if not keys:
            problems.append(f"{name}: an action needs a key.")
            del asked[name]
    while True:
        clash = _clash(known, asked, everywhere, alone)
        if clash is None:
            return Keymap(asked, tuple(problems))
        key, loser, holder = clash
        problems.append(f"{key} for {loser} is refused: it is the key of {holder}.")
        del asked[loser]


def _clash(
    known: Mapping[str, Bound], asked: Mapping[str, tuple[str, ...]], everywhere: str, alone: Collection[str]
) -> tuple[str, str, str] | None:
    """A key that two actions would share: the key, the action whose wish must go, the one that keeps it."""
    holders: dict[tuple[str, str], str] = {}
    modes = {action.mode for action in known.values()} - set(alone)
    # Those with their default keys first: a wish never takes a key away that nobody gave up.
    for name in sorted(known, key=lambda name: name in asked):
        action = known[name]
        for key in asked.get(name, action.keys):
            for mode in modes if action.mode == everywhere else (action.mode,):
                holder = holders.setdefault((mode, key), name)
                # A mode may use a key of everywhere for its own: as shipped, that is no clash.
                if holder != name and (name in asked or holder in asked):
                    return (key, name, holder) if name in asked else (key, holder, name)
    return None
