"""Names in a text: runs of capitalised words, cut and typed by the pipeline's entities, titles and telling last words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from verify.language import gazetteer
from verify.values.atlas import DATA
from verify.values.name import particles, titles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Parsed, Sentence

NameType = Literal["person", "organisation", "place", "other"]
TYPES: dict[str, NameType] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "place",
    "EVENT": "other",
    "MISC": "other",
}
DETERMINERS = frozenset({"the", "a", "an"})
HEADLINE = 0.6
"""Share of capitalised words from which on a sentence is set like a headline, and capitals tell nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """The tokens of one name, both ends included, and what bears it."""

    first: int
    last: int
    type: NameType


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `organisations.toml`."""
    table = tomllib.loads((DATA / "organisations.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


@lru_cache(maxsize=1)
def name_spans(parsed: Parsed) -> tuple[NameSpan, ...]:
    """Return the names of an article in the order of its text."""
    return tuple(span for sentence in parsed.sentences for span in _of_sentence(parsed.doc, sentence))


def _of_sentence(doc: Doc, sentence: Sentence) -> Iterator[NameSpan]:
    headline = is_headline(sentence)
    for first, last in _runs(doc, sentence, headline=headline):
        yield from _cut(doc, first, last)


def is_headline(sentence: Sentence) -> bool:
    """Return whether most words of a sentence are capitalised, so that capitals do not mark names."""
    words = [t for t in sentence.tokens if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(1 for t in words if t.text[0].isupper()) >= HEADLINE * len(words)


def _runs(doc: Doc, sentence: Sentence, *, headline: bool) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each run of words that may belong to one name."""
    i, end = sentence.tokens.start, sentence.tokens.end
    start = i
    while i < end:
        if not _is_part(doc[i], start, headline=headline):
            i += 1
            continue
        last = i
        while (following := _next_part(doc, i, last, end, headline=headline)) is not None:
            last = following
        yield i, last
        i = last + 1


def _is_part(token: Token, start: int, *, headline: bool) -> bool:
    """Return whether a token can stand in a name: it is capitalised, and not only because it begins the sentence."""
    if not token.text[0].isupper() or token.lower_ in DETERMINERS:
        return False
    if token.ent_iob_ in "BI" and token.ent_type_:
        return True
    if headline:
        return False
    if token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "NUM"} and token.i > start:
        return token.lower_ not in _calendar()
    return token.pos_ == "PROPN" and token.lower_ not in _calendar()


@cache
def _calendar() -> frozenset[str]:
    from verify.values.period import MONTHS, SHORT_MONTHS, WEEKDAYS

    return frozenset(w.lower() for w in (*MONTHS, *SHORT_MONTHS, *WEEKDAYS))


def _next_part(doc: Doc, first: int, last: int, end: int, *, headline: bool) -> int | None:
    """Return the token with which a run goes on: the next word, or one beyond "of", "al-", an initial's stop or a hyphen."""
    i = last + 1
    while i < end and doc[i].is_space:
        i += 1
    if i >= end or "\n" in doc[last:i].text:
        return None
    if _is_part(doc[i], -1, headline=headline):
        return i
    if i + 1 >= end or not (doc[i + 1].text[0].isupper() or doc[i + 1].lower_ in {"the", *particles()}):
        return None
    if _joins(doc, first, last, i):
        return _beyond(doc, i, end, headline=headline)
    return None


def _joins(doc: Doc, first: int, last: int, i: int) -> bool:
    """Return whether a small word or sign may stand inside a name."""
    token = doc[i]
    if token.lower_ in {"of", "for"}:
        return any(doc[k].text in word_list("joined") for k in range(first, last + 1))
    if token.lower_ in particles():
        return token.text.islower() and doc[last].text[0].isupper()
    return token.text in {"-", "–", "&", "'", "’"} and not (
        token.whitespace_ and doc[last].whitespace_ and token.text != "&"
    )


def _beyond(doc: Doc, i: int, end: int, *, headline: bool) -> int | None:
    """Return the first capitalised word after the small words from `i` on."""
    k = i + 1
    while (
        k < end
        and (doc[k].lower_ == "the" or doc[k].lower_ in particles() or doc[k].text == "-")
        and not doc[k].text[0].isupper()
    ):
        k += 1
    return k if k < end and _is_part(doc[k], -1, headline=headline) else None


def _cut(doc: Doc, first: int, last: int) -> Iterator[NameSpan]:
    """Yield the names of a run: people first, then what stands before and after them."""
    people = [i for i in range(first, last + 1) if doc[i].ent_type_ == "PER" and not _is_title(doc[i])]
    heads = [i for i in range(first, last + 1) if doc[i].text in word_list("heads")]
    if people and not any(people[0] <= h <= last for h in heads):
        start, stop = _person(doc, people, first, last)
        if start > first:
            yield from _cut_rest(doc, first, start - 1)
        yield NameSpan(first=start, last=stop, type="person")
        if stop < last:
            yield from _cut_rest(doc, stop + 1, last)
        return
    yield from _cut_rest(doc, first, last)


def _person(doc: Doc, people: list[int], first: int, last: int) -> tuple[int, int]:
    """Return the ends of a person's name around the words that the pipeline found."""
    start, stop = people[0], people[-1]
    while stop < last and not _is_title(doc[stop + 1]) and gazetteer.country_of(doc[stop + 1].text) is None:
        stop += 1
    while start > first and (doc[start - 1].text == "-" or doc[start - 1].lower_ in particles()):
        start -= 1
    return start, stop


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in titles()


def _cut_rest(doc: Doc, first: int, last: int) -> Iterator[NameSpan]:
    """Yield a run without a person as one name, or as the person that follows a title."""
    while first <= last and not doc[first].text[0].isupper():
        first += 1
    if first > last:
        return
    title = max((i for i in range(first, last) if _is_title(doc[i])), default=None)
    if title is not None and not _has_head(doc, title + 1, last) and doc[last].ent_type_ in {"", "PER"}:
        yield NameSpan(first=title + 1, last=last, type="person")
        return
    if all(_is_title(doc[i]) for i in range(first, last + 1)):
        return
    yield NameSpan(first=first, last=last, type=_type(doc, first, last))


def _has_head(doc: Doc, first: int, last: int) -> bool:
    return any(doc[i].text in word_list("heads") for i in range(first, last + 1))


def _type(doc: Doc, first: int, last: int) -> NameType:
    """Return what bears a name: by its telling words, else by most of the pipeline's labels."""
    text = doc[first : last + 1].text
    if gazetteer.country_of(text) or gazetteer.state_of(text):
        return "place"
    if doc[last].text in word_list("streets") | word_list("counties") | word_list("sites") and last > first:
        return "place"
    if _has_head(doc, first, last) and last > first:
        return "organisation"
    labels = Counter(doc[i].ent_type_ for i in range(first, last + 1) if doc[i].ent_type_)
    if labels:
        return TYPES.get(labels.most_common(1)[0][0], "other")
    return "organisation" if text.isupper() and 2 <= len(text) <= 6 and text.isalpha() else "other"
