"""Words that exclude each other where they are said of one thing, from `verify/data/opposites.toml`."""

from __future__ import annotations

from functools import cache

from verify.lists import load

PREFIXES = ("un", "non")
SHORTEST = 4
"""Letters that a word has at least before a prefix turns it round ("armed", not "it")."""


@cache
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    out: dict[str, set[tuple[int, int]]] = {}
    for row, pair in enumerate(load("opposites")["pairs"]):
        for side, words in enumerate(pair):
            for word in words:
                out.setdefault(word, set()).add((row, side))
    return {word: frozenset(places) for word, places in out.items()}


def has_opposite(word: str) -> bool:
    """Return whether a word stands in the table of opposites."""
    return word in _sides()


def is_decision(word: str) -> bool:
    """Return whether a word tells what one matter comes to: "approve", "acquittal"."""
    return word in load("opposites")["decisions"]


@cache
def opposite(left: str, right: str) -> bool:
    """Return whether two words, lemmas in lower case, exclude each other: by the table, or by "un" and "non" before one of them."""
    a, b = sorted((left, right), key=len)
    if len(a) >= SHORTEST and b in {prefix + joint + a for prefix in PREFIXES for joint in ("", "-")}:
        return True
    ours, theirs = _sides().get(left, frozenset()), _sides().get(right, frozenset())
    if any((row, side) in theirs for row, side in ours):
        return False
    return any((row, 1 - side) in theirs for row, side in ours)


@cache
def attribute_class(word: str) -> str | None:
    """Return the set of exclusive attributes that a word belongs to: colour, compass."""
    return next((name for name, words in load("opposites")["attributes"].items() if word in words), None)
