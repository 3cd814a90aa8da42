"""What a story may cost: budgets that grow with it, and what is said of a step that was broken off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from verify.effort import SpentError, budget
from verify.language.reading import Reading
from verify.model import Article, Claim, NotChecked

Result = TypeVar("Result")

FIRST, EACH, MOST = 6_000, 20_000, 750_000
"""Pairs that one step may compare in a story of one article, for each further one, and in any story: twice what 240,000 characters take, of one
event 350,000 and of a hundred events 290,000, which is more than a story has (`verify/articles/stories.py`).
"""
PATIENCE, PACE = 2.0, 6_000
"""Seconds of processor time that a step may take of any text, and characters for which it gets one more."""
MOST_IN_SENTENCE, MOST_CLAIMS = 50, 1_200
"""Claims of one sentence, and of one article: with more of them it is no prose but a table."""
CROWDED = f"more than {MOST_IN_SENTENCE} claims in one sentence, expected prose"
FULL = f"more than {MOST_CLAIMS:,} claims before it, expected an article"
TOO_MUCH = "broken off: too much in it to compare each with each, expected the prose of an article"


@dataclass(slots=True, kw_only=True)
class Bounds:
    """The budgets of a story's steps; `spent` tells of those that were broken off."""

    articles: Sequence[Article]
    spent: list[NotChecked] = field(default_factory=list)

    def done(self, what: str, step: Callable[[], Result], otherwise: Result) -> Result:
        """Return the result of a step, or another where its budget is spent."""
        steps = min(MOST, FIRST + EACH * (len(self.articles) - 1))
        try:
            with budget(steps=steps, seconds=seconds(self.articles)):
                return step()
        except SpentError:
            self.spent.append(NotChecked(what=what, reason=TOO_MUCH))
            return otherwise


def seconds(articles: Sequence[Article]) -> float:
    """Return how much processor time one step may take; it is far more than prose needs on a slow machine."""
    return PATIENCE + sum(len(article.text) for article in articles) / PACE


def bounded(reading: Reading, claims: Sequence[Claim]) -> tuple[Reading, tuple[Claim, ...]]:
    """Return a reading and its claims without those of sentences that are tables, and those beyond what an article has."""
    count = Counter(claim.sentence for claim in claims)
    crowded = {sentence for sentence, number in count.items() if number > MOST_IN_SENTENCE}
    prose = [claim for claim in claims if claim.sentence not in crowded]
    beyond = {claim.sentence for claim in prose[MOST_CLAIMS:]} - {claim.sentence for claim in prose[:MOST_CLAIMS]}
    left_out = (*((s, CROWDED) for s in crowded), *((s, FULL) for s in beyond))
    if not left_out:
        return reading, tuple(prose)
    ordered = tuple(sorted((*reading.parsed.left_out, *left_out), key=lambda entry: entry[0].start))
    return replace(reading, parsed=replace(reading.parsed, left_out=ordered)), tuple(prose[:MOST_CLAIMS])
