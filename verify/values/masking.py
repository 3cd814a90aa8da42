"""Words without their values: a mask stands for each number, amount or day, so that no value, unit or bound can be told from what is left."""

from __future__ import annotations

import re

MASK = "[MASK]"
DAY = "day"
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen "
    "dozens half halves thirds quarters fifths eighths tenths first second third fourth fifth sixth seventh eighth ninth tenth once twice "
    "thrice several many few couple scores no none both".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february april june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tonight tomorrow "
    "overnight".split()
)
"""Days in words ("may" and "march" are other words too often; a date that is a claim is hidden whole)."""
SHORT = 4
"""Letters of a day's name that is one in capitals alone ("sat", "sun")."""
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


def unnumbered(text: str) -> str:
    """Return text with a mask for each run of numbers, together with what bounds it, and for each day."""
    return _RUN.sub(MASK, _WORD.sub(lambda m: _mask(m[0]), text))


def _mask(word: str) -> str:
    """Return a mask for a number or a day, any other word as it is."""
    if word[0].isdigit() or word.lower() in NUMBERS:
        return MASK
    named = word.lower() in DAYS and (word[0].isupper() or len(word) > SHORT)
    return f"{MASK} {DAY}" if named else word


def counted(words: str) -> str:
    """Return the words of a count without its number; one that is only implied has the mask before it."""
    hidden = unnumbered(words)
    return hidden if MASK in hidden else f"{MASK} {hidden}"
