"""The HTML report in a real browser: Debian's chromium, or the one that VERIFY_CHROMIUM names.

Without playwright or a browser these tests are skipped; with VERIFY_BROWSER=required, as in `.ci/run`, that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from verify.model import Report
from verify.report.html import render

from .stories import LONG_NAME, alone, crowd, ferry, hostile

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").partition("\n")[2].rstrip(";\n")
NAMES = ("chromium", "chromium-browser", "google-chrome")
CONFLICT = ferry().facts[0].id
WIDE = {"width": 1440, "height": 900}
Open = Callable[..., Any]


def missing(what: str) -> NoReturn:
    if os.environ.get("VERIFY_BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


def axe_rules() -> str:
    """Return the script of axe-core, which VERIFY_AXE names; without it the test is skipped: a browser can be asked for, npm cannot."""
    program = os.environ.get("VERIFY_AXE")
    if program is None:
        pytest.skip("axe is not named, expected VERIFY_AXE=path/to/axe.min.js (npm pack axe-core)")
    return Path(program).read_text(encoding="utf-8")


def axe_findings(page: Any) -> list[str]:
    """Return what axe finds on a page in which its rules were run."""
    return list(
        page.evaluate(
            "axe.run(document).then(found => found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))"
        )
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = os.environ.get("VERIFY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        missing("no chromium found, expected one on the PATH (apt-get install chromium) or in VERIFY_CHROMIUM")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed, expected pip install '.[browser]'")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a report; afterwards, what the page complained of, asked for or tried to show must be nothing."""
    trouble: list[str] = []
    contexts = []

    def open_page(report: Report, **options: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_text(render(report, name="story"), encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message) or dialog.dismiss())
        page.on("request", lambda request: trouble.extend([request.url] * (request.url != file.as_uri())))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def in_view(page: Any, selector: str) -> bool:
    """Whether the words can be seen: within the window and within the column that scrolls."""
    return bool(
        page.evaluate(
            """selector => {
              const box = document.querySelector(selector).getClientRects()[0];
              const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return Boolean(at && at.closest(selector));
            }""",
            selector,
        )
    )


def shown(page: Any, selector: str) -> int:
    return sum(element.is_visible() for element in page.locator(selector).all())


@pytest.mark.parametrize("story", [alone, crowd, ferry, hostile])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_and_nothing_is_amiss(visit: Open, story: Callable[[], Report], scheme: str) -> None:
    page = visit(story(), color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    found = page.evaluate(CONTRAST)
    assert found["count"] > 20 and found["weak"] == []


@pytest.mark.parametrize("story", [crowd, ferry, hostile])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, story: Callable[[], Report], scheme: str) -> None:
    rules = axe_rules()
    for size in (WIDE, {"width": 390, "height": 844}):
        page = visit(story(), color_scheme=scheme, viewport=size)
        page.evaluate(rules)
        assert axe_findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chosen_words_stand_out_too(visit: Open, scheme: str) -> None:
    page = visit(ferry(), color_scheme=scheme)
    for fact in ferry().facts:
        page.evaluate("id => { location.hash = id }", fact.id)
        assert page.evaluate(CONTRAST)["weak"] == []


