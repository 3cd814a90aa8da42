"""Pairs of sentences for training: written pairs (`pairs.jsonl`), and the nearest sentences of our own stories with their gold.

A pair is of two articles' sentences, the numbers and days in them hidden; it is an example of a contradiction where its sentences state values
of one slot that exclude each other, and then has the places of the values in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz.fuzz import ratio
from tokenizers import Tokenizer

from verify.articles.frontmatter import front_matter
from verify.encoder import load_encoder
from verify.language.sentences import paragraphs, sentences
from verify.values.masking import unnumbered

PAIRS = Path(__file__).parent / "pairs.jsonl"
NEAREST, LIKE = 2, 0.3
"""Sentences of another article that each sentence is paired with, and their least cosine."""
MOST_PIECES, MASK_ID = 96, 103
SPELLED = 80
"""Likeness from which on two values are one name in two spellings, which another comparison looks for."""
MARKED = re.compile(r"(.*?)\[\[(.+?)\]\](.*)", re.S)
WORD = re.compile(r"\d[\d,.:/]*\d|\d|[A-Za-z]+")
Span = tuple[int, int]
Pieces = tuple[list[int], list[Span]]


def pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Return the pieces of a sentence, those of numbers and days hidden, and where each stands in it."""
    encoding = tokenizer.encode(text)
    ids, at = list(encoding.ids), list(encoding.offsets)
    hidden = [m.span() for m in WORD.finditer(text) if unnumbered(m[0]) != m[0]]
    for i, (start, end) in enumerate(at):
        if start < end and any(s < end and start < e for s, e in hidden):
            ids[i] = MASK_ID
    return ids, at


def together(left: Pieces, right: Pieces) -> tuple[list[int], list[int]]:
    """Return the pieces of two sentences that are read together, and of each whether it is of the first (1), the second (2) or a mark (0)."""
    return [*left[0], *right[0][1:]], [0, *[1] * (len(left[0]) - 2), 0, *[2] * (len(right[0]) - 2), 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences, whether they contradict each other, and of those that do where the values stand (else no places)."""

    left: str
    right: str
    contradicts: bool
    at: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    story: str = ""


def written() -> Iterator[Pair]:
    """Yield the written pairs."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (left, ours), (right, theirs) = (_unmarked(row[side]) for side in "ab")
        apart = row["relation"] == "excludes"
        yield Pair(left=left, right=right, contradicts=apart, at=((ours,), (theirs,)) if apart else ((), ()))


def _unmarked(text: str) -> tuple[str, Span]:
    before, value, after = MARKED.fullmatch(text).groups()  # type: ignore[union-attr]
    return before + value + after, (len(before), len(before) + len(value))


def of_story(folder: Path) -> list[Pair]:
    """Return the nearest sentences of a story's articles and those that its gold sets against each other."""
    texts = {f.stem: f.read_text(encoding="utf-8") for f in sorted(folder.glob("*.txt"))}
    bodies = {stem: text[front_matter(text).end :].lstrip("\n") for stem, text in texts.items()}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["relations"]
    lines = [(stem, s.start, s.end) for stem, body in bodies.items() for s in sentences(body, paragraphs(body))]
    said = [bodies[stem][start:end] for stem, start, end in lines]
    apart, other = _of_gold(gold, bodies, lines)
    pairs = {*_nearest(lines, np.array(load_encoder().encode(said))), *apart} - other
    return [
        Pair(
            left=said[i],
            right=said[j],
            contradicts=(i, j) in apart,
            at=apart.get((i, j), ((), ())),
            story=folder.name,
        )
        for i, j in sorted(pairs)
    ]


def _nearest(lines: Sequence[tuple[str, int, int]], vectors: np.ndarray) -> Iterator[tuple[int, int]]:
    cosines = vectors @ vectors.T
    stems = np.array([stem for stem, _, _ in lines])
    for i in range(len(lines)):
        for stem in set(stems) - {stems[i]}:
            own = np.flatnonzero(stems == stem)
            best = own[np.argsort(-cosines[i, own])][:NEAREST]
            yield from ((min(i, j), max(i, j)) for j in map(int, best) if cosines[i, j] >= LIKE)


def _of_gold(
    gold: Sequence[Mapping[str, object]], bodies: Mapping[str, str], lines: Sequence[tuple[str, int, int]]
) -> tuple[dict[tuple[int, int], tuple[tuple[Span, ...], tuple[Span, ...]]], set[tuple[int, int]]]:
    """Return the pairs of sentences that contradict each other in words, with the places, and those that gold leaves open."""
    apart: dict[tuple[int, int], tuple[tuple[Span, ...], tuple[Span, ...]]] = {}
    other: set[tuple[int, int]] = set()
    for relation in gold:
        if relation["relation"] not in {"conflict", "update"}:
            continue
        groups = [[_place(bodies, lines, *snippet) for snippet in group] for group in relation["groups"]]  # type: ignore[attr-defined]
        for ours, theirs in ((a, b) for one, two in combinations(groups, 2) for a in one for b in two):
            if ours is None or theirs is None or lines[ours[0]][0] == lines[theirs[0]][0]:
                continue
            left, right = sorted((ours, theirs))
            if relation["relation"] == "conflict" and _in_words(left[2], right[2]):
                apart[left[0], right[0]] = ((left[1],), (right[1],))
            elif relation["relation"] == "update" and _in_words(left[2], right[2]):
                other.add((left[0], right[0]))
    return apart, other - set(apart)


def _in_words(left: str, right: str) -> bool:
    """Return whether two values are words, no numbers or days and no two spellings of a name."""
    return unnumbered(left) == left and unnumbered(right) == right and ratio(left, right) < SPELLED


def _place(
    bodies: Mapping[str, str], lines: Sequence[tuple[str, int, int]], stem: str, snippet: str
) -> tuple[int, Span, str] | None:
    """Return the sentence that holds a snippet of the gold, and where in it; None for one that runs over two."""
    words, _, nth = snippet.partition("@")
    start = -1
    for _ in range(int(nth or 1)):
        start = bodies[stem].index(words, start + 1)
    for n, (name, first, last) in enumerate(lines):
        if name == stem and first <= start and start + len(words) <= last:
            return n, (start - first, start + len(words) - first), words
    return None
