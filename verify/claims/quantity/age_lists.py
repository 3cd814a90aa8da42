"""Ages that are told in a list behind the names whose they are: "Ann Lee and Tom Lee, ages 23 and 29"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from verify.claims.quantity.ages import joined, name_before, people_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.claims.quantity.scan import Quantity
    from verify.language.reading import Reading

LISTING = {"ages", "aged"}
BETWEEN = {",", "and", "&"}


def in_lists(ages: Sequence[Quantity], reading: Reading) -> Mapping[int, Token]:
    """Return the last token of the name of each age in a list, by the first token of the age.

    There must be as many names before the list as ages in it.
    """
    out: dict[int, Token] = {}
    for run in _runs(ages, reading):
        people = people_in(reading, run[0].sentence)
        last = name_before(reading.doc, run[0].first - 1, people)
        names = (*joined(last, people), last) if last is not None else ()
        if len(names) == len(run):
            out |= {q.first: name for q, name in zip(run, names, strict=True)}
    return out


def _runs(ages: Sequence[Quantity], reading: Reading) -> Iterator[list[Quantity]]:
    """Yield the ages that stand in one list behind "ages" or "aged", where there are two or more."""
    run: list[Quantity] = []
    for quantity in ages:
        gap = reading.doc[run[-1].last + 1 : quantity.first] if run else None
        if gap and all(t.lower_ in BETWEEN for t in gap):
            run.append(quantity)
            continue
        if len(run) > 1:
            yield run
        before = reading.doc[quantity.first - 1] if quantity.first else None
        run = [quantity] if before is not None and before.lower_ in LISTING else []
    if len(run) > 1:
        yield run
