"""Look for one statement that an article makes once with and once without a "not".

Two clauses are held against each other where they have one verb and one doer, and the one done to or most other words are the same; one of
them is denied ("did not", "never", "failed to"). Words given to different people contradict nobody, so both must be the article's own or of one
speaker. Two sentences that are the same but for a word that denies are always flagged.

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
from verify.language.parsed import Sentence
from verify.language.reading import Reading
from verify.model import Flag
from verify.values.words import negation_words

ALIKE = 0.5
"""Share of the words of the shorter clause, rare ones weighing more, that the other must have."""

COPIED, LEAST_WORDS = 0.8, 6
"""Share of all their words that two sentences of so many words have in common if one was made of the other."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of clauses of which one denies what the other states."""
    weight = rarity(subject.reading)
    yield from (_flag(*pair, subject.reading) for pair in _copies(subject.reading))
    for a, b in combinations(clauses(subject.reading), 2):
        if a.negated != b.negated and _same_event(a, b, weight) and not told_apart(a, b, subject.reading):
            yield _flag(*((a.sentence, b.sentence) if a.negated else (b.sentence, a.sentence)), subject.reading)


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


def _copies(reading: Reading) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the pairs of sentences that are nearly the same, the first with a denial that the second lacks."""
    lines = [
        (s, frozenset(t.lower_ for t in s.tokens if t.is_alpha), negation_words(s.tokens.text))
        for s in reading.sentences
    ]
    for (a, x, i), (b, y, j) in combinations((line for line in lines if len(line[1]) >= LEAST_WORDS), 2):
        if (i == 0) != (j == 0) and len(x & y) >= COPIED * len(x | y):
            yield (a, b) if i else (b, a)


def _flag(denied: Sentence, stated: Sentence, reading: Reading) -> Flag:
    return Flag(
        check="polarity",
        severity="high",
        confidence="medium",
        message="This is denied here and stated elsewhere in much the same words: which holds?",
        primary=reading.article.location(denied.span),
        related=(reading.article.location(stated.span),),
    )


CHECK = Check(name="polarity", run=run, doc=__doc__)
