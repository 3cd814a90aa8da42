"""Who does what to whom, where and when: the event that governs a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs
from verify.language.scope import place_around, time_around
from verify.model import UNATTRIBUTED, Speech, Value

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

SUBJECT, PASSIVE = {"nsubj", "csubj"}, {"nsubj:pass", "csubj:pass", "nsubjpass"}
OBJECT = {"obj", "dobj"}
BECOMING = frozenset({"become", "fall", "get", "go", "turn"})
CLAUSE = {"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "advcl:relcl", "relcl"}
NOMINAL = {"nmod", "nmod:of", "obl", "nmod:poss", "compound", "appos", "nmod:desc", "nmod:unmarked", "obl:unmarked"}
ARGUMENT = {"xcomp", "obj", "obl", "nsubj", "nsubj:pass", "acl"}
NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "without"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The event of a word: its lemma, the words that play a part in it, its place, time, polarity and speaker."""

    predicate: str | None = None
    agent: str | None = None
    patient: str | None = None
    place: Value | None = None
    time: Value | None = None
    participants: tuple[str, ...] = ()
    negated: bool = False
    speech: Speech = UNATTRIBUTED


def frame_at(token: Token, reading: Reading) -> Frame:
    """Return the frame of the event that governs a token (the head of what is counted, a name, a place)."""
    event = event_of(token)
    agent, patient = parties(event, token)
    return Frame(
        predicate=event.lemma_.lower(),
        agent=phrase(agent, reading) if agent is not None else None,
        patient=phrase(patient, reading) if patient is not None else None,
        place=place_around(token, event, reading),
        time=time_around(token, event, reading),
        participants=participants(event, reading),
        negated=is_negated(event) or (token != event and is_negated(token)),
        speech=reading.speech.at(token),
    )


def event_of(token: Token) -> Token:
    """Return the word that carries the event: the token itself ("15 dead"), what modifies it, or what governs it."""
    if event_group(token.lemma_.lower()) and token.pos_ in {"NOUN", "ADJ"}:
        return token
    governor = _governor(first_conjunct(token))
    if (state := _entered(governor)) is not None:
        return state
    if event_group(governor.lemma_.lower()) and governor.lemma_.lower() not in light_verbs():
        return governor
    return _modifier(token) or _content(governor, token)


def _entered(verb: Token) -> Token | None:
    """Return the state that a verb of becoming leads to: "fell ill", "went missing"."""
    if verb.lemma_.lower() not in BECOMING:
        return None
    states = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"ADJ", "VERB"})
    return next((c for c in states if event_group(c.lemma_.lower()) and c.tag_ != "VB"), None)


def first_conjunct(token: Token) -> Token:
    """Return the first member of the coordination that a token stands in."""
    while (
        token.dep_ == "conj" and token.head != token and token.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"}
    ):
        token = token.head
    return token


def _governor(token: Token) -> Token:
    """Climb from a nominal to the verb, or to the event noun, that it belongs to."""
    at = token
    for _ in range(12):
        head = at.head
        if head == at:
            return at
        if head.pos_ in {"VERB", "AUX"} or event_group(head.lemma_.lower()):
            return head
        if head.pos_ in {"ADJ", "NOUN"} and any(c.dep_ == "cop" for c in head.children) and at.dep_ in SUBJECT:
            return head
        at = head
    return at


def _modifier(token: Token) -> Token | None:
    """Return an event word that modifies a token: "wounded soldiers", "people killed", "who died"."""
    for child in token.children:
        if child.dep_ in {"amod", "acl", "acl:relcl", "relcl", "acl:participial"} and event_group(child.lemma_.lower()):
            return child
    return None


def _content(verb: Token, token: Token) -> Token:
    """Return, for a light verb, the word of its clause that carries the event ("carried out strikes", "left two dead")."""
    if verb.lemma_.lower() not in light_verbs():
        return verb
    for child in sorted(verb.children, key=lambda c: (c.dep_ not in {"xcomp", "acl"}, c.dep_.startswith("nsubj"), c.i)):
        beside = child != token and child.dep_ in ARGUMENT and not _holds(child, token)
        if beside and event_group(child.lemma_.lower()):
            return child
    for child in verb.children:
        if child.dep_ == "obj" and _holds(child, token) and event_group(child.lemma_.lower()):
            return child
    return verb


def _holds(ancestor: Token, token: Token) -> bool:
    return ancestor == token or ancestor.is_ancestor(token)


