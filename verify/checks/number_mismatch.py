"""Look for one thing that lead and body, or two sentences of the body, count or measure differently.

"Killing four" in the lead and "the three victims" in the body: a figure was revised in one place and forgotten in the other. Two numbers are
held against each other where the same thing is counted in the same event, and where the sentences share further words; "the three victims"
against every number before; a bound ("more than 30") against a number; the number of passengers against that of all on board; one address
against another on the same street. Parts of a whole, values that change in time, events and things that the sentences tell apart ("in 2012",
"the north mine"), and what two people say differently are left alone.

Flags: "The fire in the mill killed four workers. […] The three workers killed in the mill were brothers."
Silent: "The fire killed four workers. One worker died on Friday." (a part)
Silent: "The fire killed four workers. […] In 2012 a fire killed nine workers." (in an article published on May 2, 2024)
Silent: "Police first said three workers were killed. Later they said four workers were killed." (revised)

It cannot see a wrong number that stands once only, or one whose sentences share no words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.twice import pairs_in, question
from verify.checks.wholes import passengers_and_crew, victims_miscounted
from verify.model import Flag, Location, Span

BLOCK = re.compile(
    r"\b(?P<number>\d[\d,]*)[- ]block of (?P<street>(?:(?:North|South|East|West|[NSEW]\.?)\s)?(?:[A-Z][\w’'-]+|\d+\w\w)(?: [A-Z][\w’'-]+)?)"
)


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of numbers, and for each street with two house numbers."""
    for pair in pairs_in(subject, None):
        yield question(pair, check="number-mismatch", subject=subject)
    yield from victims_miscounted(subject)
    yield from passengers_and_crew(subject)
    yield from _addresses(subject)


def _addresses(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each street that stands with two block numbers in sentences that tell of one matter, at the rarer one."""
    article = subject.reading.article
    streets: dict[str, dict[str, list[Location]]] = defaultdict(lambda: defaultdict(list))
    for m in BLOCK.finditer(article.text):
        streets[m["street"].lower()][m["number"]].append(article.location(Span(start=m.start(), end=m.end())))
    for numbers in streets.values():
        usual, *others = sorted(numbers.values(), key=lambda found: (-len(found), found[0].start))
        for rare in others:
            witness = next((place for place in usual if _one_matter(rare[0], place, subject)), None)
            if witness is not None:
                yield _address(rare[0], witness)


def _one_matter(left: Location, right: Location, subject: Subject) -> bool:
    """Return whether the sentences of two addresses share two words of content beside the address."""
    a, b = (_words(place, subject) for place in (left, right))
    return len(a & b) > 1


def _words(place: Location, subject: Subject) -> frozenset[str]:
    """Return the lemmas of the nouns and verbs of a sentence, an address and names left out."""
    reading = subject.reading
    tokens = reading.doc.char_span(place.start, place.end, alignment_mode="expand")
    sentence = reading.parsed.sentence(tokens[0]) if tokens is not None else None
    words = sentence.tokens if sentence is not None else ()
    return frozenset(
        t.lemma_.lower()
        for t in words
        if t.pos_ in {"NOUN", "VERB"} and t.is_alpha and not place.start <= t.idx < place.end
    )


def _address(rare: Location, usual: Location) -> Flag:
    return Flag(
        check="number-mismatch",
        severity="medium",
        confidence="medium",
        message=f"“{rare.quote}” here, “{usual.quote}” there: is it one address, and which number is meant?",
        primary=rare,
        related=(usual,),
    )


CHECK = Check(name="number-mismatch", run=run, doc=__doc__)
