"""How a statement is told: whether it is denied, still to come or over, and whether it is plainly asserted of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.claims.details.around import asserted
from verify.language.grammar.assertion import assertion
from verify.language.reporting import reporting_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

UNDOING = frozenset({"fail", "refuse", "decline", "forget", "neglect"})
INTENDING = frozenset({"plan", "intend", "mean", "vow", "pledge", "promise"})
UNDONE_BEFORE = frozenset({"of", "from", "without", "against", "for", "about"})
"""Prepositions before a gerund that leave open whether it was done: "short of endorsing", "accused of taking"."""
FURTHER = frozenset({"more", "other", "another", "further", "additional", "any", "only", "yet", "just"})
PARTLY = frozenset({"some", "many", "several", "few", "most", "half"})
OVER = frozenset({"did", "had"})
COMING = frozenset({"will", "shall", "’ll", "'ll"})


def is_future(token: Token) -> bool:
    """Return whether a word tells what will be, is meant or was announced."""
    return is_intended(token) or assertion(token).modality == "expected"


def is_closed(verb: Token) -> bool:
    """Return whether a verb tells what is over, or what will be: "did not use", "had not seen", "will not raise"."""
    return any(c.dep_ == "aux" and (c.lower_ in OVER or c.lemma_.lower() in COMING) for c in verb.children)


def is_intended(token: Token) -> bool:
    """Return whether somebody means to do what a verb tells: "plans to appeal"."""
    return token.dep_ == "xcomp" and token.head.lemma_.lower() in INTENDING


def under(token: Token) -> str | None:
    """Return the verb on which a statement depends, as what is wanted, planned, begun or stopped short of; None where it stands by itself."""
    above = token.head
    if token.dep_ not in {"xcomp", "ccomp", "advcl", "acl"} or above.pos_ == "AUX":
        return None
    lemma = above.lemma_.lower()
    due = lemma == "have" and any(c.lower_ == "yet" for c in above.children)
    return None if reporting_verb(above) is not None or lemma in UNDOING or due else lemma


def plain(token: Token, reading: Reading) -> bool:
    """Return whether a word is asserted of a whole: not hedged, not in a quotation, no condition, question, wish or possibility,
    nor said of a part ("in many wards").
    """
    if not asserted(token, reading) or assertion(token).distant:
        return False
    if token.tag_ == "VBG" and any(c.dep_ in {"mark", "case"} and c.lower_ in UNDONE_BEFORE for c in token.children):
        return False
    return not any(g.lower_ in FURTHER | PARTLY for c in token.children for g in (c, *c.children))
