"""Nobody but the page gets an answer: not without the token, under another name, or from another origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calling import PORT, TOKEN, call, session

PASTE = {"text": "Four people were hurt when a tram left the rails in Gdansk."}


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "..", "%2e%2e", "\udcff"])
def test_a_wrong_token_gets_nothing(tmp_path: Path, token: str) -> None:
    for method, path in (("GET", "/"), ("GET", "/news"), ("GET", "/sheet"), ("POST", "/paste"), ("PUT", "/files")):
        answer = call(session(tmp_path), method, path, token=token, body=PASTE) if token != "\udcff" else None
        assert answer is None or answer.status == 403
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        f"127.0.0.1:{PORT + 1}",
        f"127.0.0.1.evil.example:{PORT}",
        "",
    ],
)
def test_another_name_for_this_machine_gets_nothing(tmp_path: Path, host: str) -> None:
    """A name of a stranger's that leads here (DNS rebinding) comes with that name."""
    answer = call(session(tmp_path), "GET", "/news", host=host)
    assert answer.status == 403 and b"story" not in answer.body


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_another_origin_changes_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/paste"), ("POST", "/decide"), ("PUT", "/files")):
        assert call(session(tmp_path), method, path, body=PASTE, **headers).status == 403
    assert list(tmp_path.iterdir()) == []


def test_a_form_of_another_page_says_no_json(tmp_path: Path) -> None:
    answer = call(session(tmp_path), "POST", "/paste", body=b'{"text": "Words."}', content_type="text/plain")
    assert answer.status == 400 and list(tmp_path.iterdir()) == []


def test_the_page_itself_is_served_under_a_policy_that_lets_nothing_else_in(tmp_path: Path) -> None:
    for path in ("/", "/desk.js", "/desk.css", "/shared.css", "/news", "/nothing"):
        headers = call(session(tmp_path), "GET", path, query="since=0").headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert headers["referrer-policy"] == "no-referrer" and headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert not {"access-control-allow-origin", "set-cookie"} & set(headers)


def test_the_page_names_no_other_place(tmp_path: Path) -> None:
    for path in ("/", "/desk.js", "/desk.css", "/shared.css"):
        assert b"//" not in call(session(tmp_path), "GET", path).body.replace(b"// ", b"")


@pytest.mark.parametrize("path", ["/desk.py", "/../app.py", "/page/desk.js", "/export/nothing", "/export/../news"])
def test_no_other_file_is_served(tmp_path: Path, path: str) -> None:
    assert call(session(tmp_path), "GET", path).status == 404
