"""Claims that say one value against claims that say another: what all of them together tell of whether both are of one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verify.align.levels import threshold
from verify.model import Claim, Relation

LOWEST = -4.0
"""Bits below which the second likeliest pair says nothing more."""
LONE = 2.0
"""Bits by which a second pair is taken to lie behind the only one."""
FAR = 3.0
"""Bits of a lead beyond which it says nothing more; so of groups that have no other such pair."""
MANY = 3
"""Articles that say a value, beyond which one more says nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Read:
    """Two claims that the sameness model has read: by the bits of their levels they are one fact; `open` where no stated slot of them differs."""

    left: Claim
    right: Claim
    bits: float
    relation: Relation
    open: bool

    @property
    def ids(self) -> tuple[str, str]:
        """The identifiers of the two claims."""
        return self.left.id, self.right.id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rivals:
    """Two groups of claims that each say one value: the claims of each, the pairs between them, and what all tell by the names in `weights.toml`."""

    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    pairs: tuple[Read, ...]
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Groups:
    """The claims of each group, the articles that tell it, and the bits of its likeliest pair with each other one."""

    members: Sequence[tuple[Claim, ...]]
    told: Sequence[frozenset[str]]
    best: Mapping[int, Mapping[int, float]]

    def lead(self, group: int, other: int) -> float:
        """Return by how much a group is likelier one fact with another than with any that an article of the other tells, too."""
        beside = [bits for g, bits in self.best[group].items() if g != other and self.told[g] & self.told[other]]
        return max(-FAR, min(FAR, self.best[group][other] - max(beside))) if beside else FAR


def find_rivals(reads: Sequence[Read]) -> Iterator[Rivals]:
    """Yield the groups of which no pair meets in value and at least one is open; claims linked as equal make a group."""
    members = _grouped(reads)
    of = {claim.id: n for n, group in enumerate(members) for claim in group}
    between: dict[tuple[int, int], list[Read]] = defaultdict(list)
    for read in reads:
        left, right = sorted(of[i] for i in read.ids)
        if left != right:
            between[left, right].append(read)
    best: dict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), pairs in between.items():
        best[left][right] = best[right][left] = max(p.bits for p in pairs)
    groups = _Groups(members=members, told=[frozenset(c.article for c in group) for group in members], best=best)
    for (left, right), pairs in between.items():
        if all(p.relation == "disjoint" for p in pairs) and any(p.open for p in pairs):
            sides = members[left], members[right]
            yield Rivals(sides=sides, pairs=tuple(pairs), features=_features(left, right, pairs, groups))


def _grouped(reads: Sequence[Read]) -> list[tuple[Claim, ...]]:
    """Return the claims that were read in groups that each say one value."""
    member = {c.id: [c] for read in reads for c in (read.left, read.right)}
    for read in reads:
        left, right = (member[i] for i in read.ids)
        if read.relation == "equal" and read.bits > threshold("read_equal") and left is not right:
            left.extend(right)
            member.update((c.id, left) for c in right)
    return [tuple(group) for group in {id(group): group for group in member.values()}.values()]


def _features(left: int, right: int, pairs: Sequence[Read], groups: _Groups) -> Mapping[str, float]:
    first, *others = sorted((p.bits for p in pairs if p.open), reverse=True)
    told = [groups.told[g] for g in (left, right)]
    return {
        "likeliest": first,
        "second": max(LOWEST, others[0] if others else first - LONE),
        "lead": min(groups.lead(left, right), groups.lead(right, left)),
        "tell_both": len(told[0] & told[1]),
        "articles": min(MANY, max(map(len, told))),
    }
