"""A report held against the decisions about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verify.model import Decision, Report
from verify.review.entries import Entry
from verify.review.findings import Finding, findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What is left of a report without the dismissed findings, the decisions by identifier, the stale entries, and those that
    are about a finding of an article that has another name now.
    """

    left: Report
    decisions: Mapping[str, Decision]
    stale: tuple[Entry, ...]
    moved: tuple[Entry, ...]


def judge(report: Report, entries: Mapping[str, Entry]) -> Reviewed:
    """Return what the entries make of a report; an entry is stale where its articles were read and its finding is gone,
    unless it was fixed.
    """
    found = findings(report)
    decided = {f.item.id: entries[f.key].decided(f.key) for f in found if f.key in entries}
    decisions = {id: decision for id, decision in decided.items() if decision}
    dismissed = {id for id, decision in decisions.items() if decision.state == "dismissed"}
    return Reviewed(
        left=replace(
            report,
            facts=tuple(fact for fact in report.facts if fact.id not in dismissed),
            flags=tuple(flag for flag in report.flags if flag.id not in dismissed),
        ),
        decisions=decisions,
        stale=_stale(report, entries, {f.key for f in found}),
        moved=_moved(report, entries, found),
    )


def _moved(report: Report, entries: Mapping[str, Entry], found: Sequence[Finding]) -> tuple[Entry, ...]:
    """Return the entries whose articles are not all there, but that say of what they are about what an undecided finding does."""
    read = {article.id for article in report.articles}
    about = {(f.key.partition("-")[0], f.about) for f in found if f.key not in entries}
    return tuple(
        entry
        for key, entry in sorted(entries.items())
        if not read.issuperset(entry.articles) and (key.partition("-")[0], entry.about) in about
    )


def _stale(report: Report, entries: Mapping[str, Entry], found: set[str]) -> tuple[Entry, ...]:
    read = {article.id for article in report.articles}
    gone = (entry for key, entry in sorted(entries.items()) if key not in found)
    return tuple(entry for entry in gone if entry.decision != "fixed" and read.issuperset(entry.articles))
