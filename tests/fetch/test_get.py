"""`verify get` against a server on this machine: what is kept of a page, and what is said where there is nothing to keep."""

from __future__ import annotations

import ast
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

import verify
from verify import read_articles
from verify.cli import main
from verify.fetch import public, web

WORDS = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried {} passengers to the harbour."


def page(title: str, count: int = 5) -> str:
    paragraphs = "".join(f"<p>{WORDS.format(60 + n)}</p>" for n in range(count))
    return (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="The Beacon">'
        '<meta property="article:published_time" content="2024-05-06T10:00:00Z"><meta name="author" content="Ann Marsh"></head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


RULES = "User-agent: *\nDisallow: /private/\n"
ODD = [
    "http://[bad/",
    "http://[::1",
    "file:///etc/passwd",
    "http://127.0.0.1:99999/",
    "javascript:1",
    "http://u:p@a.example/x",
    "//[",
    "http://%5B/",
]


class Host(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str]]] = []
    rules: ClassVar[str] = RULES
    elsewhere: ClassVar[str] = ""

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["user-agent"]))
        route = self.path.partition("?")[0]
        if route == "/robots.txt":
            status, location = (302, self.elsewhere) if self.elsewhere else (200, "")
            return self.answer(self.rules, kind="text/plain", status=status, location=location)
        if route == "/to-odd":
            return self.answer("", status=302, location=ODD[int(self.path[-1])])
        if route == "/to-tram":
            return self.answer("", status=302, location="/tram")
        if route == "/loop":
            return self.answer("", status=302, location="/loop")
        if route == "/to-file":
            return self.answer("", status=302, location="file:///etc/passwd")
        if route == "/to-consent":
            return self.answer("", status=302, location="http://consent.a.example/?back=x")
        if route == "/feed":
            own = f"http://127.0.0.1:{self.server.server_port}"
            found = {
                "": [f"{own}/1-tram-story", f"{own}/2-tram-story"],
                "odd": [*ODD, f"{own}/1-tram-story"],
            }[self.path.partition("?")[2]]
            links = "".join(f"<item><link>{link}</link></item>" for link in found)
            return self.answer(
                f'<?xml version="1.0"?><rss version="2.0"><channel>{links}</channel></rss>', kind="application/rss+xml"
            )
        if route == "/picture":
            return self.answer("x", kind="image/png")
        if route == "/endless":
            return self.endless()
        if route == "/slow":
            time.sleep(3)
        if route == "/empty":
            return self.answer("<html><body><script>load()</script></body></html>")
        status = {"/login": 401, "/paid": 402, "/closed": 403, "/gone": 404, "/broken": 500}.get(route, 200)
        return self.answer(page(f"Tram leaves the rails {route[1:2]}"), status=status)

    def answer(
        self, text: str, *, status: int = 200, kind: str = "text/html; charset=utf-8", location: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        if location:
            self.send_header("location", location)
        self.send_header("content-length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"<p>words " * 10_000)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader who went away: Python 3.11 parses the lines of a traceback in this thread, and
        a test that parses at that moment in its own fails ("AST constructor recursion depth mismatch")."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(web, "LEAST_PAUSE", 0.0)
    Host.asked, Host.rules, Host.elsewhere = [], RULES, ""
    server = Server(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_kept_as_it_came_and_its_article_as_text(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["get", f"{host}/tram?from=home#top", "--into", str(tmp_path / "story")]) == 0
    said = capsys.readouterr()
    assert said.out.split() == [str(tmp_path / "story" / "tram.txt"), f"{host}/tram?from=home"] and said.err == ""
    assert (tmp_path / "story" / ".originals" / "tram.html").read_text() == page("Tram leaves the rails t")
    (article,) = read_articles([tmp_path / "story"])
    assert (article.title, article.outlet, str(article.published)) == (
        "Tram leaves the rails t",
        "The Beacon",
        "2024-05-06",
    )
    front = article.text.partition("\n---\n")[0]
    assert f"url: {host}/tram?from=home" in front and "author: Ann Marsh" in front and "fetched: " in front
    assert {agent for _, agent in Host.asked} == {"verify"} and [path for path, _ in Host.asked] == [
        "/robots.txt",
        "/tram?from=home",
    ]


def test_pages_of_one_name_stand_side_by_side_and_a_redirection_is_followed(host: str, tmp_path: Path) -> None:
    assert main(["get", f"{host}/to-tram", f"{host}/tram", f"{host}/tram", "--into", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["tram-2.txt", "tram.txt"]
    assert [path for path, _ in Host.asked].count("/robots.txt") == 1


def test_a_feed_is_its_articles(host: str, tmp_path: Path) -> None:
    assert main(["get", f"{host}/feed", "--into", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["1-tram-story.txt", "2-tram-story.txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/private/tram", "robots.txt keeps programs from it"),
        ("/login", "it asks for a login (401)"),
        ("/paid", "it is to be paid for (402)"),
        ("/closed", "it is refused to programs (403)"),
        ("/gone", "it is not there (404)"),
        ("/broken", "the host answers with an error (500)"),
        ("/picture", "image/png, expected a web page"),
        ("/empty", "a web page without an article on it"),
        ("/loop", "more than 5 redirections"),
        ("/to-file", "redirected to what is no web page"),
        ("/to-consent", "a page that asks for consent"),
        ("/endless", "more than 5 MB"),
    ],
)
def test_what_cannot_be_had_is_a_line(
    host: str, tmp_path: Path, path: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["get", host + path, "--into", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and f"verify: {host}{path}: " in said.err and reason in said.err
    assert not list(tmp_path.glob("*.txt"))


def test_the_rest_is_fetched_all_the_same(host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["get", f"{host}/gone", f"{host}/tram", "--into", str(tmp_path)]) == 0
    assert "not there" in capsys.readouterr().err and (tmp_path / "tram.txt").is_file()


def test_a_host_that_is_slow_or_not_there_is_a_line(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = time.monotonic()
    assert main(["get", f"{host}/slow", "http://127.0.0.1:9/x", "--timeout", "1", "--into", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "no answer in time" in said and "no connection" in said and time.monotonic() - begun < 10


def test_a_public_page_cannot_lead_into_ones_own_network(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "is_near", lambda address: address.endswith("/tram"))
    monkeypatch.setattr(public, "is_public", lambda _: True)
    with pytest.raises(web.UnobtainableError, match="not public"):
        web.Web(timeout=5).page(f"{host}/to-tram")
    assert [path for path, _ in Host.asked] == ["/robots.txt", "/to-tram"]


def test_a_public_feed_cannot_name_a_page_of_ones_own_network(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "is_near", lambda address: "feed.example" not in address)
    with pytest.raises(web.UnobtainableError, match="not public"):
        web.Web(timeout=5).page(f"{host}/tram", of="http://feed.example/feed")
    assert Host.asked == []


@pytest.mark.parametrize("number", range(len(ODD)))
def test_a_redirection_that_leads_nowhere_is_a_line(
    host: str, tmp_path: Path, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["get", f"{host}/to-odd?{number}", f"{host}/tram", "--into", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.err.count("\n") == 1 and f"verify: {host}/to-odd?{number}: " in said.err and "tram.txt" in said.out


def test_links_of_a_feed_that_lead_nowhere_are_a_line_each(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["get", f"{host}/feed?odd", f"{host}/tram", "--into", str(tmp_path)]) == 0
    assert len(capsys.readouterr().err.splitlines()) == len(ODD)
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["1-tram-story.txt", "tram.txt"]


@pytest.mark.parametrize("rules", ["Disallow: //[", "Crawl-delay: ²", "Crawl-delay: " + "9" * 5_000])
def test_rules_that_cannot_be_read_are_a_line(
    host: str, tmp_path: Path, rules: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Host.rules = f"User-agent: *\n{rules}\n"
    assert main(["get", f"{host}/tram", "--into", str(tmp_path)]) == 2
    assert "robots.txt cannot be read" in capsys.readouterr().err


def test_rules_cannot_lead_into_ones_own_network(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "is_near", lambda address: address.endswith("/admin"))
    monkeypatch.setattr(public, "is_public", lambda _: True)
    Host.elsewhere = "/admin"
    with pytest.raises(web.UnobtainableError, match="not public"):
        web.Web(timeout=5).page(f"{host}/tram")
    assert [path for path, _ in Host.asked] == ["/robots.txt"]


def test_rules_that_lie_elsewhere_are_heeded(host: str) -> None:
    Host.elsewhere = "/rules"
    with pytest.raises(web.UnobtainableError, match="network that is not public"):
        web.Web(timeout=5).page(f"{host}/tram", of="http://8.8.8.8/feed")
    assert web.Web(timeout=5).page(f"{host}/tram").data
    assert [path for path, _ in Host.asked] == ["/robots.txt", "/rules", "/tram"]


def test_a_name_that_leads_elsewhere_the_second_time_leads_nowhere(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a stranger's is looked up once to ask whether it is near, and once more to connect (DNS rebinding)."""
    monkeypatch.setattr(web, "is_near", lambda _: False)
    with pytest.raises(web.UnobtainableError, match="not public"):
        web.Web(timeout=5).page(f"{host}/tram")
    assert Host.asked == []


def test_what_a_near_page_leads_to_in_public_leads_back_to_none(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    near = {f"{host}/to-tram": True, f"{host}/tram": False, f"{host}/rules": True}
    monkeypatch.setattr(web, "is_near", near.__getitem__)
    monkeypatch.setattr(public, "is_public", lambda _: True)
    at = web.Web(timeout=5)
    assert at.page(f"{host}/to-tram").address == f"{host}/tram"
    at._rules, Host.elsewhere = {}, "/rules"
    with pytest.raises(web.UnobtainableError, match="not public"):
        at.page(f"{host}/tram")


class Dripping(BaseHTTPRequestHandler):
    """A host that sends a byte now and then, and never all of it."""

    what: ClassVar[str] = ""

    def do_GET(self) -> None:
        rules = self.path == "/robots.txt"
        if rules != (self.what == "rules"):
            self.send_error(404)
            return
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\n" + (b"" if self.what == "headers" else b"content-type: text/html\r\n\r\n")
        )
        try:
            while True:
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize("what", ["rules", "headers", "body"])
def test_a_host_that_drips_takes_no_more_than_the_time(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LEAST_PAUSE", 0.0)
    monkeypatch.setattr(Dripping, "what", what)
    server = Server(("127.0.0.1", 0), Dripping)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    begun, address = time.monotonic(), f"http://127.0.0.1:{server.server_port}/tram"
    assert main(["get", address, "--timeout", "1", "--into", str(tmp_path)]) == 2
    took, err = time.monotonic() - begun, capsys.readouterr().err
    server.shutdown()
    assert took < 5 and err.count("\n") == 1 and f"verify: {address}: no answer in time" in err, (took, err)


def test_a_name_that_nobody_answers_for_takes_no_more_than_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "is_near", lambda _: time.sleep(8))
    begun = time.monotonic()
    with pytest.raises(web.UnobtainableError, match="no answer in time"):
        web.Web(timeout=0.5).page("http://a.example/tram")
    assert time.monotonic() - begun < 5


def test_a_pause_that_a_host_asks_for_takes_nothing_from_its_time(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LEAST_PAUSE", 1.2)
    at = web.Web(timeout=1)
    assert at.page(f"{host}/tram").data and at.page(f"{host}/train").data


def test_nothing_else_of_the_program_can_fetch() -> None:
    package = Path(verify.__file__).parent
    reaching = {"urllib3", "urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            own = path.parent.name == "fetch"
            assert own or not set(names) & reaching, path
            assert own or path.name == "get.py" or not any(name.startswith("verify.fetch") for name in names), path
