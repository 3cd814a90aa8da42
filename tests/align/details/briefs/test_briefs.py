"""Briefs held against their article: what they have otherwise is a conflict, what they leave out or round is none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check
from verify.align import lay_out
from verify.options import Options
from verify.pipeline import read_articles

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
DAY = "2021-02-05"


def sides(brief: str, day: str = DAY) -> list[Article]:
    return [
        Article.from_text(id="article", text=CASES["article"], published=DAY),
        Article.from_text(id="brief", text=brief, published=day),
    ]


def found(brief: str) -> list[list[str]]:
    report = cross_check(sides(brief))
    claims = report.claim_by_id()
    conflicts = ([claims[c] for c in f.claims] for f in report.facts if f.verdict == "conflict")
    return [[c.location.quote for c in sorted(f, key=lambda c: c.article)] for f in conflicts]


@pytest.mark.parametrize("case", CASES["differ"], ids=[c["name"] for c in CASES["differ"]])
def test_what_a_brief_has_otherwise_is_a_conflict(case: dict[str, Any]) -> None:
    quotes = found(case["brief"])
    assert any(all(any(w in q for q in pair) for w in case["words"]) for pair in quotes), quotes


@pytest.mark.parametrize("case", CASES["silent"], ids=[c["name"] for c in CASES["silent"]])
def test_what_the_article_bears_out_stays_silent(case: dict[str, Any]) -> None:
    assert found(case["brief"]) == []


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        (CASES["silent"][0]["brief"], True),
        ("A ferry ran aground off Crete on Monday. Nobody was hurt, the coast guard in Athens said.", False),
        (CASES["article"], False),
    ],
    ids=["of the article", "of another event", "the article again"],
)
def test_a_brief_is_short_and_its_words_are_the_articles(text: str, brief: bool) -> None:
    read = read_articles(sides(text), Options())
    readings, claims = [r for r, _ in read], [own for _, own in read]
    assert lay_out(readings, claims).setting.briefs == ({("brief", "article")} if brief else set())


@pytest.mark.parametrize(("day", "verdict"), [(DAY, "conflict"), ("2021-02-09", "update"), ("2021-02-02", "conflict")])
def test_a_later_brief_may_have_the_later_toll(day: str, verdict: str) -> None:
    facts = cross_check(sides(CASES["differ"][0]["brief"], day)).facts
    assert [f.verdict for f in facts if f.verdict in {"conflict", "update"}] == [verdict]
