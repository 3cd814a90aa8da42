from __future__ import annotations

import json
from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from verify.model import Article, Report
from verify.report.as_json import render

from .samples import report
from .stories import alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]


def schema() -> dict[str, Any]:
    return json.loads(files("verify").joinpath("data/verify-report-1.schema.json").read_text(encoding="utf-8"))


def validate(report: dict[str, Any]) -> None:
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(report)


def objects(node: Any) -> list[dict[str, Any]]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [node] * isinstance(node, dict) + [found for child in children for found in objects(child)]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_schema_leaves_no_object_open() -> None:
    typed = [node for node in objects(schema()) if node.get("type") == "object"]
    assert len(typed) > 10
    assert all("additionalProperties" in node for node in typed)
    closed = [node for node in typed if node["additionalProperties"] is False]
    assert all(set(node["required"]) <= set(node["properties"]) for node in closed)


@pytest.mark.parametrize("story", STORIES)
def test_reports_are_valid(story) -> None:
    validate(json.loads(render(story())))


@pytest.mark.parametrize("story", STORIES)
def test_nothing_is_lost(story) -> None:
    assert json.loads(render(story())) == json.loads(json.dumps(story().to_dict()))


@pytest.mark.parametrize("story", STORIES)
def test_same_report_same_text(story) -> None:
    assert render(story()) == render(story())


def test_the_form_is_that_of_the_contract() -> None:
    text = render(ferry())
    assert text.startswith('{\n  "schema": "verify-report/1",\n')
    assert text.endswith("}\n")
    assert "“We had trained" in text


def test_a_path_that_is_no_text_still_encodes() -> None:
    broken: Report = report((Article(id="a", text="x", path="caf\udce9.txt"),), (), ())
    text = render(broken)
    assert text.encode("utf-8")
    assert json.loads(text)["articles"][0]["path"] == "caf\udce9.txt"


WRONG = {
    "another key": lambda r: r.update(extra=1),
    "another key in a claim": lambda r: r["claims"][0].update(extra=1),
    "another key in a value": lambda r: r["claims"][0]["value"].update(words="x"),
    "a missing key": lambda r: r["facts"][0].pop("reason"),
    "an unknown verdict": lambda r: r["facts"][0].update(verdict="true"),
    "an unknown kind": lambda r: r["claims"][0].update(kind="opinion"),
    "an unknown bound": lambda r: r["claims"][0]["value"].update(bound="roughly"),
    "an unknown relation": lambda r: r["facts"][0]["links"][0].update(relation="same"),
    "a column from zero": lambda r: r["flags"][0]["primary"].update(column=0),
    "a fact without claims": lambda r: r["facts"][0].update(claims=[]),
    "a claim that is no identifier": lambda r: r["facts"][0].update(claims=["c-1"]),
    "a level beyond high": lambda r: r["flags"][0].update(severity="fatal"),
    "a date that is no date": lambda r: r["articles"][0].update(published="Tuesday"),
    "a count that is no number": lambda r: r["summary"].update(conflict="1"),
    "another version": lambda r: r.update(schema="verify-report/2"),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_schema_refuses(change) -> None:
    wrong = deepcopy(json.loads(render(ferry())))
    change(wrong)
    with pytest.raises(ValidationError):
        validate(wrong)


@pytest.mark.parametrize(
    "value",
    [
        {"stated": [3, 4.5], "bound": "range", "low": 3, "high": 4.5, "unit": "km", "change": "up"},
        {"stated": None, "bound": "vague", "low": 2, "high": None, "unit": None, "change": None},
        {"start": None, "end": None, "granularity": "weekday", "name": "Sunday"},
        {"name": "Port Albany", "type": "place"},
        {"words": "no fears"},
    ],
)
def test_schema_takes_every_sort_of_value(value: dict[str, Any]) -> None:
    changed = json.loads(render(ferry()))
    changed["claims"][0]["value"] = value
    validate(changed)
