"""What a brief tells but its article does not, where the article has something else in its place."""

from __future__ import annotations

from verify.align.contrasts.base import Contrast, contrast
from verify.model import Claim

OFTEN = 3
"""Mentions from which on a place is one of those that an article is on."""
LACKING = ("a brief of the article", "not in the article")
NOTE = "a brief of the article has it otherwise"


def lacking(article: Claim | None, brief: Claim | None) -> Contrast | None:
    """Return what a brief has otherwise as a contrast."""
    counted = article is not None and brief is not None and article.kind == brief.kind == "count"
    return contrast(article, brief, labels=LACKING, note=NOTE, counted=counted)
