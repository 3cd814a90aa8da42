"""Direct quotations: which words were said, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.labels import of_speaker
from verify.language.speech import Quotation
from verify.model import Claim, Relation, Speech
from verify.values.collation import LEAST, is_function_word, is_phrase
from verify.values.name import same_person
from verify.values.wording import split
from verify.values.words import Words, content_words
from verify.values.words import compare as compare_words

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each direct quotation of at least three words that carry content, or of two in a phrase that is no name; of one that
    a named person says two will do.
    """
    people = reading.entities.people
    for quotation in reading.speech.quotations:
        short = quotation.speaker in people and _is_told(quotation.text)
        if quotation.sentence is not None and (short or _is_long(quotation.text)):
            yield _claim(quotation, quotation.sentence, reading)


def _is_long(text: str) -> bool:
    """Return whether words are so many that they are known again whoever says them."""
    return content_words(text) >= LEAST or is_phrase(split(text))


def _is_told(text: str) -> bool:
    """Return whether words are two with content that are no name."""
    own = [w.text for w in split(text) if w.key and not is_function_word(w.key)]
    return len(own) >= LEAST - 1 and not all(w[:1].isupper() for w in own)


def _claim(quotation: Quotation, sentence: int, reading: Reading) -> Claim:
    held = reading.sentences[sentence]
    return Claim(
        kind="quote",
        location=reading.article.location(quotation.span),
        zone=held.zone,
        sentence=held.span,
        value=Words(words=" ".join(quotation.text.split())),
        subject=quotation.speaker,
        speech=Speech(speaker=quotation.speaker, cue=quotation.cue, direct=True),
    )


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for the same words, of a few words where the speaker is the same, `contains` where one is cut short, `disjoint` where a
    negation was lost or gained.
    """
    if not isinstance(left.value, Words) or not isinstance(right.value, Words):
        return "unknown"
    found = compare_words(left.value, right.value)
    return "equal" if found == "unknown" and _same_few(left, right, left.value, right.value) else found


def _same_few(left: Claim, right: Claim, ours: Words, theirs: Words) -> bool:
    """Return whether one person says the same few words in both."""
    a, b = ([w.key for w in split(words.words)] for words in (ours, theirs))
    same = left.subject is not None and right.subject is not None and same_person(left.subject, right.subject)
    return a == b and _is_told(ours.words) and same in {"same", "partial"}


KIND = ClaimKind(
    name="quote",
    focus="words",
    extract=extract,
    values=compare,
    slots=(Slot.WORDS,),
    blocks=(Slot.WORDS,),
    title=of_speaker,
    fuller=True,
    verbatim=True,
)
