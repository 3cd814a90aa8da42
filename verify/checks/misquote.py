"""Look for one quotation that is given with other words elsewhere, in the same article or in another of the story.

Words between quotation marks are promised to be the speaker's own. Two quotations are laid side by side word for word; where they share so much
in order that they must be of one utterance, the words that differ are shown. Person and tense, ellipses, brackets, spelling and where a quotation
is cut are no difference. Where the sources disagree, the wording that fewer of them have is the one to look at. A lost or gained "not" is the
gravest; where much differs the outlets may have translated one statement, and the flag is shown on request only.

Flags: one article has "“We will not raise taxes on working families,” she said.", another "“We will raise taxes on working families,” she said."
Silent: one article has "“We will not raise taxes on families,” she said.", another "“We will … not raise taxes [now] on families,” she said."
Silent: one article has "“The harbour programme is not finished,” she said.", another "“The harbor program is not finished,” she said."

It cannot see a misquotation that every source shares, nor one so free that few words are left; where two sources differ, it cannot know which
of them is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.checks.base import Check, Subject
from verify.effort import spend
from verify.language.reading import Reading
from verify.language.speech import Quotation
from verify.model import Flag, Level
from verify.values.collation import LEAST, collate, content, is_function_word
from verify.values.name import two_people
from verify.values.wording import split
from verify.values.words import Change, Comparison, Words, grade

ALTERED = frozenset({"altered", "polarity-altered"})
FAITHFUL = frozenset({"exact", "typographic", "elided", "bracketed", "reported", "shortened"})
LEAST_WORDS = 4
MOST_CHANGES, LONGEST_CHANGE = 3, 4
"""Places in which two quotations differ, and words in one of them, beyond which two translations are likelier than a slip."""

Quoted = tuple[Quotation, Reading]


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each quotation whose words fewer sources have than another wording of it."""
    own = _quotations(subject.reading)
    others = [q for r in subject.others for q in _quotations(r)]
    for quoted in own:
        again = [(q, c) for q in own if q[0] is not quoted[0] and (c := _altered(quoted[0], q[0]))]
        rivals = [(q, c) for q, c in again if _is_slip(_changes(c, quoted[0], q[0])) and _shares_much(quoted, q)]
        there = [(q, c) for q in others if (c := _altered(quoted[0], q[0]))]
        rivals += [(q, c) for q, c in there if not _of_two(quoted, q) or _shares_much(quoted, q)]
        rivals.sort(key=lambda rival: len(rival[1].changes))
        if rivals and _is_fewer(quoted, rivals[0][0], (*own, *others)):
            yield _flag(quoted, *rivals[0])


def _quotations(reading: Reading) -> list[Quoted]:
    return [(q, reading) for q in reading.speech.quotations if len(q.text.split()) >= LEAST_WORDS]


def _altered(left: Quotation, right: Quotation) -> Comparison | None:
    """Return the comparison of two quotations of one utterance whose words differ, None for others."""
    compared = grade(Words(words=left.text), Words(words=right.text))
    if not _changes(compared, left, right):
        return None
    spend()
    return compared


def _changes(compared: Comparison, left: Quotation, right: Quotation) -> list[Change]:
    """Return the words that two quotations of one utterance have differently, those left out with which either begins or ends."""
    if compared.grade not in ALTERED:
        return []
    texts = [[w.text for w in split(q.text)] for q in (left, right)]
    return [c for c in compared.changes if c.grade in ALTERED and not _is_edge(c, *texts)]


def _of_two(left: Quoted, right: Quoted) -> bool:
    """Return whether two people are told to have said two quotations."""
    ours, theirs = (q.speaker if q.speaker in r.entities.people else None for q, r in (left, right))
    return two_people(ours, theirs)


def _shares_much(left: Quoted, right: Quoted) -> bool:
    """Return whether two quotations share so much that they must be of one utterance, though one article gives both, or two people say them."""
    blocks = collate(split(left[0].text), split(right[0].text))
    return sum(content(b.left) for b in blocks if b.equal) > LEAST


def _is_edge(change: Change, left: list[str], right: list[str]) -> bool:
    """Return whether both quotations begin, or both end, with the words of a change: they are cut from the speech at other places."""
    a, b = change.left.split(), change.right.split()
    begins = left[: len(a)] == a and right[: len(b)] == b
    return begins or (left[len(left) - len(a) :] == a and right[len(right) - len(b) :] == b)


def _is_slip(changes: Sequence[Change]) -> bool:
    """Return whether two wordings in one article are rather a slip than something that was said twice."""
    return not _told_freely(changes) and _severity(changes) != "low"


def _told_freely(changes: Sequence[Change]) -> bool:
    """Return whether so much differs that one utterance was translated, or told again, by two outlets."""
    return len(changes) > MOST_CHANGES or any(
        max(len(c.left.split()), len(c.right.split())) > LONGEST_CHANGE for c in changes
    )


def _is_fewer(quoted: Quoted, rival: Quoted, everyone: Sequence[Quoted]) -> bool:
    """Return whether fewer origins have a wording than have its rival; where as many, the later article, then the later place, is doubted."""
    mine, theirs = (_origins(q, everyone) for q in (quoted, rival))
    places = [(q[1].article.id, q[0].span.start) for q in (quoted, rival)]
    return len(mine) < len(theirs) if len(mine) != len(theirs) else places[0] > places[1]


def _origins(quoted: Quoted, everyone: Sequence[Quoted]) -> set[str]:
    """Return the origins of the articles that give a quotation faithfully."""
    words = Words(words=quoted[0].text)
    faithful = (r for q, r in everyone if q is quoted[0] or grade(words, Words(words=q.text)).grade in FAITHFUL)
    return {r.article.origin or r.article.id for r in faithful}


def _flag(quoted: Quoted, rival: Quoted, compared: Comparison) -> Flag:
    changes = _changes(compared, quoted[0], rival[0])
    return Flag(
        check="misquote",
        severity=_severity(changes),
        confidence="low" if _told_freely(changes) else "high" if len(changes) == 1 else "medium",
        message=f"One quotation is given in two ways: {', '.join(map(_told, changes))}: {_question(changes)}?",
        primary=quoted[1].article.location(quoted[0].span),
        related=(rival[1].article.location(rival[0].span),),
    )


def _question(changes: Sequence[Change]) -> str:
    if any(c.grade == "polarity-altered" for c in changes):
        return "which words were said, and is it a “not” that was lost"
    return "is it one statement in two translations" if _told_freely(changes) else "which words were said"


def _told(change: Change) -> str:
    """Return a change of words as a reader is told it."""
    if change.left and change.right:
        return f"“{change.left}” here and “{change.right}” elsewhere"
    return f"“{change.left}” only here" if change.left else f"“{change.right}” only elsewhere"


def _severity(changes: Sequence[Change]) -> Level:
    """Return how grave changed words are: little, where only words without content differ."""
    if any(c.grade == "polarity-altered" for c in changes):
        return "high"
    words = {w.lower().strip(".,") for c in changes for w in f"{c.left} {c.right}".split()}
    return "low" if all(map(is_function_word, words)) else "medium"


CHECK = Check(name="misquote", run=run, doc=__doc__)
