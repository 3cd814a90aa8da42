"""Decisions held against a report: they follow the words of a finding wherever these move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.report.stories import ferry
from verify import Article, Report, cross_check
from verify.review import Entry, Reviewed, State, findings, judge

FIRST = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said."
SECOND = "Police in Gdansk said seven people were hurt when a tram left the rails on Monday."


def entries(report: Report, state: State) -> Mapping[str, Entry]:
    return {
        f.key: Entry(about=f.about, articles=f.articles, decision=state, who="Ann", when="today")
        for f in findings(report)
    }


def dismissed(reviewed: Reviewed) -> int:
    return [decision.state for decision in reviewed.decisions.values()].count("dismissed")


def trams(first: str = FIRST, second: str = SECOND) -> Report:
    return cross_check([Article.from_text(id="a", text=first), Article.from_text(id="b", text=second)])


def test_findings_are_conflicts_flags_and_updates_in_this_order() -> None:
    kinds = [f.key.split("-")[0] for f in findings(ferry())]
    assert kinds == ["conflict", "flag", "flag", "update"]
    assert findings(ferry())[0].about == "passengers hurt: 11 / 9"
    assert findings(ferry())[0].articles == ("beacon", "courier")


def test_the_dismissed_are_left_out_and_counted() -> None:
    report = ferry()
    reviewed = judge(report, entries(report, "dismissed"))
    assert len(reviewed.decisions) == 4
    assert not reviewed.left.flags and not {f.verdict for f in reviewed.left.facts} & {"conflict", "update"}
    assert len(reviewed.left.facts) == len(report.facts) - 2
    assert reviewed.stale == ()


def test_the_accepted_and_the_noted_stay() -> None:
    report = ferry()
    accepted, noted = judge(report, entries(report, "accepted")), judge(report, entries(report, "open"))
    assert accepted.left == noted.left == report
    assert {d.state for d in accepted.decisions.values()} == {"accepted"} and not noted.decisions


def test_what_was_fixed_stays_until_it_is_gone_and_is_not_stale_then() -> None:
    fixed = entries(trams(), "fixed")
    there = judge(trams(), fixed)
    assert there.left == trams() and {d.state for d in there.decisions.values()} == {"fixed"}
    mended = judge(trams(second=SECOND.replace("seven", "four")), fixed)
    assert not mended.stale and not mended.decisions
    assert judge(trams(second=SECOND.replace("seven", "four")), entries(trams(), "accepted")).stale


def test_a_decision_survives_edits_elsewhere() -> None:
    decided = entries(trams(), "dismissed")
    edited = trams(first=f"The sky was grey.\n\n{FIRST} It was cold.", second=f"{SECOND} A dog barked.")
    assert dismissed(judge(edited, decided)) == dismissed(judge(trams(), decided)) == 1
    assert not judge(edited, decided).stale


def test_a_decision_is_stale_where_the_values_changed() -> None:
    decided = entries(trams(), "dismissed")
    reviewed = judge(trams(second=SECOND.replace("seven", "nine")), decided)
    assert dismissed(reviewed) == 0 and [f.verdict for f in reviewed.left.facts].count("conflict") == 1
    assert [e.about for e in reviewed.stale] == ["Injured: 4 / 7"]


def test_a_decision_on_articles_that_were_not_read_is_not_stale() -> None:
    decided = entries(trams(), "dismissed")
    assert not judge(cross_check([Article.from_text(id="a", text=FIRST)]), decided).stale


def test_a_decision_on_an_update_is_none_on_the_conflict_that_it_becomes() -> None:
    report = ferry()
    (update,) = [f for f in findings(report) if f.key.startswith("update-")]
    decided = {update.key: entries(report, "dismissed")[update.key]}
    assert dismissed(judge(report, decided)) == 1
    facts = tuple(replace(fact, verdict="conflict") if fact.id == update.item.id else fact for fact in report.facts)
    assert dismissed(judge(replace(report, facts=facts), decided)) == 0
