"""What goes on at a desk: the folder is looked at, checked again where it has changed, and decisions are kept."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, get_args

from verify.desk.checker import Broken, Checker, Message, Read, Step
from verify.desk.folder import Folder, day
from verify.desk.front import stated
from verify.desk.means import Means
from verify.desk.reader import Reader
from verify.desk.sheet import entry_of, sheet, version
from verify.errors import UsageError, own
from verify.model import Article, Level, NotChecked, Report, digest
from verify.options import Options
from verify.review import NAME, Entry, State, findings, judge

if TYPE_CHECKING:
    from verify.articles import Story

PAUSE = 0.4
"""Seconds between two looks at the folder; a look at a hundred files takes two milliseconds."""
_QUIET = 0.15
"""Seconds without a change before a check begins, so that ten files dropped at once are one check."""


class ChangedError(UsageError):
    """Somebody else has changed what was to be changed; the message says how."""


@dataclass(slots=True, kw_only=True)
class Session:
    """A story at the desk; `number` grows with each report and `version` with all that the page shows."""

    folder: Folder
    means: Means
    options: Options
    least: Level = "medium"
    who: str = ""
    version: int = 1
    number: int = 0
    report: Report | None = None
    story: Story | None = None
    problems: tuple[NotChecked, ...] = ()
    step: Step | None = None
    took: float = 0.0
    entries: Mapping[str, Entry] = field(default_factory=dict)
    trouble: str = ""
    whole: bool = True
    debug: bool = False
    stopped: Event = field(default_factory=Event)
    woken: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)
    _checker: Checker = field(init=False)
    _reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        """Know the processes that read and compare, and start none yet."""
        self._checker = Checker(options=self.options, debug=self.debug)
        self._reader = Reader(debug=self.debug)

    @property
    def ledger(self) -> Path:
        """The file of decisions."""
        return self.folder.path / NAME

    def run(self) -> None:
        """Look at the folder until the desk is closed; for a thread of its own."""
        self._checker.start()
        seen, decided = object(), object()
        while not self.stopped.is_set():
            if (state := self.folder.state()) != seen:
                self.stopped.wait(_QUIET)
                if state == self.folder.state():
                    seen = state
                    self._checked()
            if (now := _mark(self.ledger)) != decided:
                decided = now
                self.reread()
            self.woken.wait(PAUSE)
            self.woken.clear()

    def close(self) -> None:
        """Let the thread end, and the processes that read and compare."""
        self.stopped.set()
        self.woken.set()
        self._checker.stop()
        self._reader.stop()

    def drop(self, name: str, data: bytes) -> tuple[list[str], list[str]]:
        """Take in a file as `Folder.drop` does, read in a process of its own."""
        try:
            return replace(self.folder, read=self._reader.stories).drop(name, data)
        finally:
            self.woken.set()

    def reread(self) -> None:
        """Read the decisions anew; a broken file is told, and what was read before stays."""
        try:
            entries, trouble = self.means.read(self.ledger), ""
        except UsageError as error:
            entries, trouble = self.entries, str(error)
        self._now(entries=entries, trouble=trouble)

    def status(self) -> dict[str, Any]:
        """Return what the page shows but for the report."""
        with self._lock:
            return {
                "version": self.version,
                "report": self.number,
                "whole": self.whole,
                "story": self.folder.path.resolve().name,
                "who": self.who,
                "formats": list(self.means.formats),
                "step": {"done": self.step.done, "total": self.step.total, "doing": self.step.doing}
                if self.step
                else None,
                "articles": [{"id": a.id, "name": a.outlet or a.id} for a in self.story.articles] if self.story else [],
                "took": round(self.took, 2),
                "entries": entry_of(self.entries),
                "problems": [f"{Path(p.what).name}: {p.reason}".removeprefix(": ") for p in self.problems],
                "trouble": self.trouble,
            }

    def sheet(self) -> dict[str, Any]:
        """Return the report as the page shows it, nothing but its number before there is one."""
        with self._lock:
            report, story, number = self.report, self.story, self.number
        if report is None or story is None:
            return {"report": number, "findings": [], "settled": [], "articles": [], "reach": "", "unchecked": []}
        own = frozenset(a.id for a in story.articles if a.path and Path(a.path).is_file())
        return {"report": number, **sheet(report, least=self.least, editable=own)}

    def rendered(self, name: str) -> tuple[str, bytes]:
        """Return the name of a file and its content in a format. Raises UsageError where there is no report yet."""
        suffix, render = self.means.formats[name]
        if self.report is None:
            raise UsageError("report: none yet, expected articles first")
        decisions = judge(self.report, self.entries).decisions
        story = self.folder.path.resolve().name
        content = render(self.report, story, decisions, self.least)
        return story + suffix, content if isinstance(content, bytes) else content.encode("utf-8")

    def text(self, id: str) -> dict[str, Any]:
        """Return the text of an article with what is known of it, and what tells whether it was changed since."""
        article = self._article(id)
        return {
            "id": id,
            "text": article.text,
            "title": article.title or "",
            "outlet": article.outlet or "",
            "published": article.published.isoformat() if article.published else "",
            "version": digest(article.text),
        }

    def edit(self, id: str, *, seen: str, text: str, known: Mapping[str, str]) -> None:
        """Write an article anew; `known` is what of outlet, date and title the person has set. Raises ChangedError."""
        article = self._article(id)
        if not text.strip():
            raise UsageError(f"{id}: empty, expected words (or to be put aside)")
        known = {name: day(value) if name == "published" else value for name, value in known.items()}
        text = text.replace("\r\n", "\n")
        assert self.story is not None
        with self.means.hold(self.ledger):
            if seen != digest(article.text) or _differs(article, self.story):
                raise ChangedError(
                    f"{id}: changed by somebody else meanwhile, expected your changes to be made in the text as it is now"
                )
            self.folder.edit(article, self.story, stated(text, **known) if known else text)
        self.woken.set()

    def remove(self, id: str) -> None:
        """Put an article aside."""
        self.folder.remove(self._article(id))
        self.woken.set()

    def decide(self, key: str, *, seen: str, state: str, reason: str, note: str, who: str) -> None:
        """Keep a decision. Raises ChangedError where somebody else has decided since, UsageError for what is no decision."""
        found = {f.key: f for f in findings(self.report)}.get(key) if self.report else None
        if found is None:
            raise UsageError("finding: gone, the articles have changed, expected one of the report as it is now")
        if state not in get_args(State) or (state == "dismissed" and not reason.strip()):
            raise UsageError(
                f"decision: {state!r} without a reason, expected accepted, fixed, open, or dismissed with a reason"
            )
        entry = Entry(
            about=found.about,
            articles=found.articles,
            decision=next(known for known in get_args(State) if known == state),
            reason=" ".join(reason.split()) or None,
            note=" ".join(note.split()) or None,
            who=" ".join(who.split())[:80] or "unknown",
            when=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self.put(key, seen=seen, entry=entry)

    def put(self, key: str, *, seen: str, entry: Entry | None) -> None:
        """Write an entry, or take it out, where the one that is there is the one seen. Raises ChangedError where it is not."""

        def make(old: Entry | None) -> Entry | None:
            if version(old) != seen:
                raise ChangedError(f"decided by somebody else meanwhile: {old.said() if old else 'taken back'}")
            return entry

        try:
            self.means.change(self.ledger, key, make)
        finally:
            self.reread()

    def _checked(self) -> None:
        """Check, and tell what goes wrong: the desk goes on at the next change."""
        try:
            self._check()
        except Exception as error:
            if self.debug:
                traceback.print_exc()
            self._now(step=None, problems=(*self.problems, NotChecked(what="", reason=own(error))))

    def _check(self) -> None:
        begun = monotonic()
        self._now(step=Step(done=0, total=1, doing="starting" if self.report is None else "reading what has changed"))
        for message in self._checker.check(self.folder.path, grow=self.report is None):
            self._take(message)
        self._now(step=None, whole=True, took=monotonic() - begun)

    def _take(self, message: Message) -> None:
        match message:
            case Step():
                self._now(step=message)
            case Read(story=None):
                self._now(story=None, report=None, number=self.number + 1, problems=message.not_checked)
            case Read():
                self._now(story=message.story, problems=message.not_checked)
            case Broken():
                self._now(problems=(*self.problems, NotChecked(what="", reason=message.reason)))
            case Report():
                whole = self.story is not None and len(message.articles) == len(self.story.articles)
                self._now(report=message, number=self.number + 1, whole=whole)

    def _now(self, **values: Any) -> None:
        with self._lock:
            changed = {name: value for name, value in values.items() if getattr(self, name) != value}
            for name, value in changed.items():
                setattr(self, name, value)
            self.version += bool(changed)

    def _article(self, id: str) -> Article:
        article = next((a for a in self.story.articles if a.id == id), None) if self.story else None
        if article is None:
            raise UsageError(f"{id}: no such article here, expected one of the story")
        return article


def _differs(article: Article, story: Story | None) -> bool:
    """Return whether the file of an article was changed since it was read."""
    if story is None or article.id in story.extracted or not article.path:
        return False
    try:
        return (
            Path(article.path).read_text(encoding="utf-8-sig", errors="replace").strip()
            != article.text.lstrip("\ufeff").strip()
        )
    except OSError:
        return True


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
