"""Names of a brief that the article does not have, held against a name that the article has in the same part of a clause and the brief has not."""

from __future__ import annotations

from collections.abc import Iterator

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import lacking
from verify.align.contrasts.texts import Text
from verify.claims.framed import framed
from verify.language.content_words import key
from verify.language.entities import Entity
from verify.model import Claim
from verify.values.name import PERSON, Name, person_words, words_of

COUNTRY = "country"
"""Type of names that are held against each other as places."""


def find_names(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield each name that the article lacks with the article's name that stands for it."""
    for ours in _lacked(brief, article):
        rivals = (e for e in _lacked(article, brief) if _slots(e, article) & _slots(ours, brief))
        rival = next((e for e in rivals if (e.type == PERSON) == (ours.type == PERSON)), None)
        if rival is None or (rival.type == ours.type == COUNTRY):
            continue
        found = lacking(_claim(rival, article), _claim(ours, brief))
        if found:
            yield found


def _lacked(text: Text, other: Text) -> list[Entity]:
    """Return the names of a text, adjectives left out, that the other does not have."""
    return [e for e in text.reading.entities.all if _nouns(e, text) and not _known(e, text, other)]


def _known(e: Entity, text: Text, other: Text) -> bool:
    """Return whether the other text has a telling word of a name: of a person the surname, of others any noun or the initials."""
    if e.acronym and e.acronym.lower() in other.words:
        return True
    words = person_words(e.name)[-1:] if e.type == PERSON else _nouns(e, text)
    initials = "".join(w[0] for w in words_of(e.name))
    return any(w in other.words for w in (*words, initials))


def _nouns(e: Entity, text: Text) -> tuple[str, ...]:
    """Return the words of a name without its adjectives ("European")."""
    first, last = e.mentions[0]
    return tuple(w for t in text.reading.doc[first : last + 1] if t.pos_ != "ADJ" for w in words_of(t.text))


def _slots(e: Entity, text: Text) -> set[tuple[str, str]]:
    """Return the words that a name hangs on, each with its part."""
    roots = (text.reading.doc[first : last + 1].root for first, last in e.mentions)
    return {(r.dep_, key(r.head)) for r in roots if r.head != r}


def _claim(e: Entity, text: Text) -> Claim | None:
    first, last = e.mentions[0]
    value = Name(name=e.name, type=e.type)
    return framed(
        "person", (first, last), value, text.reading, head=text.reading.doc[first : last + 1].root, subject=e.name
    )
