"""Figures of a model on coded sentences: attachment, tags, lemmas, entities; greedy heads, so that it can run after every epoch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from batches import HEAD_FIELDS, IGNORE, Coded, Vocabularies, batches, collate
from model import Parser

PLAIN = ("PER", "ORG", "LOC")


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the (first, last, type) of a row of BIO labels; an I without its B begins a span."""
    out, start, kind = set(), 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and not (label[:1] == "I" and label[2:] == kind):
            out.add((start, i - 1, kind))
            kind = ""
        if label != "O" and not kind:
            start, kind = i, label[2:]
    return out


def scored(model: Parser, coded: Sequence[Coded]) -> Iterator[tuple[Coded, dict[str, list[int]]]]:
    """Yield each sentence with its best class per word and head."""
    for group in batches(coded, pieces=8000):
        batch = collate(group)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            arcs, labels, *heads = model(batch["ids"], batch["shapes"], batch["first"], batch["last"])
        for i, c in enumerate(group):
            n = len(c.words)
            best = arcs[i, :n, : n + 1].argmax(-1)
            rel = labels[i, torch.arange(n), best].argmax(-1)
            row = {k: h[i, :n].argmax(-1).tolist() for k, h in zip((*HEAD_FIELDS, "entity"), heads, strict=True)}
            yield c, row | {"heads": best.tolist(), "deps": rel.tolist()}


def measure(model: Parser, coded: Sequence[Coded], vocab: Vocabularies) -> dict[str, float]:
    """Return percentages; LAS on universal labels (subtypes dropped, as CoNLL 2018) and `full` with them, entities as span F1 on PER, ORG, LOC."""
    model.eval()
    total = dict.fromkeys(("n", "uas", "las", "full", *HEAD_FIELDS), 0)
    hit = said = gold = 0
    for c, row in scored(model, coded):
        for i, head in enumerate(c.heads):
            right = row["heads"][i] == head
            want, got = (vocab.dep[c.deps[i]] if c.deps[i] != IGNORE else "?"), vocab.dep[row["deps"][i]]
            total["n"] += 1
            total["uas"] += right
            total["las"] += right and want.split(":")[0] == got.split(":")[0]
            total["full"] += right and want == got
            for k in HEAD_FIELDS:
                total[k] += c.tags[k][i] == row[k][i]
        if c.entities is not None:
            truth = [
                next((label for label, ok in zip(vocab.entity, r, strict=True) if ok and label[2:] in PLAIN), "O")
                if sum(r) == 1
                else "O"
                for r in c.entities.tolist()
            ]
            want = {s for s in spans(truth) if s[2] in PLAIN}
            got = {s for s in spans([vocab.entity[e] for e in row["entity"]]) if s[2] in PLAIN}
            hit, said, gold = hit + len(want & got), said + len(got), gold + len(want)
    out = {k: round(100 * v / total["n"], 2) for k, v in total.items() if k != "n" and total["n"]}
    return out | ({"entities": round(200 * hit / max(said + gold, 1), 2)} if gold else {})
