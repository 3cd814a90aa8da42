"""Whether the words around a date tell of what was or of what is to come; a bare "Sunday" turns on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.language import calendar
from verify.language.calendar import Tense
from verify.language.grammar.assertion import is_ahead
from verify.language.grammar.governor import above, verb_above

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from verify.model import ZoneKind

PRESENT = frozenset({"VBZ", "VBP"})
AHEAD = re.compile(r"(?i)\b(?:until|till|by|as (?:early|soon|late) as)(?: the| early| late)* $")
"""Words before a date that is still to come, where the verb does not tell of the past."""


def tense_of(tokens: Span, lead: str, zone: ZoneKind) -> Tense:
    """Return the tense of the clause in which a date stands; `lead` is the text before it."""
    verb = verb_above(tokens.root)
    above_verb = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl"} else verb
    around = {c.lower_ for c in verb.children if c.tag_ not in {"NNP", "CD"}}
    if is_ahead(verb) or is_ahead(above_verb) or _is_to(verb, above_verb, around):
        return "future"
    if _awaited(tokens.root) and verb.tag_ not in {"VBD", "VBN"}:
        return "future"
    if AHEAD.search(lead) and (verb.tag_ in PRESENT or around & {"is", "are"}):
        return "future"
    if verb.tag_ in {"VBD", "VBN"} and above_verb.tag_ not in PRESENT and not around & {"is", "are"}:
        return "nearest" if AHEAD.search(lead) else "past"
    scheduled = (
        verb.tag_ in PRESENT and verb.lemma_.lower() in calendar.words()["tense"]["timetable"] and zone != "headline"
    )
    return "future" if scheduled or AHEAD.search(lead) else "nearest"


def _awaited(token: Token) -> bool:
    """Return whether a date is that of something to wait for ("until the exit on March 29")."""
    phrases = (token, *(t for t in above(token) if t.pos_ not in {"VERB", "AUX"}))
    return any(c.dep_ in {"case", "mark"} and c.lower_ in {"until", "till"} for t in phrases for c in t.children)


def _is_to(verb: Token, above: Token, around: set[str]) -> bool:
    """Return whether someone "is to appear", "has to answer"."""
    ruling = {above.lemma_.lower(), *around, *(c.lower_ for c in above.children if c.pos_ == "AUX")}
    return "to" in around and verb.tag_ == "VB" and bool(ruling & {"is", "are", "be", "have", "has"})
