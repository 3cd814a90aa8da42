"""How a statement is meant: affirmed or denied, as a fact, a possibility, an expectation or a condition; words in `data/assertion.toml`.

Every word of an article has its assertion: it inherits that of the word above it, as far as a scope reaches, and cues beside it or above it turn
it. "Not only", "no fewer than" and "not until Monday" deny nothing, two denials cancel each other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from verify.language.events import event_group
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT
from verify.model import Modality
from verify.values.atlas import DATA

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CORE = SUBJECT | PASSIVE | OBJECT
GIVEN = frozenset({"nsubj", "obl", "nmod"})
"""Relations in which a noun of event is taken for granted: "did not comment on the deaths"."""
MODIFYING = frozenset({"compound", "amod"})
FRESH = frozenset({"appos", "parataxis", "acl", "acl:relcl", "advcl", "advcl:relcl"})
"""Relations that a denial above does not reach into."""
INVERTED = frozenset({"Should", "Had", "Were"})
"""Words that begin a condition without "if"."""
Category = Modality | Literal["denied"]
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
class Cue:
    """What a word does to its scope, and the relations and parts of speech in which it does so."""

    category: Category
    direction: str
    scope: frozenset[str]
    on: frozenset[str]


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
    return _turned(PLAIN, _beside(token)).negated != is_none(token)


def is_ahead(verb: Token) -> bool:
    """Return whether what a verb tells is still to come: "will open", "is scheduled for", "may close", but not "may have closed"."""
    beside = [c for c in verb.children if c.dep_ == "aux"]
    if any(c.lemma_ == "have" and c.lower_ != "has" for c in beside):
        return False
    whole = not any(c.dep_ == "compound:prt" for c in verb.children)
    plans = whole and bool({verb.lemma_.lower(), verb.lower_} & _words("ahead", "planned"))
    modal = any(c.lower_ in _words("ahead", "modals") for c in beside)
    return (
        plans or modal or assertion(verb).modality == "expected" or any(c.lower_ == "upcoming" for c in verb.children)
    )


@cache
def negations() -> frozenset[str]:
    """Return the words that deny what they stand beside."""
    return frozenset(
        w for w, cues in _cues().items() if any(c.category == "denied" and c.direction != "below" for c in cues)
    )


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((DATA / "assertion.toml").read_text(encoding="utf-8"))


@cache
def _cues() -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues by their words."""
    out: dict[str, tuple[Cue, ...]] = {}
    for row in _table()["cue"]:
        scope, on = (frozenset(row.get(key, ())) for key in ("scope", "on"))
        cue = Cue(category=row["category"], direction=row["direction"], scope=scope, on=on)
        for word in row["words"]:
            out[word] = (*out.get(word, ()), cue)
    return out


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(_table()[section][key])


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
    own = _turned(came, _beside(token))
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
    if below := tuple(_below(token)):
        return _turned(above.full, below)
    relation = token.dep_
    if relation == "conj":
        return _joined(token, above)
    if relation in FRESH and not _is_content(token):
        follows = relation == "advcl" and token.tag_ == "VBG" and not _marks(token)
        return replace(above.outside, modality=above.full.modality if follows else above.outside.modality)
    if relation in {"ccomp", "csubj"} and above.full.negated != above.outside.negated:
        return _of_denied(token, above)
    if relation in CORE and is_none(token):
        return above.own
    if _is_until(token):
        return replace(above.full, negated=above.outside.negated)
    return above.outside if _is_given(token) else above.full


def _of_denied(clause: Token, above: State) -> Assertion:
    """Return what the clause of a denied word inherits: "not true that" denies it, "did not know that" grants it, "did not say that" leaves
    it open.
    """
    words = _lemmas(clause.head)
    if words & _words("content", "holding"):
        return above.full
    return above.outside if words & _words("content", "factive") else _turned(above.outside, ("possible",))


def _joined(token: Token, above: State) -> Assertion:
    """Return what one of a row inherits: a denial goes on over "or" and "nor", and over "and" between nouns that it reaches both."""
    links = {c.lower_ for c in token.children if c.i < token.i and c.dep_ in {"cc", "case"}}
    if links & _words("terminators", "goes_on") and not _has_subject(token):
        return above.full
    if links & _words("terminators", "ends") or _has_subject(token):
        return above.outside
    if token.pos_ in {"VERB", "AUX"} and token.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return replace(above.full, negated=above.outside.negated)
    return above.came


def _is_given(token: Token) -> bool:
    """Return whether a noun is taken for granted whatever its verb: a noun of event, what nothing is told about, a known whole ("of its 540
    workers").
    """
    if token.dep_ == "nmod" and is_none(token.head):
        return "of" not in _marks(token)
    known = any(c.dep_ == "nmod:poss" or c.lower_ in {"the", "these", "those"} for c in token.children)
    if token.dep_ == "nmod" and known and "of" in _marks(token):
        return True
    event = token.pos_ == "NOUN" and event_group(token.lemma_.lower()) is not None
    return token.dep_ in MODIFYING or (event and token.dep_ in GIVEN and not is_none(token) and not _is_any(token))


