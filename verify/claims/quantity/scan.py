"""Every quantity of an article, read once for all claim kinds that need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from verify.claims.quantity.age_marks import age_words, is_age, is_further_age
from verify.claims.quantity.amount import Written
from verify.claims.quantity.decades import decades
from verify.claims.quantity.elliptic import completed, lends
from verify.claims.quantity.measure_words import listed
from verify.claims.quantity.measured import measured, named_before
from verify.claims.quantity.names import is_name
from verify.claims.quantity.spans import lasts
from verify.claims.quantity.things import (
    Phrase,
    counted,
    counted_by_number,
    is_time,
    others_behind,
    phrase_of,
    rate_behind,
)
from verify.claims.quantity.things import listed as listed_phrase
from verify.claims.quantity.value import value_of
from verify.claims.quantity.wholes import of_wholes
from verify.claims.quantity.written import written
from verify.claims.tally import results
from verify.model import Span, Thing
from verify.values.extent import Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

Sort = Literal["count", "measure", "money", "percent", "age"]


KEPT = "quantities"
CARRIED = {"(", "at", "to", "from", ", up", ", down", "up", "down", ", or", ", a rise of", ", a fall of"}
"""What stands between two amounts of one thing."""
AMERICAN = re.compile(r"US|U\.S\.|[Aa]merican")
"""Words and signs of dollars that are those of the United States."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quantity:
    """An amount in its sentence: its tokens from first to last, its quote, its value and what it counts or measures.

    `head` is the token of the thing's head, or of the number where no thing is known; `subject` is the noun that a
    count is of ("a study of 30 patients"), `whole` marks the six in "four of the six".
    """

    amount: Written
    sentence: Sentence
    first: int
    last: int
    span: Span
    sort: Sort
    value: Interval
    thing: Thing | None
    head: int
    phrase: Phrase | None = None
    subject: str | None = None
    whole: bool = False


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """Return the quantities of an article in the order of its text, read once and kept with its Doc."""
    kept = reading.doc.user_data
    if KEPT not in kept:
        kept[KEPT] = tuple(_all(reading))
    found: tuple[Quantity, ...] = kept[KEPT]
    return found


def _all(reading: Reading) -> Iterator[Quantity]:
    """Yield the quantities of every sentence; a number without a noun can be of the unit of the amount told before it."""
    before: Written | None = None
    spans = (
        *((d.first, d.last) for d in reading.dates),
        *((span.start, span.end - 1) for span, _, _ in results(reading)),
    )
    known = {i for first, last in spans for i in range(first, last + 1)}
    for sentence in reading.sentences:
        found = tuple(_sentence(reading, sentence, before, known))
        yield from found
        before = next((q.amount for q in reversed(found) if lends(q.amount) and q.sort != "age"), None)


def _sentence(reading: Reading, sentence: Sentence, lender: Written | None, known: Set[int]) -> Iterator[Quantity]:
    """Yield the quantities of a sentence; the tokens `known` are of dates and results."""
    text = reading.article.text[sentence.span.start : sentence.span.end]
    earlier: list[Quantity] = []
    for amount in of_wholes(text, written(text)):
        first, last = _tokens(reading.doc, sentence, amount.core, amount.stop)
        if any(q.phrase and q.sort == "count" and q.phrase.first <= first <= q.phrase.last for q in earlier):
            continue
        _, end = _tokens(reading.doc, sentence, amount.core, amount.end)
        if last < 0 or (first in known and not amount.unit) or is_name(reading.doc, first, last, amount, text):
            continue
        if not lasts(reading.doc, first, end, amount, known):
            continue
        amount = completed(text, amount, lender, reading.doc, first, last, sentence.tokens.end)
        found: Quantity | None
        if is_age(text, amount, reading.doc, first) or _age_too(text, amount, first, earlier, sentence):
            found = _age(reading, sentence, amount, first, end)
        elif amount.sort == "count":
            found = _count(reading, sentence, amount, first, end, earlier)
        else:
            found = _measured(reading, sentence, amount, first, end, earlier)
        if found is not None:
            lender = amount if lends(amount) and found.sort != "age" else lender
            earlier.append(found)
            yield found
    for amount in decades(text):
        first, last = _tokens(reading.doc, sentence, amount.core, amount.stop)
        yield _age(reading, sentence, amount, first, last)


def _age_too(text: str, amount: Written, first: int, earlier: list[Quantity], sentence: Sentence) -> bool:
    """Return whether an amount is a further age behind the last one."""
    if not earlier or earlier[-1].sort != "age":
        return False
    return is_further_age(text, amount, sentence.tokens.doc, first, earlier[-1].span.end - sentence.span.start)


