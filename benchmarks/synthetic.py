"""Stories made of templates: articles on one event by many outlets, so that growth can be measured at any size.

The event, its figures and its people are one for a story; outlets choose among sentences and wordings, round figures, and some are wrong.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from verify import Article

PLACES = ("Brandvik", "Osterholm", "Velden", "Caldere", "Norwick", "Talmere", "Ashcombe", "Redfjord")
COUNTRIES = ("Norway", "Portugal", "Canada", "Estonia", "Chile", "Kenya")
PEOPLE = (
    "Anna Berg",
    "Tomas Reyes",
    "Ingrid Holm",
    "Samuel Okoro",
    "Marta Silva",
    "Peter Lind",
    "Laura Kask",
    "David Moreno",
)
ROLES = (
    "fire chief",
    "mayor",
    "harbour master",
    "hospital director",
    "police spokeswoman",
    "minister",
    "engineer",
    "captain",
)
THINGS = ("ferry", "train", "factory", "warehouse", "bridge", "hotel")
OPENINGS = (
    "{dead} people were killed and {hurt} others injured when a fire broke out at a {thing} in {place} on {day}, {chief} said.",
    "A fire at a {thing} in {place}, {country}, killed {dead} people and injured {hurt} on {day}, officials said.",
    "At least {dead} people died on {day} in a fire at a {thing} in {place}, where {hurt} more were hurt.",
)
SENTENCES = (
    "{chief}, the {role} of {place}, said the fire began at about {hour} p.m. in a storage room.",
    "More than {crew} firefighters from {near} and {place} fought the flames for {hours} hours.",
    "The {thing} carried {aboard} passengers and {staff} crew members, according to the operator.",
    "“We have never seen anything like this in {place},” said {second}, {age}, who lives near the {thing}.",
    "The damage is estimated at ${cost} million, the insurer {firm} said in a statement.",
    "Police arrested {arrested} men in {near} on {next}, but did not say whether they had been charged.",
    "{second}, {age}, a {job} from {near}, said that smoke had spread over {area} square kilometres.",
    "The {thing} was built in {built} and was last inspected in {inspected}, records show.",
    "Some {evacuated} residents of {near} were evacuated and spent the night in {shelters} schools.",
    "The government of {country} declared {mourning} days of mourning.",
    "{third}, the {role2}, said that {hurt} patients had been taken to {hospitals} hospitals, {critical} of them in critical condition.",
    "A similar fire in {near} killed {before} people in {inspected}.",
    "Shares of {firm} fell {percent} percent on {next}.",
    "The road between {place} and {near}, {distance} kilometres long, stayed closed until {next}.",
    "Prosecutors in {country} have opened an investigation, {third} told reporters.",
    "Winds of up to {wind} kilometres per hour made the work harder, the weather service said.",
    "It was not clear how many people had been inside, and rescuers kept looking for the missing.",
    "The operator, {firm}, did not answer questions about the alarm system.",
)
JOBS = ("teacher", "fisherman", "nurse", "student", "baker", "driver")
FIRMS = ("Norlund", "Baltica Re", "Marenco", "Holt and Sons", "Westbrook", "Kestrel Lines")


def story(articles: int, *, sentences: int = 16, seed: int = 1) -> list[Article]:
    """Return the articles of one event; each has an opening and so many further sentences, some 20 words each."""
    rng = random.Random(seed)
    event = _event(rng)
    return [
        Article.from_text(
            id=f"{i:04}",
            text=_text(event, rng, sentences),
            published=date(2024, 3, 4) + timedelta(days=rng.randrange(3)),
        )
        for i in range(articles)
    ]


def _text(event: dict[str, object], rng: random.Random, sentences: int) -> str:
    told = event | dict(_mistakes(event, rng))
    chosen = [rng.choice(OPENINGS), *rng.sample(SENTENCES * (1 + sentences // len(SENTENCES)), sentences)]
    lines = [line.format(**told) for line in chosen]
    return "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)) + "\n"


def _mistakes(event: dict[str, object], rng: random.Random) -> Iterator[tuple[str, object]]:
    """Yield what an outlet has differently: one figure in twenty is another, one in ten is rounded."""
    for name, value in event.items():
        if isinstance(value, int) and name not in {"built", "inspected"}:
            chance = rng.random()
            if chance < 0.05:
                yield name, value + rng.randrange(1, 9)
            elif chance < 0.15 and value > 20:
                yield name, f"about {round(value, -1)}"


def _event(rng: random.Random) -> dict[str, object]:
    people, places = rng.sample(PEOPLE, 3), rng.sample(PLACES, 2)
    numbers = {
        name: rng.randrange(*bounds)
        for name, bounds in {
            "dead": (4, 40), "hurt": (12, 90), "hour": (1, 12), "crew": (40, 300), "hours": (3, 20), "aboard": (60, 900), "staff": (11, 60),
            "age": (20, 80), "cost": (3, 200), "arrested": (2, 9), "area": (2, 40), "built": (1950, 2005), "inspected": (2008, 2022),
            "evacuated": (100, 3000), "shelters": (2, 8), "mourning": (2, 7), "hospitals": (2, 7), "critical": (2, 9), "before": (3, 30),
            "percent": (2, 20), "distance": (6, 120), "wind": (40, 120),
        }.items()
    }  # fmt: skip
    words = {
        "place": places[0],
        "near": places[1],
        "country": rng.choice(COUNTRIES),
        "thing": rng.choice(THINGS),
        "firm": rng.choice(FIRMS),
    }
    roles = dict(zip(("role", "role2"), rng.sample(ROLES, 2), strict=True))
    return {
        **numbers, **words, **roles, "chief": people[0], "second": people[1], "third": people[2], "job": rng.choice(JOBS),
        "day": "Monday", "next": "Tuesday",
    }  # fmt: skip
