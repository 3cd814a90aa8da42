"""Copies of one sentence that differ in one word of a closed sort, and copies that do not."""

from __future__ import annotations

import pytest

from verify import Article, Fact, cross_check

BASE = "The council of Tarnow voted on Monday to close three schools in Texas, and the mayor, Olga Wit, was praised by parents."

DIFFERENT = [
    ("count", "three", "seven"),
    ("date", "Monday", "Thursday"),
    ("place", "Texas", "Ohio"),
    ("wording", "Olga Wit", "Olga Crane"),
    ("office", "Olga Wit", "Olha Wit"),
    ("wording", "was praised", "was not praised"),
]
ALIKE = [
    ("spelling", "Tarnow", "Tarnów"),
    ("figures", "three", "3"),
    ("another word", "parents", "teachers"),
    ("rewritten", "voted on Monday to close", "decided after a long night that it would shut down"),
    ("case", "The council", "THE COUNCIL"),
]


def conflicts(left: str, right: str) -> list[Fact]:
    articles = [Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)]
    return [f for f in cross_check(articles).facts if f.verdict == "conflict"]


@pytest.mark.parametrize(("kind", "old", "new"), DIFFERENT, ids=[d[0] for d in DIFFERENT])
def test_one_other_word_is_a_conflict(kind: str, old: str, new: str) -> None:
    (fact,) = conflicts(BASE, BASE.replace(old, new))
    assert fact.kind == kind and fact.links[0].relation == "disjoint"


@pytest.mark.parametrize(("name", "old", "new"), ALIKE, ids=[a[0] for a in ALIKE])
def test_what_is_no_slip_stays_silent(name: str, old: str, new: str) -> None:
    assert not conflicts(BASE, BASE.replace(old, new))


def test_a_sentence_that_stands_in_both_unchanged_is_no_slip() -> None:
    other = BASE.replace("three", "seven")
    assert not conflicts(f"{BASE}\n\n{other}", f"{other}\n\n{BASE}")


def test_another_word_in_a_name_is_a_conflict_and_another_title_is_not() -> None:
    text = "A spokeswoman of Tarnow Savings Bank said on Monday that the branch near the old bridge would close."
    assert len(conflicts(text, text.replace("Savings", "Dawson"))) == 1
    titled = "On Monday Governor Olga Wit said that the branch of the bank near the old bridge would close."
    assert not conflicts(titled, titled.replace("Governor", "Senator"))
