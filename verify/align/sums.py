"""Parts in one place that add up to a whole in another, by a table of what must hold; the first rule that fails refuses a sum."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from verify.align.addends import additions, number, of_another_sort, pairs, weighed
from verify.align.described import Described
from verify.align.ladder import climb
from verify.align.levels import Level, steps_of, threshold
from verify.align.parts import apart, beside, exact, listed, one_event
from verify.align.setting import Setting
from verify.claims import kind_of
from verify.claims.kinship import countries, kinship
from verify.effort import spend
from verify.model import Claim, Link, Relation, Step
from verify.values.interval import Interval, compare, total
from verify.values.place import Place, union
from verify.values.place import compare as compare_places

SCOPE_LEVELS = frozenset({Level.PART_OF_PLACES, Level.DIFFERENT_PLACES, Level.PLACE_WITHIN})
EVENT_LEVELS = frozenset({Level.NO_EVENT, Level.DIFFERENT_EVENTS, Level.RELATED_EVENTS})
ABOARD = re.compile(r"\s*(?:who (?:were|was) )?(?:on board|aboard)\b")
BOARD = frozenset({"passenger", "crew"})
LEAST_LISTED = 10
"""A smaller number is too often the sum of two others for a list to make it without an event in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Parts and a whole, here or elsewhere; `relation` compares what the parts make with the whole."""

    parts: tuple[Claim, ...]
    whole: Claim
    links: tuple[Link, ...]
    relation: Relation


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Trial:
    """Counts that can be parts, and one that may be their whole; what the rules ask of them is found when it is asked."""

    parts: tuple[Described, ...]
    whole: Described
    setting: Setting

    @cached_property
    def way(self) -> Level | None:
        """How the parts make the whole, None where they do not."""
        return next((level for level, holds in WAYS.items() if holds(self)), None)

    @cached_property
    def itemised(self) -> bool:
        """Whether the parts are one list, and no word for an event sets them apart from a whole that is no small number."""
        found = all(listed(a, b) for a, b in combinations(self.parts, 2))
        if not found or not exact(self.whole) or number(self.whole) < LEAST_LISTED:
            return False
        return not any(p.group and self.whole.group and p.group != self.whole.group for p in self.parts)

    @cached_property
    def relation(self) -> Relation:
        """How what the parts make compares with the whole."""
        value = total([p.claim.value for p in self.parts if isinstance(p.claim.value, Interval)])
        stated = self.whole.claim.value
        return compare(value, stated) if value and isinstance(stated, Interval) else "unknown"

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links of the parts with the whole."""
        told = "sum" if self.relation == "equal" else self.relation
        whole = self.whole.claim.id
        return tuple(Link(left=p.claim.id, right=whole, steps=self._steps(p), relation=told) for p in self.parts)

    def _steps(self, part: Described) -> tuple[Step, ...]:
        """Return the levels of a part and the whole; that they differ in scope, or in an event that the way explains, says nothing."""
        of_two = EVENT_LEVELS if self.way is Level.MAKE_ALL_ABOARD else frozenset()
        left_out = SCOPE_LEVELS | {Level.ONE_EXPECTED} | of_two
        kept = (level for level in climb(part, self.whole, self.setting) if level not in left_out)
        return steps_of((*kept, self.way or Level.SCOPES_ADD_UP), fitted=False)


def _aboard(trial: Trial) -> bool:
    """Return whether the parts are passengers and crew, and the whole all those on board."""
    things = [p.claim.thing for p in trial.parts if p.claim.thing]
    words = {w.lower() for thing in things for w in (*thing.modifiers, thing.head)}
    after = _behind(trial.whole)
    return len({thing.head for thing in things}) == len(trial.parts) and words >= BOARD and bool(ABOARD.match(after))


def _behind(described: Described) -> str:
    """Return what stands behind a claim in its sentence."""
    return described.text.partition(" ".join(described.claim.location.quote.split()))[2]


def _of_one_event(trial: Trial) -> bool:
    """Return whether the parts are of the whole's event, or a list of what it counts."""
    return all(one_event(p, trial.whole) for p in trial.parts) or trial.itemised


WAYS: Mapping[Level, Callable[[Trial], bool]] = {
    Level.MAKE_ALL_ABOARD: _aboard,
    Level.SCOPES_ADD_UP: _of_one_event,
}
"""How parts make a whole; the first that holds."""


def _stands_apart(trial: Trial) -> bool:
    whole = trial.whole.claim
    return not any(_takes_up(whole, p.claim) for p in trial.parts)


def _takes_up(whole: Claim, part: Claim) -> bool:
    """Return whether a whole is a part itself, or stands behind one in its sentence."""
    here = (part.article, part.sentence) == (whole.article, whole.sentence)
    return part == whole or (here and whole.location.start >= part.location.start)


