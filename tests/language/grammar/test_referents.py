from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.grammar.referents import antecedent
from verify.language.reading import Reading, read
from verify.model import Article

CASES = tomllib.loads((Path(__file__).parent / "referents.toml").read_text(encoding="utf-8"))["case"]


def reading(text: str) -> Reading:
    return read(Article.from_text(id="a", text=text))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_whom_a_word_means(case: dict[str, str]) -> None:
    found = reading(case["text"])
    token = [t for t in found.doc if t.text == case["word"]][-1]
    meant = antecedent(token, found)
    assert (meant.name if meant and meant.name else "") == case["means"]


def test_all_candidates_are_told() -> None:
    found = reading("Tom Garner met Paul Keller. He is 48.")
    meant = antecedent(next(t for t in found.doc if t.text == "He"), found)
    assert meant is not None
    assert meant.candidates == ("Tom Garner", "Paul Keller")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from("He she the group Tom Garner Ann Lee . , Mr. met said\n".split(" ")), max_size=14))
def test_any_text_can_be_read(words: list[str]) -> None:
    found = reading(" ".join(words))
    for token in found.doc:
        meant = antecedent(token, found)
        assert meant is None or meant.name is None or meant.name in meant.candidates
