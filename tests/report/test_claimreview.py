from __future__ import annotations

import json
from typing import Any

import pytest

from verify.report.claimreview import render

from .decisions import decided
from .stories import alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]


def reviews(story, **options: Any) -> list[dict[str, Any]]:
    return json.loads(render(story, **options))["@graph"]


@pytest.mark.parametrize("story", STORIES)
def test_every_review_has_what_schema_org_asks_for(story) -> None:
    found = json.loads(render(story()))
    assert found["@context"] == "https://schema.org"
    for review in found["@graph"]:
        assert review["@type"] == "ClaimReview" and review["claimReviewed"]
        assert {"author", "datePublished", "itemReviewed", "reviewRating", "url"} <= set(review)
        assert review["itemReviewed"]["@type"] == "Claim" and review["itemReviewed"]["appearance"]


@pytest.mark.parametrize("story", STORIES)
def test_the_rating_is_left_to_the_person(story) -> None:
    for review in reviews(story()):
        assert {value for key, value in review["reviewRating"].items() if key != "@type"} == {None}
        assert review["author"]["name"] is None


def test_each_side_of_a_conflict_is_reviewed_and_each_flag() -> None:
    found = [review["description"] for review in reviews(ferry())]
    assert [text.partition(" (")[0] for text in found[:2]] == ["passengers hurt: 9", "passengers hurt: 11"]
    assert [text.partition(":")[0] for text in found[2:]] == ["name-changes", "promise-without-name"]


def test_a_side_names_its_outlet_and_every_article_where_it_stands() -> None:
    first, second = reviews(crowd())
    assert [place["publisher"]["name"] for place in second["itemReviewed"]["appearance"]] == ["Paper 7"]
    assert len(first["itemReviewed"]["appearance"]) == 11
    assert second["itemReviewed"]["author"] == [{"@type": "Organization", "name": "Paper 7"}]
    assert [author["name"] for author in first["itemReviewed"]["author"]][:2] == ["Paper 0", "Paper 1"]
    assert first["claimReviewed"] == "The storm felled 40 trees."


def test_a_speaker_is_the_author() -> None:
    (author,) = reviews(hostile())[0]["itemReviewed"]["author"]
    assert author["name"].startswith("[red]stop") and author["name"].isprintable()


def test_what_is_dismissed_is_left_out() -> None:
    assert [r["description"].partition(":")[0] for r in reviews(ferry(), decisions=decided(ferry()))] == [
        "promise-without-name"
    ]
