"""What speaks for and against two mentions of one article being of one matter."""

from __future__ import annotations

import tomllib

from verify import Article
from verify.align.witnesses import doubts, labels, setting
from verify.language.accounts import Account
from verify.language.reading import read
from verify.language.territories import territories
from verify.values.atlas import DATA

COPIED = """
The army of Peru closed the harbor of the old capital before dawn with nine ships.

Fishermen stayed at home. Shops did not open. Schools were empty.

The army of Chile closed the harbor of the old capital before dawn with nine ships.

In Peru nobody had been warned.
"""
UNLIKE = """
The army of Peru closed a harbor.

Fishermen stayed at home. Shops did not open.

A poet from Chile won the prize. In Peru nobody had read her books.
"""


def found(text: str) -> list[Account]:
    return territories(read(Article.from_text(id="a", text=text)))["country"]


def all_doubts(text: str, *, elsewhere: str = "") -> list[tuple[str, str, str]]:
    reading = read(Article.from_text(id="a", text=text))
    here = territories(reading)["country"]
    where = setting(reading, here, [found(elsewhere)])
    return [(d.doubtful.value, d.other.value, d.confidence) for d in doubts(here, "place", where, lambda a, b: [])]


def test_the_value_that_stands_once_is_doubted() -> None:
    assert [d[:2] for d in all_doubts(COPIED)] == [("Chile", "Peru")]


def test_sentences_with_little_in_common_doubt_nothing() -> None:
    assert all_doubts(UNLIKE) == []


def test_another_source_that_names_the_value_lowers_the_doubt() -> None:
    order = {"low": 0, "medium": 1, "high": 2}
    alone, borne_out = (all_doubts(COPIED, elsewhere=f"Ships sailed from {place}.")[:1] for place in ("Peru", "Chile"))
    assert not borne_out or order[borne_out[0][2]] < order[alone[0][2]]


def test_no_doubt_where_the_values_can_both_be_meant() -> None:
    reading = read(Article.from_text(id="a", text=COPIED))
    here = territories(reading)["country"]
    assert not list(doubts(here, "place", setting(reading, here, ()), lambda a, b: None))


def test_every_label_has_a_weight() -> None:
    weights = tomllib.loads((DATA / "witnesses.toml").read_text(encoding="utf-8"))["weight"]
    for text in (COPIED, UNLIKE):
        reading = read(Article.from_text(id="a", text=text))
        here = territories(reading)["country"]
        where = setting(reading, here, [here[:1]])
        seen = {label for a in here for b in here if a.value != b.value for label in labels(a, b, where)}
        assert seen and seen <= set(weights)


def test_the_places_and_articles_that_speak_against_a_mention_are_counted() -> None:
    again = COPIED + "\nThe army of Peru closed the harbor of the old capital a second time.\n"
    reading = read(Article.from_text(id="a", text=again))
    here = territories(reading)["country"]
    others = [found("The army of Peru closed the harbor."), found("Ships of Peru sail to the south."), found(COPIED)]
    (doubt,) = doubts(here, "place", setting(reading, here, others), lambda a, b: [])
    assert (doubt.doubtful.value, doubt.places, doubt.articles) == ("Chile", 2, 2)


def test_many_witnesses_make_a_doubt_surer() -> None:
    order = {"low": 0, "medium": 1, "high": 2}
    reading = read(Article.from_text(id="a", text=COPIED))
    here = territories(reading)["country"]
    told = found("The army of Peru closed the harbor of the old capital.")
    alone, many = (
        [order[d.confidence] for d in doubts(here, "place", setting(reading, here, others), lambda a, b: [])]
        for others in ([], [told] * 4)
    )
    assert alone < many or alone == many == [2]
