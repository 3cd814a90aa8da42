"""Whether two sentences tell of two things of one sort: "the north mine" and "the south mine"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from verify.language.reading import Reading
from verify.model import Span

MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})


def of_two_bearers(left: Span, right: Span, reading: Reading, *, but: frozenset[str]) -> bool:
    """Return whether a noun of both sentences has other words before it in each; `but` names nouns that do not matter."""
    a, b = (_modified(s, reading) for s in (left, right))
    return any(a[n] and b[n] and not a[n] & b[n] for n in (a.keys() & b.keys()) - but)


def _modified(span: Span, reading: Reading) -> Mapping[str, set[str]]:
    """Return the words right before each noun of a sentence that tell which one it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for token in reading.doc.char_span(span.start, span.end, alignment_mode="expand") or ():
        if token.pos_ in {"NOUN", "PROPN"}:
            found[token.lemma_.lower()] |= {c.lower_ for c in token.lefts if c.dep_ in MODIFIERS}
    return found
