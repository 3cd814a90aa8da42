"""Look for two statements of one matter that name two different countries, states or people.

A lead that says one country was warned where the body says that another was is the slip that no spelling checker sees: both names are right
words. For places, sentences are held against each other: what they have in common (rare words, people, the kind of event, the words beside the
name) and how often the article, and the other articles of the story, name either place is added up. For people, two clauses with one kind of
event must have another argument in common and differ in who fills one role; or a person is introduced once more right before a surname by which
nobody was introduced; or is called what nobody is at once ("Sheriff", "neighbor"). And an article may begin in a country that no other one of
its story names.

Flags: "The minister has warned Peru over fishing rights. […] The minister warned Chile over fishing rights off its coast."
Silent: "France won the first match and Spain won the second match." (listed)
Silent: "The minister warned Peru over fishing rights but did not warn Chile over fishing rights." (contrasted)

It cannot see a swap behind a pronoun, or one in a sentence that has little in common with any other; it asks and does not decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from verify.align.within import at_two_times
from verify.align.witnesses import EDGE, Doubt, Signs, doubts, setting
from verify.checks.base import Check, Subject, asked
from verify.checks.introductions import exchanged
from verify.checks.misplaced import misplaced
from verify.effort import spend
from verify.language.accounts import Account, rarity
from verify.language.clauses import Clause, alike, clauses, told, told_apart
from verify.language.grammar.arguments import case_of, slot
from verify.language.reading import Reading
from verify.language.territories import bearer, is_one_of_several, territories
from verify.model import Flag
from verify.values.name import same_person

ALIKE = 0.5


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each name that another statement of the same matter replaces by another."""
    others = [territories(r) for r in subject.others]
    for sort, here in territories(subject.reading).items():
        articles = [found[sort] for found in others]
        signs = partial(_signs, reading=subject.reading)
        parallel = list(_parallels(here, articles, signs))
        yield from (_flag(doubt, subject) for doubt in parallel)
        known = {a.sentence.index for d in parallel for a in (d.doubtful, d.other)}
        for doubt in doubts(here, "place", setting(subject.reading, here, articles), signs):
            if not {doubt.doubtful.sentence.index, doubt.other.sentence.index} <= known:
                yield _flag(doubt, subject)
    yield from _people(subject.reading)
    yield from exchanged(subject)
    yield from misplaced(subject)


def _parallels(here: Sequence[Account], articles: Sequence[Sequence[Account]], signs: Signs) -> Iterator[Doubt]:
    """Yield two places that play one part in one kind of event, another word of both clauses being the same.

    The one is in doubt that fewer clauses of the story have in that part; where as many, the one in headline or lead.
    """
    support = Counter((slot(a.last), a.value) for own in (here, *articles) for a in own)
    for pair in combinations(here, 2):
        if _parallel(*pair) and not any(map(_contrasted, pair)) and signs(*pair) is not None:
            ranked = sorted(
                pair, key=lambda a: (support[slot(a.last), a.value], a.sentence.zone not in EDGE, a.first.i)
            )
            edge = {a.sentence.zone in EDGE for a in pair} == {True, False}
            part, value = slot(ranked[0].last), ranked[1].value
            places, *elsewhere = (
                len({a.sentence.index for a in own if slot(a.last) == part and a.value == value})
                for own in (here, *articles)
            )
            yield Doubt(
                doubtful=ranked[0],
                other=ranked[1],
                confidence="high" if edge else "medium",
                places=places,
                articles=sum(n > 0 for n in elsewhere),
            )


def _parallel(a: Account, b: Account) -> bool:
    if a.value == b.value or a.sentence == b.sentence or slot(a.last) is None or slot(a.last) != slot(b.last):
        return False
    return bool((a.clause & b.clause) - {(slot(a.last) or ("",))[0]})


def _signs(doubtful: Account, other: Account, *, reading: Reading) -> list[str] | None:
    """Return what stands beside two places; None where both are meant: listed, set apart, of two bearers, at two times."""
    spend()
    if any(is_one_of_several(a) or _set_apart(a) for a in (doubtful, other)):
        return None
    if not _of_one_bearer(doubtful, other, reading) or at_two_times(
        doubtful.sentence.span, other.sentence.span, reading
    ):
        return None
    signs = {
        _after(doubtful, other): _after(doubtful, other) is not None,
        "same city before": _city(doubtful) is not None and _city(doubtful) == _city(other),
        "same word before": _before(doubtful) is not None and _before(doubtful) == _before(other),
        "another relation": _modifies(doubtful) != _modifies(other),
        "words of contrast": _contrasted(doubtful) or _contrasted(other),
    }
    return [label for label, holds in signs.items() if label and holds]


