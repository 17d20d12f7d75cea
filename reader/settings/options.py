"""Every setting once: its name, what it may be, its default and its line of help."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | bool


class Option(NamedTuple):
    """One setting of ``config.toml``."""

    name: str
    """``section.key`` as in the file."""
    default: Value
    help: str
    """One sentence."""
    choices: tuple[str, ...] = ()
    """The words that it may be; empty for a number, a switch or free text."""
    low: int = 0
    high: int = 0
    """Smallest and largest number."""

    @property
    def section(self) -> str:
        """Name of its table in the file."""
        return self.name.partition(".")[0]

    @property
    def key(self) -> str:
        """Its name within the table."""
        return self.name.partition(".")[2]

    def problem(self, value: object) -> str:
        """What is wrong with a value, to follow the setting's name; empty when nothing is."""
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else "is true or false"
        if isinstance(self.default, int):
            if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
                return ""
            return f"is a number from {self.low} to {self.high}"
        if self.choices:
            return "" if value in self.choices else "is " + ", ".join(self.choices[:-1]) + f" or {self.choices[-1]}"
        return "" if isinstance(value, str) else "is text in quotation marks"

    def parsed(self, text: str) -> Value:
        """The value that a person typed.

        :raises ValueError: in one sentence, when it is none.
        """
        value: Value = text.strip()
        if isinstance(self.default, bool):
            value = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}.get(
                text.strip().lower(), value
            )
        elif isinstance(self.default, int) and text.strip().lstrip("-").isdecimal():
            value = int(text)
        if problem := self.problem(value):
            raise ValueError(f"{self.name} {problem}.")
        return value


QUIET = ("quiet", "loud", "off")

OPTIONS: tuple[Option, ...] = (
    Option("looks.theme", "", "A theme: dateline-dark, dateline-paper, dateline-contrast or one of Textual's."),
    Option("looks.density", "comfortable", "How much air is around the panes.", ("comfortable", "compact")),
    Option("looks.dates", "absolute", "Dates in lists: the day, or how long ago.", ("absolute", "relative")),
    Option("looks.clock", "24", "Times of day: of 24 hours, or of 12 with am and pm.", ("24", "12")),
    Option("looks.hints", True, "Whether newcomers are told a key now and then."),
    Option("looks.motion", "full", "Whether things may move smoothly.", ("full", "reduced")),
    Option("looks.linear", False, "For screen readers: no boxes, one pane at a time, news of the status line."),
    Option("reading.measure", 80, "Widest line of an article, in cells.", low=20, high=200),
    Option("reading.spacing", 1, "Blank lines between paragraphs.", low=0, high=3),
    Option("reading.line_spacing", 0, "Blank lines between the lines of a paragraph.", low=0, high=2),
    Option("panels.list_side", "left", "Where the list stands.", ("left", "right")),
    Option("panels.facts_side", "right", "Where the facts stand.", ("left", "right")),
    Option("panels.list_width", 0, "Width of the list in cells; 0 fits it to the screen.", low=0, high=120),
    Option("panels.facts_width", 0, "Width of the facts in cells; 0 fits it to the screen.", low=0, high=120),
    *(
        Option(f"highlights.{kind}", "quiet", f"How each {what} is lit up in the text.", QUIET)
        for kind, what in (
            ("person", "person"),
            ("organisation", "organisation"),
            ("place", "place"),
            ("group", "group of people"),
            ("date", "date"),
            ("quotation", "quotation"),
            ("figure", "figure"),
        )
    ),
    Option("facts.actors", "default", "Who finds actors: default, spacy:MODEL, or the name of a plugin."),
    Option("terminal.mouse", True, "Whether the mouse is ours; else it selects as the terminal does."),
    Option("feeds.every", 30, "Minutes after which feeds are fetched while the reader is open; 0: never.", high=1440),
    Option("tools.speech", "", "Command that reads its input aloud, such as espeak-ng."),
    Option("tools.clipboard", "", "Command that takes what is copied, such as wl-copy; empty asks the terminal."),
    # Off: it is the one thing of an article that would be sent to the terminal in a control sequence.
    Option("terminal.title", False, "Whether the window's title names the article and how far you are."),
    Option("exchange.citation", "plain", "How Y cites.", ("plain", "markdown", "bibtex")),
    Option("mirror.folder", "", "A folder of notes that follows what you annotate; empty for none."),
    Option("mirror.format", "markdown", "What is kept there.", ("markdown", "w3c")),
)  # fmt: skip
BY_NAME = {option.name: option for option in OPTIONS}
