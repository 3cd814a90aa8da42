"""A planted slip, and the sentences and repeated words of a text by regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?][\"”]?(?= [A-Z“\"]|\n|$)|(?=\n|$))")
WORD = re.compile(r"[a-z]{4,}")
SHARED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A text with a slip and the range of the changed, or added, words."""

    text: str
    start: int
    end: int


Planter = Callable[[str, Random], Slip | None]


def replaced(text: str, start: int, end: int, new: str) -> Slip:
    """Return a text with a range replaced."""
    return Slip(text=text[:start] + new + text[end:], start=start, end=start + len(new))


def appended(text: str, paragraph: str) -> Slip:
    """Return a text with a paragraph more at its end."""
    base = text.rstrip() + "\n\n"
    return Slip(text=base + paragraph + "\n", start=len(base), end=len(base) + len(paragraph))


def sentences(text: str) -> list[re.Match[str]]:
    """Return the sentences of a text, cut at full stops and ends of lines."""
    return list(SENTENCE.finditer(text))


def witnessed(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches that another sentence repeats beside at least three of the words around them."""
    found = []
    for sentence in sentences(text):
        for match in pattern.finditer(text, sentence.start(), sentence.end()):
            found.append((match, sentence.start(), frozenset(WORD.findall(sentence[0].lower()))))
    return [m for m, start, words in found if any(_bears_out(m, start, words, other) for other in found)]


def _bears_out(
    match: re.Match[str], start: int, words: frozenset[str], other: tuple[re.Match[str], int, frozenset[str]]
) -> bool:
    same = other[0][0] == match[0] and other[1] != start
    return same and SHARED <= len(words & other[2]) < len(words | other[2])


def pick(found: list[re.Match[str]], rng: Random) -> re.Match[str] | None:
    """Return one of several matches, None where there is none."""
    return rng.choice(found) if found else None


def others(value: str, pool: tuple[str, ...]) -> list[str]:
    """Return what a pool has beside a value."""
    return [x for x in pool if x != value]


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text."""
    yield from (p.strip() for p in re.split(r"\n\s*\n", text) if p.strip())
