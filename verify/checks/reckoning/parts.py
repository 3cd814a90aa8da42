"""Parts that stand right behind their whole: "three people, two men and two women", "five countries: France, Spain and Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.claims import kind_of
from verify.claims.kinship import kinship
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.numerals import numerals
from verify.model import Claim, Span, Thing
from verify.values.interval import Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpanOfTokens

OPENS = frozenset({",", ":", "(", "—", "–", "--", "-"})
CLOSES = frozenset({",", ".", ";", ":", ")", "—", "–", "--", "!", "?"})
ARTICLES = frozenset({"a", "an", "one"})
NAME = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: (?:(?:of|the|and|de|al|bin|van) )?[A-Z][\w.’'-]*){0,4}")
THING, CLAUSE = re.compile(r"(?:[a-z]+ ){0,5}[a-z]+"), re.compile(r" (?:that|which|who) ")
COMMA = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*(?:and\s+)?")
DEFINITE = re.compile(r"\b(?:the|these|those)\s$", re.I)
APPOSED = re.compile(rf",\s+(?P<names>{NAME.pattern}(?:, {NAME.pattern})+,? and {NAME.pattern})(?=[,.;])")
LIST = re.compile(r"\s*(?::|—|–|--)\s*")
MOST, LEAST_NAMES = 12, 3


def misfit_parts(subject: Subject) -> Iterator[Misfit]:
    """Yield the counts of an article that the parts set off right behind them do not make."""
    for claim in subject.claims:
        number = exact(claim)
        found = (_counted(claim, subject) or _named(claim, subject)) if number is not None else None
        if found is not None and found[1] != number:
            yield Misfit(claim=claim, span=found[0], makes=str(found[1]))


def _counted(claim: Claim, subject: Subject) -> tuple[Span, int] | None:
    """Return where counted parts stand behind a count and their sum, None where there are none that make it up."""
    opening = _opening(claim, subject)
    if opening is None or claim.thing is None:
        return None
    doc, start = subject.reading.doc, opening + 1
    things: list[Thing] = []
    total, end, at = 0, start, start
    while item := _item(doc, at):
        number, noun = item
        things.append(Thing(text=noun.text, head=noun.lemma_.lower()))
        total, end = total + number, noun.i + 1
        at = _joint(doc, end)
    if len(things) < 2 or not _closed(doc, end) or not _make_up(things, claim.thing, listed=doc[opening].text == ":"):
        return None
    return Span(start=doc[start].idx, end=doc[end - 1].idx + len(doc[end - 1])), total


def _named(claim: Claim, subject: Subject) -> tuple[Span, int] | None:
    """Return where names are listed behind a count and how many, None where something other than names stands there."""
    text = subject.reading.article.text
    apposed = APPOSED.match(text, claim.location.end, claim.sentence.end)
    if apposed is not None and ends_before(DEFINITE, text, claim.location.start):
        span = Span(start=apposed.start("names"), end=apposed.end("names"))
        return span, len([n for n in COMMA.split(apposed["names"]) if n])
    found = LIST.search(text, claim.location.end, claim.sentence.end)
    between = Span(start=claim.location.end, end=found.start() if found else claim.location.end)
    if found is None or any(between.start <= c.location.start < between.end for c in subject.claims):
        return None
    rest = text[found.end() : claim.sentence.end].rstrip(' .\n”"')
    names = [n for n in COMMA.split(rest) if n and not re.fullmatch(r"\d{1,3}", n)]
    span = Span(start=found.end(), end=found.end() + len(rest))
    if len(names) < LEAST_NAMES or " and " not in rest:
        return None
    return (span, len(names)) if all(NAME.fullmatch(n) for n in names) or _things(names, span, subject) else None


def _things(items: Sequence[str], span: Span, subject: Subject) -> bool:
    """Return whether a list is one of nouns: short, none with a verb, a number or an "and" of its own; behind the last one a clause may stand."""
    *first, last = (n.strip() for n in items)
    short = [*first, CLAUSE.split(last)[0]]
    end = span.end - len(last) + len(short[-1])
    tokens = subject.reading.doc.char_span(span.start, end, alignment_mode="expand")
    if tokens is None or tokens.text.count(" and ") != 1 or not all(THING.fullmatch(n) for n in short):
        return False
    counted = any(n.lower() not in ARTICLES for item in short for n in item.split() if any(numerals(n)))
    return not counted and not any(t.pos_ in {"VERB", "AUX"} and "Fin" in t.morph.get("VerbForm", []) for t in tokens)


def exact(claim: Claim) -> int | None:
    """Return the whole number above one that a claim counts, None for any other value."""
    value = claim.value
    if not kind_of(claim).counts or not isinstance(value, Interval) or value.bound != "exact" or claim.negated:
        return None
    return value.number if isinstance(value.number, int) and 1 < value.number <= MOST * MOST else None


def _opening(claim: Claim, subject: Subject) -> int | None:
    """Return the token behind a claim that opens an apposition."""
    tokens = subject.reading.doc.char_span(claim.location.start, claim.location.end, alignment_mode="expand")
    doc = subject.reading.doc
    if tokens is None or tokens.end >= len(doc):
        return None
    return tokens.end if doc[tokens.end].text in OPENS else _colon(claim, doc[tokens.end :])


def _colon(claim: Claim, behind: SpanOfTokens) -> int | None:
    """Return the colon in a claim's sentence behind which a list may stand, no number being between the two."""
    for token in behind:
        if token.idx >= claim.sentence.end or (token.like_num and token.text != ":"):
            return None
        if token.text == ":":
            return int(token.i)
    return None


def _item(doc: Doc, at: int) -> tuple[int, Token] | None:
    """Return number and noun of "two men" or "a young woman" from a token on."""
    if at >= len(doc) or (number := _number(doc[at])) is None:
        return None
    noun = next((t for t in doc[at + 1 : at + 4] if t.pos_ == "NOUN"), None)
    between = doc[at + 1 : noun.i] if noun is not None else ()
    if noun is None or not all(t.pos_ == "ADJ" for t in between):
        return None
    return number, noun


def _number(token: Token) -> int | None:
    if token.lower_ in ARTICLES:
        return 1
    found = [n for n in numerals(token.text) if n.end - n.start == len(token.text)]
    value = found[0].number if len(found) == 1 and not found[0].vague and found[0].high is None else None
    return value if isinstance(value, int) and 0 < value <= MOST * MOST else None


def _joint(doc: Doc, at: int) -> int:
    """Return the token behind "," or "and" or ", and"."""
    joined = at
    while joined < len(doc) and doc[joined].lower_ in {",", "and"} and joined - at < 2:
        joined += 1
    return joined if joined > at else len(doc)


def _closed(doc: Doc, at: int) -> bool:
    """Return whether a list is set off behind as well."""
    return at >= len(doc) or doc[at].text in CLOSES or doc[at].text.isspace()


def _make_up(parts: Sequence[Thing], whole: Thing, *, listed: bool) -> bool:
    """Return whether parts are of different sorts, and a whole a general word for them or what a colon says it is."""
    sorts = listed or all(kinship(part, whole) == "broader" for part in parts)
    return sorts and all(kinship(a, b) in {"exclusive", "sibling"} for a, b in combinations(parts, 2))
