"""A process beside the server that answers one question at a time: what is read there has the clock of a main thread, and ends with the desk."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from verify.errors import OwnError, VerifyError, own
from verify.interruption import interruption_held

Tell = Callable[[Any], None]
Respond = Callable[[Any, Tell], Iterator[Any]]


class EndedError(VerifyError):
    """The process has ended before it had answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The end of an answer, and what was wrong where it was broken off."""

    error: VerifyError | None = None


@dataclass(slots=True, kw_only=True)
class Aside:
    """The process, started when it is needed and anew where it has died.

    `ready` is called once in it, `respond` with each question; both must be functions that another process can import.
    """

    name: str
    ready: Callable[[], object]
    respond: Respond
    debug: bool = False
    _process: BaseProcess | None = None
    _pipe: Connection | None = None
    _stopped: bool = False
    _turn: Lock = field(default_factory=Lock)
    _starting: Lock = field(default_factory=Lock)

    def start(self) -> None:
        """Start the process where none runs."""
        with self._starting:
            if self._stopped or (self._process is not None and self._process.is_alive()):
                return
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, self.ready, self.respond, self.debug), daemon=True)
            with interruption_held():
                process.start()
            theirs.close()
            self._process = process

    def ask(self, question: Any) -> Iterator[Any]:
        """Yield what the process answers, to one after the other. Raises what it raises, and EndedError."""
        with self._turn:
            ended = False
            try:
                self._send(question)
                while not isinstance(message := self._received(), Done):
                    yield message
                ended = True
                if message.error:
                    raise message.error
            finally:
                if not ended:  # what is left of the answer is nobody's
                    self._drop()

    def stop(self) -> None:
        """End the process, for good; whoever waits for an answer is told. One that is being started is first given all that it begins with."""
        self._stopped = True
        with self._starting:
            if self._process is not None:
                self._process.terminate()

    def _send(self, question: Any) -> None:
        if not self._stopped:
            self.start()
        assert self._pipe is not None or self._stopped
        try:
            if self._stopped or self._pipe is None:
                raise EOFError
            self._pipe.send(question)
        except (EOFError, OSError):
            raise self._ended() from None

    def _received(self) -> Any:
        assert self._pipe is not None
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            raise self._ended() from None

    def _ended(self) -> EndedError:
        if self._stopped:
            return EndedError("the desk is closed, expected it to be open")
        return EndedError(f"the process that {self.name} has ended, expected it to go on; it is started anew")

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()


def serve(pipe: Connection, ready: Callable[[], object], respond: Respond, debug: bool) -> None:
    """Answer questions until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ready()
        while True:
            pipe.send(_answered(pipe.recv(), pipe, respond, debug=debug))
    except (EOFError, OSError):
        return


def _answered(question: Any, pipe: Connection, respond: Respond, *, debug: bool) -> Done:
    try:
        for message in respond(question, pipe.send):
            pipe.send(message)
    except VerifyError as error:
        return Done(error=error)
    except Exception as error:
        if debug:
            traceback.print_exc()
        return Done(error=OwnError(own(error)))
    return Done()
