"""Look for a paragraph or a long sentence that stands twice in one article.

It happens when text is moved by copy and paste. Words are compared without regard to case, blanks and punctuation; sentences that follow one
another in both places are one passage, and all passages of an article one flag. Captions, headings, quotations and a summary that a layout repeats
are left out, and so is a page of many stories, each with its teaser.

Flags: "Parents asked the council on Monday to keep both schools open. […] Parents asked the council on Monday to keep both schools open."
Silent: "He did not comment. […] He did not comment." (too short to be a slip)

Silent: "The town is in mourning for the four who died in the fire on Monday." (as a summary, and again as the first sentence)

It cannot see a paragraph that was rewritten and left in twice, nor a first sentence that was pasted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verify.checks.base import Check, Subject
from verify.language.parsed import Sentence
from verify.model import Flag, Span

LEAST_WORDS, OPENING = 11, 2
Run = list[tuple[Sentence, Sentence]]
TEASERS = 3
"""Passages that stand twice from which on a page shows many stories: of 505 real articles four have so many, all such pages; three have fewer."""
QUOTES = '"“”'


def run(subject: Subject) -> Iterator[Flag]:
    """Yield one flag for all that stands twice, at the second place of the first such passage."""
    article = subject.reading.article
    every = _runs(subject.reading.sentences)
    runs = [run for run in every if not _is_summary(run)]
    if not runs or len(set(map(_passage, every))) >= TEASERS:
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


def _runs(sentences: tuple[Sentence, ...]) -> list[Run]:
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


def _is_summary(run: Run) -> bool:
    """Return whether a passage is one of the first sentences and stands again right behind: a summary above an article that opens with it."""
    (first, second), *more = run
    return not more and first.index < OPENING and second.index == first.index + 1


def _passage(run: Run) -> tuple[int, int]:
    """Return what runs of one passage share, between which sentences too short to be looked at stand: how far on they stand again."""
    first, second = run[0]
    apart = second.index - first.index
    return apart, first.index if apart == 1 else 0


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(t.lower_ for t in sentence.tokens if t.is_alpha or t.like_num)


def _is_quotation(sentence: Sentence) -> bool:
    """Return whether a sentence is all quotation, as layouts repeat it in large type."""
    text = sentence.tokens.text.strip()
    return text[:1] in QUOTES and text[-1:] in QUOTES


CHECK = Check(name="duplicate-sentence", run=run, doc=__doc__)
