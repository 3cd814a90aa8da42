from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.sentences import paragraphs, sentences

CASES = [
    ["Lt. Gen. Ada Brook met the envoys.", "They agreed."],
    ["The plant is in the U.S.", "He did not visit it."],
    ["She landed at 7:20 p.m. local time.", "Nobody met her."],
    ["The No. 2 reactor was shut down.", "It stays cold."],
    ["“We are ready. We are not afraid,” she said on Monday.", "Then she left."],
    ["“Is it over?” he asked.", "It was not."],
    ["The bill passed 51 to 49.", "“It is done.”", "Nobody cheered."],
    ["Prices rose 3.5 percent in Jan. and fell 1.2 percent in Feb. of that year.", "Nobody knew why."],
    ["The hearing is at 8 a.m. Wednesday in the town hall.", "Nobody spoke."],
    ["Troops of Ft. Bragg met Spc. Ada Brook at 2 p.m. Dec. 5 and left.", "They sang."],
    ["It was late, she said.", "“Nobody came. We left,” he said."],
    ["Gusts reached 161 km/h.", "Insurers met."],
    ["Mr. Kerr, of Acme Inc. in Dover, N.H., declined to comment.", "His lawyer did so too."],
]


@pytest.mark.parametrize("expected", CASES, ids=lambda c: c[0][:30])
def test_boundaries(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[s.start : s.end] for s in sentences(text, paragraphs(text))] == expected


def test_a_paragraph_break_ends_a_sentence() -> None:
    text = "Flood in the valley\n\nTwo bridges are\ngone. Nobody was hurt\r\n\r\nRead on"
    found = [text[s.start : s.end] for s in sentences(text, paragraphs(text))]
    assert found == ["Flood in the valley", "Two bridges are\ngone.", "Nobody was hurt", "Read on"]


@given(st.text(max_size=300))
def test_sentences_lie_apart_and_in_order(text: str) -> None:
    found = sentences(text, paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)
