"""What a fact is called: a phrase that tells an editor what it is about before any quotation is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from verify.model import Claim
from verify.values.atlas import closed_words
from verify.values.collation import function_words

FEWEST, LONGEST = 3, 80
"""Words of which a clause has more where it says enough, and signs of one that every report shows whole."""
OPENING = 8
"""Words by which a quotation is known."""
_WORD = re.compile(r"[^\W_]+")


def of_clause(group: Sequence[Claim]) -> str:
    """Return the clause in which one of the claims is told best, whom or what it is of where none is."""
    gists = tuple(dict.fromkeys(c.gist for c in group))
    best = max(gists, key=lambda gist: _rank(gist, gists))
    return capital(best if _telling(best) else _about(group))


def _rank(gist: str, gists: Sequence[str]) -> tuple[bool, bool, bool, float, int]:
    """Return how well a clause tells a fact: whether it names what it is about, its length, whether it tells no other number, what it has in
    common with the others, and how full it is.
    """
    own, count = _telling(gist), len(gist.split())
    named = not function_words()["standing_in"] & set(_WORD.findall(gist.lower())[:2])
    shared = sum(len(own & other) / len(other) for other in map(_telling, gists) if other)
    plain = not any(map(str.isdigit, gist))
    return named, count > FEWEST and len(gist) <= LONGEST and len(own) > 1, plain, round(shared, 1), count


def _telling(gist: str) -> set[str]:
    """Return the words of a clause that carry content."""
    return set(_WORD.findall(gist.lower())) - function_words()["words"]


def of_subject(what: Callable[[Claim], str]) -> Callable[[Sequence[Claim]], str]:
    """Return what titles a fact about somebody: what is told of their fullest name, the clause where there is no name."""

    def title(group: Sequence[Claim]) -> str:
        name = _fullest(group)
        return capital(f"{what(group[0])} of {name}") if name else of_clause(group)

    return title


def of_office(group: Sequence[Claim]) -> str:
    """Return whose office it is that somebody holds."""
    first = group[0]
    return f"Name of the {first.thing.text}" if first.thing else of_clause(group)


def of_speaker(group: Sequence[Claim]) -> str:
    """Return whose words are quoted, and the first of them."""
    who = next((x.speech.speaker for x in group if x.speech.speaker), "an unnamed speaker")
    words = group[0].location.quote.strip(",").split()
    return f"{capital(who)}: “{' '.join(words[:OPENING])}{'…' if len(words) > OPENING else ''}”"


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def _fullest(group: Sequence[Claim]) -> str:
    return max((x.subject or "" for x in group), key=lambda name: len(name.split()))


def _about(group: Sequence[Claim]) -> str:
    """Return whom or what a fact is of, where no clause tells it."""
    return _fullest(group) or next(_parties(group[0]), None) or group[0].kind


def _parties(claim: Claim) -> Iterator[str]:
    """Yield what a claim is of, who suffers and who does what it tells, but no pronoun."""
    for party in (claim.thing.text if claim.thing else None, claim.patient, claim.agent):
        if party and party.lower() not in closed_words() | function_words()["standing_in"]:
            yield party
