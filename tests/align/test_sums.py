"""Parts told as a list add up to the whole of another article, where they make it exactly."""

from __future__ import annotations

import pytest

from verify import Article, cross_check
from verify.align.describe import describe
from verify.align.described import Described
from verify.align.setting import ALONE
from verify.align.sums import Trial, refused
from verify.claims import extract, kind_of
from verify.language.reading import read

HILLS = "Officials evacuated 700 people from the hills and 500 people from the coast."
SYRIA_IRAQ = "The blasts killed three people in Syria and two people in Iraq."
FATE = "Two people died and three were rescued."
CROWD = "The ferry carried 40 passengers and six crew members."


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


def counts(name: str, text: str) -> list[Described]:
    reading = read(Article.from_text(id=name, text=text))
    return [d for d in describe([reading], [extract(reading)]) if kind_of(d.claim).adds]


@pytest.mark.parametrize(
    ("parts", "whole", "rule"),
    [
        (HILLS, "Officials evacuated 1,200 people.", None),
        (HILLS, "Officials evacuated 1,200 cattle.", "the whole counts what the parts count"),
        (SYRIA_IRAQ, "The blasts killed five people in Syria and Iraq.", None),
        (SYRIA_IRAQ, "The blasts killed five people in Iran.", "the parts cover the scope of the whole"),
        (HILLS, "The blast killed 1,200 people.", "there is a way in which the parts make the whole"),
        (FATE, "Five people died.", "there is a way in which the parts make the whole"),
        (HILLS, "Officials evacuated 1,300 people.", "the whole allows what the parts make"),
        (HILLS, "Officials evacuated more than 1,000 people.", "the parts make just the whole, or do not overlap"),
        (CROWD, "There were 46 people on board the ferry.", None),
    ],
)
def test_the_first_rule_that_fails_refuses_a_sum(parts: str, whole: str, rule: str | None) -> None:
    (told,) = counts("b", whole)
    assert refused(Trial(parts=tuple(counts("a", parts)), whole=told, setting=ALONE)) == rule


def test_a_whole_stands_before_its_parts() -> None:
    first, second, behind = counts("a", HILLS.replace(".", ", 1,200 people in all."))
    trial = Trial(parts=(first, second), whole=behind, setting=ALONE)
    assert refused(trial) == "the whole stands apart from its parts, or before them"


@pytest.mark.parametrize(("year", "rule"), [(2012, None), (2015, "the parts are linked to the whole")])
def test_parts_of_another_time_add_to_no_whole(year: int, rule: str | None) -> None:
    parts = [
        d
        for text in ("Three women died in Iraq in 2012.", "Two women died in Syria in 2012.")
        for d in counts("a", text)
    ]
    (told,) = counts("b", f"Five people died in Syria and Iraq in {year}.")
    assert refused(Trial(parts=tuple(parts), whole=told, setting=ALONE)) == rule


def test_what_a_sum_weighs_is_the_same_on_every_processor() -> None:
    texts = {"a": "Two women and three men died in the fire in Lund.", "b": "Five people died in the fire in Lund."}
    report = cross_check([Article.from_text(id=i, text=t) for i, t in texts.items()])
    weights = [s.weight for f in report.facts for link in f.links if link.relation == "sum" for s in link.steps]
    assert weights
    assert weights == [round(w, 2) for w in weights]
