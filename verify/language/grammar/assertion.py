"""How a statement is meant: affirmed or denied, as a fact, a possibility, an expectation or a condition.

Every word of an article has its assertion: it inherits that of the word above it, as far as a scope reaches, and cues beside it or above it turn
it. "Not only", "no fewer than" and "not until Monday" deny nothing, two denials cancel each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verify.language.events import event_group
from verify.language.grammar.cues import Category, below, beside, is_none, is_until, lemmas, marks, words
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT, has_subject
from verify.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CORE = SUBJECT | PASSIVE | OBJECT
GIVEN = frozenset({"nsubj", "obl", "nmod"})
"""Relations in which a noun of event is taken for granted: "did not comment on the deaths"."""
MODIFYING = frozenset({"compound", "amod"})
FRESH = frozenset({"appos", "parataxis", "acl", "acl:relcl", "advcl", "advcl:relcl"})
"""Relations that a denial above does not reach into."""
RANK: tuple[Modality, ...] = ("asserted", "potential", "expected", "possible", "hypothetical")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """How a word is meant: whether what it tells is denied, and whether it is told as a fact, a possibility, to come or on a condition."""

    negated: bool = False
    modality: Modality = "asserted"

    @property
    def real(self) -> bool:
        """Whether it tells what is so."""
        return not self.negated and self.modality == "asserted"

    @property
    def distant(self) -> bool:
        """Whether it is held at a distance: possible, asked, or on a condition."""
        return self.modality in {"possible", "hypothetical"}


PLAIN = Assertion()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a word hands down: how it is meant in `full`, with its own cues alone (`own`), as it came, and how its clause came (`outside`)."""

    full: Assertion
    own: Assertion
    came: Assertion
    outside: Assertion


NONE_ABOVE = State(full=PLAIN, own=PLAIN, came=PLAIN, outside=PLAIN)


def assertion(token: Token) -> Assertion:
    """Return how a word is meant."""
    return _states(token.doc)[token.i].full


def told(verb: Token) -> Assertion:
    """Return how a verb is meant, be its subject or object none at all: "no one was killed" tells of killing."""
    return _states(verb.doc)[verb.i].own


def _states(doc: Doc) -> Sequence[State]:
    """Return what each word of an article hands down, kept with its Doc."""
    kept = doc.user_data.get("assertion")
    if kept is None:
        kept = doc.user_data["assertion"] = _read(doc)
    found: Sequence[State] = kept
    return found


def is_negated(token: Token) -> bool:
    """Return whether a word is denied by what stands right beside it: "not", "never", "no"."""
    return _turned(PLAIN, beside(token)).negated != is_none(token)


def is_ahead(verb: Token) -> bool:
    """Return whether what a verb tells is still to come: "will open", "is scheduled for", "may close", but not "may have closed"."""
    beside = [c for c in verb.children if c.dep_ == "aux"]
    if any(c.lemma_ == "have" and c.lower_ != "has" for c in beside):
        return False
    whole = not any(c.dep_ == "compound:prt" for c in verb.children)
    plans = whole and bool({verb.lemma_.lower(), verb.lower_} & words("ahead", "planned"))
    modal = any(c.lower_ in words("ahead", "modals") for c in beside)
    return (
        plans or modal or assertion(verb).modality == "expected" or any(c.lower_ == "upcoming" for c in verb.children)
    )


def _read(doc: Doc) -> tuple[State, ...]:
    """Return what all words hand down, those above before those below them."""
    found = [NONE_ABOVE] * len(doc)
    stack = [(token, NONE_ABOVE) for token in doc if token.head == token]
    while stack:
        token, above = stack.pop()
        # A blank says nothing; thousands of them on one word would each be asked about that word's children.
        state = above if token.is_space else _state(token, above)
        found[token.i] = state
        stack.extend((child, state) for child in token.children)
    return tuple(found)


