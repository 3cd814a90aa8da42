from __future__ import annotations

import pytest

from verify.language.entities import entities
from verify.language.parsed import parse
from verify.language.roles import is_former, role_head, roles, whole_office
from verify.model import Article


def found(text: str) -> list[tuple[str, str]]:
    parsed = parse(Article.from_text(id="a", text=text))
    return [(r.name, r.text) for r in roles(parsed, entities(parsed))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Paula Winter spoke.", [("Paula Winter", "Mayor")]),
        ("Paula Winter, the mayor of Dayton, spoke.", [("Paula Winter", "mayor of Dayton")]),
        (
            "Paula Winter, 57, a spokeswoman for the harbour board, spoke.",
            [("Paula Winter", "spokeswoman for the harbour board")],
        ),
        ("The group's leader, Paula Winter, spoke.", [("Paula Winter", "group's leader")]),
        ("Chief harbour spokesperson Paula Winter spoke.", [("Paula Winter", "Chief harbour spokesperson")]),
        ("Secretary of State Paula Winter spoke.", [("Paula Winter", "Secretary of State")]),
        (
            "Chairman of the Joint Harbour Board Gen. Tom Garner spoke.",
            [("Tom Garner", "Chairman of the Joint Harbour Board")],
        ),
        (
            "Tom Garner, assistant to the secretary of the harbour board, spoke.",
            [("Tom Garner", "assistant to the secretary of the harbour board")],
        ),
        ("Tom Garner is the mayor of Dayton.", [("Tom Garner", "mayor of Dayton")]),
        ("Tom Garner, who is the mayor, spoke.", [("Tom Garner", "mayor")]),
        ("Tom Garner, 45, the owner of an inn who spoke, left.", [("Tom Garner", "owner of an inn")]),
        ("Police arrested Tom Garner, a 23-year-old man.", [("Tom Garner", "man")]),
        ("Tom Garner of Maine, the majority leader, spoke.", [("Tom Garner", "majority leader")]),
        ("It rained, and Sunday evening Boston Mayor Paula Winter spoke.", [("Paula Winter", "Boston Mayor")]),
        ("Last week Police Chief Paula Winter spoke.", [("Paula Winter", "Police Chief")]),
        ("The night manager, Tom Garner, left.", [("Tom Garner", "night manager")]),
        ("Paul is a good friend and I have respect for him. Paul Garner left.", [("Paul Garner", "good friend")]),
        ("Tom Garner, a lawyer and activist, left.", [("Tom Garner", "lawyer and activist")]),
        ("Paula Winter, a retired midwife, spoke.", [("Paula Winter", "retired midwife")]),
        ("Dayton's mayor, Paula Winter, spoke.", [("Paula Winter", "Dayton's mayor")]),
        ("Dayton's fire chief is Paula Winter.", [("Paula Winter", "Dayton's fire chief")]),
        ("The former deputy minister of trade, Tom Garner, left.", [("Tom Garner", "former deputy minister of trade")]),
        ("Former minister of trade Tom Garner left.", [("Tom Garner", "Former minister of trade")]),
        ("The railway's president, Mr Tom Garner, spoke.", [("Tom Garner", "railway's president")]),
        ("The head of the harbour board, Dr Paula Winter, spoke.", [("Paula Winter", "head of the harbour board")]),
        ("Head of government Paula Winter left.", [("Paula Winter", "Head of government")]),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Garner spoke.",
        "Paula Winter, along with the mayor, spoke.",
        "In a letter to the mayor, Tom Garner said no.",
        "Paula Winter, who spoke, left.",
        "After the talk with Paula Winter, Mr. Garner left.",
        "Paula Winter, his mother and several brothers and sisters came to the hearing.",
        "Paula Winter, of Dayton, left.",
        "Police found Paula Winter, the sheriff's office said.",
        "Paula Winter is not the mayor.",
        "Paula Winter was the mayor.",
        "Paula Winter is happy.",
        "The mayor is Paula Winter's friend.",
        "If the mayor is here, Paula Winter leaves.",
    ],
)
def test_no_roles(text: str) -> None:
    assert found(text) == []


def test_parts_of_roles() -> None:
    assert role_head("assistant to the secretary of the board") == "assistant"
    assert role_head("former mayor of Dayton") == "mayor"
    assert is_former("former mayor")
    assert not is_former("mayor")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("mayor of Dayton", "dayton mayor"),
        ("Dayton's mayor", "dayton mayor"),
        ("Dayton mayor", "dayton mayor"),
        ("mayor", None),
        ("prime minister", "minister prime"),
        ("former mayor of Dayton", None),
        ("deputy mayor of Dayton", None),
        ("Dayton police officer", None),
    ],
)
def test_an_office_of_one_holder(text: str, office: str | None) -> None:
    assert whole_office(text) == office
