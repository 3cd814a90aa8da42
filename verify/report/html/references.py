"""How the text of an article refers to the findings, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.model import Kind, Location, NotChecked, Report, Verdict
from verify.report.inert import clip
from verify.report.matters import matters
from verify.report.sheet import FLAG, WORDING

TITLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A finding as an article refers to it: the look of its marks, its sign ("✗#1", which no one takes for a count) and its title in words."""

    id: str
    look: Verdict | str
    kind: Kind | None
    sign: str
    title: str


def references(report: Report) -> Iterator[tuple[Location, Reference]]:
    """Yield each place with the finding that points at it: conflicts, flags, then the other facts."""
    facts = list(_facts(report))
    yield from (pair for pair in facts if pair[1].look == "conflict")
    yield from _flags(report)
    yield from (pair for pair in facts if pair[1].look != "conflict")


def _facts(report: Report) -> Iterator[tuple[Location, Reference]]:
    claims = report.claim_by_id()
    for number, matter in enumerate(matters(report.facts), 1):
        fact = matter.lead
        wording = WORDING[fact.verdict]
        title = f"{wording.word}, no. {number}: {clip(fact.label, TITLE)}"
        sign = f"{wording.symbol}#{number}"
        reference = Reference(id=fact.id, look=fact.verdict, kind=fact.kind, sign=sign, title=title)
        for identifier in matter.whole.claims:
            yield claims[identifier].location, reference


def _flags(report: Report) -> Iterator[tuple[Location, Reference]]:
    for number, flag in enumerate(report.flags, 1):
        title = f"flag, no. {number}: {clip(flag.message, TITLE)}"
        reference = Reference(id=flag.id, look="flag", kind=None, sign=f"{FLAG}#{number}", title=title)
        for location in (flag.primary, *flag.related):
            yield location, reference


def why_unchecked(entry: NotChecked) -> str:
    """Return why a part of an article was not checked, as a title."""
    return f"not checked: {clip(entry.reason, TITLE)}"
