"""Sentence embeddings: the bundled MiniLM, or any sentence-transformers model on disk."""

from verify.encoder.base import Encoder
from verify.encoder.loading import encoder_soon, find_encoder, load_encoder

__all__ = ["Encoder", "encoder_soon", "find_encoder", "load_encoder"]
