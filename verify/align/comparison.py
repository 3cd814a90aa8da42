"""The comparison of two claims as a ladder of levels with additive weights, after Splink's comparison levels.

Fellegi and Sunter (1969): a weight is the log2 of how much likelier a level is for one fact than for two. Values are not looked at, but for
quotations, whose words are what makes them the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from verify.align import figures
from verify.align.described import Described
from verify.align.parties import occasion, parties
from verify.align.scopes import place, time
from verify.align.singles import only_one
from verify.align.sole import LONG
from verify.align.things import is_suspect, kinship, shared_modifiers, sort_of, stands_for_people
from verify.claims import claim_kinds
from verify.effort import spend
from verify.language.events import HARM, related
from verify.model import Kind, Relation, Step
from verify.values.name import Name
from verify.values.name import compare as compare_names

PATH = Path(__file__).parent.parent / "data" / "weights.toml"

Level = Callable[[Described, Described], str | None]
Vectors = Mapping[str, NDArray[np.float32]]

NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
HURT = frozenset({"die", "injure", "casualty"})
NEARLY_SAME = "nearly the same sentence"
COSINES = ((0.8, "very similar sentences"), (0.6, "similar sentences"), (0.35, "sentences not alike"))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def threshold(name: str) -> float:
    """Return the weight above which claims are linked, or values can conflict."""
    return float(_table()["threshold"][name])


def weight_of(label: str) -> float:
    """Return the weight of a level."""
    return float(_table()["level"][label])


def most_by_sentence() -> float:
    """Return the most that embeddings can add to the weight of a pair."""
    return max(weight_of(label) for _, label in COSINES)


def steps(left: Described, right: Described, vectors: Vectors) -> tuple[Step, ...]:
    """Compare two claims level by level; levels that say nothing, and sentences without a vector, are left out."""
    spend()
    return tuple(_step(label) for label in _labels(left, right, vectors))


@cache
def _step(label: str) -> Step:
    return Step(label=label, weight=weight_of(label))


def _labels(left: Described, right: Described, vectors: Vectors) -> Iterator[str]:
    yield "two claims of one kind"
    kind, a, b = left.claim.kind, left.basis, right.basis
    levels = LEVELS.get(kind, QUANTITY)
    if a is not None and b is not None:
        told = tuple(figures.levels(a, b, across=left.claim.article != right.claim.article))
        yield from told
        levels = (only_one, *FIGURE) if _of_one(told) and unit(left, right) is None else FIGURE
    for level in levels:
        label = level(left, right)
        if label:
            yield label
    if kind not in BY_SUBJECT and (label := sentence(left, right, vectors)):
        yield label


def _of_one(told: Sequence[str]) -> bool:
    """Return whether nothing that was told of two amounts speaks against one bearer, and not only one of them is told whose it is."""
    return "bearer not stated by both" not in told and all(weight_of(label) >= 0 for label in told)


def thing(left: Described, right: Described) -> str:
    """Compare what is counted; a numbered part of an event's name is the thing of the event ("30 rockets", "rocket attack")."""
    a, b = left.claim, right.claim
    if "event" in {a.kind, b.kind} and a.kind != b.kind:
        return "same thing" if _named_by(a, b) or _named_by(b, a) else "different things"
    if left.aged is not None and right.aged is not None and left.aged != right.aged:
        return "things that exclude each other"
    if _harmed_and_suspected(left, right) or _harmed_and_suspected(right, left):
        return "things that exclude each other"
    named = a.thing or b.thing
    if named is not None and (a.thing is None or b.thing is None) and _people_implied(left, right):
        nobody = any(d.claim.location.quote.lower() in NOBODY for d in (left, right))
        return "people, by the event" if nobody or stands_for_people(named) else "broader thing"
    return {
        "same": "same thing",
        "broader": "broader thing",
        "sibling": "same sort of thing, another word",
        "exclusive": "things that exclude each other",
        "different": "different things",
        "unknown": "thing not stated",
    }[kinship(a.thing, b.thing)]


