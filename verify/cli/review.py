"""`verify review`: walk through the open findings and keep what is decided."""

from __future__ import annotations

import getpass
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, AliasFile, BrokenOffError, Encoder, MinConfidence, NoCache, Paths, Pipeline, app
from verify.cli.console import ask, colour, echo, width
from verify.cli.decisions import decisions_path, read_decisions, record, take_out, tell_stale
from verify.cli.files import stories
from verify.cli.levels import Confidence, confident
from verify.cli.progress import cross_checked
from verify.cli.settled import Settled, house
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Level, Report
    from verify.review import Entry, Finding, State

KEYS = """\
a [NOTE]    accept: it is to be looked into
d REASON    dismiss: it is left out of reports, and counted
f [NOTE]    fixed: the article was corrected; where the finding comes back, so does this
n TEXT      note, without a decision
s           skip, undecided
u           undo the last step
q           quit; the next review goes on from here
"""
Who = Annotated[
    str | None, typer.Option("--who", metavar="NAME", help="Who decides, instead of the name of the login.")
]
PROMPT = "accept, dismiss, fixed, note, skip, undo, quit (? for help): "


@dataclass(slots=True, kw_only=True)
class Walk:
    """A walk through findings: what stands in the file of decisions, and what stood there before each step taken."""

    path: Path
    who: str
    stale: tuple[Entry, ...] = ()
    before: list[Entry | None] = field(default_factory=list)

    def decide(self, finding: Finding, state: State, *, reason: str | None = None, note: str | None = None) -> None:
        """Write a decision about a finding; a note that is there already stays where none is given."""
        from verify.review import Entry

        old = read_decisions(self.path).get(finding.key)
        entry = Entry(
            about=finding.about,
            articles=finding.articles,
            decision=state,
            reason=reason,
            note=note or (old.note if old else self.carried(finding)),
            who=self.who,
            when=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        record(self.path, finding.key, entry)

    def carried(self, finding: Finding) -> str | None:
        """Return what was noted of the same matter of the same articles while it had other values, None where nothing was."""
        return next(
            (
                e.note
                for e in self.stale
                if e.note and e.articles == finding.articles and _matter(e) == _matter(finding)
            ),
            None,
        )

    def note(self, finding: Finding, text: str) -> None:
        """Write a note about a finding; a decision that is there already stays."""
        old = read_decisions(self.path).get(finding.key)
        self.decide(finding, old.decision if old else "open", reason=old.reason if old else None, note=text)


@app.command(epilog=EPILOG, cls=Settled)
def review(
    paths: Paths,
    who: Who = None,
    prune: Annotated[bool, typer.Option("--prune", help="Take out decisions on findings that are gone.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Walk through what is decided, too.")] = False,
    min_confidence: MinConfidence = Confidence.medium,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
) -> None:
    """Decide on each conflict, flag and update, in review.toml beside the articles. Example: verify review seeds/."""
    found = stories(paths)
    for path in map(_path, found):
        read_decisions(path)
    options = Options(encoder=encoder, pipeline=pipeline, aliases=aliases, checks=house(), cache=not no_cache)
    for story in found:
        if not _review(story, options, who=who or login(), again=again, least=min_confidence.value, prune=prune):
            return


def _matter(told: Entry | Finding) -> str:
    """Return what a finding is about without its values."""
    return told.about.partition(":")[0]


def _path(story: Story) -> Path:
    path = decisions_path(story)
    if path is None:
        raise UsageError(f"{story.name}: no folder to keep decisions in, expected articles in files")
    return path


def login() -> str:
    """Return the name of the person's login."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _review(story: Story, options: Options, *, who: str, again: bool, least: Level, prune: bool) -> bool:
    """Walk through the findings of a story; return whether to go on to the next one."""
    from verify.model import Flag
    from verify.review import findings, judge

    path = _path(story)
    report = cross_checked(story, options)
    entries = read_decisions(path)
    reviewed = judge(report, entries)
    tell_stale(path, reviewed)
    found = [f for f in findings(report) if not isinstance(f.item, Flag) or confident(f.item, least)]
    decided = {key for key, entry in entries.items() if entry.decision != "open"}
    asked = list({f.key: f for f in found if again or f.key not in decided}.values())
    echo(f"{story.name}: {len(asked)} open of {len(found)}")
    try:
        goes_on = _walk(Walk(path=path, who=who, stale=reviewed.stale), asked, report)
    except KeyboardInterrupt:
        raise BrokenOffError(f"what was decided is kept in {path}") from None
    if prune and goes_on:
        take_out(path, reviewed.stale)
    echo(_summary(found, read_decisions(path), path))
    return goes_on


def _summary(found: list[Finding], entries: dict[str, Entry], path: Path) -> str:
    states: list[str] = [entries[f.key].decision if f.key in entries else "open" for f in found]
    shown = [state for state in ("accepted", "dismissed", "fixed", "open") if state != "fixed" or state in states]
    counts = ", ".join(f"{states.count(state)} {state}" for state in shown)
    return f"{counts}. Decisions are kept in {path}." if entries else f"{counts}."


def _walk(walk: Walk, asked: list[Finding], report: Report) -> bool:
    """Ask about each finding in turn; return False where the person quits or there is no more input."""
    from verify.report.inert import one_line

    shown = -1
    while (at := len(walk.before)) < len(asked):
        if shown != at:
            _show(asked[at], report, f"{at + 1} of {len(asked)}", read_decisions(walk.path).get(asked[at].key))
            if carried := walk.carried(asked[at]):
                echo(one_line(f"  noted while it had other values: {carried}"))
            shown = at
        answer = ask(PROMPT)
        if answer is None or answer.strip() in ("q", "quit"):
            return False
        _obey(walk, asked, answer)
    return True


def _obey(walk: Walk, asked: list[Finding], answer: str) -> None:
    """Do what one line of input asks for; a finding is left behind once it is decided or skipped."""
    finding = asked[len(walk.before)]
    word, _, rest = answer.strip().partition(" ")
    before = read_decisions(walk.path).get(finding.key)
    match word:
        case "a" | "accept":
            walk.decide(finding, "accepted", note=rest.strip() or None)
        case "d" | "dismiss" if reason := rest.strip() or (ask("reason: ") or "").strip():
            walk.decide(finding, "dismissed", reason=reason)
        case "f" | "fixed":
            walk.decide(finding, "fixed", note=rest.strip() or None)
        case "n" | "note" if note := rest.strip() or (ask("note: ") or "").strip():
            walk.note(finding, note)
            return
        case "s" | "skip":
            pass
        case "u" | "undo":
            _undo(walk, asked)
            return
        case _:
            echo(KEYS)
            return
    walk.before.append(before)


def _undo(walk: Walk, asked: list[Finding]) -> None:
    if not walk.before:
        echo("Nothing to undo.")
        return
    before = walk.before.pop()
    record(walk.path, asked[len(walk.before)].key, before)


def _show(finding: Finding, report: Report, count: str, entry: Entry | None) -> None:
    from verify.report import terminal
    from verify.report.decided import time
    from verify.report.inert import one_line

    echo(f"\n{count}")
    echo(terminal.card(report, finding.item.id, width=width(), colour=colour()))
    if entry:
        note = f"; note: {entry.note}" if entry.note else ""
        echo(one_line(f"  {entry.decision} by {entry.who}, {time(entry.when)}{note}"))
    sys.stdout.flush()
