"""How likely two claims are one slot of one event, by a small model that reads both in their sentences with all values hidden.

Each sentence is encoded once by a fine-tuned MiniLM (`training/sameness/`). A claim's vector has two halves: the first is made of the state at its
mask and the mean of its sentence, so that claims on one fact lie near each other however they are worded; the second is what four heads of
attention gather from the sentence as the mask asks for it: its own slots. A pair is scored from its two vectors alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from verify.align.masks import in_order, masked
from verify.claims import kind_of
from verify.encoder.minilm import GRAPH, WORDS, bundled_words, load_tokenizer
from verify.model import Claim
from verify.runtime import Floats, as_floats, in_background, in_batches, open_session, stored

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent.parent / "data" / "sameness" / "model.safetensors"
ENCODER = ("embeddings.", "encoder.")
MOST_PIECES, MASK_ID, HEADS = 96, 103, 4
SEPARATOR = "\x1e"

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sameness:
    """The loaded model."""

    session: InferenceSession
    tokenizer: Tokenizer
    heads: Mapping[str, Floats]

    def encode(self, keys: Sequence[str]) -> Floats:
        """Return the vectors of claims, both halves of unit length, shape (claims, width); a key is what `foci` gives."""
        where: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row, key in enumerate(keys):
            start, _, text = key.partition(SEPARATOR)
            where[text].append((row, int(start)))
        sentences = [self._sentence(text, places) for text, places in where.items()]
        found = dict(p for rows in in_batches(self._encode, sentences, size=lambda s: len(s[0])) for p in rows)
        return np.array([found[row] for row in range(len(keys))], dtype=np.float32).reshape(len(keys), -1)

    def _sentence(self, text: str, places: Places) -> tuple[list[int], Places]:
        """Return the pieces of a sentence, and of each claim in it its row and its piece (that of [CLS] where it was cut off)."""
        pieces = self.tokenizer.encode(text)
        at = {start: i for i, (start, _) in enumerate(pieces.offsets) if pieces.ids[i] == MASK_ID}
        return pieces.ids, [(row, at.get(start, 0)) for row, start in places]

    def _encode(self, sentences: Sequence[tuple[list[int], Places]]) -> list[list[tuple[int, Floats]]]:
        (states,) = self.session.run(None, {"ids": np.array([ids for ids, _ in sentences], dtype=np.int32)})
        return [self._vectors(state, places) for state, (_, places) in zip(states, sentences, strict=True)]

    def _vectors(self, states: Floats, places: Places) -> list[tuple[int, Floats]]:
        """Return the rows of a sentence's claims, each with its vector, from the states of its pieces."""
        heads, size = self.heads, len(states)
        context = heads["context.weight"] @ states.mean(axis=0)
        key, value = ((states @ heads[f"{name}.weight"].T).reshape(size, HEADS, -1) for name in ("key", "value"))
        found = []
        for row, at in places:
            whole = heads["focus.weight"] @ states[at] + heads["focus.bias"] + context
            asked = (heads["query.weight"] @ states[at]).reshape(HEADS, -1)
            logits = np.einsum("hd,lhd->hl", asked, key) / np.sqrt(np.float32(asked.shape[1]))
            weights = np.exp(logits - logits.max(axis=1, keepdims=True))
            slots = np.einsum("hl,lhd->hd", weights / weights.sum(axis=1, keepdims=True), value).reshape(-1)
            halves = [half / np.linalg.norm(half) for half in (whole, slots)]
            found.append((row, np.concatenate(halves).astype(np.float32)))
        return found

    def score(self, left: Floats, right: Floats) -> Floats:
        """Return the log odds that pairs of claims, by two arrays (pairs, width), are one fact, and that they are of one sum, shape (pairs, 2)."""
        heads = self.heads
        product = left * right
        features = np.concatenate([product * 8, np.abs(left - right) * 4], axis=1)
        found = _gelu(features @ heads["hidden.weight"].T + heads["hidden.bias"]) @ heads["out.weight"].T
        found += heads["out.bias"]
        found[:, 0] += heads["scale"] * (halved(product).sum(axis=1) - np.float32(0.5))
        return found.astype(np.float32)


def halved(vectors: Floats) -> Floats:
    """Return the halves of claims' vectors by which claims on one fact lie near each other."""
    return vectors[:, : vectors.shape[1] // 2]


def _gelu(x: Floats) -> Floats:
    """Return the Gaussian error linear unit, with the error function of Abramowitz and Stegun (1964), 7.1.26, right to 1.5e-7."""
    z = np.abs(x) / np.sqrt(np.float32(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    error = np.sign(x) * (1 - series * np.exp(-z * z))
    found: Floats = (x * 0.5 * (1 + error)).astype(np.float32)
    return found


@cache
def load_sameness() -> Sameness:
    """Load the model once; its word embeddings are those of the bundled encoder. Raises ModelError where that is altered."""
    arrays = as_floats(stored(np.memmap(WEIGHTS, dtype=np.uint8, mode="r")))
    encoder = {name: array for name, array in arrays.items() if name.startswith(ENCODER)}
    heads = {name: array for name, array in arrays.items() if name not in encoder}
    session = open_session(GRAPH, {**encoder, WORDS: bundled_words()})
    return Sameness(session=session, tokenizer=load_tokenizer(MOST_PIECES), heads=heads)


def sameness_soon() -> Callable[[], Sameness]:
    """Return what gives the model, which is loaded meanwhile."""
    return in_background(load_sameness).result


@cache
def model_id() -> str:
    """Return the digest of the model's weights."""
    return sha256(WEIGHTS.read_bytes()).hexdigest()


def foci(text: str, claims: Sequence[Claim]) -> dict[str, str]:
    """Return what the model reads of the claims of one article by identifier: the masked sentence and where in it the claim's mask begins."""
    found: dict[str, str] = {}
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for c in claims:
        if kind_of(c).masked is not None:
            sentences[c.sentence.start, c.sentence.end].append(c)
    for own in sentences.values():
        values = [c for c in own if not kind_of(c).name_is_value]
        found |= _keys(text, in_order(values), names=False)
        if len(values) < len(own):
            found |= _keys(text, in_order(own), names=True)
    return found


def _keys(text: str, claims: Sequence[Claim], *, names: bool) -> dict[str, str]:
    """Return what is read of the claims whose values are hidden together: of those whose value is a name alone, or of the others."""
    if not claims:
        return {}
    hidden = masked(text, claims)
    return {
        c.id: f"{start}{SEPARATOR}{hidden.text}"
        for c, start in zip(claims, hidden.starts, strict=True)
        if start is not None and kind_of(c).name_is_value == names
    }


def nearest(claims: Iterable[Claim], vectors: Mapping[str, Floats], *, most: int) -> list[tuple[str, str]]:
    """Return pairs of claims of one kind in two articles of which one is among the nearest of the other, at most so many for each claim."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.id in vectors:
            groups[c.kind].append(c)
    return sorted({pair for group in groups.values() for pair in _nearest(group, vectors, most)})


def _nearest(group: Sequence[Claim], vectors: Mapping[str, Floats], most: int) -> Iterable[tuple[str, str]]:
    rows = halved(np.array([vectors[c.id] for c in group]))
    articles = np.unique([c.article for c in group], return_inverse=True)[1]
    for i, c in enumerate(group):
        alike = np.where(articles == articles[i], np.float32(-2), rows @ rows[i])
        best = np.argsort(-alike, kind="stable")[:most]
        yield from ((min(c.id, group[j].id), max(c.id, group[j].id)) for j in best if alike[j] > -2)
