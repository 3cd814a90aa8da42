"""Who comes to harm in an event, and by which word the text says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.quantity.things import word_lists
from verify.language.events import HARM, event_group
from verify.language.grammar.arguments import objects, subject_beside
from verify.language.grammar.assertion import told
from verify.language.grammar.governor import OBJECT, PASSIVE, above, first_conjunct, has_copula
from verify.language.inflection import infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

SETTING_OFF = frozenset({",", "–", "—", "-", "(", "and", ";"})
"""What stands before a number of those just told of."""
REACH = 4
"""Words behind those who are harmed, or behind a verb, within which stands what they are presumed to be."""
CLAUSAL = {"acl", "acl:relcl", "relcl", "advcl", "advcl:relcl"}


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(word_lists()["harm"][name])


@cache
def _rank() -> dict[str, int]:
    return {
        w: i for i, name in enumerate(("deadly", "hurting", "other", "accusing")) for w in word_lists()["harm"][name]
    }


def harm_of(victim: Token) -> str | None:
    """Return the lemma of the gravest event that a token is the victim of, None where it comes to no harm.

    The state right behind the victim goes before what its clause tells: "left one dead and three others injured".
    """
    behind = victim.nbor() if victim.i + 1 < victim.sent.end else None
    if behind is not None and behind.lower_ in _class("states") and _is_state(behind):
        return _deed(behind)
    if lemma(victim) in _class("selves") and victim.pos_ == "NOUN":
        return lemma(victim)
    if (some := _own_adverb(victim)) is not None:
        return "kill" if event_group(lemma(some.head)) else None
    if (verb := _listed_deed(victim)) is not None:
        return _deed(verb)
    found = [word for word in _events(first_conjunct(victim)) if word in _rank()]
    return min(found, key=lambda w: _rank()[w]) if found else None


def _is_state(word: Token) -> bool:
    """Return whether a word behind a noun tells its state: an adjective, a participle, one that the parser took for a verb but nobody suffers."""
    return word.tag_ in {"JJ", "VBN", "NN", "NNS"} or (word.tag_ == "VBD" and not objects(word))


def _deed(state: Token) -> str:
    """Return the verb of a participle that the parser took for an adjective ("left five injured"), else the word itself."""
    return infinitive(state.lower_, "VBN", _rank()) or lemma(state)


def lemma(token: Token) -> str:
    """Return the lemma in lower case; a participle that the parser took for an adjective is its own."""
    return token.lemma_.lower()


def _events(victim: Token) -> Iterator[str]:
    head, dep = victim.head, victim.dep_
    if lemma(victim) in _class("selves") and victim.pos_ in {"NOUN", "ADJ"}:
        yield lemma(victim)
    if dep in PASSIVE | OBJECT:
        yield from _verbs(head if dep in PASSIVE else _nearest(victim, head), passive=dep in PASSIVE)
        yield from (w for c in head.children if c.dep_ in {"xcomp", "ccomp"} for w in _wounds(c) if dep in OBJECT)
    if dep in {"nsubj", "csubj"}:
        yield from _subject(head)
    if dep.startswith("nmod") and not any(c.dep_ == "case" and c.lower_ in {"by", "at", "in"} for c in victim.children):
        yield from _noun(head)
    for child in victim.children:
        if child.dep_ == "acl" and child.i < victim.i:
            continue
        if child.dep_ in {"amod", "acl"} and (child.tag_ == "VBN" or lemma(child) in _class("states")):
            yield from _verbs(child, passive=True)
        elif child.dep_ in {"acl", "advcl"} and lemma(child) in _class("bearing"):
            yield from _wounds(child)
        elif child.dep_ in CLAUSAL and any(c.dep_ in PASSIVE and c.tag_ in {"WP", "WDT"} for c in child.children):
            yield from _verbs(child, passive=True)
        elif child.dep_ in CLAUSAL and any(c.dep_ == "nsubj" and c.tag_ in {"WP", "WDT"} for c in child.children):
            yield from _subject(child)


def _noun(noun: Token) -> Iterator[str]:
    """Yield the harm that a noun tells of whom it is of: "the death of", "the fatal shooting of"."""
    if {lemma(noun), noun.lower_} & _class("nouns"):
        yield lemma(noun)
        yield from (lemma(c) for c in noun.children if c.dep_ == "amod" and lemma(c) in _class("deadly"))
    if lemma(noun) == "life" and lemma(noun.head) in _class("taking"):
        yield "die"


def _verbs(verb: Token, *, passive: bool) -> Iterator[str]:
    """Yield what a verb and those coordinated with it do to the one who suffers them."""
    if not told(verb).real:
        return
    yield from _graver(verb)
    for other in verb.children:
        if (
            other.dep_ == "conj"
            and other.pos_ in {"VERB", "ADJ"}
            and not any(c.dep_ in {"nsubj", *PASSIVE, *OBJECT} for c in other.children)
            and (passive or other.tag_ != "VBN")
            and lemma(other.nbor(-1)) not in _class("presuming")
        ):
            yield from _verbs(other, passive=passive)


def _graver(verb: Token) -> Iterator[str]:
    """Yield a verb's lemma, "kill" where it is said to be deadly, and the state in which it leaves somebody."""
    deadly = any(c.lower_ in _class("fatally") and (not c.i or _counted_by(c) is None) for c in verb.children)
    yield "kill" if deadly and lemma(verb) in _rank() else lemma(verb)
    if lemma(verb) in _class("leaving") | _class("presuming"):
        for child in verb.children:
            if child.dep_ in {"xcomp", "advcl", "obj", "amod", "advmod"} and child.lower_ in _class("states"):
                yield _deed(child)
    if lemma(verb) in _class("presuming"):
        yield from (w for c in verb.children if c.dep_ == "xcomp" for w in (lemma(c), *_subject(c)))
    yield from _wounds(verb)


