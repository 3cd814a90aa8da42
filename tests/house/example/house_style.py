"""Look for words that the house does not print.

A package of yours names this value by the entry point `verify.checks`:

    [project.entry-points."verify.checks"]
    banned-word = "house_style:CHECK"

Flags: "The probe was mooted on Monday."
Silent: "The inquiry was proposed on Monday."

It cannot see a word in another form than the one that is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify import Flag
from verify.checks import Check, Subject
from verify.model import Span

BANNED = re.compile(r"\b(?:mooted|slammed)\b")


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each word of the article that is banned."""
    article = subject.reading.article
    for m in BANNED.finditer(article.text):
        yield Flag(
            check="banned-word",
            severity="low",
            confidence="high",
            message=f"“{m[0]}” is a word that the house does not print: which other one?",
            primary=article.location(Span(start=m.start(), end=m.end())),
        )


CHECK = Check(name="banned-word", run=run, doc=__doc__)
