"""The comparison of two claims as a ladder of levels with additive weights, after Splink's comparison levels.

Fellegi and Sunter (1969): a weight is the log2 of how much likelier a level is for one fact than for two. Values are not looked at, but for
quotations, whose words are what makes them the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel

from verify.align.described import Described
from verify.align.things import kinship, shared_modifiers
from verify.claims import claim_kinds
from verify.language.events import related
from verify.model import Kind, Step
from verify.values.name import Name
from verify.values.name import compare as compare_names

PATH = Path(__file__).parent.parent / "data" / "weights.toml"

Level = Callable[[Described, Described], str | None]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def threshold(name: str) -> float:
    """Return the weight above which claims are linked, or values can conflict."""
    return float(_table()["threshold"][name])


def steps(left: Described, right: Described) -> tuple[Step, ...]:
    """Compare two claims level by level; levels that say nothing are left out."""
    return tuple(Step(label=label, weight=_table()["level"][label]) for label in _labels(left, right))


def _labels(left: Described, right: Described) -> Iterator[str]:
    yield "two claims of one kind"
    for level in LEVELS.get(left.claim.kind, QUANTITY):
        label = level(left, right)
        if label:
            yield label


def thing(left: Described, right: Described) -> str:
    """Compare what is counted; a numbered part of an event's name is the thing of the event ("30 rockets", "rocket attack")."""
    a, b = left.claim, right.claim
    if "event" in {a.kind, b.kind} and a.kind != b.kind:
        return "same thing" if _named_by(a, b) or _named_by(b, a) else "different things"
    return {
        "same": "same thing",
        "broader": "broader thing",
        "sibling": "same sort of thing, another word",
        "exclusive": "things that exclude each other",
        "different": "different things",
        "unknown": "thing not stated",
    }[kinship(a.thing, b.thing)]


def _named_by(count: Any, event: Any) -> bool:
    return bool(count.thing and event.thing and count.thing.head in event.thing.modifiers and event.thing.head == count.predicate)


def modifiers(left: Described, right: Described) -> str | None:
    """Reward modifiers that both things bear."""
    a, b = left.claim.thing, right.claim.thing
    return "shared modifiers" if a and b and shared_modifiers(a, b) else None


def event(left: Described, right: Described) -> str:
    """Compare the events by word, then by kind."""
    a, b = left.claim.predicate, right.claim.predicate
    if not a or not b:
        return "event not stated"
    if a == b:
        return "same event word"
    if left.group and left.group == right.group:
        return "same kind of event"
    if left.group and right.group:
        return "related events" if related(left.group, right.group) else "different events"
    return "event not stated"


def place(left: Described, right: Described) -> str:
    """Compare the places; one of several places named together is a part, not a wider or narrower word for the same."""
    from verify.values.place import Place, compare

    a, b = left.claim.place, right.claim.place
    if not isinstance(a, Place) or not isinstance(b, Place):
        return "place not stated by both"
    relation = compare(a, b)
    if relation == "equal":
        return "same place"
    if relation == "disjoint":
        return "different places"
    if len(a.parts()) != len(b.parts()):
        return "a part of the places"
    return "one place within the other" if relation in {"contains", "overlaps"} else "place not stated by both"


def time(left: Described, right: Described) -> str:
    """Compare the times."""
    from verify.values.period import Period, compare

    a, b = left.claim.time, right.claim.time
    if not isinstance(a, Period) or not isinstance(b, Period):
        return "time not stated by both"
    words = {"equal": "same time", "contains": "one time within the other", "overlaps": "one time within the other", "disjoint": "different times"}
    return words.get(compare(a, b), "time not stated by both")


def names(left: Described, right: Described) -> str | None:
    """Compare the names in the two clauses."""
    a, b = left.claim.participants, right.claim.participants
    if not a or not b:
        return None
    return "shared names" if any(same_name(x, y) for x in a for y in b) else "no shared names"


def same_name(left: str, right: str) -> bool:
    """Return whether two names can be of one person, group or country."""
    return left == right or compare_names(Name(name=left, type=""), Name(name=right, type="")) == "equal"


def sentence(left: Described, right: Described) -> str:
    """Compare the sentences, word by word and by their embeddings."""
    if left.text == right.text or Indel.normalized_similarity(left.words, right.words) >= 0.85:
        return "nearly the same sentence"
    cosine = float(np.dot(left.vector, right.vector))
    for least, label in ((0.8, "very similar sentences"), (0.6, "similar sentences"), (0.35, "sentences not alike")):
        if cosine >= least:
            return label
    return "unlike sentences"


def context(left: Described, right: Described) -> str | None:
    """Compare the names of the two articles: articles on one event share some."""
    if left.claim.article == right.claim.article:
        return None
    fewer = min(len(left.names), len(right.names))
    if not fewer:
        return None
    enough = 1 if fewer < 6 else 2
    return "articles share names" if len(left.names & right.names) >= enough else "articles share few names"


def subject(left: Described, right: Described) -> str:
    """Compare whom an age or a role is of."""
    a, b = left.claim.subject, right.claim.subject
    if not a or not b:
        return "subject not stated"
    return "same subject" if same_name(a, b) else "another subject"


def unit(left: Described, right: Described) -> str | None:
    """Compare the sort of unit: miles and kilometres are one, miles and dollars are not."""
    from verify.values.interval import Interval, commensurable

    a, b = left.claim.value, right.claim.value
    if not isinstance(a, Interval) or not isinstance(b, Interval):
        return None
    return None if commensurable(a, b) else "different units"


def change(left: Described, right: Described) -> str | None:
    """Tell a rise from a fall and from a level."""
    a, b = (getattr(c.claim.value, "change", None) for c in (left, right))
    if a == b:
        return "same direction of change" if a else None
    return "opposite or no change"


def wording(left: Described, right: Described) -> str:
    """Compare the words of two quotations."""
    relation = claim_kinds()["quote"].compare(left.claim, right.claim)
    return {"equal": "same words", "contains": "same words", "disjoint": "altered words"}.get(relation, "other words")


QUANTITY: tuple[Level, ...] = (thing, modifiers, event, place, time, names, sentence, context, unit, change)
LEVELS: dict[Kind, tuple[Level, ...]] = {
    "age": (subject, context),
    "role": (subject, context),
    "person": (subject, context),
    "quote": (wording,),
    "event": (thing, modifiers, event, place, time, names, sentence, context),
    "date": (event, place, names, sentence, context, thing),
    "place": (event, time, names, sentence, context, thing),
}
