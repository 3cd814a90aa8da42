"""Who may ask the server: the page that has the token, and no page of another origin."""

from __future__ import annotations

from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""For the page of the desk: its own script and style, nothing of anybody else, and no string taken for markup."""
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """Refuse what does not come from the page: a wrong token, another name for this machine, another origin.

    What went wrong inside has been answered there, and goes on to the server, which shows where it arose, for `debug` alone.
    """

    def __init__(self, app: ASGIApp, *, token: str, port: int, debug: bool = False) -> None:
        self._app = app
        self._debug = debug
        self._prefix = f"/{token}/"
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on without its token, or answer that it is refused; every answer has the headers of caution."""
        if scope["type"] != "http":
            return

        async def cautious(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {"content-security-policy": POLICY, **ALWAYS}.items():
                    headers.setdefault(name, value)
            await send(message)

        if problem := self._problem(scope):
            await PlainTextResponse(f"{problem}\n", status_code=403)(scope, receive, cautious)
            return
        path = scope["path"][len(self._prefix) - 1 :]
        try:
            await self._app({**scope, "path": path, "raw_path": path.encode()}, receive, cautious)
        except Exception:
            if self._debug:
                raise

    def _problem(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        start = scope["path"][: len(self._prefix)]
        if headers.get("host") not in self._hosts:
            return "another name for this machine, expected 127.0.0.1"
        if not compare_digest(start.encode("utf-8", "replace"), self._prefix.encode()):
            return "no desk here, expected the address that `verify desk` has shown"
        if scope["method"] in ("GET", "HEAD"):
            return None
        if headers.get("origin", next(iter(self._origins))) not in self._origins:
            return "another origin, expected the page of the desk"
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "another site, expected the page of the desk"
        return None
