"""`python -m verify`, and what the command `verify` runs: the command line, imported where Ctrl-C is heeded already."""

import sys

INTERRUPTED = 130


def run() -> int:
    """Run the command line and return the exit code."""
    try:
        from verify.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("verify: interrupted\n")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(run())
