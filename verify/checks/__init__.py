"""Slips inside one article: one file per check, found by the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from verify.checks.base import Check, Subject, most_telling
from verify.checks.house import house_checks
from verify.effort import SpentError, budget, spend
from verify.errors import UsageError
from verify.language.reading import Reading
from verify.model import Claim, Flag, Level, NotChecked
from verify.registry import discover

__all__ = ["Check", "Subject", "all_checks", "run_checks"]

STEPS, SECONDS = 3_000, 4.0
"""Of one check on one article: pairs of statements that it may compare, and processor time for what nobody counts."""
FLAGGED = 30
"""Steps that a flag takes: a check that raises a hundred on one article has found no slips but a list. None does in 36 stories of our own."""
SPENT = "this check was broken off: too many statements to compare each with each, expected an article of some thousand words"
WITNESSES = 40
"""Other articles that a check may ask about one."""


class HouseError(Exception):
    """A check of the house has failed; the others go on."""


@cache
def all_checks() -> dict[str, Check]:
    """Return the checks by name, those of the house after the package's own. Raises UsageError where two have one name."""
    own = {c.name: c for c in discover("verify.checks", "CHECK") if isinstance(c, Check)}
    if twice := sorted(set(own) & set(house_checks())):
        raise UsageError(f"{twice[0]}: a check of the house with the name of one of verify's, expected another")
    return own | house_checks()


def run_checks(
    readings: Sequence[Reading],
    claims: Sequence[tuple[Claim, ...]],
    severities: Mapping[str, Level | None] = MappingProxyType({}),
) -> tuple[tuple[Flag, ...], tuple[NotChecked, ...]]:
    """Return the flags of every check on every article, the most telling first, each fingerprint once; and what was too much to check.

    `severities` has other severities than the checks' own by their names, None for a check that is off.
    """
    found, spent = {}, []
    chosen = [check for check in all_checks().values() if severities.get(check.name, check) is not None]
    for i, reading in enumerate(readings):
        near = _witnesses(len(readings), i)
        subject = Subject(
            reading=reading,
            claims=claims[i],
            others=tuple(readings[k] for k in near),
            told=tuple(claims[k] for k in near),
        )
        for check in chosen:
            try:
                with budget(steps=STEPS, seconds=SECONDS):
                    for flag in _run(check, subject):
                        spend(FLAGGED)
                        flag = replace(flag, severity=severities.get(check.name) or flag.severity)
                        found[flag.fingerprint, flag.primary.start] = flag
            except SpentError:
                spent.append(NotChecked(what=check.name, article=reading.article.id, reason=SPENT))
            except HouseError as error:
                spent.append(NotChecked(what=check.name, article=reading.article.id, reason=str(error)))
    return most_telling(list(found.values())), tuple(spent)


def _run(check: Check, subject: Subject) -> Iterator[Flag]:
    """Yield the flags of a check. Raises HouseError where one of the house fails."""
    try:
        yield from check.run(subject)
    except Exception as error:
        if check.name not in house_checks():
            raise
        raise HouseError(
            f"this check of the house failed ({type(error).__name__}: {error}), expected flags or none"
        ) from None


def _witnesses(size: int, i: int) -> tuple[int, ...]:
    """Return which of so many articles are asked about one: all others, of a large story those beside it in order."""
    first = max(0, min(i - WITNESSES // 2, size - WITNESSES - 1))
    return tuple(k for k in range(size)[first : first + WITNESSES + 1] if k != i)
