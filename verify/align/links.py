"""Compare the claims that can be one fact, and keep the links."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verify.align.blocking import Pair, candidates
from verify.align.briefs import otherwise
from verify.align.comparable import comparable, doubts, grown, one_outlook
from verify.align.comparisons import nearly_same
from verify.align.described import Described
from verify.align.ladder import climb, most_by_reading
from verify.align.levels import SAME_EVENT, SAME_THING, Level, restricted, steps_of, threshold, weigh, weigh_read
from verify.align.setting import Setting
from verify.align.utterances import can_be_one, said
from verify.claims import kind_of, relation
from verify.language.events import MOVING
from verify.model import Link
from verify.runtime import Encode, Floats
from verify.values.interval import Interval

SURE = 3.5
"""Bits above the threshold of a link from which on one claim repeats another."""
MOST_FITTED = 1.0
"""Bits that the likeness of two sentences can add to a pair that the model has read."""


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

    A pair whose other levels leave it so low that no likeness of the sentences could lift it is dropped before anything is embedded.
    """
    hopeful = [pair for pair in candidates(described, setting) if _hopeful(*pair, setting)]
    read = replace(setting, vectors=_read(hopeful, encode))
    found = (compare(a, b, read) for a, b in hopeful)
    kept = [c for c in found if c.margin > 0]
    return tuple(sorted(kept, key=_order)), read


def _read(pairs: Sequence[Pair], encode: Encode) -> Mapping[str, Floats]:
    texts = sorted({said(d.claim) or d.text for pair in pairs if not nearly_same(*pair) for d in pair})
    return dict(zip(texts, encode(texts), strict=True)) if texts else {}


def _order(found: Comparison) -> tuple[object, ...]:
    """Order links by how far they lie above their threshold, then so that of two people of one name each finds himself before he finds the other."""
    return -found.margin, found.link.relation == "disjoint", found.link.left, found.link.right


def _hopeful(left: Described, right: Described, setting: Setting) -> bool:
    levels = climb(left, right, setting)
    if Level.OTHER_WORDS in levels:
        return can_be_one(left.claim, right.claim, setting)
    read = weigh_read(levels)
    lowest = min(threshold("read_equal"), threshold("read_other"))
    return weigh(levels) + most_by_reading() > threshold("link") or (read is not None and read + MOST_FITTED > lowest)


def compare(left: Described, right: Described, setting: Setting) -> Comparison:
    """Compare two claims: where the sameness model has read both by the weights fitted to what it says, else by those set by hand."""
    levels = climb(left, right, setting)
    found = relation(left.claim, right.claim)
    hand, read = weigh(levels) - threshold("link"), weigh_read(levels)
    own = -math.inf
    if read is not None and found != "unknown":
        own = read - threshold("read_equal" if found == "equal" else "read_other")
    as_read = read is not None and found == "disjoint" and not _rests_on_hand(left, right, levels, setting, read)
    fitted = as_read or (
        found != "disjoint" and own > hand and not (restricted(levels) and not _one_number(left, right))
    )
    firm = (_is_firm_as_read if fitted else _is_firm)(left, right, levels, setting)
    firm = firm and not (found == "disjoint" and setting.make_a_whole(left, right))
    link = Link(left=left.claim.id, right=right.claim.id, steps=steps_of(levels, fitted=fitted), relation=found)
    return Comparison(left=left, right=right, levels=levels, link=link, margin=own if fitted else hand, firm=firm)


def _one_number(left: Described, right: Described) -> bool:
    """Return whether two claims state one number: "5 billion" is 4.8 billion rounded, but of another year it is another figure."""
    a, b = left.claim.value, right.claim.value
    return not isinstance(a, Interval) or not isinstance(b, Interval) or a.stated == b.stated


def _rests_on_hand(left: Described, right: Described, levels: Sequence[Level], setting: Setting, read: float) -> bool:
    """Return whether two claims are held against each other by the weights set by hand, where what was read is not plainly against it."""
    return (
        read >= threshold("read_veto")
        and not _is_firm_as_read(left, right, levels, setting)
        and _is_firm(left, right, levels, setting)
    )


def _is_firm_as_read(left: Described, right: Described, levels: Sequence[Level], _: Setting) -> bool:
    """Return whether two claims are so likely one fact, and no stated slot of them differs, that values may be held against each other."""
    read = weigh_read(levels)
    if read is None or restricted(levels) or not one_outlook(left, right):
        return False
    least = threshold("read_update" if grown(left, right) else "read_conflict")
    return read >= least + threshold("read_doubt") * doubts(left, right)


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
