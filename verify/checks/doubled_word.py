"""Look for a word that stands twice in a row.

"Vouchers from from the shops": a line was broken or a sentence mended, and the word was left behind. Words that English doubles ("had had",
"very very"), names ("Baden Baden") and a word repeated in somebody's speech are left alone; articles and prepositions are not repeated there either.

Flags: "Soldiers are bringing bringing water to the village."
Silent: "She had had enough. It was a very very long day." (both are English)

It cannot see a word that was doubled with another between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.twice import word_lists
from verify.model import Flag, Span

TWICE = re.compile(
    r"(?<![\w’'.-])(?P<word>[A-Z]?[a-z]+)[ \u00a0]+(?P<again>[a-z]+)(?![\w’'-])(?=[ \u00a0]+(?P<next>[a-z]+)|)"
)

CLAUSE = re.compile(r"\b(?:what|wh(?:at|om|o|en|ere|y|ich)(?:ever)?|how|that|all|it|as|than|there)\b", re.I)
"""A word with which a clause may begin that ends in a form of "be" and is the subject of another ("what it was was")."""
OFF, SPACED = re.compile(r"[,;:]\s*$"), 4
"""What sets words off, within so many characters before them."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each word of the article's own that stands twice in a row."""
    article = subject.reading.article
    spoken = [q.span for q in subject.reading.speech.quotations]
    for sentence in subject.reading.sentences:
        at = sentence.span.start
        while m := TWICE.search(article.text, at, sentence.span.end):
            at = m.end("word")
            said = any(s.start <= m.start() < s.end for s in spoken)
            if _is_slip(m, sentence.span.start) and (not said or m["again"] in word_lists()["doubled"]["unspoken"]):
                yield Flag(
                    check="doubled-word",
                    severity="low",
                    confidence="high",
                    message=f"“{m['again']}” stands twice in a row: left behind by mistake?",
                    primary=article.location(Span(start=m.start(), end=m.end())),
                )


def _is_slip(m: re.Match[str], start: int) -> bool:
    """Return whether English would not write a word twice here, in a sentence that begins at `start`."""
    lists, word = word_lists()["doubled"], m["again"]
    if m["word"].lower() != word:
        return False
    if word in lists["be"]:
        return CLAUSE.search(m.string, start, m.start()) is None
    opened = m["next"] in lists["openers"] or (
        word in lists["set_off"] and OFF.search(m.string[max(start, m.start() - SPACED) : m.start()]) is not None
    )
    return word not in lists["words"] or (word in lists["openable"] and opened)


CHECK = Check(name="doubled-word", run=run, doc=__doc__)
