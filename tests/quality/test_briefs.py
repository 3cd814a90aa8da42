"""Quality on short texts of our own writing, each held against a full article, with floors that cannot be lowered silently.

Each case holds an article, short texts that agree with it in other words, and edits of one of them that an editor would call wrong.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from briefs import BRIEFS, SPLITS, Outcome, figures, outcomes

from .floors import digest, floors, shortfalls

AGREEING, CONTRADICTING = 6, 9
WORDS = range(220, 451)
KINDS = frozenset("antonym attribute date entity event invented negation number place role".split())


def case(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def outcome(*, split: str, kind: str, reasons: tuple[str, ...]) -> Outcome:
    return Outcome(name="", split=split, text="", kind=kind, changed="", reasons=reasons)


def test_no_figure_falls_below_its_floor() -> None:
    assert shortfalls("briefs", figures(outcomes()), BRIEFS) == []


def test_the_floors_are_those_of_these_briefs() -> None:
    assert floors()["briefs"]["digest"] == digest(BRIEFS)


def test_what_raises_a_conflict_is_caught_or_not_left_alone() -> None:
    found = [outcome(split=s, kind=k, reasons=r) for s in SPLITS for k in ("", "number") for r in ((), ("5 and 6",))]
    found.append(outcome(split="dev", kind="number", reasons=("5 and 6",)))
    assert figures(found) == {
        "dev": {"caught": 66.7, "left_alone": 50.0},
        "test": {"caught": 50.0, "left_alone": 50.0},
    }


def test_the_first_half_of_the_cases_is_for_development() -> None:
    splits = [case(path)["split"] for path in BRIEFS]
    half = len(BRIEFS) // 2
    assert splits == ["dev"] * half + ["test"] * half
    assert half == 8


@pytest.mark.parametrize("path", BRIEFS, ids=lambda p: p.stem)
def test_a_case_has_an_article_and_texts_of_both_sorts(path: Path) -> None:
    rows = case(path)["brief"]
    assert len(case(path)["article"]["text"].split()) in WORDS
    assert [row["consistent"] for row in rows] == [True] * AGREEING + [False] * CONTRADICTING
    assert len({row["text"] for row in rows}) == len(rows)
    assert all((row.get("kind") in KINDS and row["changed"]) != row["consistent"] for row in rows)
