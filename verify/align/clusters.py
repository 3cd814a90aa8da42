"""Links → clusters of claims, one cluster a fact: the heaviest links first, and no chain through two values of one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verify.align.described import Described
from verify.align.links import Comparison
from verify.claims import claim_kinds
from verify.model import Claim


def cluster(described: Sequence[Described], links: Iterable[Comparison]) -> tuple[tuple[Claim, ...], ...]:
    """Return the clusters, each in the order of the claims given; a claim without links is a cluster of its own."""
    order = {d.claim.id: i for i, d in enumerate(described)}
    member = {d.claim.id: [d.claim] for d in described}
    for comparison in links:
        left, right = member[comparison.link.left], member[comparison.link.right]
        if comparison.holds and left is not right and _may_join(left, right):
            left.extend(right)
            for claim in right:
                member[claim.id] = left
    unique = {id(group): group for group in member.values()}.values()
    groups = [tuple(sorted(g, key=lambda c: order[c.id])) for g in unique]
    return tuple(sorted(groups, key=lambda g: order[g[0].id]))


def _may_join(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Return whether no article would say two values of one fact: it would then rather speak of two facts."""
    return not any(
        a.article == b.article and (a.kind != b.kind or claim_kinds()[a.kind].compare(a, b) == "disjoint") for a in left for b in right
    )
