"""The desk as a client sees it, without a socket: one request, one answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify import Options, Report
from verify.articles import Story
from verify.cli.decisions import change, read_decisions
from verify.cli.outputs import offered
from verify.cli.writing import create, locked, write
from verify.desk import Means, Session, application
from verify.desk.folder import Folder

TOKEN, PORT = "a-token-for-tests", 8123


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


def session(path: Path, report: Report | None = None) -> Session:
    """Return a session whose folder nobody looks at by itself; its report is given."""
    made = Session(
        folder=Folder(path=path, write=write, create=create),
        means=Means(write=write, read=read_decisions, change=change, hold=locked, formats=offered()),
        options=Options(),
    )
    if report:
        made.report, made.story = report, Story(name=path.name, articles=report.articles, not_checked=(), folder=path)
    return made


def call(
    at: Session, method: str, path: str, *, query: str = "", body: Any = b"", token: str = TOKEN, **headers: str
) -> Answer:
    """Return what the desk answers; a body that is no bytes goes as JSON, headers have underscores for dashes."""
    sent = {"host": f"127.0.0.1:{PORT}", **{name.replace("_", "-"): value for name, value in headers.items()}}
    if not isinstance(body, bytes):
        sent, body = {"content-type": "application/json", **sent}, json.dumps(body).encode()
    scope = {
        "type": "http",
        "method": method,
        "path": f"/{token}{path}",
        "raw_path": f"/{token}{path}".encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "scheme": "http",
        "server": ("127.0.0.1", PORT),
        "client": ("127.0.0.1", 1),
        "root_path": "",
        "http_version": "1.1",
    }
    return asyncio.run(_answer(application(at, token=TOKEN, port=PORT), scope, body))


async def _answer(app: Any, scope: dict[str, Any], body: bytes) -> Answer:
    parts = [body[at : at + 1_000_000] for at in range(0, len(body), 1_000_000)] or [b""]
    messages: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": parts.pop(0) if parts else b"", "more_body": bool(parts)}

    async def send(message: Any) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start = messages[0]
    return Answer(
        status=start["status"],
        headers={name.decode().lower(): value.decode() for name, value in start["headers"]},
        body=b"".join(message.get("body", b"") for message in messages[1:]),
    )
