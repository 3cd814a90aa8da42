"""One person introduced twice as the holder of two offices: "the president of the jury, Ann Lee", "the head of the fair, Ann Lee"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from verify.checks.base import Subject
from verify.language.roles import Role, is_former, role_head, roles
from verify.model import Location, Span
from verify.values.name import person_words

TEXT = frozenset({"lead", "body"})


def two_offices(subject: Subject) -> Iterator[tuple[Location, Location]]:
    """Yield the later and the earlier of two offices by which one person is introduced."""
    held: dict[str, list[Role]] = defaultdict(list)
    for role in roles(subject.reading.parsed, subject.reading.entities):
        if _introduces(role, subject):
            held[role.name].append(role)
    for own in held.values():
        pair = next((p for p in combinations(sorted(own, key=lambda r: r.first), 2) if _differ(*p, subject)), None)
        if pair is not None:
            yield _place(pair[1], subject), _place(pair[0], subject)


def _introduces(role: Role, subject: Subject) -> bool:
    """Return whether a role is the one such of something, told before a full name in the text."""
    doc = subject.reading.doc
    sentence = subject.reading.parsed.sentence(doc[role.person[0]])
    full = len(person_words(doc[role.person[0] : role.person[1] + 1].text)) > 1
    before = {t.lower_ for t in doc[max(0, role.first - 1) : role.first + 1]}
    one = "the" in before and " of " in role.text and role.last < role.person[0] and not is_former(role.text)
    return full and one and sentence is not None and sentence.zone in TEXT


def _differ(a: Role, b: Role, subject: Subject) -> bool:
    """Return whether two roles stand in two sentences and have nothing in common: neither what they are nor of what."""
    heads = [role_head(r.text) for r in (a, b)]
    of = [r.text.lower().split(" of ", 1)[1] for r in (a, b)]
    places = [subject.reading.parsed.sentence(subject.reading.doc[r.first]) for r in (a, b)]
    return heads[0] != heads[1] and of[0] != of[1] and places[0] != places[1]


def _place(role: Role, subject: Subject) -> Location:
    tokens = subject.reading.doc[min(role.first, role.person[0]) : max(role.last, role.person[1]) + 1]
    return subject.reading.article.location(Span(start=tokens.start_char, end=tokens.end_char))
