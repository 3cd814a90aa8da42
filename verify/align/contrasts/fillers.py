"""One statement with two names in the same part of it: "Peru sued Chile over the border" beside "Bolivia sued Chile over the border".

The verb and two other arguments, or one in sentences that are alike, must be the same. Names of one sort are held against each other: countries
and states by the atlas, people and organisations by their spelling. Nothing is made of names that the other article mentions too: it may then tell
of both. Verbs that report are left out, since many people say the same things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.retyped import is_spelling
from verify.align.contrasts.statements import Statement
from verify.align.contrasts.surroundings import Edge, known_again, part
from verify.claims.framed import framed
from verify.language.content_words import key
from verify.language.gazetteer import country_of, state_of
from verify.language.grammar.assertion import is_negated
from verify.model import Claim, Kind, Value
from verify.values.name import Name
from verify.values.name import compare as compare_names
from verify.values.place import Place
from verify.values.place import compare as compare_places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

LABELS = ("the same word", "the same words around it", "another name in its place")
SORTS = {"PER": "person", "ORG": "organisation"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Filler:
    """A name as one argument of a statement, with the arguments beside it."""

    statement: Statement
    token: Token
    value: Value
    around: frozenset[Edge]


Fillers = Mapping[tuple[str, str], Sequence[Filler]]
"""The names of an article by the verb of their statement and their part in it."""


def find_fillers(left: Fillers, right: Fillers, *, least: int) -> Iterator[Contrast]:
    """Yield the names that two articles put in the same part of one statement."""
    for place, ours in left.items():
        for a, b in product(ours, right.get(place, ())):
            if not _other(a, b, least) or _mentioned(a, b.statement.reading) or _mentioned(b, a.statement.reading):
                continue
            if found := contrast(_claim(a), _claim(b), labels=LABELS, note="said of the same matter"):
                yield found


def fillers(found: Sequence[Statement]) -> Fillers:
    """Return the names in the statements of an article."""
    out: dict[tuple[str, str], list[Filler]] = defaultdict(list)
    for statement in found:
        for filler in _fillers(statement):
            out[key(statement.word), part(filler.token)].append(filler)
    return out


def _fillers(statement: Statement) -> Iterator[Filler]:
    for child in statement.word.children:
        alone = not any(c.dep_ in {"conj", "appos"} for c in child.children) and not is_negated(child)
        if part(child) in {"who", "whom"} and alone and (value := _value(child, statement.reading)):
            rest = statement.around - {(part(child), key(child))}
            yield Filler(statement=statement, token=child, value=value, around=rest)


def _value(token: Token, reading: Reading) -> Value | None:
    if token.pos_ != "PROPN":
        return None
    if country_of(token.text) or state_of(token.text):
        return next((p.value for p in reading.places if p.first <= token.i <= p.last), None)
    name = reading.entities.name_of(token)
    return Name(name=name, type=SORTS[token.ent_type_]) if name and token.ent_type_ in SORTS else None


def _other(a: Filler, b: Filler, least: int) -> bool:
    """Return whether two names in one part are of one sort and of two bearers."""
    if a.statement.negated != b.statement.negated or a.statement.future != b.statement.future:
        return False
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        other = compare_places(a.value, b.value) == "disjoint"
    elif isinstance(a.value, Name) and isinstance(b.value, Name) and a.value.type == b.value.type:
        other = compare_names(a.value, b.value) == "disjoint" and not is_spelling(a.value, b.value)
    else:
        return False
    return other and known_again(a.token, a.around, b.token, b.around, least)


def _mentioned(filler: Filler, reading: Reading) -> bool:
    """Return whether the other article has the last word of a name, or the country, anywhere."""
    if isinstance(filler.value, Place):
        return any(compare_places(filler.value, p.value) != "disjoint" for p in reading.places)
    return filler.value.label().split()[-1].lower() in {t.lower_ for t in reading.doc}


def _claim(filler: Filler) -> Claim | None:
    parts = [filler.token, *(c for c in filler.token.children if c.dep_ in {"flat", "compound"} and c.pos_ == "PROPN")]
    ends = (min(t.i for t in parts), max(t.i for t in parts))
    kind: Kind = "place" if isinstance(filler.value, Place) else "person"
    subject = None if kind == "place" else filler.value.label()
    return framed(kind, ends, filler.value, filler.statement.reading, head=filler.token, subject=subject)
