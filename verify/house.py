"""What a house wants of the checks and kinds of claims: a severity of its own, or off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from verify.checks import all_checks
from verify.errors import UsageError, meant
from verify.model import LEVELS, Kind, Level

OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """Severities by the names of checks, None for those that are off; and the kinds of facts that are left out."""

    severities: Mapping[str, Level | None]
    off: frozenset[str]


def house_rules(pairs: Iterable[tuple[str, str]]) -> HouseRules:
    """Return the rules that pairs of a name and a severity or "off" stand for. Raises UsageError for another name or severity."""
    severities: dict[str, Level | None] = {}
    kinds = set()
    for name, wanted in pairs:
        level = next((known for known in LEVELS if known == wanted), None)
        if name in get_args(Kind) and wanted == OFF:
            kinds.add(name)
        elif name in all_checks() and (level or wanted == OFF):
            severities[name] = level
        else:
            raise UsageError(_wrong(name, wanted))
    return HouseRules(severities=severities, off=frozenset(kinds))


def _wrong(name: str, wanted: str) -> str:
    known = (*all_checks(), *get_args(Kind))
    if name not in known:
        return f"checks.{name}: no such check or kind, expected {meant(name, known) or 'a name of verify explain'}"
    if name in all_checks():
        return f"checks.{name}: {wanted!r}, expected off, {', '.join(LEVELS[:-1])} or {LEVELS[-1]}"
    return f"checks.{name}: {wanted!r}, expected off: a kind of fact has no severity"
