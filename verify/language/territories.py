"""The countries, states and towns that an article names, each with what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.accounts import Account, account
from verify.language.parsed import Sentence
from verify.language.reading import Reading
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 4
"""Words of the longest name of a country or state that is looked for."""

BESIDE = 4
"""How many words before or after a place the name of its bearer may stand."""

NAMING = frozenset({"appos", "flat", "compound", "nmod", "nmod:desc"})
JOINS = frozenset({",", "and", "or", "&"})


@lru_cache(maxsize=64)
def territories(reading: Reading) -> dict[str, list[Account]]:
    """Return the countries, and the states of the United States, that an article names as nouns, also inside the names of offices."""
    out: dict[str, list[Account]] = {"country": [], "state": []}
    for sentence in reading.sentences:
        for first, last, sort, value in _named(sentence, reading):
            found = account(value, first, last, reading)
            if found is not None:
                out[sort].append(found)
    return out


def _named(sentence: Sentence, reading: Reading) -> Iterator[tuple[Token, Token, str, str]]:
    """Yield first and last token, sort and name of each country and state of a sentence."""
    doc, i = reading.doc, sentence.tokens.start
    while i < sentence.tokens.end:
        longest = min(LONGEST, sentence.tokens.end - i) if doc[i].text[:1].isupper() else 0
        for last in range(i + longest - 1, i - 1, -1):
            found = territory(doc[i : last + 1].text)
            if found and not _is_person(doc[i], reading):
                yield doc[i], doc[last], *found
                i = last
                break
        i += 1


def territory(text: str) -> tuple[str, str] | None:
    """Return the sort and the name of a country or state; an abbreviation or an adjective names none here."""
    if gazetteer.is_abbreviation(text) or gazetteer.is_adjective(text) or text.isupper():
        return None
    if state := gazetteer.state_of(text):
        return "state", state
    code = gazetteer.country_of(text)
    return ("country", gazetteer.country_name(code)) if code else None


def _is_person(token: Token, reading: Reading) -> bool:
    entity = reading.entities.of(token)
    return token.ent_type_ == "PER" or (entity is not None and entity.type == PERSON)


def bearer(a: Account, reading: Reading) -> str | None:
    """Return the person whom a place tells apart: "Representative Ann Marsh of Ohio", "Ohio Governor Ann Marsh"."""
    doc, sentence = reading.doc, a.sentence.tokens
    above = chain(*((t.head, *(c for c in t.head.children if c.dep_ in NAMING)) for t in _up(a.last)))
    before = takewhile(_is_nominal, reversed(doc[max(sentence.start, a.first.i - BESIDE) : a.first.i]))
    after = takewhile(_is_nominal, doc[a.last.i + 1 : min(a.last.i + BESIDE, sentence.end)])
    for token in chain(above, before, after):
        entity = reading.entities.of(token)
        if entity is not None and entity.type == PERSON:
            return entity.name
    return None


def _is_nominal(token: Token) -> bool:
    return token.pos_ not in {"VERB", "AUX", "ADV", "PRON"}


def _up(token: Token) -> Iterator[Token]:
    """Yield a token and the nouns above it in its noun phrase."""
    while token.head != token and token.head.pos_ in {"NOUN", "PROPN"}:
        yield token
        token = token.head


def is_one_of_several(a: Account) -> bool:
    """Return whether another country or state stands beside a place, joined by a comma, or another name by "and"."""
    doc, start, end = a.first.doc, a.first.i, a.last.i + 1
    before = [doc[i : start - 1].text for i in (start - 2, start - 3) if i >= a.sentence.tokens.start]
    after = [doc[end + 1 : i].text for i in (end + 2, end + 3) if i <= a.sentence.tokens.end]
    joins = [start > 0 and doc[start - 1].lower_ in JOINS, end < len(doc) and doc[end].lower_ in JOINS]
    named = any(join and any(map(territory, names)) for join, names in zip(joins, (before, after), strict=True))
    return named or any(t.pos_ == "PROPN" and t.dep_ == "conj" for t in (a.last, *a.last.children))
