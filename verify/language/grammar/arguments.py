"""Who does what to whom: the subject, the objects and the other arguments of verbs and of nouns that name an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT, VERBAL, has_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.entities import Entities

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
SUFFERING = frozenset({"of", "against", "on", "to"})
"""Prepositions after a noun of event that lead to the one it is done to ("the invasion of", "a warning to")."""
RELATIVE = frozenset({"WDT", "WP"})
NOUNS = frozenset({"NOUN", "PROPN"})
LENT = frozenset({"conj", "xcomp", "advcl"})
"""Relations in which a verb without a subject has that of the verb above."""
PHRASE = frozenset({"compound", "amod", "flat", "nummod", "nmod:poss", "nmod:desc"})
NAMED = frozenset({"LOC", "ORG", "PER", "NORP"})


def subject_beside(verb: Token) -> Token | None:
    """Return the subject that hangs on a word, also in the passive."""
    return next((c for c in verb.children if c.dep_ in SUBJECT | PASSIVE), None)


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb; where it has none beside it, whom the verb above has do it, else that verb's subject."""
    found = subject_beside(verb)
    if found is not None or verb.dep_ not in LENT or verb.head == verb:
        return found
    if verb.dep_ == "xcomp" and (led := [c for c in objects(verb.head) if c.i < verb.i]):
        return led[0]
    return subject(verb.head)


def clause_subject(token: Token) -> tuple[Token | None, bool]:
    """Return the noun that is the subject of the nearest clause above a token, for a pronoun that of who says so.

    The second value says whether the subject was reached through a pronoun.
    """
    at, reported = token, False
    while True:
        found = subject_beside(at)
        if found is not None and (found == token or found.is_ancestor(token)):
            return None, reported
        if found is not None and (found := stands_for(found)).pos_ in NOUNS:
            return found, reported
        if found is not None and at.dep_ not in LENT | {"ccomp"}:
            return None, reported
        if at.head == at:
            return None, reported
        reported = reported or found is not None
        at = at.head


def stands_for(noun: Token) -> Token:
    """Return the noun that a relative pronoun stands for, any other word itself: "the men who fled"."""
    verb = noun.head
    return verb.head if noun.tag_ in RELATIVE and verb.dep_.startswith("acl") else noun


def objects(verb: Token) -> list[Token]:
    """Return the objects that hang on a verb."""
    return [c for c in verb.children if c.dep_ in OBJECT]


def told_of(verb: Token) -> list[Token]:
    """Return of whom a verb tells something: its subject, whom a relative clause or a participle describes, the subject of the first of
    several verbs.
    """
    own = subject_beside(verb)
    if own is not None:
        return [stands_for(own)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    return told_of(verb.head) if verb.dep_ in {"conj", "xcomp"} and verb.head.i < verb.i else []


def done_to(verb: Token) -> list[Token]:
    """Return to whom a verb is done: the object of the active, the subject of the passive."""
    found = [c for c in objects(verb) if c.dep_ == "obj"]
    if found:
        return found if has_subject(verb) else []
    return told_of(verb) if verb.tag_ == "VBN" else []


def parties(event: Token, token: Token) -> tuple[Token | None, Token | None]:
    """Return agent and patient of an event word; `token` belongs to one of them and decides where the tree is silent."""
    return _verbal(event) if event.pos_ in VERBAL or has_subject(event) else _nominal(event, token)


def _verbal(event: Token) -> tuple[Token | None, Token | None]:
    agent = patient = None
    for child in event.children:
        if child.dep_ in PASSIVE:
            patient = child
        elif child.dep_ in SUBJECT or child.dep_ == "obl:agent" or (child.dep_ == "obl" and case_of(child) == "by"):
            agent = child
        elif child.dep_ == "obj" or (child.dep_ == "iobj" and patient is None):
            patient = child
    if event.dep_ in {"acl", "amod"} and event.tag_ == "VBN" and patient is None:
        patient = event.head
    agent, patient = (x if x is None else stands_for(x) for x in (agent, patient))
    if agent is None and event.dep_ in LENT and event.tag_ != "VBN" and event.head.pos_ == "VERB":
        agent = next((c for c in event.head.children if c.dep_ in SUBJECT), None)
    return agent, patient


def _nominal(event: Token, token: Token) -> tuple[Token | None, Token | None]:
    """Return who did and who suffered what a noun or adjective names: "U.S. strikes", "the death of a citizen"."""
    agent = patient = None
    for child in event.children:
        if child.dep_.startswith("nmod") and case_of(child) in SUFFERING - {"to"}:
            patient = patient or child
        elif child.dep_.startswith("nmod") and case_of(child) == "by":
            agent = child
        elif child.dep_ in {"nmod:poss", "compound", "amod"} and child.ent_type_ in NAMED:
            agent = agent or child
    if patient is None and event.pos_ == "ADJ" and event.head.pos_ in {"NOUN", "PROPN"}:
        patient = event.head
    return agent, patient if patient is not None or token == event else token


def slot(token: Token) -> tuple[str, str] | None:
    """Return the event that a noun is an argument of and its role ("obj", "obl over"); None for other words and beside light verbs.

    An event is named by its kind, where it has one ("the invasion of", "invaded"), else by the lemma of its verb.
    """
    head = token.head
    lemma = head.lemma_.lower()
    kind = event_group(lemma)
    if head.pos_ == "VERB" and token.dep_ in ARGUMENTS and lemma not in light_verbs():
        return kind or lemma, _role(token)
    if head.pos_ == "NOUN" and kind and token.dep_.startswith("nmod"):
        return kind, _nominal_role(token)
    return None


def _role(token: Token) -> str:
    """Return the relation of an argument, with its preposition; the passive's subject and the addressee are objects."""
    if token.dep_ in {"nsubj:pass", "iobj"}:
        return "obj"
    case = case_of(token)
    passive = any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in token.head.children)
    return "nsubj" if token.dep_ == "obl:agent" or (case == "by" and passive) else f"{token.dep_} {case}".strip()


def _nominal_role(token: Token) -> str:
    case = case_of(token)
    return "obj" if case in SUFFERING else "nsubj" if case == "by" else f"obl {case}".strip()


def case_of(token: Token) -> str:
    """Return the preposition of a noun, nothing where it has none."""
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def phrase(token: Token, entities: Entities) -> str:
    """Return the name of the entity that a token belongs to, else its noun phrase without article, clauses and prepositions."""
    name = entities.name_of(token)
    words = sorted([token, *_inside(token)], key=lambda t: t.i)
    return name or " ".join(w.text for w in words if w.pos_ != "PUNCT")


def _inside(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in PHRASE and not (child.lower_ == "old" and child.i and child.nbor(-1).text in {"-", "–"}):
            yield child
            yield from _inside(child)
