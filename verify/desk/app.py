"""The addresses of the desk: its page, what it shows, and what a person does there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from time import monotonic
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from verify.articles.source import MOST_BYTES
from verify.desk.guard import Guard
from verify.desk.session import ChangedError, Session
from verify.errors import InputError, OwnError, VerifyError, own
from verify.review.entries import read_entry

LONGEST_WAIT = 20.0
"""Seconds that a question for news is held open."""
LOOK = 0.05
MOST_SAID = 2_000_000
"""Bytes of a request but for a file's; an article of 80,000 characters is 320,000 at most."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
PAGES = {
    **dict.fromkeys(("index.html", "desk.js", "desk.css"), ("verify.desk", "page")),
    "shared.css": ("verify.report.html", "templates"),
}
"""The files of the page, with the package and the folder that each lies in."""

Answer = Callable[[Session, Mapping[str, Any]], dict[str, Any]]


class TooMuchError(VerifyError):
    """More was sent than is taken."""


def application(session: Session, *, token: str, port: int) -> ASGIApp:
    """Return the desk as an ASGI application, for a server on this machine's own port."""
    routes = [
        *(Route("/" if name == "index.html" else f"/{name}", partial(_page, name)) for name in PAGES),
        Route("/news", partial(_news, session)),
        Route("/sheet", partial(_sheet, session)),
        Route("/text", partial(_words, session)),
        Route("/report", partial(_report, session)),
        Route("/export/{name}", partial(_export, session)),
        Route("/files", partial(_drop, session), methods=["PUT"]),
        *(Route(f"/{name}", partial(_act, session, act), methods=["POST"]) for name, act in ACTS.items()),
    ]
    failed = {Exception: _failed}
    return Guard(Starlette(routes=routes, exception_handlers=failed), token=token, port=port, debug=session.debug)


async def _failed(_: Request, error: Exception) -> Response:
    """Answer with the line on an error of the program's own."""
    return JSONResponse({"problem": own(error)}, status_code=500)


async def _page(name: str, _: Request) -> Response:
    package, folder = PAGES[name]
    content = files(package).joinpath(folder, name).read_bytes()
    return Response(content, media_type=TYPES[name[name.rindex(".") :]])


async def _news(session: Session, request: Request) -> Response:
    """Answer once something is other than the page has it, or after a while."""
    since, until = request.query_params.get("since", ""), monotonic() + LONGEST_WAIT
    while str(session.version) == since and monotonic() < until and not session.stopped.is_set():
        await asyncio.sleep(LOOK)
    return JSONResponse(session.status())


async def _sheet(session: Session, _: Request) -> Response:
    return await _told(session.sheet)


async def _words(session: Session, request: Request) -> Response:
    return await _told(lambda: session.text(request.query_params.get("id", "")))


async def _told(make: Callable[[], dict[str, Any]]) -> Response:
    """Answer with what a function returns, or with what it says is wrong."""
    try:
        return JSONResponse(await run_in_threadpool(make))
    except ChangedError as error:
        return JSONResponse({"problem": str(error)}, status_code=409)
    except TooMuchError as error:
        return JSONResponse({"problem": str(error)}, status_code=413)
    except OwnError as error:
        return JSONResponse({"problem": str(error)}, status_code=500)
    except VerifyError as error:
        return JSONResponse({"problem": str(error)}, status_code=422)
    except OSError as error:
        return JSONResponse({"problem": f"{error.strerror}, expected a folder to write to"}, status_code=422)


async def _report(session: Session, _: Request) -> Response:
    """Answer with the report as one page, which brings a policy of its own."""
    try:
        content = (await run_in_threadpool(session.rendered, "html"))[1]
    except VerifyError as error:
        return Response(str(error), media_type="text/plain", status_code=404)
    policy = "frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
    return Response(content, media_type=TYPES[".html"], headers={"content-security-policy": policy})


async def _export(session: Session, request: Request) -> Response:
    name = request.path_params["name"]
    if name not in session.means.formats:
        return JSONResponse({"problem": f"{name}: no such format"}, status_code=404)
    try:
        file, content = await run_in_threadpool(session.rendered, name)
    except VerifyError as error:
        return JSONResponse({"problem": str(error)}, status_code=422)
    # Whatever is in it, the browser keeps it and shows nothing of it.
    plain = "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "-" for c in file)
    held = {"content-disposition": f'attachment; filename="{plain}"'}
    return Response(content, media_type="application/octet-stream", headers=held)


async def _drop(session: Session, request: Request) -> Response:
    name = request.query_params.get("name", "")
    try:
        data = await _body(request, MOST_BYTES)
    except TooMuchError as error:
        return JSONResponse({"problem": f"{name}: {error}"}, status_code=413, headers={"connection": "close"})

    def dropped() -> dict[str, Any]:
        added, problems = session.drop(name, data)
        return {"added": added, "problems": problems}

    return await _told(dropped)


async def _act(session: Session, act: Answer, request: Request) -> Response:
    try:
        said = await _said(request)
    except VerifyError as error:
        return JSONResponse({"problem": str(error)}, status_code=400)
    return await _told(lambda: act(session, said))


async def _said(request: Request) -> Mapping[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise InputError("request: no JSON, expected what the page sends")
    try:
        said = json.loads(await _body(request, MOST_SAID))
    except (ValueError, RecursionError):
        raise InputError("request: no JSON, expected what the page sends") from None
    if not isinstance(said, dict):
        raise InputError("request: no table, expected what the page sends")
    return said


async def _body(request: Request, most: int) -> bytes:
    """Return what was sent. Raises TooMuchError as soon as it is more than is taken."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > most:
            raise TooMuchError(f"more than {most // 1_000_000} MB, expected an article")
    return bytes(data)


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise InputError(f"{name}: no text, expected words")
    # Half a surrogate pair is no character, and no file can hold it.
    return value.encode("utf-8", "replace").decode("utf-8")


def _paste(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: _text(said, name) for name in ("title", "outlet", "published")}
    name = session.folder.paste(_text(said, "text"), **known)
    session.woken.set()
    return {"added": [name], "problems": []}


def _edit(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: _text(said, name) for name in ("title", "outlet", "published") if name in said}
    session.edit(_text(said, "id"), seen=_text(said, "version"), text=_text(said, "text"), known=known)
    return {}


def _remove(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    session.remove(_text(said, "id"))
    return {}


def _decide(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: _text(said, name) for name in ("seen", "state", "reason", "note", "who")}
    session.decide(_text(said, "key"), **words)
    return session.status()


def _undo(session: Session, said: Mapping[str, Any]) -> dict[str, Any]:
    """Put back the entry that was there before a decision."""
    key, before, entry = _text(said, "key"), said.get("before"), None
    if key not in session.entries:
        raise InputError("finding: not decided, expected a decision to take back")
    if isinstance(before, dict):
        entry = read_entry(
            key, {name: value for name, value in before.items() if name != "version" and value is not None}
        )
    session.put(key, seen=_text(said, "seen"), entry=entry)
    return session.status()


ACTS: dict[str, Answer] = {"paste": _paste, "edit": _edit, "remove": _remove, "decide": _decide, "undo": _undo}
