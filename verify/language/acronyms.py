"""Acronyms that an article explains: "Office of Budget (OB)", "OB (Office of Budget)", "Office of Budget, or OB"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from verify.values.name import is_acronym

if TYPE_CHECKING:
    from spacy.tokens import Doc

BRIDGES = frozenset(
    {
        "(",
        ", or",
        ", or the",
        ", known as",
        ", also known as",
        ", known by its acronym",
        ", called",
        "[",
        "(the",
        "( the",
    }
)


def bindings(doc: Doc, names: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Return the acronyms of an article with what they stand for; `names` are the tokens of its names, in order."""
    out: dict[str, str] = {}
    row = list(names)
    for (a, b), (c, d) in pairwise(row):
        if " ".join(doc[b + 1 : c].text.split()) not in BRIDGES:
            continue
        left, right = doc[a : b + 1].text, doc[c : d + 1].text
        for short, full in ((left, right), (right, left)):
            if is_acronym(short, full) or (short == right and doc[c - 1].text == "(" and _fits(short, full)):
                out.setdefault(short, " ".join(full.split()))
    return out


def _fits(short: str, full: str) -> bool:
    """Return whether a text in capitals in brackets can shorten the name before it: its letters stand in the name in
    order.
    """
    letters = iter(full.lower())
    return (
        short.isupper()
        and 2 <= len(short) <= 8
        and short[0] == full[0].upper()
        and all(c in letters for c in short.lower())
    )
