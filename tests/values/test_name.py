from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.values.name import (
    Name,
    Sameness,
    compare,
    is_acronym,
    misspelt,
    person_words,
    same_name,
    same_organisation,
    same_person,
)

PEOPLE: list[tuple[str, str, Sameness]] = [
    ("Anna Weber", "Anna Weber", "same"),
    ("Lt. Gen. Anna Weber", "Anna Weber", "same"),
    ("Anna M. Weber", "Anna Weber", "same"),
    ("A. Weber", "Anna Weber", "same"),
    ("Anna Weber Jr.", "Anna Weber", "same"),
    ("Mike Weber", "Michael Weber", "same"),
    ("Liz Weber", "Beth Weber", "same"),
    ("Mike Weber", "Mark Weber", "different"),
    ("Mr. Weber", "Anna Weber", "partial"),
    ("Weber", "Anna Weber", "partial"),
    ("Omar Suleimani", "Omar Sulaimani", "variant"),
    ("Kerem Yıldız", "Kerem Yildiz", "same"),
    ("José Peña", "Jose Pena", "same"),
    ("Anna Böhme", "Anna Boehme", "same"),
    ("Magda Weber", "Magdalena Weber", "same"),
    ("María del Mar Ruiz", "María Ruiz", "same"),
    ("Abdel Rahman al-Masri", "Abdel Rahman al Masri", "same"),
    ("Anna Maria Weber", "Anna Weber", "same"),
    ("A. M. Weber", "Anna Weber", "same"),
    ("Yousef Haddad", "Youssef Haddad", "variant"),
    ("Mohammed Karimi", "Muhammad Karimi", "variant"),
    ("Anna Weber", "Nadia Weber", "different"),
    ("Paul Stone", "Tom Stone", "different"),
    ("Karim Haddad", "Karim Hamdan", "different"),
    ("Tom Iraq", "Tom Iran", "different"),
    ("Anna Weber", "Anna Keller", "different"),
    ("Weber", "Keller", "different"),
    ("Johnson", "Jensen", "different"),
    ("Carter", "Garner", "different"),
    ("Paul Stone Sr.", "Paul Stone Jr.", "different"),
    ("B. Weber", "Anna Weber", "different"),
    ("Anna", "Anna Weber", "unknown"),
]

ORGANISATIONS: list[tuple[str, str, Sameness]] = [
    ("Hizb al-Nour", "Hizb al-Nur", "variant"),
    ("Ansar al-Wataniya", "Ansar Al Wataniyya", "variant"),
    ("the Ministry of Justice", "Justice Ministry", "same"),
    ("Ministry of Defence", "Ministry of Defense", "variant"),
    ("Acme Corp.", "Acme", "same"),
    ("WHC", "World Harbour Council", "same"),
    ("World Harbour Council", "Harbour Council", "partial"),
    ("State Police", "City Police", "different"),
    ("Hizb al-Wahda", "Hezb al-Wahdeh", "variant"),
    ("Austrian Navy", "Australian Navy", "different"),
    ("Bank of Austria", "Bank of Australia", "different"),
    ("Slovak Post", "Slovenian Post", "different"),
    ("Iraqi Army", "Iranian Army", "different"),
    ("Nigerian Navy", "Nigerien Navy", "different"),
    ("Mali Red Cross", "Malawi Red Cross", "different"),
    ("Bank of Peru", "Bank of Chile", "different"),
]


def person(name: str) -> Name:
    return Name(name=name, type="person")


@pytest.mark.parametrize(("left", "right", "expected"), PEOPLE)
def test_people(left: str, right: str, expected: Sameness) -> None:
    assert same_person(left, right) == expected
    assert same_person(right, left) == expected


@pytest.mark.parametrize(("left", "right", "expected"), ORGANISATIONS)
def test_organisations(left: str, right: str, expected: Sameness) -> None:
    assert same_organisation(left, right) == expected
    assert same_organisation(right, left) == expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("WHC", "World Harbour Council", True),
        ("W.H.C.", "World Harbour Council", True),
        ("BoC", "Bank of Chile", False),
        ("BOC", "Bank of Chile", True),
        ("BC", "Bank of Chile", True),
        ("WH", "World Harbour Council", False),
        ("who", "World Harbour Office", False),
        ("A", "Anna", False),
    ],
)
def test_acronyms(short: str, full: str, expected: bool) -> None:
    assert is_acronym(short, full) is expected


def test_a_person_and_an_organisation_are_two() -> None:
    assert same_name(person("Weber"), Name(name="Keller", type="organisation")) == "different"
    assert same_name(person("Weber"), Name(name="Weber", type="organisation")) == "unknown"


def test_a_title_alone_stays() -> None:
    assert person_words("President") == ("president",)


def test_forms() -> None:
    assert person("Anna Weber").to_dict() == {"name": "Anna Weber", "type": "person"}
    assert person("Anna Weber").label() == "Anna Weber"


NAMES = st.builds(Name, name=st.text(max_size=30), type=st.sampled_from(["person", "organisation", "other"]))


@given(NAMES, NAMES)
def test_any_two_names_compare_alike_both_ways(left: Name, right: Name) -> None:
    assert same_name(left, right) == same_name(right, left)
    assert compare(left, right) == compare(right, left)


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12))
def test_a_name_is_itself(name: str) -> None:
    assert same_name(person(name), person(name)) in {"same", "unknown"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Anna Weber", "Anna Webber", True),
        ("Glenn Weber", "Glen Weber", True),
        ("Anna Prewitt", "Anna Pruitt", True),
        ("Anna Stahlberg", "Anna Stahlborg", True),
        ("Ximena Ruiz", "Jimena Ruiz", True),
        ("Anna Müller", "Anna Mueller", False),
        ("Anna Mueller", "Anna Muller", False),
        ("Anna Schuerrle", "Anna Schurrle", False),
        ("Jon Moeller", "Jon Moller", False),
        ("Michael Weber", "Michal Weber", True),
        ("Anna Miller", "Anna Mueller", True),
        ("José Peña", "Jose Pena", False),
        ("Anna Kjeldgård", "Anna Kjeldgaard", False),
        ("Steve Weber", "Steven Weber", False),
        ("Magda Weber", "Magdalena Weber", False),
        ("Birgit Weber", "Birgitte Weber", True),
        ("A. Weber", "Anna Weber", False),
        ("Anna Weber", "Anna Webers", False),
        ("Anna Weber", "Hanne Webber", False),
        ("Weber", "Webber", False),
        ("Tom Stone", "Paul Stone", False),
    ],
)
def test_misspelt(left: str, right: str, expected: bool) -> None:
    assert misspelt(left, right) is expected
    assert misspelt(right, left) is expected
