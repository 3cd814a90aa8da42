"""A claim with what its comparison needs besides itself: the words of the sentence, the names of the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verify.language.events import event_group
from verify.model import Claim, FigureContext, Thing
from verify.values.aliases import NO_ALIASES, Aliases


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Described:
    """A claim in its surroundings: `text` is its sentence on one line, `names` are those of the whole article.

    `contested` marks a claim of which its article leaves open what it is of, or that cannot be held against another for a reason of its own.
    `older` marks what happened long before the article was published: "in 2011".
    `rivals` are the contexts of the article's other amounts of one measure.
    `ongoing` marks a count over all the time "since" something. `beside` are the things of the counts in one list with it.
    `sole` marks a claim of whose sort its article states no second value, `sole_of_event` one of whose sort it states none for the
    kind of event.
    `main` marks what is told of the kind of event that the headline or the lead tells.
    `expected` marks what is told as still to come ("was forecast to reach").
    `parts_of_year` are the quarters and halves that its sentence names, of a year or of a match, each with its number.
    `resumed` marks a count after one of another event in its sentence: "killed two and injured three others" counts all the injured.
    """

    claim: Claim
    text: str
    words: tuple[str, ...]
    names: frozenset[str]
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
    rivals: tuple[FigureContext, ...] = ()
    parts_of_year: frozenset[tuple[str, int]] = frozenset()
    aliases: Aliases = NO_ALIASES

    @property
    def group(self) -> str | None:
        """The kind of event, None where the predicate is in no group."""
        return event_group(self.claim.predicate)
