"""The command line: arguments → options → pipeline → report → exit code; the only room that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from verify.cli import cache, check, claims, desk, diff, explain, get, review, trust, why
from verify.cli.app import DEBUG, INTERRUPTED, BrokenOffError, Run, app
from verify.cli.console import notice
from verify.cli.streams import ReaderGoneError, abandon, finish, prepare
from verify.errors import VerifyError, own

__all__ = ["cache", "check", "claims", "desk", "diff", "explain", "get", "main", "review", "trust", "why"]

WRONG, UNEXPECTED = 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; nothing ends in a traceback but what `--debug` shows."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    prepare()
    given = list(sys.argv[1:] if argv is None else argv)
    debug = DEBUG in given
    return _ended(lambda: _run([word for word in given if word != DEBUG], debug=debug), debug=debug)


def _run(given: list[str], *, debug: bool) -> int:
    try:
        app(args=given, prog_name="verify", obj=Run(debug=debug))
    except SystemExit as done:
        if done.code == INTERRUPTED:
            notice("verify: interrupted")
        code = done.code if isinstance(done.code, int) else 0
    else:
        code = 0
    finish()
    return code


def _ended(run: Callable[[], int], *, debug: bool) -> int:
    """Return the exit code of a run, however it ends."""
    try:
        return run()
    except BrokenOffError as finished:
        notice(f"verify: interrupted, {finished}")
        return INTERRUPTED
    except VerifyError as error:
        notice(f"verify: {error}")
        return WRONG
    except KeyboardInterrupt:
        notice("verify: interrupted")
        return INTERRUPTED
    except ReaderGoneError:
        abandon()
        return 0
    except Exception as error:
        if debug:
            raise
        if _interrupted(error):
            notice("verify: interrupted")
            return INTERRUPTED
        notice(f"verify: {own(error)}")
        return UNEXPECTED


def _interrupted(error: BaseException) -> bool:
    """Return whether an error is what Python 3.11 made of a Ctrl-C, as where it comes while a class is made."""
    cause = error.__cause__
    return cause is not None and (isinstance(cause, KeyboardInterrupt) or _interrupted(cause))
