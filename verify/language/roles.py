"""Roles of people: the title before a name, and the noun phrase set beside it between commas."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from verify.language.entities import Entities, Entity
from verify.values.atlas import DATA
from verify.values.name import PERSON, titles
from verify.values.wording import split

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from verify.language.parsed import Parsed

LONGEST = 14
ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", '"', "“", "”"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "one"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role of one person: the tokens of its words, the words without article, the tokens of the name and the fullest name."""

    first: int
    last: int
    text: str
    person: tuple[int, int]
    name: str


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((DATA / "roles.toml").read_text(encoding="utf-8"))


@cache
def _heads() -> frozenset[str]:
    return frozenset(_lists()["heads"])


def _is_head(word: str) -> bool:
    """Return whether a word can be the head of a role; plurals count for several people and are left out."""
    plain = word.lower().rstrip(".")
    return plain in _heads() or plain in titles()


def role_head(text: str) -> str | None:
    """Return the word of a role that says what it is: the last before "of", "to", "for" or the end."""
    head = None
    for word in split(text):
        if word.key in {"of", "to", "for", "in", "at", "with"}:
            break
        head = word.key if _is_head(word.key) else head
    return head


def is_former(text: str) -> bool:
    """Return whether a role is one that its holder no longer has."""
    return any(w.key in _lists()["former"] for w in split(text))


def roles_exclude(left: str, right: str) -> bool:
    """Return whether one person cannot have both roles."""
    pair = [role_head(left), role_head(right)]
    return sorted(map(str, pair)) in [sorted(p) for p in _lists()["exclusive"]]


def roles(parsed: Parsed, entities: Entities) -> Iterator[Role]:
    """Yield the roles of the people of an article, in the order of their names."""
    for entity in entities.all:
        if entity.type != PERSON:
            continue
        for first, last in entity.mentions:
            yield from _around(parsed, entity, first, last)


def _around(parsed: Parsed, entity: Entity, first: int, last: int) -> Iterator[Role]:
    doc = parsed.doc
    sentence = parsed.sentence(doc[first])
    if sentence is None:
        return
    for found in (_before(doc, first, sentence.tokens.start), _after(doc, last, sentence.tokens.end)):
        if found is not None:
            text = _plain(doc, *found)
            if text:
                yield Role(first=found[0], last=found[1], text=text, person=(first, last), name=entity.name)


def _before(doc: Doc, first: int, start: int) -> tuple[int, int] | None:
    """Return the title that stands directly before a name, or before a comma before it ("the group's leader, X")."""
    last = first - 1
    if last > start and doc[last].text == ",":
        last -= 1
        if not (doc[last].pos_ == "NOUN" and _is_head(doc[last].text)):
            return None
    if last < start or not _is_head(doc[last].text):
        return None
    i = last
    while i - 1 >= start and last - i < LONGEST and _goes_on(doc, i - 1, i):
        i -= 1
    return i, last


def _goes_on(doc: Doc, i: int, after: int) -> bool:
    """Return whether a role goes on to the left over a token."""
    token = doc[i]
    if token.pos_ in NOMINAL or token.lower_ in {"'s", "’s"} or (token.text == "-" and not doc[i].whitespace_):
        return token.text not in ENDS
    return token.lower_ in {"of", "and"} and doc[after].text[0].isupper() and i > 0 and doc[i - 1].text[0].isupper()


def _after(doc: Doc, last: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase between commas after a name, an age between them passed over."""
    i = last + 1
    if i + 1 >= end or doc[i].text != ",":
        return None
    if doc[i + 1].text.isdigit() and i + 3 < end and doc[i + 2].text == ",":
        i += 2
    start = i + 1
    stop = next(
        (k for k in range(start, min(end, start + LONGEST)) if doc[k].text in ENDS or doc[k].pos_ in {"VERB", "AUX"}),
        None,
    )
    if stop is None or stop == start:
        return None
    head = next((k for k in range(start, stop) if _is_head(doc[k].text)), None)
    between = doc[start : head + 1] if head is not None else ()
    if head is None or any(t.pos_ in {"ADP", "SCONJ", "PRON"} and t.lower_ not in ARTICLES for t in between):
        return None
    return start, stop - 1


def _plain(doc: Doc, first: int, last: int) -> str:
    """Return the words of a role on one line, without the article."""
    words = doc[first : last + 1].text.split()
    while words and words[0].lower() in ARTICLES:
        words.pop(0)
    return " ".join(words)
