"""Parts told as a list add up to the whole of another article, where they make it exactly."""

from __future__ import annotations

import pytest

from verify import Article, cross_check

HILLS = "Officials evacuated 700 people from the hills and 500 people from the coast."


def verdicts(left: str, right: str) -> list[str]:
    report = cross_check([Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)])
    return [fact.verdict for fact in report.facts]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Officials evacuated 1,200 people.", HILLS),
        ("Officials evacuated 1,200 people.", "Officials evacuated 700 people. Later 500 people were evacuated."),
        ("Twenty people were injured in the clashes.", "Six officers and 14 protesters were injured in the clashes."),
        (
            "The government will hire 2,300 teachers and nurses.",
            "The government will hire 1,500 teachers and 800 nurses.",
        ),
        (
            "Seventeen ships were left outside the port.",
            "Twelve container ships and five tankers were waiting at the port.",
        ),
    ],
)
def test_the_items_of_a_list_make_the_whole(whole: str, parts: str) -> None:
    found = verdicts(whole, parts)
    assert "agree-by-sum" in found
    assert "conflict" not in found


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Officials evacuated 1,300 people.", HILLS),
        ("Officials evacuated about 2,000 people.", HILLS),
        ("The government will hire 2,300 teachers.", "The government will hire 1,500 teachers and 800 clerks."),
    ],
)
def test_what_is_no_list_or_makes_another_number_adds_nothing_up(whole: str, parts: str) -> None:
    assert "agree-by-sum" not in verdicts(whole, parts)
