"""Sentence embeddings: the bundled MiniLM, or any sentence-transformers model on disk."""

from verify.encoder.minilm import Encoder, load_encoder

__all__ = ["Encoder", "load_encoder"]
