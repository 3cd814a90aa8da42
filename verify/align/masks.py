"""Sentences with their values hidden, as the sameness model reads them.

A number, an amount or a date is replaced by one mask and a word for its sort ("length", "dollars", "day"), so that no value, unit or bound can play
a part in whether two claims are one fact; a place in focus by a mask alone. Numbers that no claim covers are masked as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.model import Claim
from verify.values.units import units

MASK = "[MASK]"
SORTS = {"percent": "percent", "money": "dollars", "date": "day", "age": "years old"}
"""The word behind the mask by kind of claim; a measure has what its unit measures, a count its own noun in the sentence."""
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen "
    "dozens half first second third fourth fifth sixth seventh eighth ninth tenth once twice thrice several many few couple scores no none "
    "both".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february april june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tonight tomorrow "
    "overnight".split()
)
"""Days in words ("may" and "march" are other words too often; a date that is a claim is hidden whole)."""
BEFORE = ("at least", "at most", "more than", "less than", "fewer than", "up to", "nearly", "almost", "about", "around", "over", "under", "roughly",
          "approximately", "an estimated", "as many as", "no more than", "no fewer than", "just", "only", "a", "the", "a few", "some")  # fmt: skip
AFTER = ("plus", "odd", "or more", "or so", "or fewer")
_WORD = re.compile(r"\d[\d,.:/]*\d|\d|[A-Za-z]+")
_RUN = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(BEFORE, key=len, reverse=True))})\s+)*"
    r"\[MASK\](?:(?:[\s-]+(?:and|to|or|of|a)\b)?[\s-]+\[MASK\])*"
    rf"(?:\+|[\s-](?:{'|'.join(AFTER)})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A sentence with its values hidden, and where in it the mask of each claim begins (None where another claim's mask covers it)."""

    text: str
    starts: tuple[int | None, ...]


def masked(text: str, claims: Sequence[Claim]) -> Masked:
    """Return the sentence of these claims, all of one sentence and in the order of their places, with all values hidden."""
    first, last = claims[0].sentence.start, claims[0].sentence.end
    parts: list[str] = []
    starts: list[int | None] = []
    length, at = 0, first
    for claim in claims:
        start, end = claim.location.start, claim.location.end
        if start < at:
            starts.append(None)
            continue
        parts += [_unnumbered(text[at:start]), _hidden(claim)]
        starts.append(length + len(parts[-2]) + parts[-1].index(MASK))
        length += len(parts[-2]) + len(parts[-1])
        at = end
    parts.append(_unnumbered(text[at:last]))
    return Masked(text="".join(parts), starts=tuple(starts))


def _unnumbered(text: str) -> str:
    """Return text with a mask for each run of numbers, together with what bounds it."""
    hidden = _WORD.sub(lambda m: _mask(m[0]), text)
    return _RUN.sub(MASK, hidden)


def _mask(word: str) -> str:
    """Return a mask for a number or a day, any other word as it is."""
    if word[0].isdigit() or word.lower() in NUMBERS:
        return MASK
    return f"{MASK} {SORTS['date']}" if word.lower() in DAYS and word[0].isupper() | (len(word) > 4) else word


def _hidden(claim: Claim) -> str:
    """Return the words of a claim without its value: of a count its noun stays, of an amount or a date a word for its sort."""
    if claim.kind == "count":
        words = _unnumbered(claim.location.quote)
        return words if MASK in words else f"{MASK} {words}"
    return f"{MASK} {_sort(claim)}".strip()


def _sort(claim: Claim) -> str:
    """Return the word for a value's sort that stands behind its mask."""
    unit = getattr(claim.value, "unit", None)
    if claim.kind == "measure" and unit in units():
        return units()[unit].kind
    return SORTS.get(claim.kind, "")


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by their places, the longer of two that begin together first."""
    return sorted(claims, key=lambda c: (c.location.start, -c.location.end, c.kind))
