"""One thing of two kinds: "shot in the arm" beside "shot in the leg", a measles outbreak and an outbreak of mumps.

The words that stand around must be the same. Nothing is made of kinds that the other article mentions too, of several things, nor of what
happened to people with two names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.statements import FURTHER
from verify.align.contrasts.surroundings import asserted, part, surroundings
from verify.claims.framed import framed
from verify.language.content_words import key, telling
from verify.language.grammar.assertion import is_negated
from verify.language.grammar.governor import verb_above
from verify.language.kinds import KindOfThing, kinds_of
from verify.language.reading import Reading
from verify.model import Claim, Thing
from verify.values.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

LABELS = ("the same words around it", "kinds that exclude each other")
NOTE = "said of the same matter"
SEVERAL = frozenset({"NNS", "NNPS"})
MODIFIER = frozenset({"compound", "amod"})
DEEDS = frozenset({"event"})
"""Classes of kinds of which a verb can tell too: "collapsed"."""
TELLING_NOW = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instance:
    """A word for a thing of some kind, with the words around it and the people and numbers of its clause.

    `noun` is the word that it modifies ("measles outbreak"), without which it is not known again.
    """

    reading: Reading
    token: Token
    kind: KindOfThing
    around: frozenset[str]
    noun: frozenset[str]
    people: frozenset[str]
    numbers: frozenset[str]


def find_kinds(left: Sequence[Instance], right: Sequence[Instance], *, least: int) -> Iterator[Contrast]:
    """Yield the kinds that two articles give to one thing, known again by at least as many words around it."""
    rivals = [(a, b) for a, b in product(left, right) if _rivals(a, b, least)]
    told: set[object] = set()
    for a, b in sorted(rivals, key=lambda pair: -len(pair[0].around & pair[1].around)):
        said = (a.kind, b.kind)
        if not {a, b, said} & told and (found := contrast(_claim(a), _claim(b), labels=LABELS, note=NOTE)):
            told |= {a, b, said}
            yield found


def _rivals(a: Instance, b: Instance, least: int) -> bool:
    """Return whether two words name kinds of one thing of which the other article knows nothing."""
    shared = a.around & b.around
    if not a.kind.excludes(b.kind) or len(shared) < least or not a.noun | b.noun <= shared or _others(a, b):
        return False
    return not _mentioned(a, b.reading) and not _mentioned(b, a.reading)


def instances(reading: Reading) -> tuple[Instance, ...]:
    """Return the single things of a known kind that an article plainly asserts."""
    return tuple(i for s in reading.sentences for t in s.tokens for i in _instances(t, reading))


def _instances(token: Token, reading: Reading) -> Iterator[Instance]:
    found = _kinds(token)
    if not found or _is_several(token) or _is_joined(token) or is_negated(token) or not asserted(token, reading):
        return
    verb = verb_above(token)
    clause = [c for v in (verb, *_beside(verb)) for c in v.children if part(c)]
    within = [c for word in clause for c in word.children]
    if any(t.lower_ in FURTHER for t in (*token.children, *token.head.children, *within)):
        return
    words = (*(w for _, w in surroundings(token)), *(key(t) for t in (*clause, *within, *_beside(verb)) if telling(t)))
    people = {n for c in clause if (n := reading.entities.name_of(c)) and c.ent_type_ == "PER"}
    numbers = {t.lemma_.lower() for t in within if t.dep_ == "nummod"}
    for kind in found:
        yield Instance(
            reading=reading,
            token=token,
            kind=kind,
            around=frozenset(words) - {key(t) for t in (token, token.head) if _kinds(t)},
            noun=frozenset({key(token.head)} if token.dep_ in MODIFIER else ()),
            people=frozenset(people),
            numbers=frozenset(numbers),
        )


def _is_several(token: Token) -> bool:
    """Return whether a word is a plural, but for diseases that look like one, or one of a list."""
    plural = token.tag_ in SEVERAL and not kinds_of(token.lower_)
    return plural or token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children)


def _is_joined(token: Token) -> bool:
    """Return whether a word is joined to others by a hyphen: "air-ambulance"."""
    return any(t.text == "-" for t in token.doc[max(token.i - 1, 0) : token.i + 2])


def _kinds(token: Token) -> tuple[KindOfThing, ...]:
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return ()
    noun = token.head.lemma_.lower()
    found = kinds_of(token.lower_, noun) or kinds_of(token.lemma_.lower(), noun)
    return tuple(k for k in found if (k.sort in DEEDS) or token.pos_ != "VERB")


def _beside(verb: Token) -> Iterator[Token]:
    """Yield the verbs that tell more of the same event: "collapsed, killing two"."""
    yield from (c for c in verb.children if c.dep_ in {"advcl", "conj"} and c.pos_ == "VERB")


def _others(a: Instance, b: Instance) -> bool:
    """Return whether two statements are of people of other names or in another number."""
    return any(x and y and not x & y for x, y in ((a.people, b.people), (a.numbers, b.numbers)))


def _mentioned(instance: Instance, reading: Reading) -> bool:
    """Return whether the other article speaks anywhere of a thing of this kind; what is so in general does not count."""
    kinds = (k for t in reading.doc if not _general(t) for k in _kinds(t))
    return any(k.agrees(instance.kind) for k in kinds)


def _general(token: Token) -> bool:
    """Return whether a plural tells of all of its kind: "most deaths are caused by explosions"."""
    return (
        token.tag_ == "NNS"
        and not any(c.dep_ in {"det", "nummod", "nmod:poss"} for c in token.children)
        and (any(t.tag_ in TELLING_NOW for t in (verb_above(token), *verb_above(token).children)))
    )


def _claim(instance: Instance) -> Claim | None:
    token = instance.token
    noun = token.head if token.dep_ in {"compound", "amod"} else None
    thing = Thing(text=noun.text, head=noun.lemma_.lower()) if noun is not None else None
    value = Name(name=token.lower_, type="attribute")
    return framed("event", (token.i, token.i), value, instance.reading, head=token, thing=thing)
