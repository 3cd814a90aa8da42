"""Numbers that are part of a name, and the word "one" where it counts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.claims.quantity.amount import Written
from verify.claims.quantity.lexicon import ends_before
from verify.language.grammar.governor import has_copula
from verify.language.sentences import is_title_case

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEFT_OUT = re.compile(r"\b(?:all|everyone|everybody|every one|none|nobody) but\s+$", re.IGNORECASE)
"""Words after which a number counts whom the event spared: "all but two survived"."""
FREQUENT = frozenset({"annual"})
"""Words between the number of an event and its name: "the 79th annual Academy Awards"."""
UNCOUNTED = frozenset({"day", "thing", "time", "way"})
"""Nouns of which "one" counts nothing: "one day", "one of the best times"."""
REACH = 7
"""Words behind "one" among which stands what it is one of."""
IDIOMS = re.compile(r"\b(?:no|any|every|some|each|this|that|which|the|square|number|day)\s$", re.IGNORECASE)


def in_title(number: Token) -> bool:
    """Return whether an ordinal or a year is a part of the name that it stands beside: "the 58th Super Bowl", "the 2012 Olympics", "Euro 2012"; not
    "her second Oscar", which tells how many there are.
    """
    noun = _named(number)
    if noun is None:
        return False
    owned = {c.dep_ for c in noun.children if c.i < number.i} & {"nmod:poss"}
    return not owned and not any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in noun.children)


def _named(number: Token) -> Token | None:
    """Return the head of the name that a number begins, or ends."""
    doc, at = number.doc, number.i + 1
    while at < number.sent.end and doc[at].lower_ in FREQUENT:
        at += 1
    if at < number.sent.end and _is_proper(doc[at]):
        while at + 1 < number.sent.end and _is_proper(doc[at + 1]):
            at += 1
        ends = at + 1 >= number.sent.end or doc[at + 1].pos_ != "NOUN" or doc[at].head.i != at + 1
        return doc[at] if ends else None
    before = number.nbor(-1) if number.i > number.sent.start else None
    ended = before is not None and _is_proper(before) and number.dep_ in {"nummod", "flat", "nmod", "nmod:unmarked"}
    return before if ended and number.head == before else None


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"PER", "PERSON"}


def is_name(doc: Doc, first: int, last: int, amount: Written, text: str) -> bool:
    """Return whether a number belongs to a name or an idiom, or counts those left out of an event ("all but two")."""
    if amount.unit or amount.number.sign:
        return False
    if ends_before(LEFT_OUT, text, amount.core):
        return True
    if amount.number.words:
        return _word(doc, first, last, amount, text)
    return _behind_name(doc, first, last, text, amount)


def _behind_name(doc: Doc, first: int, last: int, text: str, amount: Written) -> bool:
    """Return whether figures follow a capitalised word and no noun that they could count follows them."""
    if first == 0 or doc[first].is_sent_start or amount.start != amount.core or amount.number.scale > 1:
        return False
    before, behind = doc[first - 1], doc[last + 1] if last + 1 < len(doc) else None
    if not (before.pos_ == "PROPN" and before.text[:1].isupper() and before.whitespace_):
        return False
    if (
        behind is not None
        and behind.tag_ == "NNS"
        and re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", text[amount.core : amount.stop])
    ):
        return False
    counts = (
        behind is not None
        and behind.pos_ in {"NOUN", "ADJ"}
        and (behind.tag_ in {"NNS", "JJ"})
        and doc[first].head.i > last
    )
    return not counts or bool(before.head.i >= last)


def _word(doc: Doc, first: int, last: int, amount: Written, text: str) -> bool:
    word = doc[first]
    if amount.number.words.lower() == "one" and _idle_one(doc, first, last, text, amount):
        return True
    if word.is_sent_start or not word.text[:1].isupper() or is_title_case(text):
        return False
    around = [doc[i] for i in (first - 1, last + 1) if 0 <= i < len(doc)]
    return any(t.text[:1].isupper() and t.pos_ == "PROPN" for t in around)


def _one_of_many(doc: Doc, first: int, last: int) -> bool:
    """Return whether something is told to be of a number of such, or a time of the best of them: "it is one of four plans", "one of the darkest
    days".
    """
    behind = doc[last + 1 : last + REACH]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return False
    told = has_copula(doc[first])
    best = next((t for t in behind if t.tag_ in {"JJS", "RBS"}), None)
    noun = next((t for t in behind if t.pos_ == "NOUN"), None)
    praised = best is not None and noun is not None and noun.lemma_.lower() in UNCOUNTED
    return (told and behind[1].pos_ == "NUM") or praised


def _idle_one(doc: Doc, first: int, last: int, text: str, amount: Written) -> bool:
    """Return whether "one" is a pronoun or part of an idiom."""
    if ends_before(IDIOMS, text, amount.core):
        return True
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is None or _one_of_many(doc, first, last):
        return True
    return behind.lower_ in UNCOUNTED | {"another", "-", "'s", "’s", "by", "on", "who"} or behind.pos_ in {
        "AUX",
        "PART",
    }
