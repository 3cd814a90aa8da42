"""Look for one person who changes within an article: two ages, two offices or ranks, "he" and "she".

A person is introduced once and called by a short form from there on, so that an age of 34 in the lead and of 43 in the caption, a sergeant who
is a lieutenant three paragraphs on, or a "she" for a "he" is seen by nobody. Ages are taken where they stand beside the name or a role ("the
captain, 44"), and where somebody is taken up by one that nobody has; titles where they stand right before the name, pronouns where they begin
the sentence after one of which the person alone is the subject. Former and future offices, and ages told of two times, are left alone.

Flags: "Ana Prado, 34, was hurt. […] Prado, 43, is in hospital."
Flags: "Sgt. Ann Lee found the boat. […] Lt. Lee called for help."
Silent: "Gov. Ana Prado spoke first. […] Former Mayor Prado left early." (a former office)
Silent: "Prado, who was 12 when she came to Ordu, is 34." (two times)

It cannot see two roles that one person can have, or a wrong age that is given once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from verify.checks.ages import age_flag, two_ages
from verify.checks.base import Check, Subject
from verify.checks.twice import word_lists
from verify.claims import Slot, kind_of, relation
from verify.language.entities import Entity
from verify.model import Claim, Flag, Level, Location, Span
from verify.values.interval import Interval
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

THEN = re.compile(
    r"\b(?:when (?:s?he|they)|then|at the time|turn(?:ed|s|ing)|would have|birthday|years? (?:ago|later|earlier)|in (?:19|20)\d\d)\b"
)
"""Words that put an age at another time."""
BESIDE = 30
"""Characters within which a name stands beside an age."""
PRONOUNS = {"He": "he", "She": "she"}


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each person with two ages, two titles or two pronouns."""
    named = list(_ages(subject))
    told = {f.primary.start for f in named}
    yield from named
    yield from (age_flag(here, there) for here, there in two_ages(subject) if here.start not in told)
    people = [e for e in subject.reading.entities.all if e.type == PERSON]
    for person in people:
        yield from _differing(_titles(person, subject), "title", "medium", subject)
    for places in _pronouns(subject).values():
        yield from _differing(places, "pronoun", "low", subject)


def _ages(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each person, and the first two ages that exclude each other."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in subject.claims:
        if _of_bearer(claim) and claim.subject and _asserted(claim, subject):
            by_name[claim.subject].append(claim)
    for name, ages in by_name.items():
        apart = next((p for p in combinations(ages, 2) if relation(*p) == "disjoint"), None)
        if apart:
            first, second = apart
            words = f"{name} is “{second.location.quote}” here, “{first.location.quote}” there: which age is meant?"
            yield _flag(second.location, first.location, words, "high")


def _of_bearer(claim: Claim) -> bool:
    """Return whether a claim tells a number of somebody, which is an age."""
    return kind_of(claim).focus == "number" and Slot.SUBJECT in kind_of(claim).slots


def _asserted(claim: Claim, subject: Subject) -> bool:
    """Return whether an age stands beside its bearer's name, exact and of today."""
    text, where = subject.reading.article.text, claim.location
    if not isinstance(claim.value, Interval) or claim.value.bound != "exact" or not claim.subject:
        return False
    opened = text[where.start - 1 : where.start] == "(" and text[where.end : where.end + 1] != ")"
    if opened or not re.search(r"\d", where.quote):
        return False
    around = text[max(claim.sentence.start, where.start - BESIDE) : min(claim.sentence.end, where.end + BESIDE)]
    return claim.subject.split()[-1] in around and not THEN.search(around)


def _titles(person: Entity, subject: Subject) -> Mapping[str, list[Token]]:
    """Return where a person stands behind a single title of office or rank, by the title."""
    doc, found = subject.reading.doc, defaultdict(list)
    for first, _ in person.mentions:
        title = _title(doc[first], subject) or (_title(doc[first - 1], subject) if first else None)
        if title and subject.reading.parsed.sentence(doc[first]) is not None:
            found[title].append(doc[first])
    return found


def _title(token: Token, subject: Subject) -> str | None:
    """Return the title that a capitalised word is, None beside another title or a word such as "former"."""
    lists = word_lists()["titles"]
    plain = token.lower_.rstrip(".")
    title = lists["short"].get(plain, plain)
    if not token.text[0].isupper() or title not in lists["exclusive"]:
        return None
    around = {t.lower_.rstrip(".") for t in token.doc[max(0, token.i - 2) : token.i + 2] if t.i != token.i}
    return None if around & {*lists["exclusive"], *lists["short"], *lists["beside"]} else title


def _pronouns(subject: Subject) -> Mapping[str, Mapping[str, list[Token]]]:
    """Return where "he" or "she" takes up the one person of the sentence before, by the person and the pronoun."""
    found: dict[str, dict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
    sentences = subject.reading.sentences
    for before, sentence in pairwise(sentences):
        first = next((t for t in sentence.tokens if not t.is_space), None)
        if first is None or first.text not in PRONOUNS or not first.dep_.startswith("nsubj"):
            continue
        person = _only_person(list(before.tokens), subject)
        if person is not None:
            found[person][PRONOUNS[first.text]].append(first)
    return found


def _only_person(tokens: list[Token], subject: Subject) -> str | None:
    """Return the one person whom a sentence names, where it is a subject and no noun there speaks of another."""
    named = [(t, e) for t in tokens if (e := subject.reading.entities.of(t)) is not None and e.type == PERSON]
    if len({e.name for _, e in named}) != 1 or not any(t.dep_ in {"nsubj", "nsubj:pass"} for t, _ in named):
        return None
    others = any(t.pos_ == "NOUN" and t.lemma_.lower() in word_lists()["people"]["words"] for t in tokens)
    return None if others else named[0][1].name


def _differing(found: Mapping[str, list[Token]], sort: str, confidence: Level, subject: Subject) -> Iterator[Flag]:
    """Yield a flag where a person stands with two different words, at the rarer one."""
    if len(found) < 2:
        return
    usual, rare = sorted(found.items(), key=lambda f: (-len(f[1]), f[1][0].i))[:2]
    here, there = _place(rare[1][0], subject), _place(usual[1][0], subject)
    yield _flag(here, there, f"“{rare[0]}” here, “{usual[0]}” there, of one person: which {sort} is meant?", confidence)


def _place(token: Token, subject: Subject) -> Location:
    """Return a token with the word before it, the title of a name."""
    start = token.doc[token.i - 1].idx if token.pos_ == "PROPN" and token.i else token.idx
    return subject.reading.article.location(Span(start=start, end=token.idx + len(token)))


def _flag(here: Location, there: Location, message: str, confidence: Level) -> Flag:
    return Flag(
        check="role-drift", severity="medium", confidence=confidence, message=message, primary=here, related=(there,)
    )


CHECK = Check(name="role-drift", run=run, doc=__doc__)
