from __future__ import annotations

from verify.report import markdown, terminal
from verify.report.arrange import arrange
from verify.report.decided import told, without_dismissed

from .decisions import decide, decided
from .stories import ferry


def test_what_is_dismissed_is_left_out_and_counted() -> None:
    sheet = arrange(ferry(), decided(ferry()))
    assert sheet.sections[0].findings == () and sheet.questions == ()
    assert [entry.decision.who for entry in sheet.dismissed] == ["Ada", "Ada"]
    assert "2 dismissed by Ada" in sheet.tally and sheet.tally[0] == "✗ 0 conflicts"


def test_what_is_accepted_stays_with_its_decision() -> None:
    (finding,) = arrange(ferry(), decided(ferry())).sections[2].findings
    assert finding.decision is not None and finding.decision.state == "accepted"


def test_without_decisions_nothing_changes() -> None:
    assert without_dismissed(ferry(), {}) == ferry()
    assert arrange(ferry()).dismissed == ()


def test_a_decision_is_told_in_a_line() -> None:
    assert told(decide("f-1")) == "dismissed by Ada, 9 May 2031: two ferries"
    assert told(decide("f-1", note="ask\nagain")) == "dismissed by Ada, 9 May 2031: two ferries – ask again"


def test_markdown_and_terminal_show_decisions() -> None:
    shown = terminal.render(ferry(), width=100, colour=False, all_facts=True, decisions=decided(ferry()))
    written = markdown.render(ferry(), decisions=decided(ferry()))
    for text in (shown, written):
        assert "accepted by Ada, 9 May 2031: two ferries" in text
        assert "2 dismissed" in text
        assert "nine and eleven cannot both hold" not in text
    assert "## Dismissed (2)\n\n- passengers hurt: dismissed by Ada" in written