def _set_apart(a: Account) -> bool:
    return any(t.lower_ in told("apart") for t in a.first.doc[max(a.sentence.tokens.start, a.first.i - 2) : a.first.i])


def _of_one_bearer(a: Account, b: Account, reading: Reading) -> bool:
    """Return whether the person whom either place tells apart stands in both sentences, or neither tells anyone apart."""
    x, y = bearer(a, reading), bearer(b, reading)
    return x == y or (y is None and x in b.words) or (x is None and y in a.words)


def _after(a: Account, b: Account) -> str | None:
    """Return how the words after two places are the same: in a name ("Ohio Bureau"), as a common noun ("Ohio's new law")."""
    x, y = (p.first.doc[p.last.i + 1] if p.last.i + 1 < p.sentence.tokens.end else p.last for p in (a, b))
    if x.text == y.text and x.text[:1].isupper():
        return "same name after"
    return "same word after" if _modifies(a) and _modifies(b) and a.last.head.lemma_ == b.last.head.lemma_ else None


def _modifies(a: Account) -> bool:
    return a.last.head.i > a.last.i and a.last.head.pos_ in {"NOUN", "PROPN"}


def _contrasted(a: Account) -> bool:
    """Return whether a word beside the event, or the first of the sentence, says that another matter is told."""
    beside = (*a.event.children, *(c for t in a.event.children for c in t.children), a.sentence.tokens[0])
    return any(t.lower_ in told("contrast") for t in beside)


def _city(a: Account) -> str | None:
    """Return the last word of the name before the comma before a place ("Athens, Ohio")."""
    doc, i = a.first.doc, a.first.i
    named = i - 2 >= a.sentence.tokens.start and doc[i - 1].text == "," and doc[i - 2].text[:1].isupper()
    return doc[i - 2].text if named else None


def _before(a: Account) -> str | None:
    """Return the noun or verb on which a place depends, with its preposition ("travel to Ohio")."""
    case = case_of(a.last)
    head = a.last.head
    return f"{head.lemma_.lower()} {case}" if case and head.pos_ in {"NOUN", "VERB"} else None


def _flag(doubt: Doubt, subject: Subject) -> Flag:
    return asked(doubt, subject, check="entity-swap", question=f"is {doubt.doubtful.value} meant?")


def _people(reading: Reading) -> Iterator[Flag]:
    """Yield a flag for each two clauses on one event that differ in one of its two parties, both being people."""
    people = reading.entities.people
    weight = rarity(reading)
    for a, b in combinations(clauses(reading), 2):
        swapped = _swapped(a, b)
        if not swapped or not people.issuperset(swapped) or same_person(*swapped) != "different":
            continue
        if alike(a, b, weight) >= ALIKE and not told_apart(a, b, reading):
            yield _flag_people(a, b, swapped, reading)


def _swapped(a: Clause, b: Clause) -> tuple[str, str] | None:
    """Return the two parties in which two clauses with one verb differ, the other party and another word being the same."""
    if a.sentence == b.sentence or a.verb.lemma_ != b.verb.lemma_ or a.negated != b.negated:
        return None
    pairs = [(x, y) for x, y in ((a.agent, b.agent), (a.patient, b.patient)) if x and y]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    shared = (a.words & b.words) - {a.agent, a.patient}
    return differing[0] if len(pairs) == 2 and len(differing) == 1 and shared else None


def _flag_people(a: Clause, b: Clause, swapped: tuple[str, str], reading: Reading) -> Flag:
    return Flag(
        check="entity-swap",
        severity="high",
        confidence="medium",
        message=f"“{a.verb.text}” of {swapped[0]} here, of {swapped[1]} there, all else being the same: who is meant?",
        primary=reading.article.location(a.sentence.span),
        related=(reading.article.location(b.sentence.span),),
    )


CHECK = Check(name="entity-swap", run=run, doc=__doc__)
