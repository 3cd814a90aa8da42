"""Which claims may be held against each other."""

from __future__ import annotations

import pytest

from verify import Article, cross_check


def verdicts(left: str, right: str, *, day: str | None = None) -> set[str]:
    report = cross_check(
        [Article.from_text(id="a", text=left, published=day), Article.from_text(id="b", text=right, published=day)]
    )
    return {fact.verdict for fact in report.facts if fact.kind == "count"}


def test_two_mentions_of_a_victim_are_no_agreement_on_a_number() -> None:
    assert verdicts("The toddler was shot in Leeds on Monday.", "On Monday the toddler was shot in Leeds.") == {
        "single-source"
    }


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("A toddler was shot in Leeds on Monday.", "On Monday one toddler was shot in Leeds.", {"agree"}),
        ("A toddler was shot in Leeds on Monday.", "On Monday a toddler was shot in Leeds.", {"agree"}),
        ("The toddler was shot in Leeds on Monday.", "On Monday two toddlers were shot in Leeds.", {"single-source"}),
    ],
)
def test_a_victim_counts_where_a_number_or_an_article_tells_one(left: str, right: str, verdict: set[str]) -> None:
    assert verdicts(left, right) == verdict


def test_the_wounded_and_the_victims_of_a_shooting_are_counted_together() -> None:
    wounded = "Four people were wounded in a shooting in Leeds on Sunday night, Ann Marsh said."
    assert verdicts(wounded, "Ann Marsh said police found four shooting victims in Leeds on Sunday night.") == {"agree"}
    held = "Ann Marsh said police held four shooting suspects in Leeds on Sunday night."
    assert verdicts(wounded, held) == {"single-source"}


def test_the_last_of_several_is_no_sum_of_the_others() -> None:
    found = verdicts(
        "A fourth man was arrested in Leeds on Monday.", "Two men and a woman were arrested in Leeds on Monday."
    )
    assert found == {"single-source"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three people were killed in Leeds on Monday.", "In 2011, nine people were killed in Leeds."),
        (
            "The doctors vaccinated 400 people on Monday.",
            "The doctors have vaccinated 3,200 people since the outbreak began.",
        ),
        ("Officials evacuated 1,200 people.", "Officials evacuated 700 people from Lorne and 500 people from Tolna."),
        ("In the morning 23 ships were waiting.", "Twelve container ships and five tankers were waiting."),
        ("The county confirmed 48 cases of measles.", "The county confirmed 36 cases of measles among children."),
    ],
)
def test_another_time_or_a_part_does_not_conflict(left: str, right: str) -> None:
    assert "conflict" not in verdicts(left, right, day="2025-02-18")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three people were killed in Leeds.", "Nine people were killed in Leeds on Monday."),
        ("The doctors vaccinated 400 people since Monday.", "The doctors have vaccinated 3,200 people since Monday."),
        ("In the morning 23 ships were waiting.", "In the morning 12 ships were waiting."),
        (
            "Nobody was killed in the crash in Leeds on Monday.",
            "Three people were killed in the crash in Leeds on Monday.",
        ),
        ("Nine people were killed in Leeds in 2011.", "In 2011, eight people were killed in Leeds."),
    ],
)
def test_one_time_and_the_whole_conflict(left: str, right: str) -> None:
    assert "conflict" in verdicts(left, right, day="2025-02-18")


TOLLS = (
    "Police arrested 23 people in Leeds.",
    "After a long night in which shop windows broke and cars burned, 41 people were arrested in Leeds.",
)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2025-02-18", "2025-02-19"), "update"),
        (("2025-02-18", "2025-02-18"), "conflict"),
        (("2025-02-19", "2025-02-18"), "conflict"),
    ],
)
def test_a_growing_figure_is_an_update_in_a_later_article_alone(days: tuple[str, str], found: str) -> None:
    articles = [
        Article.from_text(id=str(n), text=text, published=day)
        for n, (text, day) in enumerate(zip(TOLLS, days, strict=True))
    ]
    assert {f.verdict for f in cross_check(articles).facts if f.kind == "count"} == {found}


def test_a_span_of_reported_months_is_no_measure_of_its_own() -> None:
    left = "Revenue at Orvell in the nine months to September was $4.1 billion, the company in Leeds said."
    right = "Orvell said revenue in the three months to September was $1.4 billion."
    facts = cross_check([Article.from_text(id="a", text=left), Article.from_text(id="b", text=right)]).facts
    assert {f.verdict for f in facts} == {"single-source"}


@pytest.mark.parametrize("numbers", [("Twelve", "Three"), ("Three", "Twelve")])
def test_the_missing_grow_fewer_and_more(numbers: tuple[str, str]) -> None:
    articles = [
        Article.from_text(id=day, text=f"{number} people are missing after the flood in Leeds.", published=day)
        for number, day in zip(numbers, ("2025-02-18", "2025-02-19"), strict=True)
    ]
    assert "update" in {f.verdict for f in cross_check(articles).facts}
