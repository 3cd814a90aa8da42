"""The command line: arguments → options → pipeline → report → exit code; the only room that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from verify.cli import check, claims, explain, review
from verify.cli.app import app
from verify.cli.console import notice
from verify.errors import VerifyError

__all__ = ["check", "claims", "explain", "main", "review"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no error of use or input ends in a traceback."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        app(args=list(argv) if argv is not None else None, prog_name="verify")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except VerifyError as error:
        notice(f"verify: {error}")
        return 2
    except KeyboardInterrupt:
        notice("verify: interrupted")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0
