"""Which event governs a word, and who plays which part in it."""

from __future__ import annotations

from functools import cache

import pytest

from verify import Article
from verify.claims.framed import framed
from verify.language.grammar.governor import event_of
from verify.language.reading import Reading, read
from verify.model import Claim
from verify.values.extent import interval


@cache
def reading(text: str) -> Reading:
    return read(Article.from_text(id="a", text=text, published="2024-05-06"))


def frame(text: str, word: str) -> Claim:
    found = reading(text)
    at = next(t.i for t in found.doc if t.text == word)
    claim = framed("count", (at, at), interval(1), found)
    assert claim is not None
    return claim


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("A bomb killed four soldiers in Lagos.", "soldiers", "killed"),
        ("Four soldiers were killed by a bomb.", "soldiers", "killed"),
        ("The raid led to the death of a farmer.", "farmer", "death"),
        ("The blast left four people dead.", "people", "dead"),
        ("The wounded soldiers slept.", "soldiers", "wounded"),
        ("Jets carried out strikes against five depots.", "depots", "strikes"),
        ("Two drivers and a cyclist were injured.", "cyclist", "injured"),
        ("There were 15 dead after the flood.", "dead", "dead"),
        ("The court sentenced six men who had robbed a bank.", "men", "sentenced"),
        ("The firm hired 40 nurses.", "nurses", "hired"),
    ],
)
def test_event(text: str, word: str, event: str) -> None:
    token = next(t for t in reading(text).doc if t.text == word)
    assert event_of(token).text == event


@pytest.mark.parametrize(
    ("text", "word", "agent", "patient"),
    [
        ("The army arrested four men.", "men", "army", "four men"),
        ("Four men were arrested by the army.", "men", "army", "Four men"),
        ("Chile warned Peru over fishing.", "Peru", "Chile", "Peru"),
    ],
)
def test_parties(text: str, word: str, agent: str, patient: str) -> None:
    found = frame(text, word)
    assert (found.agent, found.patient) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Jets struck five depots in Kenya and Uganda.", "depots", "Kenya and Uganda"),
        ("Jets struck two depots in Kenya and three in Uganda.", "depots", "Kenya"),
        ("In Kenya, jets struck two depots.", "depots", "Kenya"),
        ("Jets struck two depots.", "depots", None),
    ],
)
def test_place(text: str, word: str, place: str | None) -> None:
    found = frame(text, word)
    assert (found.place.label() if found.place else None) == place


@pytest.mark.parametrize(
    ("text", "negated"), [("Nobody was hurt; the men were not arrested.", True), ("The men were arrested.", False)]
)
def test_negation(text: str, negated: bool) -> None:
    assert frame(text, "men").negated is negated


def test_time_and_speaker() -> None:
    found = frame("Police said four men were arrested on Sunday.", "men")
    assert found.time is not None and found.time.label() == "May 5, 2024"
    assert found.speech.speaker == "Police" and found.speech.cue == "say"


@pytest.mark.parametrize(
    ("text", "word", "time"),
    [
        ("Ruud will pay a premium of 18 percent to Monday’s price.", "percent", None),
        ("Ruud paid a dividend of $1.15, after $1.10 for 2023.", "dividend", None),
        ("Ruud paid a premium of 18 percent on Monday.", "percent", "May 6, 2024"),
        ("Four men died after Sunday’s attack.", "men", "May 5, 2024"),
    ],
)
def test_the_day_of_what_a_number_is_held_against_is_not_its_own(text: str, word: str, time: str | None) -> None:
    found = frame(text, word)
    assert (found.time.label() if found.time else None) == time
