"""Cross-check several news articles about one event: what agrees, what conflicts, where one slips.

>>> import verify
>>> report = verify.cross_check([verify.Article.from_text(id="a", text="Five people were hurt in the fire.")])
>>> report.summary()["single-source"] > 0
True
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verify.articles import read_articles
    from verify.consistent import InconsistentError, assert_consistent
    from verify.errors import InputError, ModelError, UsageError, VerifyError
    from verify.model import Article, Claim, Fact, Flag, Link, NotChecked, Report
    from verify.options import Options
    from verify.pipeline import cross_check, extract_claims

__all__ = [
    "Article",
    "Claim",
    "Fact",
    "Flag",
    "InconsistentError",
    "InputError",
    "Link",
    "ModelError",
    "NotChecked",
    "Options",
    "Report",
    "UsageError",
    "VerifyError",
    "assert_consistent",
    "cross_check",
    "extract_claims",
    "read_articles",
]

HOMES = {
    "verify.articles": ("read_articles",),
    "verify.consistent": ("InconsistentError", "assert_consistent"),
    "verify.errors": ("InputError", "ModelError", "UsageError", "VerifyError"),
    "verify.model": ("Article", "Claim", "Fact", "Flag", "Link", "NotChecked", "Report"),
    "verify.options": ("Options",),
    "verify.pipeline": ("cross_check", "extract_claims"),
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is, so that `--help` comes at once and Ctrl-C is heeded from the first line on."""
    from importlib import import_module

    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'verify' has no attribute {name!r}")
