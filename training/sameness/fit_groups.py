"""Fit the weights by which groups of claims that say two values are held against each other: the table [groups] of verify/data/weights.toml.

usage: PYTHONPATH=.:training/sameness python training/sameness/fit_groups.py FOLDER...

FOLDERs hold stories with gold. Regularised logistic regression over the features of two groups; they are right where a conflict or an update of
the gold has claims of both, in two of its values. Prints how many of the likeliest of held-out stories are, and how many relations they find;
then the table.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from data import Gold, over, places_of, with_gold
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from verify.align.blocking import candidates
from verify.align.groups import Rivals, find_rivals
from verify.align.ladder import climb
from verify.align.links import as_read
from verify.encoder import load_encoder

OTHER = 0.3
"""Weight of two groups that one relation has, though not as two values: gold may have left open how they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The features of two groups, the relations of the gold that they find, how much they weigh, the number of their story."""

    features: Mapping[str, float]
    found: frozenset[tuple[int, int]]
    weight: float
    story: int


def labelled(folder: Path, number: int) -> Iterator[Labelled]:
    """Yield the groups of a story whose values exclude each other."""
    story = with_gold(folder)
    sentences = sorted({d.text for d in story.chosen})
    vectors = dict(zip(sentences, load_encoder().encode(sentences), strict=True))
    setting = replace(story.setting, vectors=vectors)
    pairs = ((a, b) for a, b in candidates(story.chosen, setting) if a.claim.article != b.claim.article)
    reads = [as_read(a, b, climb(a, b, setting)) for a, b in pairs]
    for rivals in find_rivals([r for r in reads if r is not None]):
        ours, theirs = _touched(rivals, story)
        both = {k for k, _ in ours} & {k for k, _ in theirs}
        found = {k for k in both if _two_values(story.relations[k], k, ours, theirs)}
        weight = OTHER if both and not found else 1.0
        yield Labelled(
            features=rivals.features, found=frozenset((number, k) for k in found), weight=weight, story=number
        )


def _touched(rivals: Rivals, story: Gold) -> Iterator[set[tuple[int, int]]]:
    """Yield for each group the relations of the gold that it is in, each with the number of the value there."""
    values = [
        (k, n, places_of({"groups": [value]}, story.articles))
        for k, row in enumerate(story.relations)
        for n, value in enumerate(row["groups"])
    ]
    for side in rivals.sides:
        yield {(k, n) for k, n, places in values if any(over(claim, places) for claim in side)}


def _two_values(row: Mapping[str, object], k: int, ours: set[tuple[int, int]], theirs: set[tuple[int, int]]) -> bool:
    told = [{n for own, n in side if own == k} for side in (ours, theirs)]
    return row["relation"] in {"conflict", "update"} and len(told[0] | told[1]) > 1


def main(folders: Sequence[Path]) -> None:
    """Print what is found on held-out stories, then the table."""
    stories = sorted(p.parent for folder in folders for p in folder.rglob("gold.json"))
    found = list(chain.from_iterable(labelled(folder, n) for n, folder in enumerate(stories)))
    names = list(found[0].features)
    matrix = np.array([[float(x.features[name]) for name in names] for x in found])
    right, weights = np.array([bool(x.found) for x in found]), np.array([x.weight for x in found])
    bits = np.zeros(len(found))
    for train, test in GroupKFold(6).split(found, groups=[x.story for x in found]):
        model = LogisticRegression(max_iter=2000).fit(matrix[train], right[train], sample_weight=weights[train])
        bits[test] = model.decision_function(matrix[test]) / math.log(2)
    for least in (0.9, 0.6, 0.3, 0.0):
        chosen = [x for x, own in zip(found, bits, strict=True) if own >= least]
        relations = frozenset().union(*(x.found for x in chosen))
        print(
            f"# from {least} bits: {sum(bool(x.found) for x in chosen)} of {len(chosen)} are of one fact; {len(relations)} found"
        )
    model = LogisticRegression(max_iter=2000).fit(matrix, right, sample_weight=weights)
    print(f"# {right.sum()} of {len(found)} are right\n[groups]\nchance = {model.intercept_[0] / math.log(2):.2f}")
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f"{name} = {weight / math.log(2):.2f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
