from __future__ import annotations

import pytest

from verify import cross_check
from verify.claims.rank import KIND, hidden
from verify.language.reading import read
from verify.model import Article, Claim


def claims(text: str) -> list[Claim]:
    return list(KIND.extract(read(Article.from_text(id="a", text=text, published="2025-11-21"))))


@pytest.mark.parametrize(
    ("text", "expected", "masked"),
    [
        ("Berg finished third.", "3rd", "[MASK]"),
        ("It was her 11th victory.", "11th", "[MASK] victory"),
        ("It is the second-largest supplier.", "2nd", "[MASK]"),
        ("It was career win No. 10.", "10th", "[MASK]"),
        ("She is the first woman mayor.", "1st", "[MASK] woman mayor"),
        ("The twenty-first edition began.", "21st", "[MASK] edition"),
        ("The shot fell in the 112th minute.", "112th", "[MASK] minute"),
        ("She won her second Oscar.", "2nd", "[MASK] Oscar"),
        ("It was a third World Cup for Anna Berg.", "3rd", "[MASK] World Cup"),
        ("Anna Berg took her fourth Norvale title.", "4th", "[MASK] Norvale title"),
    ],
)
def test_ranks(text: str, expected: str, masked: str) -> None:
    (claim,) = claims(text)
    assert (claim.value.label(), hidden(claim)) == (expected, masked)


@pytest.mark.parametrize(
    "text",
    [
        "It opened on the 14th of May.",
        "A third of the crew left.",
        "They met for the first time.",
        "It was first reported in Lund.",
        "He was a second late.",
        "There were 14 of them.",
        "She hosted the 79th Academy Awards.",
        "The 58th Super Bowl drew a crowd.",
        "The 5th Party Congress opened in Lund.",
        "The 12th annual Tin Whistle Awards were handed out.",
        "The 9th Circuit ruled against the mine.",
    ],
)
def test_days_shares_units_and_parts_of_names_are_no_ranks(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        ("In Lund, it was the fourth win of the season for Anna Berg.", "agree"),
        ("In Lund, it was the sixth win of the season for Anna Berg.", "conflict"),
    ],
)
def test_one_row_in_two_articles(right: str, verdict: str) -> None:
    left = "Anna Berg took her fourth win of the season in Lund."
    texts = {"a": left, "b": right}
    report = cross_check([Article.from_text(id=i, text=t, published="2025-11-21") for i, t in texts.items()])
    assert [f.verdict for f in report.facts if f.kind == "rank"] == [verdict]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Anna Berg won her fourth title.", "Anna Berg won her tenth race.", False),
        ("It was the third strike of the year.", "It was the fifth election of the year.", False),
        ("It was the firm's second loss.", "It was the firm's third loss.", True),
        ("Anna Berg won her fourth title.", "Anna Berg took her fourth crown.", True),
        ("It was her fourth win.", "It was her sixth victory.", True),
    ],
)
def test_places_in_two_rows_are_not_held_against_each_other(left: str, right: str, expected: bool) -> None:
    (one,), (other,) = claims(left), claims(right)
    assert KIND.meets(one, other) is expected
