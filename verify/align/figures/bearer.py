"""Whose an amount is, and how two bearers compare: firms, countries, products, things, parts of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verify.values.name import Name, compare

Likeness = Literal["same", "firm", "open", "part", "other", "unstated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Names, and words for things and parts of the whole, that a measure is of; both empty where nothing is told.

    `place` is where the clause is set, of a bearer without names: "in Peru, turnout reached 71 percent".
    `implied` is the firm that the article is about where a measure that firms bear has no other name; `unnamed` marks "the company" of an
    article that names none, `firm` a sentence that names the firm which its article is about.
    """

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    place: str | None = None
    implied: str | None = None
    unnamed: bool = False
    firm: bool = False


def likeness(a: Bearer, b: Bearer) -> Likeness:
    """Return how two bearers compare: `part` where one tells more than the other, `open` where they tell of different sorts, `firm` where "the
    company" can only be the one that the other article is about.
    """
    if (a.unnamed and b.firm) or (b.unnamed and a.firm) or (_implied(a, b) and a.words == b.words):
        return "firm"
    ours, theirs = _placed(a, b), _placed(b, a)
    if not (ours or a.words or theirs or b.words):
        return "unstated"
    named, worded = _names_alike(ours, theirs), _words_alike(a.words, b.words)
    found = {named, worded}
    if "other" in found or found == {"same"}:
        return "other" if "other" in found else "same"
    return "part" if named == "part" or (worded == "open" and _told(a) and _told(b)) else "open"


def _implied(a: Bearer, b: Bearer) -> bool:
    """Return whether one bearer or both is the firm that the article is about, and the other is this firm."""
    ours, theirs = (x.names or frozenset({x.implied} if x.implied else ()) for x in (a, b))
    return bool(a.implied or b.implied) and _names_alike(ours, theirs) == "same" and bool(ours)


def _placed(bearer: Bearer, other: Bearer) -> frozenset[str]:
    """Return the names of a bearer, else the place of its clause where the other bears its name or is told by its place too."""
    place = bearer.place
    held = place is not None and (place in other.names or (not other.names and other.place is not None))
    return frozenset({place}) if place is not None and held else bearer.names


def _told(bearer: Bearer) -> bool:
    return bool(bearer.names or bearer.words)


def _names_alike(a: frozenset[str], b: frozenset[str]) -> Likeness:
    if not a or not b:
        return "open" if a or b else "same"
    ours = {x for x in a if any(_one(x, y) for y in b)}
    theirs = {y for y in b if any(_one(x, y) for x in a)}
    return "other" if not ours else "same" if ours == a and theirs == b else "part"


def _words_alike(a: frozenset[str], b: frozenset[str]) -> Likeness:
    return "same" if a == b else "open" if a <= b or b <= a else "other"


def _one(a: str, b: str) -> bool:
    return a == b or compare(Name(name=a, type=""), Name(name=b, type="")) in {"equal", "contains"}
