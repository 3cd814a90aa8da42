"""What a fact is called: a phrase that tells an editor what it is about before any quotation is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from verify.claims.kinship import sort_of, stands_for_people
from verify.language.events import event_group
from verify.language.name_types import role_words
from verify.model import Claim, Thing
from verify.values.atlas import closed_words
from verify.values.collation import function_words
from verify.values.extent import Interval
from verify.values.period import Period

FEWEST, LONGEST = 3, 80
"""Words of which a clause has more where it says enough, and signs of one that every report shows whole."""
HARMED = {
    "die": ("Deaths", "killed"),
    "injure": ("Injured", "injured"),
    "miss": ("Missing", "missing"),
    "arrest": ("Arrests", "arrested"),
    "treat": ("In hospital", "treated"),
    "infect": ("Infections", "infected"),
    "rescue": ("Rescued", "rescued"),
    "evacuate": ("Evacuated", "evacuated"),
}
"""What those are called to whom an event of a group happens, in general and behind a noun."""
COARSE = frozenset({"year", "month"})
PERSON = "person"
OPENING = 8
"""Words by which a quotation is known."""
_WORD = re.compile(r"[^\W_]+")


def of_clause(group: Sequence[Claim]) -> tuple[str, ...]:
    """Return what a fact can be called: the people harmed, the fullest noun phrase, the clause in which it is told best."""
    return tuple(map(capital, dict.fromkeys((*_harmed(group), *_headed(group), _clause(group)))))


def _clause(group: Sequence[Claim]) -> str:
    """Return the clause in which one of the claims is told best, whom or what it is of where none is."""
    gists = tuple(dict.fromkeys(c.gist for c in group))
    best = max(gists, key=lambda gist: _rank(gist, gists))
    return best if _telling(best) else _about(group)


def _headed(group: Sequence[Claim]) -> Iterator[str]:
    """Yield the noun phrase that has most in common with what is said of the fact elsewhere."""
    said = tuple(dict.fromkeys((*(c.gist for c in group), *(c.heading for c in group))))
    full = [c.heading for c in group if _telling(c.heading) and len(c.heading) <= LONGEST]
    if full:
        yield max(full, key=lambda heading: _rank(heading, said))


def _harmed(group: Sequence[Claim]) -> Iterator[str]:
    """Yield the word for those harmed ("Deaths"), with whom they are where all claims say the same; of old times, and of those who are only feared
    to be, the clause alone tells which.
    """
    groups = [event_group(c.predicate) or "" for c in group]
    words = HARMED.get(max(groups, key=groups.count))
    of_old = any(isinstance(c.time, Period) and c.time.granularity in COARSE for c in group)
    presumed = any(c.modality == "possible" for c in group)
    if words is None or of_old or presumed or not all(isinstance(c.value, Interval) for c in group):
        return
    things = [c.thing for c in group if c.thing]
    if all(map(stands_for_people, things)):
        yield words[0]
    elif all(map(_is_person, things)):
        yield f"{next(t.text for t in things if not stands_for_people(t))} {words[1]}"


def _is_person(thing: Thing) -> bool:
    """Return whether a thing is people of any sort."""
    return sort_of(thing) == PERSON or thing.head.lower() in role_words()


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


def of_subject(what: Callable[[Claim], str]) -> Callable[[Sequence[Claim]], tuple[str, ...]]:
    """Return what titles a fact about somebody: what is told of their fullest name, the clause where there is no name."""

    def called(group: Sequence[Claim]) -> tuple[str, ...]:
        name = _fullest(group)
        return (capital(f"{what(group[0])} of {name}"),) if name else of_clause(group)

    return called


def of_office(group: Sequence[Claim]) -> tuple[str, ...]:
    """Return whose office it is that somebody holds."""
    first = group[0]
    return (f"Name of the {first.thing.text}",) if first.thing else of_clause(group)


def of_speaker(group: Sequence[Claim]) -> tuple[str, ...]:
    """Return whose words are quoted, and the first of them."""
    who = next((x.speech.speaker for x in group if x.speech.speaker), "an unnamed speaker")
    words = group[0].location.quote.strip(",").split()
    return (f"{capital(who)}: “{' '.join(words[:OPENING])}{'…' if len(words) > OPENING else ''}”",)


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]


def _fullest(group: Sequence[Claim]) -> str:
    """Return the name that is given most often of those with a given name, the longest of as many."""
    names = [x.subject or "" for x in group]
    return max(names, key=lambda name: (" " in name, names.count(name), len(name)))


def _about(group: Sequence[Claim]) -> str:
    """Return whom or what a fact is of, where no clause tells it."""
    return _fullest(group) or next(_parties(group[0]), None) or group[0].kind


def _parties(claim: Claim) -> Iterator[str]:
    """Yield what a claim is of, who suffers and who does what it tells, but no pronoun."""
    for party in (claim.thing.text if claim.thing else None, claim.patient, claim.agent):
        if party and party.lower() not in closed_words() | function_words()["standing_in"]:
            yield party