def _state(token: Token, above: State) -> State:
    came = _came(token, above)
    own = _turned(came, beside(token))
    if is_none(token) and not (token.dep_ == "conj" and came.negated):
        own = replace(own, negated=not own.negated)
    whole = any(c.dep_ in CORE and is_none(c) for c in token.children)
    full = replace(own, negated=not own.negated) if whole else own
    clause = token.dep_ != "xcomp" and (token.pos_ in {"VERB", "AUX"} or token.head == token or token.dep_ in FRESH)
    return State(full=full, own=own, came=came, outside=came if clause else above.outside)


def _turned(meant: Assertion, categories: Iterable[Category]) -> Assertion:
    """Return an assertion that cues turn."""
    for category in categories:
        if category == "denied":
            meant = replace(meant, negated=not meant.negated)
        else:
            meant = replace(meant, modality=max(meant.modality, category, key=RANK.index))
    return meant


def _came(token: Token, above: State) -> Assertion:
    """Return the assertion that a word inherits, with what the word above does to it."""
    if token.head == token:
        return PLAIN
    if turned := tuple(below(token)):
        return _turned(above.full, () if above.full.negated and turned == ("possible",) else turned)
    relation = token.dep_
    if relation == "conj":
        return _joined(token, above)
    if relation in FRESH and not _is_content(token):
        follows = relation == "advcl" and token.tag_ == "VBG" and not marks(token)
        return replace(above.outside, modality=above.full.modality if follows else above.outside.modality)
    if relation in {"ccomp", "csubj"} and above.full.negated != above.outside.negated:
        return _of_denied(token, above)
    if relation in CORE and is_none(token):
        return above.own
    if is_until(token):
        return replace(above.full, negated=above.outside.negated)
    return above.outside if _is_given(token) else above.full


def _of_denied(clause: Token, above: State) -> Assertion:
    """Return what the clause of a denied word inherits: "not true that" denies it, "did not know that" grants it, "did not say that" leaves
    it open.
    """
    said = lemmas(clause.head)
    if said & words("content", "holding"):
        return above.full
    return above.outside if said & words("content", "factive") else _turned(above.outside, ("possible",))


def _joined(token: Token, above: State) -> Assertion:
    """Return what one of a row inherits: a denial goes on over "or" and "nor", and over "and" between nouns that it reaches both."""
    links = {c.lower_ for c in token.children if c.i < token.i and c.dep_ in {"cc", "case"}}
    if links & words("terminators", "goes_on") and not has_subject(token):
        return above.full
    if links & words("terminators", "ends") or has_subject(token):
        return above.outside
    if token.pos_ in {"VERB", "AUX"} and token.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return replace(above.full, negated=above.outside.negated)
    return above.came


def _is_given(token: Token) -> bool:
    """Return whether a noun is taken for granted whatever its verb: a noun of event, what nothing is told about, a known whole ("of its 540
    workers").
    """
    if token.dep_ == "nmod" and is_none(token.head):
        return "of" not in marks(token)
    known = any(c.dep_ == "nmod:poss" or c.lower_ in {"the", "these", "those"} for c in token.children)
    if token.dep_ == "nmod" and known and "of" in marks(token):
        return token.head.pos_ != "NUM" or any(c.dep_ == "nummod" for c in token.children)
    event = token.pos_ == "NOUN" and event_group(token.lemma_.lower()) is not None
    return token.dep_ in MODIFYING or (event and token.dep_ in GIVEN and not is_none(token) and not _is_any(token))


def _is_any(noun: Token) -> bool:
    return any(c.lower_ == "any" for c in noun.children)


def _is_content(token: Token) -> bool:
    """Return whether a clause tells what a noun contains: "no evidence that four died", "reports that"."""
    noun = token.head.lemma_.lower() in words("content", "nouns")
    return noun and token.dep_.startswith("acl") and any(c.dep_ == "mark" for c in token.children)
