"""What bears a name: a person, an organisation, a place or another thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from verify.language import gazetteer
from verify.language.acronyms import bindings
from verify.language.reporting import reporting_verb, word_lists
from verify.lists import load
from verify.values.name import sounds, titles, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NameType = Literal["person", "organisation", "place", "other"]
TYPES: dict[str, NameType] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "other",
    "EVENT": "other",
    "MISC": "other",
}
PERSON_EVIDENCE, FIRM_EVIDENCE = 5, 3
INSIDE = frozenset({"in", "near", "outside", "inside", "within", "around", "across"})
"""Prepositions behind which a name is that of a place."""
PARTY = re.compile(r"[RDI] ?[-–] ?[A-Z]")
"""Party and state of a member of Congress: "R-Ohio"."""

LAND = (("streets", "street"), ("counties", "county"), ("sites", "site"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """The tokens of one name, both ends included, and what bears it."""

    first: int
    last: int
    type: NameType


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `organisations.toml`."""
    table = load("organisations")
    return frozenset(table[name])


@cache
def role_words() -> frozenset[str]:
    """Return the words that say what someone is, titles included, in lower case."""
    return frozenset(load("roles")["heads"]) | titles()


@cache
def kin_words() -> frozenset[str]:
    """Return the words that say whose relative someone is."""
    return frozenset(load("roles")["kin"])


def in_full(word: str) -> str:
    """Return the title that a short form stands for, any other word as it is."""
    full: str = load("roles")["short"].get(word, word)
    return full


def is_role(token: Token) -> bool:
    """Return whether a token says what someone is."""
    return token.lower_.rstrip(".") in role_words()


def is_title(token: Token) -> bool:
    """Return whether a token can be a title before a person's name."""
    return token.lower_.rstrip(".") in titles()


def is_courtesy(token: Token) -> bool:
    """Return whether a token is a form of address that says nothing of what someone does."""
    return token.lower_.rstrip(".") in load("roles")["courtesies"]


def has_head(doc: Doc, first: int, last: int) -> bool:
    """Return whether one of the words makes a name that of an organisation."""
    return any(doc[i].text in word_list("heads") for i in range(first, last + 1))


def is_empty(doc: Doc, span: NameSpan) -> bool:
    """Return whether a span holds nothing but titles, roles and signs, or is a lone word such as "Defense"; these
    name nobody.
    """
    words = [t.lower_.rstrip(".") for t in doc[span.first : span.last + 1] if any(c.isalpha() for c in t.text)]
    if PARTY.match(doc[span.first : span.last + 1].text):
        return True
    if span.first == span.last:
        word = doc[span.last].text
        land = any(word in word_list(name) for name, _ in LAND)
        if land or word in word_list("directions") or (word in word_list("heads") and span.type in {"other", "person"}):
            return True
    return all(w in role_words() for w in words)


def land_type(doc: Doc, first: int, last: int) -> str | None:
    """Return "street", "county" or "site" for a name whose last word says so."""
    return next((type_ for name, type_ in LAND if last > first and doc[last].text in word_list(name)), None)


def type_of(doc: Doc, first: int, last: int) -> NameType:
    """Return what bears a name: by its telling words, else by most of the pipeline's labels."""
    text = doc[first : last + 1].text
    if (
        gazetteer.country_of(text)
        or gazetteer.state_of(text)
        or gazetteer.is_region(text)
        or land_type(doc, first, last)
    ):
        return "place"
    if last > first and has_head(doc, first, last):
        return "organisation"
    if any(c.isdigit() for c in doc[last].text):
        return "other"
    labels = Counter(doc[i].ent_type_ for i in range(first, last + 1) if doc[i].ent_type_)
    if labels:
        return TYPES.get(labels.most_common(1)[0][0], "other")
    return "organisation" if text.isupper() and 2 <= len(text) <= 6 and text.isalpha() else "other"


