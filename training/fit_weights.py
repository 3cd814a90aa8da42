"""Fit the weights of the comparison levels to labelled pairs; usage: fit_weights.py [PAIRS] > table

`pairs.jsonl` holds pairs of claims from two articles of one story, drawn at random from bands of their weight, and whether a person who
read both sentences took them for one fact: where the claims stand, how many pairs of its band each stands for, and the levels of its
comparison. The texts themselves are not in it.

The weights are those of a logistic model in bits, fitted by maximum a posteriori: two hundred pairs say little of a rare level, so
that each weight is drawn to the one in use, with a standard deviation of half a bit; levels that say nothing stay at zero. Prints for
each level the pairs with it, the share of them that are one fact, the weight in use and the fitted one; then log loss and accuracy of
both, the fitted one by ten-fold cross-validation.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verify.align.levels import Level

PAIRS = Path(__file__).parent / "pairs.jsonl"
DEVIATION, ROUNDS, RATE, FOLDS, MOST = 0.5, 4000, 0.02, 10, 10.0
"""MOST: a pair counts as that many at most, lest one drawn from a large band decides alone."""

Array = NDArray[np.float64]


def main(arguments: Sequence[str]) -> None:
    """Read the pairs, fit, print."""
    path = Path(arguments[0]) if arguments else PAIRS
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    labels = sorted({label for pair in pairs for label in pair["levels"]})
    seen = np.array([[float(label in pair["levels"]) for label in labels] for pair in pairs])
    same = np.array([float(pair["same"]) for pair in pairs])
    counts = np.minimum(np.array([pair["stands_for"] for pair in pairs]), MOST)
    hand = np.array([Level(label).weight for label in labels])
    fitted = fit(seen, same, counts, hand)
    for j, label in enumerate(labels):
        bearing = seen[:, j] > 0
        print(f"{label:34} {int(bearing.sum()):4} {same[bearing].mean():5.2f} {hand[j]:+6.1f} {fitted[j]:+6.2f}")
    _report("in use", seen @ hand, same, counts)
    _report("fitted", _held_out(seen, same, counts, hand), same, counts)


def fit(seen: Array, same: Array, counts: Array, hand: Array) -> Array:
    """Return the weights in bits, levels in the order of the columns, that make the labels likeliest."""
    weights, scale = hand.copy(), counts / counts.mean()
    for _ in range(ROUNDS):
        error = scale * (chance(seen @ weights) - same)
        step = seen.T @ error * np.log(2) + (weights - hand) / DEVIATION**2
        weights -= RATE * np.where(hand == 0, 0, step)
    return weights


def chance(bits: Array) -> Array:
    """Return the probability of odds in bits."""
    return 1 / (1 + 2 ** -np.clip(bits, -50, 50))


def _held_out(seen: Array, same: Array, counts: Array, hand: Array) -> Array:
    """Return the weight of each pair by weights that were fitted without its tenth."""
    out = np.zeros(len(same))
    for fold in range(FOLDS):
        test = np.arange(len(same)) % FOLDS == fold
        out[test] = seen[test] @ fit(seen[~test], same[~test], counts[~test], hand)
    return out


def _report(name: str, bits: Array, same: Array, counts: Array) -> None:
    likely = np.clip(chance(bits), 1e-6, 1 - 1e-6)
    loss = -(same * np.log2(likely) + (1 - same) * np.log2(1 - likely))
    right = (bits > 0) == (same > 0)
    print(
        f"{name}: log loss {loss.mean():.3f} bits, right {right.mean():.3f}; by band {np.average(right, weights=counts):.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
