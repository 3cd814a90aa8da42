"""Facts → verdicts: the lattice of agreement, decided by the values of the claims and never by who is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from verify.align import Comparison, Contrast, Sum
from verify.claims import claim_kinds
from verify.claims.base import denied
from verify.claims.count import implied, stated
from verify.claims.labels import label
from verify.claims.role import outdated
from verify.language.events import FALLING, MOVING, event_group
from verify.model import VERDICTS, Article, Claim, Fact, Link, Location, Relation, Verdict
from verify.values.interval import Interval
from verify.values.place import Place

YEAR = 365.25
MOST = 100
"""Claims of one fact of which every pair is compared."""


def decide(
    clusters: Sequence[tuple[Claim, ...]],
    comparisons: Iterable[Comparison],
    sums: Sequence[Sum],
    contrasts: Sequence[Contrast],
    articles: Sequence[Article],
) -> tuple[Fact, ...]:
    """Return the facts, conflicts first; `articles` carry their origins and dates."""
    by_id = {a.id: a for a in articles}
    links: dict[str, list[Link]] = defaultdict(list)
    for c in comparisons:
        links[c.link.left].append(c.link)
    sums = [s for s in sums if not implied(s.whole)]
    whole = {c.id: group for group in clusters for c in group}
    once = {(id(whole[s.whole.id]), *sorted(p.value.label() for p in s.parts)): s for s in reversed(sums)}
    facts = [_sum_fact(s, whole[s.whole.id], by_id) for s in reversed(once.values())]
    used, wholes = {p.id for s in sums for p in s.parts}, {s.whole.id for s in sums}
    for group in clusters:
        said_again = len({c.article for c in group}) > 1 and not any(c.id in wholes for c in group)
        rest = stated(group if said_again else tuple(c for c in group if c.id not in used))
        absorbed = any(c.id in wholes for c in group)
        merely_named = all(c.kind == "event" for c in rest)
        if rest and not merely_named and not (absorbed and len({by_id[c.article].origin for c in rest}) == 1):
            facts.append(_fact(rest, links, by_id))
    facts += _contrasted(contrasts, [c for group in clusters for c in group], facts, by_id)
    return tuple(sorted(facts, key=lambda f: VERDICTS.index(f.verdict)))


def _fact(group: tuple[Claim, ...], links: Mapping[str, Sequence[Link]], articles: Mapping[str, Article]) -> Fact:
    ids = {c.id: None for c in group}
    inside = tuple(
        sorted((k for i in ids for k in links.get(i, ()) if k.right in ids), key=lambda k: (k.left, k.right))
    )
    origins = tuple(sorted({articles[c.article].origin for c in group}))
    verdict, reason = _verdict(group, articles)
    low, high, unit = _span(group)
    return Fact(
        kind=group[0].kind,
        label=label(group),
        verdict=verdict,
        reason=reason,
        claims=tuple(ids),
        origins=origins,
        links=inside,
        low=low,
        high=high,
        unit=unit,
    )


def _contrasted(
    found: Iterable[Contrast], claims: Sequence[Claim], facts: Sequence[Fact], articles: Mapping[str, Article]
) -> list[Fact]:
    """Return the conflicts over contrasts words that no other conflict shows already."""
    ids = {i for f in facts if f.verdict in {"conflict", "update"} for i in f.claims}
    shown: dict[str, list[Location]] = defaultdict(list)
    for c in claims:
        if c.id in ids:
            shown[c.article].append(c.location)
    out = {}
    for r in found:
        if not all(any(_overlap(side.location, p) for p in shown[side.article]) for side in (r.left, r.right)):
            fact = _contrast_fact(r, articles)
            out[fact.id] = fact
    return list(out.values())


def _overlap(a: Location, b: Location) -> bool:
    return a.start < b.end and b.start < a.end


def _contrast_fact(r: Contrast, articles: Mapping[str, Article]) -> Fact:
    words = [f"{'not ' if c.negated and c.kind == 'event' else ''}{c.value.label()}" for c in (r.left, r.right)]
    names = [articles[c.article].outlet or c.article for c in (r.left, r.right)]
    low, high, unit = _span((r.left, r.right))
    since = _since(r, articles)
    return Fact(
        kind=r.left.kind,
        label=label((r.left,)),
        verdict="update" if since else "conflict",
        reason=f"{words[0]}: {names[0]}; {words[1]}: {names[1]}: {since or r.note}",
        claims=(r.left.id, r.right.id),
        origins=tuple(sorted({articles[c.article].origin for c in (r.left, r.right)})),
        links=(r.link,),
        low=low,
        high=high,
        unit=unit,
    )


def _since(r: Contrast, articles: Mapping[str, Article]) -> str:
    """Return what the later of two articles has that the other could not have yet, nothing where they contradict each other."""
    if _done_since(r, articles):
        return "the later article has it done"
    return "the later article has the later figure" if r.counted and _updated(r.left, r.right, articles) else ""


def _done_since(r: Contrast, articles: Mapping[str, Article]) -> bool:
    """Return whether what one article denies ("has not been charged") is told as done by one of a later day."""
    if r.left.negated == r.right.negated or r.closed:
        return False
    denied, done = (r.left, r.right) if r.left.negated else (r.right, r.left)
    before, after = articles[denied.article].published, articles[done.article].published
    return before is not None and after is not None and before < after


def _single(group: Sequence[Claim]) -> str:
    sources = {c.article for c in group}
    return "only one source says it" if len(sources) == 1 else "several articles of one origin say it"


def _verdict(group: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[Verdict, str]:
    """Return the verdict of a fact with its reason: copies of one text bear each other out no more than one, but may contradict."""
    pairs = [(a, b) for a, b in combinations(_telling(group, articles), 2) if a.article != b.article]
    relations = {(a.id, b.id): relation(a, b) for a, b in pairs}
    apart = [(a, b) for a, b in pairs if relations[a.id, b.id] == "disjoint" and not _copied(a, b, articles)]
    if apart:
        return _apart(apart, articles)
    origin = {c.id: articles[c.article].origin for c in group}
    across = [relations[a.id, b.id] for a, b in pairs if origin[a.id] != origin[b.id]]
    if not across:
        return "single-source", _single(group)
    sources = _sources(group, set(origin.values()))
    if all(implied(c) for c in group):
        victims = dict.fromkeys(c.thing.text for c in group if c.thing)
        return "agree", f"{sources} tell of one: {', '.join(victims)}"
    if all(r == "equal" for r in across):
        return "agree", f"{sources} say {group[0].value.label()}"
    if "equal" in across or not {"contains", "overlaps"} & set(across):
        return "compatible", f"{_sayings(group, articles)}: no two of these exclude each other"
    return "compatible", f"{_sayings(group, articles)}: one is vaguer than the other or leaves something out"


def _telling(group: Sequence[Claim], articles: Mapping[str, Article]) -> Sequence[Claim]:
    """Return the claims whose pairs decide: all, or of a large group, for each value, the earliest, the latest and one of another origin."""
    if len(group) <= MOST:
        return group
    values: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in sorted(group, key=lambda c: (str(articles[c.article].published or ""), c.article, c.location.start)):
        values[c.kind, c.value.label()].append(c)
    kept = set()
    for same in values.values():
        origin = articles[same[0].article].origin
        other = next((c for c in same if articles[c.article].origin != origin), same[0])
        kept |= {same[0].id, same[-1].id, other.id}
    return [c for c in group if c.id in kept]


def _copied(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    """Return whether two articles of one origin both have one of two sentences: the text then contradicts itself, not its copy."""
    left, right = articles[a.article], articles[b.article]
    if left.origin != right.origin:
        return False
    sentences = (left.text[a.sentence.start : a.sentence.end], right.text[b.sentence.start : b.sentence.end])
    return sentences[0] in right.text or sentences[1] in left.text


def _sources(group: Sequence[Claim], origins: set[str]) -> str:
    articles = len({c.article for c in group})
    return f"{articles} sources" if articles == len(origins) else f"{articles} articles of {len(origins)} origins"


def _apart(pairs: Sequence[tuple[Claim, Claim]], articles: Mapping[str, Article]) -> tuple[Verdict, str]:
    """Return `update` where every later article has the higher figure of a moving event, else `conflict`."""
    if all(_updated(a, b, articles) for a, b in pairs):
        return (
            "update",
            f"{_sayings(_flat(pairs), articles)}: the later article has the later {'state' if pairs[0][0].kind == 'role' else 'figure'}",
        )
    return "conflict", f"{_sayings(_flat(pairs), articles)}: these cannot both hold"


def _flat(pairs: Iterable[tuple[Claim, Claim]]) -> list[Claim]:
    return list({c.id: c for pair in pairs for c in pair}.values())


def _updated(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    first, second = articles[a.article].published, articles[b.article].published
    if first is None or second is None or first == second:
        return False
    early, late = (a.value, b.value) if first < second else (b.value, a.value)
    if a.kind == "role":
        return outdated(*((a, b) if first < second else (b, a)))
    if a.kind == "age":
        years = abs((second - first).days) / YEAR
        return isinstance(early, Interval) and isinstance(late, Interval) and _birthday(early, late, years)
    if event_group(a.predicate) not in MOVING:
        return False
    if not isinstance(early, Interval) or not isinstance(late, Interval) or late.high is None:
        return isinstance(late, Interval) and late.high is None
    if event_group(a.predicate) in FALLING:
        return True
    return early.low is not None and late.high > early.low


def _birthday(early: Interval, late: Interval, years: float) -> bool:
    """Return whether somebody can have grown that much older between two articles so many years apart."""
    return early.low is not None and late.low is not None and 0 < late.low - early.low <= years + 1


def relation(a: Claim, b: Claim) -> Relation:
    """Compare the values of two claims; an event without a number leaves the other's number out."""
    return claim_kinds()[a.kind].compare(a, b) if a.kind == b.kind else "contains"


