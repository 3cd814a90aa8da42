"""Words of a quotation as they are compared: without the differences that typography and spelling make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

TOKEN = re.compile(r"\.{3,}|…|(?:\.\s){2,}\.|\[|\]|[^\W_]+(?:['’ʼ.,][^\W_]+)*|[$£€%&]")
CAPITAL = re.compile(r"\[(\w)\](?=\w)")
"""A first letter that the editor changed: "[H]e"."""

ELLIPSIS = "…"
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
CONTRACTED = {"won": "will", "can": "can", "shan": "shall"}
NEGATED = re.compile(r"(\w+?)n['’ʼ]t")
APOSTROPHE = re.compile(r"['’ʼ]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as printed, and the key by which it is compared; inside square brackets it is the editor's."""

    text: str
    key: str
    bracketed: bool = False
    ellipsis: bool = False


@cache
def split(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation; an ellipsis is a word of its own, "don't" is two ("do", "not")."""
    out: list[Word] = []
    inside = False
    for found in TOKEN.finditer(CAPITAL.sub(r"\1", text)):
        token = found[0]
        if token in "[]":
            inside = token == "["
        elif token.startswith((".", ELLIPSIS)):
            out.append(Word(ELLIPSIS, ELLIPSIS, inside, True))
        else:
            out.extend(Word(part, _key(part), inside) for part in _parts(token))
    return tuple(out)


def _parts(token: str) -> tuple[str, ...]:
    """Return a contracted negation as two words."""
    found = NEGATED.fullmatch(token)
    if token.lower() == "cannot":
        return "can", "not"
    if found is None:
        return (token,)
    return CONTRACTED.get(found[1].lower(), found[1]), "not"


@cache
def _key(word: str) -> str:
    """Return a word in lower case, without apostrophes and full stops, spelled the American way."""
    from anyascii import anyascii

    if word == "&":
        return "and"
    key = re.sub(r"[.,](?!\d)", "", anyascii(APOSTROPHE.sub("", word)).lower())
    for pattern, american in BRITISH:
        key = pattern.sub(american, key)
    return key
