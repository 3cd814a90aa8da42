"""The place of a clause that a name can fill: who warns, who is warned, over what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
SUFFERING = frozenset({"of", "against", "on", "to"})
"""Prepositions after a noun of event that lead to the one it is done to ("the invasion of", "a warning to")."""


def slot(token: Token) -> tuple[str, str] | None:
    """Return the event that a noun is an argument of and its role ("obj", "obl over"); None for other words and beside light verbs.

    An event is named by its kind, where it has one ("the invasion of", "invaded"), else by the lemma of its verb.
    """
    head = token.head
    lemma = head.lemma_.lower()
    kind = event_group(lemma)
    if head.pos_ == "VERB" and token.dep_ in ARGUMENTS and lemma not in light_verbs():
        return kind or lemma, role(token)
    if head.pos_ == "NOUN" and kind and token.dep_.startswith("nmod"):
        return kind, _nominal_role(token)
    return None


def role(token: Token) -> str:
    """Return the relation of an argument, with its preposition; the passive's subject and the addressee are objects."""
    relation = token.dep_
    if relation in {"nsubj:pass", "iobj"}:
        return "obj"
    case = _case(token)
    if relation == "obl:agent" or (relation == "obl" and case == "by" and _passive(token.head)):
        return "nsubj"
    return f"{relation} {case}".strip()


def _nominal_role(token: Token) -> str:
    case = _case(token)
    return "obj" if case in SUFFERING else "nsubj" if case == "by" else f"obl {case}".strip()


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children)
