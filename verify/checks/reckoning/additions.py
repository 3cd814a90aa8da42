"""Parts that stand beside their whole and are more than it: "31 dead, of which 22 in Nampula, eight in Cabo Delgado and two in Niassa".

Which numbers are parts of one whole is the sameness model's to say, as for sums over articles (`verify/align/addends.py`); it never sees a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from verify.align.addends import of_another_sort
from verify.align.meaning import Meaning, meaning_within
from verify.align.sameness import load_sameness
from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.claims import Number, kind_of
from verify.effort import spend
from verify.model import Claim, Span
from verify.runtime import TIE
from verify.values.amounts import figures
from verify.values.comparison import significant
from verify.values.interval import Interval

MOST_PARTS, DECIMALS = 6, 3
"""Parts that are looked at, more than any list of our own stories has; and of odds, which differ in the sixth figure between processors."""
EXCESS = 1.25
"""How many times the whole the parts may make: a slip of the pen leaves them near it."""
OF_ONE_SUM = 3.2
"""Log odds, the mean of parts with their whole and that of parts among each other added, from which on numbers are taken for parts and whole. Of what
lies above it in 434 stories of our own 12 of 15 are slips that their authors planted (and one that none did); in the 87 articles of 29 events of
outlets none does."""
OPENED, OF_ONE_OPENED = (
    re.compile(r"[,:—–-]?\s+(?:\w+\s)?(?:of (?:whom|which|them|these|those)|among them),?\s+(?:\w+\s)?|\s?[:—–]\s+"),
    0.5,
)
"""What opens parts behind their whole, and the odds that suffice there. All three seen in stories of our own
are planted slips; 219 articles of outlets have none."""

NESTED = re.compile(r"\b(?:of (?:whom|which|them)|including|among them)\b")
"""Words between two numbers that make the second a part of the first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reckoning:
    """A whole and parts that stand beside it, one after the other with no other number between them."""

    whole: Claim
    parts: tuple[Claim, ...]

    @property
    def total(self) -> float:
        """What the parts make."""
        return round(sum(map(_number, self.parts)), 6)

    @property
    def pairs(self) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        """The parts with their whole, and the parts among each other."""
        with_whole = tuple((self.whole.id, p.id) for p in self.parts)
        return with_whole, tuple((a.id, b.id) for a, b in combinations(self.parts, 2))


def misfit_additions(subject: Subject) -> Iterator[Misfit]:
    """Yield the wholes of an article that are less than the parts beside them."""
    text = subject.reading.article.text
    beside = (r for r in _beside(subject.claims) if not of_another_sort(r.parts, r.whole))
    found = [r for r in beside if not _nested(r, text)]
    right = {r.whole.id for r in found if _makes(r)}
    wrong = [r for r in found if r.whole.id not in right and _exceeds(r)]
    told = {significant(_number(c)) for own in (subject.claims, *subject.told) for c in own if wrong}
    wrong = [r for r in wrong if significant(r.total + _number(r.whole)) not in told]
    if not wrong:
        return
    meaning = meaning_within(text, subject.claims, load_sameness().encode)
    weighed = sorted(
        (
            (round(_odds(r, meaning), DECIMALS), -len(r.parts), r.whole.location.start, r.parts[0].location.start, r)
            for r in wrong
        ),
        key=lambda row: row[:-1],
        reverse=True,
    )
    taken: set[str] = set()
    for odds, *_, r in weighed:
        least = OF_ONE_OPENED if OPENED.fullmatch(text, r.whole.location.end, r.parts[0].location.start) else OF_ONE_SUM
        if odds >= least - TIE and not taken & {r.whole.id, *(p.id for p in r.parts)}:
            taken |= {r.whole.id, *(p.id for p in r.parts)}
            yield Misfit(
                claim=r.whole,
                span=Span(start=r.parts[0].location.start, end=r.parts[-1].location.end),
                makes=figures(r.total),
            )


def _nested(found: Reckoning, text: str) -> bool:
    """Return whether a number after the first is told as a part of the one before it; "20 of them" is itself a part."""
    inner = NESTED.finditer(text, found.parts[0].location.end, found.parts[-1].location.start)
    return any(m.start() - 1 not in {p.location.end for p in found.parts} for m in inner)


def _number(claim: Claim) -> float:
    """Return the exact number of things or units that a claim states, 0 where it states none."""
    value = claim.value
    if not isinstance(value, Interval) or value.bound != "exact" or value.number is None or claim.negated:
        return 0.0
    return round(float(value.number), 6) if kind_of(claim).number in {Number.COUNT, Number.AMOUNT} else 0.0


def _makes(found: Reckoning) -> bool:
    """Return whether some of the parts are just the whole."""
    numbers = [_number(p) for p in found.parts]
    sums = {round(sum(some), 6) for size in range(2, len(numbers) + 1) for some in combinations(numbers, size)}
    return _number(found.whole) in sums


def _exceeds(found: Reckoning) -> bool:
    """Return whether the parts are somewhat more than the whole, and by more than what amounts are rounded by."""
    return _number(found.whole) + _rounding(found) < found.total <= EXCESS * _number(found.whole)


def _rounding(found: Reckoning) -> float:
    """Return by how much rounded amounts can miss their sum; things are counted out."""
    values = [c.value for c in (found.whole, *found.parts) if kind_of(c).number is Number.AMOUNT]
    return sum(float(v.grain) for v in values if isinstance(v, Interval)) / 2


def _beside(claims: Sequence[Claim]) -> Iterator[Reckoning]:
    """Yield what can be parts and a whole: numbers of one sentence, and the one right before them."""
    numbers: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.location.start, -c.location.end)):
        if kind_of(claim).number is not None and (not numbers or claim.location.start >= numbers[-1].location.end):
            numbers.append(claim)
    for first, whole in enumerate(numbers, start=1):
        spend()
        for end in range(first + 2, min(len(numbers), first + MOST_PARTS) + 1):
            parts = tuple(numbers[first:end])
            if parts[-1].sentence != parts[0].sentence or any(not 0 < _number(p) < _number(whole) for p in parts):
                break
            if len({_sort(c) for c in (whole, *parts)}) == 1:
                yield Reckoning(whole=whole, parts=parts)


def _sort(claim: Claim) -> tuple[str, str | None]:
    """Return what two numbers must have in common to add up."""
    return claim.kind, claim.value.unit if isinstance(claim.value, Interval) else None


def _odds(found: Reckoning, meaning: Meaning) -> float:
    """Return how likely numbers are parts and a whole, in log odds; minus infinity where the model has not read all of them."""
    if any(c.id not in meaning.vectors for c in (found.whole, *found.parts)):
        return float("-inf")
    scores = meaning.ask(sorted({pair for pairs in found.pairs for pair in pairs}))
    return sum(sum(scores[pair][1] for pair in pairs) / len(pairs) for pairs in found.pairs)
