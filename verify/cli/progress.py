"""A cross-check with its progress shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.cli.console import Work

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Report
    from verify.options import Options


def cross_checked(story: Story, options: Options) -> Report:
    """Return the report on a story; how far it is stands on standard error meanwhile."""
    from verify.pipeline import cross_check

    # A step for each article, and one for the comparison.
    with Work(steps=len(story.articles) + 1).shown(story.name) as begin:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=begin)
