"""What of a report an editor decides on: conflicts, flags and updates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verify.model import Fact, Flag, Report, Verdict, content_keys

_BEFORE_FLAGS: tuple[Verdict, ...] = ("conflict",)
_AFTER_FLAGS: tuple[Verdict, ...] = ("update",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact or flag with the key that decisions about it are kept under, and what it is about in a line."""

    key: str
    about: str
    articles: tuple[str, ...]
    item: Fact | Flag


def findings(report: Report) -> tuple[Finding, ...]:
    """Return the findings in the order of the report: conflicts, flags, updates."""
    keys = content_keys(
        {
            "claims": [claim.to_dict() for claim in report.claims],
            "facts": [{"id": fact.id, "kind": fact.kind, "claims": fact.claims} for fact in report.facts],
            "flags": [flag.to_dict() for flag in report.flags],
        }
    )
    flags = (_flag(flag, keys[flag.id]) for flag in report.flags)
    return (*_facts(report, keys, _BEFORE_FLAGS), *flags, *_facts(report, keys, _AFTER_FLAGS))


def _facts(report: Report, keys: dict[str, str], verdicts: tuple[Verdict, ...]) -> Iterator[Finding]:
    claims = report.claim_by_id()
    for fact in (f for verdict in verdicts for f in report.facts if f.verdict == verdict):
        values = dict.fromkeys(claims[i].value.label() for i in fact.claims)
        yield Finding(
            # A decision on an update says nothing of the conflict that it may become.
            key=f"{fact.verdict}-{keys[fact.id]}",
            about=" ".join(f"{fact.label}: {' / '.join(values)}".split()),
            articles=tuple(sorted({claims[i].article for i in fact.claims})),
            item=fact,
        )


def _flag(flag: Flag, key: str) -> Finding:
    articles = {place.article for place in (flag.primary, *flag.related)}
    about = " ".join(flag.message.split())
    return Finding(key=f"flag-{key}", about=about, articles=tuple(sorted(articles)), item=flag)
