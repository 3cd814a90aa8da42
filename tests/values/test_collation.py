from __future__ import annotations

import pytest

from verify.values.collation import collate, content, negations
from verify.values.wording import split


def blocks(left: str, right: str) -> list[tuple[str, str]]:
    found = collate(split(left), split(right))
    return [(" ".join(w.text for w in b.left), " ".join(w.text for w in b.right)) for b in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the old bridge stays", "the old bridge stays", [("the old bridge stays",) * 2]),
        ("the old bridge stays", "the bridge stays", [("the", "the"), ("old", ""), ("bridge stays",) * 2]),
        (
            "I will hear all of you and the old bridge stays",
            "Nobody will take it from us now and the old bridge stays",
            [("I will hear all of you", "Nobody will take it from us now"), ("and the old bridge stays",) * 2],
        ),
    ],
)
def test_blocks(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("and so the old bridge stays", "the old bridge stays", True),
        ("a old bridge stays", "the old bridge stays", False),
        ("the very old bridge stays", "the bridge stays", False),
    ],
)
def test_cut_off(left: str, right: str, expected: bool) -> None:
    assert any(b.cut_off for b in collate(split(left), split(right))) is expected


def test_counts() -> None:
    words = split("We will not … leave the old town")
    assert (content(words), negations(words)) == (3, 1)
