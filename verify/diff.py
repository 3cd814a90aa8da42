"""Two reports, in the form of their JSON → what became of the findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from verify.errors import InputError
from verify.model import VERDICTS, Difference, Noted, Report, Verdict, content_keys

_SCHEMA = "verify-report/1"
_FINDINGS = frozenset(("conflict", "update", "flag"))

JsonReport = Mapping[str, Any]


def parse_report(text: str) -> JsonReport:
    """Return a report that was written as JSON. Raises InputError where the text is none."""
    try:
        report = json.loads(text)
        known = report["schema"] == _SCHEMA
        _noted(report)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        known = False
    if not known:
        raise InputError(f"no report of verify, expected JSON of the schema {_SCHEMA} as --json writes it")
    return dict(report)


def compare_reports(old: JsonReport, new: JsonReport) -> Difference:
    """Return the findings (conflicts, updates, flags) that are new, gone or changed; one is the same where its content key is.

    A change is another verdict on the same words, as where a conflict has become an update or an agreement.
    """
    before, after = _noted(old), _noted(new)
    shared = [key for key in after if key in before]
    return Difference(
        new=tuple(n for key, n in after.items() if key not in before and n.sort in _FINDINGS),
        gone=tuple(n for key, n in before.items() if key not in after and n.sort in _FINDINGS),
        changed=tuple((before[key], after[key]) for key in shared if _changed(before[key], after[key])),
    )


def only_fresh(report: Report, difference: Difference) -> Report:
    """Return the later report with those findings alone that are new or changed."""
    fresh = {noted.id for noted in (*difference.new, *(after for _, after in difference.changed))}
    return replace(
        report,
        facts=tuple(fact for fact in report.facts if fact.id in fresh),
        flags=tuple(flag for flag in report.flags if flag.id in fresh),
    )


def _changed(before: Noted, after: Noted) -> bool:
    return before.sort != after.sort and bool({before.sort, after.sort} & _FINDINGS)


def _noted(report: JsonReport) -> dict[str, Noted]:
    """Return facts and flags by content key, in the order of the report."""
    keys = content_keys(report)
    return {keys[noted.id]: noted for noted in (*_facts(report), *_flags(report))}


def _facts(report: JsonReport) -> Iterator[Noted]:
    claims = {claim["id"]: claim for claim in report["claims"]}
    for fact in report["facts"]:
        said = [claims[i] for i in fact["claims"]]
        quotes = dict.fromkeys(" ".join(claim["quote"].split()) for claim in said)
        about = f"{fact['label']}: {' / '.join(f'“{quote}”' for quote in quotes)}"
        yield Noted(id=fact["id"], sort=_verdict(fact["verdict"]), about=about, places=_places(report, said))


def _verdict(word: str) -> Verdict:
    return VERDICTS[VERDICTS.index(cast(Verdict, word))]


def _flags(report: JsonReport) -> Iterator[Noted]:
    for flag in report["flags"]:
        places = _places(report, [flag["primary"], *flag["related"]])
        yield Noted(id=flag["id"], sort="flag", about=str(flag["message"]), places=places)


def _places(report: JsonReport, said: list[Mapping[str, Any]]) -> tuple[str, ...]:
    paths = {article["id"]: article["path"] or article["id"] for article in report["articles"]}
    return tuple(f"{paths[s['article']]}:{s['line']}:{s['column']}" for s in said)
