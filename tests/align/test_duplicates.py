from __future__ import annotations

import pytest

from verify import Article, Report, cross_check
from verify.align import duplicates

TEXTS = {
    "a": "Twelve people were killed in a fire in Leeds on Monday.",
    "b": "A fire in Leeds killed 12 people on Monday, police said.",
    "c": "On Monday twelve people were killed in a fire in Leeds, the city council said.",
    "d": "Twelve people were killed in a fire in Leeds on Monday, and three men were arrested in York.",
    "e": "Thirteen people were killed in a fire in Leeds on Monday.",
    "f": "Two people were killed in a flood in Hull on Friday.",
}


def check(published: str = "2024-05-07") -> Report:
    return cross_check([Article.from_text(id=i, text=t, published=published) for i, t in TEXTS.items()])


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "LARGE", 0)


def told(report: Report) -> set[tuple[str, frozenset[str]]]:
    return {(f.verdict, frozenset(f.claims)) for f in report.facts}


def test_a_large_story_has_the_facts_of_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = check()
    monkeypatch.setattr(duplicates, "LARGE", 0)
    assert told(check()) == told(small)
    assert {"conflict", "single-source"} <= {f.verdict for f in small.facts}


def test_a_duplicate_is_linked_with_what_it_repeats(large: None) -> None:
    report = check()
    (fact,) = (f for f in report.facts if f.verdict == "conflict" and f.kind == "count")
    assert len({c.article for i in fact.claims if (c := report.claim_by_id()[i])}) == 5
    linked = {i for link in fact.links for i in (link.left, link.right)}
    assert linked == set(fact.claims)


def test_fewer_claims_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    found = duplicates.find_duplicates
    monkeypatch.setattr("verify.pipeline.find_duplicates", lambda *given: seen.append(found(*given)) or seen[-1])
    check()
    assert not seen[0].comparisons
    monkeypatch.setattr(duplicates, "LARGE", 0)
    check()
    assert len(seen[1].representatives) + len(seen[1].comparisons) == len(seen[0].representatives)
    assert len(seen[1].comparisons) >= 3