def settled(doc: Doc, spans: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """Return the names, each typed as most of its mentions are; spellings that sound alike, and acronyms, count
    together.
    """
    acronyms = {
        words_of(short): words_of(full) for short, full in bindings(doc, [(s.first, s.last) for s in spans]).items()
    }
    keys = [_key(doc, span, acronyms) for span in spans]
    nowhere = _nowhere(doc, spans, keys)
    votes: dict[tuple[str, ...], dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for key, span in zip(keys, spans, strict=True):
        votes[key][span.type] += _weight(doc, span)
        votes[key]["organisation"] += FIRM_EVIDENCE if _is_firm(doc, span) else 0
        votes[key]["person"] += PERSON_EVIDENCE if _aged(doc, span) or (key in nowhere and _says(doc, span)) else 0
    for full in acronyms.values():
        votes[sounds(full)]["organisation"] += 100
    surnames = {key[-1] for key, vote in votes.items() if len(key) > 1 and _winner(vote) == "person"}
    return tuple(
        replace(span, type=_settled_type(key, votes[key], surnames, nowhere))
        for key, span in zip(keys, spans, strict=True)
    )


def _nowhere(doc: Doc, spans: Sequence[NameSpan], keys: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return the names that the atlas does not know and in which, or near which, nothing is said to be."""
    places = {
        key
        for key, span in zip(keys, spans, strict=True)
        if _on_the_map(doc[span.first : span.last + 1].text) or (span.first and doc[span.first - 1].lower_ in INSIDE)
    }
    return set(keys) - places


def _on_the_map(text: str) -> bool:
    known = (gazetteer.country_of, gazetteer.state_of, gazetteer.capital_of, gazetteer.province_of, gazetteer.is_region)
    return any(find(text) for find in known)


def _says(doc: Doc, span: NameSpan) -> bool:
    """Return whether a lone word that may be a surname is the subject of a verb of speech."""
    token = doc[span.last]
    speaks = token.dep_ == "nsubj" and reporting_verb(token.head) in word_lists()["say"]
    return speaks and span.first == span.last and span.type in {"place", "other"} and token.text[0].isupper()


def _is_firm(doc: Doc, span: NameSpan) -> bool:
    """Return whether a word beside a name calls it a firm ("pump maker Orvell"), or it reports sales or a profit of its own."""
    root, firms = doc[span.first : span.last + 1].root, word_list("firms")
    before = span.first > 0 and doc[span.first - 1].lower_ in firms
    called = any(c.dep_ == "appos" and c.lemma_.lower() in firms for c in root.children)
    return before or called or (root.dep_ == "nsubj" and _reports_results(root.head))


def _reports_results(verb: Token) -> bool:
    told = (c.lemma_.lower() for c in verb.children if c.dep_ == "obj")
    return verb.lemma_.lower() in word_list("reporting") and any(w in word_list("results") for w in told)


def _key(doc: Doc, span: NameSpan, acronyms: dict[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    words = words_of(doc[span.first : span.last + 1].text)
    return sounds(acronyms.get(words, words))


def _weight(doc: Doc, span: NameSpan) -> float:
    """Return how much a mention says of its type: a title before or an age after a name makes a person, "other" says
    little.
    """
    if span.type == "other":
        return 0.3
    before = doc[span.first - 1] if span.first else None
    after = doc[span.last + 1 : span.last + 3].text
    telling = (before is not None and is_title(before)) or (after.startswith(",") and after[1:].strip().isdigit())
    return 5 if telling and span.type == "person" else 1


def _aged(doc: Doc, span: NameSpan) -> bool:
    """Return whether an age stands right before a full name ("31-year-old John Smith")."""
    before = doc[max(0, span.first - 2) : span.first].text.lower()
    after = doc[span.last + 1].pos_ if span.last + 1 < len(doc) else ""
    known = gazetteer.country_of(doc[span.first : span.last + 1].text) or gazetteer.state_of(
        doc[span.first : span.last + 1].text
    )
    return (
        span.last > span.first
        and after not in {"NOUN", "ADJ"}
        and not known
        and before in {"-old", "–old", "years old"}
    )


def _winner(vote: Mapping[NameType, float]) -> NameType:
    return max(vote, key=lambda t: (vote[t], t))


def _settled_type(
    key: tuple[str, ...], vote: Mapping[NameType, float], surnames: set[str], nowhere: set[tuple[str, ...]]
) -> NameType:
    """Return the type that wins; a single word that is someone's surname in this article, and no known place, is that person."""
    winner = _winner(vote)
    surname = len(key) == 1 and key[0] in surnames
    return "person" if surname and (winner != "place" or key in nowhere) else winner
