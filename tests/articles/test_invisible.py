from __future__ import annotations

import pytest

from verify import Article, cross_check, extract_claims
from verify.articles.invisible import as_given, visible
from verify.model import Report, Zone

SHY, ZWSP, ZWNJ = "\u00ad", "\u200b", "\u200c"


@pytest.mark.parametrize(
    ("text", "quote", "number"),
    [
        (f"The hail killed thir{SHY}teen sheep in Lund.", f"thir{SHY}teen sheep", 13),
        (f"The court fined nine{ZWSP}teen bank{SHY}ers.", f"nine{ZWSP}teen bank{SHY}ers", 19),
        (f"{ZWNJ}Mayors closed 1{ZWSP}2 schools{ZWNJ} on Monday.", f"1{ZWSP}2 schools", 12),
        ("The team lost 14 games.", "14 games", 14),
    ],
)
def test_words_are_whole_and_spans_are_of_the_text_as_given(text: str, quote: str, number: int) -> None:
    (claim,) = (c for c in extract_claims(Article.from_text(id="a", text=text)) if c.kind == "count")
    assert claim.to_dict()["value"]["low"] == number
    assert claim.location.quote == text[claim.location.start : claim.location.end] == quote
    assert text[claim.sentence.start : claim.sentence.end] in text


def test_a_report_points_at_the_articles_as_given() -> None:
    left = f"A fire in Lod{ZWSP}ham killed four peo{SHY}ple on Monday.\n\nWho did it?"
    right = "A fire in Lodham killed five people on Monday."
    articles = [Article.from_text(id=i, text=t, published="2024-05-07") for i, t in (("a", left), ("b", right))]
    report = cross_check(articles)
    known = report.claim_by_id()
    (fact,) = (f for f in report.facts if f.verdict == "conflict")
    assert {known[i].location.quote for i in fact.claims} == {f"four peo{SHY}ple", "five people"}
    assert all({link.left, link.right} <= known.keys() for f in report.facts for link in f.links)
    assert [a.text for a in report.articles] == [left, right]
    assert all(n.start is None or left[n.start : n.end].strip() for n in report.not_checked if n.article == "a")


def test_an_article_without_them_is_left_as_it_is() -> None:
    article = Article.from_text(id="a", text="Four people died.")
    assert visible(article) is article
    report = cross_check([article])
    assert as_given(report, [article]) is report
    assert isinstance(report, Report)


def test_zones_hold_the_same_words() -> None:
    text = f"Fi{SHY}re\n\nFour d{ZWSP}ied."
    article = Article.from_text(id="a", text=text).with_zones(
        (Zone(kind="headline", start=0, end=5), Zone(kind="body", start=7, end=len(text)))
    )
    seen = visible(article)
    assert [seen.text[z.start : z.end] for z in seen.zones] == ["Fire", "Four died."]