def _thing_holds(trial: Trial) -> bool:
    """Return whether the whole counts what each part does; an item without a thing has that of the list."""
    known = [p.claim for p in trial.parts if p.claim.thing or not p.beside]
    whole = trial.whole.claim.thing
    return bool(known) and all(
        kinship(c.thing, whole) in {"same", "broader"} or _named_with(c, trial.whole) for c in known
    )


def _named_with(part: Claim, whole: Described) -> bool:
    """Return whether the whole names the thing of a part beside its own: "2,300 teachers and nurses"."""
    return part.thing is not None and bool(re.match(rf"(?:,? \w+)? and {re.escape(part.thing.text)}\b", _behind(whole)))


def _scope_holds(trial: Trial) -> bool:
    """Return whether the parts' places or countries cover what the whole names of them, no more and no less."""
    parts, whole = [p.claim for p in trial.parts], trial.whole.claim
    places = [c.place for c in parts if isinstance(c.place, Place)]
    if len(places) == len(parts) and isinstance(whole.place, Place) and len(set(places)) > 1:
        return compare_places(union(places), whole.place) in {"equal", "contains"}
    named = frozenset().union(*(countries(c.thing) for c in parts if c.thing))
    ours = countries(whole.thing) if whole.thing else frozenset()
    return not ours or not named or ours == named


def _sure(trial: Trial) -> bool:
    """Return whether the parts make just the whole, or plainly do not overlap."""
    return trial.relation == "equal" or all(apart(a, b) for a, b in combinations(trial.parts, 2))


def _linked(trial: Trial) -> bool:
    """Return whether each part, of a list one of them, is more likely of the whole's fact than not."""
    return (any if trial.itemised else all)(link.weight > 0 for link in trial.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must hold of parts and a whole, by name."""

    name: str
    holds: Callable[[Trial], bool]


RULES: tuple[Rule, ...] = (
    Rule(name="the whole stands apart from its parts, or before them", holds=_stands_apart),
    Rule(name="the whole counts what the parts count", holds=_thing_holds),
    Rule(name="the parts cover the scope of the whole", holds=_scope_holds),
    Rule(name="there is a way in which the parts make the whole", holds=lambda t: t.way is not None),
    Rule(name="the whole allows what the parts make", holds=lambda t: t.relation in {"equal", "contains", "overlaps"}),
    Rule(name="the parts make just the whole, or do not overlap", holds=_sure),
    Rule(name="the parts are linked to the whole", holds=_linked),
)
"""What must hold of a sum, in this order."""


def refused(trial: Trial) -> str | None:
    """Return the name of the first rule that parts and a whole fail, None for a sum."""
    spend()
    return next((rule.name for rule in RULES if not rule.holds(trial)), None)


def find_sums(described: Sequence[Described], setting: Setting) -> tuple[Sum, ...]:
    """Return the sums that hold: the parts make the whole, or a whole that is vague allows their sum."""
    counts = [
        d for d in described if kind_of(d.claim).adds and isinstance(d.claim.value, Interval) and not d.claim.negated
    ]
    near = ((parts, whole) for parts in beside(counts) for whole in counts)
    return tuple(_largest([*_tried(near, setting), *_as_read(described, setting)]))


def _tried(found: Iterable[tuple[tuple[Described, ...], Described]], setting: Setting) -> Iterator[Sum]:
    """Yield the sums of parts and wholes that no rule refuses."""
    for parts, whole in found:
        trial = Trial(parts=parts, whole=whole, setting=setting)
        if refused(trial) is None:
            yield Sum(
                parts=tuple(p.claim for p in parts), whole=whole.claim, links=trial.links, relation=trial.relation
            )


def _as_read(described: Sequence[Described], setting: Setting) -> Iterator[Sum]:
    """Yield the exact sums that the sameness model and how telling their numbers are make likely."""
    found = [
        a
        for a in additions(described, setting.meaning)
        if len({d.claim.article for d in a.members}) > 1
        and not of_another_sort([p.claim for p in a.parts], a.whole.claim)
    ]
    scores = setting.meaning.ask(sorted({pair for a in found for pair in pairs(a)}))
    for a in found:
        steps = tuple(Step(label=label, weight=weight) for label, weight in weighed(a, scores).items())
        if sum(step.weight for step in steps) >= threshold("sum"):
            links = tuple(Link(left=p.claim.id, right=a.whole.claim.id, steps=steps, relation="sum") for p in a.parts)
            yield Sum(parts=tuple(p.claim for p in a.parts), whole=a.whole.claim, links=links, relation="equal")


def _largest(sums: Sequence[Sum]) -> Iterator[Sum]:
    """Yield, of the sums that share a whole or a part, exact ones before vague ones and the heaviest first."""
    ordered = sorted(
        sums, key=lambda s: (s.relation != "equal", -sum(k.weight for k in s.links), s.whole.id, s.parts[0].id)
    )
    taken: set[tuple[str, str]] = set()
    for s in ordered:
        keys = {(s.whole.id, p.id) for p in s.parts} | {(p.id, s.whole.article) for p in s.parts}
        if not keys & taken:
            taken |= keys
            yield s
