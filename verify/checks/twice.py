"""Statements of one article that speak of one fact with values that cannot both hold.

The ladder of `verify.align` says whether two claims are one fact, with what an article's own sentences share as further levels; a table of
rules says whether the values are then asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from verify.align import Described, Setting, describe
from verify.align.blocking import beside
from verify.align.comparable import comparable, plain
from verify.align.comparisons import nearly_same
from verify.align.ladder import climb
from verify.align.levels import APART, Level, of_one_slot, weigh
from verify.align.within import words
from verify.checks.base import Subject, witnesses
from verify.checks.reckoning.factors import factor, measure_alike
from verify.claims import kind_of, relation
from verify.claims.quantity.lexicon import ends_before
from verify.effort import SpentError
from verify.language.events import event_group
from verify.lists import load
from verify.model import Claim, Flag, Speech
from verify.model import Level as Severity
from verify.values.interval import Interval

EDGES = ("headline", "caption")
LOWEST, LEAST_WEIGHT = -0.5, 2.0
"""Weight of the comparison below which two quantities are two facts; from which on few shared words will do."""
MOST_PAIRS = 2_500
"""Pairs of statements that are compared in one article."""
OF_SO_MANY = re.compile(r"\s*(?:\d+|\w+) of (?:the )?(?:\d+|\w+)|\s*(?:/|of) ?\d")
GALLERY = re.compile(r"\d+ (?:of|/) $")
SHARING = (Level.ONE_WORD_IN_COMMON, Level.TWO_WORDS_IN_COMMON, Level.THREE_WORDS_IN_COMMON, Level.MUCH_IN_COMMON)
"""Levels of words in common, the fewest first."""
SOME, MUCH = 3, 4
"""What shared words must tell of two amounts, and in sentences with much in common."""


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Pair:
    """Two claims of one article, in the order of the text, and the levels of their comparison."""

    left: Described
    right: Described
    levels: frozenset[Level]
    weight: float

    @cached_property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims, the one to doubt first: that of headline or caption, else the later one."""
        a, b = self.left.claim, self.right.claim
        return (a, b) if a.zone in EDGES and b.zone not in EDGES else (b, a)

    @property
    def zones(self) -> frozenset[str]:
        """The zones of the two claims."""
        return frozenset({self.left.claim.zone, self.right.claim.zone})

    @cached_property
    def copied(self) -> bool:
        """Whether one sentence is nearly the other."""
        return nearly_same(self.left, self.right)

    def share(self, words: int) -> bool:
        """Return whether the sentences have so many words in common, a name being as much as two others."""
        return not self.levels.isdisjoint(SHARING[words - 1 :])


def word_lists() -> dict[str, dict[str, Any]]:
    """Return the closed classes that the checks on one article need."""
    return load("slips")


def harms() -> frozenset[str]:
    """Return the kinds of events that count those whom they befall, once for an article."""
    return frozenset(word_lists()["harm"]["groups"])


def quantities_told_twice(subject: Subject) -> Iterator[Pair]:
    """Yield the pairs of quantities of an article that speak of one fact and cannot both hold, in the order of the text.

    Raises SpentError at the end where there are too many to look at each.
    """
    pairs, left_over = _told_twice(subject)
    yield from pairs
    if left_over:
        raise SpentError


@lru_cache(maxsize=4)
def _told_twice(subject: Subject) -> tuple[tuple[Pair, ...], bool]:
    described = [d for d in describe([subject.reading], [subject.claims]) if _stated(d, subject.reading.article.text)]
    near = ((a, b) for a, b in beside(described) if _comparable(a, b))
    setting = Setting(within=subject.reading)
    pairs = [_compared(a, b, setting) for a, b in islice(near, MOST_PAIRS)]
    return tuple(p for p in pairs if _asked(p)), next(near, None) is not None


def _compared(left: Described, right: Described, setting: Setting) -> Pair:
    levels = climb(left, right, setting)
    return Pair(left=left, right=right, levels=frozenset(levels), weight=weigh(levels))


def _stated(described: Described, text: str) -> bool:
    """Return whether a claim plainly tells a number of several, none that counts pictures ("2 of 10")."""
    claim, where = described.claim, described.claim.location
    if kind_of(claim).number is None or not isinstance(claim.value, Interval) or claim.value.number == 1:
        return False
    if OF_SO_MANY.search(where.quote) or OF_SO_MANY.match(text, where.end) or ends_before(GALLERY, text, where.start):
        return False
    return plain(described, part=True)


