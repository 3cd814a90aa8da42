"""Look for figures that do not add up.

"Three people, two men and two women" are four; the whole was corrected and the parts were not. Parts are counted where they stand right behind
their whole: counted ones ("two men and a woman"), names and things behind a colon. A total ("in all", "on board") and a majority are held against
the numbers before them, a length of time against the two moments that it lies between, or a year and today. So are percentages of opposite answers
that make more than a hundred, a rise or fall in percent beside the figures "from … to …", a share beside "so many of so many", a margin beside its
score, "down from" a lower figure, "the other four" of which nothing is the whole, parts beside a whole that they are more than, an age beside a
year of birth, and a length of time beside its years. Rounding and a birthday that is not known are allowed for.

Flags: "The bus carried three people, two men and two women."
Flags: "Five states signed: Ohio, Iowa, Utah and Maine."
Flags: "The coach carried 68 pupils and a staff of 15. None of the 93 people on board was hurt."
Flags: "The price rose 20 percent, from $40 to $50."
Silent: "The bus carried three people, two men and a woman."
Silent: "The bus carried five people, including two children." (some of the parts)
Silent: "Sixty percent said yes and 30 percent said no." (the rest said nothing)

It cannot see parts that overlap, or a total that no word calls one and that stands far from its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.reckoning.additions import misfit_additions
from verify.checks.reckoning.misfit import Misfit
from verify.checks.reckoning.moments import misfit_moments
from verify.checks.reckoning.parts import misfit_parts
from verify.checks.reckoning.ratios import misfit_ratios
from verify.checks.reckoning.rests import misfit_rests
from verify.checks.reckoning.shares import misfit_shares
from verify.checks.reckoning.totals import misfit_majorities, misfit_totals
from verify.checks.reckoning.years import misfit_years
from verify.model import Flag

FIND = (
    misfit_parts,
    misfit_rests,
    misfit_shares,
    misfit_ratios,
    misfit_majorities,
    misfit_years,
    misfit_moments,
    misfit_totals,
    misfit_additions,
)


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each quantity that the words beside it do not make."""
    for find in FIND:
        for misfit in find(subject):
            yield _flag(misfit, subject)


def _flag(misfit: Misfit, subject: Subject) -> Flag:
    article = subject.reading.article
    beside = article.location(misfit.span)
    stated, words = (" ".join(x.quote.split()) for x in (misfit.claim.location, beside))
    return Flag(
        check="sum-mismatch",
        severity="medium",
        confidence="high",
        message=f"“{stated}”, but “{words}” makes {misfit.makes}: which is right?",
        primary=misfit.claim.location,
        related=(beside,),
    )


CHECK = Check(name="sum-mismatch", run=run, doc=__doc__)
