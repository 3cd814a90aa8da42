"""Those who take their own lives: one more dead, whom the number of their victims leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.quantity.parts import REFLEXIVE
from verify.language.grammar.governor import event_of
from verify.model import Thing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

WEAPONS = frozenset({"gun", "weapon", "rifle", "pistol", "handgun", "shotgun"})
DEADLY = frozenset({"kill", "murder", "slay"})
SELF = "self"


def suicides(reading: Reading) -> Iterator[tuple[Token, Thing]]:
    """Yield the words for oneself or one's own life where these are taken: "and then himself", "took his own life"."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if (token.lower_ in REFLEXIVE and _killed(token)) or _own_life(token):
                yield token, Thing(text="attacker", head=SELF)


def _killed(token: Token) -> bool:
    """Return whether a reflexive is what somebody kills, or what a gun is turned on."""
    if token.dep_ not in {"obj", "conj", "obl", "iobj", "nmod"}:
        return False
    verb = event_of(token)
    if verb.lemma_.lower() == "turn":
        return any(c.dep_ == "obj" and c.lemma_.lower() in WEAPONS for c in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_.lower() in DEADLY


def _own_life(token: Token) -> bool:
    """Return whether a token is the life in "took his own life"."""
    own = any(c.lower_ == "own" for c in token.children)
    return token.lemma_.lower() == "life" and own and token.dep_ == "obj" and token.head.lemma_.lower() == "take"
