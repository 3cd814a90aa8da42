from __future__ import annotations

import pytest

from verify.language.reading import read
from verify.language.states import states
from verify.model import Article


def told(text: str) -> list[tuple[str, str, str]]:
    reading = read(Article.from_text(id="a", text=text))
    return [(s.name, s.value, reading.doc[s.first : s.last + 1].text) for s in states(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paula Winter is in critical condition.", [("Paula Winter", "critical condition", "critical condition")]),
        (
            "Paula Winter, 23, was taken to the hospital and remained in stable condition on Monday, police said.",
            [("Paula Winter", "stable condition", "stable condition")],
        ),
        (
            "Paula Winter was listed in stable but critical condition.",
            [("Paula Winter", "stable and critical condition", "stable but critical condition")],
        ),
        ("Paula Winter was pronounced dead at the scene.", [("Paula Winter", "dead", "dead")]),
        ("Tom Garner killed Paula Winter.", [("Paula Winter", "dead", "killed")]),
        ("Tom Garner was shot to death.", [("Tom Garner", "dead", "shot to death")]),
        ("Tom Garner, who was hurt, died of his wounds.", [("Tom Garner", "dead", "died")]),
        (
            "Tom Garner and Paula Winter were arrested.",
            [("Tom Garner", "arrested", "arrested"), ("Paula Winter", "arrested", "arrested")],
        ),
        ("Police arrested the driver, Tom Garner.", [("Tom Garner", "arrested", "arrested")]),
        ("Tom Garner was taken into custody.", [("Tom Garner", "arrested", "taken into custody")]),
        ("Tom Garner is in custody.", [("Tom Garner", "in custody", "in custody")]),
        ("The suspect, Tom Garner, was jailed.", [("Tom Garner", "in custody", "jailed")]),
        ("Tom Garner, who was released on bail, left.", [("Tom Garner", "released", "released")]),
        ("Tom Garner remains at large.", [("Tom Garner", "at large", "at large")]),
        ("Tom Garner, who is on the run, called.", [("Tom Garner", "at large", "on the run")]),
        (
            "Paula Winter was hurt. She is in critical condition.",
            [("Paula Winter", "critical condition", "critical condition")],
        ),
    ],
)
def test_states(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paula Winter is in good spirits.",
        "Paula Winter could be in critical condition.",
        "Paula Winter was nearly killed.",
        "Tom Garner tried to kill Paula Winter.",
        "Tom Garner was sentenced to death.",
        "If Tom Garner dies, Paula Winter leaves.",
        "Tom Garner was never arrested.",
        "Tom Garner has not been arrested.",
        "Tom Garner will be arrested.",
        "Tom Garner arrested nobody.",
        "Paula Winter held a meeting in the jail.",
        "Tom Garner released a statement.",
        "Paula Winter was released from the hospital.",
        "Paula Winter spoke to the public at large.",
        "Paula Winter met Anna Keller. She is in critical condition.",
        "The driver was killed, and the police thanked Paula Winter.",
    ],
)
def test_no_states(text: str) -> None:
    assert told(text) == []
