"""A person introduced in the place of another: a second introduction of one, and behind it a surname that nobody was introduced by.

Articles give the full name once, with what somebody is or how old, and go on with the surname. Where a full name is exchanged for that of
another person of the article, the surname behind it hangs in the air.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.spelling import a_letter_off
from verify.checks.twice import word_lists
from verify.language.entities import Entity
from verify.language.roles import role_head, roles
from verify.model import Flag
from verify.values.name import PERSON, is_given_name, person_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEXT, SHORTEST = 8, 4
"""Sentences behind an introduction in which its surname is to be expected; letters of a surname."""
AGED = re.compile(r",? \(?\d{1,3}\b(?!,\d)")
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss", "obl:agent"})
"""What a person is who is spoken of as known: no apposition ("his son X") and no place ("of X")."""
Mention = tuple[int, int]


def exchanged(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each person introduced again right before a surname that nobody bears."""
    people = [e for e in subject.reading.entities.all if e.type == PERSON]
    called = {role.person for role in roles(subject.reading.parsed, subject.reading.entities)}
    hanging = list(_hanging(people, called, subject))
    found: dict[Mention, Mention] = {}
    for full in (_full(person, subject) for person in people):
        again = [m for m in full if m in called or _introduces(m, subject)] if len(full) > 1 else []
        found |= {m: orphan for m in again for orphan in hanging if _follows(m, orphan, subject)}
    yield from (_hangs(mention, orphan, subject) for mention, orphan in found.items())


def _full(person: Entity, subject: Subject) -> list[Mention]:
    doc = subject.reading.doc
    return [m for m in person.mentions if len(person_words(doc[m[0] : m[1] + 1].text)) > 1]


def _introduces(mention: Mention, subject: Subject) -> bool:
    """Return whether a full name stands with a calling before it or an age behind it."""
    doc, text = subject.reading.doc, subject.reading.article.text
    end = doc[mention[1]].idx + len(doc[mention[1]])
    return _calling(doc, mention) is not None or AGED.match(text, end) is not None


def _calling(doc: Doc, mention: Mention) -> str | None:
    """Return what somebody is called by the word right before the name or the first one of it."""
    callings = word_lists()["callings"]["words"]
    words = (doc[i].lower_.rstrip(".") for i in (mention[0], mention[0] - 1) if i >= 0)
    return next((w for w in words if w in callings), None)


def _hanging(people: list[Entity], called: Container[Mention], subject: Subject) -> Iterator[Mention]:
    """Yield the first mention of each person whom the article, its title included, calls by a surname alone."""
    doc = subject.reading.doc
    full = {w for p in people for m in _full(p, subject) for w in person_words(doc[m[0] : m[1] + 1].text)}
    full |= set(person_words(subject.reading.article.title or ""))
    for person in people:
        words = {w for a, b in person.mentions for w in person_words(doc[a : b + 1].text)}
        first = min(person.mentions)
        known = first in called or subject.reading.speech.at(doc[first[0]]).direct
        if len(words) == 1 and not known and _is_surname(max(words), full) and _alone(first, doc):
            yield first


def _is_surname(word: str, full: set[str]) -> bool:
    """Return whether a word by which somebody is called is no given name, nor one of a full name as its article spells it."""
    return len(word) >= SHORTEST and not is_given_name(word) and not _spelled(word, full)


def _alone(mention: Mention, doc: Doc) -> bool:
    """Return whether a name is an argument of a clause, all of it, without an article and without the title of an office, by which a reader knows
    its bearer.
    """
    before, name = doc[mention[0] - 1] if mention[0] else None, doc[mention[0] : mention[1] + 1]
    whole = name.end == len(doc) or doc[name.end].text != "("
    if name.root.dep_ not in ARGUMENTS or not whole:
        return False
    return before is None or not (before.pos_ == "DET" or (before.text[:1].isupper() and role_head(before.text)))


def _spelled(word: str, full: set[str]) -> bool:
    """Return whether a surname is one of full names, or a letter off one."""
    return word in full or any(a_letter_off(word, name) for name in full)


def _follows(mention: Mention, orphan: Mention, subject: Subject) -> bool:
    """Return whether a surname is first met in the sentences right behind an introduction."""
    doc, parsed = subject.reading.doc, subject.reading.parsed
    here, there = parsed.sentence(doc[mention[1]]), parsed.sentence(doc[orphan[0]])
    if here is None or there is None or orphan[0] <= mention[1]:
        return False
    return there.index - here.index <= NEXT and here.zone == there.zone


def _hangs(mention: Mention, orphan: Mention, subject: Subject) -> Flag:
    """Return the flag that asks who is meant; of 505 clean articles none has one."""
    here, there = subject.location(*mention), subject.location(*orphan)
    known = _known_elsewhere(there.quote, subject)
    witness = f"; {known[0]} of other articles has {known[1]}" if known else ""
    return Flag(
        check="entity-swap",
        severity="high",
        confidence="medium",
        message=f"{here.quote} is introduced again, and {there.quote} behind it was never: is it {there.quote} who is meant{witness}?",
        primary=here,
        related=(there,),
    )


def _known_elsewhere(surname: str, subject: Subject) -> tuple[int, str] | None:
    """Return how many other articles have a full name with a surname, and the name."""
    wanted = person_words(surname)[-1:]
    named = [
        {e.name for e in r.entities.all if e.type == PERSON and person_words(e.name)[-1:] == wanted}
        for r in subject.others
    ]
    full = [sorted(n for n in names if len(person_words(n)) > 1) for names in named]
    have = [names[0] for names in full if names]
    return (len(have), have[0]) if have else None
