from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pandas as pd
import pytest
from rich.cells import cell_len

from verify.report.claims import as_json, rows, table

from . import golden
from .samples import Said
from .stories import LONG_NAME, alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]


@pytest.mark.parametrize("width", [80, 160])
def test_table_is_the_golden_one(width: int) -> None:
    story = ferry()
    golden.check(f"claims-{width}.txt", table(story.claims, articles=story.articles, width=width, colour=False))


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("story", STORIES)
def test_table_keeps_its_width_and_is_inert(story, width: int) -> None:
    text = table(story().claims, articles=story().articles, width=width, colour=False)
    assert all(cell_len(line) <= width or LONG_NAME in line for line in text.splitlines())
    assert text.replace("\n", "").isprintable()


def test_claims_stand_by_article_in_reading_order() -> None:
    story = ferry()
    backwards = table(tuple(reversed(story.claims)), articles=story.articles, width=80, colour=False)
    assert backwards == table(story.claims, articles=story.articles, width=80, colour=False)


def test_no_claims_are_said_to_be_none() -> None:
    assert table((), articles=(), width=80, colour=False) == "No claims.\n"


def test_rows_are_flat_and_alike() -> None:
    flat = rows(ferry().claims)
    assert {tuple(row) for row in flat} == {tuple(flat[0])}
    assert not any(isinstance(cell, dict | list | tuple) for row in flat for cell in row.values())
    assert flat[0]["quote"] == "Nine passengers"
    assert (flat[0]["value"], flat[0]["low"], flat[0]["place"], flat[0]["line"]) == ("9", 9, "Tarn Point", 3)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    claim = replace(ferry().claims[0], subject=f"{start}1+1", value=Said(words=f"{start}2"))
    (row,) = rows([claim])
    shown = {"\t": "␉", "\r": "␍"}.get(start, start)
    assert row["subject"] == f"'{shown}1+1"
    assert row["value"] == f"'{shown}2"


def test_rows_survive_a_csv() -> None:
    flat = rows([*ferry().claims, *hostile().claims, replace(ferry().claims[0], agent="\ud800")])
    text = pd.DataFrame(flat).to_csv(index=False)
    assert text.encode("utf-8")
    back = list(csv.DictReader(io.StringIO(text)))
    assert [row["quote"] for row in back] == [row["quote"] for row in flat]


def test_json_holds_the_claims_as_reports_do() -> None:
    story = ferry()
    assert json.loads(as_json(story.claims)) == json.loads(json.dumps(story.to_dict()))["claims"]
