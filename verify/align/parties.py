"""Who does it and to whom: the parties of two events, compared role by role."""

from __future__ import annotations

from functools import cache
from typing import Literal

from verify.align.described import Described
from verify.align.levels import Level
from verify.claims import kind_of
from verify.lists import load
from verify.model import Relation
from verify.values.collation import function_words
from verify.values.name import compare_words
from verify.values.period import Period

Party = Literal["same", "another", "another word"]


@cache
def _anyone() -> frozenset[str]:
    """Return the words by which two stories can mean different parties."""
    table = load("things")
    people = table["sorts"]["person"]
    return function_words()["words"] | frozenset((*people["general"], *people["specific"], *table["several"]["words"]))


def parties(left: Described, right: Described) -> Level | None:
    """Compare who does or suffers the events of quantities, and whose an amount is; in a count another agent may have a share."""
    who, whom = agents(left, right), patients(left, right)
    whose = _party(left.claim.agent, right.claim.agent)
    if kind_of(left.claim).amounts and "another" in {who, whom, whose}:
        return Level.OTHER_PARTY
    if who == "another":
        return Level.OTHER_AGENT
    same = (who == "same", whom == "same")
    return {(True, True): Level.SAME_PARTIES, (True, False): Level.SAME_AGENT, (False, True): Level.SAME_PATIENT}.get(
        same
    )


def occasion(left: Described, right: Described) -> Level:
    """Compare who does what to whom on a day."""
    who, whom = agents(left, right), patients(left, right)
    if swapped(left, right):
        return Level.SWAPPED_PARTIES
    if "another" in {who, whom}:
        return Level.OTHER_PARTY
    if whom == "another word":
        return Level.OTHER_WORD_FOR_PATIENT
    if (known := parties(left, right)) is None and _one_word(left.claim.patient, right.claim.patient):
        return Level.SAME_WORD_FOR_PATIENT
    return known or Level.NO_PARTIES


def agents(left: Described, right: Described) -> Party | None:
    """Compare who does it."""
    return _party(_telling(left.claim.agent, left), _telling(right.claim.agent, right))


def patients(left: Described, right: Described) -> Party | None:
    """Compare to whom or what it is done."""
    return _party(_telling(left.claim.patient, left), _telling(right.claim.patient, right))


def swapped(left: Described, right: Described) -> bool:
    """Return whether one event is done by the party to whom the other is done, and the other way round."""
    a, b = left.claim, right.claim
    return _party(a.agent, b.patient) == _party(a.patient, b.agent) == "same"


def _party(left: str | None, right: str | None) -> Party | None:
    """Compare two parties: by their names, or by their words, of which one may leave some of the other's out."""
    if not left or not right:
        return None
    if _named(left) and _named(right):
        words: dict[Relation, Party] = {"equal": "same", "contains": "same", "disjoint": "another"}
        return words.get(compare_words(left, right))
    if _named(left) or _named(right):
        return None
    ours, theirs = left.lower().split(), right.lower().split()
    if ours[-1] != theirs[-1]:
        return "another word"
    return "same" if set(ours) <= set(theirs) or set(ours) >= set(theirs) else None


def _telling(words: str | None, described: Described) -> str | None:
    """Return a party without its number; None for what is counted itself, pronouns and a bare word for anyone ("the man")."""
    claim = described.claim
    own = claim.thing.head.lower()[:-1] if claim.thing and not isinstance(claim.value, Period) else None
    kept = [
        w for w in (words or "").split() if w.lower() not in function_words()["words"] and not any(map(str.isdigit, w))
    ]
    if not kept or (own and kept[-1].lower().startswith(own)) or (len(kept) == 1 and kept[0].lower() in _anyone()):
        return None
    return " ".join(kept)


def _one_word(left: str | None, right: str | None) -> bool:
    """Return whether two parties are people, or things, of one word, be they many or few."""
    return bool(left and right) and (left or "").lower().split()[-1:] == (right or "").lower().split()[-1:]


def _named(words: str) -> bool:
    return words.split()[-1][:1].isupper()
