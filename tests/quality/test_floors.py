"""Quality on stories of our own writing: recall and precision of each verdict, with floors that cannot be lowered silently.

Each story holds articles and the facts that an editor would expect of them, planted and natural ones. The stories in `stories` serve to find
what is missed; those in `unseen` were written before such work and measure what it is worth elsewhere. A floors file beside each folder holds
what was once reached, and a digest of the stories: a change of either must be refreshed (`VERIFY_REFRESH=1 pytest tests/quality`), and a refresh
refuses to lower a floor.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check

HERE = Path(__file__).parent
SETS = {name: sorted((HERE / name).glob("*.toml")) for name in ("stories", "unseen")}
FLOORS = {"stories": HERE / "floors.toml", "unseen": HERE / "unseen.toml"}
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


def measure(paths: Sequence[Path] = SETS["stories"]) -> dict[str, dict[str, float]]:
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


def digest(name: str) -> str:
    return sha256(b"\0".join(p.read_bytes() for p in SETS[name])).hexdigest()[:16]


def floors(name: str) -> dict[str, Any]:
    return tomllib.loads(FLOORS[name].read_text(encoding="utf-8"))


def written(name: str, figures: dict[str, dict[str, float]]) -> str:
    rows = [f"[{v}]\nrecall = {f['recall']}\nprecision = {f['precision']}\n" for v, f in figures.items()]
    return f'digest = "{digest(name)}"\n\n' + "\n".join(rows)


def lowered(old: dict[str, Any], new: dict[str, dict[str, float]]) -> list[str]:
    return [
        f"{v} {name}: {f[name]}, expected at least {old[v][name]}"
        for v, f in new.items()
        for name in f
        if f[name] < old[v][name]
    ]


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    figures = measure(SETS[name])
    if os.environ.get("VERIFY_REFRESH") and not (FLOORS[name].exists() and lowered(floors(name), figures)):
        FLOORS[name].write_text(written(name, figures), encoding="utf-8")
    assert lowered(floors(name), figures) == []


@pytest.mark.parametrize("name", SETS)
def test_the_floors_are_those_of_these_stories(name: str) -> None:
    assert floors(name)["digest"] == digest(name)


def test_a_lower_figure_is_told() -> None:
    figures = {v: {"recall": 0.0, "precision": 0.0} for v in MEASURED}
    assert len(lowered({v: {"recall": 50.0, "precision": 50.0} for v in MEASURED}, figures)) == 2 * len(MEASURED)


def test_the_stories_are_many_and_expect_much() -> None:
    assert len(STORIES) >= FEWEST_STORIES
    assert sum(len(checked(p)[0]) for p in STORIES) >= FEWEST_FACTS


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_what_is_expected_stands_in_the_articles(path: Path) -> None:
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    assert 3 <= len(story["article"]) <= 6
    texts = " ".join(row["text"] for row in story["article"])
    assert all(q in texts for row in story["expect"] for q in row["quotes"])
