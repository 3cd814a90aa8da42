"""What a result depends on, as the key that it is kept under: the content, the models, the version and the code itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from verify.checks.house import house_key
from verify.encoder.minilm import GRAPH, SHA256
from verify.model import Article, NotChecked
from verify.options import Options

HERE = Path(__file__).parent.parent


def report_key(articles: Sequence[Article], not_checked: Sequence[NotChecked], options: Options) -> str:
    """Return the key of a whole report."""
    return _key(
        "report",
        code(),
        encoder(options),
        pipeline(options),
        aliases(options),
        options.to_dict(),
        house_key(),
        *not_checked,
        *articles,
    )


def reading_key(article: Article, options: Options) -> str:
    """Return the key of an article as read; where its file lies and who said it first do not matter to it."""
    content = (article.id, article.text, article.title, article.outlet, article.published, article.zones)
    return _key("reading", code(), pipeline(options), aliases(options), *content)


def embedding_key(sentence: str, model: str) -> str:
    """Return the key of a sentence's embedding by a model, which outlives a change of our code."""
    return _key("embedding", model, sentence)


def _key(kind: str, *parts: object) -> str:
    text = "\x1f".join(map(repr, parts))
    return f"{kind}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


@cache
def code() -> str:
    """Return what changes with the package: its version, and the sizes and times of its files, so that an edit shows at once."""
    return f"{version('verify')} {folder(HERE)}"


def encoder(options: Options) -> str:
    """Return what changes with the encoder: the digests of its weights and graph, or those of a folder's files."""
    return folder(options.encoder) if options.encoder else f"{SHA256} {_file(GRAPH)}"


def pipeline(options: Options) -> str:
    """Return what changes with a named pipeline; the bundled one is a part of the package."""
    if options.pipeline is None:
        return ""
    path = Path(options.pipeline)
    spec = None if path.exists() or not options.pipeline.isidentifier() else find_spec(options.pipeline)
    return folder(Path(spec.origin).parent if spec and spec.origin else path)


def aliases(options: Options) -> str:
    """Return what changes with the house names: the digest of their file."""
    return _file(options.aliases) if options.aliases else ""


@cache
def folder(path: Path) -> str:
    """Return a digest of the names, sizes and times of the files under a folder, without reading them."""
    found = []
    for root, folders, files in os.walk(path):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in files:
            state = (Path(root) / name).stat()
            found.append((root, name, state.st_size, state.st_mtime_ns))
    return sha256(repr(sorted(found)).encode("utf-8", "surrogatepass")).hexdigest()


def _file(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
