"""Short texts held against an article: the share of contradicting ones that raise a conflict, and of agreeing ones that raise none.

usage: python benchmarks/briefs.py [--wrong dev|test] [--keep]

The articles and the short texts are those of `tests/quality/briefs/`; `--wrong` lists, for one split, the agreeing texts that raised a conflict
and the contradicting ones that raised none. `tests/quality/test_briefs.py` holds floors under these figures.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from tables import parser, show

from verify import Article, Options, cross_check
from verify.checks import all_checks

BRIEFS = sorted((Path(__file__).parents[1] / "tests" / "quality" / "briefs").glob("*.toml"))
SPLITS = ("dev", "test")
SIDES = {"article", "brief"}
FACTS_ALONE = Options(checks=tuple((name, "off") for name in sorted(all_checks())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A short text, what was changed in it, and the reasons of its conflicts with the article."""

    name: str
    split: str
    text: str
    kind: str
    changed: str
    reasons: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Return whether a contradicting text raised a conflict, or an agreeing one none."""
        return bool(self.kind) == bool(self.reasons)


def main() -> None:
    """Print the table, and the wrong outcomes of one split where they are asked for."""
    options = parser(__doc__)
    options.add_argument("--wrong", choices=SPLITS, help="list the wrong outcomes of this split")
    args = options.parse_args()
    found = outcomes()
    show("Briefs against an article", "Percent; `python benchmarks/briefs.py`.", rows(found), keep=args.keep)
    for one in found:
        if one.split == args.wrong and not one.right:
            print(f"{one.name} {one.kind or 'agrees'} [{one.changed}] {one.text}", *one.reasons, sep="\n    ")


def outcomes() -> list[Outcome]:
    """Return what each short text raised; within one call an article is read once, and articles side by side."""
    with (
        TemporaryDirectory() as folder,
        patch.dict(os.environ, {"VERIFY_CACHE": folder}),
        ProcessPoolExecutor(mp_context=get_context("spawn")) as pool,
    ):
        return [one for found in pool.map(_checked, BRIEFS) for one in found]


def figures(found: Iterable[Outcome]) -> dict[str, dict[str, float]]:
    """Return, by split, the percentages of contradicting texts caught and of agreeing ones left alone."""
    return {
        split: {
            "caught": share([o for o in found if o.split == split and o.kind]),
            "left_alone": share([o for o in found if o.split == split and not o.kind]),
        }
        for split in SPLITS
    }


def share(found: Sequence[Outcome]) -> float:
    """Return the percentage of right outcomes, to one decimal."""
    return round(100 * sum(o.right for o in found) / len(found), 1)


def rows(found: Sequence[Outcome]) -> Iterator[dict[str, object]]:
    """Yield a row for each kind of change, for all of them, and for the agreeing texts."""
    groups = {kind: {kind} for kind in sorted({o.kind for o in found if o.kind})}
    for label, kinds in (groups | {"caught": set(groups), "left alone": {""}}).items():
        row: dict[str, object] = {"texts": label}
        for split in SPLITS:
            chosen = [o for o in found if o.split == split and o.kind in kinds]
            row |= {f"{split} texts": len(chosen), f"{split} right": share(chosen) if chosen else "-"}
        yield row


def _checked(path: Path) -> list[Outcome]:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    article = Article.from_text(id="article", **case["article"])
    return [
        Outcome(
            name=path.stem,
            split=case["split"],
            text=row["text"],
            kind=row.get("kind", ""),
            changed=row.get("changed", ""),
            reasons=_conflicts(article, row),
        )
        for row in case["brief"]
    ]


def _conflicts(article: Article, row: dict[str, Any]) -> tuple[str, ...]:
    """Return the reasons of the conflicts between the article and a short text of the same day."""
    brief = Article.from_text(id="brief", text=row["text"], published=article.published)
    report = cross_check([article, brief], options=FACTS_ALONE)
    claims = report.claim_by_id()
    return tuple(
        f.reason for f in report.facts if f.verdict == "conflict" and {claims[c].article for c in f.claims} == SIDES
    )


if __name__ == "__main__":
    main()
