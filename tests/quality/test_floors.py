"""Quality on stories of our own writing: recall and precision of each verdict, with floors that cannot be lowered silently.

Each story holds articles and the facts that an editor would expect of them, planted and natural ones. The stories in `stories` serve to find
what is missed; those in `unseen` were written before such work and measure what it is worth elsewhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check

from .floors import Figures, digest, floors, lowered, shortfalls

HERE = Path(__file__).parent
SETS = {name: sorted((HERE / name).glob("*.toml")) for name in ("stories", "unseen")}
STORIES = [path for paths in SETS.values() for path in paths]
LISTED = ("conflict", "update", "agree-by-sum")
"""Verdicts of which a story lists every fact; of the others only those that matter."""
MEASURED = (*LISTED, "agree", "compatible")
FEWEST_STORIES, FEWEST_FACTS = 10, 60

Found = tuple[str, tuple[str, ...]]


@cache
def checked(path: Path) -> tuple[list[dict[str, Any]], list[Found]]:
    """Return what a story expects and the facts found, each with the quotations of its claims."""
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    report = cross_check([Article.from_text(**row) for row in story["article"]])
    claims = report.claim_by_id()
    return story["expect"], [(f.verdict, tuple(claims[c].location.quote for c in f.claims)) for f in report.facts]


def holds(quotes: list[str], fact: Found) -> bool:
    return all(any(q in said for said in fact[1]) for q in quotes)


def measure(paths: Sequence[Path] = SETS["stories"]) -> Figures:
    """Return recall and precision by verdict over stories, in percent."""
    tally = {v: {"expected": 0, "hit": 0, "told": 0, "right": 0} for v in MEASURED}
    for path in paths:
        expected, facts = checked(path)
        for row in expected:
            tally[row["verdict"]]["expected"] += 1
            tally[row["verdict"]]["hit"] += any(v == row["verdict"] and holds(row["quotes"], (v, q)) for v, q in facts)
        for fact in facts:
            known = [row["verdict"] for row in expected if holds(row["quotes"], fact)]
            if fact[0] in LISTED or (known and fact[0] in MEASURED):
                tally[fact[0]]["told"] += 1
                tally[fact[0]]["right"] += fact[0] in known
    return {
        v: {
            "recall": round(100 * t["hit"] / max(t["expected"], 1), 1),
            "precision": round(100 * t["right"] / max(t["told"], 1), 1),
        }
        for v, t in tally.items()
    }


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    assert shortfalls(name, measure(SETS[name]), SETS[name]) == []


@pytest.mark.parametrize("name", SETS)
def test_the_floors_are_those_of_these_stories(name: str) -> None:
    assert floors()[name]["digest"] == digest(SETS[name])


def test_a_lower_figure_is_told() -> None:
    figures = {v: {"recall": 0.0, "precision": 0.0} for v in MEASURED}
    assert len(lowered({v: {"recall": 50.0, "precision": 50.0} for v in MEASURED}, figures)) == 2 * len(MEASURED)


def test_a_refresh_raises_a_floor_and_refuses_to_lower_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{floors.__module__}.FLOORS", tmp_path / "floors.toml")
    monkeypatch.setenv("VERIFY_REFRESH", "1")
    (tmp_path / "floors.toml").write_text('[other]\ndigest = "0"\n', encoding="utf-8")
    assert shortfalls("set", {"group": {"share": 50.0}}, STORIES) == []
    assert shortfalls("set", {"group": {"share": 60.0}}, STORIES) == []
    assert shortfalls("set", {"group": {"share": 55.0}}, STORIES) == ["group share: 55.0, expected at least 60.0"]
    assert floors() == {"other": {"digest": "0"}, "set": {"digest": digest(STORIES), "group": {"share": 60.0}}}


def test_the_stories_are_many_and_expect_much() -> None:
    assert len(STORIES) >= FEWEST_STORIES
    assert sum(len(checked(p)[0]) for p in STORIES) >= FEWEST_FACTS


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_what_is_expected_stands_in_the_articles(path: Path) -> None:
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    assert 3 <= len(story["article"]) <= 6
    texts = " ".join(row["text"] for row in story["article"])
    assert all(q in texts for row in story["expect"] for q in row["quotes"])
