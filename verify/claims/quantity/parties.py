"""Who takes part in the clause of an amount, where the frame of its event is silent or names only the amount itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.quantity.things import word_lists
from verify.language.grammar.arguments import clause_subject, phrase
from verify.language.grammar.arguments import parties as arguments
from verify.language.grammar.governor import event_of
from verify.language.grammar.referents import SINGULAR, antecedent, word_list

if TYPE_CHECKING:
    from verify.claims.quantity.scan import Quantity
    from verify.language.reading import Reading

AMOUNT = re.compile(r"(?:[A-Z]{0,3} ?)?[$€£]|\d")
WHOSE = re.compile(r"^(?:its|his|her|their|our|your|my)\s+", re.IGNORECASE)
WORDLESS = re.compile(r"[\W_]+")


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word_lists()["phrase"]["pronouns"])


def parties(
    quantity: Quantity, agent: str | None, patient: str | None, reading: Reading
) -> tuple[str | None, str | None]:
    """Return agent and patient: those of the frame, pronouns only where they mean one person, else the subject of the
    clause as one of them.
    """
    agent, patient = (_meant(p, quantity, reading) or _told(p, quantity, reading) for p in (agent, patient))
    if agent is None:
        found, reported = clause_subject(reading.doc[quantity.head])
        if found is not None and (reported or found.dep_ == "nsubj"):
            agent = phrase(found, reading.entities)
        elif found is not None and patient is None:
            patient = phrase(found, reading.entities)
    return agent, patient


def _meant(party: str | None, quantity: Quantity, reading: Reading) -> str | None:
    """Return the name that "he" or "the group" stands for, None where it is no such word or can mean several."""
    if party is None or party.lower() not in SINGULAR | word_list("groups"):
        return None
    head = reading.doc[quantity.head]
    found = (antecedent(t, reading) for t in arguments(event_of(head), head) if t is not None and t.text == party)
    return next((a.name for a in found if a is not None), None)


def _told(party: str | None, quantity: Quantity, reading: Reading) -> str | None:
    """Return a party that says something: no pronoun, whose or how many left out; no amount where none is counted."""
    if party is None or party.lower() in _pronouns() or not re.search(r"[^\W\d_]{2}", party):
        return None
    if quantity.sort == "count":
        number = WORDLESS.sub("", reading.doc[quantity.first : quantity.last + 1].text)
        itself = quantity.thing is not None and WORDLESS.sub("", party) in number
        return quantity.thing.text if quantity.thing is not None and itself else party
    text = reading.article.text[quantity.span.start : quantity.span.end]
    again = WORDLESS.sub("", party) in WORDLESS.sub("", text)
    return None if again or AMOUNT.match(party) else WHOSE.sub("", party)
