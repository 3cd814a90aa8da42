"""Large stories: a claim that says what another says, word of comparison for word, speaks through that one.

Where hundreds of articles say the same, every pair of them would say so again. Of claims that are alike in all that the comparison looks at,
and that the comparison links firmly without their sentences, the first is compared with the rest of the story and the others share its fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from verify.align.comparable import plain
from verify.align.described import Described
from verify.align.links import SURE, Comparison, compare
from verify.align.setting import Setting
from verify.claims import relation
from verify.model import Claim

LARGE = 1_000
"""Claims, of some thirty articles; below, each is compared itself."""
TRIES = 3
"""Representatives of one signature that a claim is held against before it becomes one more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Duplicates:
    """The claims that are compared, and the comparison of each other claim with the one that it repeats."""

    representatives: tuple[Described, ...]
    comparisons: tuple[Comparison, ...] = ()

    def joined(self, clusters: Sequence[tuple[Claim, ...]]) -> tuple[tuple[Claim, ...], ...]:
        """Return the clusters with the duplicates of their claims; one whose article says another value there stays alone."""
        repeated: dict[str, list[Claim]] = defaultdict(list)
        for c in self.comparisons:
            repeated[c.left.claim.id].append(c.right.claim)
        out: list[tuple[Claim, ...]] = []
        alone: list[Claim] = []
        for group in clusters:
            said: dict[str, list[Claim]] = defaultdict(list)
            for claim in (*group, *(e for c in group for e in repeated[c.id])):
                fits = not any(_excludes(claim, other) for other in said[claim.article])
                (said[claim.article] if fits else alone).append(claim)
            out.append(tuple(c for own in said.values() for c in own))
        return (*out, *((c,) for c in alone))


def find_duplicates(described: Sequence[Described], setting: Setting) -> Duplicates:
    """Part the claims of a large story into those to compare and their duplicates; of a small one all are compared."""
    if len(described) <= LARGE:
        return Duplicates(representatives=tuple(described))
    representatives: dict[Hashable, list[Described]] = defaultdict(list)
    comparisons = []
    for d in described:
        known = representatives[_signature(d)]
        found = (compare(first, d, setting) for first in known[:TRIES] if first.claim.article != d.claim.article)
        repeated = next((c for c in found if c.margin >= SURE), None)
        if repeated:
            comparisons.append(repeated)
        else:
            known.append(d)
    chosen = {d.claim.id for own in representatives.values() for d in own}
    return Duplicates(
        representatives=tuple(d for d in described if d.claim.id in chosen), comparisons=tuple(comparisons)
    )


def _signature(d: Described) -> Hashable:
    """Return all that the comparison looks at, but for the sentence and the article around it."""
    c = d.claim
    thing = (c.thing.head, c.thing.modifiers) if c.thing else None
    stated = (c.kind, c.value, thing, c.subject, c.predicate, c.place, c.time, frozenset(c.participants))
    return (
        *stated,
        c.agent,
        c.patient,
        c.negated,
        c.speech.hedged,
        d.contested,
        d.sole,
        d.sole_of_event,
        d.main,
        d.expected,
        plain(d),
    )


def _excludes(a: Claim, b: Claim) -> bool:
    return a.kind == b.kind and relation(a, b) == "disjoint"
