"""Cross-check several news articles about one event: what agrees, what conflicts, where one slips.

>>> import verify
>>> report = verify.cross_check([verify.Article.from_text(id="a", text="Five people were hurt in the fire.")])
>>> report.summary()["single-source"] > 0
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from verify.errors import InputError, ModelError, UsageError, VerifyError
from verify.model import Article, Claim, Fact, Flag, Link, NotChecked, Report
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import read_articles
    from verify.consistent import InconsistentError, assert_consistent
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

LAZY = {
    "InconsistentError": "verify.consistent",
    "assert_consistent": "verify.consistent",
    "cross_check": "verify.pipeline",
    "extract_claims": "verify.pipeline",
    "read_articles": "verify.articles",
}


def __getattr__(name: str) -> Any:
    """Import the steps only when one is asked for, so that types and `--help` come at once."""
    if name not in LAZY:
        raise AttributeError(f"module 'verify' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(LAZY[name]), name)
