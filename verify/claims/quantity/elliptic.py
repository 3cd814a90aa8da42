"""Numbers without a noun that are of the unit of the amount that they stand beside: "between 8 and 10" after "$12 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.quantity.measure_words import listed, noun_measure, verbs
from verify.claims.quantity.things import counted, others_behind
from verify.language.grammar.arguments import case_of
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT, top
from verify.values.figures import tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.claims.quantity.amount import Written
    from verify.claims.quantity.numerals import Numeral

FACTOR = 20
"""How many times the one amount the other can be."""
SHORT = re.compile(r"[0-9]\s?(?:bn|m|tn)$")
LARGE = 10_000
NO_LENDERS = frozenset({"times", "point"})


def lends(amount: Written) -> bool:
    """Return whether an amount has a unit that a number beside it can be of."""
    return amount.unit is not None and amount.sort != "count" and amount.unit not in NO_LENDERS


def completed(text: str, amount: Written, lender: Written | None, doc: Doc, first: int, last: int, end: int) -> Written:
    """Return a number from token `first` to `last` with the unit of the amount before it, where nothing else gives it one."""
    if lender is None or amount.unit or amount.sort != "count" or amount.number.share or amount.number.high is not None:
        return amount
    if counted(doc, last + 1, end, many=True, joined=amount.joined) or others_behind(doc, last + 1, end):
        return amount
    if not _takes_amount(text, amount, lender, top(doc, first, last)):
        return amount
    scale = _scale(amount, lender)
    if scale is None:
        return amount
    last_number = _scaled(amount.last, scale) if amount.last else None
    number = _scaled(amount.number, scale)
    return replace(amount, number=number, last=last_number, sort=lender.sort, unit=lender.unit, rate=lender.rate)


def _takes_amount(text: str, amount: Written, lender: Written, number: Token) -> bool:
    """Return whether a number stands where an amount stands: of a measure, as what another is held against, or what is asked for."""
    case, head, bases = case_of(number), number.head, listed("direction", "bases")
    if case in bases or noun_measure(head) is not None:
        return True
    if lender.sort == "money" and SHORT.search(text[amount.core : amount.stop]):
        return True
    large = amount.number.number >= LARGE and number.dep_ not in OBJECT | SUBJECT
    asked = listed("outlook", "verbs") | listed("outlook", "asking") | verbs("object").keys()
    told = number.dep_ in OBJECT | PASSIVE or (number.dep_ == "obl" and case == "for")
    return (lender.sort == "money" and large and bool(case)) or (told and head.lemma_.lower() in asked)


def _scale(amount: Written, lender: Written) -> int | None:
    """Return the scale by which a number comes near to an amount: its own, else that of the amount; None where neither does."""
    value, other = float((amount.last or amount.number).number), float((lender.last or lender.number).number)
    scales = (1,) if amount.number.scale > 1 else (1, lender.number.scale)
    near = (s for s in scales if value and other and 1 / FACTOR <= value * s / other <= FACTOR)
    return next(near, None)


def _scaled(number: Numeral, scale: int) -> Numeral:
    return replace(number, number=tidy(number.number * scale), grain=tidy(number.grain * scale))
