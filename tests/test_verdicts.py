"""What a fact is called, and why its verdict is what it is, in the words that an editor reads."""

from __future__ import annotations

import pytest

from verify import Article, Fact, cross_check

DEAD = "Two men and one woman were shot dead {} on Monday."
WHOLE = "Three people were shot dead {} on Monday, police said."


def facts(*texts: str) -> list[Fact]:
    return list(
        cross_check([Article.from_text(id=str(i), text=t, published="2024-05-06") for i, t in enumerate(texts)]).facts
    )


def told_on(days: tuple[int, ...], *texts: str, kind: str) -> list[str]:
    """Return the verdicts of the facts of one kind in articles of days of May."""
    articles = [
        Article.from_text(id=str(i), text=t, published=f"2024-05-0{d}")
        for i, (t, d) in enumerate(zip(texts, days, strict=True))
    ]
    return [f.verdict for f in cross_check(articles).facts if f.kind == kind]


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("near Marlow", "2 men near Marlow + 1 woman near Marlow make 3 people near Marlow"),
        ("in Peru", "2 men in Peru + 1 woman in Peru make 3 people in Peru"),
        ("on Oak Street", "2 men on Oak Street + 1 woman on Oak Street make 3 people on Oak Street"),
    ],
)
def test_a_sum_says_where_with_one_preposition(where: str, reason: str) -> None:
    assert reason in [f.reason for f in facts(DEAD.format(where), WHOLE.format(where))]


def test_a_person_is_called_by_the_fullest_name_of_any_source() -> None:
    found = facts("Tom Prado, 34, left. Ann Lee stayed.", "Tom A. Prado, 34, left. Ann Lee stayed.")
    assert {"Age of Tom A. Prado", "Name of Tom A. Prado", "Name of Ann Lee"} <= {f.label for f in found}


def test_a_name_or_a_quotation_told_less_fully_is_agreed_on() -> None:
    found = facts(
        "“We saw nothing until the wall fell, and then we ran,” said Tom Prado.",
        "“We saw nothing until the wall fell,” Prado said. Prado left on Monday.",
    )
    told = {f.kind: f.verdict for f in found}
    assert told["quote"] == told["person"] == "agree"
    assert "one tells it less fully" in {f.reason.rpartition(": ")[2] for f in found}


def test_two_roles_that_say_nothing_of_each_other_are_not_called_vaguer() -> None:
    found = facts("Ann Prado, a lawyer, left. Tom Lee stayed.", "Ann Prado, a singer, left. Tom Lee stayed.")
    (role,) = (f for f in found if f.label == "Role of Ann Prado")
    assert role.verdict == "compatible"
    assert role.reason == "0 says lawyer, and 1 says singer: all of it can be true"


def test_one_victim_without_a_number_is_told_of_by_the_words_of_each_source() -> None:
    found = facts("The fire in Leeds killed a guard on Sunday.", "A guard died on Sunday in the fire in Leeds.")
    assert "0 and 1 tell of the same one: guard" in [f.reason for f in found if f.kind == "count"]
    found = facts("The fire in Leeds killed one guard on Sunday.", "One guard died on Sunday in the fire in Leeds.")
    assert "0 and 1 say 1" in [f.reason for f in found if f.kind == "count"]


def test_the_age_of_a_relative_is_no_part_of_what_he_is_called() -> None:
    found = facts(
        "Tom Lee shot his 16-year-old nephew on Friday in Luro.", "Tom Lee shot his nephew on Friday in Luro."
    )
    assert "Tom Lee shot his nephew on … in Luro" in {f.label for f in found if f.kind == "date"}


def test_an_event_that_two_sources_name_is_no_fact_without_a_number() -> None:
    left = "The rocket attack hit a base near Leeds on Sunday, Ann Marsh said."
    right = "Ann Marsh spoke of the rocket attack on the base near Leeds on Sunday."
    assert not [f for f in facts(left, right) if f.kind == "event"]
    numbered = facts(left, right.replace("the rocket attack", "30 rockets in the attack"))
    assert {f.kind for f in numbered} >= {"count"}


