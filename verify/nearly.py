"""What nearly was a conflict: values of two sources that differ, of which it stays open whether they are of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verify.align import Comparison
from verify.claims import kind_of, titles
from verify.claims.base import denied
from verify.model import Article, Claim, Fact, NearMiss
from verify.reasons import sayings

MOST = 5
"""Near misses that are told: an editor looks at a handful."""

Articles = Mapping[str, Article]


def near_misses(
    comparisons: Iterable[Comparison], facts: Sequence[Fact], claims: Mapping[str, Claim], articles: Sequence[Article]
) -> tuple[NearMiss, ...]:
    """Return the pairs of claims of two origins whose values exclude each other and that fell short of a conflict, the likeliest first.

    A fact is looked at once, and only where nothing that it holds is of the other's article: that was compared already.
    """
    by_id = {a.id: a for a in articles}
    fact_of = {i: f for f in facts for i in f.claims}
    told_in = {f.id: {claims[i].article for i in f.claims} for f in facts}
    found: dict[str, Comparison] = {}
    for comparison in sorted(
        _apart(comparisons, by_id), key=lambda c: (-c.link.probability, c.link.left, c.link.right)
    ):
        pair = (comparison.left.claim, comparison.right.claim)
        own = [fact_of[c.id].id for c in pair if c.id in fact_of]
        known = len(own) < len(pair) or pair[1].article in told_in[own[0]] or pair[0].article in told_in[own[1]]
        if not known and not any(f in found for f in own):
            found |= dict.fromkeys(own, comparison)
    chosen = list(dict.fromkeys(found.values()))[:MOST]
    named = titles([(c.left.claim, c.right.claim) for c in chosen])
    return tuple(_told(c, name, by_id) for c, name in zip(chosen, named, strict=True))


def _apart(comparisons: Iterable[Comparison], articles: Articles) -> Iterator[Comparison]:
    """Yield the links of claims whose values exclude each other and that stand in texts of two origins; a denial alone is no other value."""
    for c in comparisons:
        pair = (c.left.claim, c.right.claim)
        stated = not any(denied(x) or kind_of(x).detail for x in pair)
        if (
            c.link.relation == "disjoint"
            and not c.holds
            and stated
            and len({articles[x.article].origin for x in pair}) > 1
        ):
            yield c


def _told(comparison: Comparison, name: str, articles: Articles) -> NearMiss:
    pair = (comparison.left.claim, comparison.right.claim)
    return NearMiss(label=name, reason=sayings(pair, articles, joint="and"), link=comparison.link)
