"""Any other model, a folder that sentence-transformers can load: numbers and configuration, never code of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verify.errors import UsageError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MODULES = "modules.json"
_TRUSTED = "sentence_transformers."
_PICKLES = frozenset((".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt"))
_LONGEST = 300


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
    """Return the folder of a model. Raises UsageError where it is none, or brings code of its own, or weights that can hold code."""
    if not (path / _MODULES).is_file():
        raise UsageError(f"--encoder {path}: no sentence-transformers model, expected a folder with {_MODULES}")
    for own in sorted({kind for file in _configurations(path) for kind in _types(file)}):
        if not own.startswith(_TRUSTED):
            raise UsageError(
                f"--encoder {path}: {own} is code of the model's own, expected modules of sentence-transformers"
            )
    for weights in sorted(_pickled(path)):
        raise UsageError(f"--encoder {weights}: weights that can hold code, expected safetensors beside them")
    return path


def _configurations(path: Path) -> Iterator[Path]:
    """Yield the files that name classes to load: of modules, and of a router's modules."""
    yield path / _MODULES
    yield from path.rglob("router_config.json")


def _types(file: Path) -> Iterator[str]:
    """Yield the classes that a configuration names. Raises UsageError where it cannot be read."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise UsageError(
            f"--encoder {file}: cannot be read, expected the JSON of a sentence-transformers model"
        ) from None
    if isinstance(found, list):
        yield from (str(entry.get("type", "")) for entry in found if isinstance(entry, dict))
    elif isinstance(found, dict) and isinstance(types := found.get("types"), dict):
        yield from map(str, types.values())


def _pickled(path: Path) -> Iterator[Path]:
    """Yield the files of weights that are loaded by way of pickle, as no safetensors are beside them."""
    for weights in path.rglob("*"):
        if weights.suffix in _PICKLES and not any(weights.parent.glob("*.safetensors")):
            yield weights


def load_named(path: Path) -> Named:
    """Load the model of a folder, from the disk alone."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as progress

    _quiet: Callable[[], None] = progress.disable_progress_bar
    _quiet()
    try:
        model = SentenceTransformer(
            str(checked(path)),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
    except (OSError, ValueError, ImportError, RuntimeError, LookupError) as error:
        reason = " ".join(str(error).split())[:_LONGEST]
        raise UsageError(
            f"--encoder {path}: {reason}, expected a sentence-transformers model with safetensors"
        ) from None
    return Named(model=model)