def _counted_by(adverb: Token) -> Token | None:
    """Return the number of victims of whom alone an adverb is told: "five people were shot, one fatally", "two of them fatally"."""
    at = adverb.i - 1 if adverb.nbor(-1).pos_ != "PRON" else adverb.i - 3
    number = adverb.doc[max(at, 1)]
    return number if number.pos_ == "NUM" and number.nbor(-1).text in SETTING_OFF else None


def _own_adverb(number: Token) -> Token | None:
    """Return the word by which a number of victims, not all of a verb's, is told to have died."""
    behind = number.doc[number.i + 1 : min(number.i + 4, number.sent.end)] if number.pos_ == "NUM" else ()
    return next((t for t in behind if t.lower_ in _class("fatally") and _counted_by(t) == number), None)


def _listed_deed(victim: Token) -> Token | None:
    """Return the verb that a list of deeds has for those who suffer it, where it is parsed as their state: "killed 100, injured thousands"."""
    before = victim.nbor(-1) if victim.dep_ == "conj" and victim.i - 1 > victim.sent.start else None
    if before is None or before.head != victim or before.tag_ not in {"VBN", "VBD"} or lemma(before) not in _rank():
        return None
    return before if before.nbor(-1).text in SETTING_OFF else None


def _nearest(victim: Token, head: Token) -> Token:
    """Return the verb that stands right before those who suffer it, where the parser hangs them on the one it is joined to ("killing three and
    wounding 16").
    """
    edge = victim.left_edge.i
    before = victim.doc[edge - 1] if edge > victim.sent.start else head
    return before if before.dep_ == "conj" and before.head == head and before.pos_ == "VERB" else head


def _wounds(verb: Token) -> Iterator[str]:
    """Yield the wounds with which somebody is found or brought to a hospital."""
    for child in verb.children:
        found = child.dep_.startswith(("obl", "nmod")) and lemma(child) in {"wound", "injury"}
        if found and any(c.lower_ in {"with", "from", "for"} for c in child.children):
            yield lemma(child)


