from __future__ import annotations

import pytest

from verify.values.state import exclude, is_final


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("dead", "stable condition", True),
        ("dead", "critical condition", True),
        ("critical condition", "stable condition", True),
        ("critical condition", "fair condition", True),
        ("at large", "arrested", True),
        ("at large", "in custody", True),
        ("released", "in custody", True),
        ("released", "arrested", True),
        ("man", "woman", True),
        ("dead", "dead", False),
        ("critical condition", "grave condition", False),
        ("stable condition", "fair condition", False),
        ("stable condition", "serious condition", False),
        ("stable and critical condition", "critical condition", False),
        ("stable and critical condition", "stable condition", False),
        ("arrested", "in custody", False),
        ("dead", "arrested", False),
        ("man", "man", False),
    ],
)
def test_exclusion(left: str, right: str, expected: bool) -> None:
    assert exclude(left, right) is expected
    assert exclude(right, left) is expected


def test_nothing_follows_death_alone() -> None:
    assert [s for s in ("dead", "critical condition", "arrested", "released") if is_final(s)] == ["dead"]
