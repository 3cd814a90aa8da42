"""The small atlas that ships with the package: countries with their adjectives, provinces and capitals, the states of
the United States, and the larger cities of the world.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from verify.lists import DATA, load

CROSS_BORDER = "cross_border"
NEAR, NEAR_WIDE = 50, 300
"""Kilometres up to which one of two cities may be told for the other, being its suburb or its borough; and up to which
a city may lie in the province that has the name of the other."""
DEGREE = 111.2
"""Kilometres of a degree of a great circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country: its code, its name here, every name and adjective, its capital and provinces."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str | None
    provinces: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries and territories, by code."""
    table = load("countries")
    return tuple(
        Country(
            code=code,
            name=row["names"][0],
            names=tuple(row["names"]),
            adjectives=tuple(row["adjectives"]),
            capital=row.get("capital"),
            provinces=tuple(row.get("provinces", ())),
        )
        for code, row in table.items()
        if code != CROSS_BORDER
    )


@cache
def country_names() -> frozenset[str]:
    """Return the one name by which each country is known here."""
    return frozenset(country.name for country in countries())


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One city: what lies around it, the nearest first, where it is in degrees, whether a province has its name, and
    in which states and countries other cities have it.
    """

    around: tuple[str, ...]
    north: float
    east: float
    wide: bool
    others: frozenset[str]

    def apart(self, other: City) -> bool:
        """Return whether two cities are so far from each other that neither is told for the other."""
        up, across = self.north - other.north, (self.east - other.east + 180) % 360 - 180
        kilometres = DEGREE * math.hypot(up, across * math.cos(math.radians((self.north + other.north) / 2)))
        return kilometres > (NEAR_WIDE if self.wide or other.wide else NEAR)


@cache
def _cities() -> dict[str, str]:
    """Return what is known of each city, unread, by its name as looked up."""
    lines = (DATA / "cities.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line[0] != "#")


@cache
def _lands() -> dict[str, str]:
    """Return the names behind the codes of countries and of states ("US-TX")."""
    short = {f"US-{code}": name for name, codes in states().items() for code in codes}
    return short | {country.code: country.name for country in countries()}


@lru_cache(maxsize=10_000)
def city(key: str) -> City | None:
    """Return the one large city of a name in plain lower case, "saint" as "st"."""
    row = _cities().get(key)
    if row is None:
        return None
    code, state, north, east, wide, others = row.split("\t")
    lands = _lands()
    return City(
        around=tuple(lands[land] for land in ((f"US-{state}", code) if state else (code,))),
        north=int(north) / 100,
        east=int(east) / 100,
        wide=bool(wide),
        others=frozenset(lands[land] for land in others.split()),
    )


@cache
def peoples() -> frozenset[str]:
    """Return adjectives of peoples, faiths and continents that belong to no one country."""
    table = load("countries")
    return frozenset(table[CROSS_BORDER]["adjectives"])


@cache
def states() -> dict[str, tuple[str, ...]]:
    """Return the states of the United States with their abbreviations."""
    table = load("states")
    return {name: tuple(short) for name, short in table.items()}


@cache
def regions() -> frozenset[str]:
    """Return names of regions of the world: continents, seas, lands across borders."""
    return frozenset(load("regions")["names"])


@cache
def closed_words() -> frozenset[str]:
    """Return, in lower case, every word of the names and adjectives of countries and states: words never to be
    matched by likeness.
    """
    texts = [t for c in countries() for t in (*c.names, *c.adjectives)] + list(states()) + list(peoples())
    return frozenset(w for t in texts for w in re.findall(r"[^\W\d_]+", t.lower()))
