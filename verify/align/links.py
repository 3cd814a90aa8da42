"""Compare the claims that can be one fact, and keep the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.align.comparison import Vectors, most_by_sentence, nearly_same, steps, threshold
from verify.align.described import Described
from verify.align.firm import is_clock, numberless, plainly, same_deixis, states_number
from verify.align.things import kinship, sort_of, stands_for_people
from verify.claims import claim_kinds
from verify.claims.base import denied
from verify.claims.role import attribute
from verify.language.events import FALLING, MOVING
from verify.model import Claim, Link, Relation
from verify.values.interval import Interval
from verify.values.name import person_words, sounds
from verify.values.period import Period

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

SAME_THING = frozenset({"same thing", "people, by the event"})
SAME_EVENT = frozenset({"same event word", "same kind of event"})
MOST = 400
"""Claims in one block; beyond, each is compared with so many neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """A link with the two claims that it joins."""

    left: Described
    right: Described
    link: Link

    @property
    def firm(self) -> bool:
        """Whether the values may be held against each other: a firm link between two plain assertions of one polarity."""
        a, b = self.left.claim, self.right.claim
        labels = {step.label for step in self.link.steps}
        grown = bool(labels & SAME_THING and labels & SAME_EVENT) and _grown(self.left, self.right)
        broader = "broader thing" in labels
        least = threshold("update" if grown else "conflict_broader" if broader else "conflict")
        if self.link.weight < least or not plainly(self.left, self.right) or self.left.expected != self.right.expected:
            return False
        if a.kind == "date" and self._read_apart:
            return False
        if _told_beside(self.left, self.right):
            return False
        if denied(a) != denied(b) and not claim_kinds()[a.kind].contradict(a, b):
            return False
        return not _other_time(self.left, self.right) and not _listed(self.left, self.right)

    @property
    def echoes(self) -> bool:
        """Whether one says what the other says, firmly linked, be it as a guess or of a part."""
        return self.link.relation == "equal" and self.link.weight >= threshold("conflict")

    @property
    def _read_apart(self) -> bool:
        """Whether two days may differ only by how they were read: one word for a day on two days, or a time of the day."""
        a, b = self.left.claim, self.right.claim
        return same_deixis(a, b) or (is_clock(a) and not nearly_same(self.left, self.right))

    @property
    def holds(self) -> bool:
        """Whether the two may stand in one fact: values that exclude each other only over a firm link."""
        return self.link.relation != "disjoint" or self.firm


def compare_all(described: Sequence[Described], *, encode: Encode) -> tuple[tuple[Comparison, ...], Vectors]:
    """Return the links above the threshold, heaviest first and like values before unlike, and the embeddings of the sentences that needed one.

    A pair whose other levels leave it so low that no likeness of the sentences could lift it is dropped before anything is embedded.
    """
    hopeful = [pair for pair in candidates(described) if _hopeful(*pair)]
    texts = sorted({d.text for pair in hopeful if not nearly_same(*pair) for d in pair})
    vectors = dict(zip(texts, encode(texts), strict=True)) if texts else {}
    found = (compare(a, b, vectors) for a, b in hopeful)
    kept = [c for c in found if c.link.weight > threshold("link")]
    return tuple(sorted(kept, key=_order)), vectors


def _order(found: Comparison) -> tuple[object, ...]:
    """Order links by weight, then so that of two people of one name each finds himself before he finds the other."""
    return -found.link.weight, found.link.relation == "disjoint", found.link.left, found.link.right


def _hopeful(left: Described, right: Described) -> bool:
    return sum(s.weight for s in steps(left, right, {})) + most_by_sentence() > threshold("link")


def compare(left: Described, right: Described, vectors: Vectors) -> Comparison:
    """Compare two claims."""
    a, b = left.claim, right.claim
    relation: Relation = claim_kinds()[a.kind].compare(a, b) if a.kind == b.kind else "contains"
    return Comparison(
        left=left, right=right, link=Link(left=a.id, right=b.id, steps=steps(left, right, vectors), relation=relation)
    )


