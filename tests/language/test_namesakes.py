from __future__ import annotations

import pytest

from verify.language.entities import entities
from verify.language.parsed import parse
from verify.language.roles import roles
from verify.model import Article, Zone


def people(text: str) -> list[tuple[str, int]]:
    found = entities(parse(Article.from_text(id="a", text=text)))
    return [(e.name, len(e.mentions)) for e in found.all if e.type == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Marlow spoke on Monday. Mark Marlow Jr., the president's son, met a lawyer. Marlow denied it.",
            [("Marlow", 2), ("Mark Marlow Jr.", 1)],
        ),
        (
            "The trial of Mark Marlow Jr., the president's eldest son, began. President Marlow said nothing.",
            [("Mark Marlow Jr.", 1), ("Marlow", 1)],
        ),
        ("Gov. Marlow said Tom Marlow III, his nephew, had no part in it.", [("Marlow", 1), ("Tom Marlow III", 1)]),
        ("President Marlow left. His wife, Ann Marlow, stayed. Marlow was ill.", [("Marlow", 2), ("Ann Marlow", 1)]),
        ("Garner's son, Tom Garner, was hurt. Garner called. Tom Garner is 12.", [("Garner", 2), ("Tom Garner", 2)]),
        (
            "Former Rep. Josh Marlow Jr. pleaded guilty. Marlow's father, the Rev. Josh Marlow, was in court.",
            [("Josh Marlow Jr.", 2), ("Josh Marlow", 1)],
        ),
        (
            "Josh Marlow left the court. Josh Marlow Jr. pleaded guilty. He wrote a book with his father, Rev. Josh Marlow.",
            [("Josh Marlow", 2), ("Josh Marlow", 1)],
        ),
    ],
)
def test_two_people_of_one_name(text: str, expected: list[tuple[str, int]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mark Marlow Jr. was arrested on Monday. Marlow was drunk.", [("Mark Marlow Jr.", 2)]),
        ("Sheriff Mark Marlow Jr. spoke. Sheriff Marlow left.", [("Mark Marlow Jr.", 2)]),
        ("Mark Marlow Jr., the mayor of Luro, was hurt. Mayor Marlow is in hospital.", [("Mark Marlow Jr.", 2)]),
        ("Gov. Mark Marlow Jr. spoke. The governor left, and Governor Marlow's wife stayed.", [("Mark Marlow Jr.", 2)]),
        ("Mark Marlow Jr. was hurt. Mr. Marlow is in hospital.", [("Mark Marlow Jr.", 2)]),
        ("Gov. Prado signed the bill. Ana Prado, 54, was elected in May.", [("Ana Prado", 2)]),
        ("Ana Prado, whose son was hurt, spoke. Prado cried.", [("Ana Prado", 2)]),
        ("Tom Garner called his son. Garner left.", [("Tom Garner", 2)]),
    ],
)
def test_one_person(text: str, expected: list[tuple[str, int]]) -> None:
    assert people(text) == expected


def test_a_headline_names_by_surname_whom_the_article_introduces() -> None:
    title, body = "Marlow held after crash", "Mark Marlow Jr., the mayor's son, was held after a crash."
    zones = (
        Zone(kind="headline", start=0, end=len(title)),
        Zone(kind="lead", start=len(title) + 2, end=len(title) + 2 + len(body)),
    )
    article = Article(id="a", text=f"{title}\n\n{body}", zones=zones)
    found = entities(parse(article)).all
    assert [(e.name, len(e.mentions)) for e in found if e.type == "person"] == [("Mark Marlow Jr.", 2)]


def test_the_office_of_the_father_is_not_put_on_the_son() -> None:
    parsed = parse(
        Article.from_text(id="a", text="President Marlow spoke. Mark Marlow Jr., the president's son, left.")
    )
    assert ("Marlow", "President") in [(r.name, r.text) for r in roles(parsed, entities(parsed))]
    assert ("Mark Marlow Jr.", "President") not in [(r.name, r.text) for r in roles(parsed, entities(parsed))]


@pytest.mark.parametrize(
    "text", ["Ohio Sen. Sandberg spoke. Paul Sandberg left.", "Supt. Paul Sandberg spoke. Sandberg left."]
)
def test_a_short_title_is_no_part_of_a_name(text: str) -> None:
    assert people(text) == [("Paul Sandberg", 2)]
