"""Whether the words around a date tell of what was or of what is to come; a bare "Sunday" turns on it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from verify.language import calendar
from verify.language.calendar import Tense

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from verify.model import ZoneKind

PRESENT = frozenset({"VBZ", "VBP"})
CLAUSE_WORDS = frozenset({"VERB", "AUX"})
AHEAD = re.compile(r"(?i)\b(?:until|till|by|as (?:early|soon|late) as)(?: the| early| late)* $")
"""Words before a date that is still to come, where the verb does not tell of the past."""


@cache
def ahead_words() -> frozenset[str]:
    """Return the words beside a verb, and the verbs, that say what a clause tells of is to come."""
    return _words("future") | _words("planned")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(calendar.words()["tense"][name])


def tense_of(tokens: Span, lead: str, zone: ZoneKind) -> Tense:
    """Return the tense of the clause in which a date stands; `lead` is the text before it."""
    verb = _verb(tokens.root)
    if verb is None:
        return "nearest"
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl"} else verb
    around = {c.lower_ for c in verb.children if c.tag_ not in {"NNP", "CD"}}
    words = {above.lower_, above.lemma_.lower(), verb.lower_, verb.lemma_.lower(), *around}
    if words & ahead_words() or _may_be(around) or _is_to(verb, above, around):
        return "future"
    if AHEAD.search(lead) and (verb.tag_ in PRESENT or around & {"is", "are"}):
        return "future"
    if verb.tag_ in {"VBD", "VBN"} and above.tag_ not in PRESENT:
        return "past"
    scheduled = verb.tag_ in PRESENT and verb.lemma_.lower() in _words("timetable") and zone != "headline"
    return "future" if scheduled or AHEAD.search(lead) else "nearest"


def _may_be(around: set[str]) -> bool:
    """Return whether a modal tells of what may come: "may close", but not "may have closed"."""
    return bool(around & _words("modal")) and not around & {"have", "’ve", "'ve"}


def _is_to(verb: Token, above: Token, around: set[str]) -> bool:
    """Return whether someone "is to appear", "has to answer"."""
    ruling = {above.lemma_.lower(), *around, *(c.lower_ for c in above.children if c.pos_ == "AUX")}
    return "to" in around and verb.tag_ == "VB" and bool(ruling & {"is", "are", "be", "have", "has"})


def _verb(token: Token) -> Token | None:
    """Return the verb that governs a token, or the word at the top of a clause without one ("is due in court Friday")."""
    for _ in range(10):
        if token.pos_ in CLAUSE_WORDS or token.head == token:
            return token
        token = token.head
    return None
