"""Two quotations of one utterance in other words, as where outlets translate it or take it down by ear: they say nearly the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.align.setting import Setting
from verify.claims import kind_of
from verify.model import Claim
from verify.runtime import TIE
from verify.values.name import two_people
from verify.values.words import Words

LEAST = 0.65
"""Cosine of two quotations, each the other's nearest in its article, from which on they are one utterance. Of 22 such pairs in 480 stories
(those that share most words left out) 20 are, 17 of them told as conflicts in gold; of 20 between 0.55 and it 8."""


def can_be_one(left: Claim, right: Claim, setting: Setting) -> bool:
    """Return whether two claims are quotations of two articles that no two people are named as saying."""
    if left.article == right.article or not kind_of(left).verbatim or not kind_of(right).verbatim:
        return False
    return not two_people(_person(left, setting), _person(right, setting))


def one_utterance(left: Claim, right: Claim, setting: Setting) -> bool:
    """Return whether what two quotations say is so near that they must give one utterance; False where no network has read them."""
    if not can_be_one(left, right, setting):
        return False
    likeness = _likeness(left, right, setting)
    return likeness >= LEAST - TIE and all(
        likeness >= _likeness(a, c, setting) - TIE
        for a, b in ((left, right), (right, left))
        for c in _quotations(b.article, setting)
    )


def said(claim: Claim) -> str:
    """Return the words of a quotation, under which a network has read them."""
    return claim.value.words if isinstance(claim.value, Words) else ""


def _likeness(left: Claim, right: Claim, setting: Setting) -> float:
    a, b = setting.vectors.get(said(left)), setting.vectors.get(said(right))
    return -1.0 if a is None or b is None else float(np.dot(a, b))


def _quotations(article: str, setting: Setting) -> Sequence[Claim]:
    known = setting.known.get(article)
    return known.quotations if known else ()


def _person(claim: Claim, setting: Setting) -> str | None:
    """Return the speaker of a quotation where that is a person whom the article names."""
    known = setting.known.get(claim.article)
    return claim.subject if known and claim.subject in known.people else None
