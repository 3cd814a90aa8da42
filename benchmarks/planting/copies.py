"""Statements told again with a difference: denied, turned round, misquoted, given to another speaker, or pasted as they are."""

from __future__ import annotations

import re
from random import Random

from planting.slip import Planter, Slip, appended, paragraphs, pick, sentences

SPOKEN = r"[“\"]([A-Z][^“”\"\n]{40,200})[,.][”\"],? "
QUOTE = re.compile(rf"{SPOKEN}([A-Z][a-z]+ [A-Z][a-z]+) (?:said|told)|{SPOKEN}(?:said|says) ([A-Z][a-z]+ [A-Z][a-z]+)")
VERB = re.compile(r"\b(?:was|were|is|are|has|had|have|will)(?= [a-z]+(?:ed|en)\b)")
PAIR = re.compile(
    r"\b([A-Z][a-z]+ [A-Z][a-z]+) ([a-z]+ed) ([A-Z][a-z]+ [A-Z][a-z]+)\b(?! (?:County|Street|Police|School))"
)
CONTENT = re.compile(r"\b[a-z]{5,}\b")
STAND_INS = tuple("Margaret Ellison;Howard Pruitt;Denise Calloway;Stephen Brandt".split(";"))
WORDS = tuple("house river winter number morning children money question company season".split())


def denial(text: str, rng: Random) -> Slip | None:
    """Repeat a sentence of the article with a "not" in it."""
    found = [
        s for s in sentences(text) if VERB.search(s[0]) and 50 < len(s[0]) < 200 and '"' not in s[0] and "“" not in s[0]
    ]
    sentence = pick([s for s in found if not re.search(r"\bnot?\b|n't|n’t|\bnever\b", s[0])], rng)
    return appended(text, VERB.sub(lambda m: m[0] + " not", sentence[0], count=1)) if sentence else None


def exchange(text: str, rng: Random) -> Slip | None:
    """Repeat a sentence in which one named person does something to another with the two names exchanged."""
    match = pick(list(PAIR.finditer(text)), rng)
    if match is None:
        return None
    sentence = next((s for s in sentences(text) if s.start() <= match.start() < s.end()), None)
    if sentence is None:
        return None
    start, end = match.start() - sentence.start(), match.end() - sentence.start()
    return appended(text, f"{sentence[0][:start]}{match[3]} {match[2]} {match[1]}{sentence[0][end:]}")


def misquotation(text: str, rng: Random) -> Slip | None:
    """Repeat a quotation with one word changed, or with a "not" lost."""
    match = pick(list(QUOTE.finditer(text)), rng)
    if match is None:
        return None
    words, speaker = match[1] or match[3], match[2] or match[4]
    lost = re.sub(r" not\b|n't\b|n’t\b", "", words, count=1)
    inner = [m for m in CONTENT.finditer(words) if 12 < m.start() < len(words) - 12]
    if lost == words and not inner:
        return None
    if lost == words:
        place = rng.choice(inner)
        lost = words[: place.start()] + rng.choice(WORDS) + words[place.end() :]
    return appended(text, f"“{lost},” {speaker} said.")


def speaker(text: str, rng: Random) -> Slip | None:
    """Repeat a quotation as said by another person."""
    match = pick(list(QUOTE.finditer(text)), rng)
    return appended(text, f"“{match[1] or match[3]},” {rng.choice(STAND_INS)} said.") if match else None


def paste(text: str, rng: Random) -> Slip | None:
    """Repeat a paragraph."""
    found = [p for p in list(paragraphs(text))[1:] if 80 < len(p) < 600 and p[:1] not in '“"']
    return appended(text, rng.choice(found)) if found else None


PLANTERS: dict[str, Planter] = {
    "polarity": denial,
    "role-swap": exchange,
    "misquote": misquotation,
    "speaker-mismatch": speaker,
    "duplicate-sentence": paste,
}
