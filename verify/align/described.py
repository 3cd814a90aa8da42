"""Claims with what their comparison needs besides themselves: the words of the sentence, the names of the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verify.align.figures import Basis, bases
from verify.align.sole import LONG, QUANTITIES, sole, sole_of_event
from verify.claims import claim_kinds
from verify.claims.role import attribute
from verify.language.events import event_group
from verify.language.reading import Reading
from verify.model import Article, Claim, Span, Thing
from verify.values.aliases import NO_ALIASES, Aliases
from verify.values.period import Period

RECENT = timedelta(days=182)
SINCE = "since"
MOST_BETWEEN = 6

AGE = re.compile(r"(\d{1,3})[-‐– ](?:year|month)[-‐– ]old(?:[ -][A-Za-z]+){1,3}$")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Described:
    """A claim in its surroundings: `text` is its sentence on one line, `names` are those of the whole article.

    `contested` marks a date or place beside which its sentence holds another of the same event: which is whose is a guess; and a state of a
    person beside which the article tells one that excludes it: which came last is a guess.
    `aged` is the age of the one person that a count is of ("a 33-year-old man").
    `older` marks what happened long before the article was published: "in 2011".
    `basis` is that of an amount which stands for a measure ("sales of $5bn").
    `ongoing` marks a count over all the time "since" something. `beside` are the things of the counts in one list with it.
    `sole` marks a claim of whose sort its article states no second value, `sole_of_event` one of whose sort it states none for the
    kind of event.
    `main` marks what is told of the kind of event that the headline or the lead tells.
    `expected` marks what is told as still to come ("was forecast to reach").
    `resumed` marks a count after one of another event in its sentence: "killed two and injured three others" counts all the injured.
    """

    claim: Claim
    text: str
    words: tuple[str, ...]
    names: frozenset[str]
    aged: int | None = None
    contested: bool = False
    resumed: bool = False
    sole: bool = False
    sole_of_event: bool = False
    main: bool = False
    expected: bool = False
    published: date | None = None
    older: bool = False
    ongoing: bool = False
    beside: tuple[Thing, ...] = ()
    aliases: Aliases = NO_ALIASES
    basis: Basis | None = None

    @property
    def group(self) -> str | None:
        """The kind of event, None where the predicate is in no group."""
        return event_group(self.claim.predicate)


def describe(readings: Sequence[Reading], claims: Sequence[Sequence[Claim]]) -> tuple[Described, ...]:
    """Describe the claims of each article, in order."""
    return tuple(d for reading, found in zip(readings, claims, strict=True) for d in _of_article(reading, found))


def _of_article(reading: Reading, claims: Sequence[Claim]) -> list[Described]:
    names, amounts, out = article_names(reading), bases(reading), []
    roles = [c for c in claims if c.kind == "role"]
    beside = Counter(map(_place_in_event, claims))
    counts: dict[Span, list[Claim]] = defaultdict(list)
    alone, alone_there = sole(claims), sole_of_event(claims)
    told_first = {event_group(c.predicate) for c in claims if c.zone in {"headline", "lead"}} - {None}
    for claim in claims:
        if claim.kind == "count":
            counts[claim.sentence].append(claim)
    for claim in claims:
        others = counts[claim.sentence] if claim.kind == "count" else []
        text = " ".join(reading.article.text[claim.sentence.start : claim.sentence.end].split())
        contested = claim.kind in {"date", "place"} and beside[_place_in_event(claim)] > 1
        contested = contested or (claim.kind == "role" and _excluded(claim, roles))
        words = tuple(text.lower().split())
        basis = amounts.get(Span(start=claim.location.start, end=claim.location.end))
        out.append(
            Described(
                claim=claim,
                text=text,
                words=words,
                names=names,
                aged=_age(claim, reading),
                contested=contested,
                resumed=any(_resumes(claim, c) for c in others),
                sole=claim.id in alone,
                sole_of_event=claim.id in alone_there,
                main=event_group(claim.predicate) in told_first,
                expected=basis is None and _expected(claim),
                published=reading.article.published,
                older=_older(claim, reading.article),
                ongoing=claim.kind == "count" and SINCE in words,
                beside=tuple(c.thing for c in others if c.thing and _in_list(claim, c, reading.article)),
                aliases=reading.aliases,
                basis=basis,
            )
        )
    return out


def _place_in_event(claim: Claim) -> tuple[object, ...]:
    """Return what two dates or places of one event share; a year beside a day is no second day."""
    length = claim.value.granularity in LONG if isinstance(claim.value, Period) else None
    return claim.kind, claim.sentence, claim.predicate, length


def _age(claim: Claim, reading: Reading) -> int | None:
    """Return the age that stands right before or in the words of a count of one."""
    if claim.kind != "count" or getattr(claim.value, "number", None) != 1:
        return None
    found = AGE.search(reading.article.text[claim.sentence.start : claim.location.end])
    return int(found[1]) if found and found.end() > claim.location.start - claim.sentence.start else None


def _resumes(claim: Claim, earlier: Claim) -> bool:
    """Return whether a count goes on from an earlier one of its sentence, of another kind of event."""
    if earlier.location.end > claim.location.start:
        return False
    groups = (event_group(earlier.predicate), event_group(claim.predicate))
    return None not in groups and groups[0] != groups[1]


def _expected(claim: Claim) -> bool:
    """Return whether a claim is of what is still to come."""
    return claim.kind in QUANTITIES | {"date"} and claim.modality in {"expected", "possible"}


def _older(claim: Claim, article: Article) -> bool:
    """Return whether a claim is of a time that was over half a year before its article was published."""
    time = claim.value if claim.kind == "date" else claim.time
    days = time.days() if isinstance(time, Period) else None
    return bool(days and article.published and article.published - days[1] > RECENT)


def _in_list(claim: Claim, other: Claim, article: Article) -> bool:
    """Return whether two counts of a sentence are told as a list of one event: "700 from the hills and 500 from the coast"."""
    if claim.predicate != other.predicate:
        return False
    first, second = sorted((claim.location, other.location), key=lambda at: at.start)
    between = article.text[first.end : second.start].split()
    return 0 < len(between) <= MOST_BETWEEN and between[-1] == "and"


def _excluded(claim: Claim, roles: Sequence[Claim]) -> bool:
    """Return whether an article tells of one person, at one time or at two, what cannot hold at one time."""
    sort = attribute(claim)
    if sort in {"custody", "condition"} and any(
        attribute(c) == sort and c.value != claim.value and _surname(c) == _surname(claim) for c in roles
    ):
        return True
    beside = (c for c in roles if _surname(c) == _surname(claim))
    return any(claim_kinds()["role"].compare(c, claim) == "disjoint" for c in beside)


def _surname(claim: Claim) -> list[str]:
    return (claim.subject or "").split()[-1:]


def article_names(reading: Reading) -> frozenset[str]:
    """Return the words of an article's names and places, lower-cased."""
    named = [e.name for e in reading.entities.all] + [p.value.label() for p in reading.places]
    words = (w.strip(".,'’“”\"") for name in named for w in name.split())
    return frozenset(w.lower() for w in words if len(w) > 3 and w[0].isupper())
