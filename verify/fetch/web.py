"""One page from the web: by its rules for robots, within a time and a size, and what is wrong where it cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from verify.errors import UsageError, VerifyError
from verify.fetch.addresses import checked, is_near, joined
from verify.fetch.patience import in_time

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

Result = TypeVar("Result")
AGENT = "verify"
MOST_BYTES = 5_000_000
"""Of a page, as many as are read of a saved one."""
MOST_ROBOTS = 500_000
"""Bytes of a robots.txt, as RFC 9309 asks."""
MOST_HOPS = 5
LEAST_PAUSE, MOST_PAUSE = 1.0, 10.0
"""Seconds between two requests to one host: what its rules ask for, within these."""
_CHUNK = 65_536
_MOVED = frozenset((301, 302, 303, 307, 308))
_PAGES = ("html", "xml")
_HEADERS = {"user-agent": AGENT, "accept": "text/html,application/xhtml+xml,application/xml;q=0.9"}
_CLOSED = {
    401: "it asks for a login",
    402: "it is to be paid for",
    403: "it is refused to programs",
    404: "it is not there",
    410: "it is there no longer",
    429: "too many requests, expected fewer",
    451: "it may not be shown here",
}


class UnobtainableError(VerifyError):
    """A page could not be had; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was sent, and the address that it came from in the end."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a host answers, whole; no data where the answer is no success, or of a kind that is not wanted."""

    status: int
    kind: str
    location: str | None
    data: bytes


@dataclass(slots=True, kw_only=True)
class _Visit:
    """The way to one page: the address that was given, whether the last one on it was near, and the moment at which there is no time left."""

    address: str
    near: bool
    until: float


