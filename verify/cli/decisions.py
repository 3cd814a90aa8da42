"""The file of decisions beside a story, as the commands read and write it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from verify.cli.console import notice
from verify.cli.writing import locked, write
from verify.errors import InputError, UsageError
from verify.toml import text_of

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.review import Entry, Reviewed


def decisions_of(story: Story, *, ignored: bool = False) -> dict[str, Entry]:
    """Return what was decided about a story's findings; nothing where that is to be ignored. Raises UsageError for a broken file."""
    path = decisions_path(story)
    return {} if ignored or path is None else read_decisions(path)


def decisions_path(story: Story) -> Path | None:
    """Return where the decisions about a story are kept, None for what came from standard input."""
    from verify.review import NAME

    return story.folder / NAME if story.folder else None


def read_decisions(path: Path) -> dict[str, Entry]:
    """Return the entries of a file, none where it does not exist. Raises UsageError for a broken one, which is left as it is."""
    from verify.review import load

    try:
        return load(text_of(path))
    except FileNotFoundError:
        return {}
    except InputError as error:
        raise UsageError(f"{path}: {error}") from None


def record(path: Path, key: str, entry: Entry | None) -> None:
    """Write one decision, or take it out; what another person wrote into the file since is kept."""
    change(path, key, lambda _: entry)


def change(path: Path, key: str, make: Callable[[Entry | None], Entry | None]) -> None:
    """Make a finding's entry another, nobody else writing meanwhile; what `make` raises leaves the file as it is."""
    from verify.review import dump

    with locked(path):
        entries = read_decisions(path)
        entry = make(entries.get(key))
        if entry:
            entries[key] = entry
        else:
            entries.pop(key, None)
        if not path.exists():
            _tell_git(path.parent)
        write(path, dump(entries))


def take_out(path: Path, stale: Collection[Entry]) -> None:
    """Take entries whose findings are gone out of the file; what another person wrote into it since is kept."""
    from verify.review import dump

    if not stale:
        return
    with locked(path):
        write(path, dump({key: entry for key, entry in read_decisions(path).items() if entry not in stale}))
    notice(f"verify: {path}: {len(stale)} taken out")


def tell_stale(path: Path | None, reviewed: Reviewed) -> None:
    """Say on standard error which decisions are about findings that are gone, or whose article has another name now."""
    for entry in reviewed.stale:
        notice(f"verify: {path}: stale, the finding is gone: {entry.said()}")
    for entry in reviewed.moved:
        notice(
            f"verify: {path}: not heeded, {' or '.join(entry.articles)} has another name now, decide again: {entry.said()}"
        )


def _tell_git(folder: Path) -> None:
    """See to it that git merges the decisions of two persons, where the folder is in a repository."""
    from verify.review import in_work_tree, keeps_both_sides

    if not in_work_tree(folder):
        return
    path = folder / ".gitattributes"
    if path.is_symlink():  # what it leads to would be copied into the folder
        return
    try:
        attributes = text_of(path) if path.exists() else ""
    except UsageError:
        return
    if (wanted := keeps_both_sides(attributes)) != attributes:
        write(path, wanted)
        notice(f"Written to {path}: git keeps both sides when two persons' decisions are merged")
