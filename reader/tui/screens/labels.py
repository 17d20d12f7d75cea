"""The label editor: names, keys, colours and descriptions of the reader's own labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError

from reader.library import Change, ForgetLabel, PutLabel, RenameLabel
from reader.model import Label
from reader.tui.label_colours import HUES
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.label_list import LabelList

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.widgets.choice import Choice
    from reader.tui.widgets.prompt import Prompt
    from reader.tui.widgets.row_list import RowList

COLOURS = tuple(HUES)
"""Colours that a label may have; each theme mixes them into its page."""


class LabelsScreen(Sheet[None]):
    """The labels; every change is saved at once and can be undone."""

    MODE = "labels"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted = ""

    def make_list(self) -> RowList:
        return LabelList(id="rows")

    @property
    def labels(self) -> LabelList:
        """The list."""
        return self.query_one(LabelList)

    async def fill(self) -> None:
        annotations = self._desk.library.annotations
        labels, counts = await self._desk.in_reading(lambda: (annotations.labels(), annotations.label_counts()))
        if not self.is_mounted:
            return
        self.labels.set_labels(labels, counts)
        if self._wanted:
            names = [label.name for label in self.labels.labels]
            self.labels.move_to(names.index(self._wanted) if self._wanted in names else 0)
            self._wanted = ""
        self.head(" Labels · a digit gives the label its key")

    async def _put(self, label: Label | None, **changes: str) -> None:
        """Save the label under the cursor with some of it changed."""
        if label is not None:
            try:
                change = PutLabel(replace(label, **changes))
            except ValueError as error:
                self.status.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
                return
            await self._change(change)

    async def _change(self, change: Change) -> None:
        await self.do(await self._desk.do(change))

    # Keys

    def action_labels_new(self) -> None:
        """Ask for the name of a new label."""
        label = self.labels.label
        if label is not None and not self.labels.is_in_set(label):
            self.prompt.ask("new", "label", label.name)
        else:
            self.prompt.ask("new", "new label", "", "a name, such as claim, risk, to check")

    def action_labels_rename(self) -> None:
        """Ask for another name."""
        label = self.labels.label
        if label is not None:
            self.prompt.ask("rename", f"rename “{label.name}” to", label.name, "a name that there is makes the two one")

    def action_labels_describe(self) -> None:
        """Ask for a description."""
        label = self.labels.label
        if label is not None:
            self.prompt.ask("describe", f"“{label.name}” is for", label.description)

    async def action_labels_colour(self) -> None:
        """The next colour."""
        label = self.labels.label
        if label is not None:
            at = COLOURS.index(label.colour) if label.colour in COLOURS else -1
            await self._put(label, colour=COLOURS[(at + 1) % len(COLOURS)])

    def action_labels_own_colour(self) -> None:
        """Ask for a colour."""
        label = self.labels.label
        if label is not None:
            self.prompt.ask("colour", f"colour of “{label.name}”", label.colour, f"#rrggbb, or {', '.join(COLOURS)}")

    async def action_labels_key(self, digit: str) -> None:
        """Give the label a digit; 0 takes it away."""
        await self._put(self.labels.label, key="" if digit == "0" else digit)

    def action_labels_forget(self) -> None:
        """Ask whether to take the label out of the set."""
        label = self.labels.label
        if label is not None and self.labels.is_in_set(label):
            self.choice.ask("forget", f"Forget the label “{label.name}”? Annotations keep it.", {"y": "yes"})

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_labels_rename()

    async def on_choice_made(self, event: Choice.Made) -> None:
        if self.labels.label is not None:
            await self._change(ForgetLabel(self.labels.label.name))

    async def on_prompt_answered(self, event: Prompt.Answered) -> None:
        self.leave_prompt()
        label, answer = self.labels.label, event.value.strip()
        if event.purpose == "new" and answer:
            await self._new(answer)
        elif event.purpose == "rename" and label is not None and answer and answer != label.name:
            self._wanted = answer
            await self._change(RenameLabel(label.name, answer))
        elif event.purpose == "describe":
            await self._put(label, description=answer)
        elif event.purpose == "colour":
            if answer not in COLOURS and answer and not _is_colour(answer):
                self.status.say(f"“{answer}” is no colour: #rrggbb, or {', '.join(COLOURS)}.")
            else:
                await self._put(label, colour=answer)

    async def _new(self, name: str) -> None:
        there = {label.name for label in self.labels.labels if self.labels.is_in_set(label)}
        if name in there:
            self.status.say(f"There is a label “{name}” already.")
            return
        keys = {label.key for label in self.labels.labels}
        key = next((digit for digit in "123456789" if digit not in keys), "")
        self._wanted = name
        await self._change(PutLabel(Label(name, key, COLOURS[len(there) % len(COLOURS)])))


def _is_colour(value: str) -> bool:
    try:
        Color.parse(value)
    except ColorParseError:
        return False
    return value.startswith("#")
