"""Any other model, a folder that sentence-transformers can load."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verify.errors import UsageError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """A model of the user's choice, run by sentence-transformers."""

    model: SentenceTransformer

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return embeddings of unit length, shape (sentences, dimensions)."""
        if not sentences:
            return np.zeros((0, 1), dtype=np.float32)
        found = self.model.encode(list(sentences), batch_size=64, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)


def checked(path: Path) -> Path:
    """Return the folder of a model. Raises UsageError where it is none."""
    if not (path / "modules.json").exists():
        raise UsageError(f"--encoder {path}: no sentence-transformers model, expected a folder with modules.json")
    return path


def load_named(path: Path) -> Named:
    """Load the model of a folder, from the disk alone."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as progress

    _quiet: Callable[[], None] = progress.disable_progress_bar
    _quiet()
    return Named(model=SentenceTransformer(str(checked(path)), device="cpu", local_files_only=True))
