"""Kinds that one thing cannot be of both (a pistol, a rifle), from `verify/data/kinds.toml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from verify.lists import load


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfThing:
    """A class of kinds ("vehicle") and the path of one of them in it, from the widest ("car", "sedan")."""

    sort: str
    path: tuple[str, ...]

    def excludes(self, other: KindOfThing) -> bool:
        """Return whether no thing is of both kinds."""
        return self.sort == other.sort and not self.agrees(other)

    def agrees(self, other: KindOfThing) -> bool:
        """Return whether one kind is the other or holds it."""
        shorter = min(len(self.path), len(other.path))
        return self.sort == other.sort and self.path[:shorter] == other.path[:shorter]


@cache
def _table() -> dict[str, tuple[tuple[KindOfThing, frozenset[str]], ...]]:
    """Return by word its kinds, each with the nouns that the word must modify to be of it (none: any)."""
    out: dict[str, list[tuple[KindOfThing, frozenset[str]]]] = defaultdict(list)
    for sort, table in load("kinds").items():
        for path, words in table["words"].items():
            kind = KindOfThing(sort=sort, path=tuple(path.split("/")))
            for word in words:
                out[word].append((kind, frozenset(table.get("of", ()))))
    return {word: tuple(kinds) for word, kinds in out.items()}


def kinds_of(word: str, noun: str | None = None) -> tuple[KindOfThing, ...]:
    """Return the kinds that a word names, a lemma in lower case that modifies `noun`, if any."""
    return tuple(kind for kind, nouns in _table().get(word, ()) if not nouns or noun in nouns)
