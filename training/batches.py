"""Sentences → padded tensors, with the label vocabularies and the capitals disturbed as headlines and messages disturb them."""

from __future__ import annotations

import collections
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from corpora import LABELS, Sentence
from torch import Tensor

from verify.language.lemmas import edit_rule
from verify.language.wordpieces import SHAPES, encode_words, join_pieces, load_tokenizer, shape

IGNORE = -100
HEAD_FIELDS = ("upos", "xpos", "feats", "lemma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """Class names of each head, in order."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    dep: tuple[str, ...]
    entity: tuple[str, ...] = LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A sentence in numbers; a tree-less one has empty tag rows."""

    words: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]
    heads: tuple[int, ...]
    deps: tuple[int, ...]
    tags: dict[str, tuple[int, ...]]
    entities: Tensor | None

    @property
    def length(self) -> int:
        """Number of word pieces, [CLS] and [SEP] included."""
        return sum(map(len, self.pieces)) + 2


def vocabularies(sentences: Sequence[Sentence], *, least: int = 2) -> Vocabularies:
    """Collect the classes of the trees; lemma rules and features seen fewer than `least` times are left out."""
    count: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for s in sentences:
        if s.tree:
            for field, values in (
                ("upos", s.tree.upos),
                ("xpos", s.tree.xpos),
                ("feats", s.tree.feats),
                ("lemma", rules(s)),
                ("dep", s.tree.deps),
            ):
                count[field].update(values)
    names = {
        k: tuple(v for v, n in sorted(c.items()) if n >= (least if k in {"lemma", "feats"} else 1))
        for k, c in count.items()
    }
    return Vocabularies(**names)


def rules(s: Sentence) -> list[str]:
    """Return the lemma rule of each word."""
    return [edit_rule(w, lemma) for w, lemma in zip(s.words, s.tree.lemmas, strict=True)]


def code(sentences: Sequence[Sentence], vocab: Vocabularies, tokenizer_path: Path, *, most: int = 250) -> list[Coded]:
    """Turn sentences into numbers; those beyond `most` pieces are left out (a handful, lists mostly)."""
    tokenizer = load_tokenizer(tokenizer_path)
    index = {k: {v: i for i, v in enumerate(getattr(vocab, k))} for k in (*HEAD_FIELDS, "dep", "entity")}
    out = []
    for s in sentences:
        tags, heads, deps = {}, (), ()
        if s.tree:
            values = {"upos": s.tree.upos, "xpos": s.tree.xpos, "feats": s.tree.feats, "lemma": rules(s)}
            tags = {k: tuple(index[k].get(v, IGNORE) for v in row) for k, row in values.items()}
            heads, deps = s.tree.heads, tuple(index["dep"].get(d, IGNORE) for d in s.tree.deps)
        entities = None
        if s.entities:
            entities = torch.tensor([[label in allowed for label in vocab.entity] for allowed in s.entities])
        c = Coded(
            words=s.words,
            pieces=encode_words(s.words, tokenizer=tokenizer),
            heads=heads,
            deps=deps,
            tags=tags,
            entities=entities,
        )
        if c.length <= most:
            out.append(c)
    return out


def disturbed(words: Sequence[str], rng: random.Random) -> Sequence[str]:
    """Return the words lower-cased, in title case or in capitals, one sentence in ten in all."""
    x = rng.random()
    if x < 0.04:
        return [w.lower() for w in words]
    if x < 0.08:
        return [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    if x < 0.095:
        return [w.upper() for w in words]
    return words


def collate(batch: Sequence[Coded], *, rng: random.Random | None = None) -> dict[str, Tensor]:
    """Pad a batch. Arcs count from 1, 0 is the root; padding is 0 for inputs and IGNORE for targets."""
    rows = []
    for c in batch:
        words = disturbed(c.words, rng) if rng else c.words
        rows.append(join_pieces(c.pieces, shapes=[shape(w) for w in words]))
    t, w = max(len(r.ids) for r in rows), max(len(c.words) for c in batch)
    out = {k: torch.zeros(len(batch), t, dtype=torch.long) for k in ("ids", "shapes")}
    out |= {k: torch.zeros(len(batch), w, dtype=torch.long) for k in ("first", "last")}
    out |= {k: torch.full((len(batch), w), IGNORE) for k in ("heads", "deps", *HEAD_FIELDS)}
    out["entity"] = torch.ones(len(batch), w, len(LABELS), dtype=torch.bool)
    for i, (c, r) in enumerate(zip(batch, rows, strict=True)):
        for k, v in (
            ("ids", r.ids),
            ("shapes", r.shapes),
            ("first", r.first),
            ("last", r.last),
            ("heads", c.heads),
            ("deps", c.deps),
            *c.tags.items(),
        ):
            if v:
                out[k][i, : len(v)] = torch.tensor(v)
        if c.entities is not None:
            out["entity"][i, : len(c.words)] = c.entities
    return out


def batches(coded: Sequence[Coded], *, pieces: int, rng: random.Random | None = None) -> Iterator[list[Coded]]:
    """Yield batches of at most `pieces` padded word pieces, of similar lengths; shuffled where `rng` is given."""
    order = sorted(coded, key=lambda c: c.length + (rng.random() * 4 if rng else 0))
    groups: list[list[Coded]] = [[]]
    for c in order:
        if groups[-1] and c.length * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(c)
    if rng:
        rng.shuffle(groups)
    yield from groups


N_SHAPES = len(SHAPES)
