"""Names in a text: runs of capitalised words, cut into people and the rest, and typed alike wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.name_runs import runs
from verify.language.name_types import NameSpan, has_head, is_empty, is_role, is_title, settled, type_of
from verify.values.name import particles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Parsed

__all__ = ["NameSpan", "name_spans"]


@lru_cache(maxsize=1)
def name_spans(parsed: Parsed) -> tuple[NameSpan, ...]:
    """Return the names of an article in the order of its text."""
    found = [
        span for sentence in parsed.sentences for run in runs(parsed.doc, sentence) for span in _cut(parsed.doc, *run)
    ]
    typed = settled(parsed.doc, [span for span in found if not is_empty(parsed.doc, span)])
    return tuple(sorted((*typed, *_at_starts(parsed, typed)), key=lambda span: span.first))


def _at_starts(parsed: Parsed, spans: tuple[NameSpan, ...]) -> Iterator[NameSpan]:
    """Yield the surnames at the beginning of sentences that the pipeline took for common words ("Younger said …")."""
    people = {parsed.doc[s.last].text for s in spans if s.type == "person" and s.last > s.first}
    taken = {s.first for s in spans}
    for sentence in parsed.sentences:
        first = sentence.tokens[0]
        if first.text in people and first.i not in taken:
            yield NameSpan(first=first.i, last=first.i, type="person")


def _cut(doc: Doc, first: int, last: int) -> Iterator[NameSpan]:
    """Yield the names of a run: the person in it, then what stands before and after."""
    people = [i for i in range(first, last + 1) if doc[i].ent_type_ == "PER" and not is_title(doc[i])]
    if not people or has_head(doc, people[0], last):
        yield from _without_person(doc, first, last)
        return
    start, stop = _person(doc, people, first, last)
    yield from _without_person(doc, first, start - 1)
    yield NameSpan(first=start, last=stop, type="person")
    yield from _without_person(doc, stop + 1, last)


def _person(doc: Doc, people: list[int], first: int, last: int) -> tuple[int, int]:
    """Return the ends of a person's name around the words that the pipeline found."""
    short = [i for i in range(people[0], people[-1]) if is_title(doc[i]) and doc[i].text.endswith(".")]
    start, stop = max(short, default=people[0] - 1) + 1, people[-1]
    while stop < last and _may_follow(doc[stop + 1]):
        stop += 1
    while start > first and (doc[start - 1].text == "-" or doc[start - 1].lower_ in particles()):
        start -= 1
    return start, stop


def _may_follow(token: Token) -> bool:
    """Return whether a word that the pipeline left out of a person's name can end it: no title, country or common noun."""
    common = token.tag_ in {"NNS", "CD"} and not token.ent_type_
    return not common and not is_title(token) and gazetteer.country_of(token.text) is None


def _without_person(doc: Doc, first: int, last: int) -> Iterator[NameSpan]:
    """Yield a run in which the pipeline found no person: the one that follows a title, or one name of another kind."""
    while first <= last and not (doc[first].text[0].isupper() or doc[first].text[0].isdigit()):
        first += 1
    while last >= first and not any(c.isalnum() for c in doc[last].text):
        last -= 1
    if first > last:
        return
    title = max((i for i in range(first, last) if is_title(doc[i])), default=None)
    if title is not None and not has_head(doc, title + 1, last) and doc[last].ent_type_ in {"", "PER"}:
        yield NameSpan(first=title + 1, last=last, type="person")
        return
    while last > first and is_role(doc[last]):
        last -= 1
    for a, b in [(first, last)] if has_head(doc, first, last) else _between_countries(doc, first, last):
        yield NameSpan(first=a, last=b, type=type_of(doc, a, b))


def _between_countries(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run around words such as "U.S." and "Iraqi", which are no part of the name of a thing."""
    if (
        first == last
        or gazetteer.country_of(doc[first : last + 1].text)
        or gazetteer.is_region(doc[first : last + 1].text)
    ):
        yield first, last
        return
    start = first
    for i in range(first, last + 2):
        if i > last or gazetteer.country_of(doc[i].text):
            if start < i:
                yield start, i - 1
            start = i + 1
