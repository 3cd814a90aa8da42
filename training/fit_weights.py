"""Fit the weights of the comparison levels on stories, in Splink's manner; usage: fit_weights.py FOLDER... > levels.tsv

Each FOLDER holds stories, a folder of articles each. Pairs of claims of two stories are of two facts: they give u, how often a
level is seen where the facts differ. Pairs of two articles of one story are of one fact or of two: expectation maximisation with
u held fixed gives m, how often a level is seen where the fact is one (Fellegi and Sunter 1969; Linacre et al. 2022). The weight of
a level is log2(m / u). Values are never looked at.

Prints a row for each level: kind of claim, level, pairs with it, m, u, the fitted weight and the one in use.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from verify.align.comparison import LEVELS, steps, weight_of
from verify.align.described import Described, describe
from verify.align.links import candidates
from verify.articles import read_stories
from verify.encoder import load_encoder
from verify.options import Options
from verify.pipeline import read_articles

BASE = "two claims of one kind"
ROUNDS, SMOOTHING, START, LEAST = 40, 0.5, 0.05, 0.001
STRANGERS = 3
"""Other stories that each story is paired with."""

Levels = tuple[str, ...]


def main(folders: Sequence[str]) -> None:
    """Read the stories, count the levels of their pairs, fit and print."""
    stories = [_described(path) for folder in folders for path in sorted(Path(folder).iterdir()) if path.is_dir()]
    same, other = defaultdict(Counter), defaultdict(Counter)
    rng = random.Random(7)
    for i, story in enumerate(stories):
        _count(story, None, same)
        for j in rng.sample([k for k in range(len(stories)) if k != i], min(STRANGERS, len(stories) - 1)):
            _count(story, stories[j], other)
        print(f"{i + 1} of {len(stories)} stories", file=sys.stderr)
    for kind in sorted(same):
        _print(kind, same[kind], other[kind])


def _described(path: Path) -> tuple[Described, ...]:
    articles = [a for story in read_stories([path]) for a in story.articles]
    found = read_articles(articles, Options())
    return describe([reading for reading, _ in found], [claims for _, claims in found])


def _count(story: Sequence[Described], stranger: Sequence[Described] | None, into: dict[str, Counter[Levels]]) -> None:
    """Count the combinations of levels over the pairs of two articles, of one story or of two."""
    ours = {d.claim.article for d in story}
    pairs = [
        (a, b)
        for a, b in candidates([*story, *(stranger or ())])
        if a.claim.article != b.claim.article
        and (stranger is None or (a.claim.article in ours) != (b.claim.article in ours))
    ]
    texts = sorted({d.text for pair in pairs for d in pair})
    vectors = dict(zip(texts, load_encoder(None).encode(texts), strict=True)) if texts else {}
    for a, b in pairs:
        kind = a.claim.kind if a.claim.kind in LEVELS else "quantity"
        into[kind][tuple(s.label for s in steps(a, b, vectors) if s.label != BASE)] += 1


def _print(kind: str, same: Counter[Levels], other: Counter[Levels]) -> None:
    u = _rates({levels: float(n) for levels, n in other.items()}, same)
    m, prior = _maximise(same, u)
    seen = Counter(label for levels, n in same.items() for label in levels for _ in range(n))
    print(f"# {kind}: {sum(same.values())} pairs of one story, {prior:.3f} of them one fact")
    for label in sorted(seen):
        fitted = math.log2(m[label] / u[label])
        print(f"{kind}\t{label}\t{seen[label]}\t{m[label]:.4f}\t{u[label]:.4f}\t{fitted:+.1f}\t{weight_of(label):+.1f}")


def _rates(weighted: dict[Levels, float], known: Counter[Levels]) -> dict[str, float]:
    """Return how often each level is seen, as a share of all pairs; one that is never seen is rare, not impossible."""
    total = sum(weighted.values()) + 1
    found: dict[str, float] = defaultdict(float)
    for levels, n in weighted.items():
        for label in levels:
            found[label] += n
    labels = {label for levels in known for label in levels} | set(found)
    return {label: (found[label] + SMOOTHING) / (total + 2 * SMOOTHING) for label in labels}


def _maximise(same: Counter[Levels], u: dict[str, float]) -> tuple[dict[str, float], float]:
    """Return m and the share of pairs that are one fact; the weights in use say where to start."""
    chance = {levels: _start(levels) for levels in same}
    prior, m = START, u
    for _ in range(ROUNDS):
        m = _rates({levels: n * chance[levels] for levels, n in same.items()}, same)
        share = sum(n * chance[levels] for levels, n in same.items()) / sum(same.values())
        prior = min(max(share, LEAST), 1 - LEAST)
        chance = {levels: _posterior(levels, m, u, prior) for levels in same}
    return m, prior


def _start(levels: Levels) -> float:
    return 1 / (1 + 2 ** -(weight_of(BASE) + sum(map(weight_of, levels))))


def _posterior(levels: Levels, m: dict[str, float], u: dict[str, float], prior: float) -> float:
    odds = math.log2(prior / (1 - prior)) + sum(math.log2(m[x] / u[x]) for x in levels)
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, odds)))


if __name__ == "__main__":
    main(sys.argv[1:])
