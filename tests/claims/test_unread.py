"""Why a sentence gave nothing to compare."""

from __future__ import annotations

import pytest

from verify import Article, cross_check

CASES = [
    ("“It was so,” he added.", "quotation marks"),
    ("What would they have done without it?", "a question"),
    ("Work on the bridge is expected to go on for long.", "what may come"),
    ("Perhaps it was the rain.", "thinks, feels or guesses"),
    ("The blast seemed to be an accident.", "thinks, feels or guesses"),
    ("It appears the crew left early.", "thinks, feels or guesses"),
    ("The guards said they believe that nobody saw it.", "thinks, feels or guesses"),
    ("The pump was probably old.", "thinks, feels or guesses"),
    ("The driver appeared in court.", "nothing in it"),
    ("According to court documents, the guards appeared at the door.", "nothing in it"),
    ("The driver is believed to be a baker.", "nothing in it"),
    ("The baker felt a pain in the knee.", "nothing in it"),
    ("A neighbour who wished to remain anonymous heard a bang.", "nothing in it"),
    ("Someone at the bakery told us what happened.", "nothing in it"),
    ("We have sent a letter to the bakery.", "a pronoun"),
    ("Guards will name the baker.", "what may come"),
    ("Guards found a knife, but would not describe it.", "nothing in it"),
    ("She'd told the baker to leave.", "a pronoun"),
    ("A fund was set up for the bakery.", "nothing in it"),
    ("The blast may have been an accident.", "thinks, feels or guesses"),
    ("They went on working.", "a pronoun"),
    ("Work goes on.", "nothing in it"),
    ("Leeds mourns.", "a name, place or time"),
]


@pytest.mark.parametrize(("sentence", "reason"), CASES, ids=[sentence for sentence, _ in CASES])
def test_reason(sentence: str, reason: str) -> None:
    text = f"Four people were hurt in a fire in Leeds.\n\n{sentence}"
    report = cross_check([Article.from_text(id="a", text=text)])
    assert [reason in n.reason for n in report.not_checked if n.what == "sentence"] == [True]


def test_a_sentence_with_a_claim_is_not_listed() -> None:
    report = cross_check([Article.from_text(id="a", text="Four people were hurt in a fire in Leeds.")])
    assert report.not_checked == ()
