"""The ladder: every level has a weight, the sum is the link's, and the order of the two claims changes nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify import Article, Link, cross_check
from verify.align import comparison

WEIGHTS = Path(comparison.PATH)


def links(left: str, right: str) -> list[Link]:
    report = cross_check([Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)])
    return [link for fact in report.facts for link in fact.links]


FIRE = "Four people were killed in a fire in Gdansk on Monday."


@pytest.mark.parametrize(
    ("other", "label"),
    [
        ("Four people were killed in a fire in Gdansk on Monday.", "the same sentence"),
        ("Four people were killed in a big fire in Gdansk on Monday.", "nearly the same sentence"),
        ("A fire in Gdansk on Monday caused four deaths.", "same kind of event"),
        ("A Monday fire in Gdansk killed four residents of the house.", "broader thing"),
        ("In Gdansk on Monday, four people were killed by a fire, the city said.", "same place"),
    ],
)
def test_levels(other: str, label: str) -> None:
    assert label in {step.label for link in links(FIRE, other) for step in link.steps}


def test_the_steps_add_up() -> None:
    table = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["level"]
    for link in links(FIRE, "A fire in Gdansk on Monday caused four deaths."):
        assert link.weight == pytest.approx(sum(table[s.label] for s in link.steps))


@pytest.mark.parametrize(
    "other",
    [
        "Four people were arrested in Gdansk on Monday.",
        "Four horses were killed in a fire in Gdansk on Monday.",
        "Four people were killed in a fire in Lagos in May 2003.",
    ],
)
def test_other_facts_are_not_linked(other: str) -> None:
    report = cross_check([Article.from_text(id="a", text=FIRE), Article.from_text(id="b", text=other)])
    counts = [f for f in report.facts if f.kind == "count"]
    assert {f.verdict for f in counts} == {"single-source"}


def test_every_level_of_the_table_is_used() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in Path(comparison.__file__).parent.rglob("*.py"))
    table = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["level"]
    assert [label for label in table if f'"{label}"' not in source] == []
