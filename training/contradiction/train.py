"""Train the contradiction model.

usage: PYTHONPATH=.:training/contradiction python training/contradiction/train.py RUN FOLDER... [--epochs N]

FOLDERs hold stories with gold. RUN.pt is written after each epoch. A step is a batch of pairs of sentences, encoded together; bfloat16 in the
encoder. Word embeddings stay those of the bundled encoder.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from data import MOST_PIECES, Pair, of_story, pieces, together, written
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from verify.encoder.minilm import bundled_folder, load_tokenizer

BATCH, PIECES = 24, 1600
"""Pairs and pieces of a step, at most."""
QUIET = 8
"""Pairs of a story that do not contradict each other, drawn anew for each epoch, for each of its pairs that do (and as many for a story without)."""
KEPT = 4
"""One in so many stories and written pairs is left out, to choose the threshold on."""
OTHERS = 8
"""Of the pairs of stories that do not contradict each other one in so many is read to measure."""
OF_PLACES = 0.5
"""Weight of the loss of where the values stand."""


class Model(nn.Module):
    """MiniLM over two sentences, with a head for whether two sentences contradict each other and one for where."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(bundled_folder(), add_pooling_layer=False, local_files_only=True)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.place = nn.Linear(384, 1)
        self.hidden, self.out = nn.Linear(4 * 384, 96), nn.Linear(96, 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, ids: Tensor, mask: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log odds that pairs contradict each other, and that pieces are of the values that do; `sides` marks the pieces of either."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        states = states.float()
        places = self.place(self.drop(states))[..., 0]
        pooled = [self._value(states, places, sides == side) for side in (1, 2)]
        features = torch.cat([states[:, 0], *pooled, (pooled[0] - pooled[1]).abs()], -1)
        return self.out(self.drop(F.gelu(self.hidden(self.drop(features)))))[:, 0], places

    def _value(self, states: Tensor, places: Tensor, own: Tensor) -> Tensor:
        weights = torch.softmax(places.masked_fill(~own, -1e4), -1)
        return (weights[..., None] * states).sum(1)


def batches(pairs: Sequence[Pair], rng: random.Random) -> Iterable[list[Pair]]:
    """Yield pairs of like length together, in random order."""
    ordered = sorted(pairs, key=lambda p: len(p.left) + len(p.right) + rng.random() * 20)
    groups: list[list[Pair]] = [[]]
    for p in ordered:
        if len(groups[-1]) == BATCH or (len(groups[-1]) + 1) * (len(p.left) + len(p.right)) / 4.2 > PIECES:
            groups.append([])
        groups[-1].append(p)
    rng.shuffle(groups)
    return groups


def read(pairs: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the pieces of pairs, which there are, the side of each, and whether it is of a value that contradicts another."""
    tokenizer = load_tokenizer(MOST_PIECES)
    rows = []
    for p in pairs:
        left, right = pieces(tokenizer, p.left), pieces(tokenizer, p.right)
        ids, sides = together(left, right)
        at = [
            [start < end and any(s < end and start < e for s, e in own) for start, end in places]
            for (_, places), own in ((left, p.at[0]), (right, p.at[1]))
        ]
        rows.append((ids, sides, [*at[0], *at[1][1:]]))
    longest = max(len(ids) for ids, _, _ in rows)
    pad = lambda k: torch.tensor([[int(x) for x in row[k]] + [0] * (longest - len(row[k])) for row in rows])
    mask = torch.tensor([[1.0] * len(row[0]) + [0.0] * (longest - len(row[0])) for row in rows])
    return pad(0), mask, pad(1), pad(2).float()


def loss(model: Model, pairs: Sequence[Pair]) -> Tensor:
    """Return the loss of whether pairs contradict each other, and of where the values of those that do stand."""
    ids, mask, sides, at = read(pairs)
    scores, places = model(ids, mask, sides)
    wanted = torch.tensor([float(p.contradicts) for p in pairs])
    total = F.binary_cross_entropy_with_logits(scores, wanted)
    told = (wanted[:, None] * (sides > 0)).bool()
    if told.any():
        own = F.binary_cross_entropy_with_logits(places[told], at[told], pos_weight=torch.tensor(2.0))
        total = total + OF_PLACES * own
    return total


def recalls(model: Model, pairs: Sequence[Pair], *, one_in: int = 1) -> dict[str, object]:
    """Return the average precision, and the share of contradictions found at some precisions; of other pairs one in so many is read for all."""
    model.eval()
    chosen = [p for p in pairs if p.contradicts] + [p for p in pairs if not p.contradicts][::one_in]
    scores, labels = [], []
    with torch.no_grad():
        for own in batches(chosen, random.Random(1)):
            ids, mask, sides, _ = read(own)
            scores += model(ids, mask, sides)[0].tolist()
            labels += [p.contradicts for p in own]
    order = np.argsort(-np.array(scores), kind="stable")
    right = np.array(labels)[order]
    precision = np.cumsum(right) / np.cumsum(np.where(right, 1, one_in))
    recall = np.cumsum(right) / right.sum()
    found = {}
    for least in (0.9, 0.8, 0.7, 0.6, 0.5, 0.3):
        good = np.flatnonzero(precision >= least)
        found[f"{least:.0%}"] = (
            (round(float(recall[good[-1]]), 2), round(scores[order[good[-1]]], 1)) if good.size else ()
        )
    return {
        "of": len(right),
        "true": int(right.sum()),
        "ap": round(float((precision * right).sum() / right.sum()), 3),
        **found,
    }


def drawn(stories: dict[str, list[Pair]], rng: random.Random) -> list[Pair]:
    """Return the contradictions of stories and some of their other pairs."""
    out = []
    for own in stories.values():
        apart = [p for p in own if p.contradicts]
        quiet = [p for p in own if not p.contradicts]
        out += apart + rng.sample(quiet, min(len(quiet), QUIET * max(len(apart), 1)))
    return out


def train(run: Path, stories: dict[str, list[Pair]], own: Sequence[Pair], *, epochs: int) -> None:
    """Train, and say how well what is held back is told."""
    torch.manual_seed(1)
    rng = random.Random(1)
    names = sorted(stories)
    learned = {name: stories[name] for n, name in enumerate(names) if n % KEPT}
    checked = [p for n, name in enumerate(names) if not n % KEPT for p in stories[name]]
    taught, asked = ([p for n, p in enumerate(own) if bool(n % KEPT) == kept] for kept in (True, False))
    model = Model()
    body = [p for n, p in model.named_parameters() if n.startswith("bert.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": 8e-5}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * len(list(batches([*taught, *drawn(learned, rng)], rng)))
    ramp = lambda t: min(1.0, t / (0.1 * steps)) * max(0.02, 1 - t / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, ramp)
    for epoch in range(epochs):
        start = time.perf_counter()
        model.train()
        for pairs in batches([*taught, *drawn(learned, rng)], rng):
            found = loss(model, pairs)
            optimiser.zero_grad()
            found.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        torch.save(model.state_dict(), run.with_suffix(".pt"))
        print(f"epoch {epoch}: {time.perf_counter() - start:.0f} s; written {recalls(model, asked)}", flush=True)
        print(f"  stories {recalls(model, checked, one_in=OTHERS)}", flush=True)


def main() -> None:
    """Read the stories and train."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("run", type=Path)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--epochs", type=int, default=4)
    args = options.parse_args()
    stories = {f.name: of_story(f) for folder in args.folders for f in sorted(folder.iterdir()) if f.is_dir()}
    train(args.run, stories, list(written()), epochs=args.epochs)


if __name__ == "__main__":
    main()
