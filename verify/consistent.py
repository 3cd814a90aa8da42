"""Which findings of a report count as inconsistent, and a check of it for a test suite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from verify.errors import UsageError
from verify.model import LEVELS, Article, Fact, Flag, Level, Report
from verify.options import Options

FailOn = Literal["never", "conflict", "flag", "any"]
_SHOWN = 20


class InconsistentError(AssertionError):
    """Articles are not consistent; `report` has the findings, the message tells them in lines."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


def assert_consistent(
    articles: Sequence[Article | Path | str],
    *,
    fail_on: FailOn = "conflict",
    min_confidence: Level = "medium",
    options: Options | None = None,
) -> Report:
    """Return the report on articles, or on files and folders of them, where nothing in it is at or above a level.

    The levels are those of `--fail-on`. Raises InconsistentError, an AssertionError, else.
    """
    if fail_on not in ("never", "conflict", "flag", "any"):
        raise UsageError(f"fail_on: {fail_on!r} is no level, expected never, conflict, flag or any")
    from verify.articles import read_articles
    from verify.pipeline import cross_check

    given = [a for a in articles if isinstance(a, Article)]
    paths = [a for a in articles if not isinstance(a, Article)]
    report = cross_check([*given, *(read_articles(paths) if paths else ())], options=options or Options())
    found = inconsistent(report, fail_on=fail_on, min_confidence=min_confidence)
    if found:
        lines = [_told(report, item) for item in found[:_SHOWN]]
        more = [f"… and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise InconsistentError("\n".join((f"{len(found)} found:", *lines, *more)), report)
    return report


def inconsistent(report: Report, *, fail_on: str, min_confidence: Level) -> tuple[Fact | Flag, ...]:
    """Return the findings at or above a level: conflicts; flags of that confidence or more; any flag and update."""
    conflicts = tuple(fact for fact in report.facts if fact.verdict == "conflict")
    flags = tuple(
        f for f in report.flags if fail_on == "any" or LEVELS.index(f.confidence) >= LEVELS.index(min_confidence)
    )
    updates = tuple(fact for fact in report.facts if fact.verdict == "update")
    wanted: dict[str, tuple[Fact | Flag, ...]] = {
        "never": (),
        "conflict": conflicts,
        "flag": (*conflicts, *flags),
        "any": (*conflicts, *flags, *updates),
    }
    return wanted[fail_on]


def _told(report: Report, item: Fact | Flag) -> str:
    """Return a finding in a line, with the place of its words."""
    if isinstance(item, Flag):
        where = item.primary
        return f"  {where.article}:{where.line}:{where.column}: {item.check}: {item.message}"
    claims = report.claim_by_id()
    said = "; ".join(f"{claims[i].article}: {claims[i].value.label()}" for i in item.claims)
    return f"  {item.verdict}: {item.label} ({said})"
