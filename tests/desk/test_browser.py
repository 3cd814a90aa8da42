"""The desk in a real browser, as an editor goes through it: Debian's chromium, or the one that VERIFY_CHROMIUM names.

Without playwright or a browser these tests are skipped; with VERIFY_BROWSER=required that is a failure. With VERIFY_AXE, the path of axe-core's
`axe.min.js`, its rules are asked too.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.report.test_browser import CONTRAST, axe_findings, axe_rules, browser
from verify.cli.decisions import read_decisions, record
from verify.review import Entry

__all__ = ["browser"]

FIRST = """---
outlet: The Beacon
published: 2024-05-06
---

Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried 60 passengers.
"""
SECOND = """---
outlet: The Courier
---

Police in Gdansk said seven people were hurt when a tram left the rails on Monday. It opened on Feb. 30, 1998, the city said.
"""
THIRD = """\
Police in Gdansk said four people were hurt when a tram left the rails on Monday. The tram carried 60 passengers, the operator said.
"""
HOSTILE = """---
outlet: <b onclick=alert(1)>Beacon
---

Four <img src=x onerror=alert(1)> people were hurt when a tram left the rails in Gdansk on Monday,
“<script>alert(1)</script> it fell,” said Ann Marsh.
"""
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PATIENCE = 120_000
"""Milliseconds: a machine that runs six suites at once loads the models in some twenty seconds."""
CHECKED = (
    "document.querySelector('#tally').textContent.includes('checked in') && document.querySelector('#progress').hidden"
)
Visit = Callable[..., Any]


class Served:
    """A desk as the command line opens it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.ledger = folder / "review.toml"
        words = [sys.executable, "-m", "verify", "desk", str(folder), "--no-browser", "--who", "Ann"]
        kept = {"VERIFY_CACHE": str(home / "cache"), "VERIFY_CONFIG": str(home / "config")}
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, **kept})
        assert self.process.stdout
        self.address = self.process.stdout.readline().rpartition(" ")[2].strip()

    def fill(self, **articles: str) -> None:
        """Put articles in the place of those that are there, and forget what was decided."""
        for path in self.folder.iterdir():
            if path.is_file() and path.stem not in articles:
                path.unlink()
        for name, text in articles.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def decided(self) -> list[tuple[str, str | None]]:
        return sorted((entry.decision, entry.reason or entry.note) for entry in read_decisions(self.ledger).values())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    pytest.importorskip("uvicorn")
    home = tmp_path_factory.mktemp("desk")
    (home / "tram").mkdir()
    at = Served(home / "tram", home)
    yield at
    at.process.send_signal(signal.SIGINT)
    assert at.process.wait(timeout=30) == 0


@pytest.fixture
def visit(browser: Any, served: Served) -> Iterator[Visit]:
    """Open the desk on some articles; afterwards, what the page complained of or asked of others must be nothing."""
    trouble: list[str] = []
    contexts = []

    def open_desk(articles: dict[str, str] | None = None, *, expected: int | None = None, **options: Any) -> Any:
        articles = {"a": FIRST, "b": SECOND} if articles is None else articles
        if not contexts:  # what an earlier test left must be seen to be gone
            served.fill()
        context = browser.new_context(
            **{"viewport": WIDE, "reduced_motion": "reduce", "accept_downloads": True, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console",
            lambda message: trouble.extend([message.text] * ("the server responded with" not in message.text)),
        )
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request",
            lambda request: trouble.extend(
                [request.url] * (not request.url.startswith((served.address, "blob:", "data:")))
            ),
        )
        page.goto(served.address)
        if len(contexts) == 1:
            page.get_by_role("heading", name="Bring the articles on one event").wait_for()
            served.fill(**articles)
        if articles:
            settled(page, len(articles) if expected is None else expected)
        return page

    yield open_desk
    for context in contexts:
        context.close()
    assert trouble == []


def until(page: Any, expression: str) -> None:
    """Wait for something to be true in the page, whose policy forbids what playwright waits with: to evaluate a string in it."""
    last = monotonic() + PATIENCE / 1000
    while not page.evaluate(expression):
        assert monotonic() < last, expression
        page.wait_for_timeout(50)


