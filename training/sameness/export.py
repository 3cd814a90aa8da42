"""Export a trained sameness model into the package: matrices as int8 with one scale per row, without the word embeddings, which it shares.

usage: python training/sameness/export.py RUN.pt [FILE]      (FILE defaults to verify/data/sameness/model.safetensors)
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

TARGET = Path(__file__).parents[2] / "verify" / "data" / "sameness" / "model.safetensors"


def main(run: Path, target: Path = TARGET) -> None:
    """Write the weights."""
    arrays = {}
    for name, weight in torch.load(run, map_location="cpu").items():
        key, array = name.removeprefix("bert."), weight.float().numpy()
        if key.startswith("embeddings.word_embeddings"):
            continue
        if array.ndim < 2 or len(array) < 3:
            arrays[key] = np.atleast_1d(array)
            continue
        rows = np.abs(array).max(axis=1) / 127
        arrays |= {key: np.round(array / rows[:, None]).astype(np.int8), f"{key}.scale": rows.astype(np.float32)}
    target.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
