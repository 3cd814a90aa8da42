"""Numbers told in one breath behind the number that they make up: "of the 20 prisoners 17 are men and four are women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.twice import harms, word_lists
from verify.claims import Number, kind_of
from verify.claims.kinship import kinship
from verify.language.events import event_group
from verify.language.parsed import Sentence
from verify.model import Claim, Span, Thing
from verify.values.amounts import figures
from verify.values.interval import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINT = re.compile(
    r"[^.;:()—]{0,70}?(?:,|;|[,;]? and|,? while|,? but)\s+(?:(?:in|on|at|for|by|with)\s+)?"
    r"(?:(?:a |the )?(?:further|other|another|remaining)\s+)?"
)
"""What stands between two parts, the number of the second being the next word."""
LOOSE = re.compile(r"[^.;:()—]{0,60}(?:,|\band\b)[^.;:()—]{0,30}")
"""What may stand between two parts in money."""
LAST = re.compile(r"\b(?:and|while|but)\b")
OPENS = re.compile(
    r"[^.,;:()—–]{0,40}(?:\s\([^)]*\))?"
    r"(?:,? of (?:whom|which|them|these|those)\b[^.;]{0,30}|:[^.;]{0,20}|\s?[(—–]\s?|,\s+)"
)
"""What may stand between a whole and its first part in one sentence."""
OF_ALL = re.compile(r"\b(?:of|among|out of)\s+(?:all\s+)?(?:the|its|their|these|those)?\s*$", re.I)
OF_MONEY = re.compile(r"[^.,;:()—–]{0,20},\s+(?:an? )?[a-z]+ of\s+(?:an? )?")
"""What may stand between a sum of money and the first of its parts: "spending of 9 million, revenue of"."""
REMAINING = re.compile(r"\b(?:other|remaining|rest)\b")
TAKEN_UP = re.compile(
    r"\W*(?:(?:of|among) (?:them|these|those|the (?P<whom>dead|injured|wounded|victims|total)),?\s+)?", re.I
)
HARMED = {"dead": "die", "injured": "injure", "wounded": "injure"}
LEAD = 60
"""Characters before the first sum of money of a sentence whose whole stands before it."""
PREPOSITION = re.compile(r"(?:\s+[a-z]+)?\s+(in|from|at|on|for|by|with|to)\b")
NEAR, HALF, FEW, CLOSE = 0.25, 0.5, 2, 0.1
"""How far off the parts may be of a whole for a slip, in shares of it and in number; and if it is less of them that nothing else tells."""
BACK = 2
"""Sentences between a whole and its parts, at most, the last one counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of an article: its claim, its worth, what it is in (a currency, a unit), and the noun that it counts itself."""

    claim: Claim
    number: float
    unit: str | None
    noun: str | None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.claim.location.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.claim.location.end


def misfit_lists(subject: Subject) -> Iterator[Misfit]:
    """Yield the wholes that the parts listed behind them, in their sentence or in the next but one, do not make."""
    by_sentence = _amounts(subject)
    sentences = subject.reading.sentences
    for i in range(len(sentences)):
        for row in _runs(by_sentence[i], subject):
            wholes = ((_whole(run, i, by_sentence, sentences, subject), run) for run in (row[1:], row) if len(run) > 1)
            whole, run = next(((w, r) for w, r in wholes if w is not None), (None, row))
            if whole is not None and _misfits(whole, run, subject):
                span = Span(start=run[0].start, end=run[-1].end)
                yield Misfit(claim=whole.claim, span=span, makes=figures(sum(p.number for p in run)))


def _amounts(subject: Subject) -> Mapping[int, Sequence[Amount]]:
    """Return the plain numbers of each sentence, in the order of the text."""
    out: dict[int, list[Amount]] = {i: [] for i in range(len(subject.reading.sentences))}
    dated = {i for d in subject.reading.dates for i in range(d.first, d.last + 1)}
    for claim in sorted(subject.claims, key=lambda c: c.location.start):
        value, i = claim.value, _index(claim, subject)
        tokens = subject.reading.doc.char_span(claim.location.start, claim.location.end, alignment_mode="expand")
        plain = isinstance(value, Interval) and value.bound in {"exact", "about"} and not claim.negated
        if not plain or i is None or tokens is None or any(t.i in dated for t in tokens):
            continue
        sort = kind_of(claim).number
        if isinstance(value, Interval) and value.number and sort in {Number.COUNT, Number.AMOUNT} and value.number > 0:
            if out[i] and out[i][-1].end > claim.location.start:
                continue
            out[i].append(Amount(claim=claim, number=float(value.number), unit=value.unit, noun=_noun(tokens[0])))
    return out


def _index(claim: Claim, subject: Subject) -> int | None:
    where = claim.location.start
    spans = enumerate(s.span for s in subject.reading.sentences)
    return next((i for i, s in spans if s.start <= where < s.end), None)


def _noun(number: Token) -> str | None:
    """Return the noun that a number stands before."""
    head = number.head if number.dep_ == "nummod" else None
    return head.lemma_.lower() if head is not None and head.pos_ in {"NOUN", "PROPN"} else None


def _runs(amounts: Sequence[Amount], subject: Subject) -> Iterator[Sequence[Amount]]:
    """Yield the longest rows of two or more numbers of one unit that are joined, the last by "and"."""
    for unit in {a.unit for a in amounts}:
        row = [a for a in amounts if a.unit == unit]
        run = row[:1]
        for before, amount in pairwise(row):
            if _joined(before, amount, subject):
                run.append(amount)
                continue
            if _is_run(run, subject):
                yield run
            run = [amount]
        if _is_run(run, subject):
            yield run


def _joined(before: Amount, amount: Amount, subject: Subject) -> bool:
    between = subject.reading.article.text[before.end : amount.start]
    return JOINT.fullmatch(between) is not None or (before.unit is not None and LOOSE.fullmatch(between) is not None)


def _is_run(run: Sequence[Amount], subject: Subject) -> bool:
    """Return whether a row is one of parts: closed by "and", of one time."""
    if len(run) < 2 or any(
        run[0].start <= subject.reading.doc[d.first].idx < run[-1].end for d in subject.reading.dates
    ):
        return False
    return LAST.search(subject.reading.article.text, run[-2].end, run[-1].start) is not None


def _whole(
    run: Sequence[Amount],
    at: int,
    amounts: Mapping[int, Sequence[Amount]],
    sentences: Sequence[Sentence],
    subject: Subject,
) -> Amount | None:
    """Return the number before a row of parts that they are parts of, in their sentence or before it."""
    text, first = subject.reading.article.text, run[0]
    before = [a for a in amounts[at] if a.end <= first.start and (a.unit == first.unit or first.unit is None)]
    if before:
        whole = before[-1]
        of_all = OF_ALL.search(text, max(0, whole.start - 20), whole.start) is not None
        opened = any(p.fullmatch(text, whole.end, first.start) for p in (OPENS, *([OF_MONEY] if first.unit else [])))
        return whole if of_all or opened else None
    lead = text[sentences[at].span.start : first.start]
    found = TAKEN_UP.fullmatch(lead)
    if found is None and (first.unit is None or len(lead) > LEAD):
        return None
    harm = HARMED.get((found["whom"] or "").lower()) if found else None
    for i in range(at - 1, -1 if harm else max(-1, at - 1 - BACK), -1):
        near = [a for a in amounts[i] if a.unit == first.unit and (not harm or event_group(a.claim.predicate) == harm)]
        if near:
            return near[-1] if len(near) == 1 else None
    return None


def _misfits(whole: Amount, run: Sequence[Amount], subject: Subject) -> bool:
    """Return whether parts are of a whole and off it by so little that they should make it."""
    numbers = [p.number for p in run]
    total, text = sum(numbers), subject.reading.article.text
    if max(numbers) >= whole.number or not all(_part_of(p, whole) for p in run) or not _counts(whole, text):
        return False
    off = abs(total - whole.number)
    grain = max(_grain(a) for a in (whole, *run))
    most = (HALF if REMAINING.search(text, run[-2].end, run[-1].start) else NEAR) * whole.number
    if off <= (grain * len(run) if whole.unit is not None else 0) or off > max(most, FEW):
        return False
    ahead, behind = (PREPOSITION.match(text, a.end) for a in (whole, run[0]))
    if ahead is not None and behind is not None and ahead[1] == behind[1]:
        return False
    return total > whole.number or _exhausts(whole, run, text)


def _counts(whole: Amount, text: str) -> bool:
    """Return whether a whole is of something told: before its noun, in a unit, after "of the", or a toll; not one of several bare numbers."""
    toll = event_group(whole.claim.predicate) in harms()
    return (
        whole.unit is not None
        or whole.noun is not None
        or toll
        or OF_ALL.search(text, max(0, whole.start - 20), whole.start) is not None
    )


def _grain(amount: Amount) -> float:
    """Return half the step to which an amount in a unit is rounded."""
    value = amount.claim.value
    return float(value.grain) / 2 if isinstance(value, Interval) else 0.0


def _part_of(part: Amount, whole: Amount) -> bool:
    """Return whether a part counts nothing of its own, or a sort of what the whole counts."""
    if part.noun is None or part.unit is not None:
        return True
    if whole.claim.thing is None:
        return False
    kin = kinship(Thing(text=part.noun, head=part.noun), whole.claim.thing)
    return part.noun == whole.noun or kin in {"same", "broader"}


def _exhausts(whole: Amount, run: Sequence[Amount], text: str) -> bool:
    """Return whether parts are all that there are: two halves of mankind or two answers, or three and more that nearly make the whole."""
    words = [set(re.findall(r"[a-z]+", text[a.end : a.end + BEHIND].lower())) for a in run]
    pairs = [*word_lists()["opposite"]["halves"], *word_lists()["opposite"]["answers"]]
    halves = len(run) == FEW and any(x in words[i] and y in words[1 - i] for x, y in pairs for i in (0, 1))
    return halves or (len(run) > FEW and whole.number - sum(p.number for p in run) <= max(1, CLOSE * whole.number))


BEHIND = 25
"""Characters behind a part in which the word stands that tells which it is."""
