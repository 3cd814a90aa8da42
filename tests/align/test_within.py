"""What two claims of one article are compared by besides: words in common, the words of the thing, days, bearers."""

from __future__ import annotations

import pytest

from verify import Article
from verify.align.describe import describe
from verify.align.ladder import climb
from verify.align.levels import Level
from verify.align.setting import ALONE, Setting
from verify.claims import extract
from verify.language.reading import read


def levels(text: str, *, within: bool = True) -> set[Level]:
    """The levels of the first and the last count of an article."""
    reading = read(Article.from_text(id="a", text=text, published="2024-05-02"))
    counts = [d for d in describe([reading], [extract(reading)]) if d.claim.kind == "count"]
    return set(climb(counts[0], counts[-1], Setting(within=reading) if within else ALONE))


FIRE = "The fire in the mill killed four workers."


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (f"{FIRE} The fire in the mill killed nine workers.", Level.MUCH_IN_COMMON),
        (f"{FIRE} At a mill, nine workers were killed.", Level.ONE_WORD_IN_COMMON),
        (f"{FIRE} Nine workers were killed.", Level.NOTHING_IN_COMMON),
        (f"{FIRE} Nine workers were killed.", Level.SAME_WORDS_FOR_THING),
        ("The fire killed four young workers. Nine skilled workers were killed.", Level.OTHER_MODIFIERS),
        (f"{FIRE} In 2012, nine workers were killed.", Level.DAYS_APART),
        (
            "The north mine employs 250 miners. The south mine employs 310 miners.",
            Level.OTHER_BEARER,
        ),
    ],
)
def test_levels_of_one_article(text: str, level: Level) -> None:
    assert level in levels(text)
    assert level not in levels(text, within=False)


@pytest.mark.parametrize("level", [Level.OTHER_MODIFIERS, Level.DAYS_APART, Level.OTHER_BEARER])
def test_what_is_told_of_one_matter_is_not_told_apart(level: Level) -> None:
    assert level not in levels(f"{FIRE} The fire in the mill killed nine workers.")
