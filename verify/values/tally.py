"""Results of contests and votes: the numbers of all sides, which are one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verify.model import Relation
from verify.values.figures import Number
from verify.values.name import compare_words

PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The numbers of the sides in order, one number where only the margin is told; `sides` are their names as far as both are told."""

    numbers: tuple[Number, ...]
    sides: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers and the names of the sides."""
        return {"numbers": list(self.numbers), "sides": list(self.sides)}

    def label(self) -> str:
        """Return the numbers as a result is written: "3–1"; a margin as "by 12"."""
        told = "–".join(map(str, self.numbers))
        return told if len(self.numbers) > 1 else f"by {told}"


def compare(left: Tally, right: Tally) -> Relation:
    """Return how two results compare, each as a whole; the other way round, with the sides exchanged, is the same."""
    if 1 in {len(left.numbers), len(right.numbers)}:
        a, b = _margin(left), _margin(right)
        return "unknown" if a is None or b is None else "equal" if a == b else "disjoint"
    if len(left.numbers) != len(right.numbers):
        return "unknown"
    theirs = right.numbers
    if len(left.sides) == len(right.sides) == PAIR:
        if _one(left.sides, right.sides[::-1]):
            theirs = theirs[::-1]
        elif not _one(left.sides, right.sides):
            return "unknown"
        return "equal" if left.numbers == theirs else "disjoint"
    return "equal" if sorted(left.numbers) == sorted(theirs) else "disjoint"


def _margin(value: Tally) -> Number | None:
    """Return by how much one side is ahead."""
    if len(value.numbers) == 1:
        return value.numbers[0]
    return abs(value.numbers[0] - value.numbers[1]) if len(value.numbers) == PAIR else None


def _one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether the sides of two results are the same, in this order."""
    return all(compare_words(a, b) in {"equal", "contains"} for a, b in zip(left, right, strict=True))
