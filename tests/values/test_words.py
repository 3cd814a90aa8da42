from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model import Relation
from verify.values.words import GRADES, Grade, Words, compare, content_words, grade

BRIDGE = "The old bridge will stay open to farm traffic until the new crossing is ready"

CASES: list[tuple[str, str, Grade]] = [
    (BRIDGE, BRIDGE, "exact"),
    (BRIDGE, BRIDGE + ".", "exact"),
    ("We can't leave the harbour town", "We can’t leave the harbor town", "typographic"),
    ("the theatre programme — closed", "the theater program - closed", "typographic"),
    ("We recognise the farmers' anger", "we recognize the farmers’ anger", "typographic"),
    (
        "The old bridge … will stay open until the new crossing is ready",
        "The old bridge will stay open until the new crossing is ready",
        "elided",
    ),
    ("The old bridge will stay open … until the new crossing is ready", BRIDGE, "elided"),
    (
        "The old . . . bridge will stay open to farm traffic",
        "The old stone bridge will stay open to farm traffic",
        "elided",
    ),
    ("[World Harbour Council] envoys met the local crews", "WHC envoys met the local crews", "bracketed"),
    ("He [Keller] met the local crews on the quay", "He met the local crews on the quay", "bracketed"),
    ("[H]arbour crews met the envoys", "Harbour crews met the envoys", "exact"),
    ("The old bridge will stay open", BRIDGE, "shortened"),
    ("until the new crossing is ready", BRIDGE, "shortened"),
    ("The old bridge will remain open to farm traffic until the new crossing is ready", BRIDGE, "altered"),
    ("The old bridge will stay open to farm traffic until the next crossing is ready", BRIDGE, "altered"),
    ("The old bridge will not stay open to farm traffic until the new crossing is ready", BRIDGE, "polarity-altered"),
    ("We don't trust the harbour board's figures", "We do trust the harbour board's figures", "polarity-altered"),
    (
        "The old bridge will … stay open until winter comes",
        "The old bridge will never stay open until winter comes",
        "polarity-altered",
    ),
    ("We cannot leave the quay; we're farmers", "We can't leave the quay; we are farmers", "typographic"),
    ("We're gonna keep the damned bridge open", "We are going to keep the d***ed bridge open", "typographic"),
    ("Omar Sulaimani met the farmers on the quay", "Omar Soleimani met the farmers on the quay", "typographic"),
    ("The farmers (of Dayton) met Keller on the quay", "The farmers met Keller on the quay", "bracketed"),
    ("Carter met the farmers with warm bread", "Garner met the farmers with warm bread", "altered"),
    ("the dammed river will flood the quay", "the d**** river will flood the quay", "typographic"),
    ("the dammed river will flood the quay", "the m**** river will flood the quay", "altered"),
    ("I will hear every one of you. " + BRIDGE, "Nobody will ever take it from us. " + BRIDGE, "shortened"),
    ("I did not promise the farmers a bridge", "I did promise the farmers a bridge", "polarity-altered"),
    ("The senior harbour board staff", "Senior harbour board members were told to ask about the figures", "different"),
    ("took farm money that wasn't taken", "I took farm money, as everybody knows by now", "different"),
    ("We lost the match but kept the ground", "We lost the ground but kept the match", "altered"),
    ("They asked for the ferrymen by name", "They asked for the sailors by name", "altered"),
    ("It's the bridge, and it's ours", "It is the bridge, and it is ours", "typographic"),
    ("I am tired of the harbour board", "She was tired of the harbor board", "reported"),
    ("Everyone on the quay ran to the boats", "Everybody on the quay ran to the boats", "reported"),
    ("a stain on all who planned it", "a stain on all who ordered it", "altered"),
    ("Nobody saw the ferry leave", "Nobody asked who owns the quay", "different"),
    ("The Salt Road", "The Salt Road", "different"),
    ("a sad day", "a sad day", "different"),
    ("the harbour", "the harbour", "different"),
    ("", "", "different"),
    (BRIDGE, "Nobody asked the farmers what they need on market days", "different"),
    ("the new crossing is what the farmers asked the board about", BRIDGE, "different"),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_grades(left: str, right: str, expected: Grade) -> None:
    assert grade(Words(words=left), Words(words=right)).grade == expected
    assert grade(Words(words=right), Words(words=left)).grade == expected


@pytest.mark.parametrize(
    ("expected", "relation"),
    [
        ("exact", "equal"),
        ("bracketed", "equal"),
        ("shortened", "contains"),
        ("altered", "overlaps"),
        ("different", "unknown"),
    ],
)
def test_relation_of_a_grade(expected: Grade, relation: Relation) -> None:
    left, right, _ = next(case for case in CASES if case[2] == expected)
    assert compare(Words(words=left), Words(words=right)) == relation


def test_changes_are_the_words_as_printed() -> None:
    found = grade(
        Words(words="The old bridge will remain open to all traffic"),
        Words(words="The old bridge will stay open to all traffic"),
    )
    assert [(c.left, c.right) for c in found.changes] == [("remain", "stay")]


def test_changes_keep_the_marks_between_their_words() -> None:
    left, right = (
        Words(words="We can't stay in the old town, Tom"),
        Words(words="We can stay in the old town, [Mayor] Tom"),
    )
    assert [(c.left, c.right, c.grade) for c in grade(left, right).changes] == [
        ("n't", "", "polarity-altered"),
        ("", "Mayor", "bracketed"),
    ]


def test_content_words_leave_out_grammar() -> None:
    assert content_words("We will not be able to do it") == 1
    assert content_words("the farmers asked the board") == 3


def test_forms() -> None:
    assert Words(words="so be it").to_dict() == {"words": "so be it"}
    assert Words(words="word " * 20).label().endswith("word…”")


QUOTES = st.lists(
    st.sampled_from("we will not never leave the old harbour town [WHC] … crews met".split()), max_size=14
).map(" ".join)


@given(QUOTES, QUOTES)
def test_any_two_quotations_grade_alike_both_ways(left: str, right: str) -> None:
    a, b = Words(words=left), Words(words=right)
    assert (grade(a, b).grade == "different") == (grade(b, a).grade == "different")
    assert compare(a, a) in {"equal", "unknown"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_graded(left: str, right: str) -> None:
    assert grade(Words(words=left), Words(words=right)).grade in GRADES
