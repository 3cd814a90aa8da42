"""Compare the claims that can be one fact, and keep the links."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from verify.align.blocking import Pair, candidates
from verify.align.briefs import otherwise
from verify.align.comparable import comparable, grown, of_its_own, one_outlook
from verify.align.comparisons import nearly_same
from verify.align.described import Described
from verify.align.groups import Read, find_rivals
from verify.align.ladder import climb, most_by_reading
from verify.align.levels import Level, restricted, steps_of, threshold, weigh, weigh_read, weigh_rivals
from verify.align.setting import Setting
from verify.claims import kind_of, relation
from verify.language.events import MOVING
from verify.model import Link

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Evidence = Mapping[tuple[str, str], float]
"""By the identifiers of two claims, the smaller first, the bits by which the values that they say are of one fact."""

SURE = 3.5
"""Bits above the threshold of a link from which on one claim repeats another."""
MOST_FITTED = 1.0
"""Bits that the likeness of two sentences can add to a pair that the model has read."""
SAME_THING = frozenset({Level.SAME_THING, Level.PEOPLE_BY_EVENT})
SAME_EVENT = frozenset({Level.SAME_EVENT_WORD, Level.SAME_EVENT_KIND})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """Two claims compared: the levels of the ladder, the link that the report shows, by how many bits it lies above
    its threshold, whether the values may be held against each other.
    """

    left: Described
    right: Described
    levels: tuple[Level, ...]
    link: Link
    margin: float
    firm: bool

    @property
    def repeats(self) -> bool:
        """Whether one says what the other says, firmly linked, be it as a guess or of a part."""
        return self.link.relation == "equal" and self.margin >= SURE

    @property
    def holds(self) -> bool:
        """Whether the two may stand in one fact: values that exclude each other only over a firm link."""
        return self.link.relation != "disjoint" or self.firm


def compare_all(
    described: Sequence[Described], setting: Setting, *, encode: Encode
) -> tuple[tuple[Comparison, ...], Setting]:
    """Return the links above the threshold, heaviest first and like values before unlike, and the setting with what was read for them.

    A pair whose other levels leave it so low that no likeness of the sentences could lift it is dropped before anything is embedded; it still
    tells, beside the others, whether two values are of one fact.
    """
    hopeful: list[Pair] = []
    reads: list[Read | None] = []
    for pair in candidates(described, setting):
        levels = climb(*pair, setting)
        if _hopeful(levels):
            hopeful.append(pair)
        else:
            reads.append(as_read(*pair, levels))
    read = replace(setting, vectors=_read(hopeful, encode))
    ladders = [(pair, climb(*pair, read)) for pair in hopeful]
    reads.extend(as_read(*pair, levels) for pair, levels in ladders)
    evidence = _evidence([r for r in reads if r is not None])
    found = (_compared(*pair, levels, read, evidence) for pair, levels in ladders)
    kept = [c for c in found if c.margin > 0]
    return tuple(sorted(kept, key=_order)), read


def as_read(left: Described, right: Described, levels: Sequence[Level]) -> Read | None:
    """Return what the levels of two claims come to where the sameness model has read both, in bits, and None where it has not."""
    bits = weigh_read(levels)
    if bits is None:
        return None
    free = not restricted(levels) and one_outlook(left, right) and of_its_own(left) and of_its_own(right)
    return Read(left=left.claim, right=right.claim, bits=bits, relation=relation(left.claim, right.claim), open=free)


def _evidence(reads: Sequence[Read]) -> Evidence:
    return {pair.ids: weigh_rivals(r.features) for r in find_rivals(reads) for pair in r.pairs}


def _read(pairs: Sequence[Pair], encode: Encode) -> Mapping[str, NDArray[np.float32]]:
    texts = sorted({d.text for pair in pairs if not nearly_same(*pair) for d in pair})
    return dict(zip(texts, encode(texts), strict=True)) if texts else {}


def _order(found: Comparison) -> tuple[object, ...]:
    """Order links by how far they lie above their threshold, then so that of two people of one name each finds himself before he finds the other."""
    return -found.margin, found.link.relation == "disjoint", found.link.left, found.link.right


def _hopeful(levels: Sequence[Level]) -> bool:
    read = weigh_read(levels)
    lowest = min(threshold("read_equal"), threshold("read_other"))
    return weigh(levels) + most_by_reading() > threshold("link") or (read is not None and read + MOST_FITTED > lowest)


def compare(left: Described, right: Described, setting: Setting) -> Comparison:
    """Compare two claims by themselves."""
    return _compared(left, right, climb(left, right, setting), setting, {})


def _compared(
    left: Described, right: Described, levels: tuple[Level, ...], setting: Setting, evidence: Evidence
) -> Comparison:
    """Compare two claims: where the sameness model has read both by the weights fitted to what it says, else by those set by hand.

    Values that exclude each other are weighed by all claims that say them, where none of these say that the two can both hold; by hand only where
    that holds them against each other and what was read is not plainly against it.
    """
    found, read = relation(left.claim, right.claim), as_read(left, right, levels)
    told = evidence.get((left.claim.id, right.claim.id))
    own = -math.inf if read is None else _above(read, told)
    hand = weigh(levels) - threshold("link")
    firm_as_read = read is not None and _is_firm_as_read(read, told)
    firm_by_hand = _is_firm(left, right, levels, setting)
    fitted = own > hand
    if read is not None and found == "disjoint":
        against = (read.bits if told is None else told) < threshold("read_veto")
        fitted = firm_as_read or against or not firm_by_hand
    steps = steps_of(levels, fitted=fitted, evidence=told if fitted else None)
    return Comparison(
        left=left,
        right=right,
        levels=levels,
        link=Link(left=left.claim.id, right=right.claim.id, steps=steps, relation=found),
        margin=own if fitted else hand,
        firm=firm_as_read if fitted else firm_by_hand,
    )


def _above(read: Read, told: float | None) -> float:
    """Return by how many bits two claims that were read lie above the threshold of a link; `told` is what all who say their values tell."""
    if read.relation == "unknown":
        return -math.inf
    if told is not None:
        return told - threshold("read_rivals")
    return read.bits - threshold("read_equal" if read.relation == "equal" else "read_other")


def _is_firm_as_read(read: Read, told: float | None) -> bool:
    """Return whether two claims that were read say the same, or are so likely one fact by all who say either value that these may be held against
    each other, and no stated slot of them differs.
    """
    if read.relation == "equal":
        return read.bits > threshold("read_equal")
    return read.open and told is not None and told >= threshold("read_conflict")


def _is_firm(left: Described, right: Described, levels: Sequence[Level], setting: Setting) -> bool:
    """Return whether the link is so firm that values may be held against each other, and nothing else speaks against it."""
    if weigh(levels) < threshold(_least(left, right, frozenset(levels))):
        return False
    if Level.ONE_WORD_DIFFERS in levels:
        return True
    brief = setting.brief_first(left, right)
    if brief is not None and not kind_of(left.claim).detail:
        return otherwise(*brief, setting)
    if not comparable(left, right):
        return False
    asked = _measured(left, right) or kind_of(left.claim).detail
    return not (
        asked and relation(left.claim, right.claim) == "disjoint" and setting.both_known(left.claim, right.claim)
    )


def _measured(left: Described, right: Described) -> bool:
    """Return whether both are amounts of a measure, whose contexts are compared."""
    return left.claim.context is not None and right.claim.context is not None


def _least(left: Described, right: Described, levels: frozenset[Level]) -> str:
    """Return the name of the threshold above which two claims are firmly linked."""
    if levels & SAME_THING and levels & SAME_EVENT and left.group in MOVING and grown(left, right):
        return "update"
    return "conflict_broader" if Level.BROADER_THING in levels else "conflict"
