"""The application that the commands hang on, and the options that they share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from verify.cli.console import echo
from verify.cli.levels import Confidence
from verify.errors import UsageError, meant

DEBUG = "--debug"
INTERRUPTED = 130
"""The exit code after Ctrl-C, as a shell has it."""
"""Heeded wherever it stands, before anything else is read."""
EPILOG = (
    "Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong usage, no readable input or an unfinished story, "
    "3 an error of the program's own, 130 interrupted."
)


class Commands(TyperGroup):
    """Take `verify PATH...` for `verify check PATH...`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `check` before what is no command's name."""
        own = {"--help", "-h", "--version", "-V", "--install-completion", "--show-completion"}
        if args and args[0] not in self.commands and args[0] not in own:
            if (command := meant(args[0], self.commands)) and not _exists(args[0]):
                raise UsageError(f"{args[0]}: no such file or folder, and no command, expected {command}?")
            args = ["check", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what is wrong with a value is told without the name of a Python type."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


def _exists(name: str) -> bool:
    """Return whether a name is that of a file or folder; one too long to be any is none."""
    try:
        return Path(name).exists()
    except OSError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What holds for a run whatever its command."""

    debug: bool


class BrokenOffError(Exception):
    """The work was broken off by the person; the message says what is finished."""


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=True,
    context_settings={"help_option_names": ["--help", "-h"]},
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
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep results of other runs.")]

AliasFile = Annotated[
    Path | None,
    typer.Option(
        "--aliases", metavar="FILE", help="House names: a TOML file of names that are one bearer's, or two's."
    ),
]

MinConfidence = Annotated[
    Confidence,
    typer.Option(
        "--min-confidence",
        metavar="LEVEL",
        help="Fold away flags of lower confidence than low, medium (default) or high, and leave them out of --fail-on flag.",
    ),
]


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version

        echo(f"verify {version('verify')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=show_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[bool, typer.Option(DEBUG, help="Show where an unexpected error arose, with any command.")] = False,
) -> None:
    """Read several news articles about one event and show where they agree, where they conflict and where one slips.

    `verify PATH...` is short for `verify check PATH...`. Example: verify seeds/
    """
