"""What is done with a report once it is made: decisions and an earlier report are heeded, files are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verify.cli.console import colour, echo, notice, show, width
from verify.cli.decisions import decisions_of, decisions_path, tell_stale
from verify.cli.levels import FailOn, Format
from verify.cli.outputs import Output, write_outputs
from verify.cli.writing import write

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.diff import JsonReport
    from verify.model import Level, Report
    from verify.review import Entry, Reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where reports go, and what was decided about the findings of each story, by its name."""

    out: Path
    outputs: Sequence[Output]
    decided: Mapping[str, Mapping[str, Entry]]
    ledgers: Mapping[str, Path | None]
    old: JsonReport | None = None
    min_confidence: Level = "medium"
    fail_on: FailOn = FailOn.never
    form: Format = Format.report

    def deliver(self, name: str, report: Report) -> tuple[Reviewed, bool]:
        """Write the Markdown report and what else is asked for; return what decisions leave, and whether standard output is taken."""
        from verify.report import markdown
        from verify.review import judge

        reviewed = judge(report, self.decided[name])
        write(
            self.out / f"{name}.md",
            markdown.render(report, decisions=reviewed.decisions, min_confidence=self.min_confidence),
        )
        taken = write_outputs(self.outputs, name, report, reviewed.decisions, self.min_confidence)
        tell_stale(self.ledgers[name], reviewed)
        self._tell_unheeded(name, reviewed)
        return reviewed, taken

    def _tell_unheeded(self, name: str, reviewed: Reviewed) -> None:
        """Say whose decisions keep findings from the exit code, where that is asked for."""
        from verify.report.decided import deciders

        aside = [decision for decision in reviewed.decisions.values() if decision.state == "dismissed"]
        if aside and self.fail_on is not FailOn.never:
            findings = "1 finding" if len(aside) == 1 else f"{len(aside):,} findings"
            by = f"dismissed by {deciders(aside)} in {self.ledgers[name]}"
            notice(f"verify: {name}: --fail-on {self.fail_on} does not heed {findings} {by} (--no-review does)")

    def tell(self, report: Report, reviewed: Reviewed) -> None:
        """Print a line for each finding that is left."""
        from verify.report import concise

        if lines := concise.render(report, decisions=reviewed.decisions, min_confidence=self.min_confidence):
            echo(lines)

    def show(self, name: str, report: Report, *, all_facts: bool) -> Report:
        """Deliver a report and print it; return what is left of it by decisions and since the earlier report."""
        from verify.report import terminal

        reviewed, taken = self.deliver(name, report)
        decisions = reviewed.decisions
        if not taken and self.form is Format.concise:
            self.tell(report, reviewed)
        elif not taken:
            show(
                terminal.render(
                    report,
                    width=width(),
                    colour=colour(),
                    all_facts=all_facts,
                    decisions=decisions,
                    min_confidence=self.min_confidence,
                )
            )
        left = _fresh(report, reviewed.left, self.old, shown=not taken) if self.old else reviewed.left
        if not taken:
            notice(f"Written to {self.out / f'{name}.md'}")
        return left


def delivery(
    found: Sequence[Story],
    *,
    out: Path,
    outputs: Sequence[Output],
    reviewed: bool,
    old: JsonReport | None,
    min_confidence: Level,
    fail_on: FailOn,
    form: Format,
) -> Delivery:
    """Return how the reports on stories of different names are delivered. Raises UsageError for a broken file of decisions."""
    return Delivery(
        out=out,
        outputs=outputs,
        decided={story.name: decisions_of(story, ignored=not reviewed) for story in found},
        ledgers={story.name: decisions_path(story) for story in found},
        old=old,
        min_confidence=min_confidence,
        fail_on=fail_on,
        form=form,
    )


def _fresh(report: Report, left: Report, old: JsonReport, *, shown: bool) -> Report:
    """Print what became of the findings since the old report; return what is left, less what was known then."""
    from verify.diff import compare_reports, only_fresh
    from verify.report import difference

    found = compare_reports(old, report.to_dict())
    if shown:
        echo("\n" + difference.render(found, width=width(), colour=colour()))
    return only_fresh(left, found)
