"""The closed classes of words that name, bear and move a measure, from `verify/data/measures.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from verify.lists import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.values.extent import Change


def word_lists() -> dict[str, Any]:
    """Return the closed classes of words around measures."""
    return load("measures")


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Return one list of a section as a set."""
    return frozenset(word_lists()[section][name])


@cache
def measures() -> dict[str, str]:
    """Return the measure that each noun names."""
    return {word: name for name, words in word_lists()["nouns"].items() for word in words}


@cache
def verbs(part: str) -> dict[str, str]:
    """Return the measure that each verb names: of its object, or of what stands behind "for" or "at"."""
    return {word: name for name, words in word_lists()["verbs"][part].items() for word in words}


def noun_measure(token: Token) -> str | None:
    """Return the measure that a noun names, None where it names none."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    return measures().get(token.lower_) or measures().get(token.lemma_.lower())


@cache
def moving() -> frozenset[str]:
    """Return the lemmas of the verbs and nouns by which a measure moves or is moved."""
    return frozenset(w for name in ("up", "down", "raising", "lowering") for w in listed("direction", name))


def moves(token: Token) -> Change | None:
    """Return which way a noun or verb tells a measure to move, None for a word that tells neither a rise nor a fall."""
    if token.pos_ not in {"NOUN", "VERB"}:
        return None
    lemma = token.lemma_.lower()
    return "up" if lemma in listed("direction", "up") else "down" if lemma in listed("direction", "down") else None
