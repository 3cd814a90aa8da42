"""Reference periods as business news names them, and how two compare: a quarter is never a year."""

from __future__ import annotations

from dataclasses import dataclass

from verify.align.figures.bearer import Likeness
from verify.language import calendar
from verify.values.period import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference period: `kind` (quarter, half, year, month), which one of its year, its year, and "last" or "next" where that is all."""

    kind: str
    number: int | None = None
    year: int | None = None
    relative: str | None = None

    def label(self) -> str:
        """Return the period in a few words: "fourth quarter of 2022", "first half", "March 2021", "2023"."""
        if self.kind == "year":
            return str(self.year) if self.year else f"{self.relative or 'full'} year"
        if self.kind == "month" and self.number:
            return MONTHS[self.number - 1] + (f" {self.year}" if self.year else "")
        return _ordinal(self.number) + self.kind + (f" of {self.year}" if self.year else "")


def _ordinal(number: int | None) -> str:
    return next((f"{word} " for word, n in calendar.words()["ordinals"].items() if n == number), "")


def likeness(a: Reference | None, b: Reference | None) -> Likeness:
    """Return how two reference periods compare; a quarter is never a year."""
    if a is None or b is None:
        return "unstated" if a is b else "open"
    if a.kind != b.kind or any(
        _apart(x, y) for x, y in ((a.number, b.number), (a.year, b.year), (a.relative, b.relative))
    ):
        return "other"
    if a.kind == "year":
        return "same" if (a.year, a.relative) == (b.year, b.relative) else "open"
    return "same" if a.number == b.number else "open"


def _apart(x: object, y: object) -> bool:
    return x is not None and y is not None and x != y
