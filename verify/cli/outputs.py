"""The files that a cross-check writes beside its Markdown report, each where its own option says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.files import deliver, spreadsheet
from verify.cli.writing import is_stream
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.model import Level, Report
    from verify.report.decided import Decisions

    Render = Callable[[Report, str, Decisions, Level], str | bytes]

BOM = "\ufeff"
"""By which Excel knows a spreadsheet for UTF-8."""
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

XlsxFile = Annotated[
    str | None, typer.Option("--xlsx", metavar="FILE", help="Also write a workbook of Excel (extra office).")
]
DocxFile = Annotated[
    str | None,
    typer.Option(
        "--docx", metavar="FILE", help="Also write the articles for Word, findings as comments (extra office)."
    ),
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


def outputs(**targets: str | None) -> tuple[Output, ...]:
    """Return the outputs that were asked for, by the names of `FORMATS`. Raises UsageError where two want standard output, or a library
    of an extra is missing.
    """
    asked = tuple(
        Output(option=f"--{name}", target=target, suffix=suffix, render=render)
        for name, (suffix, render) in FORMATS.items()
        if (target := targets.get(name))
    )
    for output in asked:
        if (needed := NEEDED.get(output.option.removeprefix("--"))) and find_spec(needed) is None:
            raise UsageError(f"{output.option}: {needed} is not installed, expected verify[office]")
    printed = [output.option for output in asked if output.target == "-"]
    if len(printed) > 1:
        raise UsageError(f"{' and '.join(printed)}: all to standard output, expected a file for all but one")
    return asked


def offered() -> dict[str, tuple[str, Render]]:
    """Return the formats that can be written here, those without which need a library that is not installed."""
    return {name: known for name, known in FORMATS.items() if name not in NEEDED or find_spec(NEEDED[name])}


def check_room(asked: Sequence[Output], stories: int, *, beside: Mapping[str, Path]) -> None:
    """Raise UsageError where several stories, or several outputs, would go to one file; `beside` are further files by their options."""
    taken = {path.absolute(): option for option, path in beside.items()}
    for output in asked:
        if stories > 1 and not output.in_folder:
            raise UsageError(f"{output.option}: {stories} stories given, expected one, or a folder to write to")
        place = Path(output.target).absolute()
        if output.in_folder or is_stream(place):
            continue
        if place in taken:
            raise UsageError(f"{taken[place]} and {output.option}: both to {output.target}, expected a file for each")
        taken[place] = output.option


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

    return BOM + spreadsheet(crosscheck.rows(report, decisions=decisions), columns=crosscheck.COLUMNS)


def _sarif(report: Report, _story: str, decisions: Decisions, _min_confidence: Level) -> str:
    from verify.checks import all_checks
    from verify.report import sarif

    return sarif.render(report, decisions=decisions, pages={name: item.doc for name, item in all_checks().items()})


def _xlsx(report: Report, _story: str, decisions: Decisions, min_confidence: Level) -> bytes:
    from verify.report import xlsx

    return xlsx.render(report, decisions=decisions, min_confidence=min_confidence)


def _docx(report: Report, story: str, decisions: Decisions, min_confidence: Level) -> bytes:
    from verify.report import docx

    return docx.render(report, name=story, decisions=decisions, min_confidence=min_confidence)


def _claimreview(report: Report, _story: str, decisions: Decisions, _min_confidence: Level) -> str:
    from verify.report import claimreview

    return claimreview.render(report, decisions=decisions)


FORMATS: dict[str, tuple[str, Render]] = {
    "json": (".json", _json),
    "svg": (".svg", _svg),
    "html": (".html", _html),
    "csv": (".csv", _csv),
    "sarif": (".sarif", _sarif),
    "claimreview": (".claimreview.json", _claimreview),
    "xlsx": (".xlsx", _xlsx),
    "docx": (".docx", _docx),
}
"""The end of a file's name and the renderer by the name of the format, which is that of the option too."""

NEEDED = {"xlsx": "openpyxl", "docx": "docx"}
"""The library that a format needs, of those that come with an extra."""
