"""Fit the weights of the ladder's levels to pairs of claims that the sameness model has read: the table [read] of verify/data/weights.toml.

usage: PYTHONPATH=.:training/sameness python training/sameness/fit.py FOLDER...

FOLDERs hold stories with gold that the model was not trained on. Regularised logistic regression over the levels of each pair, labelled by gold as
`data.py` has it; prints the precision of the likeliest pairs of held-out stories, then the table.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from data import chained, gold_files, label_of, over, with_gold
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from verify.align.blocking import candidates
from verify.align.ladder import climb
from verify.align.levels import UNREAD, Level
from verify.claims import relation
from verify.encoder import load_encoder
from verify.model import Relation

FEWEST = 15
"""Pairs that must bear a level before it gets a weight."""
PENALTY = 0.5
"""Inverse strength of the regularisation; 0.1 to 2 differ by less than a point of recall at any precision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled pair: its levels, the relation of its values, whether it is one fact, its weight, the number of its story."""

    levels: frozenset[Level]
    relation: Relation
    same: bool
    weight: float
    story: int


def pairs(path: Path, number: int) -> Iterator[Pair]:
    """Yield the pairs of a story that are compared and labelled."""
    story = with_gold(path)
    chosen, gold, meaning = story.chosen, story.relations, story.setting.meaning
    sentences = sorted({d.text for d in chosen})
    vectors = dict(zip(sentences, load_encoder().encode(sentences), strict=True))
    setting = replace(story.setting, vectors=vectors)
    touched = {d.claim.id: {k for k, row in enumerate(gold) if over(d.claim, row.places)} for d in chosen}
    sums = {k for k, row in enumerate(gold) if row.kind == "sum"}
    matter = chained([t - sums for t in touched.values()], len(gold))
    for a, b in candidates(chosen, setting):
        same, weight = label_of(touched[a.claim.id], touched[b.claim.id], sums, matter)
        if weight and a.claim.article != b.claim.article and meaning.score(a.claim, b.claim) is not None:
            levels = frozenset(climb(a, b, setting)) - {Level.ONE_KIND}
            if not UNREAD.isdisjoint(levels):
                continue
            yield Pair(levels=levels, relation=relation(a.claim, b.claim), same=same, weight=weight, story=number)


def fitted(found: Sequence[Pair], levels: Sequence[Level]) -> LogisticRegression:
    """Return the regression over levels."""
    labels, weights = [p.same for p in found], [p.weight for p in found]
    return LogisticRegression(C=PENALTY, max_iter=4000).fit(_matrix(found, levels), labels, sample_weight=weights)


def _matrix(found: Sequence[Pair], levels: Sequence[Level]) -> np.ndarray:
    return np.array([[level in p.levels for level in levels] for p in found], dtype=float)


def _recalls(precision: np.ndarray, right: np.ndarray, chances: np.ndarray) -> Iterator[tuple[float, int, float]]:
    """Yield, for precisions from 0.9 down, the percentage of what is one fact that is found at it, and the log2 of the odds that this asks for."""
    for least in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4):
        last = np.flatnonzero(precision >= least)
        if last.size:
            chance = chances[last[-1]]
            yield least, round(100 * right[last[-1]] / right[-1]), round(math.log2(chance / (1 - chance)), 1)


def main(folders: Sequence[Path]) -> None:
    """Print the precision on held-out stories by relation of the values, then the table."""
    stories = [path for folder in folders for path in gold_files(folder)]
    found = list(chain.from_iterable(pairs(path, n) for n, path in enumerate(stories)))
    levels = [level for level in Level if sum(level in p.levels for p in found) >= FEWEST]
    chances = np.zeros(len(found))
    for train, test in GroupKFold(6).split(found, groups=[p.story for p in found]):
        model = fitted([found[i] for i in train], levels)
        chances[test] = model.predict_proba(_matrix([found[i] for i in test], levels))[:, 1]
    for kind in ("equal", "contains", "disjoint"):
        chosen = [i for i in np.argsort(-chances) if found[i].relation == kind]
        right = np.cumsum([found[i].same for i in chosen])
        precision = right / np.arange(1, len(chosen) + 1)
        told = (
            f"{recall} at {100 * least:.0f} (bits {bits})"
            for least, recall, bits in _recalls(precision, right, chances[chosen])
        )
        print(
            f"# {kind}: {right[-1]} of {len(chosen)} are one fact; percent found at a precision of: {', '.join(told)}"
        )
    model = fitted(found, levels)
    print("[read]")
    for name, weight in zip(
        ("one_kind", *(level.name.lower() for level in levels)), (*model.intercept_, *model.coef_[0]), strict=True
    ):
        print(f"{name} = {weight / math.log(2):.1f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
