"""The clauses of an article as events: who does what to whom, with what else, asserted or denied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verify.language.accounts import key, keys
from verify.language.events import light_verbs
from verify.language.grammar.arguments import parties
from verify.language.grammar.assertion import assertion
from verify.language.grammar.governor import clause
from verify.language.reading import Reading
from verify.language.reporting import reporting_verb
from verify.lists import load
from verify.model import Speech

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence

NOMINAL = frozenset({"NOUN", "PROPN"})


@cache
def told(name: str) -> frozenset[str]:
    """Return a list of `told.toml`."""
    return frozenset(load("told")[name])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clause:
    """A full verb with its agent and patient, as keys, where nouns or names fill them, and the other words of its clause."""

    verb: Token
    sentence: Sentence
    agent: str | None
    patient: str | None
    words: frozenset[str]
    negated: bool
    speech: Speech


def clauses(reading: Reading) -> Iterator[Clause]:
    """Yield the clauses that state an event as a fact, in the order of the text; what may be, is asked or merely reported as said is none."""
    for sentence in reading.sentences:
        for verb in sentence.tokens:
            if verb.pos_ == "VERB" and verb.lemma_.lower() not in light_verbs() and _states(verb):
                yield _clause(verb, sentence, reading)


def _states(verb: Token) -> bool:
    return reporting_verb(verb) is None and assertion(verb).modality == "asserted"


def _clause(verb: Token, sentence: Sentence, reading: Reading) -> Clause:
    agent, patient = (p if p is not None and p.pos_ in NOMINAL else None for p in parties(verb, verb))
    return Clause(
        verb=verb,
        sentence=sentence,
        agent=key(agent, reading) if agent is not None else None,
        patient=key(patient, reading) if patient is not None else None,
        words=keys((t for t in clause(verb) if t != verb), reading),
        negated=assertion(verb).negated,
        speech=reading.speech.at(verb),
    )


def alike(a: Clause, b: Clause, weight: Mapping[str, float]) -> float:
    """Return the share of the words of the shorter clause, rare ones weighing more, that the other has: 0 to 1."""
    least = min(sum(weight.get(k, 0.0) for k in c.words) for c in (a, b))
    return sum(weight.get(k, 0.0) for k in a.words & b.words) / least if least else 0.0


def told_apart(a: Clause, b: Clause, reading: Reading) -> bool:
    """Return whether two clauses are of two speakers, bear different dates, or have words that tell of a change."""
    speakers = {x.speech.speaker for x in (a, b)}
    if a.speech.direct != b.speech.direct or len(speakers - {None}) > 1:
        return True
    if any(t.lower_ in told("turns") for x in (a, b) for t in x.sentence.tokens):
        return True
    times = [_times(x, reading) for x in (a, b)]
    return all(times) and not times[0] & times[1]


def _times(a: Clause, reading: Reading) -> set[str]:
    tokens = a.sentence.tokens
    return {m.value.label() for m in reading.dates if tokens.start <= m.first < tokens.end}
