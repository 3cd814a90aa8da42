"""What stands around a word in the tree of its sentence, so that one word can be found again in another sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.align.things import sort_of
from verify.language.events import event_group, light_verbs
from verify.language.frames import PASSIVE, SUBJECT
from verify.language.gazetteer import country_of
from verify.language.reporting import reporting_verb
from verify.model import Thing

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN", "SYM"})
ATTRIBUTE = frozenset({"amod", "compound", "nmod:poss", "nmod", "nummod"})
DEEPEST = 4

Edge = tuple[str, str]


def key(token: Token) -> str:
    """Return the word by which a token is known in other sentences: its country, its kind of event, else its lemma."""
    if token.ent_type_ in {"LOC", "NORP"} and (code := country_of(token.text)):
        return f"country {code}"
    lemma = token.lemma_.lower()
    return f"event {group}" if (group := event_group(lemma)) else lemma


def surroundings(token: Token) -> frozenset[Edge]:
    """Return the content words that a noun hangs on, up to the verb, and those that hang on it."""
    return frozenset((*_above(token), *_below(token)))


def _above(token: Token) -> Iterator[Edge]:
    at = token
    for _ in range(DEEPEST):
        if at.head == at:
            return
        at = at.head
        if telling(at):
            yield "above", key(at)
        if at.pos_ in {"VERB", "AUX"}:
            return


def _below(token: Token) -> Iterator[Edge]:
    for child in token.children:
        if child.dep_ in ATTRIBUTE and child.pos_ in CONTENT:
            yield "below", key(child)


def arguments(verb: Token) -> frozenset[Edge]:
    """Return the arguments of a verb with their parts (who, whom, what else; the passive's subject is whom) and the verb that it hangs on."""
    own = {(_part(child), key(child)) for child in verb.children if _part(child) and telling(child)}
    above = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and above.pos_ == "VERB" and telling(above):
        own |= {
            ("above", key(above)),
            *((_part(c), key(c)) for c in above.children if _part(c) == "who" and telling(c)),
        }
    return frozenset(own)


def _part(child: Token) -> str:
    if child.dep_ in PASSIVE or child.dep_ in {"obj", "iobj"}:
        return "whom"
    if child.dep_ in SUBJECT:
        return "who"
    if child.dep_ == "obl:agent":
        return "who"
    return "else" if child.dep_.startswith(("obl", "xcomp", "ccomp")) else ""


def telling(token: Token) -> bool:
    """Return whether a word says enough to know its surroundings by: no pronoun, no light or reporting verb."""
    if token.pos_ not in CONTENT:
        return False
    return token.pos_ != "VERB" or (token.lemma_.lower() not in light_verbs() and reporting_verb(token) is None)


def is_person(token: Token) -> bool:
    """Return whether a noun counts people."""
    return sort_of(Thing(text=token.text, head=token.lemma_.lower())) == "person"
