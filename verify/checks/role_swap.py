"""Look for two sentences that tell one event with the doer and the one done to exchanged.

"Marsh sued Park" in the lead and "Park sued Marsh" in the body cannot both be the news. The verb, or the kind of event, must be the same and
both parties named, also in the passive. Events that two people do to each other in turn ("praised", "met", "attacked in a speech") are flagged
only where a third word of the clause is the same as well.

Flags: "Ann Marsh sued Tom Keller over the bridge. […] Keller sued Marsh over the bridge in May."
Silent: "Ann Marsh sued Tom Keller over the bridge. […] Keller sued Marsh over the loan." (two suits)
Silent: "Ann Marsh was sued by Tom Keller over the bridge. […] Keller sued Marsh over the bridge." (active and passive)

It cannot see an exchange behind pronouns, or one told with verbs of different kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verify.checks.base import Check, Subject
from verify.language.clauses import Clause, clauses, told, told_apart
from verify.language.reading import Reading
from verify.model import Flag


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of clauses in which doer and done-to change places."""
    told = [c for c in clauses(subject.reading) if c.agent and c.patient and not c.negated]
    for a, b in combinations(told, 2):
        if _exchanged(a, b) and not _in_turn(a, b) and not told_apart(a, b, subject.reading):
            yield _flag(a, b, subject.reading)


def _exchanged(a: Clause, b: Clause) -> bool:
    lemma = a.verb.lemma_.lower()
    if a.sentence == b.sentence or lemma != b.verb.lemma_.lower() or lemma in told("reciprocal"):
        return False
    if a.agent != b.patient or a.patient != b.agent or a.agent == a.patient:
        return False
    return lemma in told("one_way") or bool((a.words & b.words) - {a.agent, a.patient})


def _in_turn(a: Clause, b: Clause) -> bool:
    return any({t.lower_, t.lemma_.lower()} & told("in_turn") for x in (a, b) for t in x.sentence.tokens)


def _flag(a: Clause, b: Clause, reading: Reading) -> Flag:
    return Flag(
        check="role-swap",
        severity="high",
        confidence="medium",
        message=f"{a.agent} {a.verb.text} {a.patient} here, the other way round there: who did it to whom?",
        primary=reading.article.location(b.sentence.span),
        related=(reading.article.location(a.sentence.span),),
    )


CHECK = Check(name="role-swap", run=run, doc=__doc__)
