"""Links → clusters of claims, one cluster a fact: the heaviest links first, and no chain through two values of one article."""

from __future__ import annotations

from collections.abc import Sequence

from verify.align.described import Described
from verify.align.links import Comparison
from verify.claims import one_kind, relation
from verify.model import Claim


def cluster(described: Sequence[Described], links: Sequence[Comparison]) -> tuple[tuple[Claim, ...], ...]:
    """Return the clusters, each in the order of the claims given; a claim without links is a cluster of its own."""
    order = {d.claim.id: i for i, d in enumerate(described)}
    member = {d.claim.id: [d.claim] for d in described}
    firm = {frozenset((c.link.left, c.link.right)) for c in links if c.firm or c.repeats}
    for comparison in links:
        left, right = member[comparison.link.left], member[comparison.link.right]
        if comparison.holds and left is not right and _may_join(left, right, firm):
            left.extend(right)
            for claim in right:
                member[claim.id] = left
    unique = {id(group): group for group in member.values()}.values()
    groups = [tuple(sorted(g, key=lambda c: order[c.id])) for g in unique]
    return tuple(sorted(groups, key=lambda g: order[g[0].id]))


def _may_join(left: Sequence[Claim], right: Sequence[Claim], firm: set[frozenset[str]]) -> bool:
    """Return whether two clusters can be one fact.

    No article would say two values of one fact: it would then rather speak of two facts. Nor do values of two articles stand
    in one fact because of a chain of links: where they exclude each other the two claims themselves must be firmly linked, or
    claims that say the same and are firmly linked with them.
    """
    return all(_beside(a, b, (left, right), firm) for a in left for b in right)


def _beside(a: Claim, b: Claim, sides: tuple[Sequence[Claim], Sequence[Claim]], firm: set[frozenset[str]]) -> bool:
    if not one_kind(a, b):
        return a.article != b.article
    if relation(a, b) != "disjoint":
        return True
    if a.article == b.article:
        return False
    if frozenset((a.id, b.id)) in firm:
        return True
    ours, theirs = (_same(c, side, firm) for c, side in zip((a, b), sides, strict=True))
    return any(frozenset((x.id, y.id)) in firm for x in ours for y in theirs)


def _same(claim: Claim, side: Sequence[Claim], firm: set[frozenset[str]]) -> list[Claim]:
    """Return a claim and those of its cluster that say the same and are firmly linked with it."""
    alike = (c for c in side if one_kind(c, claim) and frozenset((c.id, claim.id)) in firm)
    return [claim, *(c for c in alike if relation(c, claim) == "equal")]
