"""What a person is charged with: the words after "charged with", "indicted on" and "a charge of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.language.grammar.arguments import done_to, told_of
from verify.language.grammar.governor import predicate_of
from verify.values.state import state_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", '"', "“", "”"})
CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
INSIDE = frozenset({"of", "to", "with"})
"""Prepositions that stand inside a charge; any other leads to its circumstances ("in the death of", "after")."""

LONGEST = 16


def charged(doc: Doc, token: Token) -> tuple[int, int, Token, list[Token]] | None:
    """Return the first and last token of a charge, its verb and the words for whom it is brought against."""
    forms = state_words()["charge"]
    if token.pos_ == "VERB" and token.lower_ in forms:
        verb, opening, bearers = token, forms[token.lower_], done_to(token)
    elif token.pos_ == "NOUN" and token.lemma_ == "charge":
        verb, opening = predicate_of(token), "of"
        bearers = told_of(verb) if verb.lemma_ == "face" else done_to(verb)
    else:
        return None
    first = next((i + 1 for i in range(token.i + 1, min(token.i + 5, len(doc))) if doc[i].lower_ == opening), None)
    last = _last(doc, first) if first is not None else None
    return (first, last, verb, bearers) if first is not None and last is not None else None


def _last(doc: Doc, first: int) -> int | None:
    """Return the last token of a charge, None where it has no words or no end in sight."""
    end = next((i for i in range(first, min(first + LONGEST, len(doc))) if _ends(doc[i])), None)
    if end is None:
        return None
    while end > first and doc[end - 1].pos_ in {"CCONJ", "ADP", "DET"}:
        end -= 1
    return end - 1 if end > first else None


def _ends(token: Token) -> bool:
    if token.text in ENDS or (token.pos_ in CLAUSE and token.dep_ not in {"amod", "compound"}):
        return True
    return token.pos_ == "ADP" and token.lower_ not in INSIDE
