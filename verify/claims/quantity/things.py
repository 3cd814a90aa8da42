"""What is counted: the noun phrase behind a number, or the one that an earlier number of the sentence counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from verify.language.grammar.arguments import case_of, subject_beside
from verify.language.grammar.governor import verb_above
from verify.lists import load
from verify.model import Thing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOMINAL = {"NOUN", "PROPN"}
PLURAL = {"NNS", "NNPS"}


def word_lists() -> dict[str, dict[str, Any]]:
    """Return the closed classes of words around what is counted."""
    return load("counted")


@cache
def people() -> frozenset[str]:
    """Return the nouns for one person."""
    return frozenset(word_lists()["victims"]["words"])


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the classes of words inside a noun phrase."""
    return frozenset(word_lists()["phrase"][name])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """A noun phrase by its first and last token, its head, and the last token of an "of" phrase that it needs."""

    first: int
    last: int
    head: Token
    of: int | None = None

    def thing(self, *, tail: str = "") -> Thing:
        """Return the phrase as a thing; `tail` is what follows it in its text, such as "per day"."""
        doc = self.head.doc
        end = self.of if self.of is not None else self.last
        text = " ".join(doc[self.first : end + 1].text.split()) + tail
        others = [
            t
            for t in doc[self.first : end + 1]
            if t.i != self.head.i and t.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "VERB", "X"}
        ]
        return Thing(
            text=text,
            head=self.head.lemma_.lower(),
            modifiers=tuple(t.lemma_.lower() for t in (*others, *self._among(), *self._joined())),
        )

    def _joined(self) -> Iterator[Token]:
        """Yield the nouns that one number counts with the head: "2,300 teachers and nurses"."""
        for c in self.head.children:
            joint = c.dep_ == "conj" and c.tag_ in PLURAL and c.i == self.head.i + 2
            if joint and self.head.doc[c.i - 1].lower_ == "and" and not any(g.dep_ == "nummod" for g in c.children):
                yield c

    def _among(self) -> Iterator[Token]:
        """Yield those among whom something is counted: "cases among children"."""
        yield from (c for c in self.head.children if any(g.dep_ == "case" and g.lower_ == "among" for g in c.children))


def counted(doc: Doc, start: int, end: int, *, many: bool, joined: bool) -> Phrase | None:
    """Return the noun phrase that begins at token `start` and ends before token `end`; None where no noun follows.

    A number above one before a singular noun counts its first noun ("30-plus rocket attack"), as one tied by a
    hyphen does.
    """
    first = _skipped(doc, start, end)
    stop = _scanned(doc, first, end)
    while stop > first and doc[stop - 1].pos_ not in NOMINAL:
        stop -= 1
    if stop <= first or is_time(doc, start, end):
        return None
    head = doc[stop - 1]
    nouns = [t for t in doc[first:stop] if t.pos_ in NOMINAL]
    if (
        (joined or (many and head.tag_ == "NN" and _singular_before(doc, start)))
        and len(nouns) > 1
        and nouns[0].tag_ == "NN"
    ):
        return Phrase(first=nouns[0].i, last=nouns[0].i, head=nouns[0])
    return Phrase(first=first, last=stop - 1, head=head, of=_of(doc, head, stop, end))


def is_time(doc: Doc, start: int, end: int) -> bool:
    """Return whether a phrase only tells when: "63 a year earlier", "63 the year before", "63 last month"."""
    if start + 1 >= end or doc[start].lower_ not in listed("dating"):
        return False
    at = start + 1
    while at < end and doc[at].pos_ in {"ADJ", "NUM"}:
        at += 1
    spans = at < end and doc[at].lemma_.lower() in listed("times")
    behind = doc[at + 1].lower_ if at + 1 < end else ""
    return spans and (doc[start].lower_ == "last" or behind in listed("passed"))


def others_behind(doc: Doc, start: int, end: int) -> Token | None:
    """Return the word "others" that stands in place of a noun behind a number."""
    at = start
    while at < end and doc[at].lower_ in listed("skip"):
        if doc[at].lower_ == "others":
            return doc[at]
        at += 1
    return None


def _skipped(doc: Doc, start: int, end: int) -> int:
    """Return the first token of the noun phrase proper."""
    at = start
    part = False
    while at < end and (doc[at].lower_ in listed("skip") or doc[at].is_space or (part and doc[at].pos_ == "NUM")):
        part = part or doc[at].lower_ == "of" or (at == start and doc[at].lower_ == "the")
        at += 1
    return _beyond_age(doc, at, end)


