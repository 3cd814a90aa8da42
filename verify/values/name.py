"""Names of people and organisations, compared by parts: surname, given name, initials, spelling, acronym."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from verify.lists import load
from verify.model import Relation
from verify.values.atlas import closed_words

Sameness = Literal["same", "variant", "partial", "unknown", "different"]
"""Of two names: the same; the same in another spelling; one is part of the other; cannot be told; another's."""

ORDER: tuple[Sameness, ...] = ("same", "variant", "partial", "unknown", "different")
RELATION: dict[Sameness, Relation] = {
    "same": "equal",
    "variant": "equal",
    "partial": "contains",
    "unknown": "unknown",
    "different": "disjoint",
}
PERSON, ORGANISATION = "person", "organisation"
IN_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
IN_TWO = re.compile("aa|[aou]e")
LIKENESS = 70
"""Least rapidfuzz ratio of two words that sound alike: Hizbollah/Hezbollah 89, Soleimani/Sulaimani 78, Johnson/Jensen 62."""

MISTYPED = 72
"""Least rapidfuzz ratio of two words of which one is the other mistyped: Marchetto/Marchetti 89, Abdalla/Abdullah 80, Prewitt/Pruitt 77,
Osman/Othman 73; Garner/Carter 67."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Name of a person, an organisation or another thing that bears one."""

    name: str
    type: str

    def to_dict(self) -> dict[str, Any]:
        """Return name and type."""
        return {"name": self.name, "type": self.type}

    def label(self) -> str:
        """Return the name."""
        return self.name


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = load("names")
    return {key: frozenset(words) for key, words in table.items() if key != "given"}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Return the full names that each given name is, or is short for."""
    out: dict[str, set[str]] = {}
    for row in load("names")["given"]:
        for name in row:
            out.setdefault(name, set()).add(row[0])
    return {name: frozenset(full) for name, full in out.items()}


def titles() -> frozenset[str]:
    """Return the words, lower case and without full stop, that may stand before a person's name."""
    return _lists()["before"]


def particles() -> frozenset[str]:
    """Return the lower-case words that may stand inside a person's name ("van", "bin")."""
    return _lists()["particles"]


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain lower-case ASCII, without apostrophes and full stops."""
    from anyascii import anyascii

    plain = re.sub(r"(?i)['’ʼ`]s\b", "", name)
    plain = re.sub(r"['’ʼ`ʿʾ‘.]", "", plain)
    return tuple(re.findall(r"[a-z0-9]+", anyascii(plain).lower()))


@cache
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without titles and what follows the surname; a name of titles alone is
    kept.
    """
    words = list(words_of(name))
    while len(words) > 1 and words[0] in titles():
        words.pop(0)
    while len(words) > 1 and words[-1] in _lists()["after"]:
        words.pop()
    return tuple(words)


@cache
def sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name by their sound, by which spellings of one name can be found together; closed-class
    words as they are.
    """
    from jellyfish import metaphone

    return tuple(w if w in closed_words() or len(w) < 4 else metaphone(w) or w for w in words)


def compare(left: Name, right: Name) -> Relation:
    """Return `equal` for one bearer, `contains` where one name is part of the other, `disjoint` for two bearers."""
    return RELATION[same_name(left, right)]


def compare_words(left: str, right: str) -> Relation:
    """Return how two names compare of which nobody knows what bears them."""
    return "equal" if left == right else compare(Name(name=left, type=""), Name(name=right, type=""))


def same_name(left: Name, right: Name) -> Sameness:
    """Return whether two names have one bearer; names of different types are never called the same.

    Of names without a type the more favourable of the two ways to compare holds.
    """
    if not left.type or not right.type:
        return min(same_person(left.name, right.name), same_organisation(left.name, right.name), key=ORDER.index)
    if left.type != right.type:
        same = words_of(left.name) == words_of(right.name)
        return "unknown" if same or {left.type, right.type} != {PERSON, ORGANISATION} else "different"
    return same_person(left.name, right.name) if left.type == PERSON else same_organisation(left.name, right.name)


def same_person(left: str, right: str) -> Sameness:
    """Return whether two names of people have one bearer, by surname, then given name; titles and middle names do not
    matter.
    """
    a, b = person_words(left), person_words(right)
    if not a or not b:
        return "unknown"
    if generation(left) and generation(right) and generation(left) != generation(right):
        return "different"
    if a == b or (len(a) > 1 and sorted(a) == sorted(b)):
        return "same"
    if in_one_letter(left) == in_one_letter(right):
        return "same"
    surname = alike(a[-1], b[-1])
    if surname == "different":
        return _without_surname(a, b)
    if len(a) == 1 or len(b) == 1:
        return "partial" if surname == "same" else _worse(surname, "unknown")
    return _worse(surname, _given(a[:-1], b[:-1]))


def two_people(left: str | None, right: str | None) -> bool:
    """Return whether two names of people, where both are known, are of two of them."""
    return left is not None and right is not None and same_person(left, right) == "different"


def generation(name: str) -> str | None:
    """Return "jr", "sr", "ii" and the like at the end of a person's name."""
    words = words_of(name)
    return words[-1] if words and words[-1] in _lists()["generations"] else None


