"""Slips inside one article: one file per check, found by the registry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verify.checks.base import Check, Subject, most_telling
from verify.effort import SpentError, budget
from verify.language.reading import Reading
from verify.model import Claim, Flag, NotChecked
from verify.registry import discover

__all__ = ["Check", "all_checks", "run_checks"]

STEPS, SECONDS = 3_000, 4.0
"""Of one check on one article: pairs of statements that it may compare, and processor time for what nobody counts."""
SPENT = "this check was broken off: too many statements to compare each with each, expected an article of some thousand words"
WITNESSES = 40
"""Other articles that a check may ask about one."""


@cache
def all_checks() -> dict[str, Check]:
    """Return the checks by name."""
    return {c.name: c for c in discover("verify.checks", "CHECK") if isinstance(c, Check)}


def run_checks(
    readings: Sequence[Reading], claims: Sequence[tuple[Claim, ...]]
) -> tuple[tuple[Flag, ...], tuple[NotChecked, ...]]:
    """Return the flags of every check on every article, the most telling first, each fingerprint once; and what was too much to check."""
    found, spent = {}, []
    for i, reading in enumerate(readings):
        near = _witnesses(len(readings), i)
        subject = Subject(
            reading=reading,
            claims=claims[i],
            others=tuple(readings[k] for k in near),
            told=tuple(claims[k] for k in near),
        )
        for check in all_checks().values():
            try:
                with budget(steps=STEPS, seconds=SECONDS):
                    for flag in check.run(subject):
                        found[flag.fingerprint, flag.primary.start] = flag
            except SpentError:
                spent.append(NotChecked(what=check.name, article=reading.article.id, reason=SPENT))
    return most_telling(list(found.values())), tuple(spent)


def _witnesses(size: int, i: int) -> tuple[int, ...]:
    """Return which of so many articles are asked about one: all others, of a large story those beside it in order."""
    first = max(0, min(i - WITNESSES // 2, size - WITNESSES - 1))
    return tuple(k for k in range(size)[first : first + WITNESSES + 1] if k != i)
