"""Who does it and to whom, compared role by role."""

from __future__ import annotations

import pytest

from verify import Article
from verify.align import describe
from verify.align.described import Described
from verify.align.levels import Level
from verify.align.parties import agents, occasion, patients, swapped
from verify.options import Options
from verify.pipeline import read_articles


def day(text: str) -> Described:
    """Return the first date of a text."""
    ((reading, claims),) = read_articles(
        [Article.from_text(id="a", text=text, published="2025-11-21")], Options(cache=False)
    )
    return next(d for d in describe([reading], [claims]) if d.claim.kind == "date")


BEAT = "Lund United beat Malmo City on Saturday."


@pytest.mark.parametrize(
    ("left", "right", "who", "whom"),
    [
        (BEAT, "On Sunday, Lund United beat Malmo City.", "same", "same"),
        (BEAT, "Ystad Rovers beat Malmo City on Saturday.", "another", "same"),
        ("The old train hit a lorry on Monday.", "A train hit a lorry on Sunday.", "same", "same"),
        ("A man hit a lorry on Monday.", "A man hit a wall on Sunday.", None, "another word"),
        ("The freight train hit a lorry on Monday.", "A passenger train hit a lorry on Sunday.", None, "same"),
    ],
)
def test_roles(left: str, right: str, who: str | None, whom: str | None) -> None:
    a, b = day(left), day(right)
    assert (agents(a, b), patients(a, b)) == (who, whom)
    assert (agents(b, a), patients(b, a)) == (who, whom)


def test_parties_the_other_way_round() -> None:
    a, b = day(BEAT), day("Malmo City beat Lund United on Sunday.")
    assert swapped(a, b)
    assert occasion(a, b) == Level.SWAPPED_PARTIES
    assert not swapped(a, a)
