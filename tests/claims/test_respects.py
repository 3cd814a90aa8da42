"""Dimensions, and the spans over which shares changed."""

from __future__ import annotations

import pytest

from verify import Article, cross_check, extract_claims


@pytest.mark.parametrize(
    ("text", "respect"),
    [
        ("The ditch is 12 metres wide.", "width"),
        ("The ditch is 12 metres long.", "length"),
        ("The boat sank to a depth of 30 metres.", "depth"),
        ("The ditch cost 12 people their homes.", None),
        ("Rents rose 4 percent year on year.", "year"),
        ("Rents rose 4 percent from a month earlier.", "month"),
        ("Rents rose 4 percent on the quarter.", "quarter"),
        ("Rents rose 4 percent.", None),
    ],
)
def test_the_respect_of_an_amount(text: str, respect: str | None) -> None:
    claims = extract_claims(Article.from_text(id="a", text=text))
    assert [c.topic for c in claims if c.kind in {"measure", "percent", "count"}] == [respect]


@pytest.mark.parametrize(
    ("left", "right", "conflict"),
    [
        ("Rents in Oslo rose 4 percent year on year in May.", "Rents in Oslo rose 1 percent from a month earlier in May.", False),
        ("Rents in Oslo rose 4 percent year on year in May.", "Rents in Oslo rose 7 percent from a year earlier in May.", True),
        ("The ditch by the road in Oslo is 12 metres wide.", "By the road in Oslo the ditch is 30 metres long.", False),
        ("The ditch by the road in Oslo is 12 metres wide.", "By the road in Oslo the ditch is 30 metres wide.", True),
        ("The port in Oslo saw 52 strikes, compared with 71 a year earlier.", "The port in Oslo saw 71 strikes.", True),
        ("The port in Oslo saw 52 strikes, up from 30 last year.", "The port in Oslo saw 52 strikes, up from 38 last year.", True),
        ("The port in Oslo saw 52 strikes, up from 30 last year.", "The port in Oslo saw 52 strikes.", False),
        ("The flood in Oslo left a ditch 12 metres wide.", "The flood in Oslo left a ditch 30 metres long.", False),
        ("The storm killed 12 people in Oslo.", "Nationwide the storm killed 31 people.", False),
        ("Nationwide the storm killed 12 people.", "The storm killed 31 people nationwide.", True),
        ("Prosecutors charged Per Lund with 12 counts of fraud.", "A jury convicted Per Lund on nine counts of fraud.", False),
    ],
)  # fmt: skip
def test_amounts_of_two_respects_do_not_meet(left: str, right: str, *, conflict: bool) -> None:
    articles = [Article.from_text(id=i, text=t, published="2024-06-14") for i, t in {"a": left, "b": right}.items()]
    assert any(f.verdict == "conflict" for f in cross_check(articles).facts) is conflict