@dataclass(slots=True, kw_only=True)
class Web:
    """The web for one command: connections, the rules of each host, and when each was asked last."""

    timeout: float
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _pools: dict[bool, PoolManager] = field(default_factory=dict)

    def page(self, address: str, *, of: str | None = None) -> Page:
        """Return a page, redirections followed; `of` is the page that named the address, where no person did.

        Raises UnobtainableError, and UsageError for what is no address.
        """
        at, named_by = checked(address), checked(of or address)
        visit = _Visit(address=address, near=False, until=monotonic() + self.timeout)
        visit.near = self._timed(visit, lambda: is_near(named_by))
        for _ in range(MOST_HOPS + 1):
            self._enter(visit, at)
            self._obey(visit, at)
            answer = self._ask(visit, at, most=MOST_BYTES, wanted=_PAGES)
            if answer.location is None:
                return Page(address=at, data=_sound(at, answer))
            at = _followed(visit.address, at, answer.location)
        raise UnobtainableError(f"{address}: more than {MOST_HOPS} redirections, expected a page")

    def _timed(self, visit: _Visit, work: Callable[[], Result]) -> Result:
        try:
            return in_time(work, until=visit.until)
        except TimeoutError:
            self._pools.clear()  # what is still waited for is nobody's
            raise UnobtainableError(
                f"{visit.address}: no answer in time, or not all of it in {self.timeout:g} s, expected it sooner or --timeout of more"
            ) from None

    def _enter(self, visit: _Visit, at: str) -> None:
        """Go on to an address. Raises UnobtainableError where a public one has led into a network that is not public."""
        near = self._timed(visit, lambda: is_near(at))
        if near and not visit.near:
            raise _inward(visit.address, at)
        visit.near = near

    def _obey(self, visit: _Visit, address: str) -> None:
        """Wait as long as the host asks for. Raises UnobtainableError where its rules keep robots from the page."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        try:
            if host not in self._rules:
                self._rules[host] = self._read_rules(replace(visit), host)
            rules = self._rules[host]
            allowed = rules.can_fetch(AGENT, address)
        except ValueError:  # rules or an address that Python's parser stumbles over
            raise UnobtainableError(
                f"{address}: {host}/robots.txt cannot be read, expected rules for programs"
            ) from None
        if not allowed:
            raise UnobtainableError(
                f"{address}: {host}/robots.txt keeps programs from it, expected to be saved from a browser"
            )
        self._pause(visit, host, float(rules.crawl_delay(AGENT) or 0))

    def _pause(self, visit: _Visit, host: str, asked: float) -> None:
        """Wait between two requests to a host, which takes nothing from the time for its answer."""
        rest = self._asked.get(host, 0.0) + min(max(LEAST_PAUSE, asked), MOST_PAUSE) - monotonic()
        if host in self._asked and rest > 0:
            sleep(rest)
            visit.until += rest
        self._asked[host] = monotonic()

    def _read_rules(self, visit: _Visit, host: str) -> RobotFileParser:
        """Return the rules of a host, redirections followed: none where it has none, all forbidden where it fails to say (RFC 9309)."""
        rules, at, text = RobotFileParser(), f"{host}/robots.txt", ""
        for _ in range(MOST_HOPS + 1):
            answer = self._ask(visit, at, most=MOST_ROBOTS)
            if answer.location is None:
                text = answer.data.decode("utf-8", "replace")
                break
            at = _followed(visit.address, at, answer.location)
            self._enter(visit, at)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            text = "User-agent: *\nDisallow: /"
        rules.parse(text.splitlines())
        return rules

    def _ask(self, visit: _Visit, at: str, *, most: int, wanted: tuple[str, ...] = ("",)) -> _Answer:
        """Return what a host answers; of what is longer than `most`, so much and one byte."""
        from urllib3.exceptions import HTTPError

        from verify.fetch.public import NearError

        try:
            return self._timed(visit, lambda: _exchanged(self._pool(visit.near), visit, at, most, wanted))
        except NearError:
            raise _inward(visit.address, at) from None
        except (HTTPError, OSError, ValueError) as error:
            raise UnobtainableError(f"{visit.address}: {_said(error)}, expected a host that answers") from None

    def _pool(self, near: bool) -> PoolManager:
        """Return the connections: to where a person has led, or to the public alone."""
        from urllib3 import PoolManager

        from verify.fetch.public import PublicPools

        if near not in self._pools:
            self._pools[near] = PoolManager() if near else PublicPools()
        return self._pools[near]


def _exchanged(pool: PoolManager, visit: _Visit, at: str, most: int, wanted: tuple[str, ...]) -> _Answer:
    from urllib3 import Timeout

    left = Timeout(total=max(visit.until - monotonic(), 0.1))
    sent: Any = {"headers": _HEADERS, "timeout": left, "retries": False, "redirect": False, "preload_content": False}
    answer = pool.request("GET", at, **sent)
    try:
        kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        found = answer.status == HTTPStatus.OK and kind.endswith(wanted)
        location = answer.headers.get("location") if answer.status in _MOVED else None
        data = _read(answer, most) if found else b""
        return _Answer(status=answer.status, kind=kind, location=location or None, data=data)
    finally:
        answer.release_conn()


def _read(answer: BaseHTTPResponse, most: int) -> bytes:
    data = bytearray()
    while len(data) <= most and (part := answer.read(_CHUNK, decode_content=True)):
        data += part
    return bytes(data[: most + 1])


def _sound(address: str, answer: _Answer) -> bytes:
    """Return what a host has sent. Raises UnobtainableError where it is no page, or too long."""
    if answer.status != HTTPStatus.OK:
        reason = _CLOSED.get(answer.status, "the host answers with an error")
        raise UnobtainableError(f"{address}: {reason} ({answer.status})")
    if not answer.kind.endswith(_PAGES):
        raise UnobtainableError(f"{address}: {answer.kind}, expected a web page")
    if len(answer.data) > MOST_BYTES:
        raise UnobtainableError(f"{address}: more than {MOST_BYTES // 1_000_000} MB, expected a page of one article")
    return answer.data


def _followed(address: str, at: str, target: str) -> str:
    try:
        found = checked(joined(at, target))
    except UsageError:
        raise UnobtainableError(f"{address}: redirected to what is no web page, expected one") from None
    if (urlsplit(found).hostname or "").startswith("consent."):
        raise UnobtainableError(
            f"{address}: a page that asks for consent stands before it, expected to be saved from a browser"
        )
    return found


def _inward(address: str, at: str) -> UnobtainableError:
    return UnobtainableError(f"{address}: leads into a network that is not public ({at}), expected a page of the web")


def _said(error: BaseException) -> str:
    """Return what a failure of the network is in a few words."""
    name = type(error).__name__
    known = {
        "NameResolutionError": "no such host",
        "NewConnectionError": "no connection",
        "ConnectTimeoutError": "no answer in time",
        "ReadTimeoutError": "no answer in time",
        "SSLError": "its certificate is not valid",
        "ProtocolError": "the connection was cut",
        "IncompleteRead": "the connection was cut",
    }
    return known.get(name, name)
