"""Claims with what their comparison needs besides themselves: the sentence, its embedding, the names of the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verify.language.events import event_group
from verify.language.reading import Reading
from verify.model import Claim

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Described:
    """A claim in its surroundings; `names` are those of the whole article, `row` is the claim's sentence in `vectors`."""

    claim: Claim
    text: str
    words: tuple[str, ...]
    names: frozenset[str]
    vector: NDArray[np.float32]

    @property
    def group(self) -> str | None:
        """The kind of event, None where the predicate is in no group."""
        return event_group(self.claim.predicate)


def describe(readings: Sequence[Reading], claims: Sequence[Sequence[Claim]], *, encode: Encode) -> tuple[Described, ...]:
    """Describe the claims of each article, in order; every sentence is embedded once."""
    spans = [(r, c.sentence.start, c.sentence.end) for r, found in zip(readings, claims, strict=True) for c in found]
    texts = [" ".join(r.article.text[a:b].split()) for r, a, b in spans]
    unique = sorted(set(texts))
    rows = dict(zip(unique, encode(unique), strict=True)) if unique else {}
    names = {r.article.id: article_names(r) for r in readings}
    flat = [c for found in claims for c in found]
    return tuple(
        Described(claim=c, text=t, words=tuple(t.lower().split()), names=names[c.article], vector=rows[t])
        for c, t in zip(flat, texts, strict=True)
    )


def article_names(reading: Reading) -> frozenset[str]:
    """Return the words of an article's names and places, lower-cased."""
    named = [e.name for e in reading.entities.all] + [p.value.label() for p in reading.places]
    words = (w.strip(".,'’“”\"") for name in named for w in name.split())
    return frozenset(w.lower() for w in words if len(w) > 3 and w[0].isupper())
