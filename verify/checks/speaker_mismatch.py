"""Look for one quotation that is given to two people, in one article or in two of the story.

The words are the same, or cut short, and both speakers are named people who cannot be one: other surnames, or other given names. A title or an
office ("a U.S. official", "the mayor") is no second speaker, nor is a surname that is a letter off.

Flags: "“We lost everything in one night,” Ann Marsh said. […] “We lost everything in one night,” Lee Park said."
Silent: "“We lost everything in one night,” Ann Marsh said. […] “We lost everything in one night,” the farmer said."

It cannot see a wrong speaker where no other place gives the quotation, nor tell who really spoke.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.spelling import a_letter_off
from verify.language.reading import Reading
from verify.language.reporting import word_lists
from verify.language.speech import Quotation
from verify.model import Flag
from verify.values.name import same_person, words_of
from verify.values.words import Words, grade

SAME = frozenset({"exact", "typographic", "elided", "bracketed", "shortened"})
LEAST_WORDS = 5
NEAR = 60
"""Characters beside a quotation in which its speaker must be named."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each quotation that another place gives to another person; one flag for two places."""
    own = _spoken(subject.reading)
    places = [(q, subject.reading) for q in own] + [(q, r) for r in subject.others for q in _spoken(r)]
    for quotation in own:
        here = (subject.reading.article.id, quotation.span.start)
        for other, reading in places:
            if here > (reading.article.id, other.span.start) and _mismatched(quotation, other):
                yield _flag(quotation, other, subject.reading, reading)
                break


def _spoken(reading: Reading) -> list[Quotation]:
    """Return the quotations whose speaker is a person that the article names."""
    people = reading.entities.people
    long = (q for q in reading.speech.quotations if q.speaker in people and len(q.text.split()) >= LEAST_WORDS)
    return [q for q in long if q.cue in word_lists()["say"] and _is_named(q, reading)]


def _is_named(quotation: Quotation, reading: Reading) -> bool:
    """Return whether the speaker's name stands right before or after the quotation, not only somewhere around it."""
    text, span = reading.article.text, quotation.span
    beside = (text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR])
    surname = words_of(quotation.speaker or "")[-1:]
    return any(surname[0] in words_of(part) for part in beside if surname)


def _mismatched(left: Quotation, right: Quotation) -> bool:
    if left.speaker is None or right.speaker is None or same_person(left.speaker, right.speaker) != "different":
        return False
    if a_letter_off(words_of(left.speaker)[-1], words_of(right.speaker)[-1]):
        return False
    return grade(Words(words=left.text), Words(words=right.text)).grade in SAME


def _flag(quotation: Quotation, other: Quotation, here: Reading, there: Reading) -> Flag:
    return Flag(
        check="speaker-mismatch",
        severity="high",
        confidence="high" if here is there else "medium",
        message=f"{quotation.speaker} says this here, {other.speaker} there: whose words are they?",
        primary=here.article.location(quotation.span),
        related=(there.article.location(other.span),),
    )


CHECK = Check(name="speaker-mismatch", run=run, doc=__doc__)