def _without_surname(a: tuple[str, ...], b: tuple[str, ...]) -> Sameness:
    """Return what can be told when the last words differ: one may be a given name, or a double name cut short."""
    short, long = sorted((a, b), key=len)
    if len(short) == len(long) == 1:
        return "different"
    if len(short) == 1:
        return "unknown" if short[0] in long else "different"
    return "partial" if short == long[: len(short)] and len(long) > len(short) else "different"


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> Sameness:
    """Return whether the words before two like surnames can belong to one person: the first decides, others may be
    left out.
    """
    first = "same" if _full_names(a[0]) & _full_names(b[0]) or _is_cut(a[0], b[0]) else alike(a[0], b[0], initials=True)
    if first != "different":
        shared = [alike(x, y, initials=True) for x, y in zip(a[1:], b[1:], strict=False)]
        return "unknown" if "different" in shared and len(a) == len(b) == 2 else first
    return "partial" if a[0] in b or b[0] in a else "different"


def _is_cut(a: str, b: str) -> bool:
    """Return whether one given name is the other cut short ("Magda", "Magdalena"); a letter or two less is another name or a slip."""
    short, long = sorted((a, b), key=len)
    return len(short) > 2 and len(long) - len(short) > 2 and long.startswith(short)


def is_given_name(word: str) -> bool:
    """Return whether a word in lower case is a given name that has short forms, or one of these."""
    return word in _short_forms()


def _full_names(given: str) -> frozenset[str]:
    return _short_forms().get(given, frozenset())


def _worse(left: Sameness, right: Sameness) -> Sameness:
    return max(left, right, key=ORDER.index)


@cache
def alike(left: str, right: str, *, initials: bool = False) -> Sameness:
    """Return whether two words of names are the same, a variant in spelling or sound, or different."""
    if left == right:
        return "same"
    if initials and 1 in (len(left), len(right)):
        return "same" if left[0] == right[0] else "different"
    if {left, right} & closed_words() or min(len(left), len(right)) < 3:
        return "different"
    from jellyfish import metaphone
    from rapidfuzz.fuzz import ratio

    return "variant" if metaphone(left) == metaphone(right) and ratio(left, right) >= LIKENESS else "different"


def misspelt(left: str, right: str) -> bool:
    """Return whether two full names differ in one word alone, and there by a letter or two, as one typed by ear or in haste does.

    A surname may also be written as another that sounds the same. Short forms of one name, initials, plurals and ways to write a letter of
    another alphabet ("ü", "ue") are no such difference.
    """
    a, b = person_words(left), person_words(right)
    apart = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(a) < 2 or len(apart) != 1 or same_person(left, right) == "same":
        return False
    x, y = apart[0]
    if {x, y} & closed_words() or min(len(x), len(y)) < 3 or x.rstrip("s") == y.rstrip("s"):
        return False
    from jellyfish import metaphone
    from rapidfuzz.fuzz import ratio

    sound = metaphone(x) if a[-1] != b[-1] else ""
    return ratio(x, y) >= MISTYPED or (len(sound) > 1 and sound == metaphone(y))


@cache
def in_one_letter(name: str) -> tuple[str, ...]:
    """Return the words of a person's name with one letter for each that some write as two in plain ASCII ("ü", "ue", "u").

    A given name stays as it is: "Michal" is not Michael.
    """
    spelt_out = person_words(name.translate(IN_TWO_LETTERS))
    return tuple(w if is_given_name(w) else IN_TWO.sub(lambda pair: pair[0][0], w) for w in spelt_out)


def same_organisation(left: str, right: str) -> Sameness:
    """Return whether two names of organisations have one bearer: the same words in any order, an acronym, or part of
    the words.
    """
    a, b = company_words(left), company_words(right)
    if not a or not b:
        return "unknown"
    if a == b or sorted(a) == sorted(b):
        return "same"
    if is_acronym(left, right) or is_acronym(right, left):
        return "same"
    if len(a) == len(b) and all(alike(x, y) != "different" for x, y in zip(a, b, strict=True)):
        return "variant"
    short, long = sorted((a, b), key=len)
    if all(any(alike(x, y) != "different" for y in long) for x in short):
        return "partial"
    return "unknown" if 1 in (len(a), len(b)) and _capitals(left, right) else "different"


def company_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name without those that may be dropped, plurals folded; all where none is
    left.
    """
    words = words_of(name)
    kept = tuple(w for w in words if w not in _lists()["company"]) or words
    return tuple(w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in kept)


def _capitals(left: str, right: str) -> bool:
    """Return whether one of two names is written in capitals only, so that it may be an acronym of the other."""
    return left.isupper() != right.isupper()


def is_acronym(short: str, full: str) -> bool:
    """Return whether a name in capitals is made of the first letters of another's words ("KH", "Kataib Hizbollah")."""
    letters = "".join(c for c in short if c.isalnum())
    if not 2 <= len(letters) <= 8 or not (letters.isupper() or "." in short) or len(short.split()) > 1:
        return False
    return letters.lower() in first_letters(full)


@cache
def first_letters(name: str) -> frozenset[str]:
    """Return the first letters of a name of several words: of all, and of those that may not be dropped."""
    words = words_of(name.replace("-", " "))
    light = "".join(w[0] for w in words if w not in _lists()["company"])
    return frozenset({light, "".join(w[0] for w in words)}) if len(words) > 1 else frozenset()
