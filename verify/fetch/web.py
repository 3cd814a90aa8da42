"""One page from the web: by its rules for robots, within a time and a size, and what is wrong where it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from verify.errors import UsageError, VerifyError
from verify.fetch.addresses import checked, is_near

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

AGENT = "verify"
MOST_BYTES = 5_000_000
"""Of a page, as many as are read of a saved one."""
MOST_ROBOTS = 500_000
"""Bytes of a robots.txt, as RFC 9309 asks."""
MOST_HOPS = 5
LEAST_PAUSE, MOST_PAUSE = 1.0, 10.0
"""Seconds between two requests to one host: what its rules ask for, within these."""
_CHUNK = 65_536
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


@dataclass(slots=True, kw_only=True)
class Web:
    """The web for one command: connections, the rules of each host, and when each was asked last."""

    timeout: float
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _pool: PoolManager | None = None

    def page(self, address: str, *, of: str | None = None) -> Page:
        """Return a page, redirections followed; `of` is the page that named the address, where no person did.

        Raises UnobtainableError, and UsageError for what is no address.
        """
        at, inside = checked(address), is_near(checked(of or address))
        until = monotonic() + self.timeout
        for _ in range(MOST_HOPS + 1):
            if not inside and is_near(at):
                raise UnobtainableError(
                    f"{address}: leads into a network that is not public ({at}), expected a page of the web"
                )
            self._obey(at, until)
            answer = self._ask(at, until)
            try:
                if answer.status in (301, 302, 303, 307, 308) and (target := answer.headers.get("location")):
                    at = self._followed(address, at, target)
                    continue
                return Page(address=at, data=self._sound(at, answer, until))
            finally:
                answer.release_conn()
        raise UnobtainableError(f"{address}: more than {MOST_HOPS} redirections, expected a page")

    def _followed(self, address: str, at: str, target: str) -> str:
        try:
            found = checked(urljoin(at, target))
        except UsageError:
            raise UnobtainableError(f"{address}: redirected to what is no web page, expected one") from None
        if (urlsplit(found).hostname or "").startswith("consent."):
            raise UnobtainableError(
                f"{address}: a page that asks for consent stands before it, expected to be saved from a browser"
            )
        return found

    def _obey(self, address: str, until: float) -> None:
        """Wait as long as the host asks for. Raises UnobtainableError where its rules keep robots from the page."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read_rules(host, until)
        rules = self._rules[host]
        if not rules.can_fetch(AGENT, address):
            raise UnobtainableError(
                f"{address}: {host}/robots.txt keeps programs from it, expected to be saved from a browser"
            )
        asked = float(rules.crawl_delay(AGENT) or 0)
        rest = self._asked.get(host, 0.0) + min(max(LEAST_PAUSE, asked), MOST_PAUSE) - monotonic()
        if host in self._asked and rest > 0:
            sleep(rest)
        self._asked[host] = monotonic()

    def _read_rules(self, host: str, until: float) -> RobotFileParser:
        """Return the rules of a host: none where it has none, all forbidden where it fails to say (RFC 9309)."""
        rules = RobotFileParser()
        try:
            answer = self._ask(f"{host}/robots.txt", until, hops=MOST_HOPS)
            try:
                text = answer.read(MOST_ROBOTS).decode("utf-8", "replace") if answer.status == HTTPStatus.OK else ""
            finally:
                answer.release_conn()
        except UnobtainableError as error:
            raise UnobtainableError(str(error).replace("/robots.txt", "")) from None
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            text = "User-agent: *\nDisallow: /"
        rules.parse(text.splitlines())
        return rules

    def _ask(self, address: str, until: float, hops: int = 0) -> BaseHTTPResponse:
        from urllib3 import PoolManager, Retry, Timeout
        from urllib3.exceptions import HTTPError, MaxRetryError

        if self._pool is None:
            self._pool = PoolManager(
                headers={"user-agent": AGENT, "accept": "text/html,application/xhtml+xml,application/xml;q=0.9"}
            )
        left = max(until - monotonic(), 0.1)
        retries: Any = Retry(total=hops, connect=0, read=0, redirect=hops, raise_on_redirect=False)
        try:
            return self._pool.request(
                "GET", address, timeout=Timeout(total=left), retries=retries, redirect=hops > 0, preload_content=False
            )
        except (HTTPError, OSError, ValueError) as error:
            cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
            raise UnobtainableError(f"{address}: {_said(cause)}, expected a host that answers") from None

    def _sound(self, address: str, answer: BaseHTTPResponse, until: float) -> bytes:
        """Return what a host sends. Raises UnobtainableError where it is no page, too long, or too late."""
        if answer.status != HTTPStatus.OK:
            reason = _CLOSED.get(answer.status, "the host answers with an error")
            raise UnobtainableError(f"{address}: {reason} ({answer.status})")
        kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if not kind.endswith(("html", "xml")):
            raise UnobtainableError(f"{address}: {kind}, expected a web page")
        return self._read(address, answer, until)

    def _read(self, address: str, answer: BaseHTTPResponse, until: float) -> bytes:
        from urllib3.exceptions import HTTPError

        data = bytearray()
        try:
            while part := answer.read(_CHUNK, decode_content=True):
                data += part
                if len(data) > MOST_BYTES:
                    raise UnobtainableError(
                        f"{address}: more than {MOST_BYTES // 1_000_000} MB, expected a page of one article"
                    )
                if monotonic() > until:
                    raise UnobtainableError(
                        f"{address}: not all of it came in {self.timeout:g} s, expected --timeout of more"
                    )
        except (HTTPError, OSError) as error:
            raise UnobtainableError(f"{address}: broken off ({_said(error)}), expected all of it") from None
        return bytes(data)


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
