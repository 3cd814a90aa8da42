"""The part that somebody plays in an event: one who is harmed, or one who is held to have done it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from verify.claims.quantity.harm import CLAUSAL, fires, harm_of, lemma
from verify.claims.quantity.things import word_lists
from verify.language.events import event_group
from verify.language.grammar.arguments import objects
from verify.language.grammar.assertion import told as told_as
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT, first_conjunct

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = Literal["killed", "harmed", "accused"]
REFLEXIVE = frozenset({"himself", "herself"})
BESIDE = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod", "nmod:unmarked"})


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of the section `parts`."""
    return frozenset(word_lists()["parts"][name])


@cache
def _accusing() -> frozenset[str]:
    return frozenset((*word_lists()["harm"]["accusing"], "arrest", "detain"))


def parts_of(token: Token) -> frozenset[Part]:
    """Return the parts that the clause of a token tells; who is killed is harmed as well."""
    part = part_of(token)
    return frozenset({"killed", "harmed"}) if part == "killed" else frozenset({part} if part else ())


def part_of(token: Token) -> Part | None:
    """Return whether somebody comes to harm or is accused in the clause of a token, None where neither is told."""
    own = participle(token) or next((p for t in _beside(token) if (p := _called(t))), None)
    if own is not None:
        return own
    harm = harm_of(token)
    if harm is not None:
        return "accused" if harm in _accusing() else "killed" if harm in word_lists()["harm"]["deadly"] else "harmed"
    for told in (_identified, _accused, _hurt, _one_of):
        if (part := told(first_conjunct(token))) is not None:
            return part
    bearer = _bearer(token)
    return part_of(bearer) if bearer is not None else None


def lived(token: Token, *, alone: bool) -> bool:
    """Return whether who was shot or stabbed lives: in what condition, that they survived, in what hospital they are.

    Where the article tells of a death, the sentence must say so, of several with one subject ("were shot but survived"): one of them may have died.
    """
    if not any(map(_tells_death, token.doc)):
        return any(map(_tells_life, token.doc))
    here = {lemma(t) for t in token.sent}
    if here & frozenset(word_lists()["harm"]["deadly"]):
        return False
    if not alone:
        return any(lemma(t) in words("living") and not _has_subject(t) for t in token.sent)
    return bool(here & words("living")) or ("condition" in here and bool(here & words("conditions")))


def _has_subject(verb: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in verb.children)


def _tells_death(token: Token) -> bool:
    """Return whether a word tells that somebody died: no "attempted murder", no "deadly weapon", nothing denied or only possible."""
    if lemma(token) not in word_lists()["harm"]["deadly"] or not told_as(token).real:
        return False
    if token.dep_ == "amod" and token.head.pos_ == "NOUN" and not event_group(lemma(token.head)):
        return lemma(token) in word_lists()["harm"]["states"]
    return not any(c.lower_ in words("attempted") for c in token.children)


def _tells_life(token: Token) -> bool:
    """Return whether a word tells that somebody who was struck lives, or is looked after."""
    if lemma(token) == "condition":
        return any(c.lower_ in words("conditions") for c in token.children)
    return lemma(token) in words("living") | words("hospitals") | frozenset(word_lists()["harm"]["hurting"])


def _bearer(token: Token) -> Token | None:
    """Return the noun that a name is set beside: "the driver, Tom Lee", "a man named Tom Lee"."""
    head = token.head
    if token.dep_ == "appos" and head.i < token.i:
        return head
    named = head.lower_ == "named" and head.dep_.startswith("acl") and head.head.i < head.i
    return head.head if named else None


def participle(token: Token) -> Part | None:
    """Return the part that a participle behind an age tells: "a 3-year-old shot in the head", "the 29-year-old accused"."""
    if token.i == 0 or not any(t.lower_ == "old" for t in token.doc[max(0, token.i - 2) : token.i]):
        return None
    if token.lower_ in words("charged"):
        return "accused"
    return "harmed" if token.lower_ in words("struck") else None


def _beside(token: Token) -> Iterator[Token]:
    """Yield a token and the nouns that say what it is: those right beside it in its phrase."""
    yield token
    if token.pos_ == "PROPN" and token.i and token.nbor(-1).pos_ == "NOUN":
        yield token.nbor(-1)
    yield from (c for c in token.children if c.dep_ in BESIDE and not any(g.dep_ == "case" for g in c.children))


def _called(token: Token) -> Part | None:
    """Return the part that a noun names by itself: "the victim", "the gunman"."""
    if any(c.dep_.startswith("acl") and lemma(c) in words("suspecting") and c.tag_ == "VBN" for c in token.children):
        return "accused"
    if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return None
    if lemma(token) in words("accused"):
        return "accused"
    return "harmed" if lemma(token) in words("victims") else None


