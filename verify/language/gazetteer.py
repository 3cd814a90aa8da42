"""Look-ups in the atlas by the words of newspapers: countries, adjectives, inhabitants, states and their
abbreviations, capitals, cities.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache

from verify.values.atlas import countries, peoples, regions, states
from verify.values.place import city_called

AMERICA = "United States"


def _plain(text: str) -> str:
    """Return a name without article, possessive and curly apostrophes."""
    text = text.strip().replace("’", "'").removeprefix("the ").removeprefix("The ")
    return text.removesuffix("'s").removesuffix("s'") if text.endswith("'s") else text


@cache
def _codes() -> dict[str, str]:
    """Return the code of each name and adjective; of countries that share an adjective, the one with the shortest
    name has it.
    """
    table = {_plain(name): country.code for country in countries() for name in country.names}
    for country in sorted(countries(), key=lambda c: len(c.name)):
        for adjective in country.adjectives:
            table.setdefault(adjective, country.code)
    return table


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(a for c in countries() for a in c.adjectives if a not in c.names)


@cache
def _state_names() -> dict[str, str]:
    return {text: name for name, short in states().items() for text in (name, *short)}


@cache
def _names() -> dict[str, str]:
    return {country.code: country.name for country in countries()}


@lru_cache(maxsize=65_536)
def country_of(text: str) -> str | None:
    """Return the code of the country that a name, an adjective or a word for inhabitants belongs to; capitals matter
    ("US", "us").
    """
    return _codes().get(_plain(text))


def country_name(code: str) -> str:
    """Return the one name by which a country is known here."""
    return _names()[code]


def is_adjective(text: str) -> bool:
    """Return whether a word is the adjective or the inhabitant of a country ("Iraqi", "Americans") or of a people."""
    return _plain(text) in _adjectives() or _plain(text) in peoples()


def is_people(text: str) -> bool:
    """Return whether a word names a people, faith or continent that belongs to no one country."""
    return _plain(text) in peoples()


def state_of(text: str) -> str | None:
    """Return the state of the United States that a name or an abbreviation of news style or post stands for."""
    return _state_names().get(_plain(text))


def is_abbreviation(text: str) -> bool:
    """Return whether a text is the abbreviation of a state; such stands after the name of a city only."""
    return text in _state_names() and text not in states()


@cache
def _capitals() -> dict[str, str]:
    return {c.capital.replace("’", "'"): c.code for c in countries() if c.capital}


def capital_of(text: str) -> str | None:
    """Return the code of the country of which a city is the capital ("Tehran said"); Washington is that of the United
    States.
    """
    return "US" if text in {"Washington", "Washington, D.C."} else _capitals().get(_plain(text))


def city_of(text: str, named: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return the state and the country around a large city, nothing for any other name, nor where only another city of
    its name lies in a state or country that the article names.
    """
    city = city_called(_plain(text))
    return () if city is None or (city.others & named and not named & set(city.around)) else city.around


@cache
def _provinces() -> dict[str, str]:
    seen: dict[str, list[str]] = {}
    for country in countries():
        for province in country.provinces:
            seen.setdefault(province, []).append(country.code)
    return {province: codes[0] for province, codes in seen.items() if len(codes) == 1}


def province_of(text: str) -> str | None:
    """Return the code of the country in which a province lies, None where several have one of that name."""
    return _provinces().get(_plain(text))


def is_ambiguous(text: str) -> bool:
    """Return whether a name is that of a country and of a state ("Georgia")."""
    return _plain(text) in _codes() and _plain(text) in states()


@cache
def belongings(text: str) -> frozenset[str]:
    """Return the capital, the provinces and the adjectives of a country, which tell it from a state of the same name."""
    country = next((c for c in countries() if c.code == country_of(text)), None)
    if country is None:
        return frozenset()
    return frozenset((*country.adjectives, *country.provinces, *([country.capital] if country.capital else ())))


def is_region(text: str) -> bool:
    """Return whether a name is that of a region of the world ("Middle East")."""
    return _plain(text) in regions()


@cache
def starts() -> dict[str, int]:
    """Return, for each first word of a name of country, state or adjective, the most words that such a name has."""
    table: dict[str, int] = {}
    for text in (*_codes(), *_state_names(), *peoples(), *regions()):
        words = text.split()
        table[words[0]] = max(table.get(words[0], 0), len(words))
    return table
