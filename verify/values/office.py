"""Offices, ranks and trades as an article prints them ("deputy head of the service"), and whether one person can have two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from verify.lists import load
from verify.values.atlas import closed_words
from verify.values.wording import split

POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")
LINKS = frozenset({"of", "to", "for", "in", "at", "with", "on", "from", "by", "under", "until", "since", "who"})

MINISTER = "minister"
"""Of such the matter tells which one it is; without it the word may stand for any of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What a role says: the words of its head and those behind "of", the offices among them, a rank, what it looks after, the level of
    government, and whether its bearer has it no longer, or stands in or below the one who has it.
    """

    head: tuple[str, ...]
    behind: tuple[str, ...]
    offices: frozenset[str]
    rank: str | None
    portfolios: frozenset[str]
    level: frozenset[str]
    former: bool
    under: bool


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Return the office that each phrase stands for."""
    return {_keys(p): office for office, phrases in load("roles")["office"].items() for p in phrases}


@cache
def _keys(text: str) -> tuple[str, ...]:
    """Return the words of a role as they are compared, short forms of titles in full."""
    short = load("roles")["short"]
    plain = (w.key for w in split(POSSESSIVE.sub("", text)))
    return tuple(short.get(key, key) for key in plain)


@cache
def office(text: str) -> Office:
    """Return what the words of a role say."""
    words = _keys(text)
    cut = next((i for i, w in enumerate(words) if w in LINKS), len(words))
    head, behind, offices = words[:cut], words[cut:], frozenset(_offices(words))
    portfolios = _rows("portfolios", words) if {*load("roles")["charged"]} & {*head} else frozenset[str]()
    return Office(
        head=head,
        behind=tuple(w for w in behind if w not in closed_words() | LINKS),
        offices=offices if portfolios else offices - {MINISTER},
        rank=_rank(head),
        portfolios=portfolios,
        level=_rows("levels", head),
        former=bool({*load("roles")["former"]} & {*head}),
        under=bool({*load("roles")["under"]} & {*head[:-1]}) and head[-1:] != ("professor",),
    )


def _offices(words: Sequence[str]) -> Iterator[str]:
    """Yield the offices in the words of a role, of phrases within each other the longest; none behind "of" but after "and"."""
    i = 0
    while i < len(words) and words[i] not in LINKS:
        size = next((n for n in (3, 2, 1) if tuple(words[i : i + n]) in _phrases()), 0)
        if size:
            yield _phrases()[tuple(words[i : i + size])]
        i += size or 1


def _rank(head: Sequence[str]) -> str | None:
    """Return the rank that a title ends with, None for words that are one in no service ("attorney general")."""
    for size in (3, 2, 1):
        phrase, before = " ".join(head[-size:]), head[:-size][-1:]
        if phrase in load("roles")["service"]:
            return None if {*before} & {*load("roles")["civil"]} else phrase
    return None


def _rows(name: str, words: Sequence[str]) -> frozenset[str]:
    """Return the first word of each row of a list that holds one of the words."""
    return frozenset(row[0] for row in load("roles")[name] if {*row} & {*words})


def in_key_words(text: str) -> frozenset[str]:
    """Return the words of a role that tell something, but "former", with one key for all the phrases of an office ("CEO", "chief executive")."""
    words, told = _keys(text), set()
    while words:
        size = next((n for n in (3, 2, 1) if words[:n] in _phrases()), 0)
        told.add(_phrases()[words[:size]] if size else words[0])
        words = words[size or 1 :]
    return frozenset(told - LINKS - {"the", "a", "an", *load("roles")["former"]})


def rank(text: str) -> str | None:
    """Return the rank of army, navy or police that a role is, None for other roles."""
    return office(text).rank


def exclude(left: str, right: str) -> bool:
    """Return whether one person cannot have both roles at one time, as far as closed classes tell."""
    a, b = office(left), office(right)
    if sorted((a.head[-1:], b.head[-1:])) in [sorted(((x,), (y,))) for x, y in load("roles")["exclude"]]:
        return True
    if a.former != b.former:
        return False
    if a.rank and b.rank:
        return a.rank != b.rank and not _one_family(a.rank, b.rank)
    return _two_levels(a, b) or _two_portfolios(a, b) or _two_offices(a, b) or _below(a, b)


def _one_family(a: str, b: str) -> bool:
    """Return whether one rank is the name of the other's family ("general", "lieutenant general")."""
    return any(
        short in {a, b} and {*short.split()} <= {*a.split()} & {*b.split()} for short in load("roles")["families"]
    )


def _two_levels(a: Office, b: Office) -> bool:
    """Return whether two offices of one sort are of different levels of government."""
    return bool(a.level and b.level and not a.level & b.level) and a.head[-1:] == b.head[-1:]


def _two_portfolios(a: Office, b: Office) -> bool:
    """Return whether two offices of one sort look after different matters."""
    same = {*load("roles")["charged"]} & {*a.head} & {*b.head}
    return bool(same and a.portfolios and b.portfolios and not a.portfolios & b.portfolios)


def _two_offices(a: Office, b: Office) -> bool:
    """Return whether all the offices told are in one row of which nobody has two."""
    if not a.offices or not b.offices or a.offices & b.offices or a.under != b.under:
        return False
    rows = [{*row} for row in load("roles")["apart"].values()]
    return all(any({x, y} <= row for row in rows) for x in a.offices for y in b.offices)


def _below(a: Office, b: Office) -> bool:
    """Return whether one is the deputy of what the other is, of one body or where one tells none; an assistant chief is also addressed as Chief."""
    if ("chief",) in {o.head for o in (a, b) if not o.behind}:
        return False
    if a.under == b.under or a.head[-1:] != b.head[-1:] or "and" in (*a.head, *b.head):
        return False
    if ("chief" in a.head) != ("chief" in b.head):
        return False
    whose = [{*o.head[:-1], *o.behind} - {*load("roles")["under"]} for o in (a, b)]
    return bool(a.offices & b.offices) or not all(whose) or bool(whose[0] & whose[1])
