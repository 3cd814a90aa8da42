"""One entry of the file of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from verify.errors import InputError
from verify.model import Decision

State = Literal["open", "accepted", "dismissed", "fixed"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was decided or noted about a finding; `about` and `articles` tell a reader which it was once it is gone."""

    about: str
    articles: tuple[str, ...]
    decision: State
    who: str
    when: str
    reason: str | None = None
    note: str | None = None

    def decided(self, finding: str) -> Decision | None:
        """Return the decision on the finding of that identity, None where there is only a note."""
        if self.decision == "open":
            return None
        return Decision(
            finding=finding, state=self.decision, reason=self.reason, note=self.note, who=self.who, when=self.when
        )

    def said(self) -> str:
        """Return the entry in a line: about what, decided how, by whom and when."""
        reason = f" ({self.reason})" if self.reason else ""
        return " ".join(f"{self.about}: {self.decision}{reason} by {self.who}, {self.when}".split())


def read_entry(key: str, table: Any) -> Entry:
    """Return the entry that a table of the file stands for. Raises InputError that names what is wrong with it."""
    if not isinstance(table, Mapping):
        raise InputError(f"{key}: {table!r} is no decision, expected {key}.decision and the like")
    known = {field.name for field in fields(Entry)}
    if unknown := sorted(set(table) - known):
        raise InputError(f"{key}.{unknown[0]}: no such field, expected one of {', '.join(sorted(known))}")
    texts = {name: _text(key, name, table.get(name)) for name in sorted(known - {"articles", "decision"})}
    return Entry(
        about=texts["about"] or "",
        articles=_articles(key, table.get("articles", [])),
        decision=_state(key, table.get("decision")),
        who=texts["who"] or "unknown",
        when=texts["when"] or "unknown",
        reason=texts["reason"],
        note=texts["note"],
    )


def _text(key: str, name: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise InputError(f"{key}.{name}: {value!r} is no text, expected words in quotation marks")
    return value or None


def _articles(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(article, str) for article in value):
        raise InputError(f"{key}.articles: {value!r} is no list of articles, expected identifiers in brackets")
    return tuple(value)


def _state(key: str, value: Any) -> State:
    for state in STATES:
        if value == state:
            return state
    raise InputError(f"{key}.decision: {value!r} is no decision, expected {', '.join(STATES[:-1])} or {STATES[-1]}")
