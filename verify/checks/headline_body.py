"""Look for a headline that gives another number than the article, or a person by another given name.

The headline is what most people read, and the last thing that is written. A number in it is held against the same count in lead, body and
captions, a number of a title that is kept apart from the text against those of the text that are a figure off, count the one thing that the
title counts, or are of its thing and event; a person in it against one of the article with the same surname and another given name.
What a headline leaves out is no slip.

Flags: headline "Five people hurt in bus crash near Ordu", body "Four people were hurt in the bus crash near Ordu."
Silent: headline "Five people hurt in bus crash", body "One of the five died in hospital." (a part)
Silent: headline "Mayor resigns", body "Mayor Ana Prado resigned on Monday." (an omission)

It cannot see a headline that exaggerates without a number or a name. Places, days and "not" in headlines are read by the checks on those.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.namesakes import half_named
from verify.checks.titles import untold_in_text
from verify.checks.twice import pairs_in, question
from verify.model import Flag


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each number and name of a headline that the article gives otherwise."""
    for pair in pairs_in(subject, "headline"):
        yield question(pair, check="headline-body", subject=subject)
    yield from untold_in_text(subject)
    yield from half_named(subject, zone="headline", check="headline-body")


CHECK = Check(name="headline-body", run=run, doc=__doc__)
