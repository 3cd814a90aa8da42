"""The bundled network: words of sentences → tags, lemmas, trees and entities, by onnxruntime, without torch or transformers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.language.lemmas import choose_lemma
from verify.language.scores import GRAPH, WEIGHTS, Scorer, Scores, load_scorer
from verify.language.trees import best_heads, uncrossed
from verify.language.wordpieces import Pieces, encode_words, join_pieces, load_tokenizer, shape
from verify.runtime import Floats, best, in_batches, ranked, side_by_side

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent.parent / "data" / "english"
MAX_WORDS = 120
"""Longer sentences (lists without a stop) are read in parts."""
LIKELY_RULES = 5
FILES = (GRAPH, WEIGHTS, "vocab.json", "lemmas.json", "tokenizer.json")
TAGS = ("upos", "xpos", "feats", "lemma", "entity")
"""The heads whose scores the network gives side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """Annotation of one sentence; heads count from 1, 0 is the root; entities are BIO labels."""

    heads: tuple[int, ...]
    deps: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A loaded model with its class names."""

    scorer: Scorer
    tokenizer: Tokenizer
    classes: dict[str, tuple[str, ...]]
    lemmas: dict[str, str]
    known: frozenset[str]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences given as words, each at most `MAX_WORDS`; the parse of one does not depend on the others."""
        pieces = [self._pieces(words) for words in sentences]
        scores = in_batches(self.scorer.score, pieces, size=lambda p: len(p.ids))
        return side_by_side(lambda pair: self._decode(*pair), zip(sentences, scores, strict=True))

    def _pieces(self, words: Sequence[str]) -> Pieces:
        ids = encode_words(words, tokenizer=self.tokenizer)
        most = max(1, 500 // max(1, len(words)))
        if sum(map(len, ids)) > 500:
            ids = tuple(i[:most] for i in ids)
        return join_pieces(ids, shapes=[shape(w) for w in words])

    def _decode(self, words: Sequence[str], scores: Scores) -> Parse:
        ends = np.cumsum([len(self.classes[name]) for name in TAGS])
        upos, xpos, feats, lemma, entity = np.split(scores.tags, ends[:-1], axis=1)
        heads = best_heads(scores.arcs)
        tags, fine = self._best("upos", upos), self._best("xpos", xpos)
        deps = _one_root(self._best("dep", scores.labels(heads)), heads)
        return Parse(
            heads=tuple(uncrossed(heads, deps, words)),
            deps=deps,
            upos=tags,
            xpos=fine,
            feats=self._best("feats", feats),
            lemmas=self._lemmas(words, tags, fine, lemma),
            entities=best_labels(entity, self.classes["entity"]),
        )

    def _best(self, name: str, scores: Floats) -> tuple[str, ...]:
        names = self.classes[name]
        return tuple(names[k] for k in best(scores).tolist())

    def _lemmas(
        self, words: Sequence[str], tags: Sequence[str], fine: Sequence[str], scores: NDArray[np.float32]
    ) -> tuple[str, ...]:
        rules = ranked(scores, LIKELY_RULES).tolist()
        names = self.classes["lemma"]
        return tuple(
            choose_lemma(word, upos=u, xpos=x, rules=(names[k] for k in row), seen=self.lemmas, known=self.known)
            for word, u, x, row in zip(words, tags, fine, rules, strict=True)
        )


def _one_root(deps: tuple[str, ...], heads: Sequence[int]) -> tuple[str, ...]:
    """Return the labels with `root` on the root's word and on no other."""
    return tuple("root" if h == 0 else ("dep" if d == "root" else d) for d, h in zip(deps, heads, strict=True))


def best_labels(scores: NDArray[np.float32], labels: Sequence[str]) -> tuple[str, ...]:
    """Return the best row of BIO labels in which every I follows a B or I of its type (Viterbi with hard transitions)."""
    allowed = _transitions(tuple(labels))
    total = scores[0] + np.where([label.startswith("I") for label in labels], -1e9, 0.0)
    back = []
    for row in scores[1:]:
        paths = total[:, None] + allowed
        back.append(best(paths.T))
        total = paths.max(axis=0) + row
    path = [int(best(total))]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return tuple(labels[i] for i in reversed(path))


@cache
def _transitions(labels: tuple[str, ...]) -> NDArray[np.float64]:
    """Return 0 where label b may follow label a, else a large negative number."""
    return np.array([[0.0 if not b.startswith("I") or a[2:] == b[2:] else -1e9 for b in labels] for a in labels])


@cache
def load_network(folder: Path = FOLDER) -> Network:
    """Load the model of a folder once. Raises ModelError where a file is missing."""
    missing = [name for name in FILES if not (folder / name).exists()]
    if missing:
        raise ModelError(
            f"{folder}: {', '.join(missing)} not found, expected the files of the bundled English pipeline"
        )
    scorer = load_scorer(folder)
    classes = {k: tuple(v) for k, v in json.loads((folder / "vocab.json").read_text(encoding="utf-8")).items()}
    lemmas = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    known = frozenset(w for w in tokenizer.get_vocab() if w.isalpha()) | {lemma.lower() for lemma in lemmas.values()}
    return Network(scorer=scorer, tokenizer=tokenizer, classes=classes, lemmas=lemmas, known=known)