def settled(page: Any, articles: int) -> None:
    """Wait until so many articles are compared."""
    until(page, f"document.querySelectorAll('.text[data-letter]').length === {articles} && {CHECKED}")


def pressed(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def decisions(page: Any, served: Served, wanted: list[tuple[str, str | None]]) -> None:
    """Wait until the page shows as many decisions as are wanted, and see that these are what the file has."""
    done = sum(state != "open" for state, _ in wanted)
    until(page, f"document.querySelector('#tally').textContent.includes('{done} of ')")
    page.wait_for_timeout(300)
    assert served.decided() == wanted


def test_an_empty_desk_asks_for_articles_and_a_paste_begins_the_story(visit: Visit, served: Served) -> None:
    page = visit({})
    page.get_by_role("heading", name="Bring the articles on one event").wait_for()
    pressed(page, "p")
    page.keyboard.type(THIRD)
    page.get_by_label("Outlet").first.fill("The Harbour Post")
    page.locator("#add-published").fill("2024-05-07")
    page.get_by_role("button", name="Add this text").click()
    page.get_by_text("added The-Harbour-Post.txt").first.wait_for()
    page.get_by_role("button", name="Done").click()
    settled(page, 1)
    assert "published: 2024-05-07" in (served.folder / "The-Harbour-Post.txt").read_text()
    assert page.get_by_text("One article: add a second one to compare.").is_visible()


def test_files_are_dropped_and_what_is_none_is_told(visit: Visit, served: Served, tmp_path: Path) -> None:
    page = visit({"a": FIRST})
    names = {"../../evil.txt": THIRD, "photo.jpg": "x"}
    page.evaluate(
        """files => {
          const carried = new DataTransfer();
          for (const [name, text] of Object.entries(files)) carried.items.add(new File([text], name));
          for (const kind of ["dragenter", "dragover", "drop"]) dispatchEvent(new DragEvent(kind, { dataTransfer: carried, cancelable: true }));
        }""",
        names,
    )
    page.get_by_text("photo.jpg: an image").first.wait_for()
    settled(page, 2)
    assert (served.folder / "evil.txt").read_text() == THIRD
    assert {path.name for path in served.folder.parent.iterdir()} <= {"tram", "cache", "config"}


def test_keys_alone_decide_and_undo(visit: Visit, served: Served) -> None:
    page = visit()
    until(page, "document.querySelectorAll('#list > li').length === 2")
    pressed(page, "a")
    decisions(page, served, [("accepted", None)])
    pressed(page, "d")
    page.keyboard.type("the city's own joke")
    pressed(page, "Enter")
    decisions(page, served, [("accepted", None), ("dismissed", "the city's own joke")])
    page.get_by_text("All decided.").wait_for()
    pressed(page, "u")
    decisions(page, served, [("accepted", None)])
    pressed(page, "n")
    page.keyboard.type("asked the city")
    pressed(page, "Enter")
    page.get_by_text("– asked the city").wait_for()
    decisions(page, served, [("accepted", None), ("open", "asked the city")])
    pressed(page, "f")
    decisions(page, served, [("accepted", None), ("fixed", "asked the city")])
    pressed(page, "k", "k", "r")
    decisions(page, served, [("fixed", "asked the city"), ("open", None)])


def test_keys_lead_through_the_findings_and_escape_leaves_a_reason(visit: Visit, served: Served) -> None:
    page = visit()
    chosen = "document.querySelector('[aria-expanded=true]').dataset.row"
    first = page.evaluate(chosen)
    pressed(page, "j")
    assert page.evaluate(chosen) != first and page.evaluate("document.activeElement.dataset.row") == page.evaluate(
        chosen
    )
    pressed(page, "j", "k")
    assert page.evaluate(chosen) == first
    pressed(page, "d")
    page.keyboard.type("ad")
    pressed(page, "Escape")
    assert page.locator("#draft").count() == 0 and served.decided() == []
    pressed(page, "?")
    assert page.get_by_role("heading", name="Keys").is_visible()
    pressed(page, "Escape")
    assert page.locator("dialog[open]").count() == 0


def test_every_button_can_be_reached_with_the_tabulator(visit: Visit) -> None:
    page = visit()
    names: set[str] = set()
    for _ in range(60):
        pressed(page, "Tab")
        names.add(
            page.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.textContent || document.activeElement.id).trim()"
            )
        )
    wanted = (
        "Add articles",
        "Accept a",
        "Dismiss d",
        "Fixed f",
        "Note n",
        "show in A",
        "edit in B",
        "no date: set it",
        "Edit The Beacon",
    )
    assert [name for name in wanted if name not in names] == []


