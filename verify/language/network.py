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
from verify.language.trees import best_heads
from verify.language.wordpieces import Pieces, encode_words, join_pieces, load_tokenizer, shape
from verify.runtime import open_session, side_by_side

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent.parent / "data" / "english"
MAX_WORDS = 120
"""Longer sentences (lists without a stop) are read in parts."""
LIKELY_RULES = 5
FILES = ("model.onnx", "vocab.json", "lemmas.json", "tokenizer.json")
INPUTS = ("ids", "shapes", "first", "last")


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

    session: InferenceSession
    tokenizer: Tokenizer
    classes: dict[str, tuple[str, ...]]
    lemmas: dict[str, str]
    known: frozenset[str]

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """Parse sentences given as words, each at most `MAX_WORDS`; the parse of one does not depend on the others."""
        return side_by_side(self._parse, sentences)

    def _parse(self, words: Sequence[str]) -> Parse:
        pieces = self._pieces(words)
        scores = self.session.run(None, {k: np.array([getattr(pieces, k)], dtype=np.int64) for k in INPUTS})
        return self._decode(words, [s[0] for s in scores])

    def _pieces(self, words: Sequence[str]) -> Pieces:
        ids = encode_words(words, tokenizer=self.tokenizer)
        most = max(1, 500 // max(1, len(words)))
        if sum(map(len, ids)) > 500:
            ids = tuple(i[:most] for i in ids)
        return join_pieces(ids, shapes=[shape(w) for w in words])

    def _decode(self, words: Sequence[str], scores: Sequence[NDArray[np.float32]]) -> Parse:
        n = len(words)
        arcs, labels, upos, xpos, feats, lemma, entity = (s[:n] for s in scores)
        heads = best_heads(arcs[:, : n + 1])
        tags, fine = self._best("upos", upos), self._best("xpos", xpos)
        return Parse(
            heads=tuple(heads),
            deps=_one_root(self._best("dep", labels[np.arange(n), heads]), heads),
            upos=tags,
            xpos=fine,
            feats=self._best("feats", feats),
            lemmas=self._lemmas(words, tags, fine, lemma),
            entities=best_labels(entity, self.classes["entity"]),
        )

    def _best(self, name: str, scores: NDArray[np.float32]) -> tuple[str, ...]:
        names = self.classes[name]
        return tuple(names[k] for k in scores.argmax(-1).tolist())

    def _lemmas(
        self, words: Sequence[str], tags: Sequence[str], fine: Sequence[str], scores: NDArray[np.float32]
    ) -> tuple[str, ...]:
        best = np.argsort(-scores, axis=-1)[:, :LIKELY_RULES].tolist()
        names = self.classes["lemma"]
        return tuple(
            choose_lemma(word, upos=u, xpos=x, rules=(names[k] for k in row), seen=self.lemmas, known=self.known)
            for word, u, x, row in zip(words, tags, fine, best, strict=True)
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
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return tuple(labels[i] for i in reversed(best))


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
    session = open_session(folder / "model.onnx")
    classes = {k: tuple(v) for k, v in json.loads((folder / "vocab.json").read_text(encoding="utf-8")).items()}
    lemmas = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    known = frozenset(w for w in tokenizer.get_vocab() if w.isalpha()) | {lemma.lower() for lemma in lemmas.values()}
    return Network(session=session, tokenizer=tokenizer, classes=classes, lemmas=lemmas, known=known)
