from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from verify.model import Article
from verify.report.sarif import render

from .decisions import decided
from .samples import report
from .stories import HOSTILE, alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(log: str) -> dict[str, Any]:
    (run,) = json.loads(log)["runs"]
    return run


@pytest.mark.parametrize("story", STORIES)
def test_logs_are_valid(story) -> None:
    validator().validate(json.loads(render(story())))


def test_decided_logs_are_valid() -> None:
    validator().validate(json.loads(render(ferry(), decisions=decided(ferry()))))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render(ferry()))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator().iter_errors(log))


def test_conflicts_updates_and_flags_are_results() -> None:
    found = [(result["ruleId"], result["level"]) for result in run_of(render(ferry()))["results"]]
    assert found == [
        ("conflict", "error"),
        ("update", "note"),
        ("name-changes", "warning"),
        ("promise-without-name", "note"),
    ]


def test_a_result_points_at_both_sides() -> None:
    conflict = run_of(render(ferry()))["results"][0]
    text = "passengers hurt (9 to 11): nine and eleven cannot both hold. Compare [A](1), [B](2)."
    assert conflict["message"]["text"] == text
    assert [(place["id"], place["message"]["text"]) for place in conflict["relatedLocations"]] == [(1, "9"), (2, "11")]


@pytest.mark.parametrize("story", [crowd, ferry, hostile])
def test_regions_are_the_words_quoted(story) -> None:
    texts = [article.text for article in story().articles]
    for result in run_of(render(story()))["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            physical = place["physicalLocation"]
            text, region = texts[physical["artifactLocation"]["index"]], physical["region"]
            line = text.split("\n")[region["startLine"] - 1]
            words = region["snippet"]["text"]
            assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == words
            assert line[region["startColumn"] - 1 :].startswith(words.split("\n")[0])
            around = physical.get("contextRegion", {"charOffset": 0, "charLength": len(text)})
            assert around["charOffset"] <= region["charOffset"]
            assert around["charOffset"] + around["charLength"] >= region["charOffset"] + region["charLength"]
            assert around["charLength"] > region["charLength"]


def test_rules_are_those_of_the_results() -> None:
    run = run_of(render(ferry()))
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}


def test_dismissed_findings_are_suppressed_and_all_say_so() -> None:
    results = run_of(render(ferry(), decisions=decided(ferry())))["results"]
    assert [len(result["suppressions"]) for result in results] == [1, 0, 1, 0]
    (suppression,) = results[0]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"].startswith("dismissed by Ada, 9 May 2031: two ferries")


def test_a_fingerprint_outlives_edits_elsewhere() -> None:
    """A line put before everything moves each place and changes no fingerprint."""

    def prints(log: str) -> list[Any]:
        return [result["partialFingerprints"] for result in run_of(log)["results"]]

    report = crowd()
    moved = [replace(article, text=f"Updated.\n{article.text}") for article in report.articles]
    claims = {
        claim.id: replace(
            claim,
            location=replace(
                claim.location, start=claim.location.start + 9, end=claim.location.end + 9, line=claim.location.line + 1
            ),
            sentence=replace(claim.sentence, start=claim.sentence.start + 9, end=claim.sentence.end + 9),
        )
        for claim in report.claims
    }
    facts = tuple(replace(fact, claims=tuple(claims[c].id for c in fact.claims)) for fact in report.facts)
    after = replace(report, articles=tuple(moved), claims=tuple(claims.values()), facts=facts)
    assert prints(render(after)) == prints(render(report))
    assert facts[0].id != report.facts[0].id


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü#1?.txt", "a%20b/%C3%BC%231%3F.txt"),
        ("./x.txt", "x.txt"),
        ("/tmp/x.txt", "file:///tmp/x.txt"),
        ("caf\udce9.txt", "caf%5Cudce9.txt"),
        (None, "memory%3A1"),
    ],
)
def test_paths_are_uris(path: str | None, uri: str) -> None:
    log = render(report((Article(id="memory:1", text="x", path=path),), (), ()))
    assert run_of(log)["artifacts"][0]["location"]["uri"] == uri


def test_files_that_were_not_read_are_told() -> None:
    (notice,) = run_of(render(ferry()))["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "ferry/scan.pdf: no text in this form"


def test_hostile_text_makes_no_links() -> None:
    assert "](" in HOSTILE
    for result in run_of(render(hostile()))["results"]:
        text = result["message"]["text"].partition(" Compare ")[0]
        assert "](" not in text
        assert text.isprintable()


@pytest.mark.parametrize("story", STORIES)
def test_same_report_same_text(story) -> None:
    assert render(story()) == render(story())
