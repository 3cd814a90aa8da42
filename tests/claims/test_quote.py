from __future__ import annotations

import pytest

from verify.claims.quote import KIND
from verify.language.reading import read
from verify.model import Article, Claim, Relation


def claims(text: str) -> list[Claim]:
    return list(KIND.extract(read(Article.from_text(id="a", text=text))))


def test_a_quotation_points_at_its_words_and_names_its_speaker() -> None:
    text = "“The old bridge will stay open,” Paula Winter said."
    (claim,) = claims(text)
    assert text[claim.location.start : claim.location.end] == claim.location.quote == "The old bridge will stay open,"
    assert (claim.subject, claim.speech.cue, claim.speech.direct) == ("Paula Winter", "say", True)


@pytest.mark.parametrize(
    "text",
    [
        "The “grand” plan failed.",
        "“So be it,” Paula Winter said.",
        "“Dawn and Dusk” will run, Paula Winter said.",
        "Paula Winter said that the bridge stays open.",
    ],
)
def test_no_quotation_to_compare(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The old bridge will stay open until winter", "The old bridge will stay open until winter", "equal"),
        ("The old bridge will stay open until winter", "The old [stone] bridge will stay open until winter", "equal"),
        ("The old bridge will stay open until winter", "The old bridge will stay open", "contains"),
        ("The old bridge will stay open until winter", "The old bridge will not stay open until winter", "disjoint"),
        ("The old bridge will stay open until winter", "Nobody asked the farmers what they need", "unknown"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    a, b = (claims(f"“{words},” Paula Winter said.")[0] for words in (left, right))
    assert KIND.compare(a, b) == expected


def test_a_phrase_is_a_quotation_and_a_title_is_none() -> None:
    assert [c.value.label() for c in claims("She called it “a shame for all of the town”.")] == [
        "“a shame for all of the town”"
    ]
    assert claims("She saw “The Bridge at the River” on stage.") == []


@pytest.mark.parametrize(
    ("speaker", "expected"), [("Paula Winter", "equal"), ("Winter", "equal"), ("Omar Keller", "unknown")]
)
def test_a_few_words_are_one_quotation_where_the_speaker_is_the_same(speaker: str, expected: Relation) -> None:
    (left,) = claims("“A sad day,” Paula Winter said.")
    right = claims(f"Paula Winter and Omar Keller came. “A sad day,” {speaker} said.")[-1]
    assert KIND.compare(left, right) == expected
