"""How two things counted or measured relate: the same, one broader, exclusive, different."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from verify.language.gazetteer import country_of
from verify.lists import load
from verify.model import Thing

Kinship = Literal["same", "broader", "exclusive", "sibling", "different", "unknown"]

MOST = 65_536
"""Answers kept: the same few things are compared again and again."""


@cache
def _sorts() -> dict[str, tuple[str, bool]]:
    """Return each word's sort and whether it is general there."""
    out: dict[str, tuple[str, bool]] = {}
    for sort, words in load("things")["sorts"].items():
        out |= dict.fromkeys(words["specific"], (sort, False)) | dict.fromkeys(words["general"], (sort, True))
    return out


def kinship(left: Thing | None, right: Thing | None) -> Kinship:
    """Compare two things by their heads, then by their modifiers."""
    if left is None or right is None:
        return "unknown"
    if exclusive(left, right):
        return "exclusive"
    return _heads(left.head.lower(), right.head.lower())


@cache
def _synonyms() -> dict[str, str]:
    return {word: words[0] for words in load("things")["synonyms"]["sets"] for word in words}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in load("things")["kinds"].items()}


def plain_head(thing: Thing) -> str:
    """Return the head of a thing in lower case, one word for all its synonyms."""
    head = thing.head.lower()
    return _synonyms().get(head, head)


def _heads(left: str, right: str) -> Kinship:
    if _synonyms().get(left, left) == _synonyms().get(right, right):
        return "same"
    if right in _kinds().get(left, ()) or left in _kinds().get(right, ()):
        return "broader"
    a, b = _sorts().get(left), _sorts().get(right)
    if a is None or b is None or a[0] != b[0]:
        return "different"
    return "broader" if a[1] or b[1] else "sibling"


def stands_for_people(thing: Thing) -> bool:
    """Return whether a thing is people of any sort: "people", "victims", not "men"."""
    return _sorts().get(thing.head.lower()) == ("person", True)


def is_suspect(thing: Thing) -> bool:
    """Return whether a thing is those who are held to have done harm: "suspects", "gunmen"."""
    return thing.head.lower() in load("things")["suspects"]


@lru_cache(maxsize=MOST)
def exclusive(left: Thing, right: Thing) -> bool:
    """Return whether the words of two things exclude each other: two countries, two sexes, dead and wounded."""
    a, b = _words(left), _words(right)
    if any(_exclude(sets, a, b) for sets in load("things")["exclusive"].values()):
        return True
    ours, theirs = countries(left), countries(right)
    return bool(ours and theirs and not ours & theirs)


def _exclude(sets: list[list[str]], a: frozenset[str], b: frozenset[str]) -> bool:
    ours, theirs = ({i for i, s in enumerate(sets) if words & set(s)} for words in (a, b))
    return bool(ours and theirs and not ours & theirs)


@lru_cache(maxsize=MOST)
def countries(thing: Thing) -> frozenset[str]:
    """Return the codes of the countries that a thing's words name ("US service members")."""
    codes = (country_of(w) for w in (*thing.modifiers, *thing.text.split()))
    return frozenset(code for code in codes if code)


def shared_modifiers(left: Thing, right: Thing) -> bool:
    """Return whether two things share a modifier, or name one country."""
    return bool(set(left.modifiers) & set(right.modifiers) or countries(left) & countries(right))


def _words(thing: Thing) -> frozenset[str]:
    return frozenset({thing.head.lower(), *(m.lower() for m in thing.modifiers)})


def sort_of(thing: Thing) -> str:
    """Return the sort of a thing's head, or the head itself where it is in no sort."""
    head = thing.head.lower()
    return _sorts()[head][0] if head in _sorts() else head


def comes_in_numbers(thing: Thing) -> bool:
    """Return whether a story can well tell several numbers of a thing: general words, men and women, times, counts of a charge."""
    head = thing.head.lower()
    return _sorts().get(head, ("", False))[1] or head in load("things")["several"]["words"]
