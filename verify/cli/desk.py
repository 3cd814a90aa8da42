"""`verify desk`: a story in the browser, on this machine alone."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread, current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, INTERRUPTED, AliasFile, Encoder, MinConfidence, NoCache, Pipeline, Run, app
from verify.cli.console import echo, notice
from verify.cli.decisions import change, read_decisions
from verify.cli.levels import Confidence
from verify.cli.outputs import offered
from verify.cli.review import Who, login
from verify.cli.settled import Settled, house
from verify.cli.writing import create, locked, write
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from verify.desk import Session

HOST = "127.0.0.1"
_SILENT = 100
"""Above every level of a log: what goes wrong is told to the page, and a reader who went away is nobody's concern."""


@app.command(epilog=EPILOG, cls=Settled)
def desk(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The folder of one story; made where it is not there.")
    ] = Path("story"),
    port: Annotated[
        int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="Port, instead of a free one.")
    ] = 0,
    who: Who = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Show the address and open no browser.")] = False,
    min_confidence: MinConfidence = Confidence.medium,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
) -> None:
    """Work through a story in the browser: bring articles, decide, mend, export. Example: verify desk seeds/."""
    if missing := [name for name in ("starlette", "uvicorn") if find_spec(name) is None]:
        raise UsageError(f"desk: {' and '.join(missing)} not installed, expected verify[desk]")
    from verify.desk import Means, Session
    from verify.desk.folder import Folder

    _made(folder)
    means = Means(write=write, read=read_decisions, change=change, hold=locked, formats=offered())
    session = Session(
        folder=Folder(path=folder, write=write, create=create),
        means=means,
        options=Options(encoder=encoder, pipeline=pipeline, aliases=aliases, checks=house(), cache=not no_cache),
        least=min_confidence.value,
        who=who or login(),
        debug=isinstance(context.obj, Run) and context.obj.debug,
    )
    session.reread()
    if session.trouble:
        raise UsageError(session.trouble)
    _opened(session, _listener(port), browser=not no_browser)


def _opened(session: Session, listener: socket.socket, *, browser: bool) -> None:
    """Show where the desk is and serve it until it is closed."""
    from verify.desk import application

    port, token = listener.getsockname()[1], secrets.token_urlsafe(24)
    address = f"http://{HOST}:{port}/{token}/"
    try:
        Thread(target=session.run, daemon=True, name="verify-desk").start()
        echo(f"The desk is open at {address}")
        sys.stdout.flush()
        notice(f"Decisions are kept in {session.ledger}. Ctrl-C closes the desk.")
        if browser:
            _open(address)
        at = application(session, token=token, port=port)
        serve(at, listener, closing=session.close, debug=session.debug)
    finally:
        session.close()


def serve(application: ASGIApp, listener: socket.socket, *, closing: Callable[[], None], debug: bool = False) -> None:
    """Serve until the person interrupts, which is how a desk is closed; `closing` lets those go that wait for news or for a file to be read.

    A second interruption ends what does not heed the first.
    """
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            if self.should_exit:
                os._exit(INTERRUPTED)
            super().handle_exit(sig, frame)
            closing()

    # Nothing is logged: the address is the key.
    config = uvicorn.Config(
        application,
        log_config=None,
        log_level="error" if debug else _SILENT,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = Server(config)

    def early(sig: int, frame: FrameType | None) -> None:
        if not server.should_exit:
            server.handle_exit(sig, frame)

    with suppress(KeyboardInterrupt), _interrupted_by(early):
        server.run(sockets=[listener])


@contextmanager
def _interrupted_by(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let Ctrl-C call a function, also before the server heeds it: raised while its loop is made, it would end in a traceback."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror}), expected a folder for the story") from None


def _listener(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        # From now on whoever comes waits for the server, so that the address can be shown before it runs.
        listener.listen()
    except OSError as error:
        raise UsageError(f"--port {port}: cannot be used ({error.strerror}), expected a free one") from None
    return listener


def _open(address: str) -> None:
    import webbrowser

    with suppress(webbrowser.Error, OSError):
        webbrowser.open(address)
