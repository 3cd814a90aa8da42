"""Claims that cannot be compared because the article leaves open of whom they speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verify.claims.quantity.age_bearer import describes_person
from verify.language.grammar.referents import PERSONAL, antecedent, people_near
from verify.model import Claim, NotChecked

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

MOST = 4
"""Names listed in a reason."""


def unresolved(reading: Reading, claims: Sequence[Claim]) -> Iterator[NotChecked]:
    """Yield each age that belongs to nobody named, the first of its value, and each victim who is only "he" or "she"."""
    ages: set[str] = set()
    for claim in claims:
        place, token = claim.location, _last(claim, reading)
        if token is None or claim.value.label() in ages:
            continue
        reason = _of_age(claim, token, reading) or _of_victim(claim, token, reading)
        if reason is not None:
            ages |= {claim.value.label()} if claim.kind == "age" else set()
            yield NotChecked(what=claim.kind, article=place.article, start=place.start, end=place.end, reason=reason)


def _last(claim: Claim, reading: Reading) -> Token | None:
    """Return the last token of a claim's words."""
    found = reading.doc.char_span(claim.location.start, claim.location.end, alignment_mode="expand")
    return found[-1] if found is not None and len(found) else None


def _of_age(claim: Claim, token: Token, reading: Reading) -> str | None:
    """Return why an age stays without a person, None where it has one or describes a thing."""
    if claim.kind != "age" or claim.subject is not None or not describes_person(token):
        return None
    near = ", ".join(people_near(token, reading)[:MOST])
    return f"it does not say whose age this is; named near it: {near or 'nobody'}"


def _of_victim(claim: Claim, token: Token, reading: Reading) -> str | None:
    """Return why a victim stays a pronoun, None where somebody named is meant or no name is near."""
    if claim.kind != "count" or token.lower_ not in PERSONAL or claim.thing is None or claim.thing.head not in PERSONAL:
        return None
    meant = antecedent(token, reading)
    if meant is None or len(meant.candidates) < 2 or not people_near(token, reading):
        return None
    return f"“{token.text}” can mean {' or '.join(meant.candidates[:MOST])}"
