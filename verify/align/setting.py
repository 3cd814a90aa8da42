"""What lies around a pair of claims: near texts, copies, briefs of an article, what either article knows besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from verify.align.comparable import grown
from verify.align.described import Described
from verify.align.meaning import NOTHING, Meaning
from verify.align.near import near_pairs
from verify.claims import kind_of
from verify.claims.base import AGREEING
from verify.language.content_words import CONTENT, key
from verify.language.reading import Reading
from verify.model import Claim, Value
from verify.runtime import Floats
from verify.values.interval import Interval
from verify.values.name import ORGANISATION, PERSON
from verify.values.period import Period
from verify.values.period import compare as compare_periods
from verify.values.place import Place
from verify.values.place import compare as compare_places

OWNERS = frozenset({ORGANISATION, PERSON, "country"})
BY_CHANCE, BY_CHANCE_LATER = 20, 100
"""Wholes up to which a story may well have the number of something else; the second where one number can have become the other. Above the first,
of 181 conflicts over numbers in 108 stories of our own 138 were true, and none of these made a whole; of the others three did."""
LONGEST, TIMES_LONGER, COVERED = 35, 2, 0.45
"""Content words of a brief, how many times as many the article has, and the part of the brief's that the article has too."""


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Known:
    """What an article says anywhere."""

    reading: Reading
    described: Sequence[Described]

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The sums of money, measures and percentages, by their labels."""
        return frozenset(d.claim.value.label() for d in self.described if kind_of(d.claim).amounts)

    @cached_property
    def numbers(self) -> frozenset[tuple[str | None, float]]:
        """The numbers, each with its unit."""
        values = (d.claim.value for d in self.described)
        return frozenset((v.unit, float(v.number)) for v in values if isinstance(v, Interval) and v.number is not None)

    @cached_property
    def details(self) -> Mapping[str, Sequence[Claim]]:
        """The claims by their kind."""
        out: dict[str, list[Claim]] = defaultdict(list)
        for d in self.described:
            out[d.claim.kind].append(d.claim)
        return out

    @cached_property
    def content(self) -> frozenset[str]:
        """The content words, each by the word under which it is known again."""
        return frozenset(key(t) for s in self.reading.sentences for t in s.tokens if t.pos_ in CONTENT)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names, as written, days and months left out."""
        dated = {i for d in self.reading.dates for i in range(d.first, d.last + 1)}
        words = (t for s in self.reading.sentences for t in s.tokens if t.pos_ == "PROPN")
        return frozenset(t.text for t in words if t.i not in dated)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The names of those who can own something."""
        return frozenset(e.name for e in self.reading.entities.all if e.type in OWNERS)

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of persons."""
        return self.reading.entities.people

    @cached_property
    def quotations(self) -> Sequence[Claim]:
        """The claims whose words are their value."""
        return [d.claim for d in self.described if kind_of(d.claim).verbatim]

    @cached_property
    def opening(self) -> tuple[str, frozenset[str]]:
        """The first sentence in lower case, and its words with their lemmas."""
        first = next(iter(self.reading.sentences), None)
        if first is None:
            return "", frozenset()
        text = self.reading.article.text[first.span.start : first.span.end].lower()
        return text, frozenset(w for t in first.tokens for w in (t.lower_, t.lemma_.lower()))

    def has(self, value: Value) -> bool:
        """Return whether a text has a value: the amount, a place within or around it, a day that it can be."""
        if isinstance(value, Place):
            return any(compare_places(value, p.value) in AGREEING for p in self.reading.places)
        if isinstance(value, Period):
            return any(compare_periods(value, d.value) != "disjoint" for d in self.reading.dates)
        return value.label() in self.amounts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Setting:
    """The articles of a story as the comparison of claims sees them.

    `near` are pairs of articles that are searched sentence by sentence, `copied` pairs of claims at one place of two copied sentences,
    `briefs` pairs of a text of a few sentences and the article that it tells in short. `vectors` are what the encoder read, by sentence,
    `meaning` what the sameness model says of the claims, `within` the one article of which both claims are, where only its own are compared.
    """

    known: Mapping[str, Known] = field(default_factory=dict)
    near: Sequence[tuple[int, int]] = ()
    copied: frozenset[frozenset[str]] = frozenset()
    briefs: frozenset[tuple[str, str]] = frozenset()
    vectors: Mapping[str, Floats] = field(default_factory=dict)
    meaning: Meaning = NOTHING
    within: Reading | None = None

    def knows(self, article: str, claim: Claim, *, beside: Claim) -> bool:
        """Return whether an article has the value of a claim of another one, besides a claim of its own that differs."""
        known, kind = self.known.get(article), kind_of(claim)
        if known is None:
            return False
        if not kind.detail:
            return known.has(claim.value)
        if any(kind.says(own, claim) for own in known.details.get(claim.kind, ())):
            return True
        return kind.mentioned(claim, beside, known.reading)

    def opens_with(self, claim: Claim, article: str) -> bool:
        """Return whether the first sentence of another article has all that tells whose an amount is, no firm, country or person among it."""
        own, other = self.known.get(claim.article), self.known.get(article)
        if own is None or other is None or claim.context is None:
            return False
        entity, (text, words) = claim.context.entity, other.opening
        return not entity.names & own.owners and entity.words <= words and all(n.lower() in text for n in entity.names)

    def both_known(self, left: Claim, right: Claim) -> bool:
        """Return whether the article of either claim has the value of the other, too: then there are two things."""
        return self.knows(left.article, right, beside=left) or self.knows(right.article, left, beside=right)

    def make_a_whole(self, left: Described, right: Described) -> bool:
        """Return whether the story tells the sum of two numbers: they are then parts of it ("600,000 found", "900,000 missing")."""
        a, b = left.claim.value, right.claim.value
        if (
            not isinstance(a, Interval)
            or not isinstance(b, Interval)
            or not a.number
            or not b.number
            or a.unit != b.unit
        ):
            return False
        whole = float(a.number + b.number)
        by_chance = BY_CHANCE_LATER if grown(left, right) else BY_CHANCE
        return whole > by_chance and any((a.unit, whole) in known.numbers for known in self.known.values())

    def lacks_place(self, left: Claim, right: Claim) -> bool:
        """Return whether the article of either claim names nowhere the place that the other one tells."""
        pairs = ((left.article, right.value), (right.article, left.value))
        return any(isinstance(v, Place) and a in self.known and not self.known[a].has(v) for a, v in pairs)

    def brief_first(self, left: Described, right: Described) -> tuple[Described, Described] | None:
        """Return two claims, that of a brief first, None where neither stands in a brief of the other's article."""
        for a, b in ((left, right), (right, left)):
            if (a.claim.article, b.claim.article) in self.briefs:
                return a, b
        return None


ALONE = Setting()
"""The setting of claims without a story."""


def setting_of(readings: Sequence[Reading], described: Sequence[Described]) -> Setting:
    """Return the setting of the claims of articles."""
    own: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        own[d.claim.article].append(d)
    known = {r.article.id: Known(reading=r, described=own[r.article.id]) for r in readings}
    near = tuple(near_pairs(readings))
    ids = list(known)
    return Setting(known=known, near=near, briefs=frozenset(_briefs(known, [(ids[i], ids[j]) for i, j in near])))


def _briefs(known: Mapping[str, Known], near: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for pair in near:
        for short, long in (pair, pair[::-1]):
            if _is_brief(known[short], known[long]):
                yield short, long


def _is_brief(short: Known, long: Known) -> bool:
    """Return whether a text tells in short what the other tells."""
    ours, theirs = short.content, long.content
    if not 0 < len(ours) <= LONGEST or TIMES_LONGER * len(ours) > len(theirs):
        return False
    return len(ours & theirs) >= COVERED * len(ours) and bool(short.names & long.names)
