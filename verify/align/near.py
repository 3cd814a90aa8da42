"""Which articles are held against each other sentence by sentence: all of a small story, of a large one those with words in common.

Near texts are found by sorted neighbourhoods over several minima of hashed word runs (Broder, 1997; Hernández and Stolfo, 1995): articles that
share many runs share a minimum often, and stand beside each other where the articles are sorted by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from zlib import crc32

from verify.language.reading import Reading

ALL = 40
"""Articles of a story in which every pair is looked at."""
RUN = 4
ORDERS, BESIDE = 8, 2
"""Minima, and neighbours on one side in the order of each."""


def near_pairs(readings: Sequence[Reading]) -> Iterable[tuple[int, int]]:
    """Return pairs of indices, the smaller first, in order: all, or at most ORDERS times BESIDE for each article."""
    if len(readings) <= ALL:
        return combinations(range(len(readings)), 2)
    minima = [_minima(r) for r in readings]
    found = set()
    for k in range(ORDERS):
        order = sorted(range(len(readings)), key=lambda i: (minima[i][k], i))
        for n, i in enumerate(order):
            found |= {(min(i, j), max(i, j)) for j in order[n + 1 : n + 1 + BESIDE]}
    return sorted(found)


def _minima(reading: Reading) -> list[int]:
    """Return the least hash of the article's word runs under each of several orders of the hashes."""
    words = reading.article.text.lower().split()
    runs = {crc32(" ".join(words[i : i + RUN]).encode("utf-8", "surrogatepass")) for i in range(len(words) - RUN + 1)}
    return [min((run ^ crc32(bytes([k])) for run in runs), default=0) for k in range(ORDERS)]
