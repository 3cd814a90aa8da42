"""Look for a word that stands twice in a row, or a list that names one thing twice.

"Vouchers from from the shops": a line was broken or a sentence mended, and the word was left behind. Words that English doubles ("had had",
"very very"), names ("Baden Baden") and a word repeated in somebody's speech are left alone. A list of three or more that has an item again in
the same words ("a cup, a plate, a spoon and a cup") was mended in one place only.

Flags: "Soldiers are bringing bringing water to the village."
Flags: "Missing are a silver cup from 1632, two spoons, a plate and a silver cup."
Silent: "She had had enough. It was a very very long day." (both are English)

It cannot see a word that was doubled with another between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.twice import word_lists
from verify.model import Flag, Span

REACH = 60
"""Characters before a verb that is doubled in which a clause that is its subject begins."""
COMMAS = 2
"""Commas between two places of one thing in a list."""
NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
NAMES = re.compile(rf"(?:{NAME.pattern}, ){{2,}}(?:{NAME.pattern},? )?and {NAME.pattern}")
ITEM = re.compile(r"(?<=[ (])an? [a-z]+ [a-z]+(?=,| and |[.;:)]| (?:of|from|made|in)\b)")
TWICE = re.compile(
    r"(?<![\w’'.-])(?P<word>[A-Z]?[a-z]+)[ \u00a0]+(?P<again>[a-z]+)(?![\w’'-])(?=[ \u00a0]+(?P<next>[a-z]+)|)"
)


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each word of the article's own that stands twice in a row."""
    article = subject.reading.article
    spoken = [q.span for q in subject.reading.speech.quotations]
    for sentence in subject.reading.sentences:
        at = sentence.span.start
        while m := TWICE.search(article.text, at, sentence.span.end):
            at = m.end("word")
            if _is_slip(m, subject) and not any(s.start <= m.start() < s.end for s in spoken):
                yield Flag(
                    check="doubled-word",
                    severity="low",
                    confidence="high",
                    message=f"“{m['again']}” stands twice in a row: left behind by mistake?",
                    primary=article.location(Span(start=m.start(), end=m.end())),
                )

    yield from _listed_twice(subject)


def _listed_twice(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each item of a list that is named again in it."""
    article, speech = subject.reading.article, subject.reading.speech
    for sentence in subject.reading.sentences:
        text = article.text[sentence.span.start : sentence.span.end]
        seen: dict[str, Span] = {}
        for start, end in (*_names(text), *(m.span() for m in ITEM.finditer(text))):
            here = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            first = seen.setdefault(text[start:end].lower(), here)
            apart = text[first.end - sentence.span.start : start].count(",") >= COMMAS
            if first != here and apart and not speech.at(sentence.tokens[0]).direct:
                yield Flag(
                    check="doubled-word",
                    severity="low",
                    confidence="medium",
                    message=f"“{text[start:end]}” stands twice in one list: named again by mistake?",
                    primary=article.location(here),
                    related=(article.location(first),),
                )


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of a list stand."""
    for listed in NAMES.finditer(text):
        yield from (m.span() for m in NAME.finditer(text, *listed.span()))


def _is_slip(m: re.Match[str], subject: Subject) -> bool:
    """Return whether English would not write a word twice: no particle and preposition, no verbs of which a clause is the subject."""
    lists, word = word_lists()["doubled"], m["again"]
    if m["word"].lower() != word:
        return False
    if word in lists["verbs"]:
        before = m.string[max(0, m.start() - REACH) : m.start()].lower().rpartition(".")[2]
        return not {*re.findall(r"[a-z]+", before)} & {*lists["clauses"]}
    tokens = subject.reading.doc.char_span(m.start(), m.end(), alignment_mode="expand")
    if word in lists["particles"] and tokens is not None and tokens[0].head.pos_ not in {"VERB", "AUX"}:
        return True
    return word not in lists["words"] or (word in lists["openable"] and m["next"] in lists["openers"])


CHECK = Check(name="doubled-word", run=run, doc=__doc__)
