from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.network import load_network
from verify.runtime import TIE, as_floats, best, in_batches, ranked


def test_of_scores_that_tie_the_first_is_best() -> None:
    assert best(np.array([[0.0, 1.0, 1.0 + TIE / 2], [1.0, 1.0 + 2 * TIE, 0.0]])).tolist() == [1, 1]


def test_scores_are_ranked_and_ties_keep_their_order() -> None:
    assert ranked(np.array([0.5, 2.0, 0.5 + TIE / 2, 3.0]), 9).tolist() == [3, 1, 0, 2]


@given(st.lists(st.text(max_size=9), max_size=40))
def test_batches_hold_items_of_one_size_and_results_keep_their_order(items: list[str]) -> None:
    def function(batch: list[str]) -> list[str]:
        assert len({len(item) for item in batch}) == 1
        return [item.upper() for item in batch]

    assert in_batches(function, items, size=len) == [item.upper() for item in items]


def test_int8_rows_become_floats_by_their_scales() -> None:
    arrays = {"w": np.array([[1, 2], [3, -4]], dtype=np.int8), "w.scale": np.array([0.5, 2], dtype=np.float32)}
    assert as_floats(arrays)["w"].tolist() == [[0.5, 1.0], [6.0, -8.0]]


@pytest.mark.parametrize("others", [1, 3, 20])
def test_a_parse_does_not_depend_on_the_sentences_beside_it(others: int) -> None:
    words = "The mayor of Lund said that two men were hurt .".split()
    network = load_network()
    pieces = network._pieces(words)
    (alone,), among = network.scorer.score([pieces]), network.scorer.score([pieces] * others)
    assert all(np.array_equal(alone.arcs, s.arcs) and np.array_equal(alone.tags, s.tags) for s in among)
