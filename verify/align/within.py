"""What two claims of one article are compared by besides: the words that their sentences share, the days and the bearers that these name.

Within an article, where writers repeat little without a reason, the words around two claims must bear out that they are of one fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from verify.align.comparisons import event, nearly_same
from verify.align.described import Described
from verify.align.levels import Level
from verify.language.events import light_verbs
from verify.language.reading import Reading
from verify.language.reporting import word_lists as speech
from verify.model import Claim, Span
from verify.values.period import MONTHS, SHORT_MONTHS, WEEKDAYS

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
CALENDAR = frozenset((*WEEKDAYS, *MONTHS, *SHORT_MONTHS))
MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})
ONE_NEWS = 31
"""Days beyond which two dates are of two matters."""
IN_COMMON = (
    Level.NOTHING_IN_COMMON,
    Level.ONE_WORD_IN_COMMON,
    Level.TWO_WORDS_IN_COMMON,
    Level.THREE_WORDS_IN_COMMON,
    Level.MUCH_IN_COMMON,
)
"""By what the shared words of two sentences tell, a name as much as two others."""
Words = frozenset[tuple[str, bool]]
"""Lemmas, and whether they are names."""


def common(left: Described, right: Described, reading: Reading) -> Level:
    """Compare the words of content of two sentences; those of two kinds of event that go together must share more than names."""
    shared = words(left.claim, reading) & words(right.claim, reading)
    if event(left, right) is Level.RELATED_EVENTS:
        shared = frozenset((word, name) for word, name in shared if not name)
    elif nearly_same(left, right):
        return Level.MUCH_IN_COMMON
    return IN_COMMON[min(telling(shared), len(IN_COMMON) - 1)]


def telling(shared: Words) -> int:
    """Return how much shared words tell; names tell more than other words."""
    return sum(2 if name else 1 for _, name in shared)


@lru_cache(maxsize=1_000)
def words(claim: Claim, reading: Reading) -> Words:
    """Return the words of content in a claim's sentence.

    The claim's own words and event, verbs that say little and the names of days and months are left out.
    """
    where = claim.location
    tokens = reading.doc.char_span(claim.sentence.start, claim.sentence.end, alignment_mode="expand")
    kept = (t for t in tokens or () if t.pos_ in CONTENT and not where.start <= t.idx < where.end)
    told = {(t.lemma_.lower(), t.pos_ == "PROPN") for t in kept if t.text not in CALENDAR}
    empty = speech()["say"] | light_verbs() | {claim.predicate, claim.thing.head if claim.thing else None}
    return frozenset((w, name) for w, name in told if w not in empty)


def thing(left: Described, right: Described, _: Reading) -> Level | None:
    """Compare the words of the things, of which one may leave some out."""
    a, b = left.claim.thing, right.claim.thing
    if a is None or b is None:
        return None
    if a.text.lower() == b.text.lower():
        return Level.SAME_WORDS_FOR_THING
    ours, theirs = ({m.lower() for m in thing.modifiers} for thing in (a, b))
    return None if ours <= theirs or theirs <= ours else Level.OTHER_MODIFIERS


def days(left: Described, right: Described, reading: Reading) -> Level | None:
    """Tell sentences of days far apart."""
    return Level.DAYS_APART if at_two_times(left.claim.sentence, right.claim.sentence, reading) else None


def at_two_times(left: Span, right: Span, reading: Reading) -> bool:
    """Return whether the dates of two sentences lie far apart; a sentence without a date is of the day of publication."""
    published = reading.article.published
    first, second = (
        [day for days in reading.days_in(s) for day in days] or ([published] if published else [])
        for s in (left, right)
    )
    return bool(first and second) and min(abs((x - y).days) for x in first for y in second) > ONE_NEWS


def bearers(left: Described, right: Described, reading: Reading) -> Level | None:
    """Tell sentences of two things of one sort: a noun of both, other than what is counted, has other words before it ("the north mine")."""
    a, b = (_modified(d.claim.sentence, reading) for d in (left, right))
    nouns = (a.keys() & b.keys()) - {d.claim.thing.head for d in (left, right) if d.claim.thing}
    return Level.OTHER_BEARER if any(a[n] and b[n] and not a[n] & b[n] for n in nouns) else None


def _modified(span: Span, reading: Reading) -> Mapping[str, set[str]]:
    """Return the words right before each noun of a sentence that tell which one it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for token in reading.doc.char_span(span.start, span.end, alignment_mode="expand") or ():
        if token.pos_ in {"NOUN", "PROPN"}:
            found[token.lemma_.lower()] |= {c.lower_ for c in token.lefts if c.dep_ in MODIFIERS}
    return found