def _is_any(noun: Token) -> bool:
    return any(c.lower_ == "any" for c in noun.children)


def _is_content(token: Token) -> bool:
    """Return whether a clause tells what a noun contains: "no evidence that four died", "reports that"."""
    noun = token.head.lemma_.lower() in _words("content", "nouns")
    return noun and token.dep_.startswith("acl") and any(c.dep_ == "mark" for c in token.children)


def _below(token: Token) -> Iterator[Category]:
    """Yield the categories into which the word above turns what it governs."""
    head = token.head
    relations = set(_relations(token))
    for word in _lemmas(head):
        for cue in _cues().get(word, ()):
            if cue.direction == "below" and cue.scope & relations:
                yield cue.category


def _relations(token: Token) -> Iterator[str]:
    """Yield the relation to the word above, of a noun's clause only one with "to" or "that", and what a preposition makes of it: "cleared of",
    "kept from", "dismissed as".
    """
    if not token.dep_.startswith("acl") or _marks(token):
        yield token.dep_
    if token.dep_ in {"advcl", "obl"}:
        cases = {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}
        yield from ({"from"} if cases & {"of", "from"} else {"as"} if "as" in cases else ())


def _beside(token: Token) -> Iterator[Category]:
    """Yield the categories of the cues that hang on a word."""
    for child in token.children:
        for cue in _cues_of(child):
            modal = child.dep_ != "aux" or child.tag_ == "MD" or cue.category == "denied"
            if modal and not _is_idle(cue, child, token):
                yield cue.category
    if _is_arranged(token):
        yield "expected"
    if _is_conditional(token):
        yield "hypothetical"
    if any(c.dep_.startswith("acl") and _has_copula(c) and _denies_subject(c) for c in token.children):
        yield "denied"


def _cues_of(child: Token) -> Iterator[Cue]:
    """Yield the cues of direction "head" that a word is in its relation."""
    two = f"{child.nbor(-1).lower_} {child.lower_}" if child.i else ""
    for word in (child.lower_, two):
        for cue in _cues().get(word, ()):
            fits = (not cue.scope or child.dep_ in cue.scope) and (not cue.on or child.head.pos_ in cue.on)
            if cue.direction == "head" and fits:
                yield cue


def _is_idle(cue: Cue, child: Token, token: Token) -> bool:
    """Return whether a cue leaves things as they are: "not only", "did not sign until Monday", "to" behind "failed"."""
    if cue.category == "denied":
        return _is_pseudo(child) or any(_is_until(c) for c in token.children)
    return child.lower_ == "to" and "denied" in _below(token)


def _is_until(child: Token) -> bool:
    """Return whether a word tells until when: "did not sign until Monday" signs on Monday."""
    return child.dep_ in {"obl", "advcl", "advmod"} and bool(_marks(child) & _words("terminators", "lifted_by"))


def _is_pseudo(word: Token) -> bool:
    """Return whether a negation denies nothing: "not only", "no fewer than"."""
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return any(word.lower_ in row["words"] and following in row["before"] for row in _table()["pseudo"])


def is_none(token: Token) -> bool:
    """Return whether a noun phrase is of none at all: "nobody", "no deaths", "neither driver", "no one"."""
    return any(
        cue.direction == "phrase" and not _is_pseudo(word)
        for word in (token, *(c for c in token.children if c.dep_ in {"det", "cc:preconj"}))
        for cue in _cues().get(word.lower_, ())
    )


def _is_conditional(token: Token) -> bool:
    """Return whether a verb tells what would be on a condition that its sentence states."""
    if not any(c.lower_ == "would" for c in token.children):
        return False
    opening = token.sent[0].text in INVERTED and token.sent[-1].text != "?"
    clauses = (c for c in token.children if c.dep_ == "advcl")
    return opening or any(_marks(c) & {"if", "unless"} for c in clauses)


def _is_arranged(token: Token) -> bool:
    """Return whether a verb tells what is arranged: "is to close 12 shops"."""
    return token.tag_ == "VB" and "to" in _marks(token) and any(c.lemma_ == "be" for c in token.children)


def _has_copula(token: Token) -> bool:
    return any(c.dep_ == "cop" for c in token.children)


def _denies_subject(token: Token) -> bool:
    return any(cue.category == "denied" and "nsubj" in cue.scope for cue in _cues().get(token.lower_, ()))


def _has_subject(token: Token) -> bool:
    return any(c.dep_.startswith("nsubj") for c in token.children)


def _marks(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in {"mark", "case"}}


def _lemmas(token: Token) -> set[str]:
    """Return the words that a cue can have for a token: its lemma and form, with a particle behind it."""
    own = {token.lemma_.lower(), token.lower_}
    parts = [c.lower_ for c in token.children if c.dep_ == "compound:prt"]
    return own | {f"{word} {part}" for word in own for part in parts}