def test_the_schemes_differ(visit: Open) -> None:
    colours = [
        visit(ferry(), color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours[0] != colours[1]


@pytest.mark.parametrize("script", [True, False])
def test_keys_lead_from_a_fact_to_its_quotation_and_back(visit: Open, script: bool) -> None:
    page = visit(ferry(), java_script_enabled=script)
    page.locator(f"#{CONFLICT} h4 a").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    mark = focused(page)
    assert mark.startswith("A-") and page.locator(f"#{mark}").inner_text().startswith("Nine passengers")
    assert in_view(page, f"#{mark}")
    page.keyboard.press("Enter")
    assert focused(page) == CONFLICT
    assert in_view(page, f"#{CONFLICT} h4")


def test_the_matrix_leads_to_the_fact_and_to_the_words(visit: Open) -> None:
    page = visit(ferry())
    page.locator("tr.conflict th a").click()
    assert focused(page) == CONFLICT
    page.locator("tr.conflict td a").last.click()
    assert page.locator(f"#{focused(page)}").inner_text().startswith("Eleven passengers")


def test_a_chosen_fact_turns_every_article_to_its_words(visit: Open) -> None:
    page = visit(ferry(), viewport={"width": 1440, "height": 420})
    page.locator(f"#{CONFLICT} h4 a").click()
    marks = page.locator(".claim.active")
    marks.first.wait_for()
    assert marks.count() == 3
    assert in_view(page, f"#{marks.first.get_attribute('id')}") and in_view(page, f"#{marks.last.get_attribute('id')}")
    assert [shown(page, f"#article-{letter}") for letter in "ABC"] == [1, 1, 0]
    page.get_by_label("Only articles of the chosen fact").uncheck()
    assert shown(page, "#article-C") == 1


@pytest.mark.parametrize("script", [True, False])
def test_filters_by_verdict_kind_and_source(visit: Open, script: bool) -> None:
    page = visit(ferry(), java_script_enabled=script)
    everything = shown(page, ".finding")
    assert everything == 6
    page.get_by_role("checkbox", name="✗ conflict").press("Space")
    assert (shown(page, ".finding"), shown(page, ".finding.conflict"), shown(page, "tr.conflict")) == (5, 0, 0)
    page.get_by_role("radio", name="quote").check()
    assert (shown(page, ".finding"), shown(page, ".row")) == (1, 1)
    page.get_by_role("button", name="Show all").click()
    assert shown(page, ".finding") == everything
    page.get_by_role("radio", name=f"C {LONG_NAME[:10]}").check()
    assert shown(page, ".finding") == shown(page, ".finding.of-C") == 2


def test_filters_take_the_colour_from_the_articles(visit: Open) -> None:
    page = visit(ferry())
    background = "getComputedStyle(document.querySelector('.line .claim.conflict')).backgroundColor"
    before = page.evaluate(background)
    page.get_by_role("checkbox", name="✗ conflict").uncheck()
    assert page.evaluate(background) == "rgba(0, 0, 0, 0)" != before


def test_what_is_left_is_counted_and_a_hidden_fact_comes_back_when_chosen(visit: Open) -> None:
    page = visit(ferry())
    page.get_by_role("checkbox", name="✗ conflict").uncheck()
    assert page.locator("#shown").inner_text() == "10 of 11 findings shown"
    page.get_by_role("radio", name="quote").check()
    assert shown(page, ".group > h3") == 1
    page.get_by_role("radio", name="all").last.check()
    page.locator(".line .claim.conflict").first.click()
    page.locator(f"#{CONFLICT}").wait_for(state="visible")
    assert page.locator("#shown").inner_text() == ""


def test_a_folded_fact_unfolds_when_its_words_are_chosen(visit: Open) -> None:
    page = visit(ferry())
    assert shown(page, ".finding.single-source") == 0
    page.locator(".line .claim.single-source").first.click()
    page.locator(".finding.single-source").first.wait_for(state="visible")
    assert shown(page, ".finding.single-source") == 4


@pytest.mark.parametrize("story", [alone, crowd, ferry, hostile])
def test_the_page_never_scrolls_sideways(visit: Open, story: Callable[[], Report]) -> None:
    page = visit(story())
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    for width in (320, 390, 768, 1440, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_twelve_articles_stand_side_by_side_in_columns_wide_enough_to_read(visit: Open) -> None:
    page = visit(crowd())
    boxes = [column.bounding_box() for column in page.locator(".text").all()]
    assert len(boxes) == 12 and len({box["y"] for box in boxes}) == 1
    assert min(box["width"] for box in boxes) >= 300
    page.locator("#article-L-label").scroll_into_view_if_needed()
    assert in_view(page, "#article-L-label")


def test_landmarks_and_labels(visit: Open) -> None:
    page = visit(ferry())
    for role in ("banner", "navigation", "main", "contentinfo", "form"):
        assert page.get_by_role(role).count() == 1, role
    for name in ("Sources 3", "Facts by sources 6", "Findings", "Articles", "Not checked 8"):
        assert page.get_by_role("heading", name=name, level=2, exact=True).count() == 1, name
    assert page.get_by_role("rowheader", name="passengers hurt").count() == 1
    assert page.get_by_role("columnheader", name="A The Tarn Beacon").count() == 1
    assert page.get_by_role("article", name="conflict, no. 1: passengers hurt").count() == 1
    assert page.get_by_role("article", name="Article A: The Tarn Beacon").count() == 1
    (mark,) = page.get_by_role("link", name="Eleven passengers", exact=True).all()
    assert mark.get_attribute("title") == "conflict, no. 1: passengers hurt"


def test_the_first_key_skips_to_the_findings(visit: Open) -> None:
    page = visit(ferry())
    page.keyboard.press("Tab")
    assert in_view(page, ".skip")
    page.keyboard.press("Enter")
    assert focused(page) == "findings"


@pytest.mark.parametrize("story", [crowd, ferry])
def test_print(visit: Open, story: Callable[[], Report]) -> None:
    page = visit(story(), color_scheme="dark")
    page.locator(".finding h4 a").first.click()
    page.locator(".claim.active").first.wait_for()
    page.emulate_media(media="print")
    assert shown(page, "nav, .filters, .skip") == 0
    found = page.evaluate(CONTRAST)
    assert found["count"] > 20 and found["weak"] == []
    assert shown(page, ".text") == len(story().articles)
    assert page.evaluate(
        "[...document.querySelectorAll('.text')].every(one => one.scrollHeight <= one.clientHeight + 1)"
    )
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_text_does_nothing(visit: Open) -> None:
    page = visit(hostile())
    page.locator(".finding h4 a").first.click()
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()
    assert page.evaluate("document.scripts.length") == 1
