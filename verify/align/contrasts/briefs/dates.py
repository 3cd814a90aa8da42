"""Days, months and years of a brief that the article does not have, held against the article's for the same event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import lacking
from verify.align.contrasts.texts import Text
from verify.align.firm import deictic
from verify.claims.framed import framed
from verify.language.content_words import key
from verify.language.grammar.governor import verb_above
from verify.model import Claim
from verify.values.period import compare

if TYPE_CHECKING:
    from verify.language.dates import DateMention

ALONE = frozenset({"year", "quarter"})
FINE = frozenset({"day", "weekday", "part", "month"})


def find_dates(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield the dates of a brief with those of the article that stand in their place."""
    for ours in _lacked(brief, article):
        rivals = [d for d in _lacked(article, brief) if _as_fine(d, ours)]
        told = [d for d in rivals if _event(d, article) == _event(ours, brief)] or [
            d for d in rivals if d.first < article.lead_end
        ]
        found = lacking(_claim(told[0], article), _claim(ours, brief)) if told else None
        if found:
            yield found


def _lacked(text: Text, other: Text) -> list[DateMention]:
    """Return the dates of a text with which no date of the other agrees; "until" and "since" agree with what is not theirs."""
    plain = [o for o in other.reading.dates if o.value.bound is None and o.value.granularity != "clock"]
    return [
        d
        for d in text.reading.dates
        if text.reading.parsed.sentence(text.reading.doc[d.first]) is not None
        and d.value.bound is None
        and not any(_agrees(d, o) or _word(d, text) == (_word(o, other) or "") for o in plain)
    ]


def _word(d: DateMention, text: Text) -> str | None:
    """Return the word for a day that a date rests on, which two texts may have resolved to two days."""
    return deictic(text.reading.doc[d.first : d.last + 1].text)


def _agrees(d: DateMention, other: DateMention) -> bool:
    """Return whether a date can be the other; one without a year says nothing of a year."""
    relation = compare(d.value, other.value)
    return relation != "disjoint" and not (relation == "unknown" and d.value.granularity in ALONE)


def _as_fine(a: DateMention, b: DateMention) -> bool:
    fine = [d.value.granularity in FINE for d in (a, b)]
    return all(fine) or (a.value.granularity == b.value.granularity and a.value.granularity in ALONE)


def _event(d: DateMention, text: Text) -> str:
    return key(verb_above(text.reading.doc[d.first : d.last + 1].root))


def _claim(d: DateMention, text: Text) -> Claim | None:
    head = text.reading.doc[d.first : d.last + 1].root
    return framed("date", (d.first, d.last), d.value, text.reading, head=head)