@pytest.mark.parametrize(
    ("early", "late", "days", "verdict"),
    [
        ("At least 82 people were hurt in the crush.", "The crush left 133 people hurt.", (5, 6), "update"),
        ("At least 82 people were hurt in the crush.", "The crush left 133 people hurt.", (6, 6), "compatible"),
        ("At least 82 people were hurt in the crush.", "The crush left 133 people hurt.", (6, 5), "compatible"),
        ("More than 80 people were hurt in the crush.", "The crush left 83 people hurt.", (5, 6), "compatible"),
        ("At least 20 ships waited off the port.", "A line of 26 ships waited off the port.", (5, 6), "update"),
        ("At least 82 people were hurt in the crush.", "The crush left at least 90 people hurt.", (5, 6), "update"),
    ],
)
def test_who_said_at_least_was_still_counting(early: str, late: str, days: tuple[int, int], verdict: str) -> None:
    assert told_on(days, early, late, kind="count") == [verdict]


@pytest.mark.parametrize(
    ("early", "late", "days", "verdict"),
    [
        (
            "The collection for the school has brought in $186,000.",
            "The collection for the school has brought in $412,000.",
            (5, 6),
            "update",
        ),
        (
            "The collection for the school has brought in $186,000.",
            "The collection for the school has brought in $412,000.",
            (6, 6),
            "conflict",
        ),
        (
            "The collection for the school has brought in $412,000.",
            "The collection for the school has brought in $186,000.",
            (5, 6),
            "conflict",
        ),
    ],
)
def test_a_greater_sum_of_a_later_day_has_grown(early: str, late: str, days: tuple[int, int], verdict: str) -> None:
    assert told_on(days, early, late, kind="money") == [verdict]


def test_patients_go_home() -> None:
    early, late = "Eleven people are being treated in hospital.", "Four people are being treated in hospital."
    assert told_on((5, 6), early, late, kind="count") == ["update"]
    assert told_on((6, 6), early, late, kind="count") == ["conflict"]


def test_counted_on_from_at_least_beside_another_bound() -> None:
    texts = (
        "At least 65 people were killed in the quake.",
        "At least sixty-five people were killed in the quake.",
        "The quake killed 75 people.",
        "The quake killed up to 120 people.",
    )
    assert "update" in told_on((5, 5, 6, 6), *texts, kind="count")


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The dam at Luro burst on Monday morning.", "The dam at Luro burst on Monday evening.", False),
        ("The dam at Luro burst on Monday morning.", "The dam at Luro burst on Sunday evening.", True),
    ],
)
def test_two_parts_of_one_day_are_no_contradiction(left: str, right: str, *, apart: bool) -> None:
    assert ("conflict" in {f.verdict for f in facts(left, right) if f.kind == "date"}) is apart


def test_a_day_with_anothers_weekday_contradicts_those_who_tell_the_weekday() -> None:
    left = "The agency announced the result of the test at a briefing on Tuesday (May 6)."
    dates = [f for f in facts(left, left.replace("Tuesday (May 6)", "Monday")) if f.kind == "date"]
    assert {f.verdict for f in dates} == {"conflict"}
    same = facts(left, left.replace("Tuesday (May 6)", "May 6"))
    assert "conflict" not in {f.verdict for f in same}


@pytest.mark.parametrize(
    ("numbers", "text", "kind", "verdict"),
    [
        ("90,000 105,000 111,000", "The fire has burned {} acres.", "measure", "update"),
        ("410 530 610", "The flood drove {} people out.", "count", "update"),
        ("36 31 22", "The strike has idled {} trams.", "count", "update"),
        # A number that comes back was never left behind, and two are no steps.
        ("90,000 105,000 90,000", "The fire has burned {} acres.", "measure", "conflict"),
        ("90,000 111,000 105,000", "The fire has burned {} acres.", "measure", "conflict"),
        ("90,000 105,000", "The fire has burned {} acres.", "measure", "conflict"),
    ],
)
def test_three_numbers_that_rise_or_fall_from_day_to_day_are_one_that_moves(
    numbers: str, text: str, kind: str, verdict: str
) -> None:
    texts = [f"A report from Elsham. {text.format(n)}" for n in numbers.split()]
    assert [v for v in told_on((5, 6, 7)[: len(texts)], *texts, kind=kind) if v != "single-source"] == [verdict]


@pytest.mark.parametrize(("last", "verdict"), [("five", "conflict"), ("nine", "update")])
def test_a_number_that_comes_back_was_not_left_behind(last: str, verdict: str) -> None:
    texts = [f"The landslide near Elsham killed {n} people." for n in ("five", "seven", last)]
    assert told_on((1, 5, 9), *texts, kind="count") == [verdict]
