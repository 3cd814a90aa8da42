"""What a claim kind is: how its claims are read out of an article, and how two of its values compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.model import Claim, Kind, Relation
from verify.values.interval import Interval

if TYPE_CHECKING:
    from verify.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """One kind of claim; each file of this package defines one as `KIND`."""

    name: Kind
    extract: Callable[[Reading], Iterator[Claim]]
    values: Callable[[Claim, Claim], Relation]
    """How the values of two claims compare, be they denied or not."""

    def compare(self, left: Claim, right: Claim) -> Relation:
        """Return how two claims compare: one denied excludes one that is not, and what holds on a condition bears nothing out."""
        if denied(left) != denied(right):
            return "disjoint"
        found = self.values(left, right)
        conditional = (left.modality == "hypothetical") != (right.modality == "hypothetical")
        return "unknown" if found == "equal" and conditional else found

    def contradict(self, left: Claim, right: Claim) -> bool:
        """Return whether one claim denies the number that the other states; a denied event has no day or place to contradict."""
        number = isinstance(left.value, Interval) and denied(left) != denied(right)
        return number and self.values(left, right) == "equal"


def denied(claim: Claim) -> bool:
    """Return whether a claim is denied; "nobody died" states a count of none."""
    return claim.negated and not (isinstance(claim.value, Interval) and claim.value.high == 0)
