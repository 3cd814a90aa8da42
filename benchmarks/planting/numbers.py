"""Numbers: one of two mentions changed, a total that its parts do not make, a wrong unit, another age."""

from __future__ import annotations

import re
from random import Random

from planting.slip import Planter, Slip, others, pick, replaced, sentences, witnessed

SPELLED = tuple("two three four five six seven eight nine ten eleven twelve".split())
COUNT = re.compile(rf"(?<![\w.,$/-])(?:{'|'.join(SPELLED)}|\d{{1,3}}) [a-z]{{4,}}")
TIMES = re.compile(r"percent|year|month|week|day|hour|minute|mile|block|feet|foot|inch|dollar")
PARTS = re.compile(
    rf"\b({'|'.join(SPELLED)}|\d{{1,3}}) (?:[a-z]+ ){{0,2}}(?:people|persons|others|victims|children|students|men|women)\b[^.\n]{{0,40}}?"
    rf"(?:: |, |including |, among them )(?:an? |{'|'.join(SPELLED)} |one |\d+ )[a-z]+(?: [a-z]+)? and (?:an? |{'|'.join(SPELLED)} |one |\d+ )[a-z]+"
)
SCALE = re.compile(
    r"\$ ?[\d.,]+ (million|billion)|\b[\d.,]+ (million|billion) (?=[a-z]{4,})|\b\d[\d.,]* (miles|kilometers|feet|meters|pounds|kilograms)\b"
)
EXCHANGE = {
    "million": "billion",
    "billion": "million",
    "miles": "kilometers",
    "kilometers": "miles",
    "feet": "meters",
    "meters": "feet",
}
EXCHANGE |= {"pounds": "kilograms", "kilograms": "pounds"}
AGED = re.compile(r"([A-Z][a-z]+ [A-Z][a-z]+), (\d\d),")
CAPTION = re.compile(
    r"(?m)^(?:Photo|Image|Caption|PHOTO|FILE)\b[^\n]{20,}$|^[^\n]{30,}\((?:Photo|AP|Getty|Reuters)[^\n)]*\)$"
)


def count(text: str, rng: Random) -> Slip | None:
    """Change the number before a noun that another sentence counts as well."""
    match = pick([m for m in witnessed(text, COUNT) if not TIMES.search(m[0])], rng)
    if match is None:
        return None
    old = match[0].split()[0]
    return replaced(text, match.start(), match.start() + len(old), _other(old, rng))


def _other(old: str, rng: Random) -> str:
    return rng.choice(others(old, SPELLED)) if old in SPELLED else str(int(old) + rng.randint(2, 9))


def total(text: str, rng: Random) -> Slip | None:
    """Change the total before a list of its parts."""
    match = pick([m for s in sentences(text) for m in PARTS.finditer(text, s.start(), s.end())], rng)
    return replaced(text, match.start(1), match.end(1), _other(match[1], rng)) if match else None


def unit(text: str, rng: Random) -> Slip | None:
    """Exchange the unit or scale of a number that stands twice."""
    match = pick([m for m in SCALE.finditer(text) if text.count(m[0]) > 1], rng)
    if match is None:
        return None
    word = next(i for i in (1, 2, 3) if match[i])
    return replaced(text, match.start(word), match.end(word), EXCHANGE[match[word]])


def age(text: str, rng: Random) -> Slip | None:
    """Add a sentence that repeats a person's name with another age."""
    match = pick(list(AGED.finditer(text)), rng)
    if match is None:
        return None
    twin = next((m for m in AGED.finditer(text) if m[1] == match[1] and m.start() != match.start()), None)
    if twin is not None:
        return replaced(text, match.start(2), match.end(2), str(int(match[2]) + rng.randint(2, 9)))
    mentions = [m for m in re.finditer(rf"{match[1]}\b(?!, \d)", text) if m.start() > match.end()]
    after = pick(mentions, rng)
    old = int(match[2])
    return replaced(text, after.end(), after.end(), f", {old + rng.randint(2, 9)},") if after else None


def caption(text: str, rng: Random) -> Slip | None:
    """Change the number before a noun in a caption, where the body counts the same noun."""
    for line in CAPTION.finditer(text):
        for match in COUNT.finditer(text, line.start(), line.end()):
            old = match[0].split()[0]
            if text.count(match[0]) > 1 and not TIMES.search(match[0]):
                return replaced(text, match.start(), match.start() + len(old), _other(old, rng))
    return None


PLANTERS: dict[str, Planter] = {
    "number-mismatch": count,
    "sum-mismatch": total,
    "unit-slip": unit,
    "role-drift": age,
    "caption-mismatch": caption,
}
