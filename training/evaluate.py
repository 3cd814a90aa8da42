"""Measure the exported pipeline on the test sets; run it once the model is final.

usage: python training/evaluate.py ../shared/data/english [FOLDER] [--dev]

FOLDER defaults to verify/data/english; --dev takes the development sets.

Words are the treebank's own; heads are the tree that the package would return, entities its Viterbi labels. LAS compares universal labels
(subtypes dropped, as CoNLL 2018 did), `full` compares them whole. Entities are exact spans of PER, ORG and LOC. Speed is words a second of
`Network.parse`, one process, all cores.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from corpora import Sentence, read_treebank, read_uner
from measure import PLAIN, spans

from verify.language.network import FOLDER, Parse, load_network

TREES = ("pud-test", "ewt-test", "gum-test")


def attachment(sentences: list[Sentence], parses: list[Parse]) -> dict[str, float]:
    """Return the percentages of words with the right head, head and label, tags and lemma."""
    total = dict.fromkeys(("UAS", "LAS", "full", "UPOS", "XPOS", "feats", "lemma"), 0)
    n = 0
    for s, p in zip(sentences, parses, strict=True):
        t = s.tree
        for i in range(len(s.words)):
            right = p.heads[i] == t.heads[i]
            n += 1
            total["UAS"] += right
            total["LAS"] += right and p.deps[i].split(":")[0] == t.deps[i].split(":")[0]
            total["full"] += right and p.deps[i] == t.deps[i]
            total["UPOS"] += p.upos[i] == t.upos[i]
            total["XPOS"] += p.xpos[i] == t.xpos[i]
            total["feats"] += p.feats[i] == t.feats[i]
            total["lemma"] += p.lemmas[i] == t.lemmas[i]
    return {k: round(100 * v / n, 2) for k, v in total.items()}


def entities(sentences: list[Sentence], parses: list[Parse]) -> dict[str, float]:
    """Return precision, recall and F1 of exact spans."""
    hit = said = gold = 0
    for s, p in zip(sentences, parses, strict=True):
        labels = [next(iter(a)) if len(a) == 1 else "O" for a in s.entities]
        want, got = ({x for x in spans(row) if x[2] in PLAIN} for row in (labels, p.entities))
        hit, said, gold = hit + len(want & got), said + len(got), gold + len(want)
    return {"P": round(100 * hit / said, 2), "R": round(100 * hit / gold, 2), "F1": round(200 * hit / (said + gold), 2)}


def main(data: Path, folder: Path, *, dev: bool) -> None:
    """Print the figures of every set."""
    network = load_network(folder)
    for name in TREES if not dev else ("ewt-dev", "gum-dev"):
        sentences = read_treebank(data / f"{name}.conllu")
        start = time.perf_counter()
        parses = network.parse([s.words for s in sentences])
        speed = sum(len(s.words) for s in sentences) / (time.perf_counter() - start)
        print(f"{name} {attachment(sentences, parses)} {speed:.0f} words/s")
    name = "uner-ewt-dev" if dev else "uner-ewt-test"
    sentences = read_uner(data / "entities" / f"{name}.iob2")
    print(f"{name} {entities(sentences, network.parse([s.words for s in sentences]))}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--dev", action="store_true")
    args = parser.parse_args()
    main(args.data, args.folder, dev=args.dev)
