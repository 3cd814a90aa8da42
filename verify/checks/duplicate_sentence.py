"""Look for a paragraph or a long sentence that stands twice in one article.

It happens when text is moved by copy and paste. Words are compared without regard to case, blanks and punctuation; sentences that follow one
another in both places are one passage, and all passages of an article one flag. Captions, headings and quotations that a layout repeats are left out.

Flags: "Parents asked the council on Monday to keep both schools open. […] Parents asked the council on Monday to keep both schools open."
Silent: "He did not comment. […] He did not comment." (too short to be a slip)

It cannot see a paragraph that was rewritten and left in twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verify.checks.base import Check, Subject
from verify.language.parsed import Sentence
from verify.model import Flag, Span

LEAST_WORDS = 11
QUOTES = '"“”'


def run(subject: Subject) -> Iterator[Flag]:
    """Yield one flag for all that stands twice, at the second place of the first such passage."""
    article = subject.reading.article
    runs = _runs(subject.reading.sentences)
    if not runs:
        return
    places = [Span(start=run[0][side].span.start, end=run[-1][side].span.end) for run in runs for side in (1, 0)]
    count = sum(map(len, runs))
    yield Flag(
        check="duplicate-sentence",
        severity="low",
        confidence="high",
        message=f"{'This sentence stands' if count == 1 else f'{count} sentences stand'} twice: pasted by mistake?",
        primary=article.location(places[0]),
        related=tuple(article.location(p) for p in places[1:]),
    )


def _runs(sentences: tuple[Sentence, ...]) -> list[list[tuple[Sentence, Sentence]]]:
    """Return the sentences that stand twice, first and second place, those that follow one another together."""
    seen: dict[tuple[str, ...], Sentence] = {}
    pairs = []
    for sentence in sentences:
        words = _words(sentence)
        if sentence.zone in {"lead", "body"} and len(words) >= LEAST_WORDS and not _is_quotation(sentence):
            earlier = seen.setdefault(words, sentence)
            if earlier is not sentence:
                pairs.append((earlier, sentence))
    runs = [[pair] for pair in pairs[:1]]
    for before, pair in pairwise(pairs):
        if all(y.index == x.index + 1 for x, y in zip(before, pair, strict=True)):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(t.lower_ for t in sentence.tokens if t.is_alpha or t.like_num)


def _is_quotation(sentence: Sentence) -> bool:
    """Return whether a sentence is all quotation, as layouts repeat it in large type."""
    text = sentence.tokens.text.strip()
    return text[:1] in QUOTES and text[-1:] in QUOTES


CHECK = Check(name="duplicate-sentence", run=run, doc=__doc__)
