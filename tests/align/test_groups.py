"""What all claims of two values tell of whether both are of one fact."""

from __future__ import annotations

import pytest

from verify import Article, extract_claims
from verify.align.groups import FAR, LONE, Read, Rivals, find_rivals
from verify.align.levels import OTHERS_SAY, Level, steps_of, weigh_rivals
from verify.model import Relation

CLAIMS = {
    f"{article}{number}": next(c for c in extract_claims(Article.from_text(id=article, text=text)) if c.kind == "count")
    for article in "abc"
    for number, text in ((n, f"The fire killed {n} people in Leeds.") for n in (4, 5, 6))
}


def read(left: str, right: str, bits: float, relation: Relation = "disjoint", *, free: bool = True) -> Read:
    return Read(left=CLAIMS[left], right=CLAIMS[right], bits=bits, relation=relation, open=free)


def only(*reads: Read) -> Rivals:
    (found,) = find_rivals(reads)
    return found


def test_a_pair_by_itself_has_no_second_and_leads() -> None:
    features = only(read("a4", "b5", 1.5)).features
    assert features == {"likeliest": 1.5, "second": 1.5 - LONE, "lead": FAR, "tell_both": 0, "articles": 1}


def test_claims_read_as_equal_speak_together() -> None:
    found = only(read("a4", "b4", 2.0, "equal"), read("a4", "c5", 1.0), read("b4", "c5", -1.0))
    assert [found.features[name] for name in ("likeliest", "second", "articles")] == [1.0, -1.0, 2]
    assert {frozenset(c.id for c in side) for side in found.sides} == {
        frozenset((CLAIMS["a4"].id, CLAIMS["b4"].id)),
        frozenset((CLAIMS["c5"].id,)),
    }


def test_an_equal_value_of_another_fact_makes_no_group() -> None:
    assert len(list(find_rivals([read("a4", "b4", 0.0, "equal"), read("a4", "c5", 1.0), read("b4", "c5", -1.0)]))) == 2


def test_a_likelier_claim_of_the_same_article_takes_the_lead() -> None:
    found = {tuple(p.ids for p in r.pairs): r for r in find_rivals([read("a4", "b5", 1.0), read("a4", "b6", 2.5)])}
    leads = {CLAIMS["b5"].id: -1.5, CLAIMS["b6"].id: 1.5}
    assert {pairs[0][1]: r.features["lead"] for pairs, r in found.items()} == leads


def test_a_claim_of_another_article_takes_no_lead() -> None:
    assert {r.features["lead"] for r in find_rivals([read("a4", "b5", 1.0), read("a4", "c6", 2.5)])} == {FAR}


def test_an_article_that_tells_both_is_counted() -> None:
    found = only(read("a4", "b4", 2.0, "equal"), read("a4", "c5", 1.0), read("c5", "a5", 2.0, "equal"))
    assert found.features["tell_both"] == 1


@pytest.mark.parametrize("other", [read("b4", "c5", 1.0, "overlaps"), read("b4", "c5", 1.0, "contains")])
def test_values_that_meet_anywhere_are_no_rivals(other: Read) -> None:
    assert not list(find_rivals([read("a4", "b4", 2.0, "equal"), read("a4", "c5", 3.0), other]))


def test_a_stated_slot_that_differs_everywhere_makes_no_rivals() -> None:
    assert not list(find_rivals([read("a4", "b5", 3.0, free=False)]))


def test_the_likeliest_pair_is_one_whose_slots_agree() -> None:
    equal = read("a4", "b4", 2.0, "equal")
    assert only(equal, read("a4", "c5", 3.0, free=False), read("b4", "c5", 1.0)).features["likeliest"] == 1.0


def test_the_shown_steps_come_to_the_evidence() -> None:
    levels = (Level.ONE_KIND, Level.SAME_EVENT_WORD, Level.MEANT_AS_ONE)
    bits = weigh_rivals(only(read("a4", "b5", 1.5)).features)
    steps = steps_of(levels, fitted=True, evidence=bits)
    assert steps[-1].label == OTHERS_SAY
    assert sum(s.weight for s in steps) == pytest.approx(bits, abs=0.001)


def test_more_that_say_it_and_less_that_tell_both_weigh_more() -> None:
    features = only(read("a4", "b5", 1.5)).features
    assert (
        weigh_rivals({**features, "articles": 3}) > weigh_rivals(features) > weigh_rivals({**features, "tell_both": 1})
    )
