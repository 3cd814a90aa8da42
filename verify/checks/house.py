"""Checks of a house's own, which other packages bring by the entry point `verify.checks`: each names a `Check`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from verify.checks.base import Check
from verify.errors import UsageError

GROUP = "verify.checks"


@cache
def house_checks() -> dict[str, Check]:
    """Return the checks that other packages bring, by name. Raises UsageError where an entry point is none or cannot be loaded."""
    found: dict[str, Check] = {}
    for point in _points():
        check = _loaded(point)
        if check.name in found:
            raise UsageError(f"{point.value}: a second check called {check.name}, expected another name")
        found[check.name] = check
    return found


def house_key() -> str:
    """Return what changes with the checks that other packages bring: their names and the versions of the packages."""
    return " ".join(f"{point.name}={point.value} {point.dist.version if point.dist else ''}" for point in _points())


def _points() -> list[EntryPoint]:
    return sorted(set(entry_points(group=GROUP)), key=lambda point: (point.name, point.value))


def _loaded(point: EntryPoint) -> Check:
    try:
        check = point.load()
    except Exception as error:  # what a package of others raises is its own affair
        raise UsageError(
            f"{point.value}: cannot be loaded ({type(error).__name__}: {error}), expected a verify.checks.Check"
        ) from None
    if not isinstance(check, Check):
        raise UsageError(f"{point.value}: {type(check).__name__}, expected a verify.checks.Check")
    return check
