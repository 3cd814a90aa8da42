"""Fit the weights by which numbers that add up are told to be parts and a whole: the table [sum] of verify/data/weights.toml.

usage: PYTHONPATH=.:training/sameness python training/sameness/fit_sums.py FOLDER...

FOLDERs hold stories with gold that the sameness model was not trained on. Regularised logistic regression over the features of each addition; an
addition is right where a sum of the gold has its whole and two of its parts. Prints how many of the likeliest of held-out stories are, and how
many sums of the gold they find; then the table.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from data import OPTIONS, Place, over, places_of, stem_of
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from verify.align import find_duplicates, lay_out
from verify.align.addends import Addition, additions, features, pairs
from verify.align.meaning import read_meaning
from verify.align.sameness import load_sameness
from verify.articles import read_stories, with_origins
from verify.pipeline import read_articles

PENALTY = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The features of an addition, the sums of the gold that it finds, whether it has whole and parts of one, the number of its story."""

    features: Mapping[str, float]
    sums: frozenset[tuple[int, int]]
    right: bool
    story: int


def labelled(folder: Path, number: int) -> Iterator[Labelled]:
    """Yield the additions of a story."""
    (story,) = read_stories([str(folder)])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["relations"]
    found = read_articles(with_origins(sorted(story.articles, key=lambda a: a.id)), OPTIONS)
    laid = lay_out([r for r, _ in found], [c for _, c in found])
    chosen = find_duplicates(laid.described, laid.setting).representatives
    meaning = read_meaning(chosen, {r.article.id: r.article.text for r, _ in found}, load_sameness().encode)
    texts = {stem_of(a): a.text for a in story.articles}
    sums = [[places_of({"groups": [g]}, texts) for g in row["groups"]] for row in gold if row["relation"] == "sum"]
    for addition in additions(chosen, meaning):
        scores = meaning.ask(sorted(set(pairs(addition))))
        touched = [[_touches(addition, places) for places in groups] for groups in sums]
        found_sums = frozenset((number, k) for k, groups in enumerate(touched) if sum(groups) > 1)
        right = any(sum(groups) > 2 for groups in touched)
        yield Labelled(features=features(addition, scores), sums=found_sums, right=right, story=number)


def _touches(addition: Addition, places: Sequence[Place]) -> bool:
    return any(over(d.claim, places) for d in addition.members)


def main(folders: Sequence[Path]) -> None:
    """Print what is found on held-out stories, then the table."""
    stories = sorted(p.parent for folder in folders for p in folder.rglob("gold.json"))
    found = list(chain.from_iterable(labelled(folder, n) for n, folder in enumerate(stories)))
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
