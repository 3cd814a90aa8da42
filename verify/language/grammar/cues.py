"""Which words beside or above a word turn how it is meant, and how; the words stand in `data/assertion.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from verify.language.grammar.governor import has_copula
from verify.lists import load
from verify.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

INVERTED = frozenset({"Should", "Had", "Were"})
"""Words that begin a condition without "if"."""
WILL = frozenset({"would", "will", "’d", "'d", "’ll", "'ll"})
Category = Modality | Literal["denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a word does to its scope, and the relations and parts of speech in which it does so."""

    category: Category
    direction: str
    scope: frozenset[str]
    on: frozenset[str]


@cache
def negations() -> frozenset[str]:
    """Return the words that deny what they stand beside."""
    return frozenset(
        w for w, cues in _cues().items() if any(c.category == "denied" and c.direction != "below" for c in cues)
    )


@cache
def _cues() -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues by their words."""
    out: dict[str, tuple[Cue, ...]] = {}
    for row in load("assertion")["cue"]:
        scope, on = (frozenset(row.get(key, ())) for key in ("scope", "on"))
        cue = Cue(category=row["category"], direction=row["direction"], scope=scope, on=on)
        for word in row["words"]:
            out[word] = (*out.get(word, ()), cue)
    return out


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return a list of a section of `assertion.toml`."""
    return frozenset(load("assertion")[section][key])


def below(token: Token) -> Iterator[Category]:
    """Yield the categories into which the word above turns what it governs."""
    head = token.head
    relations = set(_relations(token))
    for word in lemmas(head):
        for cue in _cues().get(word, ()):
            if cue.direction == "below" and cue.scope & relations:
                yield cue.category


def _relations(token: Token) -> Iterator[str]:
    """Yield the relation to the word above, of a noun's clause only one with "to" or "that", and what a preposition makes of it: "cleared of",
    "kept from", "dismissed as".
    """
    if not token.dep_.startswith("acl") or marks(token):
        yield token.dep_
    if token.dep_ in {"advcl", "obl"}:
        cases = {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}
        yield from ({"from"} if cases & {"of", "from"} else {"as"} if "as" in cases else ())


def beside(token: Token) -> Iterator[Category]:
    """Yield the categories of the cues that hang on a word."""
    for child in token.children:
        for cue in _cues_of(child):
            modal = child.dep_ != "aux" or child.tag_ == "MD" or cue.category == "denied"
            if modal and not _is_idle(cue, child, token):
                yield cue.category
    if is_arranged(token):
        yield "expected"
    if _is_conditional(token):
        yield "hypothetical"
    if any(c.dep_.startswith("acl") and has_copula(c) and _denies_subject(c) for c in token.children):
        yield "denied"


def _cues_of(child: Token) -> Iterator[Cue]:
    """Yield the cues of direction "head" that a word is in its relation."""
    two = f"{child.nbor(-1).lower_} {child.lower_}" if child.i else ""
    for word in (child.lower_, two):
        for cue in _cues().get(word, ()):
            fits = (not cue.scope or child.dep_ in cue.scope) and (not cue.on or child.head.pos_ in cue.on)
            if cue.direction == "head" and fits:
                yield cue


def _is_idle(cue: Cue, child: Token, token: Token) -> bool:
    """Return whether a cue leaves things as they are: "not only", "did not sign until Monday", "to" behind "failed"."""
    if cue.category == "denied":
        return _is_pseudo(child) or any(is_until(c) for c in token.children)
    return child.lower_ == "to" and "denied" in below(token)


def is_until(child: Token) -> bool:
    """Return whether a word tells until when: "did not sign until Monday" signs on Monday."""
    return child.dep_ in {"obl", "advcl", "advmod"} and bool(marks(child) & words("terminators", "lifted_by"))


def _is_pseudo(word: Token) -> bool:
    """Return whether a negation denies nothing: "not only", "no fewer than"."""
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return any(word.lower_ in row["words"] and following in row["before"] for row in load("assertion")["pseudo"])


def is_none(token: Token) -> bool:
    """Return whether a noun phrase is of none at all: "nobody", "no deaths", "neither driver", "no one"."""
    return any(
        cue.direction == "phrase" and not _is_pseudo(word)
        for word in (token, *(c for c in token.children if c.dep_ in {"det", "cc:preconj"}))
        for cue in _cues().get(word.lower_, ())
    )


def _is_conditional(token: Token) -> bool:
    """Return whether a verb tells what would be, or will be, on a condition that its sentence states, or what would have been."""
    modals = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if not modals & WILL:
        return False
    unreal = "would" in modals and "have" in modals and token.tag_ == "VBN" and token.dep_ != "ccomp"
    opening = "would" in modals and token.sent[0].text in INVERTED and token.sent[-1].text != "?"
    clauses = (c for c in token.children if c.dep_ == "advcl")
    return unreal or opening or any(marks(c) & {"if", "unless"} for c in clauses)


def is_arranged(token: Token) -> bool:
    """Return whether a verb tells what is arranged: "is to close 12 shops"."""
    return token.tag_ == "VB" and "to" in marks(token) and any(c.lemma_ == "be" for c in token.children)


def _denies_subject(token: Token) -> bool:
    return any(cue.category == "denied" and "nsubj" in cue.scope for cue in _cues().get(token.lower_, ()))


def marks(token: Token) -> set[str]:
    """Return the prepositions and conjunctions that begin the phrase or clause of a word."""
    return {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}


def lemmas(token: Token) -> set[str]:
    """Return the words that a cue can have for a token: its lemma and form, with a particle behind it."""
    own = {token.lemma_.lower(), token.lower_}
    parts = [c.lower_ for c in token.children if c.dep_ == "compound:prt" or (c.lower_ == "yet" and c.i > token.i)]
    return own | {f"{word} {part}" for word in own for part in parts}
