"""What an article tells of a name or a day: which kind of event, who plays a part in it, and with which other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from verify.language.content_words import CONTENT
from verify.language.events import event_group, light_verbs
from verify.language.grammar.arguments import parties
from verify.language.grammar.governor import clause, clause_root, event_of
from verify.language.reporting import reporting_verb
from verify.values.collation import is_function_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "xcomp", "nmod"})
DEPENDENT = frozenset({"acl", "acl:relcl", "xcomp"})
EMPTY = frozenset({"place", "part", "who", "which", "that", "it", "he", "she", "they"})
"""Arguments of light verbs that say nothing of the event ("took place")."""

SHORTEST = 3
BESIDE, NEAR = 2, 8
"""How many words from a mention a report that it belongs to, or an event that it may belong to, can stand."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Account:
    """A mention of a value by its first and last token, with its event and the words of its clause and of its sentence.

    Words that speak of one kind of event are one, and so are the names of one bearer. `quoted` is who says the words inside quotation
    marks that the mention stands in, empty where that is not known, None outside of quotation marks.
    """

    value: str
    first: Token
    last: Token
    sentence: Sentence
    event: Token
    kinds: frozenset[str]
    agent: str | None
    patient: str | None
    clause: frozenset[str]
    words: frozenset[str]
    quoted: str | None


def account(value: str, first: Token, last: Token, reading: Reading) -> Account | None:
    """Return what is told of a mention, its own words left out; None in furniture."""
    sentence = reading.parsed.sentence(first)
    if sentence is None:
        return None
    own = range(first.i, last.i + 1)
    event, speech = _event(last, sentence), reading.speech.at(first)
    agent, patient = (key(p, reading) if p is not None and p.i not in own else None for p in parties(event, last))
    return Account(
        value=value,
        first=first,
        last=last,
        sentence=sentence,
        event=event,
        kinds=_kinds(event, own, agent),
        agent=agent,
        patient=patient,
        clause=keys((t for t in clause(clause_root(event)) if t.i not in own), reading),
        words=frozenset(word for i, word in _keys_of(sentence, reading) if i not in own),
        quoted=speech.speaker or "" if speech.direct else None,
    )


def _event(token: Token, sentence: Sentence) -> Token:
    """Return the event of a word; where that is a report further on in the sentence, the nearest event of another kind.

    The attribution at the end of a sentence takes what belongs to the statement ("the shooting on Tuesday, police said").
    """
    event = event_of(token)
    if reporting_verb(event) is None or event.i - token.i <= BESIDE:
        return event
    near = (t for t in sentence.tokens if abs(t.i - token.i) <= NEAR and event_group(t.lemma_.lower()))
    return min(near, key=lambda t: (abs(t.i - token.i), t.i), default=event)


def key(token: Token, reading: Reading) -> str:
    """Return the entity that a word names, else the kind of event that it speaks of, else its lemma."""
    lemma = token.lemma_.lower()
    return reading.entities.name_of(token) or event_group(lemma) or lemma


def keys(tokens: Iterable[Token], reading: Reading) -> frozenset[str]:
    """Return the keys of the words that carry content; words that report carry none."""
    return frozenset(key(t, reading) for t in tokens if _carries_content(t))


@lru_cache(maxsize=64)
def _keys_of(sentence: Sentence, reading: Reading) -> tuple[tuple[int, str], ...]:
    """Return the words of content of a sentence, by their place and key."""
    return tuple((t.i, key(t, reading)) for t in sentence.tokens if _carries_content(t))


def _carries_content(token: Token) -> bool:
    if token.pos_ not in CONTENT or len(token.text) < SHORTEST or not token.is_alpha:
        return False
    return not is_function_word(token.lower_) and reporting_verb(token) is None


def _kinds(event: Token, own: range, agent: str | None) -> frozenset[str]:
    """Return the kinds of event of a word and of those next to it in the tree; a light verb without any has its arguments.

    Who reports something does nothing else on that day: a report is of the kind of its speaker.
    """
    lemma = event.lemma_.lower()
    if report := reporting_verb(event):
        return frozenset({f"{report} {agent}"})
    near = [event, *(c for c in event.children if c.dep_ in ARGUMENTS and c.i not in own)]
    if event.dep_ in DEPENDENT:
        near.append(event.head)
    found = frozenset(g for t in near if (g := event_group(t.lemma_.lower())))
    if lemma not in light_verbs():
        return found | {event_group(lemma) or lemma}
    within = frozenset(g for t in clause(event) if (g := event_group(t.lemma_.lower())))
    return found or within or frozenset(t.lemma_.lower() for t in near[1:] if t.dep_ in ARGUMENTS) - EMPTY


def rarity(reading: Reading) -> Mapping[str, float]:
    """Return for each word of an article the logarithm of one over the share of its sentences that have it."""
    count = Counter(k for s in reading.sentences for k in keys(s.tokens, reading))
    total = len(reading.sentences) + 1
    return {k: log(total / n) for k, n in count.items()}
