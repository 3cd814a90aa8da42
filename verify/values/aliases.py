"""House names: spellings that are of one bearer, and names that are of two, as an editor lists them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from verify.errors import UsageError
from verify.toml import parsed, text_of
from verify.values.name import person_words, words_of

KEYS = ("same", "different")
FORM = "expected `same` and `different`, lists of lists of names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Lists of names: each of `same` is of one bearer, by the name that stands first; each of `different` of as many as
    it has names.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()

    def house_name(self, name: str) -> str | None:
        """Return the name by which the house knows a bearer, None where it lists none; titles do not matter."""
        table = _houses(self)
        return table.get(words_of(name)) or table.get(person_words(name))

    def one(self, left: str, right: str) -> bool:
        """Return whether two names are listed as one bearer's."""
        house = self.house_name(left)
        return house is not None and house == self.house_name(right)

    def two(self, left: str, right: str) -> bool:
        """Return whether two names are listed as two bearers'."""
        a, b = (person_words(self.house_name(name) or name) for name in (left, right))
        apart = _apart(self)
        return a != b and not apart.get(a, frozenset()).isdisjoint(apart.get(b, ()))

    def parted(self, name: str) -> bool:
        """Return whether a name is listed as that of another bearer than one like it."""
        return person_words(self.house_name(name) or name) in _apart(self)


@cache
def _houses(aliases: Aliases) -> dict[tuple[str, ...], str]:
    return {words_of(name): names[0] for names in aliases.same for name in names}


@cache
def _apart(aliases: Aliases) -> dict[tuple[str, ...], frozenset[int]]:
    """Return, for each name that is listed as that of one of several bearers, in which of the lists it stands."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, names in enumerate(aliases.different):
        for name in names:
            found[person_words(aliases.house_name(name) or name)].add(i)
    return {words: frozenset(lists) for words, lists in found.items()}


NO_ALIASES = Aliases()


def read_aliases(path: Path | None) -> Aliases:
    """Read a TOML file with the keys `same` and `different`, lists of lists of names; without a path, none.

    Raises UsageError where the file cannot be read, or says what cannot be.
    """
    if path is None:
        return NO_ALIASES
    try:
        table = parsed(text_of(path))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}), expected a TOML file of names") from None
    except ValueError as error:
        raise UsageError(f"{path}: no TOML ({error}), {FORM}") from None
    if unknown := sorted(set(table) - set(KEYS)):
        raise UsageError(f"{path}: {unknown[0]}: no such key, {FORM}")
    found = Aliases(**{key: _names(path, key, table.get(key, [])) for key in KEYS})
    _check(path, found)
    return found


def _names(path: Path, key: str, rows: Any) -> tuple[tuple[str, ...], ...]:
    """Return the lists of one key. Raises UsageError for anything but lists of two names or more."""
    if not isinstance(rows, list):
        raise UsageError(f"{path}: {key}: {rows!r} is no list, {FORM}")
    for row in rows:
        if not isinstance(row, list) or len(row) < 2 or not all(isinstance(n, str) and words_of(n) for n in row):
            raise UsageError(f"{path}: {key}: {row!r}, expected a list of two names or more")
    return tuple(map(tuple, rows))


def _check(path: Path, aliases: Aliases) -> None:
    """Raise UsageError where a name stands in two lists of `same`, or two names in `same` and in `different`."""
    counts = Counter(key for names in aliases.same for key in {words_of(n) for n in names})
    for names in aliases.same:
        if twice := next((n for n in names if counts[words_of(n)] > 1), None):
            raise UsageError(f"{path}: same: {twice!r} stands in two lists, expected one")
    for names in aliases.different:
        if both := _merged(names, aliases):
            raise UsageError(f"{path}: {both[0]!r} and {both[1]!r} are listed as same and as different, expected one")


def _merged(names: Sequence[str], aliases: Aliases) -> tuple[str, str] | None:
    """Return two of several names that are listed as one bearer's."""
    first: dict[str, int] = {}
    houses = ((i, aliases.house_name(name)) for i, name in enumerate(names))
    return next(((names[first[h]], names[i]) for i, h in houses if h and first.setdefault(h, i) != i), None)
