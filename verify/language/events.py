"""Which words speak of one kind of event: synonyms and derivations, from `verify/data/events.toml`."""

from __future__ import annotations

from functools import cache

from verify.lists import load

MOVING = frozenset(
    {"die", "injure", "casualty", "miss", "infect", "arrest", "evacuate", "treat", "destroy", "recover", "test"}
)
"""Groups of events whose figures grow while they are being counted."""
FALLING = frozenset({"miss", "treat"})
"""Those of them whose figures also fall, when somebody is found or sent home."""
HARM = frozenset({"die", "injure", "miss", "arrest", "treat", "infect", "rescue", "evacuate"})
"""Groups of events that happen to people."""


@cache
def _groups() -> dict[str, str]:
    return {lemma: group for group, lemmas in load("events")["groups"].items() for lemma in lemmas}


@cache
def light_verbs() -> frozenset[str]:
    """Return the lemmas of verbs that leave the event to another word of their clause."""
    return frozenset(load("events")["light"]["verbs"])


def event_group(lemma: str | None) -> str | None:
    """Return the name of the group of events that a lemma belongs to, None where it is in no group."""
    return _groups().get(lemma) if lemma else None


@cache
def related(left: str, right: str) -> bool:
    """Return whether one event can well bear words of both groups ("shot" and "killed")."""
    table = load("events")["related"]
    return right in table.get(left, ()) or left in table.get(right, ())
