"""What two articles say in one place of one statement, where only one of them can be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.align.comparison import weight_of
from verify.model import Claim, Link, Step

if TYPE_CHECKING:
    from spacy.tokens import Token

OVER = frozenset({"did", "had"})
COMING = frozenset({"will", "shall", "’ll", "'ll"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two claims over the words that exclude each other; `labels` name the levels of the comparison, `note` says what was seen.

    `closed` marks a denial that no later day can overtake: "did not testify", not "has not been charged".
    `counted` marks two figures for one thing, of which a later article may have the later one.
    """

    left: Claim
    right: Claim
    labels: tuple[str, ...]
    note: str
    closed: bool = False
    counted: bool = False

    @property
    def link(self) -> Link:
        """The comparison as a link, for the report."""
        steps = tuple(Step(label=label, weight=weight_of(label)) for label in self.labels)
        return Link(left=self.left.id, right=self.right.id, steps=steps, relation="disjoint")


def contrast(
    left: Claim | None, right: Claim | None, *, labels: tuple[str, ...], note: str, counted: bool = False
) -> Contrast | None:
    """Return two claims as a contrast, None where one of them stands in furniture and is none."""
    if left is None or right is None:
        return None
    return Contrast(left=left, right=right, labels=labels, note=note, counted=counted)


def is_future(verb: Token) -> bool:
    """Return whether a verb tells what will be."""
    return any(c.dep_ == "aux" and c.lemma_.lower() in COMING for c in verb.children)


def is_closed(verb: Token) -> bool:
    """Return whether a verb tells what is over, or what will be: "did not use", "had not seen", "will not raise"."""
    return is_future(verb) or any(c.dep_ == "aux" and c.lower_ in OVER for c in verb.children)
