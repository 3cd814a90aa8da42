"""One name with two numbers: "Flight 447" beside "Flight 474", "Highway 12" beside "Highway 21".

More words of the two sentences must be the same than for other contrasts. Nothing is made of a name that either article numbers in several ways.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.surroundings import NOMINAL, asserted
from verify.claims.framed import framed
from verify.language.content_words import key, telling
from verify.language.reading import Reading
from verify.model import Claim
from verify.values.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NUMBERED = re.compile(
    r"\b(?P<stem>[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*)(?:-|[ \xa0](?:No\. )?)(?P<number>\d{1,4}[A-Z]?)\b(?![-–,.:/%]?\d)"
)
LABELS = ("the same name", "the same words around it", "another number in it")
NOTE = "said of the same matter"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Designation:
    """A capitalised word with a number that is part of its name, and the content words of its sentence."""

    reading: Reading
    span: Span
    stem: str
    number: str
    around: frozenset[str]

    @property
    def head(self) -> Token:
        """The word that the rest of the name hangs on."""
        return self.span.root


def find_designations(left: Sequence[Designation], right: Sequence[Designation], *, least: int) -> Iterator[Contrast]:
    """Yield the names that two articles give different numbers, each pair of names once."""
    theirs = _by_stem(right)
    for stem, ours in _by_stem(left).items():
        known = (
            (a, b)
            for a in ours
            for b in theirs.get(stem, ())
            if a.number != b.number and len(a.around & b.around) > least
        )
        claims = next(((_claim(a), _claim(b)) for a, b in known), (None, None))
        if found := contrast(*claims, labels=LABELS, note=NOTE):
            yield found


def _by_stem(found: Sequence[Designation]) -> dict[str, list[Designation]]:
    """Return by stem the names of which an article has one number alone."""
    out: dict[str, list[Designation]] = defaultdict(list)
    for d in found:
        out[d.stem].append(d)
    return {stem: own for stem, own in out.items() if len({d.number for d in own}) == 1}


def designations(reading: Reading) -> tuple[Designation, ...]:
    """Return the numbered names of an article, dates left out."""
    dated = {i for d in reading.dates for i in range(d.first, d.last + 1)}
    found = (_designation(m, reading) for m in NUMBERED.finditer(reading.article.text))
    return tuple(d for d in found if d is not None and not dated & set(range(d.span.start, d.span.end)))


def _designation(match: re.Match[str], reading: Reading) -> Designation | None:
    span = reading.doc.char_span(*match.span(), alignment_mode="expand")
    if span is None or any(t.ent_type_ == "PER" for t in span) or not any(t.pos_ in NOMINAL for t in span):
        return None
    head = span.root
    if reading.parsed.sentence(head) is None or not asserted(head, reading):
        return None
    return Designation(
        reading=reading,
        span=span,
        stem=match["stem"].lower(),
        number=match["number"],
        around=frozenset(key(t) for t in head.sent if telling(t) and t not in list(span)),
    )


def _claim(d: Designation) -> Claim | None:
    ends = (d.span.start, d.span.end - 1)
    return framed("event", ends, Name(name=d.span.text, type="name"), d.reading, head=d.head)
