"""Decisions and edits at the desk: in the file that the command line writes, and nothing of anybody lost."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from tests.report.stories import ferry
from verify import Options, cross_check, read_articles
from verify.cli.decisions import read_decisions
from verify.desk.checker import Read, messages, sizes
from verify.desk.session import ChangedError
from verify.review import findings

from .calling import call, session

FIRST = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said.\n"
SECOND = "Police in Gdansk said seven people were hurt when a tram left the rails on Monday.\n"


def decided(path: Path) -> dict[str, str]:
    return {key: entry.decision for key, entry in read_decisions(path / "review.toml").items()}


def test_each_decision_is_in_the_file_at_once(tmp_path: Path) -> None:
    at = session(tmp_path, ferry())
    keys = [finding.key for finding in findings(ferry())]
    for key, state in zip(keys, ("accepted", "dismissed", "fixed", "open"), strict=True):
        said = {
            "key": key,
            "seen": "",
            "state": state,
            "reason": "checked" if state == "dismissed" else "",
            "note": "a note",
            "who": "Ann",
        }
        answer = call(at, "POST", "/decide", body=said)
        assert answer.status == 200 and answer.said["entries"][key]["decision"] == state
        assert decided(tmp_path)[key] == state
    entry = read_decisions(tmp_path / "review.toml")[keys[1]]
    assert (entry.reason, entry.note, entry.who) == ("checked", "a note", "Ann")


@pytest.mark.parametrize(
    "said",
    [
        {"state": "dismissed", "reason": " "},
        {"state": "won"},
        {"state": "accepted", "key": "flag-0123456789"},
        {"state": "accepted", "key": "../x"},
        {"state": 1},
        {"state": "accepted", "note": ["x"]},
    ],
)
def test_what_is_no_decision_is_refused(tmp_path: Path, said: dict[str, object]) -> None:
    key = findings(ferry())[0].key
    answer = call(session(tmp_path, ferry()), "POST", "/decide", body={"key": key, "seen": "", "who": "Ann", **said})
    assert answer.status == 422 and "expected" in answer.said["problem"]
    assert not (tmp_path / "review.toml").exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"1" * 5000, b"[" * 100_000, b'{"a": "\\ud800"}'])
def test_what_is_no_request_is_refused(tmp_path: Path, body: bytes) -> None:
    answer = call(session(tmp_path, ferry()), "POST", "/decide", body=body, content_type="application/json")
    assert answer.status in (400, 422)


def test_a_decision_on_what_another_decided_meanwhile_is_refused_and_says_how(tmp_path: Path) -> None:
    ann, bob = session(tmp_path, ferry()), session(tmp_path, ferry())
    key = findings(ferry())[0].key
    ann.decide(key, seen="", state="dismissed", reason="both are right", note="", who="Ann")
    said = {"key": key, "seen": "", "state": "accepted", "who": "Bob"}
    answer = call(bob, "POST", "/decide", body=said)
    assert answer.status == 409 and "dismissed (both are right) by Ann" in answer.said["problem"]
    seen = bob.status()["entries"][key]["version"]
    assert call(bob, "POST", "/decide", body={**said, "seen": seen}).status == 200
    assert decided(tmp_path) == {key: "accepted"}


def test_two_desks_that_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    found = [finding.key for finding in findings(ferry())]
    desks = [session(tmp_path, ferry()) for _ in range(2)]
    lost: list[Exception] = []

    def work(which: int) -> None:
        try:
            for turn in range(10):
                for key in found[which::2]:
                    seen = desks[which].status()["entries"].get(key, {}).get("version", "")
                    desks[which].decide(
                        key, seen=seen, state="accepted", reason="", note=f"{which}-{turn}", who="AB"[which]
                    )
        except Exception as error:
            lost.append(error)

    threads = [Thread(target=work, args=(which,)) for which in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lost == []
    entries = read_decisions(tmp_path / "review.toml")
    assert {key: entry.note for key, entry in entries.items()} == {key: f"{i % 2}-9" for i, key in enumerate(found)}


def test_undo_puts_back_what_was_there(tmp_path: Path) -> None:
    at = session(tmp_path, ferry())
    key = findings(ferry())[0].key
    at.decide(key, seen="", state="open", reason="", note="ask the port", who="Ann")
    before = call(at, "GET", "/news", query="since=0").said["entries"][key]
    after = call(
        at, "POST", "/decide", body={"key": key, "seen": before["version"], "state": "accepted", "who": "Ann"}
    ).said["entries"][key]
    undone = call(at, "POST", "/undo", body={"key": key, "seen": after["version"], "before": before})
    assert undone.said["entries"][key] == before
    assert call(at, "POST", "/undo", body={"key": key, "seen": before["version"], "before": None}).said["entries"] == {}
    assert call(at, "POST", "/undo", body={"key": key, "seen": "", "before": None}).status == 422


def test_a_broken_file_of_decisions_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "review.toml").write_text("x = [")
    at = session(tmp_path, ferry())
    at.reread()
    assert "review.toml" in at.status()["trouble"]
    answer = call(
        at, "POST", "/decide", body={"key": findings(ferry())[0].key, "seen": "", "state": "accepted", "who": "Ann"}
    )
    assert answer.status == 422 and (tmp_path / "review.toml").read_text() == "x = ["


def test_an_edit_of_a_text_that_another_changed_is_refused(tmp_path: Path) -> None:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text)
    at = session(tmp_path, cross_check(read_articles([tmp_path])))
    text = call(at, "GET", "/text", query="id=b").said
    assert text["text"] == SECOND
    at.edit("b", seen=text["version"], text=SECOND.replace("seven", "four"), known={"published": "2024-05-06"})
    assert (tmp_path / "b.txt").read_text() == "---\npublished: 2024-05-06\n---\n\n" + SECOND.replace("seven", "four")
    with pytest.raises(ChangedError, match="somebody else"):
        at.edit("b", seen=text["version"], text=SECOND, known={})
    answer = call(at, "POST", "/edit", body={"id": "../b", "version": "", "text": "x"})
    assert answer.status == 422 and "no such article" in answer.said["problem"]


@pytest.mark.parametrize("name", ["json", "html", "csv", "sarif", "claimreview", "svg"])
def test_every_format_is_saved_and_shown_nowhere(tmp_path: Path, name: str) -> None:
    answer = call(session(tmp_path, ferry()), "GET", f"/export/{name}")
    assert answer.status == 200 and answer.body
    assert (
        answer.headers["content-disposition"].startswith("attachment")
        and answer.headers["content-type"] == "application/octet-stream"
    )


def test_there_is_nothing_to_export_before_there_is_a_report(tmp_path: Path) -> None:
    assert call(session(tmp_path), "GET", "/export/json").status == 422
    assert call(session(tmp_path), "GET", "/report").status == 404


def test_the_sheet_has_each_finding_with_its_quotations(tmp_path: Path) -> None:
    sheet = call(session(tmp_path, ferry()), "GET", "/sheet").said
    assert [finding["key"] for finding in sheet["findings"]] == [finding.key for finding in findings(ferry())]
    conflict = sheet["findings"][0]
    assert conflict["look"] == "conflict" and {said["letter"] for said in conflict["statements"]} == {"A", "B"}
    anchors = {
        piece[1]
        for article in sheet["articles"]
        for line in article["lines"]
        for piece in line["pieces"]
        if len(piece) > 1
    }
    assert {said["anchor"] for finding in sheet["findings"] for said in finding["statements"]} <= anchors


def test_nothing_to_read_is_no_error_of_the_programs_own() -> None:

    (only,) = messages(Path("/nonexistent"), Options(), None, grow=True)
    assert isinstance(only, Read) and only.story is None
    assert [list(sizes(n, grow=True)) for n in (1, 2, 3, 10)] == [[1], [2], [2, 3], [2, 4, 8, 10]]
    assert list(sizes(10, grow=False)) == [10]
