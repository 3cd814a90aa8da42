"""What the sameness model says of the claims of a story: which lie nearest in each other article, and how likely two are one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from verify.align.described import Described
from verify.align.levels import Level
from verify.align.sameness import foci, load_sameness, nearest
from verify.claims import kind_of, relation, stands_alone
from verify.model import Claim
from verify.runtime import TIE, Encode, Floats
from verify.values.interval import Interval

MOST = 12
"""Claims of other articles that are proposed for each claim: 97 percent of the pairs of one fact are among them (benchmarks/first_sight.md)."""
AT_ONCE = 2_048
"""Pairs that are scored at once, which takes 40 MB; 154,000 of 120 articles took a gigabyte."""
CUTS = (
    (3.5, Level.MEANT_AS_ONE),
    (2.5, Level.MEANT_MUCH_ALIKE),
    (1.5, Level.MEANT_ALIKE),
    (0.5, Level.MEANT_PERHAPS_ALIKE),
    (-0.5, Level.MEANING_OPEN),
    (-1.5, Level.MEANT_PERHAPS_APART),
    (-2.5, Level.MEANT_APART),
)
"""Log odds of the model, from each of which on a level holds."""
CLEAR, SLIGHT = 1.5, 0.5
"""Log odds by which a claim leads over, or lies behind, the next nearest of its article."""
SAME = 0.5
"""Log odds from which on an equal value of the other article is taken to be of the same fact."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meaning:
    """Scores of pairs of claims by their identifiers, the smaller first; `near` are, for a claim and another article, the scores of its
    claims, `vectors` those of all claims that were read.
    """

    pairs: Mapping[tuple[str, str], float] = field(default_factory=dict)
    near: Mapping[tuple[str, str], Mapping[str, float]] = field(default_factory=dict)
    equals: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    vectors: Mapping[str, Floats] = field(default_factory=dict)

    def ask(self, pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], tuple[float, float]]:
        """Return the log odds of any pairs of claims that have vectors, that two are one fact, and that they are of one sum."""
        if not pairs:
            return {}
        blocks = (pairs[start : start + AT_ONCE] for start in range(0, len(pairs), AT_ONCE))
        return {
            pair: (one, total)
            for block in blocks
            for pair, (one, total) in zip(block, self._scores(block), strict=True)
        }

    def _scores(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        left, right = (np.array([self.vectors[pair[side]] for pair in pairs]) for side in (0, 1))
        scores: list[list[float]] = load_sameness().score(left, right).tolist()
        return scores

    def score(self, left: Claim, right: Claim) -> float | None:
        """Return the log odds that two claims are one fact, None where the model has not read both."""
        return self.pairs.get((min(left.id, right.id), max(left.id, right.id)))

    def likeness(self, left: Claim, right: Claim) -> Level | None:
        """Return how alike two claims are in meaning."""
        score = self.score(left, right)
        if score is None:
            return None
        return next((level for least, level in CUTS if score >= least - TIE), Level.MEANT_AS_TWO)

    def nearness(self, left: Claim, right: Claim) -> Level | None:
        """Return whether each of two claims is the other's nearest in its article."""
        score = self.score(left, right)
        if score is None:
            return None
        leads = sorted(score - self._next(a, b, score) for a, b in ((left, right), (right, left)))
        if leads[0] >= -TIE:
            return Level.NEAREST_BY_FAR if leads[0] >= CLEAR - TIE else Level.NEAREST_OF_BOTH
        if leads[0] >= -SLIGHT - TIE:
            return Level.NEARLY_NEAREST
        return Level.NEAREST_OF_ONE if leads[1] >= -TIE else Level.OTHERS_NEARER

    def _next(self, claim: Claim, other: Claim, score: float) -> float:
        """Return the highest score of a claim with one of the other's article besides the other itself; where there is none nothing leads."""
        return max((s for i, s in self.near.get((claim.id, other.article), {}).items() if i != other.id), default=score)

    def told_elsewhere(self, left: Claim, right: Claim) -> bool:
        """Return whether the article of either claim says the other's value of what is likely the same."""
        return any(
            self.near.get((a.id, b.article), {}).get(i, -9.0) >= SAME
            for a, b in ((left, right), (right, left))
            for i in self.equals.get((a.id, b.article), ())
        )


NOTHING = Meaning()
"""What is said of claims that the model has not read."""


def read_meaning(described: Sequence[Described], texts: Mapping[str, str], encode: Encode) -> Meaning:
    """Return what the model says of claims; `texts` are those of the articles by identifier."""
    own: dict[str, list[Claim]] = defaultdict(list)
    for d in described:
        if kind_of(d.claim).masked is not None:
            own[d.claim.article].append(d.claim)
    if len(own) < 2:
        return NOTHING
    keys: dict[str, str] = {}
    for article, claims in own.items():
        keys |= foci(texts[article], claims)
    rows = encode(list(keys.values()))
    vectors = dict(zip(keys, rows, strict=True))
    by_id = {c.id: c for claims in own.values() for c in claims}
    meaning = Meaning(vectors=vectors)
    found = meaning.ask(
        sorted({*nearest(by_id.values(), vectors, most=MOST), *_unit_left_out(by_id.values(), vectors)})
    )
    return _with_pairs(meaning, {pair: one for pair, (one, _) in found.items()}, by_id)


def meaning_within(text: str, claims: Sequence[Claim], encode: Encode) -> Meaning:
    """Return what the model reads of the claims of one article alone: their vectors."""
    keys = foci(text, claims)
    return Meaning(vectors=dict(zip(keys, encode(list(keys.values())), strict=True)))


def _unit_left_out(claims: Iterable[Claim], read: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of two articles of which one states a number alone and the other an amount or a share of it."""
    by_number: dict[float, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.id in read and isinstance(c.value, Interval) and c.value.number is not None:
            by_number[float(c.value.number)].append(c)
    for group in by_number.values():
        bare = [c for c in group if stands_alone(c)]
        pairs = ((a, b) for a in bare for b in group if a.article != b.article and a.kind != b.kind)
        yield from ((min(a.id, b.id), max(a.id, b.id)) for a, b in pairs if relation(a, b) == "equal")


def _with_pairs(meaning: Meaning, found: Mapping[tuple[str, str], float], by_id: Mapping[str, Claim]) -> Meaning:
    near: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    equals: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (left, right), score in found.items():
        a, b = by_id[left], by_id[right]
        near[a.id, b.article][b.id] = near[b.id, a.article][a.id] = score
        if relation(a, b) == "equal":
            equals[a.id, b.article].add(b.id)
            equals[b.id, a.article].add(a.id)
    return replace(meaning, pairs=found, near=near, equals={key: frozenset(ids) for key, ids in equals.items()})
