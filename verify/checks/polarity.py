"""Look for one statement that an article makes once with and once without a "not".

Two clauses are held against each other where they have one verb and one doer, and the one done to or most other words are the same; one of
them is denied ("did not", "never", "failed to"). Words given to different people contradict nobody, so both must be the article's own or of one
speaker.

Flags: "The mayor did not sign the order on hiring. […] The mayor signed the order on hiring on Friday, records show."
Silent: "The mayor signed the order. […] “The mayor did not sign the order,” Ann Marsh said." (another speaker)
Silent: "The mayor did not sign the order in May. […] The mayor signed the order in June." (another time)

It cannot see a denial in other words ("the order lacks a signature"), nor statements of which one is behind a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from verify.checks.base import Check, Subject
from verify.language.accounts import rarity
from verify.language.clauses import Clause, alike, clauses, told_apart
from verify.language.reading import Reading
from verify.model import Flag

ALIKE = 0.5
"""Share of the words of the shorter clause, rare ones weighing more, that the other must have."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of clauses of which one denies what the other states."""
    weight = rarity(subject.reading)
    found = list(clauses(subject.reading))
    for a, b in combinations(found, 2):
        if a.negated != b.negated and _same_event(a, b, weight) and not told_apart(a, b, subject.reading):
            yield _flag(a, b, subject.reading)


def _same_event(a: Clause, b: Clause, weight: Mapping[str, float]) -> bool:
    """Return whether two clauses have one verb, one speaker and no party or rest that differs, and words enough in common."""
    if a.sentence == b.sentence or a.verb.lemma_ != b.verb.lemma_ or a.speech.speaker != b.speech.speaker:
        return False
    parties = [(x, y) for x, y in ((a.agent, b.agent), (a.patient, b.patient)) if x or y]
    rest = [c.words - {c.agent, c.patient} for c in (a, b)]
    if any(x and y and x != y for x, y in parties) or (all(rest) and not rest[0] & rest[1]):
        return False
    named = sum(x == y for x, y in parties)
    return named > 0 and len(a.words & b.words) > 1 and alike(a, b, weight) >= ALIKE


def _flag(a: Clause, b: Clause, reading: Reading) -> Flag:
    denied, stated = (a, b) if a.negated else (b, a)
    return Flag(
        check="polarity",
        severity="high",
        confidence="medium",
        message=f"“{denied.verb.text}” is denied here and stated there: which holds?",
        primary=reading.article.location(denied.sentence.span),
        related=(reading.article.location(stated.sentence.span),),
    )


CHECK = Check(name="polarity", run=run, doc=__doc__)