def _identified(token: Token) -> Part | None:
    """Return the part of who is identified by a name: the victim, unless it is a suspect, or "he", who can be either."""
    verb = token.head
    if lemma(verb) not in words("naming") or not any(c.lower_ == "as" for c in token.children):
        return None
    parties = {lemma(c) for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}}
    told = {lemma(t) for t in verb.subtree}
    if parties & frozenset(word_lists()["victims"]["pronouns"]) and not told & words("victims"):
        return None
    return "accused" if parties & frozenset((*word_lists()["harm"]["suspects"], *words("accused"))) else "harmed"


def _accused(token: Token) -> Part | None:
    """Return "accused" for one who shoots, is charged, pleads or is in custody."""
    verb, dep = token.head, token.dep_
    if dep.startswith("nmod") and lemma(verb) in words("accusing_nouns") and not _owns(token):
        return "accused"
    verbs = [verb] if dep in SUBJECT | PASSIVE else []
    verbs += [c for c in token.children if c.dep_ in CLAUSAL and any(g.tag_ == "WP" for g in c.children)]
    return "accused" if any(_tried(v) or (dep not in PASSIVE and _does(v)) for v in verbs) else None


def _owns(token: Token) -> bool:
    return token.dep_ == "nmod:poss"


def _tried(verb: Token) -> bool:
    """Return whether a clause tells of a court or the police: its subject pleads, faces charges, is in custody."""
    below = {lemma(t) for t in verb.subtree if t.i - verb.i < 16}
    if lemma(verb) in {"face", "await"}:
        return bool(below & {"charge", "count", "trial", "sentencing", "arraignment"})
    near = {lemma(c) for c in verb.children if c.dep_.startswith("obl")} | {lemma(verb)}
    return lemma(verb) in words("tried") or "custody" in near


def _does(verb: Token) -> bool:
    """Return whether the subject of a verb harms somebody else, or fires a weapon."""
    if not told_as(verb).real:
        return False
    goals = objects(verb)
    if lemma(verb) in words("doing"):
        goals += [o for c in verb.children if c.dep_ == "conj" for o in objects(c)]
        return any(o.lower_ not in REFLEXIVE for o in goals)
    return fires(verb)


def _hurt(token: Token) -> Part | None:
    """Return "harmed" for one who is in critical condition, is taken to hospital, or shoots themselves."""
    verb, dep = token.head, token.dep_
    if any(c.dep_ == "nmod" and lemma(c) in {"wound", "injury"} and _with(c) for c in token.children):
        return "harmed"
    if dep not in SUBJECT | PASSIVE | OBJECT:
        return None
    told = lemma(verb) in words("treated") or _condition(verb) or _to_hospital(verb) or _on_self(verb)
    wounded = any(c.dep_.startswith("obl") and lemma(c) in {"wound", "injury"} and _with(c) for c in verb.children)
    return "harmed" if (told and dep not in OBJECT) or (wounded and dep in OBJECT) else None


def _one_of(token: Token) -> Part | None:
    """Return the part of those of whom somebody is said to be one: "Lee was one of four people hit by gunfire"."""
    if token.dep_ != "nsubj" or token.head.lower_ != "one":
        return None
    whole = next((c for c in token.head.children if c.dep_.startswith("nmod")), None)
    return part_of(whole) if whole is not None else None


def _with(token: Token) -> bool:
    return any(c.lower_ == "with" for c in token.children)


def _condition(verb: Token) -> bool:
    states = [verb, *(c for c in verb.children if c.dep_.startswith("obl"))]
    return any(lemma(s) == "condition" and {t.lower_ for t in s.subtree} & words("conditions") for s in states)


def _to_hospital(verb: Token) -> bool:
    places = {lemma(t) for c in verb.children if c.dep_.startswith("obl") for t in c.subtree}
    in_bed = lemma(verb) == "bed" and "hospital" in {lemma(c) for c in verb.children}
    return in_bed or (lemma(verb) in words("moved") and bool(places & words("hospitals")))


def _on_self(verb: Token) -> bool:
    """Return whether the subject turns a weapon on itself and on nobody else."""
    goals = objects(verb)
    if lemma(verb) in words("doing"):
        return bool(goals) and all(o.lower_ in REFLEXIVE for o in goals)
    return lemma(verb) == "turn" and any(c.lower_ in REFLEXIVE for c in verb.children if c.dep_.startswith("obl"))
