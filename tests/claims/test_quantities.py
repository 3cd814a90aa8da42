from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify import Article, extract_claims
from verify.claims.quantity.numerals import numerals
from verify.claims.quantity.written import written
from verify.model import Claim

CASES = tomllib.loads((Path(__file__).parent / "quantities.toml").read_text(encoding="utf-8"))
KINDS = {"count", "measure", "money", "percent", "age"}


def quantities(text: str) -> list[Claim]:
    return [c for c in extract_claims(Article.from_text(id="a", text=text)) if c.kind in KINDS]


def told(claim: Claim) -> dict[str, str | None]:
    return {
        "kind": claim.kind,
        "quote": claim.location.quote,
        "label": claim.value.label(),
        "thing": claim.thing.text if claim.thing else None,
        "subject": claim.subject,
        "predicate": claim.predicate,
    }


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"])
def test_what_a_sentence_states(case: dict[str, Any]) -> None:
    found = [told(c) for c in quantities(case["text"])]
    expected = sorted(case["claims"], key=lambda c: (case["text"].index(c["quote"]), c["quote"]))
    assert len(found) == len(expected), found
    for want in expected:
        assert any(want.items() <= got.items() for got in found), (want, found)


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_figures_that_count_nothing(text: str) -> None:
    assert [told(c) for c in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Six miners are feared dead.", "possible"),
        ("Two sailors were presumed drowned.", "possible"),
        ("Four guests are believed to have died in the fire.", "possible"),
        ("A sailor is thought to have been killed.", "possible"),
        ("Two miners are dead and 6 presumed dead.", "possible"),
        ("Three people, believed to be tourists, were killed.", "asserted"),
        ("Two officers were killed, fearing nothing.", "asserted"),
        ("Police found two hikers dead.", "asserted"),
    ],
)
def test_who_is_presumed_dead_is_not_told_to_be(text: str, modality: str) -> None:
    assert [c.modality for c in quantities(text)][-1] == modality


NUMBERS = [
    ("twelve hundred", 1200), ("two hundred and two thousand", 202_000), ("twenty-one trillion three hundred", 21_000_000_000_300),
    ("half a dozen", 6), ("half a million", 500_000), ("three and a half million", 3_500_000), ("2.9 million", 2_900_000),
    ("1.5bn", 1_500_000_000), ("$7.25m", 7_250_000), ("10 1/2", 10.5), ("2½", 2.5), ("minus-130", -130), ("$-50.8bn", -50_800_000_000),
    ("two point five", 2.5), ("a hundred", 100), ("two dozen", 24), ("a third of", 1 / 3), ("three-quarters of", 0.75),
    ("one in five people", 0.2), ("nine out of 10 people", 0.9), ("10k", 10_000), ("threefold", 3), ("no one", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numerals(text: str, number: float) -> None:
    found = list(numerals(text))
    assert [n.number for n in found] == [pytest.approx(number)]


ABSURD = ["1,2,3,4 people", "½½ people", "٣٤ people", "1" + "0" * 400 + " people", "10^400 people", "9" * 1_000_000, "1e999 people",
          "one " * 3000, "1,000," * 3000, "$" * 3000, "-" * 3000 + "5", "0.0.0.0.0", "five hundred hundred thousand million people",
          "1/0 of them", "100%%%", "£€$5"]  # fmt: skip


@pytest.mark.parametrize("text", ABSURD, ids=lambda t: t[:20])
def test_absurd_numbers_are_read_or_left(text: str) -> None:
    for amount in written(text):
        assert 0 <= amount.start <= amount.core < amount.stop <= len(text)


@given(st.text(alphabet=st.sampled_from("0123456789.,-–/ $£€%½ abfkmortwnhe:()°'\"\n٣"), max_size=60))
def test_no_text_crashes_the_reading_of_amounts(text: str) -> None:
    for amount in written(text):
        assert text[amount.start : amount.end]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "30 people were killed , 2½ at least $ 5 m % in Iraq and two-thirds of the 1,2,3 (50 km) 31".split()
        ),
        max_size=14,
    )
)
def test_no_sentence_crashes_the_claims(words: list[str]) -> None:
    text = " ".join(words)
    for claim in quantities(text):
        assert text[claim.location.start : claim.location.end] == claim.location.quote
        assert claim.to_dict()["value"]["bound"]


def test_one_claim_for_a_value_said_twice() -> None:
    assert [c.value.label() for c in quantities("The bridge is 31 miles (50 km) long.")] == ["31 miles"]


def test_an_age_goes_to_the_one_person_it_can_be_of() -> None:
    text = (
        "A 20-year-old man was shot and killed on Friday.\n\nJohn Ferrow was shot outside his home, the sheriff said."
    )
    assert {c.subject for c in quantities(text) if c.kind == "age"} == {"John Ferrow"}


def test_an_age_of_one_of_two_people_is_of_nobody_known() -> None:
    text = "A 20-year-old man was shot on Friday.\n\nJohn Ferrow and Paul Tarn were shot outside a bar."
    assert {c.subject for c in quantities(text) if c.kind == "age"} == {None}


def test_numbers_in_quotations_are_read_as_spoken() -> None:
    claim = next(c for c in quantities("“We lost 40 homes in the fire,” the mayor said.") if c.kind == "count")
    assert claim.speech.direct
