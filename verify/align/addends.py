"""Numbers that add up and are likely parts of one whole: two of them near each other in one article, the third anywhere in the story.

That numbers add up is told by arithmetic, that they are parts and a whole by the sameness model, which has read the claims without their values, and
by how telling the numbers are: 41 and 8 make 49 by chance less often than 2 and 3 make 5. Weights are fitted (`training/sameness/fit_sums.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from verify.align.described import Described
from verify.align.levels import weights
from verify.align.meaning import Meaning
from verify.claims import Number, kind_of
from verify.claims.kinship import kinship
from verify.effort import spend
from verify.model import Claim
from verify.values.comparison import significant
from verify.values.extent import Interval

NEAR, MOST = 400, 3
"""Characters between parts, and the most parts of a whole."""
FEW, SOME, MANY = 6, 12, 30
"""Totals below which a sum is the likelier chance."""
TELLING = 4
"""Significant digits of all parts together from which on they hardly make another number by chance."""

_AS_SUM, _TELLING, _TOGETHER = (
    "meant as parts of one whole",
    "how telling the numbers are",
    "how the parts stand together",
)
STEPS = {
    "": "numbers that add up",
    **dict.fromkeys(("of_one_sum", "of_one_sum_mean", "parts_of_one_sum", "part_as_whole", "parts_alike"), _AS_SUM),
    **dict.fromkeys(("few", "some", "many", "two_digits", "long", "telling_parts", "exact"), _TELLING),
    **dict.fromkeys(("one_sentence", "in_one_article", "three", "between"), _TOGETHER),
}
"""The words for each feature of an addition."""

DECIMALS = 2
"""Of the bits of a sum: the scores of a network differ from the sixth figure on between processors."""

Key = tuple[str, str | None, str | None, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Addition:
    """Parts that make a whole, and how many other numbers stand between those that are near each other."""

    parts: tuple[Described, ...]
    whole: Described
    between: int

    @property
    def members(self) -> tuple[Described, ...]:
        """The parts and the whole."""
        return *self.parts, self.whole


def additions(described: Sequence[Described], meaning: Meaning) -> Iterator[Addition]:
    """Yield the additions of exact numbers that the model has read."""
    own: dict[str, list[Described]] = defaultdict(list)
    by_value: dict[Key, list[Described]] = defaultdict(list)
    for d in sorted(described, key=lambda d: (d.claim.location.start, d.claim.id)):
        if _adds(d) and d.claim.id in meaning.vectors:
            own[d.claim.article].append(d)
            by_value[_key(d, number(d))].append(d)
    for group in own.values():
        for i, first in enumerate(group):
            near = [d for d in group[i + 1 :] if d.claim.location.start - first.claim.location.start <= NEAR]
            for size in range(1, MOST):
                for rest in combinations(near, size):
                    yield from _made((first, *rest), near.index(rest[-1]) - size + 1, by_value)


def of_another_sort(parts: Sequence[Claim], whole: Claim) -> bool:
    """Return whether the whole cannot hold what a part counts: 1,500 teachers and 800 clerks make no 2,300 teachers."""
    found = {kinship(p.thing, whole.thing) for p in parts if p.thing and whole.thing}
    return bool(found & {"sibling", "exclusive"}) or found >= {"same", "different"}


def _made(near: tuple[Described, ...], between: int, by_value: Mapping[Key, Sequence[Described]]) -> Iterator[Addition]:
    """Yield what numbers near each other make with one more: the whole of all, or of two the other part of the greater."""
    spend()
    if len({_key(d, 0.0) for d in near}) > 1 or len({d.claim.id for d in near}) < len(near):
        return
    total = round(sum(map(number, near)), 6)
    yield from (
        Addition(parts=near, whole=whole, between=between)
        for whole in by_value.get(_key(near[0], total), ())
        if whole not in near
    )
    if len(near) == 2:
        part, whole = sorted(near, key=number)
        rest = by_value.get(_key(part, round(number(whole) - number(part), 6)), ())
        elsewhere = (d for d in rest if d.claim.article != whole.claim.article)
        yield from (Addition(parts=(part, other), whole=whole, between=between) for other in elsewhere)


def _adds(d: Described) -> bool:
    value = d.claim.value
    stated = isinstance(value, Interval) and value.number is not None and value.number > 0
    return (
        stated and kind_of(d.claim).number is not None and kind_of(d.claim).masked is not None and not d.claim.negated
    )


def number(d: Described) -> float:
    """Return the number of a claim that has one."""
    value = d.claim.value
    return round(float(value.number or 0), 6) if isinstance(value, Interval) else 0.0


def _key(d: Described, value: float) -> Key:
    """Return what two numbers must have in common to add up, and a number: kind and unit, and of shares what they are shares of."""
    unit = d.claim.value.unit if isinstance(d.claim.value, Interval) else None
    share = kind_of(d.claim).number is Number.SHARE
    return d.claim.kind, unit, d.claim.context.measure if share and d.claim.context else None, value


def features(found: Addition, scores: Mapping[tuple[str, str], tuple[float, float]]) -> dict[str, float]:
    """Return what speaks for and against an addition, by the names of its weights; `scores` are the log odds of pairs, as `pairs` has them."""
    with_whole = [scores[_pair(p, found.whole)] for p in found.parts]
    beside = [scores[_pair(a, b)] for a, b in zip(found.parts, found.parts[1:], strict=False)]
    total, digits = number(found.whole), len(significant(number(found.whole)))
    parts = sum(len(significant(number(p))) for p in found.parts)
    return {
        "of_one_sum": min(s for _, s in with_whole),
        "of_one_sum_mean": sum(s for _, s in with_whole) / len(with_whole),
        "parts_of_one_sum": min(s for _, s in beside),
        "part_as_whole": max(s for s, _ in with_whole),
        "parts_alike": max(s for s, _ in beside),
        "one_sentence": len({(p.claim.article, p.claim.sentence) for p in found.parts}) == 1,
        "in_one_article": len({d.claim.article for d in found.members}) == 1,
        "few": total < FEW,
        "some": FEW <= total < SOME,
        "many": SOME <= total < MANY,
        "two_digits": digits == 2,
        "long": digits > 2,
        "telling_parts": parts >= TELLING,
        "three": len(found.parts) > 2,
        "exact": all(isinstance(d.claim.value, Interval) and d.claim.value.bound == "exact" for d in found.members),
        "between": min(found.between, 3),
    }


def weighed(found: Addition, scores: Mapping[tuple[str, str], tuple[float, float]]) -> dict[str, float]:
    """Return what speaks for and against an addition in bits, by the words in which a reader is told of it."""
    bits = weights("sum")
    told = {STEPS[""]: bits["chance"]}
    for name, value in features(found, scores).items():
        told[STEPS[name]] = told.get(STEPS[name], 0.0) + bits[name] * value
    return {words: round(weight, DECIMALS) for words, weight in told.items()}


def pairs(found: Addition) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims that the model is asked about: each part with the whole, and each with the next part."""
    yield from (_pair(p, found.whole) for p in found.parts)
    yield from (_pair(a, b) for a, b in zip(found.parts, found.parts[1:], strict=False))


def _pair(a: Described, b: Described) -> tuple[str, str]:
    return min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)
