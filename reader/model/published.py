"""When an article was published, as precisely as its source says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A date, or a date and time with the offset that its source gave."""

    date: dt.date
    time: dt.time | None = None
    """Time of day with its ``tzinfo`` where the source names an offset; ``None`` when only the date is known."""

    @classmethod
    def parse(cls, text: str) -> Published:
        """Read ``2021-12-30`` or ``2021-12-30T21:15[:00][+01:00|Z]`` (ISO 8601).

        :raises ValueError: with one sentence for the reader, when it is neither or names no real day.
        """
        text = text.strip()
        try:
            if len(text) == 10:
                return cls(dt.date.fromisoformat(text))
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(f"“{text[:40]}” is not a date like 2021-12-30 or 2021-12-30T21:15+01:00") from None
        return cls(moment.date(), moment.timetz())

    @property
    def iso(self) -> str:
        """The same in the form that :meth:`parse` reads."""
        if self.time is None:
            return self.date.isoformat()
        return dt.datetime.combine(self.date, self.time).isoformat()

    def __str__(self) -> str:
        return self.iso
