"""Numbers of people that stand for a whole named before: "the three victims"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

from verify.checks.base import Subject
from verify.checks.twice import harms
from verify.claims import kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.language.events import event_group
from verify.model import Claim, Flag
from verify.values.interval import Interval

VICTIMS = frozenset({"victim", "dead", "injured", "wounded"})
DEFINITE = re.compile(r"\b(?:the|all|these|those|all of the)\s$", re.I)


def victims_miscounted(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each definite number of victims that no number before, nor a sum or rest of two, can be."""
    counts = [c for c in subject.claims if _number(c) is not None]
    for claim in (c for c in counts if _definite(c, subject)):
        others = [c for c in counts if c.sentence != claim.sentence]
        first = [c for c in others if c.zone in {"headline", "lead"} and _harmed_so(c, claim)]
        if first and _number(claim) not in _reckoned(others):
            yield _flag(claim, first[0], "no number in the article makes these: is it the same people?")


def _number(claim: Claim) -> float | None:
    """Return the exact number of people or things that a claim counts, None for one and for anything else."""
    if not kind_of(claim).counts or not isinstance(claim.value, Interval) or claim.value.bound != "exact":
        return None
    return claim.value.number if claim.value.number and claim.value.number > 1 else None


def _definite(claim: Claim, subject: Subject) -> bool:
    harmed = event_group(claim.predicate) in harms() or (claim.thing is not None and claim.thing.head in VICTIMS)
    if "other" in claim.location.quote:
        return False
    return harmed and ends_before(DEFINITE, subject.reading.article.text, claim.location.start) is not None


def _harmed_so(first: Claim, claim: Claim) -> bool:
    """Return whether a claim counts whom a harm befell, the same harm where the other tells which."""
    harm, other = event_group(first.predicate), event_group(claim.predicate)
    return (
        first.thing is not None and harm in harms() and (other not in harms() or harm == other or other == "casualty")
    )


def _reckoned(counts: Sequence[Claim]) -> set[float]:
    """Return the numbers of claims with the sums and differences of any two."""
    numbers = {n for c in counts if (n := _number(c)) is not None}
    pairs = list(combinations_with_replacement(sorted(numbers), 2))
    return {*numbers, *(a + b for a, b in pairs), *(abs(a - b) for a, b in pairs), *(n + 1 for n in numbers)}


def _flag(claim: Claim, other: Claim, why: str) -> Flag:
    here, there = (" ".join(c.location.quote.split()) for c in (claim, other))
    return Flag(
        check="number-mismatch",
        severity="high",
        confidence="medium",
        message=f"“{here}” here, “{there}” there: {why}",
        primary=claim.location,
        related=(other.location,),
    )
