from __future__ import annotations

import pytest

from verify.checks import WITNESSES, _witnesses


@pytest.mark.parametrize("size", [1, 2, WITNESSES, WITNESSES + 1])
def test_of_a_small_story_every_other_article_is_a_witness(size: int) -> None:
    for i in range(size):
        assert _witnesses(size, i) == (*range(i), *range(i + 1, size))


@pytest.mark.parametrize("i", [0, 1, 50, 98, 99])
def test_of_a_large_story_those_beside_it_are(i: int) -> None:
    found = _witnesses(100, i)
    assert len(found) == WITNESSES and i not in found
    assert max(abs(i - j) for j in found) <= max(WITNESSES // 2, WITNESSES - i, WITNESSES - (99 - i))
