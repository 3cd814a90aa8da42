from __future__ import annotations

import csv
import io

import pytest

from verify.cli.files import spreadsheet
from verify.report.crosscheck import COLUMNS, rows

from .decisions import decided
from .stories import alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]


def read_back(report, **options) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(spreadsheet(rows(report, **options), columns=COLUMNS))))


@pytest.mark.parametrize("story", STORIES)
def test_every_claim_of_a_fact_and_every_place_of_a_flag_has_its_row(story) -> None:
    report = story()
    expected = sum(len(fact.claims) for fact in report.facts) + sum(1 + len(flag.related) for flag in report.flags)
    found = read_back(report)
    assert len(found) == expected
    assert all(tuple(row) == COLUMNS for row in found)


def test_a_row_says_who_says_what_where() -> None:
    first = read_back(ferry())[0]
    wanted = {
        "verdict": "conflict",
        "fact": "passengers hurt",
        "claim": "9 passengers",
        "source": "The Tarn Beacon",
        "file": "ferry/beacon.txt",
        "line": "3",
        "column": "118",
        "quotation": "Nine passengers",
        "reason": "nine and eleven cannot both hold",
        "decision": "",
    }
    assert {name: first[name] for name in wanted} == wanted
    assert first["sentence"].startswith("Nine passengers were injured, two of them")


def test_conflicts_and_flags_come_first() -> None:
    order = list(dict.fromkeys(row["verdict"] for row in read_back(ferry())))
    assert order[:3] == ["conflict", "flag", "update"]


def test_decisions_fill_their_cells() -> None:
    conflict, *_, last = read_back(ferry(), decisions=decided(ferry()))
    assert (conflict["decision"], conflict["decided by"], conflict["decided on"]) == ("dismissed", "Ada", "2031-05-09")
    assert conflict["note"] == "two ferries – =see <b>below</b>"
    assert last["decision"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    from dataclasses import replace

    report = ferry()
    flag = replace(report.flags[0], message=f"{start}1+1")
    found = read_back(replace(report, flags=(flag,)))
    assert f"'{start}1+1" in {row["reason"] for row in found}
    assert not [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_nothing_is_still_a_sheet() -> None:
    assert spreadsheet(rows(nothing()), columns=COLUMNS) == ",".join(COLUMNS) + "\n"
