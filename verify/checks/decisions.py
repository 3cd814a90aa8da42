"""A decision that is told one way and taken up the other: "threw out the plan", "after the approval"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.twice import word_lists
from verify.language.clauses import Clause, clauses, told_apart
from verify.language.opposites import opposite

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKEN_UP = frozenset({"after", "following", "since", "despite", "before"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
OPENING, STEM = 3, 5
"""Words at the head of a sentence among which a decision that is known stands; letters that noun and verb have in common."""


def turned_decisions(subject: Subject) -> Iterator[tuple[Token, Token]]:
    """Yield the later word of each decision that is told with its opposite, and the earlier one."""
    told = [c for c in clauses(subject.reading) if not c.negated]
    for a, b in combinations(told, 2):
        if _turned(a, b) and not told_apart(a, b, subject.reading):
            yield b.verb, a.verb
    yield from _taken_up([c for c in told if c.sentence.zone in {"headline", "lead"}], subject)


def _turned(a: Clause, b: Clause) -> bool:
    """Return whether two clauses decide one thing otherwise: with one patient, another word the same, and nobody else deciding."""
    if a.sentence == b.sentence or not a.patient or a.patient != b.patient or not _opposed(verb(a), verb(b)):
        return False
    bench = word_lists()["decisions"]["bench"]
    agents = {x for x in (a.agent, b.agent) if x}
    one = len(agents) < len((a, b)) or agents <= {*bench}
    words = [{t.lemma_.lower() for t in c.sentence.tokens if t.pos_ in CONTENT and t != c.verb} for c in (a, b)]
    return one and len((words[0] & words[1]) - {a.patient, *agents}) > 0


def verb(clause: Clause) -> str:
    """Return the verb of a clause, a particle that makes it another included ("throw out" is "reject")."""
    lemma = clause.verb.lemma_.lower()
    phrases = (f"{lemma} {c.lower_}" for c in clause.verb.children if c.dep_ in {"compound:prt", "advmod"})
    return next((known for p in phrases if (known := word_lists()["decisions"]["phrases"].get(p))), lemma)


def _opposed(left: str, right: str) -> bool:
    return sorted((left, right)) in [sorted(p) for p in word_lists()["decisions"]["pairs"]]


def _taken_up(lead: Sequence[Clause], subject: Subject) -> Iterator[tuple[Token, Token]]:
    """Yield the noun for a decision at the head of a sentence ("After the approval") where the lead tells the opposite, and nothing its own."""
    words = [t.lemma_.lower() for s in subject.reading.sentences for t in s.tokens]
    for sentence in subject.reading.sentences:
        opening = [t for t in sentence.tokens if not t.is_space][:OPENING]
        known = [t.lower_ for t in opening[:2]] in [[w, "the"] for w in TAKEN_UP]
        noun = opening[-1] if known and len(opening) == OPENING else None
        if noun is None or noun.lemma_.lower() not in word_lists()["decisions"]["nouns"]:
            continue
        against = next((c for c in lead if opposite(verb(c), noun.lemma_.lower())), None)
        own = [w for w in words if w[:STEM] == noun.lemma_.lower()[:STEM]]
        if against is not None and len(own) == 1:
            yield noun, against.verb
