"""Export a trained model to ONNX, int8, into the package.

usage: python training/export.py ENGLISH RUN [FOLDER]      (FOLDER defaults to verify/data/english; RUN/float.onnx is kept for comparison)

Weights of the matrix products and the word embeddings become int8 (dynamic quantisation, one scale per column); the biaffine arcs and the
small heads are so few that they stay float.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

import torch
from batches import N_SHAPES
from corpora import read_treebank
from model import Parser, Sizes
from train import encoder_folder

PACKAGE = Path(__file__).parent.parent / "verify" / "data" / "english"
INPUTS = ("ids", "shapes", "first", "last")
OUTPUTS = ("arcs", "labels", "upos", "xpos", "feats", "lemma", "entity")


def load(run: Path) -> Parser:
    """Load the averaged weights of a run."""
    vocab = json.loads((run / "vocab.json").read_text())
    model = Parser(Sizes(**{k: len(v) for k, v in vocab.items()}, shapes=N_SHAPES))
    model.load_state_dict(torch.load(run / "model.pt", map_location="cpu"))
    return model.eval()


def export_float(model: Parser, path: Path) -> None:
    """Write the float model with dynamic batch, pieces and words."""
    example = (
        torch.ones(3, 9, dtype=torch.long),
        torch.ones(3, 9, dtype=torch.long),
        torch.ones(3, 5, dtype=torch.long),
        torch.ones(3, 5, dtype=torch.long),
    )
    batch, pieces, words = (
        torch.export.Dim("batch"),
        torch.export.Dim("pieces", max=512),
        torch.export.Dim("words", max=512),
    )
    shapes = ({0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: words}, {0: batch, 1: words})
    torch.onnx.export(
        model,
        example,
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_shapes=shapes,
        dynamo=True,
        external_data=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Write the int8 model."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    prepared.unlink()


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
    export_float(load(run), run / "float.onnx")
    quantise(run / "float.onnx", folder / "model.onnx")
    (folder / "lemmas.json").write_text(json.dumps(lemma_table(data), ensure_ascii=False, indent=0))
    shutil.copy(run / "vocab.json", folder / "vocab.json")
    shutil.copy(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    print(f"{folder / 'model.onnx'}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
