"""Words as the encoder sees them: word pieces and the shape of the written form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
MAX_PIECES = 12
"""Pieces kept of one word; a 300-letter word needs no more to be recognised as noise."""

PLAIN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "..."})
"""Typographic signs as the treebanks write them, so that a curly quotation mark is a quotation mark to the encoder."""

SHAPES = ("none", "lower", "Title", "UPPER", "UpperOne", "Mixed", "digits", "alnum", "punct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Word pieces of one sentence, with [CLS] and [SEP]; `first` and `last` index the pieces of each word."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def shape(word: str) -> int:
    """Return the index in `SHAPES` of the written form of a word."""
    if word.isalpha():
        return SHAPES.index(_letters(word))
    if not any(c.isalnum() for c in word):
        return SHAPES.index("punct")
    if not any(c.isalpha() for c in word):
        return SHAPES.index("digits")
    if any(c.isdigit() for c in word):
        return SHAPES.index("alnum")
    return SHAPES.index(_letters("".join(c for c in word if c.isalpha())))


def _letters(word: str) -> str:
    if word.islower():
        return "lower"
    if word.isupper():
        return "UPPER" if len(word) > 1 else "UpperOne"
    return "Title" if word[0].isupper() and word[1:].islower() else "Mixed"


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """Load a `tokenizer.json` for single words: no padding, no truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode_words(words: Sequence[str], *, tokenizer: Tokenizer) -> tuple[tuple[int, ...], ...]:
    """Return the word-piece ids of each word; a word without any (a lone control character) gets [UNK]."""
    return tuple(_encode_word(tokenizer, w[:100].translate(PLAIN)) for w in words)


@lru_cache(maxsize=65_536)
def _encode_word(tokenizer: Tokenizer, word: str) -> tuple[int, ...]:
    ids = tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES]
    return tuple(ids) or (int(tokenizer.token_to_id("[UNK]") or 0),)


def join_pieces(ids: Sequence[Sequence[int]], *, shapes: Sequence[int]) -> Pieces:
    """Lay the pieces of a sentence's words in a row between [CLS] and [SEP]."""
    row, marks, first, last = [CLS], [0], [], []
    for pieces, mark in zip(ids, shapes, strict=True):
        first.append(len(row))
        row.extend(pieces)
        marks.extend([mark] * len(pieces))
        last.append(len(row) - 1)
    return Pieces(ids=(*row, SEP), shapes=(*marks, 0), first=tuple(first), last=tuple(last))
