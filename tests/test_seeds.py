"""What an editor must read on the two articles of `seeds/`, and the committed reports."""

from __future__ import annotations

import contextlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from verify import Article, Fact, Report, cross_check
from verify.articles import read_stories
from verify.cli.outputs import Output, outputs
from verify.report import as_json, markdown
from verify.report.decided import UNDECIDED

ROOT = Path(__file__).parent.parent
FORMATS = outputs(**dict.fromkeys(("json", "svg", "html", "csv", "sarif", "claimreview"), "reports/"))


@cache
def seeds() -> tuple[Article, ...]:
    with contextlib.chdir(ROOT):
        (story,) = read_stories(["seeds"])
    return tuple(story.articles)


@cache
def report() -> Report:
    return cross_check(seeds())


def facts(*quotes: str) -> list[Fact]:
    """Facts that hold, for each of the quotes, a claim whose words contain it."""
    claims = report().claim_by_id()
    held = [(f, [claims[c].location.quote for c in f.claims]) for f in report().facts]
    return [f for f, found in held if all(any(q in quote for quote in found) for q in quotes)]


def test_five_facilities_agree() -> None:
    (fact,) = [f for f in facts("five KH facilities", "five facilities") if f.verdict == "agree"]
    assert len(fact.claims) == 3


def test_two_and_three_locations_make_five_facilities() -> None:
    (fact,) = [f for f in facts("two locations", "three", "five") if f.verdict == "agree-by-sum"]
    three = next(c for c in report().claims if c.id in fact.claims and c.location.quote == "three")
    assert three.thing is not None and three.thing.head == "location"


def test_the_rocket_attack_is_one_and_its_number_is_stated_once() -> None:
    (fact,) = [f for f in facts("30-plus rocket", "rocket attack") if f.kind == "count"]
    claim = next(c for c in report().claims if c.id in fact.claims and c.kind == "count")
    assert fact.verdict == "compatible"
    assert claim.value.to_dict() | {"stated": 30, "bound": "at-least", "low": 30, "high": None} == claim.value.to_dict()
    assert claim.thing is not None and claim.thing.head == "rocket"


def test_one_american_was_killed() -> None:
    assert [f.verdict for f in facts("US citizen", "U.S. civilian contractor")] == ["agree"]


def test_the_injured_are_compatible() -> None:
    assert [f.verdict for f in facts("four US service members", "several American and Iraqi forces")] == ["compatible"]
    assert not [f for f in facts("two members", "several American") if f.verdict == "conflict"]


def test_the_long_statement_is_one_quotation() -> None:
    assert [f.verdict for f in facts("KH has a strong linkage", "[Operation Inherent Resolve]")] == ["agree"]


@pytest.mark.parametrize("quote", ["16 Malaysian crew members"])
def test_what_one_source_says(quote: str) -> None:
    assert {f.verdict for f in facts(quote)} == {"single-source"}


def test_nothing_conflicts() -> None:
    assert not [f for f in report().facts if f.verdict == "conflict"]


def test_the_first_flag_is_the_swapped_country() -> None:
    first, *others = report().flags
    assert (first.check, first.confidence) == ("entity-swap", "high")
    assert first.primary.article.startswith("000") and "warned Iraq" in first.primary.quote
    assert "warned Iran" in first.related[0].quote
    assert len(others) <= 3
    assert {f.check for f in others} == {"name-variant"}


@pytest.mark.parametrize("text", ["4 min read", "You May Also Like", "source: ", "date 2019"])
def test_furniture_gives_no_claim(text: str) -> None:
    for article in seeds():
        at = article.text.find(text)
        assert not [
            c
            for c in report().claims
            if at >= 0 and c.article == article.id and at <= c.location.start < at + len(text)
        ]


def test_what_is_known_of_the_articles() -> None:
    assert [str(a.published) for a in report().articles] == ["2019-12-31", "None"]
    assert report().articles[1].outlet == "abcnews.go.com"


def test_every_claim_quotes_its_file() -> None:
    texts = {a.id: (ROOT / "seeds" / f"{a.id}.txt").read_bytes().decode() for a in report().articles}
    for claim in report().claims:
        where = claim.location
        assert texts[claim.article][where.start : where.end] == where.quote
        line = texts[claim.article].split("\n")[where.line - 1]
        assert line[where.column - 1 :].startswith(where.quote.split("\n")[0])


def test_json_is_valid() -> None:
    schema = json.loads((files("verify") / "data" / "verify-report-1.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads(as_json.render(report())))


@pytest.mark.parametrize("output", FORMATS, ids=lambda output: output.option)
def test_the_committed_formats_are_fresh(output: Output) -> None:
    assert (ROOT / output.place("seeds")).read_text(encoding="utf-8") == output.render(
        report(), "seeds", UNDECIDED, "medium"
    )


def test_the_committed_report_is_what_the_first_command_writes() -> None:
    assert (ROOT / "reports" / "seeds.md").read_text(encoding="utf-8") == markdown.render(report())