def _tokens(doc: Doc, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the first and last token of a range of the sentence's text, (-1, -1) where there is none."""
    offset = sentence.span.start
    found = doc.char_span(offset + start, offset + end, alignment_mode="expand")
    return (found.start, found.end - 1) if found is not None and len(found) else (-1, -1)


def _count(
    reading: Reading, sentence: Sentence, amount: Written, first: int, last: int, earlier: list[Quantity]
) -> Quantity | None:
    doc = reading.doc
    many = amount.last is not None or amount.number.number != 1
    phrase = counted(doc, last + 1, sentence.tokens.end, many=many, joined=amount.joined)
    if phrase is None and amount.number.share:
        phrase = counted(doc, first + 1, last, many=False, joined=False)
    if phrase is None and (amount.number.vague or _pronoun(doc, first, amount)):
        return None
    thing = phrase.thing() if phrase else _borrowed(doc, sentence, first, last, earlier)
    end = doc[last].idx + len(doc[last])
    others = others_behind(doc, last + 1, sentence.tokens.end) if phrase is None else None
    head = others.i if others is not None else first
    if others is not None:
        end = others.idx + len(others)
    if phrase:
        head, end = phrase.head.i, max(end, doc[phrase.last].idx + len(doc[phrase.last]))
        thing = phrase.thing(tail=rate_behind(reading.article.text, end))
    whole = phrase is not None and any(q.phrase is not None and q.phrase.head == phrase.head for q in earlier)
    if thing is None and (numbered := counted_by_number(doc, first)) is not None:
        thing, head = phrase_of(numbered).thing(), numbered.i
    of = None if whole else named_before(doc, first, sentence.tokens.start, {"of"})
    of = None if of is not None and of.head.lemma_.lower() in listed_phrase("numbers") else of
    span = Span(start=sentence.span.start + amount.start, end=max(end, sentence.span.start + amount.end))
    return Quantity(
        amount=amount,
        sentence=sentence,
        first=first,
        last=last,
        span=span,
        sort="count",
        value=value_of(amount),
        thing=thing,
        head=head,
        phrase=phrase,
        whole=whole,
        subject=of.thing().text if of else None,
    )


def _pronoun(doc: Doc, first: int, amount: Written) -> bool:
    """Return whether "one" stands for something instead of counting it ("five were shot, one fatally" counts)."""
    counts = doc[first].dep_ == "nummod" and doc[first].head.dep_ == "advmod"
    return amount.number.words.lower() == "one" and amount.last is None and amount.limit == "exact" and not counts


def _borrowed(doc: Doc, sentence: Sentence, first: int, last: int, earlier: list[Quantity]) -> Thing | None:
    """Return the thing that an earlier count of the sentence lends to "three in Iraq" or "and injured 40 more"."""
    lender = next((q for q in reversed(earlier) if q.sort == "count" and q.phrase), None)
    if lender is None:
        return None
    before = {t.lower_ for t in doc[max(sentence.tokens.start, first - 3) : first]}
    behind = doc[last + 1] if last + 1 < sentence.tokens.end else None
    linked = before & ({"and", "or", "but", ",", "while", ";", "including"} | listed("direction", "bases"))
    open_end = (
        behind is None
        or is_time(doc, last + 1, sentence.tokens.end)
        or behind.pos_ in {"ADP", "PUNCT", "VERB", "AUX", "CCONJ", "ADV", "SCONJ"}
        or behind.tag_ == "WP"
        or behind.lower_ in {"more", "others"}
    )
    return lender.thing if linked and open_end else None


def _measured(
    reading: Reading, sentence: Sentence, amount: Written, first: int, last: int, earlier: list[Quantity]
) -> Quantity | None:
    doc, text = reading.doc, reading.article.text
    offset = sentence.span.start
    previous = earlier[-1] if earlier else None
    if amount.number.vague or (previous is not None and _same_again(text, offset, previous, amount)):
        return None
    figure = amount.sort in {"money", "percent"}
    phrase = measured(doc, first, last, sentence.tokens.start, sentence.tokens.end, figure=figure)
    thing = phrase.thing() if phrase else None
    gap = text[previous.span.end : offset + amount.start].strip() if previous is not None else None
    if previous is not None and previous.sort != "count" and gap in CARRIED:
        thing = previous.thing or thing
    span = Span(start=offset + amount.start, end=offset + amount.end)
    sort: Sort = "measure" if amount.sort == "count" else amount.sort
    american = sort == "money" and AMERICAN.search(text, span.start, span.end) is not None
    return Quantity(
        amount=amount,
        sentence=sentence,
        first=first,
        last=last,
        span=span,
        sort=sort,
        value=replace(value_of(amount), american=american),
        thing=thing,
        head=last,
        phrase=phrase,
    )


def _same_again(text: str, offset: int, earlier: Quantity, amount: Written) -> bool:
    """Return whether an amount in brackets says the one before in another unit: "31 miles (50 km)"."""
    from verify.values.comparison import compare

    gap = text[earlier.span.end : offset + amount.start]
    if earlier.sort != "measure" or not re.fullmatch(r"\s*\(\s*(?:about\s+|or\s+)?|,\s+or\s+|\s*/\s*", gap):
        return False
    if earlier.value.unit == amount.unit:
        return False
    other = replace(value_of(amount), bound=earlier.value.bound)
    return compare(earlier.value, other) in {"equal", "contains", "overlaps"}


def _age(reading: Reading, sentence: Sentence, amount: Written, first: int, last: int) -> Quantity:
    text = reading.article.text[sentence.span.start : sentence.span.end]
    unit = f"{amount.unit} of age" if amount.unit in {"month", "week", "day"} else "year of age"
    start, end = age_words(text, amount)
    span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
    return Quantity(
        amount=amount,
        sentence=sentence,
        first=first,
        last=last,
        span=span,
        sort="age",
        value=value_of(amount, unit=unit),
        thing=None,
        head=last,
    )
