from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from verify import Article, cross_check
from verify.cache.codec import decode, encode
from verify.language.component import vocabulary
from verify.model import Span
from verify.options import Options
from verify.pipeline import read_articles

TEXTS = (
    "“We lost two houses,” Mayor Ana Ruiz said on Monday. The fire killed at least 12 people near Porto, Portugal, police said.",
    "On Dec. 27, 2019, more than 30 rockets hit a base; Lt. Gen. Robert White, 51, said it cost $1.2 billion.\n\nIt was 40 km off.",
    "\U0001f525 Zoë’s café burned\u202e down… 5 % of it, 3,5 km² — said “no one”.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_an_article_as_read_comes_back(text: str) -> None:
    article = Article.from_text(id="a", text=text, published="2020-01-02")
    ((reading, claims),) = read_articles([article], Options())
    data = encode((reading, claims), reading=reading)
    again, same = decode(data, article=reading.article, vocab=vocabulary())
    assert same == claims and claims
    assert again.article is reading.article
    assert (again.places, again.dates, again.entities.all) == (reading.places, reading.dates, reading.entities.all)
    assert again.speech.by_token == reading.speech.by_token
    assert again.doc.to_json() == reading.doc.to_json()
    assert [(s.span, s.tokens.text, s.tokens.start) for s in again.sentences] == [
        (s.span, s.tokens.text, s.tokens.start) for s in reading.sentences
    ]
    assert encode((again, same), reading=again) == data


def test_a_report_comes_back() -> None:
    report = cross_check([Article.from_text(id=str(i), text=t) for i, t in enumerate(TEXTS)])
    assert decode(encode(report)) == report


def test_one_value_twice_is_written_once() -> None:
    span = Span(start=1, end=2)
    first, second = decode(encode((span, span)))
    assert first is second and first == span


@pytest.mark.parametrize(
    "value",
    [None, True, 2**70, 1.5, "\ud800", (1, ("a", ())), [1], {1: {"a": None}}, frozenset({1, 2}), date(2020, 2, 29)],
)
def test_plain_values_come_back(value: object) -> None:
    again = decode(encode(value))
    assert again == value and type(again) is type(value)


@dataclass(frozen=True)
class Foreign:
    words: str = ""


@pytest.mark.parametrize("value", [object(), Path("x"), {1}, b"bytes"])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no form in the cache"):
        encode(value)


def coded(rows: object, root: object) -> bytes:
    return zlib.compress(json.dumps([None, rows, root]).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"[1]"),
        coded([], ["row", 0]),
        coded([], ["no such form"]),
        coded([], ["span", 0, 1]),
        coded([["os:system", "true"]], ["row", 0]),
        coded([["verify.model.kinds:digest", "true"]], ["row", 0]),
        coded([["verify.errors:VerifyError", "true"]], ["row", 0]),
        coded([["verify.model.article:Span", 1]], ["row", 0]),
        coded([["verify.no_such_module:Span", 1]], ["row", 0]),
        encode(Foreign()),
    ],
)
def test_other_bytes_make_nothing(data: bytes) -> None:
    with pytest.raises(ValueError, match="expected what this version wrote"):
        decode(data)
