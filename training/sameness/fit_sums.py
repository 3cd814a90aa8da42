"""Fit the weights by which numbers that add up are told to be parts and a whole: the table [sum] of verify/data/weights.toml.

usage: PYTHONPATH=.:training/sameness python training/sameness/fit_sums.py FOLDER...

FOLDERs hold stories with gold that the sameness model was not trained on. Regularised logistic regression over the features of each addition; an
addition is right where a sum of the gold has its whole and two of its parts. Prints how many of the likeliest of held-out stories are, and how
many sums of the gold they find; then the table.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from data import Place, gold_files, over, with_gold
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from verify.align.addends import Addition, additions, features, pairs

PENALTY = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The features of an addition, the sums of the gold that it finds, whether it has whole and parts of one, the number of its story."""

    features: Mapping[str, float]
    sums: frozenset[tuple[int, int]]
    right: bool
    story: int


def labelled(path: Path, number: int) -> Iterator[Labelled]:
    """Yield the additions of a story."""
    story = with_gold(path)
    meaning = story.setting.meaning
    sums = [row.groups for row in story.relations if row.kind == "sum"]
    for addition in additions(story.chosen, meaning):
        scores = meaning.ask(sorted(set(pairs(addition))))
        touched = [[_touches(addition, places) for places in groups] for groups in sums]
        found_sums = frozenset((number, k) for k, groups in enumerate(touched) if sum(groups) > 1)
        right = any(sum(groups) > 2 for groups in touched)
        yield Labelled(features=features(addition, scores), sums=found_sums, right=right, story=number)


def _touches(addition: Addition, places: Sequence[Place]) -> bool:
    return any(over(d.claim, places) for d in addition.members)


def main(folders: Sequence[Path]) -> None:
    """Print what is found on held-out stories, then the table."""
    stories = [path for folder in folders for path in gold_files(folder)]
    found = list(chain.from_iterable(labelled(path, n) for n, path in enumerate(stories)))
    names = list(found[0].features)
    matrix = np.array([[float(x.features[name]) for name in names] for x in found])
    right = np.array([x.right for x in found])
    odds = np.zeros(len(found))
    for train, test in GroupKFold(8).split(found, groups=[x.story for x in found]):
        model = LogisticRegression(C=PENALTY, max_iter=5000).fit(matrix[train], right[train])
        odds[test] = model.decision_function(matrix[test]) / math.log(2)
    order = np.argsort(-odds)
    for most in (25, 50, 75, 100, 150, 200):
        chosen = [found[i] for i in order[:most]]
        sums = frozenset().union(*(x.sums for x in chosen))
        print(
            f"# above {odds[order[most - 1]]:.1f} bits: {sum(bool(x.sums) for x in chosen)} of {most} are of a sum; {len(sums)} sums found"
        )
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(matrix, right)
    print(f"# {right.sum()} of {len(found)} are right\n[sum]\nchance = {model.intercept_[0] / math.log(2):.2f}")
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f"{name} = {weight / math.log(2):.2f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
