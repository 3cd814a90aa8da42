"""Which articles are copies of one text: the same origin, whatever name stands above them.

Two texts are compared by their runs of five words (shingles; Broder, 1997): the share of the shorter one's runs that stand in the other. Half is a
copy; a quarter is one where both name the same news agency. Quotations are left out, for two reporters may hear the same speech.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from verify.lists import load
from verify.model import Article

RUN, LEAST_RUNS = 5, 30
COPY, SAME_AGENCY = 0.5, 0.25
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
MOST_SHARED = 200
"""Articles that share a run; a run in more of them is a stock phrase or tells no pair apart."""


def with_origins(articles: Sequence[Article]) -> list[Article]:
    """Return the articles with their origins, in order: a copy has that of the earliest of its group by date, then identifier."""
    group = {a.id: a.id for a in articles}

    def root(i: str) -> str:
        while group[i] != i:
            i = group[i]
        return i

    rank = {a.id: (a.published.isoformat() if a.published else "9", a.id) for a in articles}
    for a, b in _copies(articles):
        first, second = sorted((root(a.id), root(b.id)), key=rank.__getitem__)
        group[second] = first
    return [replace(a, origin=root(a.id)) for a in articles]


def _copies(articles: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    runs = [_runs(a.text) for a in articles]
    where: dict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(runs):
        for run in found:
            where[run].append(i)
    shared = Counter(
        pair for found in where.values() if 1 < len(found) <= MOST_SHARED for pair in combinations(found, 2)
    )
    for (i, j), count in shared.items():
        shorter = min(len(runs[i]), len(runs[j]))
        if shorter >= LEAST_RUNS and _is_copy(count / shorter, articles[i], articles[j]):
            yield articles[i], articles[j]
    yield from _identical(articles)


def _is_copy(share: float, left: Article, right: Article) -> bool:
    return share >= COPY or (share >= SAME_AGENCY and bool(_agencies(left) & _agencies(right)))


def _identical(articles: Sequence[Article]) -> Iterable[tuple[Article, Article]]:
    """Return the articles whose words are the same, however few they are."""
    first: dict[str, Article] = {}
    pairs = [(first.setdefault(" ".join(a.text.split()), a), a) for a in articles]
    return [(a, b) for a, b in pairs if a.id != b.id]


def _runs(text: str) -> frozenset[int]:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", QUOTED.sub(" ", text).lower())
    return frozenset(hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))


def _agencies(article: Article) -> frozenset[str]:
    return frozenset(
        a for a in load("datelines")["agencies"] if re.search(rf"\({re.escape(a)}\)|\b{re.escape(a)}\b", article.text)
    )
