"""The command line: arguments → options → pipeline → report → exit code; the only room that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from verify.cli import cache, check, claims, diff, explain, review, trust, why
from verify.cli.app import BrokenOffError, app
from verify.cli.console import notice
from verify.errors import VerifyError

__all__ = ["cache", "check", "claims", "diff", "explain", "main", "review", "trust", "why"]

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no error of use or input ends in a traceback."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        app(args=list(argv) if argv is not None else None, prog_name="verify")
    except SystemExit as done:
        if done.code == INTERRUPTED:
            notice("verify: interrupted")
        return done.code if isinstance(done.code, int) else 0
    except BrokenOffError as finished:
        notice(f"verify: interrupted, {finished}")
        return INTERRUPTED
    except VerifyError as error:
        notice(f"verify: {error}")
        return 2
    except KeyboardInterrupt:
        notice("verify: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0
