"""What the libraries that read files say while they work."""

from __future__ import annotations

import logging


def silence(*libraries: str) -> None:
    """Keep the warnings of libraries off standard error; a program that has set up logging still gets them."""
    for name in libraries:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
