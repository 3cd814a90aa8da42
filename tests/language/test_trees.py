from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.trees import best_heads, uncrossed


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, at = set(), word
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_best_heads_are_the_best_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    found = tuple(best_heads(scores))
    trees = [h for h in product(range(n + 1), repeat=n) if is_tree(h) and all(h[i] != i + 1 for i in range(n))]
    assert is_tree(found)
    assert abs(total(scores, found) - max(total(scores, h) for h in trees)) < 1e-4


@settings(max_examples=30, deadline=None)
@given(st.integers(6, 60), st.integers(0, 2**32 - 1))
def test_long_sentences_give_a_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(tuple(best_heads(scores)))


SAID = ("Prices", "rose", ",", "they", "said", "on", "Friday")


def test_what_follows_a_reporting_verb_hangs_on_it() -> None:
    deps = ("nsubj", "ccomp", "punct", "nsubj", "root", "case", "obl")
    assert uncrossed((2, 5, 5, 5, 0, 7, 2), deps, SAID) == [2, 5, 5, 5, 0, 7, 5]


def test_behind_a_comma_the_reported_clause_goes_on() -> None:
    words = (*SAID[:5], ",", "on", "Friday")
    heads = (2, 5, 5, 5, 0, 8, 8, 2)
    assert uncrossed(heads, ("nsubj", "ccomp", "punct", "nsubj", "root", "punct", "case", "obl"), words) == list(heads)


def test_a_relative_clause_stays_far_from_its_noun() -> None:
    heads = (2, 3, 0, 5, 2)
    assert uncrossed(heads, ("det", "nsubj", "root", "nsubj", "acl"), ("A", "man", "came", "who", "sang")) == list(
        heads
    )
