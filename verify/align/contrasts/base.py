"""What two articles say in one place of one statement, where only one of them can be right."""

from __future__ import annotations

from dataclasses import dataclass

from verify.align.comparison import weight_of
from verify.model import Claim, Link, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two claims over the words that exclude each other; `labels` name the levels of the comparison, `note` says what was seen."""

    left: Claim
    right: Claim
    labels: tuple[str, ...]
    note: str

    @property
    def link(self) -> Link:
        """The comparison as a link, for the report."""
        steps = tuple(Step(label=label, weight=weight_of(label)) for label in self.labels)
        return Link(left=self.left.id, right=self.right.id, steps=steps, relation="disjoint")
