"""The cross-check as rows for a fact-checker's spreadsheet: one per claim of a fact, one per place of a flag."""

from __future__ import annotations

from collections.abc import Iterable

from verify.model import VERDICTS, Article, Claim, Decision, Fact, Flag, Location, Report
from verify.report.decided import UNDECIDED, Decisions
from verify.report.index import Index, index_of
from verify.report.inert import harmless, one_line
from verify.report.sheet import WORDING

Rows = list[dict[str, object]]

COLUMNS = (
    *("verdict", "fact", "claim", "source", "file", "line", "column", "quotation", "sentence", "said by"),
    *("reason", "severity", "confidence", "decision", "note", "decided by", "decided on", "finding"),
)


def rows(report: Report, *, decisions: Decisions = UNDECIDED) -> Rows:
    """Return a row per claim and flagged place: conflicts, flags, other facts, dismissed ones too; its keys are `COLUMNS`."""
    index = index_of(report)
    facts = sorted(report.facts, key=lambda fact: VERDICTS.index(fact.verdict))
    conflicts = [fact for fact in facts if fact.verdict == "conflict"]
    found = [row for fact in conflicts for row in _of_fact(index, fact, decisions.get(fact.id))]
    found += [row for flag in report.flags for row in _of_flag(index, flag, decisions.get(flag.id))]
    found += [row for fact in facts[len(conflicts) :] for row in _of_fact(index, fact, decisions.get(fact.id))]
    return [{name: harmless(cell) for name, cell in row.items()} for row in found]


def _of_fact(index: Index, fact: Fact, decision: Decision | None) -> Iterable[dict[str, object]]:
    for claim in index.claims_of(fact):
        article = index.articles[claim.article]
        sentence = article.text[claim.sentence.start : claim.sentence.end]
        yield {
            "verdict": WORDING[fact.verdict].word,
            "fact": one_line(fact.label),
            "claim": ("not " if claim.negated else "") + one_line(_claimed(claim)),
            **_where(article, claim.location, sentence),
            "said by": one_line(claim.speech.speaker or ""),
            "reason": one_line(fact.reason),
            "severity": "",
            "confidence": "",
            **_decided(decision),
            "finding": fact.id,
        }


def _of_flag(index: Index, flag: Flag, decision: Decision | None) -> Iterable[dict[str, object]]:
    for location in (flag.primary, *flag.related):
        article, sentence = index.articles[location.article], index.sentence(location)
        yield {
            "verdict": "flag",
            "fact": one_line(flag.check),
            "claim": "",
            **_where(article, location, article.text[sentence.start : sentence.end]),
            "said by": "",
            "reason": one_line(flag.message),
            "severity": flag.severity,
            "confidence": flag.confidence,
            **_decided(decision),
            "finding": flag.id,
        }


def _claimed(claim: Claim) -> str:
    thing = claim.thing.text if claim.thing else ""
    value = claim.value.label()
    return value if thing in value else f"{value} {thing}"


def _where(article: Article, location: Location, sentence: str) -> dict[str, object]:
    return {
        "source": one_line(article.outlet or article.id),
        "file": article.path or article.id,
        "line": location.line,
        "column": location.column,
        "quotation": one_line(location.quote),
        "sentence": one_line(sentence),
    }


def _decided(decision: Decision | None) -> dict[str, object]:
    if decision is None:
        return dict.fromkeys(("decision", "note", "decided by", "decided on"), "")
    said = " – ".join(filter(None, (decision.reason, decision.note)))
    return {"decision": decision.state, "note": said, "decided by": decision.who, "decided on": decision.when}
