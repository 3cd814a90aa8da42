"""The small atlas that ships with the package: countries with their adjectives, provinces and capitals, and the
states of the United States.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
CROSS_BORDER = "cross_border"


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
    table = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
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


@cache
def peoples() -> frozenset[str]:
    """Return adjectives of peoples, faiths and continents that belong to no one country."""
    table = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    return frozenset(table[CROSS_BORDER]["adjectives"])


@cache
def states() -> dict[str, tuple[str, ...]]:
    """Return the states of the United States with their abbreviations."""
    table = tomllib.loads((DATA / "states.toml").read_text(encoding="utf-8"))
    return {name: tuple(short) for name, short in table.items()}


@cache
def regions() -> frozenset[str]:
    """Return names of regions of the world: continents, seas, lands across borders."""
    return frozenset(tomllib.loads((DATA / "regions.toml").read_text(encoding="utf-8"))["names"])


@cache
def closed_words() -> frozenset[str]:
    """Return, in lower case, every word of the names and adjectives of countries and states: words never to be
    matched by likeness.
    """
    texts = [t for c in countries() for t in (*c.names, *c.adjectives)] + list(states()) + list(peoples())
    return frozenset(w for t in texts for w in re.findall(r"[^\W\d_]+", t.lower()))