def parties(event: Token, token: Token) -> tuple[Token | None, Token | None]:
    """Return agent and patient of an event word; `token` belongs to one of them and decides where the tree is silent."""
    if event.pos_ in {"VERB", "AUX"} or any(c.dep_ in SUBJECT | PASSIVE for c in event.children):
        return _verbal(event)
    return _nominal(event, token)


def _verbal(event: Token) -> tuple[Token | None, Token | None]:
    agent = patient = None
    for child in event.children:
        if child.dep_ in PASSIVE:
            patient = child
        elif child.dep_ in SUBJECT:
            agent = child
        elif child.dep_ in OBJECT or (child.dep_ == "iobj" and patient is None):
            patient = child
        elif child.dep_ in {"obl:agent", "agent"} or (child.dep_ == "obl" and _marked(child, "by")):
            agent = child
    if event.dep_ in {"acl", "amod"} and event.tag_ == "VBN" and patient is None:
        patient = event.head
    if event.dep_ in {"acl:relcl", "relcl"}:
        agent, patient = (_antecedent(x, event) for x in (agent, patient))
    if agent is None and event.dep_ in {"xcomp", "advcl", "conj"} and event.tag_ != "VBN" and event.head.pos_ == "VERB":
        agent = next((c for c in event.head.children if c.dep_ in SUBJECT), None)
    return agent, patient


def _antecedent(party: Token | None, event: Token) -> Token | None:
    """Return what a relative pronoun stands for."""
    return event.head if party is not None and party.tag_ in {"WDT", "WP"} else party


def _marked(token: Token, *words: str) -> bool:
    return any(c.dep_ == "case" and c.lower_ in words for c in token.children)


def _nominal(event: Token, token: Token) -> tuple[Token | None, Token | None]:
    """Return who did and who suffered what a noun or adjective names: "U.S. strikes", "the death of a citizen"."""
    agent = patient = None
    for child in event.children:
        if child.dep_.startswith("nmod") and _marked(child, "of", "on", "against"):
            patient = patient or child
        elif child.dep_.startswith("nmod") and _marked(child, "by"):
            agent = child
        elif child.dep_ in {"nmod:poss", "compound", "amod"} and child.ent_type_ in {"LOC", "ORG", "PER", "NORP"}:
            agent = agent or child
    if patient is None and event.pos_ == "ADJ" and event.head.pos_ in {"NOUN", "PROPN"}:
        patient = event.head
    return agent, patient if patient is not None or token == event else token


def is_negated(token: Token) -> bool:
    """Return whether a negation hangs on a word or on its auxiliaries."""
    return any(
        c.lower_ in NEGATIONS and c.dep_ in {"advmod", "det", "neg", "cc:preconj", "aux"} for c in token.children
    )


def phrase(token: Token, reading: Reading) -> str:
    """Return the name of the entity that a token belongs to, else its noun phrase without article, clauses and prepositions."""
    name = reading.entities.name_of(token)
    if name:
        return name
    keep = {"compound", "amod", "flat", "nummod", "nmod:poss", "nmod:desc"}
    words = sorted([token, *_inside(token, keep)], key=lambda t: t.i)
    return " ".join(w.text for w in words if w.pos_ != "PUNCT")


def _inside(token: Token, keep: set[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in keep and not (child.lower_ == "old" and child.i and child.nbor(-1).text in {"-", "–"}):
            yield child
            yield from _inside(child, keep)


def participants(event: Token, reading: Reading) -> tuple[str, ...]:
    """Return the names that stand in the event's clause, each once, in order."""
    names = (reading.entities.name_of(t) for t in clause(clause_root(event)) if t.ent_type_ or t.pos_ == "PROPN")
    return tuple(dict.fromkeys(n for n in names if n))


def clause_root(event: Token) -> Token:
    """Return the word at the top of the clause that an event stands in."""
    at = event
    while at.head != at and at.dep_ not in CLAUSE and not (at.dep_ == "conj" and at.pos_ == "VERB"):
        at = at.head
    return at


def clause(event: Token) -> tuple[Token, ...]:
    """Return the words of the event's clause: its subtree without the clauses that hang on it."""
    out, stack = [], [event]
    while stack:
        at = stack.pop()
        out.append(at)
        stack.extend(c for c in at.children if c.dep_ not in CLAUSE and not (c.dep_ == "conj" and c.pos_ == "VERB"))
    return tuple(sorted(out, key=lambda t: t.i))
