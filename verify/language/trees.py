"""The best dependency tree of a matrix of arc scores: greedy where that is a tree, Chu-Liu-Edmonds where it is not.

Chu and Liu (1965), Edmonds (1967); one word only hangs on the root, as Universal Dependencies ask.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from verify.runtime import TIE, best, ranked

Scores = NDArray[np.float32]
FORBIDDEN = -1e9
REPORTED = frozenset({"ccomp", "parataxis"})
"""Relations of a clause to the verb that reports it."""


def best_heads(arcs: Scores) -> list[int]:
    """Return the head of each word for scores (words, words + 1); column 0 is the root, heads count from 1."""
    n = len(arcs)
    scores = arcs.astype(np.float64)
    scores[np.arange(n), np.arange(1, n + 1)] = FORBIDDEN
    greedy = best(scores)
    if (greedy == 0).sum() == 1 and not _cycle([0, *greedy.tolist()]):
        heads: list[int] = greedy.tolist()
        return heads
    return _single_root(scores)


def uncrossed(heads: Sequence[int], deps: Sequence[str], words: Sequence[str]) -> list[int]:
    """Return the heads with what follows a reporting verb on it and not on the verb of the clause that it reports.

    "Prices rose, they said on Friday": read in 6 of 35,000 words on the far side of "said", each time wrongly; behind a comma the clause may go on.
    """
    return [
        over
        if h < over < d and deps[h - 1] in REPORTED and all(any(map(str.isalnum, word)) for word in words[over : d - 1])
        else h
        for d, h in enumerate(heads, start=1)
        for over in [heads[h - 1] if h else 0]
    ]


def _single_root(scores: NDArray[np.float64]) -> list[int]:
    """Return the best tree with one word on the root: of the likeliest root words, that of the highest total."""
    found: tuple[float, list[int]] | None = None
    for root in ranked(scores[:, 0], 5):
        trial = scores.copy()
        trial[:, 0] = FORBIDDEN
        trial[root] = FORBIDDEN
        trial[root, 0] = scores[root, 0]
        square = np.full((len(scores) + 1,) * 2, FORBIDDEN)
        square[1:] = trial
        heads = _edmonds(square)[1:]
        total = float(scores[np.arange(len(scores)), heads].sum())
        if found is None or total > found[0] + TIE:
            found = total, heads
    assert found is not None
    return found[1]


def _cycle(heads: list[int]) -> list[int]:
    """Return the nodes of a cycle, empty where there is none; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for node in path:
            state[node] = 2
    return []


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Return the best head of every node; `scores[d, h]`, node 0 is the root (its own head is 0)."""
    heads = [0, *best(scores[1:]).tolist()]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    kept = scores[inside, np.array(heads)[inside]]
    enter = scores[np.ix_(inside, outside)] - kept[:, None]
    leave = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1,) * 2, FORBIDDEN)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = enter.max(axis=0) + kept.sum()
    small[:-1, -1] = leave.max(axis=1)
    contracted = _edmonds(small)
    return _expanded(heads, contracted, inside, outside, enter, leave)


def _expanded(
    heads: list[int],
    contracted: list[int],
    inside: NDArray[np.int64],
    outside: NDArray[np.int64],
    enter: NDArray[np.float64],
    leave: NDArray[np.float64],
) -> list[int]:
    """Return the heads of all nodes from the heads of the graph in which the cycle is one node, the last."""
    out = list(heads)
    node = len(outside)
    for i, d in enumerate(outside.tolist()):
        if d:
            h = contracted[i]
            out[d] = int(inside[best(leave[i])]) if h == node else int(outside[h])
    entry = contracted[node]
    broken = int(best(enter[:, entry]))
    out[int(inside[broken])] = int(outside[entry])
    return out
