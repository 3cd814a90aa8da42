"""The command line: arguments → options → pipeline → report → exit code; the only module that prints."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from verify.errors import InputError, UsageError, VerifyError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Article, Claim, NotChecked, Report

EPILOG = "Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong usage or no readable input, 130 interrupted."


class FailOn(StrEnum):
    """Findings that make the exit code 1, from the rarest to the widest."""

    never = "never"
    conflict = "conflict"
    flag = "flag"
    any = "any"


class _Commands(TyperGroup):
    """Take `verify PATH...` for `verify check PATH...`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {"--help", "--version", "--install-completion", "--show-completion"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["check", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog=EPILOG,
)

Paths = Annotated[
    list[Path], typer.Argument(help="Articles, or folders of articles; a folder is one story.", metavar="PATH")
]
JsonFile = Annotated[
    str | None, typer.Option("--json", metavar="FILE", help="Also write JSON; '-' for standard output instead of text.")
]
Encoder = Annotated[
    Path | None,
    typer.Option("--encoder", metavar="PATH", help="Another sentence-transformers model, a folder on disk."),
]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline with UD labels.")
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"verify {version('verify')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read several news articles about one event and show where they agree, where they conflict and where one slips.

    `verify PATH...` is short for `verify check PATH...`. Example: verify seeds/
    """


@app.command(epilog=EPILOG)
def check(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the Markdown reports.")] = Path(
        "reports"
    ),
    json: JsonFile = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Also draw the terminal report as a picture.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 where such a finding is left.")
    ] = FailOn.never,
    all_facts: Annotated[bool, typer.Option("--all", help="List what only one source says, too.")] = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    options = Options(encoder=encoder, pipeline=pipeline)
    stories = _stories(paths)
    if (json or svg) and len(stories) > 1:
        raise UsageError(f"{'--json' if json else '--svg'}: {len(stories)} stories given, expected one")
    reports = [_checked(story, options) for story in stories]
    for story, report in zip(stories, reports, strict=True):
        _deliver(story.name, report, out=out, json=json, svg=svg, all_facts=all_facts)
    if any(_left(report, fail_on) for report in reports):
        raise typer.Exit(1)


def _stories(paths: Sequence[Path]) -> list[Story]:
    """Read the stories and tell what could not be read."""
    from verify.articles import read_stories

    stories = list(read_stories(paths))
    _tell(entry for story in stories for entry in story.not_checked)
    readable = [story for story in stories if story.articles]
    if not readable:
        raise InputError(f"{', '.join(map(str, paths))}: no readable article, expected text files in English")
    return readable


def _tell(entries: Iterable[NotChecked]) -> None:
    for entry in entries:
        print(f"verify: {entry.what}: {entry.reason}", file=sys.stderr)


def _checked(story: Story, options: Options) -> Report:
    from verify.pipeline import cross_check

    with _progress(story.name) as progress:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=progress)


@contextmanager
def _progress(name: str) -> Iterator[Callable[[str], None]]:
    """Show what is going on on standard error, on a terminal only."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(f"{name}: loading models", spinner="dots") as status:
        yield lambda step: status.update(f"{name}: {step}")


def _deliver(name: str, report: Report, *, out: Path, json: str | None, svg: Path | None, all_facts: bool) -> None:
    """Write the Markdown report, then JSON or the terminal report to standard output."""
    from verify.report import as_json, markdown, terminal

    target = out / f"{name}.md"
    _write(target, markdown.render(report))
    if svg:
        _write(svg, terminal.svg(report, title=f"verify {name}"))
    if json == "-":
        _print(as_json.render(report))
        return
    if json:
        _write(Path(json), as_json.render(report))
    _print(terminal.render(report, width=_width(), colour=_colour(), all_facts=all_facts))
    print(f"Written to {target}", file=sys.stderr)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}), expected a place to write to") from None


def _print(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _width() -> int:
    return max(60, min(160, shutil.get_terminal_size((100, 24)).columns))


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _left(report: Report, level: FailOn) -> bool:
    """Return whether a finding at or above the level is left: a conflict; a flag that is not folded away; any of these or an update."""
    conflict = any(f.verdict == "conflict" for f in report.facts)
    flag = any(f.confidence != "low" for f in report.flags)
    moved = bool(report.flags) or any(f.verdict == "update" for f in report.facts)
    found = {
        FailOn.never: False,
        FailOn.conflict: conflict,
        FailOn.flag: conflict or flag,
        FailOn.any: conflict or moved,
    }
    return found[level]


@app.command(epilog=EPILOG)
def claims(
    paths: Paths,
    json: JsonFile = None,
    csv: Annotated[
        str | None, typer.Option("--csv", metavar="FILE", help="Write a table; '-' for standard output.")
    ] = None,
    pipeline: Pipeline = None,
) -> None:
    """Show every claim that was extracted. Example: verify claims seeds/ --csv claims.csv."""
    from verify.pipeline import extract_claims
    from verify.report import claims as sheet

    articles: list[Article] = [a for story in _stories(paths) for a in story.articles]
    options = Options(pipeline=pipeline)
    with _progress("claims"):
        found: list[Claim] = [c for a in articles for c in extract_claims(a, options=options)]
    if json:
        _to(json, sheet.as_json(found))
    if csv:
        _to(csv, _csv(sheet.rows(found)))
    if not {json, csv} & {"-"}:
        _print(sheet.table(found, articles=articles, width=_width(), colour=_colour()))


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    import pandas as pd

    return str(pd.DataFrame(rows).to_csv(index=False))


def _to(target: str, text: str) -> None:
    if target == "-":
        _print(text)
    else:
        _write(Path(target), text)


@app.command(epilog=EPILOG)
def explain(
    check: Annotated[
        str | None, typer.Argument(metavar="[CHECK]", help="Name of a check; without it, the list.")
    ] = None,
) -> None:
    """Say what a check looks for, why, and what it cannot see. Example: verify explain entity-swap."""
    from verify.checks import all_checks
    from verify.report.explain import render

    known = all_checks()
    if check is None:
        width = max(map(len, known))
        for name, item in known.items():
            print(f"{name:{width}}  {item.doc.strip().splitlines()[0]}")
        return
    if check not in known:
        raise UsageError(f"{check}: no such check, expected one of {', '.join(known)}")
    _print(render(check, known[check].doc, width=_width(), colour=_colour()))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no error of use or input ends in a traceback."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        app(args=list(argv) if argv is not None else None, prog_name="verify")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except VerifyError as error:
        print(f"verify: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("verify: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0
