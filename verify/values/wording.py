"""Words of a quotation as they are compared: without the differences that typography and spelling make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from verify.lists import load

TOKEN = re.compile(
    r"\.{3,}|…|(?:\.\s){2,}\.|(?:\[\w\])?[^\W_]+(?:[*]{2,}[^\W_]*|(?:['’ʼ.,][^\W_]+)*)|[$£€%&]",
)
"""An ellipsis, a word with marks inside it ("U.S.", "[H]e", "d***ed"), or a sign that is read as a word."""

INSERTED = re.compile(r"\[[^][]*\]|\([^()]*\)")
"""What the editor put in, in square brackets or, as agencies do, in round ones."""

ELLIPSIS = "…"
MASKED = re.compile(r"[*]{2,}")
BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|er|ers|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|ful|ite|ites|hood|ly)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s|d)?$"), r"ter\1"),
    (re.compile(r"ence(s|less)?$"), r"ense\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers|or)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"gramme(s)?$"), r"gram\1"),
)
NEGATED = re.compile(r"(\w+?)(n['’ʼ]t)", re.I)
CONTRACTED = re.compile(r"(\w+)(['’ʼ](m|re|ll|ve))", re.I)
APOSTROPHE = re.compile(r"['’ʼ]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as printed, the key by which it is compared, and where it stands in its text; `bracketed` where an
    editor put it in.
    """

    text: str
    key: str
    bracketed: bool = False
    ellipsis: bool = False
    start: int = 0
    end: int = 0


@cache
def split(text: str) -> tuple[Word, ...]:
    """Return the words of a text; an ellipsis is a word of its own, "don't" is two ("do", "not")."""
    inserted = {i for found in INSERTED.finditer(text) for i in range(found.start(), found.end())}
    out: list[Word] = []
    for found in TOKEN.finditer(text):
        inside = found.end() - 1 in inserted
        if found[0].startswith((".", ELLIPSIS)):
            out.append(Word(ELLIPSIS, ELLIPSIS, inside, True, *found.span()))
            continue
        at = found.start()
        for printed, read in _parts(found[0]):
            out.append(Word(re.sub(r"[][]", "", printed), _key(read), inside, False, at, at + len(printed)))
            at += len(printed)
    return tuple(out)


def _parts(token: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a token, as printed and as read; of a contraction there are two."""
    lists = load("contractions")
    if both := lists["fused"].get(token.lower()):
        cut = len(token) - len(both[1])
        yield from zip((token[:cut], token[cut:]), both, strict=True)
    elif negated := NEGATED.fullmatch(token):
        yield negated[1], lists["before_not"].get(negated[1].lower(), negated[1])
        yield negated[2], "not"
    elif short := CONTRACTED.fullmatch(token):
        yield short[1], short[1]
        yield short[2], lists["endings"][short[3].lower()]
    else:
        yield token, token


@cache
def _key(word: str) -> str:
    """Return a word in lower case, without apostrophes, brackets and full stops, spelled the American way."""
    from anyascii import anyascii

    if word == "&":
        return "and"
    key = re.sub(r"[][]|[.,](?!\d)", "", anyascii(APOSTROPHE.sub("", word)).lower())
    for pattern, american in BRITISH:
        key = pattern.sub(american, key)
    return key


def masks(left: str, right: str) -> bool:
    """Return whether one word is the other with letters masked ("d***ed" for "damned")."""
    return any(_unmasked(a).fullmatch(b) is not None for a, b in ((left, right), (right, left)) if MASKED.search(a))


def _unmasked(word: str) -> re.Pattern[str]:
    return re.compile(r"\w+".join(re.escape(part) for part in MASKED.split(word)))
