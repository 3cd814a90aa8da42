"""Names: a place or a person exchanged for another, a name misspelt."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from planting.slip import Planter, Slip, others, pick, replaced, witnessed

COUNTRIES = tuple(
    "Argentina Australia Brazil Canada Chile China Cuba Egypt France Germany Greece India Iran Iraq Israel Italy Japan Kenya Libya "
    "Mexico Nigeria Norway Pakistan Peru Poland Russia Spain Sweden Syria Turkey Ukraine Yemen".split()
)
STATES = tuple(
    "Alabama Alaska Arizona Arkansas California Colorado Florida Georgia Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana "
    "Maryland Michigan Minnesota Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Tennessee Texas Utah Vermont Virginia Wisconsin".split()
)
PERSON = re.compile(r"(?<=[a-z,.] )[A-Z][a-z]{2,} ([A-Z][a-z]{4,})(?=,? (?:said|told|was|had|who|\d\d))")
NOT_SURNAMES = re.compile(
    r"Police|County|Street|School|Department|Hospital|Avenue|House|Party|City|State|President|Court|News"
)
SURNAME = re.compile(
    r"(?<=[a-z,] )(?:Mr|Ms|Mrs|Officer|Sgt|Lt|Capt|Chief|Sheriff|Dr)\.? ([A-Z][a-z]{3,})|(?<=[a-z,] )([A-Z][a-z]{3,})(?= (?:said|told|was|had))"
)


def place(text: str, rng: Random) -> Slip | None:
    """Exchange one country or state that another sentence names beside the same words."""
    for pool in rng.sample((COUNTRIES, STATES), 2):
        match = pick(witnessed(text, re.compile(rf"\b(?:{'|'.join(pool)})\b")), rng)
        if match:
            return replaced(text, match.start(), match.end(), rng.choice(others(match[0], pool)))
    return None


def person(text: str, rng: Random) -> Slip | None:
    """Exchange the full name of one person for that of another person of the article, once."""
    found = [m for m in PERSON.finditer(text) if not NOT_SURNAMES.search(m[0])]
    full = sorted({m[0] for m in found})
    repeated = [m for m in found if text.count(m[1]) > 1]
    match = pick(repeated, rng)
    if match is None or len(full) < 2:
        return None
    return replaced(text, match.start(), match.end(), rng.choice(others(match[0], tuple(full))))


def entity(text: str, rng: Random) -> Slip | None:
    """Exchange a place, or a person where the text names no place twice."""
    return place(text, rng) or person(text, rng)


def variant(text: str, rng: Random) -> Slip | None:
    """Leave out, double or exchange a letter in the middle of a surname that stands elsewhere as well."""
    found = [m for m in PERSON.finditer(text) if not NOT_SURNAMES.search(m[0]) and text.count(m[1]) > 1]
    match = pick(found, rng)
    if match is None:
        return None
    at = rng.randrange(match.start(1) + 1, match.end(1) - 1)
    letter = rng.choice((text[at] * 2, "", rng.choice(sorted({"a", "e", "o", "n", "s"} - {text[at]}))))
    slip = replaced(text, at, at + 1, letter)
    return Slip(text=slip.text, start=match.start(), end=match.end())


def headline(text: str, rng: Random) -> Slip | None:
    """Exchange a place or a number of the first line that the rest repeats."""
    first = text.strip().split("\n", 1)[0]
    offset = text.index(first) if first else 0
    rest = text[offset + len(first) :]
    words = Counter(re.findall(r"\b[A-Z][a-z]+\b|\b\d+\b", rest))
    for pool in (COUNTRIES, STATES, tuple(str(n) for n in range(2, 60))):
        for match in re.finditer(rf"\b(?:{'|'.join(pool)})\b(?! ?[-–:%])", first):
            if words[match[0]]:
                new = rng.choice(others(match[0], pool))
                return replaced(text, offset + match.start(), offset + match.end(), new)
    return None


PLANTERS: dict[str, Planter] = {"entity-swap": entity, "name-variant": variant, "headline-body": headline}
