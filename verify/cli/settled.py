"""Commands whose options have defaults in a file of settings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import fields
from os.path import commonpath, realpath
from pathlib import Path
from shlex import quote
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from verify.cli.console import echo, notice
from verify.cli.outputs import STREAMED
from verify.errors import UsageError
from verify.options import Options
from verify.settings import Settings, find_settings

_PLACES = frozenset(("FILE", "DIR", "PATH"))
_NEVER_SET = frozenset(("help", "show-settings"))
_TRUSTED = frozenset(("watch",))
"""What a file that is not trusted cannot set although it is yes or no: it keeps the program running."""
_GIVEN = "verify.settings.given"
_FILES = "verify.settings.files"
_RULES: ContextVar[dict[str, tuple[str, str]]] = ContextVar("verify.settings.rules", default={})  # noqa: B039
"""What the settings of the command that runs say of checks and kinds, each with its file; replaced, never changed."""
_CHECKS = "checks"


class Settled(TyperCommand):
    """A command on PATHs that looks up, from there, what is not on the command line.

    Every option of `verify check` can be set, by a file that is not trusted only what `_within` allows. The other commands take
    of these what they share with it, but for the files that it writes.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the settings below the options given."""
        if not ctx.resilient_parsing:
            given, _, _ = self.make_parser(ctx).parse_args(args=list(args))
            found = find_settings(_folder(given.get("paths") or filter(None, [given.get("folder")])))
            known = settable(ctx.parent.command.commands["check"])
            ctx.default_map, ctx.meta[_FILES] = {}, {}
            for settings in reversed(found):
                settings.check({*known, _CHECKS})
                values = _defaults(ctx, self._settable(), settings, given)
                ctx.default_map |= values
                ctx.meta[_FILES] |= dict.fromkeys(values, str(settings.path))
            _RULES.set({name: rule for settings in reversed(found) for name, rule in _rules(settings).items()})
            ctx.meta[_GIVEN] = given
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def _settable(self) -> dict[str, Any]:
        own = settable(self)
        if self.name == "check":
            return own
        inputs = {field.name for field in fields(Options)}
        return {name: p for name, p in own.items() if p.name in inputs or p.metavar not in _PLACES}


def settable(command: Any) -> dict[str, Any]:
    """Return the options of a command that a file can set, by the name that they have there."""
    options = {param.opts[0].removeprefix("--"): param for param in command.params if param.opts[0].startswith("--")}
    return {name: param for name, param in options.items() if name not in _NEVER_SET}


def house() -> tuple[tuple[str, str], ...]:
    """Return what the settings of the command that runs say of checks and kinds, for `Options`."""
    return tuple(sorted((name, wanted) for name, (wanted, _) in _RULES.get().items()))


def _rules(settings: Settings) -> dict[str, tuple[str, str]]:
    """Return what a file says of checks and kinds, with the file; what came with the articles and puts some off is told."""
    table = settings.values.get(_CHECKS, {})
    if not isinstance(table, dict) or not all(isinstance(wanted, str) for wanted in table.values()):
        raise UsageError(f"{settings.path}: {_CHECKS}: {_toml(table)}, expected names with a severity or off")
    if table:
        from verify.house import OFF, house_rules

        try:
            house_rules(table.items())
        except UsageError as error:
            raise UsageError(f"{settings.path}: {error}") from None
        off = sorted(name for name, wanted in table.items() if wanted == OFF)
        if off and not settings.trusted:
            notice(f"verify: {settings.path}: off: {', '.join(off)}, by a file that is not trusted")
    return {name: (wanted, str(settings.path)) for name, wanted in table.items()}


def show_settings(ctx: typer.Context, wanted: bool) -> None:
    """Print what each option is set to and by what, and stop."""
    if not wanted:
        return
    for name, param in settable(ctx.command).items():
        value, source = param.consume_value(ctx, ctx.meta[_GIVEN])
        origin = {"COMMANDLINE": "option", "DEFAULT_MAP": ctx.meta[_FILES].get(param.name)}.get(source.name, "default")
        echo(f"# {name} is not set" if value is None else f"{name} = {_toml(value)}  # {origin}")
    for name, (rule, path) in sorted(_RULES.get().items()):
        echo(f"{_CHECKS}.{name} = {_toml(rule)}  # {path}")
    raise typer.Exit


ShowSettings = Annotated[
    bool,
    typer.Option(
        "--show-settings", is_eager=True, callback=show_settings, help="Show what the options are set to and by what."
    ),
]


def _folder(paths: Iterable[str]) -> Path:
    """Return the folder that the paths share; the working folder for standard input and for no path."""
    given = [Path(realpath(path)) for path in paths if path != "-"]
    if not given:
        return Path.cwd()
    try:
        return Path(commonpath([path if path.is_dir() else path.parent for path in given]))
    except OSError as error:
        raise UsageError(
            f"{error.filename}: no such file or folder ({error.strerror}), expected articles to read"
        ) from None


def _defaults(ctx: Any, params: Mapping[str, Any], settings: Settings, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a file's settings by the names of parameters, without those that the command line overrides: an option, and
    standard output. Say what of a file that is not trusted is left out, and which levels and names it sets.
    """
    printed = any(given.get(name) == "-" for name in STREAMED)
    own = {
        name: value
        for name, value in settings.values.items()
        if name in params and given.get(params[name].name) is None and not (printed and value == "-")
    }
    kept = {
        name: value for name, value in own.items() if settings.trusted or _within(name, params[name], settings, value)
    }
    if left := sorted(set(own) - set(kept)):
        folder = settings.path.parent if settings.path else Path()
        notice(
            f"verify: {settings.path}: ignored: {', '.join(left)}; these write files, load models, open connections or keep running, "
            f"expected them on the command line, or a folder that is trusted (verify trust {quote(str(folder))})"
        )
    told = [
        f"{name} = {_toml(kept[name])}" for name in sorted(kept) if name == "aliases" or params[name].metavar == "LEVEL"
    ]
    if told and not settings.trusted:
        notice(f"verify: {settings.path}: {', '.join(told)}, by a file that is not trusted")
    return {params[name].name: _converted(ctx, name, params[name], settings, value) for name, value in kept.items()}


def _within(name: str, param: Any, settings: Settings, value: Any) -> bool:
    """Return whether a setting only chooses within the program: levels, yes or no, standard output, names in the folder itself."""
    if name in _TRUSTED:
        return False
    if param.is_flag or param.metavar in ("LEVEL", "FORM") or (value == "-" and param.name in STREAMED):
        return True
    return name == "aliases" and isinstance(value, str) and settings.holds(value)


def _converted(ctx: Any, name: str, param: Any, settings: Settings, value: Any) -> Any:
    text = param.metavar in _PLACES
    fits = isinstance(value, str) if text else isinstance(value, bool) == param.is_flag
    try:
        param.process_value(ctx, value if fits else None)
    except typer.BadParameter:
        fits = False
    if not fits:
        raise UsageError(f"{settings.path}: {name}: {_toml(value)} does not fit, expected {_expected(param)}")
    return settings.placed(value) if text else value


def _expected(param: Any) -> str:
    return "true or false" if param.is_flag else f"what {param.opts[0]} takes: {param.help}"


def _toml(value: Any) -> str:
    return json.dumps(value if isinstance(value, bool | int | float | list) else str(value), ensure_ascii=False)
