"""Of whom a verb tells something, and whether it tells it as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verify.language.mentions import antecedent
from verify.values.name import PERSON
from verify.values.state import state_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NAMING = frozenset({"appos", "conj"})


def clause_verb(token: Token) -> Token:
    """Return the word with which a clause says something of its subject: a phrase itself beside "is", else what it hangs on."""
    return token if any(c.dep_ in SUBJECTS for c in token.children) else token.head


def subjects(verb: Token) -> list[Token]:
    """Return of whom a verb speaks: its subject, whom a relative clause describes, the subject of the first of several
    verbs.
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return [verb.head] if own[0].tag_ in {"WP", "WDT"} and verb.dep_.startswith("acl") else own
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    return subjects(verb.head) if verb.dep_ in {"conj", "xcomp"} and verb.head.i < verb.i else []


def patients(verb: Token) -> list[Token]:
    """Return to whom a verb is done: the object of the active, the subject of the passive."""
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if objects:
        return objects if any(c.dep_ in SUBJECTS for c in verb.children) else []
    return subjects(verb) if verb.tag_ == "VBN" else []


def is_real(verb: Token) -> bool:
    """Return whether a clause tells what is so: no future, possibility, condition or denial stands in it."""
    words = {*state_words()["unreal"], *state_words()["denied"]}
    if any(c.lower_ in words for c in verb.children if c.i < verb.i):
        return False
    above = verb.head
    return verb.dep_ not in {"xcomp", "conj"} or above.pos_ != "VERB" or above.i > verb.i or is_real(above)


def people(bearers: Sequence[Token], reading: Reading) -> Iterator[str]:
    """Yield the people that words name, each once, and those set beside them: "the driver, Lee", "Lee and Marsh"; whom "she"
    means where one is left.
    """
    seen: dict[str, None] = {}
    stack = list(bearers)
    while stack:
        token = stack.pop(0)
        entity, meant = reading.entities.of(token), antecedent(token, reading)
        if entity is not None and entity.type == PERSON:
            seen[entity.name] = None
        elif token.lower_ in {"he", "she", "him", "her"} and meant is not None and meant.name:
            seen[meant.name] = None
        stack.extend(c for c in token.children if c.dep_ in NAMING)
    yield from seen