def test_an_edit_is_checked_again_and_the_conflict_is_gone(visit: Visit, served: Served) -> None:
    page = visit()
    pressed(page, "a")
    decisions(page, served, [("accepted", None)])
    page.locator(".finding.conflict .row").click()
    page.get_by_role("button", name="edit in B").click()
    words = "(at => at.value.slice(at.selectionStart, at.selectionEnd))(document.activeElement)"
    until(page, f"{words} === 'seven people'")
    page.keyboard.type("four people")
    page.get_by_role("button", name="Save and check again").click()
    until(page, "document.querySelectorAll('#list > .conflict').length === 0")
    assert "said four people were hurt" in (served.folder / "b.txt").read_text()


def test_a_missing_date_is_set(visit: Visit, served: Served) -> None:
    page = visit()
    page.get_by_role("button", name="no date: set it").click()
    page.locator("#edit-published").fill("2024-05-07")
    page.get_by_role("button", name="Save and check again").click()
    until(page, "document.querySelectorAll('.missing').length === 0")
    assert (served.folder / "b.txt").read_text().startswith("---\npublished: 2024-05-07\noutlet: The Courier\n---\n")


def test_an_edit_never_overwrites_what_another_saved(visit: Visit, served: Served) -> None:
    page = visit()
    page.get_by_role("button", name="Edit The Courier").click()
    other = SECOND.replace("seven", "eight")
    (served.folder / "b.txt").write_text(other)
    page.locator("#edit-text").fill("Nothing of it.")
    page.get_by_role("button", name="Save and check again").click()
    page.locator("#edit-problem").get_by_text("somebody else").wait_for()
    assert (served.folder / "b.txt").read_text() == other


def test_two_people_see_each_other_and_lose_nothing(visit: Visit, served: Served) -> None:
    ann = visit()
    bob = visit()
    bob.get_by_label("You").fill("Bob")
    pressed(ann, "a")
    until(bob, "document.querySelector('#tally').textContent.includes('1 of ')")
    bob.locator("#list .row").last.click()
    pressed(bob, "d")
    bob.keyboard.type("known")
    pressed(bob, "Enter")
    decisions(ann, served, [("accepted", None), ("dismissed", "known")])
    assert {entry.who for entry in read_decisions(served.ledger).values()} == {"Ann", "Bob"}


def test_a_decision_of_the_command_line_is_seen_and_not_overwritten(visit: Visit, served: Served) -> None:
    page = visit()
    pressed(page, "a")
    decisions(page, served, [("accepted", None)])
    (key,) = read_decisions(served.ledger)
    other = Entry(
        about="x",
        articles=("a",),
        decision="dismissed",
        reason="both are right",
        who="Cy",
        when="2024-05-08T10:00:00+00:00",
    )
    record(served.ledger, key, other)
    page.locator(".finding.dismissed").wait_for()
    assert served.decided() == [("dismissed", "both are right")]


def test_what_is_being_typed_outlasts_news(visit: Visit, served: Served) -> None:
    page = visit()
    pressed(page, "d")
    page.keyboard.type("both ")
    (served.folder / "c.txt").write_text(THIRD)
    settled(page, 3)
    assert page.locator("#draft").input_value() == "both "
    page.keyboard.type("hold")
    assert page.locator("#draft").input_value() == "both hold"


