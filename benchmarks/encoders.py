"""Whether the verdicts are the same with the bundled encoder on onnxruntime and with sentence-transformers on the same weights.

usage: python benchmarks/encoders.py FOLDER... [--most N] [--keep]      (a folder of articles is a story, a folder of folders is many)
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from tables import parser, show

from verify import Options, Report, cross_check
from verify.articles import read_stories
from verify.encoder import find_encoder, load_encoder


def main() -> int:
    """Compare and print; the exit code is 1 where a verdict differs."""
    options = parser(__doc__)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--most", type=int, default=30, help="stories of each folder")
    args = options.parse_args()
    rows = [_row(folder, args.most) for folder in args.folders]
    show(
        "Either encoder path",
        "Facts, verdicts and flags with onnxruntime and with sentence-transformers; `python benchmarks/encoders.py FOLDER...`.",
        rows,
        keep=args.keep,
    )
    return int(any(row["differ"] for row in rows))


def _row(folder: Path, most: int) -> dict[str, object]:
    named = find_encoder()
    differ = facts = links = 0
    furthest = 0.0
    stories = [s for s in read_stories([folder]) if s.articles][:most]
    for story in stories:
        ours, theirs = (
            cross_check(story.articles, options=Options(encoder=path, cache=False)) for path in (None, named)
        )
        differ += _told(ours) != _told(theirs)
        facts += len(ours.facts)
        links += sum(len(f.links) for f in ours.facts)
        sentences = [c.location.quote for c in ours.claims]
        furthest = max(
            furthest,
            float(np.abs(load_encoder().encode(sentences) - load_encoder(named).encode(sentences)).max(initial=0)),
        )
    return {
        "stories of": folder.name,
        "stories": len(stories),
        "facts": facts,
        "links": links,
        "differ": differ,
        "largest difference of a number": f"{furthest:.0e}",
    }


def _told(report: Report) -> object:
    """Return all that a report says, but for which encoder it names and its identifier."""
    found = report.to_dict()
    return {name: found[name] for name in ("claims", "facts", "flags", "not_checked", "summary")}


if __name__ == "__main__":
    sys.exit(main())
