"""The claims of a story side by side, with the words in which copies of one sentence differ, and the setting of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from verify.align.copies import find_copies
from verify.align.describe import describe
from verify.align.described import Described
from verify.align.figures import apart, of_two
from verify.align.setting import Setting, setting_of
from verify.claims import kind_of, relation
from verify.language.reading import Reading
from verify.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """The claims of all articles, each with its surroundings, and the setting in which they are compared."""

    described: tuple[Described, ...]
    setting: Setting


def lay_out(readings: Sequence[Reading], claims: Sequence[Sequence[Claim]]) -> Story:
    """Return the claims of articles side by side."""
    setting = setting_of(readings, describe(readings, claims))
    copied = [pair for pair in find_copies(readings, setting.near) if not _of_two_amounts(pair, setting)]
    extra = {c.id: c for pair in copied for c in pair}
    own = [
        (*found, *(c for c in extra.values() if c.article == r.article.id))
        for r, found in zip(readings, claims, strict=True)
    ]
    return Story(
        described=describe(readings, own),
        setting=replace(setting, copied=frozenset(frozenset((a.id, b.id)) for a, b in copied)),
    )


def _of_two_amounts(pair: tuple[Claim, Claim], setting: Setting) -> bool:
    """Return whether copies of one sentence differ in amounts that are not of one thing, or in something else beside such amounts."""
    ours, theirs = (list(_amounts(c, c.location.start, c.location.end, setting)) for c in pair)
    if ours and theirs:
        return any(apart(a, b) or relation(a.claim, b.claim) != "disjoint" for a, b in product(ours, theirs))
    beside = list(product(*(_amounts(c, c.sentence.start, c.sentence.end, setting) for c in pair)))
    return bool(beside) and all(of_two(a, b) for a, b in beside)


def _amounts(claim: Claim, start: int, end: int, setting: Setting) -> Iterator[Described]:
    """Yield the amounts of measures that overlap a place in the article of a claim."""
    for d in setting.known[claim.article].described:
        at = d.claim.location
        if kind_of(d.claim).number is not None and d.claim.context is not None and at.start < end and start < at.end:
            yield d
