"""Facts → verdicts: the lattice of agreement as a table of rules, decided by the values of the claims and never by who is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from verify.align import Comparison, Sum
from verify.claims import kind_of, relation, stakes, titles
from verify.model import VERDICTS, Article, Claim, Fact, Link, Location, Relation, Verdict
from verify.reasons import agreed, all_say, alone, made, sayings
from verify.succession import Articles, Pair, claims_of, moved, topped
from verify.values.interval import span

MOST = 100
"""Claims of one fact of which every pair is compared."""

DIFFER = frozenset({"conflict", "update"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What the sources say of one fact: the claims, the pairs that exclude each other and those of which one allows more than the other, how those
    of two origins relate.
    """

    group: Sequence[Claim]
    articles: Articles
    apart: Sequence[Pair]
    within: Sequence[Pair]
    across: Sequence[Relation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A verdict, when it holds, and the words for it; the first rule that holds decides."""

    verdict: Verdict
    holds: Callable[[Said], bool]
    reason: Callable[[Said], str]


def decide(
    clusters: Sequence[tuple[Claim, ...]],
    comparisons: Iterable[Comparison],
    sums: Sequence[Sum],
    articles: Sequence[Article],
) -> tuple[Fact, ...]:
    """Return the facts, conflicts first; `articles` carry their origins and dates."""
    by_id = {a.id: a for a in articles}
    links: dict[str, list[Link]] = defaultdict(list)
    for c in comparisons:
        links[c.link.left].append(c.link)
    sums = [s for s in sums if not _implied(s.whole)]
    cluster = {c.id: group for group in clusters for c in group}
    once = {(id(cluster[s.whole.id]), *sorted(p.value.label() for p in s.parts)): s for s in reversed(sums)}
    added = [(_sum_fact(s, cluster[s.whole.id], by_id), s) for s in reversed(once.values())]
    facts = [fact for fact, _ in added]
    facts += [_fact(rest, links, by_id) for group in clusters if (rest := _beside_sums(group, sums, by_id))]
    known = {c.id: c for group in clusters for c in group}
    wholes = {fact.id: [s.whole] for fact, s in added}
    ordered = sorted(_shown(facts, known), key=lambda f: (VERDICTS.index(f.verdict), _gravity(f, known)))
    named = titles([wholes.get(f.id) or [known[i] for i in f.claims] for f in ordered])
    return tuple(replace(fact, label=name) for fact, name in zip(ordered, named, strict=True))


def _gravity(fact: Fact, claims: Mapping[str, Claim]) -> int:
    """Return where a fact over which sources differ stands among such, the gravest first; others stay in the order of the text."""
    return stakes([claims[i] for i in fact.claims]) if fact.verdict in DIFFER else 0


def _shown(facts: Iterable[Fact], claims: Mapping[str, Claim]) -> Iterator[Fact]:
    """Yield the facts, those about details only where sources differ over words that no other such fact shows already."""
    shown: list[Location] = []
    for fact in sorted(facts, key=lambda f: _rank(claims[f.claims[0]])):
        own = [claims[i] for i in fact.claims]
        differ = fact.verdict in DIFFER
        if not kind_of(own[0]).detail or (
            differ and not all(any(_overlap(c.location, at) for at in shown) for c in own)
        ):
            yield fact
            shown += [c.location for c in own] if differ else []


def _rank(claim: Claim) -> int:
    """Return which facts are shown first: those that are no details, then words that two copies of a sentence differ in, then others."""
    kind = kind_of(claim)
    return 0 if not kind.detail else 1 if not kind.blocks else 2


def _overlap(a: Location, b: Location) -> bool:
    """Return whether two places overlap or are next to each other ("been" and "charged")."""
    return a.article == b.article and a.start <= b.end + 1 and b.start <= a.end + 1


def _beside_sums(group: tuple[Claim, ...], sums: Sequence[Sum], articles: Articles) -> tuple[Claim, ...]:
    """Return the claims of a cluster that a fact of their own is made of: none where a sum shows them, or where no value is told."""
    parts, wholes = {p.id for s in sums for p in s.parts}, {s.whole.id for s in sums}
    absorbed = any(c.id in wholes for c in group)
    said_again = len({c.article for c in group}) > 1 and not absorbed
    rest = _stated(group if said_again else tuple(c for c in group if c.id not in parts))
    one_origin = len({articles[c.article].origin for c in rest}) == 1
    return () if all(kind_of(c).bare for c in rest) or (absorbed and one_origin) else rest


def _implied(claim: Claim) -> bool:
    return kind_of(claim).implied(claim)


def _stated(group: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims of a fact without those whose value no words state, where they agree with any that words do."""
    numbered = [c for c in group if not _implied(c)]
    if not numbered:
        return group
    told = [n for n in numbered if not kind_of(n).bare]
    kept = {c.id for c in numbered}
    kept |= {c.id for c in group if _implied(c) and any(relation(c, n) != "contains" for n in told)}
    return tuple(c for c in group if c.id in kept)


def _fact(group: tuple[Claim, ...], links: Mapping[str, Sequence[Link]], articles: Articles) -> Fact:
    ids = {c.id: None for c in group}
    inside = [k for i in ids for k in links.get(i, ()) if k.right in ids]
    said = _said(group, articles, frozenset(frozenset((k.left, k.right)) for k in inside))
    rule = next(r for r in RULES if r.holds(said))
    low, high, unit = span(c.value for c in group)
    return Fact(
        kind=group[0].kind,
        label="",
        verdict=rule.verdict,
        reason=rule.reason(said),
        claims=tuple(ids),
        origins=tuple(sorted({articles[c.article].origin for c in group})),
        links=tuple(sorted(inside, key=lambda k: (k.left, k.right))),
        low=low,
        high=high,
        unit=unit,
    )


def _said(group: Sequence[Claim], articles: Articles, linked: frozenset[frozenset[str]]) -> Said:
    """Return what the sources say; copies of one text bear each other out no more than one, but may contradict."""
    origin = {c.id: articles[c.article].origin for c in group}
    pairs = [(a, b, relation(a, b)) for a, b in combinations(_telling(group, articles), 2) if a.article != b.article]
    return Said(
        group=group,
        articles=articles,
        apart=[
            (a, b)
            for a, b, found in pairs
            if (found == "disjoint" or _reworded(a, b, found, linked)) and not _copied(a, b, articles)
        ],
        within=[(a, b) for a, b, found in pairs if found == "contains" and origin[a.id] != origin[b.id]],
        across=[found for a, b, found in pairs if origin[a.id] != origin[b.id]],
    )


def _reworded(a: Claim, b: Claim, found: Relation, linked: frozenset[frozenset[str]]) -> bool:
    """Return whether two claims of which the words are the value give one utterance in other words."""
    return kind_of(a).verbatim and found in {"overlaps", "unknown"} and frozenset((a.id, b.id)) in linked


def _telling(group: Sequence[Claim], articles: Articles) -> Sequence[Claim]:
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


def _copied(a: Claim, b: Claim, articles: Articles) -> bool:
    """Return whether two articles of one origin both have one of two sentences: the text then contradicts itself, not its copy."""
    left, right = articles[a.article], articles[b.article]
    if left.origin != right.origin:
        return False
    sentences = (left.text[a.sentence.start : a.sentence.end], right.text[b.sentence.start : b.sentence.end])
    return sentences[0] in right.text or sentences[1] in left.text


def _sides(pairs: Sequence[Pair], said: Said, joint: str) -> str:
    """Return what each source of such pairs says."""
    return sayings(claims_of(pairs), said.articles, joint=joint)


def _later(pairs: Sequence[Pair], said: Said) -> str:
    return f"{_sides(pairs, said, 'and')}: the later article has the later {kind_of(said.group[0]).moves}"


def _all(said: Said, joint: str = "and") -> str:
    return sayings(said.group, said.articles, joint=joint)


def _victims(said: Said) -> str:
    return ", ".join(dict.fromkeys(c.thing.text for c in said.group if c.thing))


RULES: tuple[Rule, ...] = (
    Rule(
        verdict="update",
        holds=lambda said: moved(said.apart, said.articles),
        reason=lambda said: _later(said.apart, said),
    ),
    Rule(
        verdict="conflict",
        holds=lambda said: bool(said.apart),
        reason=lambda said: _sides(said.apart, said, "but"),
    ),
    Rule(
        verdict="update",
        holds=lambda said: topped(said.within, said.articles),
        reason=lambda said: _later(said.within, said),
    ),
    Rule(
        verdict="single-source",
        holds=lambda said: not said.across,
        reason=lambda said: alone(said.group, said.articles),
    ),
    Rule(
        verdict="agree",
        holds=lambda said: all(map(_implied, said.group)),
        reason=lambda said: all_say(said.group, said.articles, f"tell of the same one: {_victims(said)}"),
    ),
    Rule(
        verdict="agree",
        holds=lambda said: all(found == "equal" for found in said.across),
        reason=lambda said: agreed(said.group, said.articles),
    ),
    Rule(
        verdict="agree",
        holds=lambda said: "equal" in said.across,
        reason=lambda said: f"{_all(said)}: where they differ, one is less exact than the other",
    ),
    Rule(
        verdict="agree",
        holds=lambda said: kind_of(said.group[0]).fuller and set(said.across) == {"contains"},
        reason=lambda said: f"{_all(said)}: one tells it less fully",
    ),
    Rule(
        verdict="compatible",
        holds=lambda said: not {"contains", "overlaps"} & set(said.across),
        reason=lambda said: f"{_all(said)}: all of it can be true",
    ),
    Rule(
        verdict="compatible",
        holds=lambda _: True,
        reason=lambda said: f"{_all(said)}: one is less exact than the other",
    ),
)


def _sum_fact(s: Sum, cluster: Sequence[Claim], articles: Articles) -> Fact:
    """Return the fact of a sum: its parts and every claim of the whole that the sum bears out."""
    borne_out = (c for c in cluster if c not in s.parts and relation(c, s.whole) != "disjoint")
    claims = (*s.parts, *borne_out)
    exact = s.relation == "equal"
    low, high, unit = span((s.whole.value,))
    return Fact(
        kind=s.whole.kind,
        label="",
        verdict="agree-by-sum" if exact else "compatible",
        reason=made(s.parts, s.whole, exact=exact),
        claims=tuple(c.id for c in claims),
        origins=tuple(sorted({articles[c.article].origin for c in claims})),
        links=s.links,
        low=low,
        high=high,
        unit=unit,
    )
