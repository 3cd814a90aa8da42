"""Claims of articles → claims with their surroundings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta

from verify.align.described import Described
from verify.align.uniqueness import sole, sole_of_event
from verify.claims import kind_of
from verify.claims.figures.naming import mentions
from verify.language.events import event_group
from verify.language.reading import Reading
from verify.model import Article, Claim, FigureContext, Span
from verify.values.comparison import significant
from verify.values.interval import Interval, commensurable, compare
from verify.values.period import Period

RECENT = timedelta(days=182)
SINCE = "since"
MOST_BETWEEN = 6
TELLING = 3
"""Digits of a number that two articles on other events hardly share."""
PARTS = frozenset({"quarter", "half"})
PARTED = re.compile(r"\b(?:quarter|half|q[1-4])\b", re.IGNORECASE)


def describe(readings: Sequence[Reading], claims: Sequence[Sequence[Claim]]) -> tuple[Described, ...]:
    """Describe the claims of each article, in order."""
    return tuple(d for reading, found in zip(readings, claims, strict=True) for d in _of_article(reading, found))


def _of_article(reading: Reading, claims: Sequence[Claim]) -> list[Described]:
    article, names = reading.article, article_names(reading) | telling_numbers(claims)
    kinds, lists = _by(claims, lambda c: c.kind), _by([c for c in claims if kind_of(c).counts], lambda c: c.sentence)
    told = _by(claims, _told)
    alone, alone_there = sole(claims), sole_of_event(claims)
    told_first = {event_group(c.predicate) for c in claims if c.zone in {"headline", "lead"}} - {None}
    parts: dict[Span, frozenset[tuple[str, int]]] = {}
    out = []
    for claim in claims:
        others = lists[claim.sentence] if kind_of(claim).counts else []
        text = " ".join(article.text[claim.sentence.start : claim.sentence.end].split())
        words = tuple(text.lower().split())
        if claim.sentence not in parts:
            parts[claim.sentence] = _parts_of_year(claim.sentence, reading) if PARTED.search(text) else frozenset()
        out.append(
            Described(
                claim=claim,
                text=text,
                words=words,
                names=names,
                contested=kind_of(claim).contested(claim, kinds[claim.kind]),
                resumed=any(_resumes(claim, c) for c in others),
                sole=claim.id in alone,
                sole_of_event=claim.id in alone_there,
                main=event_group(claim.predicate) in told_first,
                expected=_expected(claim),
                published=article.published,
                older=_older(claim, article),
                ongoing=kind_of(claim).counts and SINCE in words,
                beside=tuple(c.thing for c in others if c.thing and _in_list(claim, c, article)),
                rivals=_rivals(claim, told[_told(claim)]),
                parts_of_year=parts[claim.sentence],
                aliases=reading.aliases,
            )
        )
    return out


def _by(claims: Iterable[Claim], key: Callable[[Claim], Hashable]) -> dict[Hashable, list[Claim]]:
    out: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        out[key(claim)].append(claim)
    return out


def _told(claim: Claim) -> Hashable:
    """Return what the context of an amount shares with those of its rivals."""
    return claim.context and (claim.context.measure, claim.context.scenario, claim.context.aspect)


def _rivals(claim: Claim, told: Iterable[Claim]) -> tuple[FigureContext, ...]:
    """Return the contexts of the amounts, of those told in one way, that differ from one of them."""
    if claim.context is None or not isinstance(claim.value, Interval):
        return ()
    others = ((c.value, c.context) for c in told if isinstance(c.value, Interval))
    return tuple(
        context
        for value, context in others
        if context and commensurable(claim.value, value) and compare(claim.value, value) == "disjoint"
    )


def _resumes(claim: Claim, earlier: Claim) -> bool:
    """Return whether a count goes on from an earlier one of its sentence, of another kind of event."""
    if earlier.location.end > claim.location.start:
        return False
    groups = (event_group(earlier.predicate), event_group(claim.predicate))
    return None not in groups and groups[0] != groups[1]


def _expected(claim: Claim) -> bool:
    """Return whether a claim without a scenario is of what is still to come, or only possible."""
    if claim.context is not None or not (kind_of(claim).number or isinstance(claim.value, Period)):
        return False
    estimated = claim.modality == "potential" and kind_of(claim).amounts
    return estimated or claim.modality in {"expected", "possible"}


def _older(claim: Claim, article: Article) -> bool:
    """Return whether a claim is of a time that was over half a year before its article was published."""
    time = claim.value if isinstance(claim.value, Period) else claim.time
    days = time.days() if isinstance(time, Period) else None
    return bool(days and article.published and article.published - days[1] > RECENT)


def _parts_of_year(span: Span, reading: Reading) -> frozenset[tuple[str, int]]:
    """Return the quarters and halves that a sentence names."""
    sentence = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    named = mentions(sentence, reading) if sentence is not None else ()
    return frozenset((p.kind, p.number) for _, p in named if p.kind in PARTS and p.number)


def _in_list(claim: Claim, other: Claim, article: Article) -> bool:
    """Return whether two counts of a sentence are told as a list of one event: "700 from the hills and 500 from the coast"."""
    if claim.predicate != other.predicate:
        return False
    first, second = sorted((claim.location, other.location), key=lambda at: at.start)
    between = article.text[first.end : second.start].split()
    return 0 < len(between) <= MOST_BETWEEN and between[-1] == "and"


def telling_numbers(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the digits of an article's numbers that two articles hardly share by chance."""
    stated = (c.value.number for c in claims if isinstance(c.value, Interval))
    digits = (significant(float(number)) for number in stated if number is not None)
    return frozenset(d for d in digits if len(d) >= TELLING)


def article_names(reading: Reading) -> frozenset[str]:
    """Return the words of an article's names and places, lower-cased."""
    named = [e.name for e in reading.entities.all] + [p.value.label() for p in reading.places]
    words = (w.strip(".,'’“”\"") for name in named for w in name.split())
    return frozenset(w.lower() for w in words if len(w) > 3 and w[0].isupper())