def _subject(verb: Token) -> Iterator[str]:
    """Yield the harm that a verb or a state tells of its subject."""
    if not told(verb).real:
        return
    word = lemma(verb)
    yield from _wounds(verb)
    if word in _class("suffered") or (verb.lower_ in _class("states") and has_copula(verb)):
        yield word
    goals = objects(verb)
    if word in _class("bearing"):
        yield from (lemma(o) for o in goals if lemma(o) in _rank())
    if word == "lose" and any(lemma(o) == "life" for o in goals):
        yield "die"
    for other in verb.children:
        if (
            other.dep_ == "conj"
            and other.pos_ == "VERB"
            and not any(c.dep_ in {"nsubj", *PASSIVE} for c in other.children)
            and lemma(other.nbor(-1)) not in _class("presuming")
        ):
            yield from _subject(other)


def struck(victim: Token) -> str | None:
    """Return "shoot" or "stab" for "shooting victims", and for those struck "by gunfire" or with a knife."""
    beside = {lemma(c) for c in victim.children if c.dep_ in {"compound", "amod"}}
    words = beside if lemma(victim) in _class("groups") else set()
    verbs = [c for c in victim.children if c.dep_ in CLAUSAL] + [victim.head] * (victim.dep_ in PASSIVE | OBJECT)
    for verb in verbs:
        if lemma(verb) in _class("striking") and told(verb).real:
            by = (c for c in verb.children if c.dep_.startswith(("obl", "nsubj")))
            words |= {lemma(c) for c in by} | {"shot" for v in (verb, *_led(verb)) if fires(v)}
    return "shoot" if words & _class("shot") else "stab" if words & _class("stabbed") else None


def presumed(victim: Token) -> bool:
    """Return whether the harm that somebody comes to is only presumed: "six are feared dead", "two presumed drowned", "is believed to have died"."""
    first = first_conjunct(victim)
    verbs = [first.head] if first.dep_ in PASSIVE | OBJECT | {"nsubj"} and first == victim else []
    behind = victim.doc[victim.i + 1 : min(victim.i + REACH, victim.sent.end)]
    verbs += [
        t for t in behind if t.head == victim or victim.is_ancestor(t) or t.i == victim.i + 1 or t.head == first.head
    ]
    return any(lemma(v) in _class("presuming") and v.tag_ in {"VBN", "VBD", "JJ"} and _bears(v) for v in verbs)


def _bears(verb: Token) -> bool:
    """Return whether a harm or a loss stands right behind a verb, or is what it holds somebody to have come to."""
    held = [c for c in verb.children if c.dep_ == "xcomp"]
    behind = [*held, *verb.doc[verb.i + 1 : min(verb.i + REACH + 1, verb.sent.end)]]
    return any(lemma(t) in _rank() or event_group(lemma(t)) in HARM for t in behind)


def _led(verb: Token) -> Iterator[Token]:
    """Yield the verbs that a verb without a subject of its own goes on from: "opened fire, hitting five"."""
    while verb.dep_ in {"advcl", "conj", "xcomp"} and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
        yield verb


def fires(verb: Token) -> bool:
    """Return whether a verb fires a weapon."""
    weapons = any(lemma(o) in word_lists()["parts"]["fired"] for o in objects(verb))
    return weapons and lemma(verb) in word_lists()["parts"]["firing"]


def listed_among(token: Token) -> str | None:
    """Return the harm of those who are listed: "the dead included 32 Kenyans", "two were among the injured"."""
    verb = first_conjunct(token).head
    if any(c.dep_ == "case" and c.lower_ == "among" for c in verb.children):
        return next((lemma(c) for c in (verb, *verb.children) if lemma(c) in _class("groups")), None)
    if lemma(verb) not in _class("listing"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and lemma(c) in _class("groups")), None)
    return lemma(subject) if subject is not None else None


def death_toll(token: Token) -> str | None:
    """Return the harm that a toll counts where a number is its level: "the death toll rose to 27"."""
    near = (
        noun for at in (token, *above(token)) for noun in (at, subject_beside(at), *objects(at)) if noun is not None
    )
    toll = next((noun for noun in near if lemma(noun) == "toll"), None)
    told_of = toll.children if toll is not None else ()
    return next((lemma(c) for c in told_of if c.dep_ in {"compound", "amod"} and lemma(c) in _rank()), None)
