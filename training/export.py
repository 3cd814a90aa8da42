"""Export a trained model into the package: its weights, the large ones as int8, and the graph that runs them as floats.

usage: python training/export.py ENGLISH RUN [FOLDER]      (FOLDER defaults to verify/data/english)

Matrices become int8 with one scale per row, the word embeddings with one scale and one zero; what is small stays float. The int8 is a way of
keeping weights, not of computing: `verify/runtime.py` says why.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from batches import N_SHAPES
from corpora import read_treebank
from graphs import write
from model import Parser, Sizes
from numpy.typing import NDArray
from parser_graph import TAGS, graph
from safetensors.numpy import save_file
from train import encoder_folder

PACKAGE = Path(__file__).parent.parent / "verify" / "data" / "english"
HEADS = ("upos", "xpos", "feats", "lemma", "entity")
FLOAT = ("position.weight", "shape.weight")
Arrays = dict[str, NDArray[np.generic]]


def load(run: Path) -> Parser:
    """Load the averaged weights of a run."""
    vocab = json.loads((run / "vocab.json").read_text())
    model = Parser(Sizes(**{k: len(v) for k, v in vocab.items()}, shapes=N_SHAPES))
    model.load_state_dict(torch.load(run / "model.pt", map_location="cpu"))
    return model.eval()


def arranged(model: Parser) -> Arrays:
    """Return the weights under the names of the graph: the heads of words as one map, the constant row of a biaffine map as its bias."""
    state: Arrays = {name: weight.float().numpy() for name, weight in model.state_dict().items()}
    for kind in ("weight", "bias"):
        state[f"{TAGS}.{kind}"] = np.concatenate([state.pop(f"heads.{head}.{kind}") for head in HEADS])
    for name in ("arc", "rel"):
        whole = state.pop(f"{name}.weight")
        state |= {f"{name}.weight": whole[:-1].T, f"{name}.bias": whole[-1]}
    return state


def packed(state: Arrays) -> Arrays:
    """Return the arrays that are kept."""
    return {name: np.ascontiguousarray(array) for key in state for name, array in _packed(key, state[key])}


def _packed(name: str, weight: NDArray[np.generic]) -> Iterator[tuple[str, NDArray[np.generic]]]:
    if name == "word.weight":
        scale = np.float32((weight.max() - weight.min()) / 255)
        zero = np.float32(np.round(-128 - weight.min() / scale))
        yield name, np.clip(np.round(weight / scale) + zero, -128, 127).astype(np.int8)
        yield from ((f"{name}.scale", np.array([scale])), (f"{name}.zero", np.array([zero])))
    elif weight.ndim == 1 or name in FLOAT:
        yield name, weight.astype(np.float32)
    else:
        rows = np.abs(weight).max(axis=1) / 127
        yield name, np.round(weight / rows[:, None]).astype(np.int8)
        yield f"{name}.scale", rows.astype(np.float32)


def lemma_table(data: Path) -> dict[str, str]:
    """Return the usual lemma of each form and tag of the training treebanks; names, numbers and signs are left to the rules."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for s in read_treebank(data / f"{name}.conllu"):
            for word, tag, lemma in zip(s.words, s.tree.upos, s.tree.lemmas, strict=True):
                if word.isalpha() and lemma.isalpha() and tag not in {"PROPN", "NUM", "X"}:
                    found[f"{word.lower()} {tag}"][lemma] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in sorted(found.items())}


def main(data: Path, run: Path, folder: Path = PACKAGE) -> None:
    """Export a run into the package folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model = load(run)
    classes = {name: len(labels) for name, labels in json.loads((run / "vocab.json").read_text()).items()}
    save_file(packed(arranged(model)), folder / "model.safetensors")
    write(graph(tags=sum(classes[head] for head in HEADS), relations=classes["dep"]), folder / "model.onnx")
    (folder / "lemmas.json").write_text(json.dumps(lemma_table(data), ensure_ascii=False, indent=0))
    shutil.copy(run / "vocab.json", folder / "vocab.json")
    shutil.copy(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    print(f"{folder}: {sum(f.stat().st_size for f in folder.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
