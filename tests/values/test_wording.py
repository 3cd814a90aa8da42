from __future__ import annotations

import pytest

from verify.values.wording import masks, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We can't go", ["we", "can", "not", "go"]),
        ("We cannot go", ["we", "can", "not", "go"]),
        ("I won’t go", ["i", "will", "not", "go"]),
        ("They'll say we've gone", ["they", "will", "say", "we", "have", "gone"]),
        ("gonna go", ["going", "to", "go"]),
        ("the U.S. theatre programme", ["the", "us", "theater", "program"]),
        ("[H]e went . . . home", ["he", "went", "…", "home"]),
        ("the farmer's dog", ["the", "farmers", "dog"]),
    ],
)
def test_keys(text: str, expected: list[str]) -> None:
    assert [w.key for w in split(text)] == expected


def test_words_know_their_place() -> None:
    text = "We [all] can't, he said"
    assert [text[w.start : w.end] for w in split(text)] == ["We", "all", "ca", "n't", "he", "said"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [old] bridge", [False, True, False]),
        ("the (old) bridge", [False, True, False]),
        ("[old bridge", [False] * 2),
    ],
)
def test_insertions(text: str, expected: list[bool]) -> None:
    assert [w.bracketed for w in split(text)] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("d***ed", "damned", True), ("d****", "damned", True), ("damned", "damned", False), ("d***ed", "deaf", False)],
)
def test_masks(left: str, right: str, expected: bool) -> None:
    assert masks(left, right) is expected
    assert masks(right, left) is expected
