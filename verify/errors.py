"""The tree of errors; each message reads `<what>: <what is wrong>, <what would be right>`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

ALIKE = 0.7
"""Of two words, by `difflib`, from which on one is likely a slip for the other: a letter of five, two of seven."""


class VerifyError(Exception):
    """Base of every error that the library raises on purpose."""


class UsageError(VerifyError):
    """A wrong argument, option or setting."""


class InputError(VerifyError):
    """Nothing readable was given."""


class ModelError(VerifyError):
    """A bundled or named model is missing or is not what it should be."""


class OwnError(VerifyError):
    """An error of the program's own, in the words of `own`."""


def own(error: BaseException) -> str:
    """Return the line that tells of an error of the program's own."""
    said = " ".join(f"{type(error).__name__}: {error}".split()).strip(" :")
    return f"an error of the program's own: {said}, expected none (--debug shows where)"


def meant(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant by a mistyped one, None where none is near."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=ALIKE)), None)
