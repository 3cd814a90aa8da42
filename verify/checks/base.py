"""What a check is: a function over one article as read, and a docstring that is its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.accounts import Account, key
from verify.model import Claim, Flag, Location, Span

if TYPE_CHECKING:
    from verify.align.witnesses import Doubt
    from verify.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subject:
    """The article that a check looks at, its claims, and the other articles of the story, which may be witnesses, with `told`, their claims."""

    reading: Reading
    claims: tuple[Claim, ...]
    others: tuple[Reading, ...] = ()
    told: tuple[tuple[Claim, ...], ...] = ()

    def location(self, first: int, last: int) -> Location:
        """Return where tokens of the article stand, from the first to the last."""
        tokens = self.reading.doc[first : last + 1]
        return self.reading.article.location(Span(start=tokens.start_char, end=tokens.end_char))

    def sentence(self, claim: Claim) -> int | None:
        """Return which sentence of the article a claim stands in, None where it is none."""
        return next((i for i, s in enumerate(self.reading.sentences) if s.span == claim.sentence), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check; each file of this package defines one as `CHECK`. The docstring of `run`'s module is what a user reads."""

    name: str
    run: Callable[[Subject], Iterator[Flag]]
    doc: str


def most_telling(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """Return the flags by confidence, then severity, then place."""
    rank = {"high": 0, "medium": 1, "low": 2}
    return tuple(
        sorted(flags, key=lambda f: (rank[f.confidence], rank[f.severity], f.check, f.primary.article, f.primary.start))
    )


def words_in_common(left: Account, right: Account, reading: Reading) -> tuple[str, ...]:
    """Return the words of the left sentence, as written, that the right one has as well or with a synonym."""
    shared = left.words & right.words
    found = (t.text for t in left.sentence.tokens if t.is_alpha and len(t.text) > 2 and key(t, reading) in shared)
    return tuple(dict.fromkeys(found))[:6]


def witnesses(places: int, articles: int) -> str:
    """Return where else something stands: so many places of the article, so many other articles."""
    here = "there" if places == 1 else f"in {places} other places"
    if not articles:
        return here
    return f"{here} and in {articles} other article{'s' if articles > 1 else ''}"


def asked(doubt: Doubt, subject: Subject, *, check: str, question: str) -> Flag:
    """Return the flag that shows two sentences of one matter with their two values, and asks."""
    article, doubtful, other = subject.reading.article, doubt.doubtful, doubt.other
    shared = ", ".join(words_in_common(doubtful, other, subject.reading))
    there = witnesses(doubt.places, doubt.articles)
    return Flag(
        check=check,
        severity="high",
        confidence=doubt.confidence,
        message=f"“{doubtful.value}” here, “{other.value}” {there}, in sentences that have {shared} in common: {question}",
        primary=article.location(doubtful.sentence.span),
        related=(article.location(other.sentence.span),),
    )
