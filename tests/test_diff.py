"""Findings between two reports: new, gone, changed; the same wherever their words have moved."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.report.stories import ferry, hostile, nothing
from verify import Report
from verify.diff import compare_reports, only_fresh, parse_report
from verify.errors import InputError
from verify.model import Verdict
from verify.report import as_json, difference


def turned(report: Report, before: Verdict, after: Verdict) -> Report:
    facts = (replace(fact, verdict=after) if fact.verdict == before else fact for fact in report.facts)
    return replace(report, facts=tuple(facts))


def test_a_report_against_itself() -> None:
    found = compare_reports(ferry().to_dict(), ferry().to_dict())
    assert not (found.new or found.gone or found.changed)


def test_against_nothing_every_finding_is_new_and_the_other_way_gone() -> None:
    found = compare_reports(nothing().to_dict(), ferry().to_dict())
    assert sorted(noted.sort for noted in found.new) == ["conflict", "flag", "flag", "update"]
    assert not found.gone and not found.changed
    back = compare_reports(ferry().to_dict(), nothing().to_dict())
    assert (back.gone, back.new) == (found.new, ())
    (conflict,) = [noted for noted in found.new if noted.sort == "conflict"]
    assert conflict.about == "passengers hurt: “Eleven passengers” / “Nine passengers”"
    assert conflict.places[0].startswith("ferry/courier.txt:")


def test_a_change_is_another_verdict_on_the_same_words() -> None:
    later = turned(ferry(), "conflict", "agree")
    found = compare_reports(ferry().to_dict(), later.to_dict())
    assert [(before.sort, after.sort) for before, after in found.changed] == [("conflict", "agree")]
    assert not found.new and not found.gone
    among_agreements = compare_reports(ferry().to_dict(), turned(ferry(), "agree", "compatible").to_dict())
    assert not among_agreements.changed


def test_what_is_fresh() -> None:
    later = turned(ferry(), "compatible", "conflict")
    found = compare_reports(ferry().to_dict(), later.to_dict())
    left = only_fresh(later, found)
    assert [fact.verdict for fact in left.facts] == ["conflict", "conflict"] and not left.flags


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_words_stay_words(colour: bool) -> None:
    found = compare_reports(nothing().to_dict(), hostile().to_dict())
    page = difference.render(found, width=80, colour=colour)
    assert "\x1b[31mred" not in page and "\u202e" not in page and "[red]stop[/red]" in page


def test_a_written_report_is_read_back() -> None:
    assert parse_report(as_json.render(ferry())) == json.loads(as_json.render(ferry()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        "null",
        "{}",
        '{"schema": "verify-report/1"}',
        '{"schema": "verify-report/2"}',
        "[" * 100_000,
        as_json.render(ferry()).replace('"verdict": "conflict"', '"verdict": "fight"'),
        as_json.render(ferry()).replace('"fingerprint"', '"thumb"'),
    ],
)
def test_what_is_no_report(text: str) -> None:
    with pytest.raises(InputError, match="no report of verify, expected JSON of the schema verify-report/1"):
        parse_report(text)
