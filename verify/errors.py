"""The tree of errors; each message reads `<what>: <what is wrong>, <what would be right>`."""

from __future__ import annotations


class VerifyError(Exception):
    """Base of every error that the library raises on purpose."""


class UsageError(VerifyError):
    """A wrong argument, option or setting."""


class InputError(VerifyError):
    """Nothing readable was given."""


class ModelError(VerifyError):
    """A bundled or named model is missing or is not what it should be."""
