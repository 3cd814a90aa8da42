"""What claims of one fact are about, as an editor would call it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from verify.model import Claim
from verify.values.atlas import closed_words


def of_thing(group: Sequence[Claim]) -> str:
    """Return what is counted or measured, else who suffers or does it, with the event."""
    about = _fullest(group) or next(_parties(group[0]), None) or group[0].value.label()
    return _with_event(about, group[0])


def of_event(group: Sequence[Claim]) -> str:
    """Return the event that is dated or placed, with those whom it befalls where they are told."""
    first = group[0]
    own = f"{first.value.label()} {first.location.quote}"
    about = _fullest(group) or next((p for p in _parties(first) if p not in own), None)
    if not about and first.predicate:
        return f"{first.predicate} ({first.kind})"
    return _with_event(about or first.value.label(), first)


def of_subject(what: Callable[[Claim], str]) -> Callable[[Sequence[Claim]], str]:
    """Return what titles a fact about somebody: what is told of them, and their fullest name."""

    def title(group: Sequence[Claim]) -> str:
        first = group[0]
        about = _fullest(group) or next(_parties(first), None) or first.value.label()
        return f"{what(first)} of {about}"

    return title


def of_speaker(group: Sequence[Claim]) -> str:
    """Return whose words are quoted."""
    return f"quotation of {next((x.speech.speaker for x in group if x.speech.speaker), 'an unnamed speaker')}"


def _fullest(group: Sequence[Claim]) -> str:
    return max((x.subject or "" for x in group), key=lambda name: len(name.split()))


def _with_event(about: str, claim: Claim) -> str:
    doing = f" ({claim.predicate})" if claim.predicate and claim.predicate not in about.lower() else ""
    return f"{about}{doing}"


def _parties(claim: Claim) -> Iterator[str]:
    """Yield what a claim is of, who suffers and who does what it tells, but no pronoun."""
    for party in (claim.thing.text if claim.thing else None, claim.patient, claim.agent):
        if party and party.lower() not in closed_words():
            yield party
