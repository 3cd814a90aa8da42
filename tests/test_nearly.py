"""Values that differ, perhaps of one fact: what an editor looks at though it is no conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.samples import claim
from verify.align import Comparison
from verify.align.described import Described
from verify.model import Article, Claim, Fact, Link, NearMiss, Step
from verify.nearly import near_misses
from verify.values.extent import interval

LEFT, RIGHT = (
    Article(id=i, text=f"The mill employs {n} people. It has {n} looms.", origin=i) for i, n in (("a", 4), ("b", 7))
)


def pair(weight: float, *, quote: str = "people", **more: bool) -> Comparison:
    left, right = (
        replace(claim(a, f"{n} {quote}", interval(n)), negated=more.get("negated", False) and n == 4)
        for a, n in ((LEFT, 4), (RIGHT, 7))
    )
    steps = (Step(label="same thing", weight=weight),)
    link = Link(left=left.id, right=right.id, steps=steps, relation="disjoint")
    a, b = (Described(claim=c, text="", words=(), names=frozenset()) for c in (left, right))
    return Comparison(left=a, right=b, levels=(), link=link, margin=weight, firm=more.get("firm", False))


def alone(c: Claim) -> Fact:
    return Fact(kind="count", label="", verdict="single-source", reason="", claims=(c.id,), origins=(c.article,))


def found(*comparisons: Comparison, joined: bool = False) -> tuple[NearMiss, ...]:
    claims = [d.claim for c in comparisons for d in (c.left, c.right)]
    facts = [alone(c) for c in claims]
    if joined:
        facts = [replace(facts[0], claims=tuple(c.id for c in claims[:2]))]
    return near_misses(comparisons, facts, {c.id: c for c in claims}, (LEFT, RIGHT))


def test_the_likeliest_pair_comes_first_with_who_says_what() -> None:
    first, second = found(pair(0.5, quote="looms"), pair(2.0))
    assert first.link.weight == 2.0 and second.link.weight == 0.5
    assert first.reason == "a says 4, and b says 7"


@pytest.mark.parametrize("more", [{"firm": True}, {"negated": True}])
def test_what_is_a_conflict_already_and_a_mere_denial_are_none(more: dict[str, bool]) -> None:
    assert found(pair(1.0, **more)) == ()


def test_what_one_fact_holds_is_compared_already() -> None:
    assert found(pair(1.0), joined=True) == ()


def test_copies_of_one_text_do_not_miss_each_other() -> None:
    one = pair(1.0)
    claims = {d.claim.id: d.claim for d in (one.left, one.right)}
    copies = (LEFT, replace(RIGHT, origin="a"))
    assert near_misses([one], [alone(c) for c in claims.values()], claims, copies) == ()
