"""How a statement is meant: denied or not, and as a fact, a possibility, an expectation or a condition."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify import Article
from verify.language.grammar.assertion import Assertion, assertion
from verify.language.parsed import parse

CASES: dict[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "assertion.toml").read_text(encoding="utf-8")
)


def meant(text: str, words: str) -> Assertion:
    doc = parse(Article.from_text(id="a", text=text)).doc
    return assertion(next(t for t in reversed(doc) if t.idx + len(t) <= text.index(words) + len(words)))


@pytest.mark.parametrize(("text", "words"), CASES["denied"])
def test_denied(text: str, words: str) -> None:
    assert meant(text, words).negated


@pytest.mark.parametrize(("text", "words"), CASES["affirmed"])
def test_affirmed(text: str, words: str) -> None:
    assert not meant(text, words).negated


@pytest.mark.parametrize(
    ("modality", "text", "words"),
    [(name, *case) for name in ("possible", "expected", "hypothetical", "asserted") for case in CASES[name]],
)
def test_modality(modality: str, text: str, words: str) -> None:
    assert meant(text, words).modality == modality