def _sum_fact(s: Sum, cluster: Sequence[Claim], articles: Mapping[str, Article]) -> Fact:
    """Return the fact of a sum: its parts and every claim of the whole that the sum bears out."""
    borne_out = (c for c in cluster if c not in s.parts and relation(c, s.whole) != "disjoint")
    claims = (*s.parts, *borne_out)
    origins = tuple(sorted({articles[c.article].origin for c in claims}))
    adds = s.joint.join(_with_scope(p) for p in s.parts)
    exact = s.relation == "equal"
    low, high, unit = _span((s.whole,))
    return Fact(
        kind=s.whole.kind,
        label=label((s.whole,)),
        verdict="agree-by-sum" if exact else "compatible",
        reason=f"{adds} {'make' if exact else 'lie within'} {_with_scope(s.whole)}",
        claims=tuple(c.id for c in claims),
        origins=origins,
        links=s.links,
        low=low,
        high=high,
        unit=unit,
    )


def _with_scope(claim: Claim) -> str:
    """Return a count with its thing and the place that it holds for: "2 locations in Syria"."""
    thing = f" {claim.thing.text}" if claim.thing else ""
    where = f" {claim.place.where()}" if isinstance(claim.place, Place) else ""
    return f"{claim.value.label()}{thing}{where}"


