"""Which claims may be held against each other."""

from __future__ import annotations

import pytest

from verify import Article, cross_check


def verdicts(left: str, right: str) -> set[str]:
    report = cross_check([Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)])
    return {fact.verdict for fact in report.facts if fact.kind == "count"}


def test_two_mentions_of_a_victim_are_no_agreement_on_a_number() -> None:
    assert verdicts("The toddler was shot in Leeds on Monday.", "On Monday the toddler was shot in Leeds.") == {
        "single-source"
    }


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("A toddler was shot in Leeds on Monday.", "On Monday a toddler was shot in Leeds.", "agree"),
        ("The toddler was shot in Leeds on Monday.", "On Monday one toddler was shot in Leeds.", "compatible"),
    ],
)
def test_a_victim_counts_where_a_number_or_an_article_tells_one(left: str, right: str, verdict: str) -> None:
    assert verdicts(left, right) == {verdict}
