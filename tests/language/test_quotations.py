from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.quotations import quoted


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” she said.", ["We are ready,"]),
        ('"We are ready," she said.', ["We are ready,"]),
        ('"We are ready," she said. "Come in."', ["We are ready,", "Come in."]),
        ("“We are ready. They are not,” she said, “and so be it.”", ["We are ready. They are not,", "and so be it."]),
        ("“We are ready.\n\n“They are not,” she said.", ["We are ready.", "They are not,"]),
        ('"We are ready.\n\n"They are not," she said.', ["We are ready.", "They are not,"]),
        ('She called it "a day"—and left.', ["a day"]),
        ("„Wir“ is German; “we” is not.", ["we"]),
        ("‘We are ready,’ she said.", ["We are ready,"]),
        ("'We aren't ready,' she said.", ["We aren't ready,"]),
        ("''We are ready,'' she said.", ["We are ready,"]),
        ("‘The crews’ boats are gone,’ she said.", ["The crews’ boats are gone,"]),
        ("‘He cried “Come in” and left,’ she said.", ["He cried “Come in” and left,"]),
        ("“He cried ‘Come in’ and left,” she said.", ["He cried ‘Come in’ and left,"]),
        ("‘We are ready.\n\n‘They are not,’ she said.", ["We are ready.", "They are not,"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The farmers' dogs weren't the crew’s.",
        "It measured 5' by 6'.",
        "In the '80s the players' club and the fans’ union met.",
        "It was the crews' fault, the mayor's son said, not the farmers'.",
        'The board is 5" wide.',
        "“We are ready, she said.",
        "We are ready,” she said.",
        "",
    ],
)
def test_no_quotations(text: str) -> None:
    assert words(text) == []


def test_a_mark_that_never_closes_does_not_swallow_the_next_paragraphs() -> None:
    assert words("“We are ready, she said.\n\nThe crews left.\n\n“Come in,” he said.") == ["Come in,"]


@given(st.text(alphabet="ab .,\n“”\"'’", max_size=60))
def test_quotations_lie_apart_and_hold_words(text: str) -> None:
    found = quoted(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[s.start : s.end].strip() for s in found)
