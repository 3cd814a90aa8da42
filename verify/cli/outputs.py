"""The files that a cross-check writes beside its Markdown report, each where its own option says."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.files import deliver, spreadsheet
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.model import Level, Report
    from verify.report.decided import Decisions

    Render = Callable[[Report, str, Decisions, Level], str]

HtmlFile = Annotated[
    str | None, typer.Option("--html", metavar="FILE", help="Also write one HTML page, articles side by side.")
]
CsvFile = Annotated[
    str | None, typer.Option("--csv", metavar="FILE", help="Also write a spreadsheet of all claims with verdicts.")
]
SarifFile = Annotated[
    str | None, typer.Option("--sarif", metavar="FILE", help="Also write conflicts, updates and flags as SARIF.")
]
ClaimReviewFile = Annotated[
    str | None, typer.Option("--claimreview", metavar="FILE", help="Also write skeletons of schema.org ClaimReview.")
]

STREAMED = frozenset(("json", "svg", "html", "csv", "sarif", "claimreview"))
"""The options for which `-` is standard output; to every other it is a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file to write: `target` as the user gave it, a file, a folder or "-" for standard output."""

    option: str
    target: str
    suffix: str
    render: Render

    @property
    def in_folder(self) -> bool:
        """Whether each story gets a file of its own name."""
        return self.target != "-" and (self.target.endswith(os.sep) or Path(self.target).is_dir())

    def place(self, story: str) -> str:
        """Return the file for a story, or "-"."""
        return str(Path(self.target) / f"{story}{self.suffix}") if self.in_folder else self.target


def outputs(
    *, json: str | None, svg: str | None, html: str | None, csv: str | None, sarif: str | None, claimreview: str | None
) -> tuple[Output, ...]:
    """Return the outputs that were asked for. Raises UsageError where two want standard output."""
    known: tuple[tuple[str, str | None, str, Render], ...] = (
        ("--json", json, ".json", _json),
        ("--svg", svg, ".svg", _svg),
        ("--html", html, ".html", _html),
        ("--csv", csv, ".csv", _csv),
        ("--sarif", sarif, ".sarif", _sarif),
        ("--claimreview", claimreview, ".claimreview.json", _claimreview),
    )
    asked = tuple(
        Output(option=option, target=target, suffix=suffix, render=render)
        for option, target, suffix, render in known
        if target
    )
    printed = [output.option for output in asked if output.target == "-"]
    if len(printed) > 1:
        raise UsageError(f"{' and '.join(printed)}: all to standard output, expected a file for all but one")
    return asked


def check_room(asked: Sequence[Output], stories: int) -> None:
    """Raise UsageError where several stories would go to one file."""
    for output in asked:
        if stories > 1 and not output.in_folder:
            raise UsageError(f"{output.option}: {stories} stories given, expected one, or a folder to write to")


def write_outputs(
    asked: Sequence[Output], story: str, report: Report, decisions: Decisions, min_confidence: Level = "medium"
) -> bool:
    """Write the outputs of a story; return whether one of them took standard output."""
    for output in asked:
        deliver(output.place(story), output.render(report, story, decisions, min_confidence))
    return any(output.target == "-" for output in asked)


def _json(report: Report, _story: str, _decisions: Decisions, _min_confidence: Level) -> str:
    from verify.report import as_json

    return as_json.render(report)


def _svg(report: Report, story: str, decisions: Decisions, min_confidence: Level) -> str:
    from verify.report import terminal

    return terminal.svg(report, title=f"verify {story}", decisions=decisions, min_confidence=min_confidence)


def _html(report: Report, story: str, decisions: Decisions, min_confidence: Level) -> str:
    from verify.report import html

    return html.render(report, name=story, decisions=decisions, min_confidence=min_confidence)


def _csv(report: Report, _story: str, decisions: Decisions, _min_confidence: Level) -> str:
    from verify.report import crosscheck

    return spreadsheet(crosscheck.rows(report, decisions=decisions), columns=crosscheck.COLUMNS)


def _sarif(report: Report, _story: str, decisions: Decisions, _min_confidence: Level) -> str:
    from verify.report import sarif

    return sarif.render(report, decisions=decisions)


def _claimreview(report: Report, _story: str, decisions: Decisions, _min_confidence: Level) -> str:
    from verify.report import claimreview

    return claimreview.render(report, decisions=decisions)
