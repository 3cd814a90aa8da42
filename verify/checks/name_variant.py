"""Look for one person or group that an article spells in two ways, captions included.

Names that come from another alphabet have many spellings, and an article should keep to one; a name typed twice by hand drifts. Spellings are
of one name where they sound alike and are written alike; typographic differences (straight and curly marks) and short forms (a surname, an
acronym) are no variants. Names of countries, states and capitals are never compared by likeness.

Flags: "Envoys of Hisb al-Nour met the press. […] A spokesman of Hizb al-Nur left early."
Silent: "Gov. Ana Prado spoke first. […] Prado left early." (a short form)
Silent: "Ann Marsh and her sister Anna Marsh testified." (two people, named together)

It cannot see a wrong spelling that is used throughout, or a name that is wrong but sounds different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.language.entities import Entity
from verify.model import Flag, Location, Span
from verify.values.name import ORGANISATION, PERSON, words_of


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each entity with two spellings, at the rarer one."""
    for entity in subject.reading.entities.all:
        groups = spellings(entity, subject) if entity.type in {PERSON, ORGANISATION} else []
        if len(groups) > 1:
            usual, rare = groups[0], groups[-1]
            yield Flag(
                check="name-variant",
                severity="low",
                confidence="high" if len(words_of(rare[0].quote)) > 1 else "medium",
                message=f"“{_plain(rare[0])}” here, “{_plain(usual[0])}” elsewhere: are they one, and which spelling is meant?",
                primary=rare[0],
                related=(usual[0],),
            )


def spellings(entity: Entity, subject: Subject) -> list[list[Location]]:
    """Return the mentions of an entity by spelling, the most frequent first; a mention that is part of a longer spelling counts to it."""
    by_words: dict[tuple[str, ...], list[Location]] = defaultdict(list)
    for first, last in entity.mentions:
        tokens = subject.reading.doc[first : last + 1]
        where = subject.reading.article.location(Span(start=tokens.start_char, end=tokens.end_char))
        if words_of(where.quote):
            by_words[words_of(where.quote)].append(where)
    longest = max(map(len, by_words), default=0)
    full = {w: found for w, found in by_words.items() if len(w) == longest}
    return sorted(full.values(), key=lambda found: (-len(found), found[0].start))


def _plain(location: Location) -> str:
    return " ".join(location.quote.split())


CHECK = Check(name="name-variant", run=run, doc=__doc__)
