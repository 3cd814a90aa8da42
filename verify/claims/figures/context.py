"""The context of an amount: which measure, whose, of which period, and as a level, a change or a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.claims.figures.entity import entity_of
from verify.claims.figures.period import period_of
from verify.claims.quantity.measure_words import listed, moves, noun_measure
from verify.claims.quantity.measures import Measure, measure_of, measures_in
from verify.claims.quantity.scan import Quantity
from verify.language.grammar.arguments import case_of
from verify.language.grammar.cues import is_arranged
from verify.model import Aspect, FigureContext, Scenario
from verify.values.interval import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

MONETARY = frozenset({"money", "percent"})
MOST = 6


def context_of(quantity: Quantity, reading: Reading) -> FigureContext | None:
    """Return the context of an amount of money or a percentage that stands for a measure, None for any other."""
    if quantity.sort not in MONETARY:
        return None
    measure = measure_of(reading.doc, quantity.first, quantity.last)
    return told_of(measure, reading, value=quantity.value) if measure is not None else None


def told_of(measure: Measure, reading: Reading, *, value: Interval | None = None) -> FigureContext:
    """Return the context in which an amount of a measure, or its change without an amount, is told."""
    words = {t.lower_ for t in measure.word.sent}
    return FigureContext(
        measure=_name(measure),
        entity=entity_of(measure.word, _name(measure), reading),
        period=period_of(measure, reading),
        scenario=_scenario(measure),
        aspect=_aspect(measure, value) if value is not None else "change",
        listed=bool(words & listed("neutral", "listing")),
    )


def _name(measure: Measure) -> str:
    """Return the name of a measure, that of the noun before a light one ("the tax rate") or behind it ("a forecast for revenue")."""
    return next((name for t in measures_in(measure.word) if (name := noun_measure(t))), measure.name)


def _aspect(measure: Measure, value: Interval) -> Aspect:
    """Return whether an amount is the level of a measure, its change, or a level that another is compared with; "from 19 to 21" ends
    in a level, "fell 5 to 10 percent" is a change.
    """
    if value.number is None and value.change is None:
        return "level"
    cases = [case_of(t) for t in measure.path]
    if any(c in listed("direction", "bases") for c in cases):
        return "earlier"
    if "to" in cases or "at" in cases:
        return "level"
    above = {t.head for t in measure.path} | set(measure.path)
    return "change" if value.change or "by" in cases or any(moves(t) for t in above if t.pos_ == "NOUN") else "level"


def _scenario(measure: Measure) -> Scenario:
    """Return whether an amount is reported, or foretold, and then whether by others than those whose it is."""
    chain = list(_chain(measure.word))
    words = [*chain, *measure.path, *(c for t in chain for c in t.children if c.dep_ in {"amod", "compound"})]
    verbs = [t for t in chain if t.pos_ == "VERB" and t.lemma_.lower() in listed("outlook", "verbs")]
    told = verbs or [t for t in words if _foretells(t) or is_arranged(t)]
    told = told or [
        c for t in chain for c in t.children if c.dep_ == "aux" and c.lower_ in listed("outlook", "auxiliaries")
    ]
    if not told:
        return "result"
    parties = (
        c for t in chain for c in t.children if c.dep_.startswith(("nsubj", "nmod:poss", "compound", "obl:agent"))
    )
    outside = any(c.lemma_.lower() in listed("outlook", "outsiders") for c in parties)
    return "outside forecast" if outside else "forecast"


def _foretells(token: Token) -> bool:
    noun = token.pos_ == "NOUN" and token.lemma_.lower() in listed("outlook", "nouns")
    return noun or (token.dep_ == "amod" and token.lower_ in listed("outlook", "words"))


def _chain(word: Token) -> list[Token]:
    """Return a measure and the words above it, up to the verb of its clause and those that the clause completes."""
    out, at = [word], word
    for _ in range(MOST):
        if at.head == at or at.dep_ == "appos" or (at.pos_ in {"VERB", "AUX"} and at.dep_ not in {"xcomp", "acl"}):
            break
        at = at.head
        out.append(at)
    return out
