"""Places, compared by containment; names of countries and states are a closed class and never matched by likeness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from verify.model import Relation
from verify.values.atlas import City, city, country_names, states
from verify.values.name import words_of

Direction = Literal["from", "to"]
Nearness = Literal["near", "between"] | Direction
CLOSED = frozenset({"country", "state"})
"""Types of which every member is known: two different names are two places."""
DIRECTIONS = frozenset({"from", "to"})
PREPOSITIONS = {"street": "on", "site": "at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place, or several taken together ("Iraq and Syria"); `within` holds, for each name, the places around it as
    far as known; `nearness` says that something is not in but near it, between its parts, or moves from or to it.
    """

    names: tuple[str, ...]
    type: str = "place"
    within: tuple[tuple[str, ...], ...] = ()
    nearness: Nearness | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the names as one and the type."""
        return {"name": self.label(), "type": self.type}

    def label(self) -> str:
        """Return the names as a reader lists them."""
        names = " and ".join([", ".join(self.names[:-1]), self.names[-1]] if len(self.names) > 1 else self.names)
        return f"{self.nearness} {names}" if self.nearness else names

    def where(self) -> str:
        """Return the place with the preposition that goes with it ("in Peru", "on Oak Street", "near Lima")."""
        return self.label() if self.nearness else f"{PREPOSITIONS.get(self.type, 'in')} {self.label()}"

    def parts(self) -> tuple[Place, ...]:
        """Return the places of which this one consists, each on its own."""
        return _parts(self)

    def around(self) -> tuple[str, ...]:
        """Return the places around the first part, the nearest first."""
        return self.within[0] if self.within else ()


@lru_cache(maxsize=10_000)
def _parts(place: Place) -> tuple[Place, ...]:
    around = place.within or ((),) * len(place.names)
    return tuple(replace(place, names=(n,), within=(w,)) for n, w in zip(place.names, around, strict=True))


def union(places: Iterable[Place]) -> Place:
    """Return several places as one, each part once, in order. Raises ValueError when there is none."""
    parts = list(dict.fromkeys(part for place in places for part in place.parts()))
    if not parts:
        raise ValueError("union of no places")
    types = {part.type for part in parts}
    type_ = types.pop() if len(types) == 1 else "place"
    nearness = parts[0].nearness if len({part.nearness for part in parts}) == 1 else None
    return Place(
        names=tuple(p.names[0] for p in parts),
        type=type_,
        within=tuple(p.around() for p in parts),
        nearness=nearness,
    )


def contains(outer: Place, inner: Place) -> bool:
    """Return whether every part of one place is known to lie in some part of another, or to be it."""
    return all(any(_holds(o, i) for o in outer.parts()) for i in inner.parts())


def _holds(outer: Place, inner: Place) -> bool:
    return outer.names[0] in inner.around() or _same(outer, inner)


def city_called(name: str) -> City | None:
    """Return the one large city that a name means where nothing else is said of it."""
    return city(" ".join("st" if word == "saint" else word for word in words_of(name)))


def _city(place: Place) -> City | None:
    """Return the large city that a single place is, None for a smaller one of its name."""
    found = city_called(place.names[0]) if place.type == "city" else None
    return found if found and set(found.around) <= set(place.around()) else None


def _same(left: Place, right: Place) -> bool:
    """Return whether two single places are one: the same name, and nothing known around them that differs; or two
    spellings of one city.
    """
    one, other = _city(left), _city(right)
    if one and other and (one.north, one.east) == (other.north, other.east):
        return True
    if left.names != right.names or {left.type, right.type} == CLOSED:
        return False
    a, b = left.around(), right.around()
    return not a or not b or (bool(set(a) & set(b)) and not _differ_around(left, right))


def compare(left: Place, right: Place) -> Relation:
    """Return how two places lie; `contains` in either direction, `disjoint` only where the atlas or the articles say
    so; of something near a place it is only known that it may lie in what holds the place.
    """
    if left.nearness or right.nearness:
        return _beside(left, right)
    if left == right:
        return "equal"
    inside, outside = contains(left, right), contains(right, left)
    if inside and outside:
        return "equal"
    if inside or outside:
        return "contains"
    pairs = [_apart(a, b) for a in left.parts() for b in right.parts()]
    if any(contains(a, b) or contains(b, a) for a in left.parts() for b in right.parts()):
        return "overlaps"
    return "disjoint" if all(pairs) else "unknown"


def _beside(left: Place, right: Place) -> Relation:
    """Return how two places lie of which one at least is named for what lies beside it."""
    plain = [replace(place, nearness=None) for place in (left, right)]
    ways = {left.nearness, right.nearness}
    if ways & DIRECTIONS:
        return compare(*plain) if len(ways) == 1 else "unknown"
    relation = compare(plain[0], plain[1])
    if relation == "equal":
        return "equal" if left.nearness == right.nearness else "overlaps"
    if relation != "contains":
        return "unknown"
    outer = left if contains(plain[0], plain[1]) else right
    return "unknown" if outer.nearness else "contains"


def _apart(left: Place, right: Place) -> bool:
    """Return whether two single places are known to share no ground."""
    if left.type in CLOSED and right.type == left.type:
        return left.names != right.names
    if left.names == right.names and {left.type, right.type} != CLOSED:
        return bool(left.around() and right.around()) and not _same(left, right)
    one, other = _city(left), _city(right)
    return _differ_around(left, right) or bool(one and other and one.apart(other))


def _differ_around(left: Place, right: Place) -> bool:
    """Return whether two single places are known to be, or to lie in, two states or countries."""
    return any(_differ(member(left, level), member(right, level)) for level in CLOSED)


def member(place: Place, level: str) -> str | None:
    """Return the country or the state that a single place is or lies in, None where it is not known."""
    if place.type == level:
        return place.names[0]
    known = states() if level == "state" else country_names()
    return next((name for name in place.around() if name in known), None)


def _differ(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right
