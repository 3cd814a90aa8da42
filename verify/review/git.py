"""What git must be told so that two persons' files of decisions merge by themselves."""

from __future__ import annotations

from pathlib import Path

from verify.review.ledger import NAME

_RULE = f"{NAME} merge=union"


def keeps_both_sides(attributes: str) -> str:
    """Return the text of a `.gitattributes` with the rule that a merge keeps the lines of both sides."""
    if any(line.split()[:1] == [NAME] for line in attributes.splitlines()):
        return attributes
    gap = "" if not attributes or attributes.endswith("\n") else "\n"
    return f"{attributes}{gap}{_RULE}\n"


def in_work_tree(folder: Path) -> bool:
    """Return whether a folder belongs to a git repository."""
    real = folder.resolve()
    return any((parent / ".git").exists() for parent in (real, *real.parents))
