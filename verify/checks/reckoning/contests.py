"""Votes and matches: more votes than members, a majority that its sides do not make, more won and lost than played, halves of a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit, claim_at
from verify.claims.quantity.numerals import numerals
from verify.model import Span

COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
TALLY = re.compile(
    rf"\b(?P<more>{COUNT})(?: votes?)? to (?P<less>{COUNT})\b(?:[^.;]{{0,20}}?\b(?P<none>[a-z]+|\d+) abst[a-z]+)?"
)
MEMBERS = re.compile(
    r"\b[Aa]ll (?:of )?(?:the |its )?(?P<all>\d{1,4}) "
    r"(?:members|councillors|councilors|deputies|senators|lawmakers|legislators|MPs|delegates)\b"
)
SIDES = re.compile(
    rf"\b(?P<more>{COUNT})\b[^.;\d]{{0,40}}?\b(?:in favou?r|for|yes)\b"
    rf"[^.;\d]{{0,40}}?(?P<less>{COUNT})\b[^.;\d]{{0,20}}?\b(?:against|no)\b",
    re.I,
)
MAJORITY = re.compile(rf"\bmajority of (?:just |only )?(?P<all>{COUNT})\b")
WORTH = r"[a-z]+|\d{1,3}"
PLAYED = re.compile(
    rf"\bplay(?:ed|ing)? (?P<all>{WORTH})\b[^.;]{{0,30}}?\b(?:won|winning) (?P<won>{WORTH})\b"
    rf"(?:[^.;]{{0,30}}?\b(?:drawn|drew|drawing|tied) (?P<drawn>{WORTH})\b)?[^.;]{{0,30}}?\b(?:lost|losing) (?P<lost>{WORTH})\b"
)
HALF, SECOND = re.compile(r"\bhal(?:f|ves)\b", re.I), re.compile(r"\b(?:second|and)\b", re.I)
NEAR, PART, SHORTEST = 40, 0.05, 3
"""Characters before a time in which it is told to be of a half; by how much a time is another than that of the two halves; its signs."""
VOTE = re.compile(r"\bvote", re.I)


def misfit_contests(subject: Subject) -> Iterator[Misfit]:
    """Yield what the votes, the matches and the halves of a race of an article do not make; of one vote to an article."""
    text = subject.reading.article.text
    tallies = [
        m for m in TALLY.finditer(text) if VOTE.search(text, max(0, m.start() - 80), min(len(text), m.end() + 80))
    ]
    members, sides, majorities = (list(found.finditer(text)) for found in (MEMBERS, SIDES, MAJORITY))
    if len(tallies) == len(members) == 1:
        yield from _misfit(members[0], tallies[0], _cast(tallies[0]), subject, more_only=True)
    if len(sides) == len(majorities) == 1:
        apart = abs(_number(sides[0]["more"]) - _number(sides[0]["less"]))
        yield from _misfit(majorities[0], sides[0], apart, subject, more_only=False)


def _misfit(
    stated: re.Match[str], told: re.Match[str], makes: int, subject: Subject, *, more_only: bool
) -> Iterator[Misfit]:
    number = _number(stated["all"])
    claim = claim_at(stated.start("all"), subject)
    if claim is not None and (makes > number if more_only else makes != number):
        yield Misfit(claim=claim, span=Span(start=told.start(), end=told.end()), makes=str(makes))


def _cast(tally: re.Match[str]) -> int:
    """Return how many votes were cast, those of nobody's side included."""
    none = next((int(n.number) for n in numerals(tally["none"] or "") if not n.vague), 0)
    return _number(tally["more"]) + _number(tally["less"]) + none


def _number(text: str) -> int:
    return int(text.replace(",", ""))
