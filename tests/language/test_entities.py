from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.entities import Entities, entities
from verify.language.parsed import Parsed, parse
from verify.model import Article
from verify.values.aliases import Aliases


def read(text: str) -> tuple[Parsed, Entities]:
    parsed = parse(Article.from_text(id="a", text=text))
    return parsed, entities(parsed)


def named(text: str, type_: str) -> list[tuple[str, int]]:
    return [(e.name, len(e.mentions)) for e in read(text)[1].all if e.type == type_]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lt. Gen. Paula Winter met the crews. Winter thanked them.", [("Paula Winter", 2)]),
        ("Paula M. Winter met the crews. Ms. Winter thanked them.", [("Paula M. Winter", 2)]),
        ("Mayor Paula Winter met Tom Garner. Garner thanked Winter.", [("Paula Winter", 2), ("Tom Garner", 2)]),
        ("Tom Garner, 70, and his son, Paul Garner, 47, left the house.", [("Tom Garner", 1), ("Paul Garner", 1)]),
        ("Defense Secretary Paula Winter spoke.", [("Paula Winter", 1)]),
        (
            "Lt. Gen. Mark Winter spoke. Winter left. Mark A. Winter, the corps commander, came.",
            [("Mark A. Winter", 3)],
        ),
        ("Tom Garner was shot. Tom had a dog, Garner's aunt said.", [("Tom Garner", 3)]),
        ("Enrique “Ricky” Garner left. Garner was tired.", [("Enrique “Ricky” Garner", 2)]),
        (
            "Tom Garner, 70, and his son, Tom Garner Jr., 47, left. Tom Garner was tired.",
            [("Tom Garner", 2), ("Tom Garner Jr.", 1)],
        ),
        ("Tom Garner Jr. was shot. Tom Garner was at home.", [("Tom Garner Jr.", 2)]),
    ],
)
def test_people(text: str, expected: list[tuple[str, int]]) -> None:
    assert named(text, "person") == expected


def test_a_surname_of_two_people_joins_neither() -> None:
    people = named("Tom Garner called Paul Garner. Later Garner left.", "person")
    assert ("Tom Garner", 1) in people
    assert ("Paul Garner", 1) in people


def test_a_given_name_of_two_people_joins_neither() -> None:
    people = named("Tom Garner called Tom Keller. Later Tom left.", "person")
    assert people == [("Tom Garner", 1), ("Tom Keller", 1), ("Tom", 1)]


@pytest.mark.parametrize("text", ["Andrew Garner Two others were hurt.", "Remembering Andrew Garner Friends met."])
def test_a_common_word_behind_a_name_is_no_part_of_it(text: str) -> None:
    assert named(text, "person") == [("Andrew Garner", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police came at noon. “It was loud,” Quellin said. Quellin lives nearby.", [("Quellin", 2)]),
        ("Dana Luton ran out. Luton told guards that it was dark.", [("Dana Luton", 2)]),
        ("Ordu said it would pay. Two men were hurt in Ordu.", []),
        ("Peru said it would pay, and Peru left.", []),
        ("The car left Ordu at noon.", []),
    ],
)
def test_who_says_something_and_is_nowhere_a_place_is_a_person(text: str, expected: list[tuple[str, int]]) -> None:
    assert named(text, "person") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The World Harbour Council (WHC) met in May. The WHC is old.",
        "The World Harbour Council, or WHC, met in May. Envoys of the WHC left.",
        "The WHC (World Harbour Council) met in May. Nobody from the WHC came.",
    ],
)
def test_acronyms_are_bound_in_either_order(text: str) -> None:
    council = next(e for e in read(text)[1].all if e.acronym)
    assert (council.name, council.acronym, council.type) == ("World Harbour Council", "WHC", "organisation")
    assert len(council.mentions) == 3


def test_spellings_of_one_name_are_one_entity_and_listed() -> None:
    _, found = read("Envoys of Hisb al-Nour met the press. A spokesman of Hizb al-Nur left early.")
    group = next(e for e in found.all if len(e.spellings) > 1)
    assert set(group.spellings) == {"Hisb al-Nour", "Hizb al-Nur"}


def test_a_country_by_any_word_is_one() -> None:
    parsed, found = read("The United States warned Peru. American crews left, and U.S. officials met Peruvian envoys.")
    assert named(parsed.article.text, "country") == [("United States", 3), ("Peru", 2)]
    token = next(t for t in parsed.doc if t.text == "American")
    assert found.name_of(token) == "United States"


def test_a_country_inside_a_name_is_not_counted() -> None:
    assert named("The Peruvian Security Forces closed the road.", "country") == []
    assert ("Peruvian Security Forces", 1) in named("The Peruvian Security Forces closed the road.", "organisation")


def test_things_and_titles_are_no_people() -> None:
    assert named("On Sunday, F-15s left the base. The President met the Secretary of State.", "person") == []


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="AB ab.,-'&()\n", max_size=50))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


HOUSE = Aliases(same=(("Karim Haddad", "Abu Nadir"),), different=(("Omar Suleimani", "Omar Sulaimani"),))


@pytest.mark.parametrize(
    ("text", "plain", "housed"),
    [
        ("Abu Nadir left. Karim Haddad stayed.", {"Abu Nadir", "Karim Haddad"}, {"Karim Haddad"}),
        ("Omar Suleimani left. Omar Sulaimani stayed.", {"Omar Suleimani"}, {"Omar Suleimani", "Omar Sulaimani"}),
        (
            "Omar Suleimani left. Paula Winter stayed.",
            {"Omar Suleimani", "Paula Winter"},
            {"Omar Suleimani", "Paula Winter"},
        ),
    ],
)
def test_house_names(text: str, plain: set[str], housed: set[str]) -> None:
    parsed = parse(Article.from_text(id="a", text=text))
    assert {e.name for e in entities(parsed).all} == plain
    assert {e.name for e in entities(parsed, HOUSE).all} == housed


@pytest.mark.parametrize(
    "text",
    [
        "Pump maker Orvell said on Monday that it would close a plant. Orvell employs 900 people.",
        "Orvell, the retailer, opened a shop in Leeds. Orvell has 40 shops.",
        "Orvell reported sales of $4 billion. Orvell is based in Leeds.",
    ],
)
def test_a_word_beside_a_name_or_its_results_tell_a_firm(text: str) -> None:
    assert ("Orvell", 2) in named(text, "organisation")
