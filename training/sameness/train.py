"""Train the sameness model.

usage: PYTHONPATH=.:training/sameness python training/sameness/train.py RUN [--labelled DATA] [--start RUN.pt] [--epochs N]

RUN.pt is written after each epoch. DATA is a folder with `stories/incidents`, `stories/politics` and `ecb`, of which labels.csv has pairs. A
step is a story: its sentences are encoded once, its pairs scored from the vectors of their claims. bfloat16 in the encoder.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from data import SLOTS, STORIES, Example, gold_files, held, kept_to_fit, labelled, own_stories, sentence
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from verify.align.sameness import HEADS, MASK_ID, MOST_PIECES
from verify.encoder.minilm import bundled_folder, load_tokenizer

WIDTH, TOGETHER, NEGATIVES = 128, 24, 250
RATES = {False: (6e-5, 1e-3), True: (5e-5, 6e-4)}
"""Rates of learning of the encoder and of the heads, from the start or on from an earlier run."""
CONTRAST = 0.3
"""Weight of the loss by which a claim has its partners nearest among all of the story, beside that of the pairs."""
OF_SUMS = 0.3
"""Weight of the loss of sums, for which there is a tenth as many pairs."""


class Model(nn.Module):
    """MiniLM and the heads of `verify/align/sameness.py`."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(bundled_folder(), add_pooling_layer=False, local_files_only=True)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.focus, self.context = nn.Linear(384, WIDTH), nn.Linear(384, WIDTH, bias=False)
        self.query, self.key, self.value = (nn.Linear(384, WIDTH, bias=False) for _ in range(3))
        self.hidden, self.out = nn.Linear(4 * WIDTH, 64), nn.Linear(64, 2)
        self.drop = nn.Dropout(0.2)
        self.scale = nn.Parameter(torch.tensor(8.0))

    def claims(self, ids: Tensor, mask: Tensor, rows: Tensor, places: Tensor) -> Tensor:
        """Return the vectors of claims, each a row of `ids` and a place in it."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        states = states.float()
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        own = self.drop(states[rows, places])
        whole = F.normalize(self.focus(own) + self.context(self.drop(mean[rows])), dim=-1)
        slots = self._slots(own, states[rows], mask[rows])
        return torch.cat([whole, F.normalize(slots, dim=-1)], -1)

    def _slots(self, own: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return what each head gathers from the words of the sentence, asked by the focus."""
        n, length, _ = states.shape
        query = self.query(own).view(n, HEADS, -1)
        key, value = (f(states).view(n, length, HEADS, -1) for f in (self.key, self.value))
        logits = torch.einsum("nhd,nlhd->nhl", query, key) / query.shape[-1] ** 0.5
        weights = torch.softmax(logits.masked_fill(mask[:, None] == 0, -1e4), -1)
        return torch.einsum("nhl,nlhd->nhd", weights, value).reshape(n, -1)

    def pair(self, left: Tensor, right: Tensor) -> Tensor:
        """Return the log odds that claims are one fact, and that they are of one sum, shape (pairs, 2)."""
        features = torch.cat([left * right * 8, (left - right).abs() * 4], -1)
        mixed = self.out(self.drop(F.gelu(self.hidden(features))))
        cosine = (left * right)[:, :WIDTH].sum(-1)
        return mixed + torch.stack([self.scale * (cosine - 0.5), torch.zeros_like(cosine)], -1)


def embed(model: Model, story: Example) -> Tensor:
    """Return the vectors of the claims of a story, each sentence encoded once, sentences of like length together."""
    tokenizer = load_tokenizer(MOST_PIECES)
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, key in enumerate(story.keys):
        text, start = sentence(key)
        where[text].append((row, start))
    read = sorted(((tokenizer.encode(text), own) for text, own in where.items()), key=lambda r: len(r[0].ids))
    order: list[int] = []
    parts = []
    for first in range(0, len(read), TOGETHER):
        batch = read[first : first + TOGETHER]
        longest = max(len(e.ids) for e, _ in batch)
        ids = torch.tensor([e.ids + [0] * (longest - len(e.ids)) for e, _ in batch])
        mask = torch.tensor([[1.0] * len(e.ids) + [0.0] * (longest - len(e.ids)) for e, _ in batch])
        rows, places = [], []
        for n, (pieces, own) in enumerate(batch):
            at = {start: i for i, (start, _) in enumerate(pieces.offsets) if pieces.ids[i] == MASK_ID}
            for row, start in own:
                order.append(row)
                rows.append(n)
                places.append(at.get(start, 0))
        parts.append(model.claims(ids, mask, torch.tensor(rows), torch.tensor(places)))
    return torch.cat(parts)[torch.tensor(np.argsort(order))]


