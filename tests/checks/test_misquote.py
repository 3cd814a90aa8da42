"""What a reader is told of two wordings of one quotation."""

from __future__ import annotations

import pytest

from verify import Article, cross_check


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("took dozens of sailors", "took hundreds of sailors", "“hundreds” here and “dozens” elsewhere"),
        ("took dozens of sailors", "took dozens of old sailors", "“old” only here"),
        ("took dozens of old sailors", "took dozens of sailors", "“old” only elsewhere"),
    ],
)
def test_the_message_says_which_side_has_which_words(here: str, there: str, told: str) -> None:
    texts = [f"“The storm {words} from this harbor,” John Keller said." for words in (here, there)]
    report = cross_check([Article.from_text(id=name, text=t) for name, t in zip("ab", texts, strict=True)])
    assert [told in f.message for f in report.flags if f.check == "misquote"] == [True]
