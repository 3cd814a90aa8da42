"""Direct quotations: which words were said, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.labels import of_speaker
from verify.language.speech import Quotation
from verify.model import Claim, Relation, Speech
from verify.values.collation import LEAST, is_phrase
from verify.values.wording import split
from verify.values.words import Words, content_words
from verify.values.words import compare as compare_words

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each direct quotation of at least three words that carry content, or of two in a phrase that is no name."""
    for quotation in reading.speech.quotations:
        if quotation.sentence is not None and (
            content_words(quotation.text) >= LEAST or is_phrase(split(quotation.text))
        ):
            yield _claim(quotation, quotation.sentence, reading)


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
    """Return `equal` for the same words, `contains` where one is cut short, `disjoint` where a negation was lost or
    gained.
    """
    if not isinstance(left.value, Words) or not isinstance(right.value, Words):
        return "unknown"
    return compare_words(left.value, right.value)


KIND = ClaimKind(
    name="quote",
    extract=extract,
    values=compare,
    slots=(Slot.WORDS,),
    blocks=(Slot.WORDS,),
    title=of_speaker,
)
