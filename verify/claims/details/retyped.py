"""The words of a closed sort in which two copies of a sentence can differ, and the claim of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.details.plain import is_closed
from verify.claims.framed import framed
from verify.claims.quantity.numerals import numerals
from verify.claims.quantity.respects import respect_of
from verify.claims.quantity.scan import quantities
from verify.claims.stated import stated
from verify.claims.statement import OVER
from verify.language.gazetteer import country_name, country_of, state_of
from verify.model import Claim, Value
from verify.values.extent import interval
from verify.values.name import Name, titles
from verify.values.period import WEEKDAYS, weekday
from verify.values.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

LEAST_LETTERS = 4


def value_of(words: Sequence[Token]) -> Value | None:
    """Return what a few words state, if they are of a closed sort."""
    return next((value for read in READERS if (value := read(words)) is not None), None)


def word_claim(words: Sequence[Token], value: Value, reading: Reading, *, negated: bool = False) -> Claim | None:
    """Return the claim of a few words of a sentence; a number that is told in a respect is compared with that alone."""
    within = (q for q in quantities(reading) if q.first <= words[0].i <= q.last)
    if any(respect_of(q, reading) for q in within):
        return None
    made = framed("wording", (words[0].i, words[-1].i), value, reading, head=words[-1])
    if made is None:
        return None
    return replace(made, negated=negated, stated=stated(made, "words", reading))


def denied(word: Token) -> Value:
    """Return what a word behind a negation states."""
    over = any(is_closed(verb) for verb in (word, word.head))
    return Name(name=word.lower_, type=OVER if over else "event")


def number(words: Sequence[Token]) -> Value | None:
    """Return the number that one word states."""
    if len(words) != 1:
        return None
    text = words[0].text
    found = [n for n in numerals(text) if n.end - n.start == len(text) and not n.vague and n.high is None]
    return interval(found[0].number) if found else None


def _weekday(words: Sequence[Token]) -> Value | None:
    return weekday(words[0].text) if len(words) == 1 and words[0].text in WEEKDAYS else None


def _territory(words: Sequence[Token]) -> Value | None:
    text = " ".join(t.text for t in words)
    code, state = country_of(text), state_of(text)
    if not text[0].isupper() or not (code or state):
        return None
    return Place(names=(country_name(code) if code else str(state),), type="country" if code else "state")


def _person(words: Sequence[Token]) -> Value | None:
    """Return the name of a person, where every word is a part of one."""
    if len(words) > 2 or not all(t.pos_ == "PROPN" and t.text[0].isupper() for t in words):
        return None
    person = any(t.ent_type_ == "PER" for t in words)
    return Name(name=" ".join(t.text for t in words), type="person") if person else None


def _name(words: Sequence[Token]) -> Value | None:
    """Return one capitalised word of any other name ("Courier" of a newspaper's); titles, initials and short forms are none."""
    if len(words) != 1 or words[0].pos_ != "PROPN" or not words[0].ent_type_:
        return None
    word = words[0].text
    whole = len(word) >= LEAST_LETTERS and word[0].isupper() and word[1:].islower()
    return Name(name=word, type="name") if whole and word.lower() not in titles() else None


READERS: tuple[Callable[[Sequence[Token]], Value | None], ...] = (number, _weekday, _territory, _person, _name)
