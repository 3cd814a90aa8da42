"""The words of a text that say what it is on, and under which word each is known again in another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs
from verify.language.gazetteer import country_of
from verify.language.reporting import reporting_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def key(token: Token) -> str:
    """Return the word by which a token is known in other sentences: its country, its kind of event, else its lemma."""
    if token.ent_type_ in {"LOC", "NORP"} and (code := country_of(token.text)):
        return f"country {code}"
    lemma = token.lemma_.lower()
    return f"event {group}" if (group := event_group(lemma)) else lemma


def telling(token: Token) -> bool:
    """Return whether a word says enough to know its surroundings by: no pronoun, no light or reporting verb."""
    if token.pos_ not in CONTENT:
        return False
    return token.pos_ != "VERB" or (token.lemma_.lower() not in light_verbs() and reporting_verb(token) is None)
