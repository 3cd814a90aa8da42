"""The result of a cross-check, schema `verify-report/1`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify.model.article import Article
from verify.model.claim import Claim
from verify.model.findings import Fact, Flag, NearMiss, NotChecked
from verify.model.frames import COLUMNS, Table, matrix, rows
from verify.model.kinds import VERDICTS

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What made a report."""

    name: str
    version: str
    pipeline: str
    encoder: str

    def to_dict(self) -> dict[str, str]:
        """Return the tool in the form of the JSON contract."""
        return {"name": self.name, "version": self.version, "pipeline": self.pipeline, "encoder": self.encoder}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a cross-check; facts stand in the order of `VERDICTS`, flags by confidence and severity, near misses the likeliest first."""

    tool: Tool
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...]
    not_checked: tuple[NotChecked, ...]
    report_id: str
    near: tuple[NearMiss, ...] = ()

    def summary(self) -> dict[str, int]:
        """Return the number of facts per verdict and of flags per check."""
        out: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        for fact in self.facts:
            out[fact.verdict] += 1
        for flag in self.flags:
            out[flag.check] = out.get(flag.check, 0) + 1
        return out

    def claim_by_id(self) -> Mapping[str, Claim]:
        """Return the claims by their identifiers."""
        return {claim.id: claim for claim in self.claims}

    def article_by_id(self) -> Mapping[str, Article]:
        """Return the articles by their identifiers."""
        return {article.id: article for article in self.articles}

    def to_frame(self, table: Table = "facts") -> DataFrame:
        """Return a table of the report for pandas: "facts", "claims" or "flags", a row each. Raises UsageError for another name."""
        import pandas as pd

        found = rows(self, table)
        return pd.DataFrame(found, columns=list(COLUMNS[table]))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the facts of several articles by source."""
        return matrix(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the report in the form of the JSON contract, schema `verify-report/1`."""
        return {
            "schema": "verify-report/1",
            "report_id": self.report_id,
            "tool": self.tool.to_dict(),
            "articles": [a.to_dict() for a in self.articles],
            "claims": [c.to_dict() for c in self.claims],
            "facts": [f.to_dict() for f in self.facts],
            "flags": [f.to_dict() for f in self.flags],
            "look_at": [n.to_dict() for n in self.near],
            "not_checked": [n.to_dict() for n in self.not_checked],
            "summary": self.summary(),
        }
