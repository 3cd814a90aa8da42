"""What claims of one fact are about, as an editor would call it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.claims.role import attribute
from verify.model import Claim
from verify.values.atlas import closed_words

TOLD = {"person": "name"}
"""What is told of somebody, where the kind of the claim is no word for it."""


def label(group: Sequence[Claim]) -> str:
    """Return what a fact is about, in a few words and without its value, by the fullest name that a source has."""
    c = next((c for c in group if c.kind != "event"), group[0])
    if c.kind == "quote":
        return f"quotation of {next((x.speech.speaker for x in group if x.speech.speaker), 'an unnamed speaker')}"
    fullest = max((x.subject or "" for x in group), key=lambda name: len(name.split()))
    about = fullest or next(_parties(c), None)
    if not about and c.kind in {"date", "place"} and c.predicate:
        return f"{c.predicate} ({c.kind})"
    about = about or c.value.label()
    if c.kind in {"age", "role", "person"}:
        what = attribute(c) if c.kind == "role" else TOLD.get(c.kind, c.kind)
        return f"{what} of {about}"
    doing = f" ({c.predicate})" if c.predicate and c.predicate not in about.lower() else ""
    return f"{about}{doing}"


def _parties(c: Claim) -> Iterator[str]:
    """Yield what a claim is of, who suffers and who does what it tells, but no pronoun and no date or place that it tells itself."""
    own = f"{c.value.label()} {c.location.quote}" if c.kind in {"date", "place"} else ""
    for party in (c.thing.text if c.thing else None, c.patient, c.agent):
        if party and party.lower() not in closed_words() and party not in own:
            yield party
