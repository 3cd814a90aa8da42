"""How two entities and two reporting periods compare: firms, countries, products, parts of a whole; a quarter is never a year."""

from __future__ import annotations

from typing import Literal

from verify.model import Entity, ReportingPeriod
from verify.values.name import compare_words

Likeness = Literal["same", "firm", "open", "part", "other", "unstated"]


def periods_alike(a: ReportingPeriod | None, b: ReportingPeriod | None) -> Likeness:
    """Return how two reporting periods compare; a quarter is never a year."""
    if a is None or b is None:
        return "unstated" if a is b else "open"
    told = ((a.number, b.number), (a.year, b.year), (a.relative, b.relative))
    if a.kind != b.kind or any(x is not None and y is not None and x != y for x, y in told):
        return "other"
    if a.kind == "year":
        return "same" if (a.year, a.relative) == (b.year, b.relative) else "open"
    return "same" if a.number == b.number else "open"


def entities_alike(a: Entity, b: Entity) -> Likeness:
    """Return how two entities compare: `part` where one tells more than the other, `open` where they tell of different sorts, `firm` where
    "the company" can only be the one that the other article is about.
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
    told = all(x.names or x.words for x in (a, b))
    return "part" if named == "part" or (worded == "open" and told) else "open"


def _implied(a: Entity, b: Entity) -> bool:
    """Return whether one entity or both is the firm that the article is about, and the other is this firm."""
    ours, theirs = (x.names or frozenset({x.implied} if x.implied else ()) for x in (a, b))
    return bool(a.implied or b.implied) and _names_alike(ours, theirs) == "same" and bool(ours)


def _placed(entity: Entity, other: Entity) -> frozenset[str]:
    """Return the names of an entity, else the place of its clause where the other bears its name or is told by its place too."""
    place = entity.place
    held = place is not None and (place in other.names or (not other.names and other.place is not None))
    return frozenset({place}) if place is not None and held else entity.names


def _names_alike(a: frozenset[str], b: frozenset[str]) -> Likeness:
    if not a or not b:
        return "open" if a or b else "same"
    ours = {x for x in a if any(_one(x, y) for y in b)}
    theirs = {y for y in b if any(_one(x, y) for x in a)}
    return "other" if not ours else "same" if ours == a and theirs == b else "part"


def _words_alike(a: frozenset[str], b: frozenset[str]) -> Likeness:
    return "same" if a == b else "open" if a <= b or b <= a else "other"


def _one(a: str, b: str) -> bool:
    return compare_words(a, b) in {"equal", "contains"}
