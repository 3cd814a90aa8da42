"""Look for one thing that lead and body, or two sentences of the body, count or measure differently.

"Killing four" in the lead and "the three victims" in the body: a figure was revised in one place and forgotten in the other. Two numbers are held
against each other where the same thing is counted in the same event, and where the sentences share further words; "the three victims" against every
number before; a bound ("more than 30") against a number. Parts of a whole, values that change in time, events and things that the sentences tell
apart ("in 2012", "the north mine"), and what two people say differently are left alone.

Flags: "The fire in the mill killed four workers. […] The three workers killed in the mill were brothers."
Silent: "The fire killed four workers. One worker died on Friday." (a part)
Silent: "The fire killed four workers. […] In 2012 a fire killed nine workers." (in an article published on May 2, 2024)
Silent: "Police first said three workers were killed. Later they said four workers were killed." (revised)

It cannot see a wrong number that stands once only, or one whose sentences share no words.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.twice import pairs_in, question
from verify.checks.wholes import victims_miscounted
from verify.model import Flag


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of numbers, and for each number of victims that no other makes."""
    for pair in pairs_in(subject, None):
        yield question(pair, check="number-mismatch", subject=subject)
    yield from victims_miscounted(subject)


CHECK = Check(name="number-mismatch", run=run, doc=__doc__)
