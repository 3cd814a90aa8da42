"""What the steps keep between runs: whole reports, articles as read with their claims, embeddings of sentences."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from verify.cache.codec import decode, encode
from verify.cache.keys import embedding_key, encoder, reading_key, report_key
from verify.cache.store import Store
from verify.language.component import vocabulary
from verify.language.reading import Reading
from verify.model import Article, Claim, NotChecked, Report
from verify.options import Options
from verify.runtime import Encode, Floats

VARIABLE = "VERIFY_CACHE"
"""Environment variable: another folder than the platform's, or "off"."""

Read = tuple[Reading, tuple[Claim, ...]]
Kept = TypeVar("Kept")


def default_store() -> Store | None:
    """Return the user's store, None where the environment turns it off."""
    given = os.environ.get(VARIABLE, "")
    if given == "off":
        return None
    from platformdirs import user_cache_path

    return Store(folder=Path(given) if given else user_cache_path("verify", appauthor=False))


def store_of(options: Options) -> Store | None:
    """Return the store that a run uses, if any."""
    return default_store() if options.cache else None


def kept_report(
    articles: Sequence[Article], not_checked: Sequence[NotChecked], options: Options, make: Callable[[], Report]
) -> Report:
    """Return the report on the same articles that an earlier run made, else make and keep it."""
    store = store_of(options)
    if store is None:
        return make()
    key = report_key(articles, not_checked, options)
    report = _decoded(store.get([key]).get(key), decode)
    if not isinstance(report, Report):
        report = make()
        store.put({key: encode(report)})
    return report


def kept_readings(articles: Sequence[Article], options: Options, read: Callable[[Article], Read]) -> list[Read]:
    """Return each article as read with its claims; only those that no earlier run has read are read."""
    store = store_of(options)
    if store is None:
        return [read(article) for article in articles]
    keys = {a.id: reading_key(a, options) for a in articles}
    known, found, new = store.get(keys.values()), [], {}
    for article in articles:
        result = _decoded(known.get(keys[article.id]), partial(_reading, article=article, options=options))
        if result is None:
            result = read(article)
            new[keys[article.id]] = encode(result, reading=result[0])
        found.append(result)
    store.put(new)
    return found


def kept_embeddings(options: Options, encode: Encode, model: str = "") -> Encode:
    """Return an encoder that embeds only what no earlier run has embedded; `model` tells another than the options' encoder."""
    store = store_of(options)
    return encode if store is None else lambda texts: _embeddings(texts, model or encoder(options), encode, store)


def _embeddings(sentences: Sequence[str], model: str, encode: Encode, store: Store) -> Floats:
    keys = [embedding_key(s, model) for s in sentences]
    known = store.get(keys)
    missing = [i for i, key in enumerate(keys) if key not in known]
    if missing:
        rows = encode([sentences[i] for i in missing])
        new = {keys[i]: row.tobytes() for i, row in zip(missing, rows, strict=True)}
        store.put(new)
        known |= new
    return np.array([np.frombuffer(known[key], dtype=np.float32) for key in keys])


def _reading(data: bytes, article: Article, options: Options) -> Read:
    reading, claims = decode(data, article=article, vocab=vocabulary(options.pipeline))
    return reading, claims


def _decoded(data: bytes | None, reader: Callable[[bytes], Kept]) -> Kept | None:
    """Return a kept value, None where there is none that can be read."""
    try:
        return None if data is None else reader(data)
    except ValueError:
        return None
