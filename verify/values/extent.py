"""A number as an editor reads it: what is stated, how firmly, in which unit, and what the words allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from verify.values.amounts import amount
from verify.values.figures import Number, grain_of, tidy, tolerance

Bound = Literal["exact", "about", "at-least", "more-than", "at-most", "less-than", "range", "vague"]
Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A quantity: the number as written or the two ends of a written range, and the least and greatest it allows.

    `low` and `high` are None where open. `grain` is the step to which the number was rounded as written (100,000 in
    "1.2 million"), `words` what stands in place of a number ("several"), `american` tells that dollars are told to be those of the United States.
    """

    stated: Number | tuple[Number, Number]
    bound: Bound = "exact"
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    change: Change | None = None
    grain: Number = 1
    words: str | None = None
    american: bool = field(default=False, compare=False)

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
        return amount(stated=self.stated, bound=self.bound, unit=self.unit, change=self.change, words=self.words)

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


def _ends(stated: Number, bound: Bound, grain: Number) -> tuple[Number | None, Number | None]:
    if bound == "about":
        slack = tolerance(stated, grain)
        return tidy(stated - slack), tidy(stated + slack)
    if bound in {"at-least", "more-than"}:
        return stated, None
    if bound in {"at-most", "less-than"}:
        return None, stated
    return stated, stated
