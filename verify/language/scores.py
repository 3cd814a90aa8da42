"""The parser's network: the word pieces of sentences → scores of tags, arcs, labels and names.

`training/parser_graph.py` writes its graph. What is a few numbers a word is computed here: the embeddings of the pieces, of which the
word table stays int8, and the labels of the arcs that were chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from verify.language.wordpieces import Pieces
from verify.runtime import Floats, as_floats, open_session, stored

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

GRAPH, WEIGHTS = "model.onnx", "model.safetensors"
OUTPUTS = ("tags", "arcs", "relations", "heads")
WORDS = "word.weight"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """Scores of one sentence: tags (words, classes of all heads), arcs (words, words + 1), where column 0 is the root."""

    tags: Floats
    arcs: Floats
    relations: Floats
    heads: Floats

    def labels(self, chosen: Sequence[int]) -> Floats:
        """Return the scores of the labels of the chosen arcs, shape (words, labels)."""
        left = self.relations.reshape(len(self.relations), -1, self.heads.shape[1] + 1)
        found: Floats = np.einsum("wcs,ws->wc", left[:, :, :-1], self.heads[list(chosen)]) + left[:, :, -1]
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scorer:
    """The loaded network."""

    session: InferenceSession
    words: NDArray[np.int8]
    scale: Floats
    zero: Floats
    positions: Floats
    shapes: Floats

    def score(self, sentences: Sequence[Pieces]) -> list[Scores]:
        """Return the scores of sentences that all have the same number of pieces."""
        words = [len(s.first) for s in sentences]
        most, pieces = max(words), len(sentences[0].ids)
        start = np.arange(len(sentences), dtype=np.int64)[:, None] * pieces
        first, last = (
            np.array([places + (0,) * (most - len(places)) for places in side], dtype=np.int64) + start
            for side in ([s.first for s in sentences], [s.last for s in sentences])
        )
        inputs: dict[str, NDArray[Any]] = {
            "embedded": self._embedded(sentences),
            "first": first,
            "last": last,
            "root": start,
        }
        found = zip(*self.session.run(list(OUTPUTS), inputs), strict=True)
        return [
            Scores(tags=tags[:n], arcs=arcs[:n, : n + 1], relations=relations[:n], heads=heads[: n + 1])
            for n, (tags, arcs, relations, heads) in zip(words, found, strict=True)
        ]

    def _embedded(self, sentences: Sequence[Pieces]) -> Floats:
        """Return the embeddings of pieces, positions and shapes, summed, shape (sentences, pieces, width)."""
        ids, shapes = np.array([s.ids for s in sentences]), np.array([s.shapes for s in sentences])
        words: Floats = (self.words[ids].astype(np.float32) - self.zero) * self.scale
        found: Floats = words + self.positions[: ids.shape[1]] + self.shapes[shapes]
        return found


def load_scorer(folder: Path) -> Scorer:
    """Load the network of a folder."""
    arrays = stored(np.memmap(folder / WEIGHTS, dtype=np.uint8, mode="r"))
    own = {
        name: arrays.pop(name) for name in (WORDS, f"{WORDS}.scale", f"{WORDS}.zero", "position.weight", "shape.weight")
    }
    return Scorer(
        session=open_session(folder / GRAPH, as_floats(arrays)),
        words=own[WORDS],
        scale=own[f"{WORDS}.scale"],
        zero=own[f"{WORDS}.zero"],
        positions=own["position.weight"],
        shapes=own["shape.weight"],
    )