def test_the_exports_are_saved(visit: Visit) -> None:
    page = visit()
    for name in ("Web page", "JSON", "Table of claims"):
        if page.locator("#menu").get_attribute("open") != "":
            page.get_by_text("Export", exact=True).click()
        with page.expect_download() as saved:
            page.get_by_role("link", name=name, exact=True).click()
        assert saved.value.suggested_filename.startswith("tram.") and Path(saved.value.path()).stat().st_size > 100


def test_the_whole_report_opens_under_a_policy_of_its_own(visit: Visit, served: Served) -> None:
    page = visit()
    page.goto(served.address + "report")
    assert page.get_by_role("heading", name="Cross-check of 2 articles").is_visible()


def test_hostile_text_is_shown_and_does_nothing(visit: Visit) -> None:
    page = visit({"a": HOSTILE, "b": SECOND})
    assert "<script>alert(1)</script>" in page.locator("#columns").text_content()
    assert (
        page.evaluate("document.scripts.length") == 1
        and page.locator("#columns img, #list img, #columns b").count() == 0
    )


def test_a_page_of_another_origin_can_neither_read_nor_write(visit: Visit, served: Served, browser: Any) -> None:
    visit()
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "http://evil.example/",
        lambda route: route.fulfill(body="<!doctype html><title>evil</title>", content_type="text/html"),
    )
    page.goto("http://evil.example/")
    tried = page.evaluate(
        """async address => {
          const said = [];
          for (const [path, options] of [
            ["news", {}], ["sheet", { mode: "no-cors" }],
            ["paste", { method: "POST", mode: "no-cors", body: '{"text": "Evil words."}' }],
            ["paste", { method: "POST", headers: { "content-type": "application/json" }, body: '{"text": "Evil words."}' }],
            ["files?name=evil.txt", { method: "PUT", body: "Evil words." }],
          ]) {
            try {
              const answer = await fetch(address + path, options);
              said.push(answer.type === "opaque" ? "opaque" : (await answer.text()).slice(0, 80));
            } catch (error) {
              said.push("failed");
            }
          }
          return said;
        }""",
        served.address,
    )
    assert set(tried) <= {"failed", "opaque"}
    assert sorted(path.name for path in served.folder.iterdir() if not path.name.startswith(".")) == ["a.txt", "b.txt"]
    framed = "address => { const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame); }"
    page.evaluate(framed, served.address)
    page.wait_for_timeout(500)
    assert all(not frame.locator("#story").count() for frame in page.frames[1:])
    context.close()


def test_a_wrong_token_shows_nothing(served: Served, browser: Any) -> None:
    page = browser.new_page()
    answer = page.goto(served.address[:-2] + "/")
    assert answer.status == 403 and "tram" not in page.content()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_text_stands_out_and_nothing_scrolls_sideways(visit: Visit, scheme: str, size: dict[str, int]) -> None:
    page = visit(color_scheme=scheme, viewport=size)
    page.evaluate("document.querySelectorAll('#rest details').forEach(one => (one.open = true))")
    for view in ("findings", "articles", "tools"):
        page.evaluate("view => (document.body.dataset.view = view)", view)
        found = page.evaluate(CONTRAST)
        assert found["count"] > 10 and found["weak"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_on_a_phone_the_parts_are_one_tap_away(visit: Visit) -> None:
    page = visit(viewport=PHONE)
    assert page.locator("#walk").is_visible() and not page.locator("#texts").is_visible()
    page.get_by_role("button", name="show in B").click()
    assert page.locator("#texts").is_visible() and not page.locator("#walk").is_visible()
    page.get_by_role("button", name="More").click()
    assert page.get_by_role("button", name="Add articles").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str) -> None:
    rules = axe_rules()
    for options, articles in (({}, {}), ({}, None), ({"viewport": PHONE}, None)):
        page = visit(articles, color_scheme=scheme, **options)
        page.evaluate(rules)
        for key in ("", "?", "p", "e"):
            if key:
                pressed(page, key)
                page.wait_for_timeout(300)
            assert axe_findings(page) == []
            pressed(page, "Escape")