def _beyond_age(doc: Doc, at: int, end: int) -> int:
    """Return the token behind an age before a noun: "two 7-year-old girls"."""
    old = next((i for i in range(at + 1, min(at + 6, end)) if doc[i].lower_ == "old"), None)
    aged = old is not None and doc[at].pos_ == "NUM" and {t.lower_ for t in doc[at + 1 : old]} & {"year", "month"}
    return old + 1 if old is not None and aged else at


def _singular_before(doc: Doc, start: int) -> bool:
    """Return whether a singular article stands before the number: "a 30-plus rocket attack"."""
    return any(t.lower_ in {"a", "an"} for t in doc[max(0, start - 6) : start])


def _scanned(doc: Doc, first: int, end: int) -> int:
    """Return where the run of adjectives and nouns that begins at `first` ends."""
    at = first
    while at < end:
        token = doc[at]
        if at > first and _ends(doc, at, first):
            break
        if not (token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.is_space or _links(doc, at, first, end)):
            break
        at += 1
    return at


def _ends(doc: Doc, at: int, first: int) -> bool:
    """Return whether the phrase ended before a token: at a word of time, or behind a plural that modifies nothing."""
    token, before = doc[at], doc[at - 1]
    if token.lower_ in listed("times") and token.head.i != at + 1:
        return True
    if before.tag_ in PLURAL and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return before.dep_ not in {"compound", "nmod", "flat", "amod"} or before.head.i <= before.i
    return token.pos_ == "ADJ" and before.pos_ == "NOUN" and token.head.i < at


def _links(doc: Doc, at: int, first: int, end: int) -> bool:
    """Return whether a word that is no noun holds a phrase together: a hyphen, a participle, "most" before one, "and" of adjectives."""
    token = doc[at]
    following = doc[at + 1] if at + 1 < end else None
    if following is None or following.pos_ not in {"ADJ", "NOUN", "PROPN", "VERB", "NUM", "PUNCT"}:
        return False
    if token.text in {"-", "–"} or token.tag_ == "POS":
        return at > first
    if token.tag_ in {"VBN", "VBG"}:
        return token.dep_ == "amod" and following.pos_ in NOMINAL | {"ADJ"}
    if token.pos_ == "ADV":
        return token.head == following and following.dep_ == "amod"
    if token.pos_ == "NUM":
        named = following.pos_ == "PROPN" or (at > first and doc[at - 1].pos_ == "PROPN")
        return named and following.pos_ in NOMINAL
    if token.lower_ in {"and", "or", "/"} or token.text == ",":
        return at > first and _modifies(doc[at - 1]) and _modifies(following) and token.lower_ != ","
    return False


def _modifies(token: Token) -> bool:
    """Return whether a token describes a noun behind it."""
    return token.tag_ not in PLURAL and (token.pos_ in {"ADJ", "PROPN"} or token.dep_ in {"amod", "compound"})


def _of(doc: Doc, head: Token, stop: int, end: int) -> int | None:
    """Return the last token of the "of" phrase that a relational noun needs: "members of the Iraqi Security Forces"."""
    if head.lemma_.lower() not in listed("relational") or stop + 1 >= end or doc[stop].lower_ != "of":
        return None
    last = _scanned(doc, _skipped(doc, stop + 1, end), end)
    while last > stop + 1 and doc[last - 1].pos_ not in NOMINAL:
        last -= 1
    return last - 1 if last > stop + 1 else None


def phrase_of(head: Token) -> Phrase:
    """Return the phrase of a noun: the adjectives and nouns right before it, and the rest of its name."""
    doc, first, last = head.doc, head.i, head.i
    while first > head.sent.start and _describes(doc[first - 1]):
        first -= 1
    while last + 1 < head.sent.end and doc[last + 1].dep_ == "flat" and doc[last + 1].pos_ == "PROPN":
        last += 1
    return Phrase(first=first, last=last, head=head)


def _describes(token: Token) -> bool:
    """Return whether a token stands in a noun phrase for the head behind it."""
    return token.pos_ in {"ADJ", "NOUN", "PROPN"} and token.head.i >= token.i and token.lower_ not in {"old", "olds"}


def counted_by_number(doc: Doc, first: int) -> Token | None:
    """Return the noun whose number a clause tells: "the number of voters who stayed at home topped 9,000"."""
    verb = verb_above(doc[first])
    told = subject_beside(verb)
    if told is None or told.i > first or told.lemma_.lower() not in listed("numbers"):
        return None
    return next((c for c in told.children if c.dep_ == "nmod" and case_of(c) == "of" and c.pos_ in NOMINAL), None)


def rate_behind(text: str, end: int) -> str:
    """Return what a count is per, as written behind the thing: " per day"."""
    match = re.match(r"\s(?:per|each|every|an?)\s(?:second|minute|hour|day|week|month|year)\b", text[end:])
    return match[0] if match else ""
