from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model import Relation
from verify.values.place import Place, compare, contains, union

PERU, CHILE = (Place(names=(n,), type="country") for n in ("Peru", "Chile"))
IRAN, IRAQ = (Place(names=(n,), type="country") for n in ("Iran", "Iraq"))
OHIO, UTAH = (Place(names=(n,), type="state", within=(("United States",),)) for n in ("Ohio", "Utah"))
LIMA = Place(names=("Lima",), type="city", within=(("Peru",),))
LIMA_OHIO = Place(names=("Lima",), type="city", within=(("Ohio", "United States"),))
BARE_LIMA = Place(names=("Lima",))
DAYTON = Place(names=("Dayton",), type="city", within=(("Ohio", "United States"),))
PROVO = Place(names=("Provo",), type="city", within=(("Utah", "United States"),))
PORTLAND, PORTLAND_MAINE = (
    Place(names=("Portland",), type="city", within=((state, "United States"),)) for state in ("Oregon", "Maine")
)
AMERICA = Place(names=("United States",), type="country")
GEORGIA, GEORGIA_STATE = (
    Place(names=("Georgia",), type="country"),
    Place(names=("Georgia",), type="state", within=(("United States",),)),
)


def city(name: str, *around: str) -> Place:
    return Place(names=(name,), type="city", within=(around,))


CASES: list[tuple[Place, Place, Relation]] = [
    (PERU, PERU, "equal"),
    (union([PERU, CHILE]), union([CHILE, PERU]), "equal"),
    (BARE_LIMA, LIMA, "equal"),
    (PERU, LIMA, "contains"),
    (AMERICA, DAYTON, "contains"),
    (OHIO, DAYTON, "contains"),
    (union([PERU, CHILE]), PERU, "contains"),
    (union([PERU, CHILE]), LIMA, "contains"),
    (union([PERU, CHILE]), union([PERU, IRAN]), "overlaps"),
    (IRAN, IRAQ, "disjoint"),
    (OHIO, UTAH, "disjoint"),
    (PERU, OHIO, "disjoint"),
    (CHILE, LIMA, "disjoint"),
    (UTAH, DAYTON, "disjoint"),
    (DAYTON, PROVO, "disjoint"),
    (LIMA, LIMA_OHIO, "disjoint"),
    (GEORGIA, GEORGIA_STATE, "disjoint"),
    (BARE_LIMA, PERU, "unknown"),
    (replace(LIMA, nearness="near"), replace(LIMA, nearness="near"), "equal"),
    (replace(LIMA, nearness="near"), LIMA, "overlaps"),
    (replace(LIMA, nearness="near"), PERU, "contains"),
    (replace(PERU, nearness="near"), LIMA, "unknown"),
    (replace(LIMA, nearness="near"), CHILE, "unknown"),
    (PORTLAND, PORTLAND_MAINE, "disjoint"),
    (Place(names=("Main Street",), type="street"), DAYTON, "unknown"),
    (Place(names=("Dayton",)), Place(names=("Kettering",)), "unknown"),
    (city("Nagoya", "Japan"), city("Rotterdam", "Netherlands"), "disjoint"),
    (city("Marseille", "France"), city("Lille", "France"), "disjoint"),
    (city("Chicago", "Illinois", "United States"), city("Houston", "Texas", "United States"), "disjoint"),
    (city("Chicago", "Illinois", "United States"), OHIO, "disjoint"),
    (city("Nagoya", "Japan"), PERU, "disjoint"),
    (city("Nagoya", "Japan"), Place(names=("Japan",), type="country"), "contains"),
    (city("Malmö", "Sweden"), city("Malmo", "Sweden"), "equal"),
    (city("Mumbai", "India"), city("Bombay", "India"), "equal"),
    (city("Rotterdam", "Netherlands"), Place(names=("Wrexley",)), "unknown"),
    # A suburb, a town in the province of that name, a small place of a large one's name.
    (city("Osaka", "Japan"), city("Sakai", "Japan"), "unknown"),
    (city("Hiroshima", "Japan"), city("Fukuyama", "Japan"), "unknown"),
    (city("Paris", "France"), city("Paris", "Texas", "United States"), "disjoint"),
    (city("Paris", "Texas", "United States"), city("Houston", "Texas", "United States"), "unknown"),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_relations(left: Place, right: Place, expected: Relation) -> None:
    assert compare(left, right) == expected
    assert compare(right, left) == expected


def test_parts_and_whole() -> None:
    both = union([PERU, CHILE, PERU])
    assert both.names == ("Peru", "Chile")
    assert both.label() == "Peru and Chile"
    assert both.to_dict() == {"name": "Peru and Chile", "type": "country"}
    assert contains(both, LIMA)
    assert not contains(LIMA, both)
    assert both.parts() == (PERU.parts()[0], CHILE.parts()[0])


def test_three_parts_read_as_a_list() -> None:
    assert union([PERU, CHILE, IRAQ]).label() == "Peru, Chile and Iraq"


def test_what_lies_between_two_places_says_so() -> None:
    assert union(replace(p, nearness="between") for p in (PERU, CHILE)).label() == "between Peru and Chile"


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (PERU, "in Peru"),
        (replace(PERU, nearness="near"), "near Peru"),
        (Place(names=("Oak Street",), type="street"), "on Oak Street"),
        (Place(names=("Marlow Park",), type="site"), "at Marlow Park"),
        (union(replace(p, nearness="between") for p in (PERU, CHILE)), "between Peru and Chile"),
    ],
)
def test_a_place_goes_with_one_preposition(place: Place, where: str) -> None:
    assert place.where() == where


def test_nothing_has_no_union() -> None:
    with pytest.raises(ValueError, match="no places"):
        union([])


PLACES = st.lists(
    st.sampled_from([PERU, CHILE, LIMA, LIMA_OHIO, OHIO, UTAH, DAYTON, AMERICA, BARE_LIMA]), min_size=1, max_size=3
).map(union)


@given(PLACES, PLACES)
def test_any_two_places_compare_alike_both_ways(left: Place, right: Place) -> None:
    assert compare(left, right) == compare(right, left)


@given(PLACES)
def test_a_place_is_itself(place: Place) -> None:
    assert compare(place, place) == "equal"
