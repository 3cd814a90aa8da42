"""Verbs that report what someone said, and what turns such a report round."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from verify.language.grammar.assertion import is_negated
from verify.lists import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `speech.toml`."""
    table = load("speech")
    return {key: frozenset(words) for key, words in table.items()}


@cache
def _forms() -> dict[str, str]:
    """Return the forms of the reporting verbs with their lemmas."""
    verbs = word_lists()["say"] | word_lists()["report"]
    table = {form: verb for verb in sorted(verbs) for form in _inflected(verb)}
    irregular = load("speech")["irregular"]
    return table | {form: verb for verb, forms in irregular.items() for form in forms}


def _inflected(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


def reporting_verb(token: Token) -> str | None:
    """Return the lemma of a verb that can report, by its written form, None for other words."""
    return _forms().get(token.lower_) if token.pos_ in {"VERB", "AUX"} else None


def is_passive(verb: Token) -> bool:
    """Return whether a verb is in the passive, so that what stands before it does not speak."""
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in {"amod", "acl"}:
        return True
    return any(
        c.dep_ == "aux:pass" or (c.lemma_ == "be" and c.i < verb.i and c.dep_.startswith("aux")) for c in verb.children
    )


def manner(verb: Token, lemma: str) -> tuple[str, bool]:
    """Return the cue with what turns it round ("decline to say", "not say"), and whether the statement is held at a
    distance.
    """
    governor = verb.head.lemma_.lower()
    if verb.dep_ in {"xcomp", "ccomp"} and governor in word_lists()["refusing"]:
        return f"{governor} to {lemma}", True
    if is_negated(verb):
        return f"not {lemma}", True
    return lemma, lemma in word_lists()["hedging"]
