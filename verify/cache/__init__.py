"""What runs keep for later runs, in the user's cache folder; never trusted beyond its digests."""

from verify.cache.results import VARIABLE, default_store, kept_embeddings, kept_readings, kept_report

__all__ = ["VARIABLE", "default_store", "kept_embeddings", "kept_readings", "kept_report"]
