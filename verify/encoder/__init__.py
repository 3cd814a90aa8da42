"""Sentence embeddings: the bundled MiniLM, or any sentence-transformers model on disk."""

from verify.encoder.minilm import Encoder, find_encoder, load_encoder

__all__ = ["Encoder", "find_encoder", "load_encoder"]
