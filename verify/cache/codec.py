"""Results ↔ bytes without pickle: JSON of plain values, of this package's frozen dataclasses, and of tokens by their index.

Reading bytes back makes values and nothing else; bytes that are no such values are a ValueError.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from verify.language.reading import Reading
from verify.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PACKAGE = __name__.partition(".")[0]
LEFT_OUT = ("tensor", "user_data", "sentiment", "cats", "spans")
"""What a Doc can hold and a reading does not use."""
Coded = Any
"""A value as JSON has it."""


def encode(value: object, *, reading: Reading | None = None) -> bytes:
    """Return a value as bytes; a value over the tokens of a reading needs that reading, whose article is left out."""
    writer = _Writer(reading)
    root = writer.code(value)
    doc = b64encode(reading.doc.to_bytes(exclude=list(LEFT_OUT))).decode() if reading else None
    return zlib.compress(
        json.dumps([doc, writer.rows, root], separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


def decode(data: bytes, *, article: Article | None = None, vocab: Vocab | None = None) -> Any:
    """Return the value; one over tokens needs its article and the vocabulary of its pipeline. Raises ValueError for other bytes."""
    try:
        doc, rows, root = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        reader = _Reader(article, _doc(doc, vocab))
        for name, *values in rows:
            reader.rows.append(_maker(name)([reader.value(v) for v in values]))
        return reader.value(root)
    except (zlib.error, LookupError, TypeError, AttributeError, ImportError, ValueError) as error:
        raise ValueError(f"cached value: {error}, expected what this version wrote") from error


class _Writer:
    """Codes values; a dataclass that occurs twice is written once."""

    def __init__(self, reading: Reading | None) -> None:
        self.reading = reading
        self.rows: list[list[Coded]] = []
        self.known: dict[int, int] = {}

    def code(self, value: Any) -> Coded:
        """Return the value as JSON has it. Raises TypeError where there is no form for it."""
        if value is None or isinstance(value, bool | int | float | str):
            return value
        if self.reading and value is self.reading.article:
            return ["article"]
        if is_dataclass(value):
            return ["row", self._row(value)]
        kind = type(value)
        if kind.__module__.startswith("spacy.tokens"):
            return _tokens(value)
        if kind is date:
            return ["date", value.isoformat()]
        if kind is dict:
            return ["dict", *([self.code(k), self.code(v)] for k, v in value.items())]
        if kind is frozenset:
            return ["frozenset", *sorted(map(self.code, value))]
        if kind not in (tuple, list):
            raise TypeError(f"{kind.__module__}.{kind.__qualname__}: no form in the cache, expected a frozen value")
        return [kind.__name__, *map(self.code, value)]

    def _row(self, value: Any) -> int:
        if id(value) not in self.known:
            kind = type(value)
            row = [f"{kind.__module__}:{kind.__qualname__}", *(self.code(getattr(value, f.name)) for f in _given(kind))]
            self.known[id(value)] = len(self.rows)
            self.rows.append(row)
        return self.known[id(value)]


class _Reader:
    """Makes values of what `_Writer` wrote."""

    def __init__(self, article: Article | None, doc: Doc | None) -> None:
        self.article, self.doc = article, doc
        self.rows: list[Any] = []

    def value(self, coded: Coded) -> Any:
        """Return the value of a form."""
        if not isinstance(coded, list):
            return coded
        return FORMS[coded[0]](self, coded[1:])


FORMS: dict[str, Callable[[_Reader, list[Any]], Any]] = {
    "row": lambda reader, given: reader.rows[given[0]],
    "tuple": lambda reader, given: tuple([reader.value(v) for v in given]),
    "list": lambda reader, given: [reader.value(v) for v in given],
    "dict": lambda reader, given: {reader.value(k): reader.value(v) for k, v in given},
    "frozenset": lambda reader, given: frozenset(reader.value(v) for v in given),
    "date": lambda reader, given: date.fromisoformat(given[0]),
    "article": lambda reader, given: reader.article,
    "doc": lambda reader, given: reader.doc,
    "span": lambda reader, given: _whole(reader.doc)[given[0] : given[1]],
    "token": lambda reader, given: _whole(reader.doc)[given[0]],
}


def _given(kind: type) -> tuple[Field[Any], ...]:
    """Return the fields that a value is made of; the others follow from them."""
    return tuple(f for f in fields(kind) if f.init)


def _tokens(value: Any) -> Coded:
    """Return a Doc, a Span or a Token by its place."""
    kind = type(value).__name__
    places = {"Doc": (), "Span": ("start", "end"), "Token": ("i",)}[kind]
    return [kind.lower(), *(getattr(value, name) for name in places)]


def _whole(doc: Doc | None) -> Doc:
    if doc is None:
        raise ValueError("tokens without their text")
    return doc


def _doc(data: str | None, vocab: Vocab | None) -> Doc | None:
    if data is None or vocab is None:
        return None
    from spacy.tokens import Doc

    return Doc(vocab).from_bytes(b64decode(data, validate=True))


@cache
def _maker(name: str) -> Callable[[list[Any]], Any]:
    """Return what makes a dataclass of this package from its fields in order; of nothing else."""
    module, _, kind = name.partition(":")
    if module.partition(".")[0] != PACKAGE:
        raise ValueError(f"{name} is no type of {PACKAGE}")
    made = getattr(import_module(module), kind)
    if not isinstance(made, type) or not is_dataclass(made):
        raise ValueError(f"{name} is no dataclass")
    names = [f.name for f in _given(made)]
    return lambda values: made(**dict(zip(names, values, strict=True)))
