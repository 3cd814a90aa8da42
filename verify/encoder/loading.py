"""Which encoder is meant, what its bytes are, and the encoder itself, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from verify.encoder.base import Encoder
from verify.encoder.minilm import SHA256, bundled_folder, load_minilm, trusted
from verify.encoder.named import checked, load_named
from verify.model import digest


def find_encoder(path: Path | None = None) -> None:
    """Check that the encoder is what it should be, without loading it. Raises ModelError or UsageError."""
    if path is None:
        trusted(bundled_folder() / "model.safetensors")
    else:
        checked(path)


def encoder_digest(path: Path | None = None) -> str:
    """Return what tells one encoder from another: the digest of the weights, or of a folder's files by name, size and time."""
    if path is None:
        return SHA256
    files = sorted(f for f in checked(path).rglob("*") if f.is_file())
    return digest(*((f.as_posix(), f.stat().st_size, f.stat().st_mtime_ns) for f in files))


@cache
def load_encoder(path: Path | None = None) -> Encoder:
    """Load the bundled encoder, or the model of a folder, once. Raises as `find_encoder`."""
    return load_minilm() if path is None else load_named(path)
