"""Which encoder is meant, and the encoder itself, loaded once and beside other work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from verify.encoder.base import Encoder
from verify.encoder.minilm import bundled_folder, load_minilm
from verify.encoder.named import checked, load_named
from verify.runtime import in_background


def find_encoder(path: Path | None = None) -> Path:
    """Return the folder of an encoder. Raises ModelError or UsageError where there is none."""
    return bundled_folder() if path is None else checked(path)


@cache
def load_encoder(path: Path | None = None) -> Encoder:
    """Load the bundled encoder, or the model of a folder, once. Raises as `find_encoder`, and ModelError for altered weights."""
    return load_minilm() if path is None else load_named(path)


def encoder_soon(path: Path | None = None) -> Callable[[], Encoder]:
    """Return what gives the encoder; the bundled one is loaded meanwhile, another when it is asked for."""
    if path is None:
        loading = in_background(load_encoder)
        return loading.result
    return lambda: load_encoder(path)
