"""Files and folders → articles: one reader per format, metadata, zones."""

from __future__ import annotations

from verify.articles.metadata import prepare
from verify.articles.origins import with_origins
from verify.articles.stories import Story, read_articles, read_folder, read_stories
from verify.articles.zoning import zones

__all__ = ["Story", "prepare", "read_articles", "read_folder", "read_stories", "with_origins", "zones"]