def _people_implied(left: Described, right: Described) -> bool:
    """Return whether a bare number counts people because its event does ("more than 50 missing") and the other thing is people."""
    named = left.claim.thing or right.claim.thing
    bare = left if left.claim.thing is None else right
    return bare.group in HARM and named is not None and sort_of(named) == "person"


def _harmed_and_suspected(harmed: Described, suspected: Described) -> bool:
    """Return whether people come to harm in one event, while the other counts those who are held to have done it."""
    hurt, other = harmed.claim.thing, suspected.claim.thing
    if hurt is None or other is None or harmed.group not in HURT or suspected.group in HURT | {"shoot", "stab"}:
        return False
    return is_suspect(other) and not is_suspect(hurt)


def _named_by(count: Any, event: Any) -> bool:
    return bool(
        count.thing
        and event.thing
        and count.thing.head in event.thing.modifiers
        and event.thing.head == count.predicate
    )


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


def names(left: Described, right: Described) -> str | None:
    """Compare the names in the two clauses."""
    a, b = left.claim.participants, right.claim.participants
    if not a or not b:
        return None
    return (
        "shared names"
        if any(same_name(x, y) and not left.aliases.two(x, y) for x in a for y in b)
        else "no shared names"
    )


def same_name(left: str, right: str) -> bool:
    """Return whether two names can be of one person, group or country."""
    return _likeness(left, right) == "equal"


def _likeness(left: str, right: str) -> Relation:
    return "equal" if left == right else compare_names(Name(name=left, type=""), Name(name=right, type=""))


def nearly_same(left: Described, right: Described) -> bool:
    """Return whether two sentences are the same but for a word in seven."""
    return left.text == right.text or Indel.normalized_similarity(left.words, right.words) >= 0.85


def sentence(left: Described, right: Described, vectors: Vectors) -> str | None:
    """Compare the sentences word by word, then by their embeddings where they have any."""
    if left.text == right.text:
        return "the same sentence"
    if nearly_same(left, right):
        return NEARLY_SAME
    a, b = vectors.get(left.text), vectors.get(right.text)
    if a is None or b is None:
        return None
    cosine = float(np.dot(a, b))
    return next((label for least, label in COSINES if cosine >= least), "unlike sentences")


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
    if left.aliases.two(a, b):
        return "another subject"
    words: dict[Relation, str] = {"equal": "same subject", "contains": "a part of the subject's name"}
    return words.get(_likeness(a, b), "another subject")


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


def only_day(left: Described, right: Described) -> str | None:
    """Tell the one day that each article gives for a kind of event from one of several; a year is most often that of another such event."""
    if granularity(left) != granularity(right):
        return "a day and a longer time"
    if left.sole and right.sole:
        return None if granularity(left) else "the only day of such an event in both"
    return None if nearly_same(left, right) else "one of several days"


def main_event(left: Described, right: Described) -> str | None:
    """Reward an event that the headline or lead of both articles tells."""
    return "the event of both leads" if left.main and right.main and left.group == right.group else None


def granularity(described: Described) -> bool | None:
    """Return whether a date is longer than a day."""
    from verify.values.period import Period

    value = described.claim.value
    return value.granularity in LONG if isinstance(value, Period) else None


def expected(left: Described, right: Described) -> str | None:
    """Tell what is only expected from what is so."""
    return "one of them only expected" if left.expected != right.expected else None


BY_SUBJECT = frozenset({"age", "role", "person", "quote"})
"""Kinds whose facts are told apart by the subject or the words, not by the sentence around them."""

QUANTITY: tuple[Level, ...] = (
    thing,
    modifiers,
    only_one,
    event,
    parties,
    expected,
    place,
    time,
    names,
    context,
    unit,
    change,
)
FIGURE: tuple[Level, ...] = (place, names, context, unit)
"""Beside the levels of amounts that each stand for a measure."""
LEVELS: dict[Kind, tuple[Level, ...]] = {
    "age": (subject, context),
    "role": (subject, context),
    "person": (subject, context),
    "quote": (wording,),
    "event": (thing, modifiers, event, place, time, names, context),
    "date": (event, occasion, only_day, main_event, place, names, context),
    "place": (event, time, names, context, thing),
}
