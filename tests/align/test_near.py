from __future__ import annotations

import pytest

from verify import Article, Options, cross_check
from verify.align import near
from verify.pipeline import read_articles

OTHERS = (
    "Twelve people were killed in a fire in Leeds on Monday.",
    "The minister resigned after the vote in Lisbon.",
    "Two people were killed in a flood in Hull on Friday.",
    "Wheat prices rose by four percent in March, traders said.",
)


def test_of_many_articles_the_near_ones_are_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        f"The {thing} in {town} closed after the storm on Monday, the council said."
        for town in "ABCD"
        for thing in ("bridge", "ferry")
    ]
    articles = [Article.from_text(id=f"{i}", text=text) for i, text in enumerate(texts)]
    readings = [reading for reading, _ in read_articles(articles, Options())]
    every = set(near.near_pairs(readings))
    assert len(every) == 28
    monkeypatch.setattr(near, "ALL", 4)
    monkeypatch.setattr(near, "BESIDE", 1)
    some = list(near.near_pairs(readings))
    assert set(some) < every and some == sorted(some) and all(i < j for i, j in some)


def test_copies_are_paired_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "ALL", 1)
    text = "Officials said that nine of the {} miners who were trapped below ground near Velden on Sunday have been rescued."
    articles = [Article.from_text(id="a", text=text.format("40")), Article.from_text(id="z", text=text.format("60"))]
    others = [Article.from_text(id=f"m{i}", text=t) for i, t in enumerate(OTHERS)]
    facts = cross_check([*articles, *others]).facts
    assert any(f.verdict == "conflict" and {"a", "z"} == set(f.origins) for f in facts)
