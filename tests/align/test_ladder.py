"""The ladder: every level has a weight, the sum is the link's, and the order of the two claims changes nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify import Article, Link, cross_check
from verify.align import levels
from verify.align.levels import Level
from verify.values.atlas import DATA

WEIGHTS = DATA / "weights.toml"


def links(left: str, right: str) -> list[Link]:
    report = cross_check([Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)])
    return [link for fact in report.facts for link in fact.links]


FIRE = "Four people were killed in a fire in Gdansk on Monday."


@pytest.mark.parametrize(
    ("other", "level"),
    [
        ("Four people were killed in a fire in Gdansk on Monday.", Level.SAME_SENTENCE),
        ("Four people were killed in a big fire in Gdansk on Monday.", Level.NEAR_SENTENCE),
        ("A fire in Gdansk on Monday caused four deaths.", Level.SAME_EVENT_KIND),
        ("A Monday fire in Gdansk killed four residents of the house.", Level.BROADER_THING),
        ("In Gdansk on Monday, four people were killed by a fire, the city said.", Level.SAME_PLACE),
    ],
)
def test_levels(other: str, level: Level) -> None:
    assert level.value in {step.label for link in links(FIRE, other) for step in link.steps}


def test_the_steps_add_up() -> None:
    tables = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    for link in links(FIRE, "A fire in Gdansk on Monday caused four deaths."):
        sums = [sum(tables[t].get(Level(s.label).name.lower(), 0.0) for s in link.steps) for t in ("level", "read")]
        assert link.weight in [pytest.approx(s) for s in sums]


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


def test_each_level_has_a_weight_and_is_used() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in Path(levels.__file__).parent.rglob("*.py"))
    tables = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    by_hand = list(tables["level"])
    assert by_hand == [level.name.lower() for level in Level][: len(by_hand)]
    assert set(tables["read"]) <= {level.name.lower() for level in Level}
    assert {level.name.lower() for level in levels.READ} <= set(tables["read"])
    assert [level for level in Level if f"Level.{level.name}" not in source] == []


def test_a_link_has_the_probability_of_its_weight() -> None:
    link = next(k for k in links(FIRE, "A fire in Gdansk on Monday caused four deaths.") if k.relation == "equal")
    assert link.probability == pytest.approx(1 / (1 + 2**-link.weight), abs=0.001)