def candidates(described: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    """Yield the pairs that share a block, each once, the smaller identifier first; within an article only repetitions."""
    blocks: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        for key in _keys(d):
            blocks[key].append(d)
    seen = set()
    for a, b in (*(p for key in sorted(blocks) for p in _pairs(blocks[key])), *_repetitions(described)):
        pair = (a, b) if a.claim.id < b.claim.id else (b, a)
        ids = (pair[0].claim.id, pair[1].claim.id)
        if ids[0] != ids[1] and ids not in seen:
            seen.add(ids)
            yield pair


def _repetitions(described: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    """Yield each claim with the next one of its article that says the same value of the same thing."""
    last: dict[tuple[object, ...], Described] = {}
    for d in described:
        c = d.claim
        key = (c.article, c.kind, c.value.label(), c.subject, c.thing.head if c.thing else None)
        if key in last:
            yield last[key], d
        last[key] = d


def _keys(d: Described) -> Iterable[str]:
    """Return the blocks of a claim: its kind with its sort of thing, its subject's last name, its event or its first words."""
    c = d.claim
    if c.kind in {"age", "role", "person"}:
        return [f"subject {sound}" for sound in sounds(person_words(c.subject or ""))[-1:]]
    if c.kind == "quote":
        return [f"quote {w}" for w in sorted(set(_long_words(c.value.label())))[:12]]
    if c.kind in {"date", "place"}:
        return [f"{c.kind} {d.group or c.predicate}"]
    keys = [f"{c.kind if c.kind != 'count' else 'thing'} {sort_of(c.thing)}"] if c.thing and c.kind != "event" else []
    if d.basis is not None:
        keys.append(f"{c.kind} of {d.basis.measure}")
    if c.kind in {"event", "count"}:
        keys.append(f"event {d.group or c.predicate}")
    return keys or [f"{c.kind} {d.group}"]


def _long_words(text: str) -> list[str]:
    return [w for w in text.lower().split() if len(w) > 5]


def _pairs(block: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    """Yield the pairs of a block across articles; of a very large block only those of neighbours by their sentences' words."""
    ordered = sorted(block, key=lambda d: (sorted(d.words), d.claim.id)) if len(block) > MOST else list(block)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 : i + 1 + MOST]:
            if a.claim.article != b.claim.article and _comparable(a.claim, b.claim):
                yield a, b


def _grown(left: Described, right: Described) -> bool:
    """Return whether a figure that grows while it is counted is higher in the article of the later day, or another where it also falls;
    "three others" are no such figure.
    """
    if left.group not in MOVING or left.group != right.group or not left.published or not right.published:
        return False
    if any("other" in d.claim.location.quote.lower() for d in (left, right)):
        return False
    early, late = (left, right) if left.published < right.published else (right, left)
    a, b = early.claim.value, late.claim.value
    if left.published == right.published or not isinstance(a, Interval) or not isinstance(b, Interval):
        return False
    if left.group in FALLING:
        return True
    return a.high is not None and b.low is not None and b.low > a.high


def _told_beside(left: Described, right: Described) -> bool:
    """Return whether an article tells beside its amount of a measure the other article's, of something else: it knows of both."""
    a, b = left.basis, right.basis
    if a is None or b is None:
        return False
    return (a.value and a.value.label()) in b.beside or (b.value and b.value.label()) in a.beside


def _other_time(left: Described, right: Described) -> bool:
    """Return whether one claim is of an older event ("in 2011, nine were killed") and the other, without a time, of the news; one
    of a day, and the other of all "since the outbreak began"; or a date of old and one of the news,
    given in another way; the periods of amounts are compared as such.
    """
    periods = [d.basis.period for d in (left, right) if d.basis is not None]
    if len(periods) == 2 and (None not in periods or any(p.year for p in periods if p is not None)):
        return None in periods
    pairs = ((left, right), (right, left))
    if any(a.claim.time is not None and b.ongoing and not a.ongoing for a, b in pairs):
        return True
    if isinstance(left.claim.value, Period) and isinstance(right.claim.value, Period):
        return left.older != right.older and left.claim.value.granularity != right.claim.value.granularity
    return any(a.older and not b.older and b.claim.time is None for a, b in pairs)


def _listed(left: Described, right: Described) -> bool:
    """Return whether one count is an item of a list, of which another item, or the item itself, is but a part of what the other counts."""
    return any(_item(a, b) for a, b in ((left, right), (right, left)))


def _item(item: Described, other: Described) -> bool:
    if not item.beside or other.beside or item.claim.thing is None or other.claim.thing is None:
        return False
    words = [{t.head, *t.modifiers} for t in (item.claim.thing, other.claim.thing)]
    joint = any(t.head in other.claim.thing.modifiers for t in item.beside)
    wider = kinship(item.claim.thing, other.claim.thing) == "broader" and not stands_for_people(item.claim.thing)
    return joint or wider or words[1] < words[0] or any({t.head, *t.modifiers} >= words[1] for t in item.beside)


def _comparable(a: Claim, b: Claim) -> bool:
    """Return whether two claims can be held together; a victim who is only named counts against a stated number alone."""
    if (numberless(a) and not states_number(b)) or (numberless(b) and not states_number(a)):
        return False
    if a.kind == b.kind == "role":
        return attribute(a) == attribute(b)
    return a.kind == b.kind or {a.kind, b.kind} == {"count", "event"}
