from __future__ import annotations

import pytest

from verify.claims.date import KIND
from verify.language.reading import read
from verify.model import Article, Claim, Relation


def claims(text: str) -> list[Claim]:
    return list(KIND.extract(read(Article.from_text(id="a", text=text, published="2014-04-04"))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people were killed on Wednesday.", ("April 2, 2014", "kill")),
        ("Wednesday's attack lasted an hour.", ("April 2, 2014", "attack")),
        ("The organ was made in 1701.", ("1701", "make")),
        ("The vote was put off until May 12.", ("until May 12, 2014", "vote")),
        ("The firm announced job cuts on Wednesday.", ("April 2, 2014", "announce")),
        ("A law is needed before this weekend's cup final.", ("April 5, 2014 – April 6, 2014", "final")),
        ("The firm, whose plant burned on Wednesday, hired two people.", ("April 2, 2014", "burn")),
        ("He was there in 2013.", ("2013", "there")),
        ("In 2012 Oscar winners met.", ("2012", "meet")),
        ("The incident occurred shortly after 1 a.m. at the depot.", ("after 01:00", "occur")),
        ("The bomb exploded at 8 a.m. on Wednesday.", ("April 2, 2014 08:00", "explode")),
        ("The mayor said on Wednesday that it was over.", ("April 2, 2014", "say")),
        ("It was announced on Wednesday that it was over.", ("April 2, 2014", "announce")),
    ],
)
def test_events_have_dates(text: str, expected: tuple[str, str]) -> None:
    assert [(c.value.label(), c.predicate) for c in claims(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She may have been killed.",
        "The strike is to last two days.",
        "The firm told of sales in the three months to March.",
        "“Two people were killed today,” the mayor said.",
        "The boy who was hurt in an accident Monday night has died.",
        "She ran in the 2012 Olympics.",
        "Hosting the 2013 Academy Awards was divisive.",
        "Lund staged Euro 2012.",
    ],
)
def test_no_date_of_an_event(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("A bomb killed two on Wednesday.", "Two were killed on April 2.", "equal"),
        ("A bomb killed two in April.", "Two were killed on April 2.", "contains"),
        ("A bomb killed two on Tuesday.", "Two were killed on April 2.", "disjoint"),
        ("The council met on Thursday (April 2).", "The council met on Wednesday.", "disjoint"),
        ("The council met on Thursday (April 2).", "The council met on April 2.", "equal"),
        ("The ferry sank on Tuesday, April 2.", "The ferry sank on Tuesday.", "equal"),
        ("The ferry sank on Wednesday, April 2.", "The ferry sank on Wednesday.", "equal"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    assert KIND.compare(claims(left)[0], claims(right)[0]) == expected


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The charges were filed on April 2 in Luro.", "charges"),
        ("The charges were filed a third time April 2 in Luro.", None),
        ("The park was closed again on April 2.", None),
    ],
)
def test_one_of_several_times_is_of_nothing_that_another_date_could_contradict(text: str, thing: str | None) -> None:
    assert [c.thing.text if c.thing else None for c in claims(text)] == [thing]


def test_the_same_pointing_words_in_two_papers_do_not_contradict() -> None:
    text = "A bomb killed two people on Wednesday."
    left, right = (
        next(iter(KIND.extract(read(Article.from_text(id="a", text=text, published=day)))))
        for day in ("2014-04-04", "2014-04-11")
    )
    assert KIND.compare(left, right) == "unknown"


def test_a_day_told_with_anothers_weekday_is_named_as_told() -> None:
    (claim,) = claims("The results were read out on Thursday (April 2).")
    assert claim.value.label() == "Thursday, April 2, 2014"
