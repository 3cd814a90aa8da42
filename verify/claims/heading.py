"""What a claim counts or measures as a noun phrase without its value: "Net debt at the end of March", "Patients who left the study"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Number
from verify.claims.figures.context import MONETARY
from verify.claims.gist import MOST, TIGHT, core, tokens_at
from verify.claims.quantity.measure_words import noun_measure
from verify.claims.quantity.measures import measure_of
from verify.claims.quantity.things import people
from verify.language.grammar.arguments import subject_beside
from verify.language.grammar.governor import CLAUSE, PASSIVE, SUBJECT, VERBAL, has_subject, top
from verify.language.name_types import role_words
from verify.values.collation import function_words
from verify.values.extent import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading
    from verify.model import Claim

QUANTIFYING = frozenset({"det", "nummod", "advmod", "case", "cc", "punct"})
"""What stands before a counted noun and tells only how many."""
HANGING = frozenset({"case", "det", "mark", "aux", "cc", "punct"})
ENDING = frozenset({",", ";", ":", ".", "(", ")", "–", "—", "“", "”", '"'})
DIMENSIONS = {
    **{"tall": "Height", "high": "Height", "deep": "Depth", "long": "Length", "wide": "Width", "broad": "Width"},
    **{"thick": "Thickness", "heavy": "Weight"},
}
"""Adjectives of dimension behind a measure, with their nouns."""
OF_SUBJECT = {"weigh": ("Weight", "measure"), "cost": ("Cost", "money")}
"""Verbs whose object is a measure of their subject, with its noun and the kind of claim that it is told by."""
FROM = frozenset({"from", "against", "than", "to", "compared", "versus"})
"""What leads to another value behind an amount."""
TO_COME = frozenset({"will", "shall"})
PEOPLE, WORTH = "people", "worth"
TAIL = 6
"""Words behind an amount that tell of when, for what or where it is."""


def heading(claim: Claim, kind: ClaimKind, reading: Reading) -> str:
    """Return the noun phrase of a claim of a number, nothing where only its clause tells it."""
    if kind.number is None:
        return ""
    first, last = tokens_at(claim.location, reading)
    anchor = top(reading.doc, first, last)
    if kind.number is Number.COUNT:
        named = claim.thing is not None and anchor.text in claim.thing.text.split()
        found = _counted(anchor, reading) if named else ""
    else:
        found = _dimension(anchor, reading) or _of_subject(anchor, kind, reading)
        found = found or (_of_measure(first, last, claim, reading) if kind.name in MONETARY else "")
    return "" if _stands_in(found) else f"{found[:1].upper()}{found[1:]}"


def _stands_in(text: str) -> bool:
    """Return whether a phrase says nothing without the sentence before it, or tells a number of its own."""
    first = text.lower().split(" ")[0]
    return first in function_words()["standing_in"] | {"his", "her", "its", "their", "our", "my"}


def _of_measure(first: int, last: int, claim: Claim, reading: Reading) -> str:
    """Return the measure that an amount is of, with what stands behind the amount: "Net loss in the fourth quarter"."""
    doc, hidden = reading.doc, frozenset(range(first, last + 1))
    found = measure_of(doc, first, last)
    if found is None or found.word.i in hidden or noun_measure(found.word) is None:
        return ""
    own = _phrase(found.word, reading, without=hidden)
    tail = _tail(last + 1, reading) if found.word.i < first else ""
    if any(map(str.isdigit, own)):
        return ""
    if isinstance(claim.value, Interval) and claim.value.change:
        own = f"Change in {own[:1].lower() if own[1:2].islower() else own[:1]}{own[1:]}"
    return " ".join(filter(None, (own, f"as a share {tail}" if tail.startswith("of ") else tail)))


def _tail(start: int, reading: Reading) -> str:
    """Return the phrase of a preposition behind an amount, nothing where it is long or leads to another amount."""
    doc = reading.doc
    out: list[Token] = []
    if start >= len(doc) or doc[start].dep_ != "case" or doc[start].lower_ in FROM:
        return ""
    for token in doc[start : doc[start].head.right_edge.i + 1]:
        if token.text in ENDING or token.dep_ in CLAUSE or token.dep_ == "cc":
            break
        out.append(token)
    while out and out[-1].dep_ in HANGING:
        out.pop()
    return _text(out) if 1 < len(out) <= TAIL else ""


def _dimension(anchor: Token, reading: Reading) -> str:
    """Return the dimension that an adjective behind a measure tells, and of what: "1.9 metres high"."""
    word = anchor.head
    noun = DIMENSIONS.get(word.lemma_.lower()) if word.pos_ == "ADJ" and word.i > anchor.i else None
    if noun is None:
        return ""
    bearer = word.head if word.dep_ in {"amod", "acl", "appos", "advmod"} else subject_beside(word)
    if bearer is None or bearer.pos_ not in {"NOUN", "PROPN"}:
        return ""
    return f"{noun} of {_phrase(bearer, reading, without=frozenset(t.i for t in word.subtree), article=True)}"


def _of_subject(anchor: Token, kind: ClaimKind, reading: Reading) -> str:
    """Return what a verb measures of its subject: "the refit cost", "the craft weighs"."""
    verb = anchor.head
    own = subject_beside(verb)
    noun, name = OF_SUBJECT.get(verb.lemma_.lower(), ("", ""))
    if name != kind.name or verb.pos_ not in VERBAL or anchor.dep_ != "obj" or own is None:
        return ""
    named = own.dep_ in SUBJECT and own.pos_ in {"NOUN", "PROPN"}
    return f"{noun} of {_phrase(own, reading, article=True)}" if named else ""


def _counted(noun: Token, reading: Reading) -> str:
    """Return what is counted with what it does or suffers: "people on board", "dockers detained"."""
    if noun.dep_ not in SUBJECT | PASSIVE or "Number=Plur" not in str(noun.morph):
        return ""
    word = noun.head
    told = _told(noun, word, reading)
    return f"{_phrase(noun, reading)} {told}" if told else ""


def _told(noun: Token, word: Token, reading: Reading) -> str:
    """Return the rest of the clause of a subject, without what only makes it a sentence."""
    doc = reading.doc
    before = [c for c in word.children if c.dep_ in {"aux", "aux:pass", "cop"} and noun.i < c.i < word.i]
    rest = _until_next(before[0].i if before else word.i, noun, word, reading)
    if not rest or any(t.dep_ == "advmod" and "Polarity=Neg" in str(t.morph) for t in rest):
        return ""
    if before and before[0].lower_ in TO_COME:
        bare = [doc[i] for i in range(before[0].i + 1, rest[-1].i + 1)]
        return "to " + _text(bare)
    if before and before[0].lemma_ == "be":
        return _text([t for t in rest if t not in before])
    if before and before[0].lemma_ == "have" and (been := [b for b in before if b.lemma_ == "be"]):
        return _text([t for t in rest if t not in (before[0], *been)])
    if not before and word.pos_ == "VERB" and word.tag_ in {"VBD", "VBP"} and len(rest) > 1:
        return f"{'who' if _are_people(noun) else 'that'} {_text(rest)}"
    return ""


def _are_people(noun: Token) -> bool:
    """Return whether a plural noun is people: a word for them or for those of some role, or a name ("Canadians")."""
    return noun.pos_ == "PROPN" or noun.lower_ == PEOPLE or noun.lemma_.lower() in people() | role_words()


def _until_next(start: int, noun: Token, word: Token, reading: Reading) -> list[Token]:
    """Return the words from the verb on, up to the next clause, remark or joined verb, nothing where other words stand before the verb."""
    doc = reading.doc
    out: list[Token] = []
    if any(not (doc[i] == noun or noun.is_ancestor(doc[i])) for i in range(noun.i + 1, start)):
        return []
    clauses = {t.i for c in word.children if c.dep_ in CLAUSE and has_subject(c) for t in c.subtree}
    for token in doc[start : word.right_edge.i + 1]:
        if (
            token.text in ENDING
            or token.dep_ == "cc"
            or (token.dep_ == "mark" and token.lower_ != "to")
            or token.i in clauses
            or len(out) >= MOST
        ):
            break
        out.append(token)
    while out and (out[-1].i < word.i or out[-1].head.i > out[-1].i):
        out.pop()
    return out


def _phrase(noun: Token, reading: Reading, *, without: frozenset[int] = frozenset(), article: bool = False) -> str:
    """Return a noun with what it cannot be without, no number before it and no other noun beside it."""
    doc = reading.doc
    cut = {t.i for c in noun.children if c.dep_ in QUANTIFYING and not (article and c.dep_ == "det") for t in c.subtree}
    joined = {t.i for c in noun.children if c.dep_ == "conj" for t in c.subtree}
    kept = {i for i in set(core(noun)) - cut - joined - without if doc[i].lower_ != WORTH}
    bound = {
        i for i in range(min(kept, default=0), max(kept, default=0)) if doc[i].text in TIGHT and {i - 1, i + 1} <= kept
    }
    return _text([doc[i] for i in sorted(kept | bound) if doc[i].dep_ != "case" or doc[i].head.i not in without])


def _text(tokens: list[Token]) -> str:
    """Return words as written, what was left out between them closed to one space."""
    shown = {t.i for t in tokens}
    words = "".join(t.text_with_ws if t.i + 1 in shown else f"{t.text} " for t in tokens)
    return (words[:1].lower() + words[1:] if tokens and tokens[0].dep_ == "det" else words).strip(" ,;:-")
