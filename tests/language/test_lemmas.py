from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.lemmas import apply_rule, choose_lemma, edit_rule

WORD = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=15)


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("cities", "city", "3+y"),
        ("Strikes", "strike", "1+"),
        ("Iraq", "Iraq", "=0+"),
        ("was", "be", "3+be"),
        ("KILLED", "kill", "2+"),
    ],
)
def test_edit_rule(form: str, lemma: str, rule: str) -> None:
    assert edit_rule(form, lemma) == rule
    assert apply_rule(form, rule) == lemma


@given(WORD, WORD)
def test_a_rule_gives_back_the_lemma(form: str, lemma: str) -> None:
    if len(form.lower()) == len(form):
        assert apply_rule(form, edit_rule(form, lemma)) == lemma


@given(WORD, st.integers(0, 30))
def test_a_rule_that_cuts_too_much_changes_nothing(form: str, cut: int) -> None:
    if cut > len(form.lower()):
        assert apply_rule(form, f"{cut}+x") == form.lower()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("vaccinated", "vaccinate"), ("collided", "collide"), ("scuffled", "scuffle"), ("airlifted", "airlift")],
)
def test_what_is_left_of_an_unknown_verb_can_be_spelled(form: str, lemma: str) -> None:
    assert choose_lemma(form, upos="VERB", xpos="VBD", rules=["2+", "1+"], seen={}, known=()) == lemma
