from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.inflection import infinitive

PAST = {
    "indicted": "indict",
    "inflicted": "inflict",
    "obstructed": "obstruct",
    "arraigned": "arraign",
    "recanted": "recant",
    "impeached": "impeach",
    "brandished": "brandish",
    "unsealed": "unseal",
    "grazed": "graze",
    "chided": "chide",
    "colluded": "collude",
    "waived": "waive",
    "joked": "joke",
    "stared": "stare",
    "ranted": "rant",
    "certified": "certify",
    "died": "die",
    "gunned": "gun",
    "nodded": "nod",
    "spilled": "spill",
    "kissed": "kiss",
    "vaccinated": "vaccinate",
    "evacuated": "evacuate",
    "prosecuted": "prosecute",
    "juggled": "juggle",
    "merged": "merge",
    "offered": "offer",
    "abandoned": "abandon",
    "endured": "endure",
    "appeared": "appear",
    "sustained": "sustain",
    "agreed": "agree",
}


@pytest.mark.parametrize(("form", "verb"), PAST.items())
def test_spelling_tells_the_infinitive_of_a_past_form(form: str, verb: str) -> None:
    assert infinitive(form, "VBD", ()) == verb


@pytest.mark.parametrize(
    ("form", "xpos", "verb"),
    [
        ("inflicting", "VBG", "inflict"),
        ("typing", "VBG", "type"),
        ("ousting", "VBG", "oust"),
        ("lunges", "VBZ", "lunge"),
        ("clashes", "VBZ", "clash"),
        ("harks", "VBZ", "hark"),
        ("denies", "VBZ", "deny"),
    ],
)
def test_so_of_other_forms(form: str, xpos: str, verb: str) -> None:
    assert infinitive(form, xpos, ()) == verb


@pytest.mark.parametrize(
    ("form", "known", "verb"),
    [
        ("invited", {"invite"}, "invite"),
        ("visited", {"visit"}, "visit"),
        ("controlled", {"control"}, "control"),
        ("ranged", {"range"}, "range"),
        ("refiled", {"file"}, "refile"),
        ("reunited", {"unite"}, "reunite"),
    ],
)
def test_known_verbs_decide_where_spelling_does_not(form: str, known: set[str], verb: str) -> None:
    assert infinitive(form, "VBN", known) == verb


@pytest.mark.parametrize(
    ("form", "xpos"), [("red", "VBD"), ("ran", "VBD"), ("run", "VB"), ("ed", "VBD"), ("ss", "VBZ")]
)
def test_other_words_are_left_alone(form: str, xpos: str) -> None:
    assert infinitive(form, xpos, ()) is None


@given(st.text(alphabet="abeilnstuyz'-", max_size=9), st.sampled_from(["VBD", "VBG", "VBZ", "VB"]))
def test_any_form_is_read(stem: str, xpos: str) -> None:
    for ending in ("ed", "ing", "s", "ied"):
        infinitive(stem + ending, xpos, ())
