"""Hostile articles through every step and every renderer, each checked by a real parser.

500 stories here; 10,000 by `VERIFY_HOSTILE=1 pytest tests/hostile`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zlib import crc32

import jsonschema
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from report.pages import Elements
from report.stories import ferry

from verify import Article, Report, cross_check
from verify.align.sameness import Sameness
from verify.cli.files import spreadsheet
from verify.report import as_json, claimreview, claims, crosscheck, html, markdown, sarif, terminal, why

from .grammar import stories

LONG = bool(os.environ.get("VERIFY_HOSTILE"))
FOLDS = {"<!-- -->", "<b>", "</b>", "<code>", "</code>", "<details>", "</details>", "<summary>", "</summary>"}
"""The tags of our own in a Markdown report."""
SCHEMA = Path(__file__).parent.parent.parent / "verify" / "data" / "verify-report-1.schema.json"


def test_no_article_steers_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fuzzer whose stories say nothing would find nothing: together they reach every verdict that matters."""
    if not LONG:
        monkeypatch.setattr(Sameness, "encode", _drawn)
    found: set[str] = set()

    @settings(
        max_examples=10_000 if LONG else 500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(stories())
    def look(story: tuple[Article, ...]) -> None:
        report = cross_check(story)
        for render in (_json, _markdown, _page, _picture, _tables, _sarif, _claimreview, _terminal):
            render(report)
        found.update(fact.verdict for fact in report.facts)
        found.update("flag" for _ in report.flags)

    look()
    assert {"single-source", "conflict", "flag"} <= found


def _drawn(model: Sameness, keys: Sequence[str]) -> Any:
    """Return vectors drawn by the claims' words: the network's opinion, whatever it is, makes no renderer unsafe, and is half the time."""
    half = model.heads["hidden.weight"].shape[1] // 4
    drawn = [
        np.random.default_rng(crc32(key.encode("utf-8", "surrogatepass"))).standard_normal((2, half)) for key in keys
    ]
    rows = np.array(drawn, dtype=np.float32).reshape(len(keys), 2, half)
    return (rows / np.linalg.norm(rows, axis=2, keepdims=True)).reshape(len(keys), 2 * half)


@cache
def _validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _json(report: Report) -> None:
    text = as_json.render(report)
    text.encode("utf-8")
    _validator().validate(json.loads(text))


def _markdown(report: Report) -> None:
    text = markdown.render(report)
    _no_steering(text)
    tokens = [inner for token in MarkdownIt("commonmark").parse(text) for inner in (token, *(token.children or ()))]
    for token in (t for t in tokens if t.type in ("html_block", "html_inline", "image")):
        assert set(re.findall(r"<[^>]*>", token.content)) <= FOLDS, token.content
    for target in (t.attrGet("href") for t in tokens if t.type == "link_open"):
        assert not re.match(r"\s*(?:javascript|data|https?):", str(target), re.I), target


def _page(report: Report) -> None:
    page = Elements.of(html.render(report, name="x"))
    assert not page.badly_nested
    assert page.tags() <= _own_tags()
    assert [tag for tag, _ in page.found].count("script") <= 1
    for _tag, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")]
        assert not re.match(r"\s*(?:javascript|data|https?):", attributes.get("href", ""), re.I)


@cache
def _own_tags() -> set[str]:
    """Return the tags of a page on articles that nobody has tampered with."""
    return Elements.of(html.render(ferry(), name="x")).tags()


def _picture(report: Report) -> None:
    ElementTree.fromstring(terminal.svg(report).encode("utf-8"))


def _tables(report: Report) -> None:
    found = [claim for article in report.articles for claim in report.claims if claim.article == article.id]
    for rows in (crosscheck.rows(report), claims.rows(found)):
        columns = list(rows[0]) if rows else ["none"]
        text = spreadsheet(rows, columns=columns)
        assert "\r" not in text
        _no_steering(text)
        for row in csv.reader(io.StringIO(text, newline="")):
            assert len(row) == len(columns)
            assert not [
                cell
                for cell in row
                if unicodedata.normalize("NFKC", cell.lstrip()[:1]) in set("=@") or (cell[:1] in "\t\r" and cell)
            ]


def _sarif(report: Report) -> None:
    (run,) = json.loads(sarif.render(report))["runs"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert len(set(uris)) == len(uris)
    for result in run["results"]:
        for place in result["locations"]:
            file = place["physicalLocation"]["artifactLocation"]
            assert uris[file["index"]] == file["uri"]


def _claimreview(report: Report) -> None:
    json.loads(claimreview.render(report))


def _terminal(report: Report) -> None:
    _no_steering(terminal.render(report, width=100, colour=False))
    for fact in report.facts[:2]:
        _no_steering(why.render(report, fact, width=100, colour=False))
    _no_steering(claims.table(report.claims, articles=report.articles, width=100, colour=False))


def _no_steering(text: str) -> None:
    """Assert that a text holds no sign that a terminal or an editor would obey."""
    bad = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\t"}
    assert not bad, [hex(ord(c)) for c in bad]
    text.encode("utf-8")