def loss(model: Model, story: Example, rng: random.Random) -> Tensor:
    """Return the loss of a story's pairs, and of its claims' nearest neighbours."""
    vectors = embed(model, story)
    same = [p for p in story.pairs if p[2]]
    other = [p for p in story.pairs if not p[2]]
    pairs = same + rng.sample(other, min(len(other), NEGATIVES))
    left, right = (torch.tensor([p[side] for p in pairs]) for side in (0, 1))
    wanted = torch.tensor([float(p[2]) for p in pairs])
    weights = torch.tensor([p[3] * (4 if p[2] else 1) for p in pairs])
    scores = model.pair(vectors[left], vectors[right])[:, 0]
    total = (F.binary_cross_entropy_with_logits(scores, wanted, reduction="none") * weights).sum() / weights.sum()
    partners = torch.zeros(len(vectors), len(vectors), dtype=torch.bool)
    for i, j, *_ in same:
        partners[i, j] = partners[j, i] = True
    chosen = partners.any(1)
    if chosen.any() and len(other) > len(same):
        whole = vectors[:, :WIDTH]
        logits = (whole @ whole.T * 10).fill_diagonal_(-1e4)[chosen]
        own = torch.logsumexp(logits.masked_fill(~partners[chosen], -1e4), 1)
        total = total + CONTRAST * (torch.logsumexp(logits, 1) - own).mean()
    return total + OF_SUMS * _loss_of_sums(model, vectors, story, rng)


def _loss_of_sums(model: Model, vectors: Tensor, story: Example, rng: random.Random) -> Tensor:
    """Return the loss of pairs that are of one sum, against those of near sentences that are not and those that are one fact."""
    apart = [(i, j, False) for i, j, same, _ in story.pairs if same]
    pairs = [*story.sums, *rng.sample(apart, min(len(apart), NEGATIVES // 5))]
    if not pairs:
        return torch.tensor(0.0)
    left, right = (torch.tensor([p[side] for p in pairs]) for side in (0, 1))
    wanted = torch.tensor([float(p[2]) for p in pairs])
    scores = model.pair(vectors[left], vectors[right])[:, 1]
    return F.binary_cross_entropy_with_logits(scores, wanted, pos_weight=torch.tensor(3.0))


def area(model: Model, stories: Sequence[Example]) -> float:
    """Return the area under the ROC curve over the surely labelled pairs of stories."""
    model.eval()
    scores, labels = [], []
    with torch.no_grad():
        for story in stories:
            pairs = [p for p in story.pairs if p[3] == 1]
            vectors = embed(model, story)
            left, right = (torch.tensor([p[side] for p in pairs], dtype=torch.long) for side in (0, 1))
            scores += model.pair(vectors[left], vectors[right])[:, 0].tolist()
            labels += [p[2] for p in pairs]
    ranks = np.argsort(np.argsort(scores))
    same = np.array(labels)
    return float((ranks[same].sum() - same.sum() * (same.sum() - 1) / 2) / (same.sum() * (~same).sum()))


def main() -> None:
    """Train and say how well stories that are held back are told apart."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("run", type=Path)
    options.add_argument("--labelled", type=Path)
    options.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    options.add_argument("--epochs", type=int, default=5)
    args = options.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    own = [f for f in gold_files(STORIES) + gold_files(SLOTS) if f.stem not in held()]
    stories = list(own_stories([f for f in own if f.stem not in kept_to_fit()]))
    if args.labelled:
        stories += labelled(args.labelled)
    stories = [s for s in stories if s.pairs]
    print(f"{len(stories)} stories, {sum(len(s.pairs) for s in stories)} pairs")
    checked = list(own_stories([f for f in own if f.stem in kept_to_fit()]))
    model = Model()
    if args.start:
        model.load_state_dict(torch.load(args.start))
    body_rate, head_rate = RATES[bool(args.start)]
    body = [p for n, p in model.named_parameters() if n.startswith("bert.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    rates = [{"params": body, "lr": body_rate}, {"params": heads, "lr": head_rate}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = args.epochs * len(stories)
    ramp = lambda t: min(1.0, t / (0.1 * steps)) * max(0.0, 1 - t / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, ramp)
    for epoch in range(args.epochs):
        start = time.perf_counter()
        model.train()
        rng.shuffle(stories)
        for story in stories:
            found = loss(model, story, rng)
            optimiser.zero_grad()
            found.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        torch.save(model.state_dict(), args.run.with_suffix(".pt"))
        print(
            f"epoch {epoch}: {time.perf_counter() - start:.0f} s, area on stories kept to fit {area(model, checked):.3f}"
        )


if __name__ == "__main__":
    main()
