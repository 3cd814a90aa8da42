"""Stories of our own writing with the facts that an editor would expect; what is not expected to conflict must not conflict."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verify import Article, Report, cross_check

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))


@cache
def checked(path: Path) -> tuple[dict[str, Any], Report]:
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    return story, cross_check([Article.from_text(**row) for row in story["article"]])


def expectations() -> list[Any]:
    rows = []
    for path in STORIES:
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("expect", ()):
            rows.append(
                pytest.param(
                    path, row["verdict"], row["quotes"], id=f"{path.stem}: {row['verdict']} {row['quotes'][0]}"
                )
            )
    return rows


@pytest.mark.parametrize(("path", "verdict", "quotes"), expectations())
def test_expected_fact(path: Path, verdict: str, quotes: list[str]) -> None:
    _, report = checked(path)
    claims = report.claim_by_id()
    said = [(f.verdict, [claims[c].location.quote for c in f.claims]) for f in report.facts]
    assert any(v == verdict and all(any(q in quote for quote in found) for q in quotes) for v, found in said), said


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_nothing_else_conflicts(path: Path) -> None:
    story, report = checked(path)
    expected = [row["quotes"] for row in story.get("expect", ()) if row["verdict"] == "conflict"]
    claims = report.claim_by_id()
    for fact in report.facts:
        if fact.verdict == "conflict":
            found = [claims[c].location.quote for c in fact.claims]
            assert any(all(any(q in quote for quote in found) for q in quotes) for quotes in expected), (
                fact.reason,
                found,
            )


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_the_order_of_articles_changes_nothing(path: Path) -> None:
    story, report = checked(path)
    again = cross_check([Article.from_text(**row) for row in reversed(story["article"])])
    assert again.to_dict() == report.to_dict()


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_a_story_against_itself_has_one_origin_each(path: Path) -> None:
    story, _ = checked(path)
    row = story["article"][0]
    report = cross_check([Article.from_text(**row), Article.from_text(**row | {"id": "twin"})])
    assert {f.verdict for f in report.facts} <= {"single-source"}