def _sayings(group: Iterable[Claim], articles: Mapping[str, Article]) -> str:
    """Return what each source says, from the lowest value to the highest, with its speaker where it has one."""

    def rank(c: Claim) -> tuple[float, str]:
        low = c.value.low if isinstance(c.value, Interval) else None
        return (low if low is not None else float("inf"), c.article)

    said: dict[str, list[str]] = {}
    for c in sorted(group, key=rank):
        who = (articles[c.article].outlet or c.article) + (f" ({c.speech.speaker})" if c.speech.speaker else "")
        value = f"{'not ' if denied(c) else ''}{c.value.label()}" if c.kind != "event" else "no number"
        if who not in said.setdefault(value, []):
            said[value].append(who)
    return "; ".join(f"{value}: {', '.join(who)}" for value, who in said.items())


def _span(group: Iterable[Claim]) -> tuple[float | None, float | None, str | None]:
    """Return the lowest low and the highest high of the values, and their unit; None where one is open."""
    values = [c.value for c in group if isinstance(c.value, Interval)]
    lows, highs = [v.low for v in values], [v.high for v in values]
    low = min((x for x in lows if x is not None), default=None)
    high = None if any(x is None for x in highs) else max((x for x in highs if x is not None), default=None)
    return low, high, values[0].unit if values else None
