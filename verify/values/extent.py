"""A number as an editor reads it: what is stated, how firmly, in which unit, and what the words allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

Number = int | float
Bound = Literal["exact", "about", "at-least", "more-than", "at-most", "less-than", "range", "vague"]
Change = Literal["up", "down"]

SIGNIFICANT = 3
"""Figures of a round whole number that are taken as meant: 1,200 stands for 1,195 to 1,205, 300 for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A quantity: the number as written or the two ends of a written range, and the least and greatest it allows.

    `low` and `high` are None where open. `grain` is the step to which the number was rounded as written (100,000 in
    "1.2 million"), `words` what stands in place of a number ("several").
    """

    stated: Number | tuple[Number, Number]
    bound: Bound = "exact"
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    change: Change | None = None
    grain: Number = 1
    words: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the value in the form of the JSON contract."""
        stated = list(self.stated) if isinstance(self.stated, tuple) else self.stated
        return {
            "stated": stated,
            "bound": self.bound,
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "change": self.change,
        }

    def label(self) -> str:
        """Return the value in a few words: "at least 30", "31 miles", "$7.25 million"."""
        from verify.values.amounts import amount

        return amount(self)

    @property
    def number(self) -> Number | None:
        """The one number that is stated, None for a range."""
        return None if isinstance(self.stated, tuple) else self.stated


def interval(
    stated: Number,
    *,
    bound: Bound = "exact",
    unit: str | None = None,
    change: Change | None = None,
    grain: Number | None = None,
) -> Interval:
    """Return the interval that one number with its bound allows; `grain` defaults to that of its figures."""
    stated = tidy(stated)
    step = grain_of(stated) if grain is None else tidy(grain)
    low, high = _ends(stated, bound, step)
    return Interval(stated=stated, bound=bound, low=low, high=high, unit=unit, change=change, grain=step)


def between(
    first: Number,
    last: Number,
    *,
    bound: Bound = "range",
    unit: str | None = None,
    change: Change | None = None,
    grain: Number | None = None,
    words: str | None = None,
) -> Interval:
    """Return the interval of a written range, its ends in the order in which they are written."""
    ends = (tidy(first), tidy(last))
    step = min(grain_of(e) for e in ends) if grain is None else tidy(grain)
    slack = step if bound == "about" else 0
    low, high = tidy(min(ends) - slack), tidy(max(ends) + slack)
    return Interval(stated=ends, bound=bound, low=low, high=high, unit=unit, change=change, grain=step, words=words)


def vague(low: Number, high: Number | None, *, words: str, unit: str | None = None) -> Interval:
    """Return what a vague word such as "several" allows; an open end is stated as the other end."""
    ends = (low, low if high is None else high)
    return Interval(stated=ends, bound="vague", low=low, high=high, unit=unit, grain=grain_of(low), words=words)


def tidy(number: Number) -> Number:
    """Return a whole number as int, another without the noise of its last binary digits."""
    if isinstance(number, int):
        return number
    rounded = float(f"{number:.12g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded


def grain_of(number: Number) -> Number:
    """Return the step to which a number seems rounded: 0.01 for 7.25, 1 for 300, 10,000 for 1,200,000."""
    if isinstance(number, float) and not number.is_integer():
        places = len(f"{number:.10f}".rstrip("0").partition(".")[2])
        return tidy(10.0**-places)
    figures = len(str(abs(int(number))))
    return min(roundness(number), tidy(10 ** max(0, figures - SIGNIFICANT)))


def roundness(number: Number) -> Number:
    """Return the greatest power of ten that divides a number: 10 for 60, 100,000 for 1,200,000, 0.01 for 7.25."""
    if isinstance(number, float) and not number.is_integer():
        return grain_of(number)
    figures = str(abs(int(number)))
    return tidy(10 ** (len(figures) - len(figures.rstrip("0")))) if number else 1


def _ends(stated: Number, bound: Bound, grain: Number) -> tuple[Number | None, Number | None]:
    if bound == "about":
        slack = tolerance(stated, grain)
        return tidy(stated - slack), tidy(stated + slack)
    if bound in {"at-least", "more-than"}:
        return stated, None
    if bound in {"at-most", "less-than"}:
        return None, stated
    return stated, stated


def tolerance(number: Number, grain: Number) -> Number:
    """Return how far "about" lets a number stray: half its last step where it is round, the whole where it is not."""
    step = max(roundness(number), grain)
    figures = math.floor(abs(number) / step) if step else 0
    if figures >= 10 and figures % 5 == 0:
        return step * 5 / 2
    return step / 2 if 0 < figures < 10 <= abs(number) else step
