"""Why a sentence gave nothing to compare."""

from __future__ import annotations

import pytest

from verify import Article, cross_check

CASES = [
    ("“It was so,” he added.", "quotation marks"),
    ("What would they have done without it?", "a question"),
    ("Work on the bridge is expected to go on for long.", "what may come"),
    ("Perhaps it was the rain.", "opinion"),
    ("They went on working.", "a pronoun"),
    ("Work goes on.", "nothing in it"),
]


@pytest.mark.parametrize(("sentence", "reason"), CASES, ids=[reason for _, reason in CASES])
def test_reason(sentence: str, reason: str) -> None:
    text = f"Four people were hurt in a fire in Leeds.\n\n{sentence}"
    report = cross_check([Article.from_text(id="a", text=text)])
    assert [reason in n.reason for n in report.not_checked if n.what == "sentence"] == [True]


def test_a_sentence_with_a_claim_is_not_listed() -> None:
    report = cross_check([Article.from_text(id="a", text="Four people were hurt in a fire in Leeds.")])
    assert report.not_checked == ()
