"""Which of two days or places that sentences of one matter name is the odd one out: weights that add up, and a count of witnesses.

What one sentence of an article states is held against what the others state of the same matter, and against what the other articles of the
story do: one voice among many is the likelier slip, and the flag says how many speak against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import log2

from verify.effort import spend
from verify.language.accounts import Account, keys, rarity
from verify.language.events import event_group, related
from verify.language.reading import Reading
from verify.lists import load
from verify.model import Level
from verify.values.name import PERSON

SHARED = (
    (7.0, "many words in common"),
    (5.0, "some words in common"),
    (3.0, "a few words in common"),
    (1.5, "a word in common"),
    (0.0, "nothing in common"),
)
"""Summed rarity of the words that both sentences have."""

ALIKE = ((0.35, "similar sentences"), (0.15, "sentences a little alike"), (0.0, "sentences not alike"))
"""Share of the rarity of all their words that lies in those that both have."""

OFTEN = 3
EDGE = frozenset({"headline", "lead", "caption"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Setting:
    """What the comparison of two mentions needs to know: how rare a word is, how often a value stands here and elsewhere; `articles` are the
    mentions of each other article.
    """

    rarity: Mapping[str, float]
    count: Counter[str]
    elsewhere: Counter[str]
    articles: Sequence[Sequence[Account]]
    lead: frozenset[str]
    named: Mapping[int, frozenset[str]]
    people: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Doubt:
    """A mention that may be a slip, the mention that puts it in doubt, how sure that is, and in how many places of the article and in how many
    other articles the other value stands in that of the doubtful one.
    """

    doubtful: Account
    other: Account
    confidence: Level
    places: int = 1
    articles: int = 0


PRIOR = "prior"
Signs = Callable[[Account, Account], Iterable[str] | None]


def setting(reading: Reading, accounts: Sequence[Account], articles: Sequence[Sequence[Account]]) -> Setting:
    """Return the setting of an article's mentions of one sort; `articles` are those of the other articles of the story."""
    lead = (keys(s.tokens, reading) for s in reading.sentences if s.zone in {"headline", "lead"})
    return Setting(
        rarity=rarity(reading),
        count=Counter(a.value for a in accounts),
        elsewhere=Counter(a.value for own in articles for a in own),
        articles=articles,
        lead=frozenset().union(*lead),
        people=frozenset(e.name for e in reading.entities.all if e.type == PERSON),
        named={i: frozenset(a.value for a in group) for i, group in groupby(accounts, lambda a: a.sentence.index)},
    )


def doubts(here: Sequence[Account], sort: str, where: Setting, signs: Signs) -> Iterator[Doubt]:
    """Yield each mention that another one puts in doubt, with the likeliest such witness.

    `signs` returns what the two values themselves say, by labels of the sort ("day", "place"), or None where both can well be meant.
    """
    for doubtful in here:
        found = [
            (weight, -other.first.i, other)
            for other in here
            if (weight := _against(doubtful, other, sort, where, signs)) is not None
            and weight >= load("witnesses")["confidence"]["low"]
        ]
        if found:
            weight, _, other = max(found, key=lambda f: f[:2])
            articles = sum(any(_bears_out(a, doubtful, other, where) for a in own) for own in where.articles)
            yield Doubt(
                doubtful=doubtful,
                other=other,
                confidence=_level(weight + log2(max(articles, 1))),
                places=len({o.sentence.index for _, _, o in found if o.value == other.value}),
                articles=articles,
            )


def _bears_out(witness: Account, doubtful: Account, other: Account, where: Setting) -> bool:
    """Return whether another article has the other value where the doubtful one stands: of a kind of event, or beside words, of both."""
    if witness.value != other.value:
        return False
    shared = sum(where.rarity.get(k, 0.0) for k in witness.words & doubtful.words)
    return shared >= SHARED[2][0] or (bool(witness.kinds & doubtful.kinds) and shared >= SHARED[3][0])


def _against(doubtful: Account, other: Account, sort: str, where: Setting, signs: Signs) -> float | None:
    """Return the weight of a mention against another one, None where it does not stand against it.

    The one to doubt of two is that whose value stands more seldom here, or elsewhere; of two alike the first, by what speaks against either.
    """
    a, b = ((where.count[x.value], where.elsewhere[x.value]) for x in (doubtful, other))
    if (
        doubtful.value == other.value
        or doubtful.sentence == other.sentence
        or (a, doubtful.first.i) > (b, other.first.i)
    ):
        return None
    ways = [(doubtful, other), (other, doubtful)] if a == b else [(doubtful, other)]
    found = [w for way in ways if (w := _weighed(*way, sort, where, signs)) is not None]
    return max(found, default=None)


def _weighed(doubtful: Account, other: Account, sort: str, where: Setting, signs: Signs) -> float | None:
    extra = signs(doubtful, other)
    return None if extra is None else _weight((*labels(doubtful, other, where), *extra), sort)


def _weight(labels: Iterable[str], sort: str) -> float:
    bits = _bits(sort)
    return sum((bits.get(x, 0.0) for x in labels), bits[PRIOR])


@cache
def _bits(sort: str) -> Mapping[str, float]:
    """Return what each label weighs for one sort of mention, and what is known before any."""
    weights = load("witnesses")
    return {**weights["weight"], **weights[sort], PRIOR: float(weights["prior"][sort])}


def _level(weight: float) -> Level:
    levels: tuple[Level, ...] = ("high", "medium", "low")
    return next(level for level in levels if weight >= load("witnesses")["confidence"][level])


def labels(doubtful: Account, other: Account, where: Setting) -> Iterator[str]:
    """Yield what speaks for and against two mentions of different values being of one matter."""
    spend()
    both, either = (
        sum(where.rarity.get(k, 0.0) for k in words)
        for words in (doubtful.words & other.words, doubtful.words | other.words)
    )
    yield _rung(both, SHARED)
    yield _rung(both / either if either else 0.0, ALIKE)
    yield "stands once" if where.count[doubtful.value] == 1 else "stands more than once"
    if where.count[other.value] >= OFTEN:
        yield "the other stands often"
    if len(where.count) == 2:
        yield "no third value"
    elif len(where.count) > OFTEN:
        yield "many values"
    if doubtful.value in where.named[other.sentence.index] or other.value in where.named[doubtful.sentence.index]:
        yield "one sentence names both"
    if (doubtful.sentence.zone in EDGE) != (other.sentence.zone in EDGE):
        yield "headline, lead or caption against body"
    if (doubtful.quoted or other.quoted) and doubtful.quoted != other.quoted:
        yield "quoted from two people"
    yield from _events(doubtful, other, where)
    if where.elsewhere[doubtful.value]:
        yield "another source has it"
    elif where.elsewhere[other.value]:
        yield "no other source has it"


def _rung(value: float, ladder: Sequence[tuple[float, str]]) -> str:
    return next(label for least, label in ladder if value >= least)


def _events(a: Account, b: Account, where: Setting) -> Iterator[str]:
    if a.agent and a.agent == b.agent:
        yield "same agent"
    if a.patient and b.patient and a.patient != b.patient:
        yield "another patient"
    if where.people.issuperset({a.agent, b.agent}) and a.agent != b.agent:
        yield "another person does it"
    shared = a.kinds & b.kinds
    known = [any(event_group(k) for k in x.kinds) for x in (a, b)]
    if shared:
        yield "same kind of event"
    elif any(related(x, y) for x in a.kinds for y in b.kinds):
        yield "related events"
    else:
        yield "different kinds of event" if all(known) else "different words for the event"
    if shared & where.lead:
        yield "event of the lead"
