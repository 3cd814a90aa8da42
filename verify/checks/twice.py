"""Statements of one article that speak of one fact with values that cannot both hold.

The ladder of `verify.align` says whether two claims are one fact; within an article, where writers repeat little without a reason, the words
that their sentences share must bear it out.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from verify.align import Described, describe
from verify.align.comparable import NUMBER, is_part
from verify.align.comparisons import nearly_same
from verify.align.ladder import climb
from verify.align.levels import Level as Rung
from verify.align.levels import weigh
from verify.checks.base import Subject, witnesses
from verify.checks.bearers import of_two_bearers
from verify.checks.reckoning.factors import factor, measure_alike
from verify.checks.times import at_two_times
from verify.claims import Number, kind_of, relation
from verify.claims.kinship import kinship, sort_of
from verify.claims.quantity.lexicon import ends_before
from verify.effort import SpentError
from verify.language.events import event_group, light_verbs
from verify.language.reporting import word_lists as speech
from verify.model import Claim, Flag, Level, Location, Speech, Thing
from verify.values.atlas import DATA
from verify.values.interval import Interval
from verify.values.period import MONTHS, SHORT_MONTHS, WEEKDAYS

EDGES = ("headline", "caption")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
OUT = frozenset(
    {
        *(Rung.EXCLUSIVE_THINGS, Rung.DIFFERENT_THINGS, Rung.DIFFERENT_EVENTS, Rung.NO_SHARED_NAMES),
        *(Rung.DIFFERENT_PLACES, Rung.PART_OF_PLACES, Rung.DIFFERENT_TIMES, Rung.LONGER_TIME),
        *(Rung.DIFFERENT_UNITS, Rung.OTHER_DIRECTION),
    }
)
"""Levels of the comparison that tell two facts apart, whatever else speaks for one."""
LOWEST, LEAST_WEIGHT = -0.5, 2.0
"""Weight of the comparison below which two quantities are two facts; from which on few shared words will do."""
CLEAR, CLOSE = 3, 4
"""What shared words must tell for a measure, and for two sentences to be close."""
MOST = 100
"""Statements of one sort that follow on one with which it is compared."""
MOST_PAIRS = 2_500
"""Pairs of statements that are compared in one article."""
OF_SO_MANY = re.compile(r"\s*(?:\d+|\w+) of (?:the )?(?:\d+|\w+)|\s*(?:/|of) ?\d")
MORE_THAN = re.compile(r"(?:no )?(?:more|fewer|less) than\b", re.I)
GALLERY = re.compile(r"\d+ (?:of|/) $")
CALENDAR = frozenset((*WEEKDAYS, *MONTHS, *SHORT_MONTHS))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """Two claims of one fact, in the order of the text, and the words of content that their sentences share."""

    left: Described
    right: Described
    shared: frozenset[tuple[str, bool]]
    close: bool

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """The two claims, the one to doubt first: that of headline or caption, else the later one."""
        a, b = self.left.claim, self.right.claim
        return (a, b) if a.zone in EDGES and b.zone not in EDGES else (b, a)

    @property
    def zones(self) -> frozenset[str]:
        """The zones of the two claims."""
        return frozenset({self.left.claim.zone, self.right.claim.zone})


@cache
def word_lists() -> dict[str, dict[str, Any]]:
    """Return the closed classes that the checks on one article need."""
    return tomllib.loads((DATA / "slips.toml").read_text(encoding="utf-8"))


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
    near = ((a, b) for a, b in neighbours(described) if _comparable(a, b))
    pairs = (_pair(a, b, subject) for a, b in islice(near, MOST_PAIRS))
    return tuple(p for p in pairs if p is not None), next(near, None) is not None


def neighbours(described: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    """Yield the pairs that count things of one sort or tell of one kind of event, each once; of very many only those that stand near."""
    blocks: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for i, d in enumerate(described):
        keys = {d.group or d.claim.predicate, sort_of(d.claim.thing) if d.claim.thing else None}
        for key in keys - {None}:
            blocks[d.claim.kind, key].append(i)
    found = {(i, k) for block in blocks.values() for n, i in enumerate(block) for k in block[n + 1 : n + 1 + MOST]}
    yield from ((described[i], described[k]) for i, k in sorted(found))


def _stated(described: Described, text: str) -> bool:
    """Return whether a claim asserts a number of its own, none that counts pictures ("2 of 10") or is set off like an age."""
    claim, where = described.claim, described.claim.location
    if kind_of(claim).number is None or not isinstance(claim.value, Interval) or claim.value.bound == "vague":
        return False
    if OF_SO_MANY.search(where.quote) or OF_SO_MANY.match(text, where.end) or ends_before(GALLERY, text, where.start):
        return False
    return NUMBER.search(where.quote) is not None and not _set_off(where, text)


def _set_off(where: Location, text: str) -> bool:
    """Return whether a bare number stands between commas."""
    around = text[where.start - 2 : where.start].strip(), text[where.end : where.end + 1]
    return where.quote.isdigit() and around[0] == "," and around[1] in {",", ".", ";"}


def _comparable(left: Described, right: Described) -> bool:
    """Return whether two claims are of one kind, polarity and sort of number, in two sentences."""
    a, b = left.claim, right.claim
    if a.kind != b.kind or a.sentence == b.sentence or a.negated != b.negated or not measure_alike(a, b):
        return False
    if 1 in {_number(a), _number(b)} or kinship(a.thing, b.thing) in {"different", "exclusive"}:
        return False
    return _part(left) == _part(right)


def _number(claim: Claim) -> float | None:
    return claim.value.number if isinstance(claim.value, Interval) else None


def _part(described: Described) -> str | None:
    """Return the thing of a claim that is a part of a larger number, None for one that stands alone."""
    if MORE_THAN.match(described.claim.location.quote):
        return None
    thing = described.claim.thing
    return (thing.text.lower() if thing else "") if is_part(described) else None


def _pair(left: Described, right: Described, subject: Subject) -> Pair | None:
    """Return two claims with what their sentences share; None where the ladder of comparison tells two facts apart."""
    a, b = left.claim, right.claim
    rungs = climb(left, right)
    weight, seen = weigh(rungs), set(rungs)
    if weight < LOWEST or seen & OUT or at_two_times(a.sentence, b.sentence, subject.reading):
        return None
    shared = content(a, subject) & content(b, subject)
    close = nearly_same(left, right) or told(shared) >= CLOSE
    if Rung.RELATED_EVENTS in seen:
        close = sum(not name for _, name in shared) >= CLOSE
    pair = Pair(left=left, right=right, shared=shared, close=close)
    if relation(a, b) != "disjoint" and not (pair.close and _one_bound(a, b)):
        return None
    heads = frozenset(c.thing.head for c in (a, b) if c.thing)
    if of_two_bearers(a.sentence, b.sentence, subject.reading, but=heads):
        return None
    if _facing(a, b) or (several(a, b) and not (nearly_same(left, right) and _whole_thing(a, b))):
        return None
    if pair.close and kind_of(a).number is Number.COUNT:
        return pair if _same_thing(a, b) and (nearly_same(left, right) or not _apart(pair)) else None
    return pair if not _meant(pair) and _borne_out(pair, weight) else None


def told(shared: frozenset[tuple[str, bool]]) -> int:
    """Return how much shared words tell; names tell more than other words."""
    return sum(2 if name else 1 for _, name in shared)


def _same_thing(a: Claim, b: Claim) -> bool:
    """Return whether two claims count the same, where both say nothing of it the same event."""
    if a.thing is None or b.thing is None:
        return a.thing is b.thing and a.predicate == b.predicate
    return kinship(a.thing, b.thing) == "same" and _within(a.thing, b.thing)


def _one_bound(a: Claim, b: Claim) -> bool:
    """Return whether two values are bounds of one sort with other numbers ("at least three", "at least five")."""
    if not isinstance(a.value, Interval) or not isinstance(b.value, Interval):
        return False
    return a.value.bound == b.value.bound and a.value.stated != b.value.stated


def _within(a: Thing, b: Thing) -> bool:
    """Return whether the words of one thing are among those of the other."""
    ours, theirs = ({m.lower() for m in thing.modifiers} for thing in (a, b))
    return ours <= theirs or theirs <= ours


def _borne_out(pair: Pair, weight: float) -> bool:
    """Return whether what two sentences share shows that they speak of one matter."""
    a, b = pair.claims
    if kind_of(a).number is not Number.COUNT:
        enough = pair.close or (weight >= LEAST_WEIGHT and told(pair.shared) >= CLEAR)
        return enough and _whole_thing(a, b) and not several(a, b)
    if a.thing is None or b.thing is None or not _within(a.thing, b.thing) or weight < LEAST_WEIGHT:
        return False
    plain = pair.zones & {"headline", "caption", "lead"} or event_group(a.predicate) in harms()
    return told(pair.shared) >= (1 if plain else 2)


def several(*claims: Claim) -> bool:
    """Return whether one person or thing can well have several such figures: counts of a charge, fines, votes."""
    many = word_lists()["many"]
    return any(event_group(c.predicate) in many["groups"] or c.predicate in many["words"] for c in claims)


def _whole_thing(a: Claim, b: Claim) -> bool:
    return a.thing is not None and b.thing is not None and a.thing.text.lower() == b.thing.text.lower()


def _facing(a: Claim, b: Claim) -> bool:
    """Return whether two values are bounds that face away from each other ("under 20", "over 40"): they part cases."""
    if not isinstance(a.value, Interval) or not isinstance(b.value, Interval):
        return False
    return (a.value.high is None and b.value.low is None) or (a.value.low is None and b.value.high is None)


def _meant(pair: Pair) -> bool:
    """Return whether two different values may be meant: a change in time, another thing, two speakers, a hedge."""
    a, b = (c.speech for c in pair.claims)
    if a.hedged or b.hedged or _two_speakers(a, b):
        return True
    return _apart(pair)


def _apart(pair: Pair) -> bool:
    """Return whether words of either sentence tell of a change in time or of another thing of the same sort."""
    apart = word_lists()["apart"]["words"]
    return any(w.strip(",.;:“”\"'") in apart for d in (pair.left, pair.right) for w in d.words)


def _two_speakers(a: Speech, b: Speech) -> bool:
    """Return whether two people may stand behind two claims: two speakers, or one that is quoted and the article itself."""
    if a.speaker == b.speaker:
        return False
    return None not in {a.speaker, b.speaker} or a.direct or b.direct


@lru_cache(maxsize=1_000)
def content(claim: Claim, subject: Subject) -> frozenset[tuple[str, bool]]:
    """Return the lemmas of the words of content in a claim's sentence, and whether they are names.

    The claim's own words and event, verbs that say little and the names of days and months are left out.
    """
    doc, where = subject.reading.doc, claim.location
    tokens = doc.char_span(claim.sentence.start, claim.sentence.end, alignment_mode="expand")
    kept = (t for t in tokens or () if t.pos_ in CONTENT and not where.start <= t.idx < where.end)
    told = {(t.lemma_.lower(), t.pos_ == "PROPN") for t in kept if t.text not in CALENDAR}
    empty = speech()["say"] | light_verbs() | {claim.predicate, claim.thing.head if claim.thing else None}
    return frozenset((w, name) for w, name in told if w not in empty)


def question(pair: Pair, *, check: str, subject: Subject, severity: Level = "high") -> Flag:
    """Return the flag that asks about a pair: first the claim that fewer other articles bear out, of two alike the one to doubt first."""
    doubtful, other = sorted(pair.claims, key=lambda c: _borne_out_by(c, subject))
    both = ", ".join(sorted(w for w, _ in pair.shared)[:5])
    here, there = (" ".join(c.location.quote.split()) for c in (doubtful, other))
    articles = _borne_out_by(other, subject)
    sure = articles > 0 or pair.close or pair.zones & {"headline", "lead", "caption"}
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


def _borne_out_by(claim: Claim, subject: Subject) -> int:
    """Return how many other articles have a number of the same thing in the same kind of event that is the same."""
    return sum(any(_says(c, claim) for c in own) for own in subject.told)


def _says(told: Claim, claim: Claim) -> bool:
    event = told.predicate == claim.predicate or (
        event_group(told.predicate) is not None and event_group(told.predicate) == event_group(claim.predicate)
    )
    return told.kind == claim.kind and event and _same_thing(told, claim) and relation(told, claim) == "equal"


def pairs_in(subject: Subject, zone: str | None) -> Iterator[Pair]:
    """Yield the pairs with one claim in a zone ("headline", "caption"), or those of lead and body alone; slips of a factor are left out."""
    for pair in quantities_told_twice(subject):
        edge = next((z for z in EDGES if z in pair.zones), None)
        if edge == zone and factor(*pair.claims) is None:
            yield pair