def _comparable(left: Described, right: Described) -> bool:
    """Return whether two claims of one polarity and sort of number, in two sentences, tell numbers that cannot both hold."""
    a, b = left.claim, right.claim
    alike = a.sentence != b.sentence and a.negated == b.negated and measure_alike(a, b)
    return alike and relation(a, b) == "disjoint" and comparable(left, right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A reason to ask about two values, or not to, by name."""

    name: str
    holds: Callable[[Pair], bool]
    asks: bool = False


def _asked(pair: Pair) -> bool:
    """Return whether two values are asked about: the first rule that holds decides."""
    return next((rule.asks for rule in RULES if rule.holds(pair)), False)


def several(*claims: Claim) -> bool:
    """Return whether one person or thing can well have several such figures: counts of a charge, fines, votes."""
    many = word_lists()["many"]
    return any(event_group(c.predicate) in many["groups"] or c.predicate in many["words"] for c in claims)


def _facing(pair: Pair) -> bool:
    """Return whether two values are bounds that face away from each other ("under 20", "over 40"): they part cases."""
    a, b = (c.value for c in pair.claims)
    if not isinstance(a, Interval) or not isinstance(b, Interval):
        return False
    return (a.high is None and b.low is None) or (a.low is None and b.high is None)


def _apart(pair: Pair) -> bool:
    """Return whether words of either sentence tell of a change in time or of another thing of the same sort."""
    apart = word_lists()["apart"]["words"]
    return any(w.strip(",.;:“”\"'") in apart for d in (pair.left, pair.right) for w in d.words)


def _two_speakers(a: Speech, b: Speech) -> bool:
    """Return whether two people may stand behind two claims: two speakers, or one that is quoted and the article itself."""
    if a.speaker == b.speaker:
        return False
    return None not in {a.speaker, b.speaker} or a.direct or b.direct


def _meant(pair: Pair) -> bool:
    """Return whether two different values may be meant: a change in time or another thing, of which copies of a sentence tell neither, or
    two speakers, where the sentences have not much in common.
    """
    speakers = not pair.share(MUCH) and _two_speakers(*(c.speech for c in pair.claims))
    return speakers or (not pair.copied and _apart(pair))


def _one_of_several(pair: Pair) -> bool:
    """Return whether one can have several such figures, told in sentences that are no copies."""
    return several(*pair.claims) and not (pair.copied and Level.SAME_WORDS_FOR_THING in pair.levels)


def _one_count(pair: Pair) -> bool:
    """Return whether two counts are of one thing, in sentences that share words, or of what neither names, in sentences that share much."""
    if not kind_of(pair.left.claim).counts:
        return False
    if Level.PEOPLE_BY_EVENT in pair.levels or all(c.thing is None for c in pair.claims):
        return Level.SAME_EVENT_WORD in pair.levels and pair.share(MUCH)
    plain = pair.zones & {"headline", "caption", "lead"} or event_group(pair.claims[0].predicate) in harms()
    sure = {Level.SAME_EVENT_WORD, Level.SAME_WORDS_FOR_THING} <= pair.levels
    return (
        Level.SAME_THING in pair.levels
        and Level.OTHER_MODIFIERS not in pair.levels
        and pair.share(1 if plain or sure else 2)
    )


def _one_amount(pair: Pair) -> bool:
    """Return whether two amounts are of one thing, in sentences that share much, or some where the comparison speaks for one."""
    return Level.SAME_WORDS_FOR_THING in pair.levels and pair.share(SOME if pair.weight >= LEAST_WEIGHT else MUCH)


RULES: tuple[Rule, ...] = (
    Rule(name="two facts", holds=lambda p: p.weight < LOWEST or not p.levels.isdisjoint(APART)),
    Rule(name="bounds that part cases", holds=_facing),
    Rule(name="one of several such figures", holds=_one_of_several),
    Rule(name="two values that may be meant", holds=_meant),
    Rule(name="one count", holds=_one_count, asks=True),
    Rule(
        name="one amount",
        holds=lambda p: not kind_of(p.left.claim).counts and _one_amount(p),
        asks=True,
    ),
)
"""When two values of one article are asked about; the first that holds decides."""


def question(pair: Pair, *, check: str, subject: Subject, severity: Severity = "high") -> Flag:
    """Return the flag that asks about a pair: first the claim that fewer other articles bear out, of two alike the one to doubt first."""
    doubtful, other = sorted(pair.claims, key=lambda c: _borne_out_by(c, pair, subject))
    shared = words(doubtful, subject.reading) & words(other, subject.reading)
    both = ", ".join(sorted(w for w, _ in shared)[:5])
    here, there = (" ".join(c.location.quote.split()) for c in (doubtful, other))
    articles = _borne_out_by(other, pair, subject)
    sure = articles > 0 or pair.share(MUCH) or pair.zones & {"headline", "lead", "caption"}
    return Flag(
        check=check,
        severity=severity,
        confidence="high" if sure else "medium",
        message=(
            f"“{here}” here, “{there}” {witnesses(1, articles)}{f', in sentences that both tell of {both}' if both else ''}: "
            "is it one fact, and which number is meant?"
        ),
        primary=doubtful.location,
        related=(other.location,),
    )


def _borne_out_by(claim: Claim, pair: Pair, subject: Subject) -> int:
    """Return how many other articles have the number of a claim of the same thing in the same kind of event."""
    own = pair.left if claim is pair.left.claim else pair.right
    told = (d for d in _others(subject) if d.claim.kind == claim.kind and relation(d.claim, claim) == "equal")
    return len({d.claim.article for d in told if of_one_slot(frozenset(climb(own, d)))})


@lru_cache(maxsize=4)
def _others(subject: Subject) -> tuple[Described, ...]:
    return describe(subject.others, subject.told)


def pairs_in(subject: Subject, zone: str | None) -> Iterator[Pair]:
    """Yield the pairs with one claim in a zone ("headline", "caption"), or those of lead and body alone; slips of a factor are left out."""
    for pair in quantities_told_twice(subject):
        edge = next((z for z in EDGES if z in pair.zones), None)
        if edge == zone and factor(*pair.claims) is None:
            yield pair
