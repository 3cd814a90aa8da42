from __future__ import annotations

from dataclasses import replace

from verify.model import VERDICTS, NearMiss, Speech
from verify.report.arrange import arrange
from verify.report.index import letters

from .stories import alone, crowd, ferry, nothing


def test_sections_stand_in_the_order_of_the_verdicts() -> None:
    assert tuple(section.verdict for section in arrange(nothing()).sections) == VERDICTS


def test_a_conflict_runs_from_low_to_high_and_names_its_range() -> None:
    (finding,) = arrange(ferry()).sections[0].findings
    assert [statement.value for statement in finding.statements] == ["9", "11"]
    assert finding.extent == "9 to 11"


def test_an_update_runs_from_early_to_late() -> None:
    (finding,) = arrange(ferry()).sections[VERDICTS.index("update")].findings
    assert [statement.passage.spot.letter for statement in finding.statements] == ["A", "C"]


def test_an_article_that_repeats_itself_is_quoted_once() -> None:
    (finding,) = arrange(ferry()).sections[0].findings
    assert [(spot.place, spot.anchor) for spot in finding.statements[0].repeats] == [
        ("ferry/beacon.txt:7:100", "A-735-750")
    ]
    assert len(finding.statements) == 2


def test_fewer_origins_than_articles_are_told() -> None:
    lifeboats = replace(ferry(), facts=(ferry().facts[2],))
    (finding,) = arrange(lifeboats).sections[VERDICTS.index("agree")].findings
    assert finding.extent == "2 articles, 1 origin"


def test_what_is_settled_of_a_matter_is_shown_with_the_rest_of_it() -> None:
    (finding,) = arrange(ferry()).sections[VERDICTS.index("agree-by-sum")].findings
    assert {statement.value for statement in finding.statements} == {"4", "3", "7", "several"}
    assert finding.reason.startswith("4 + 3 = 7") and finding.reason.endswith("“several” names no number")
    shown = [f.label for section in arrange(ferry()).sections for f in section.findings]
    assert "lifeboats" not in shown and "number of lifeboats" not in shown


def test_what_is_to_be_decided_is_not_put_under_another() -> None:
    shown = [f.label for section in arrange(ferry()).sections for f in section.findings]
    assert {"passengers hurt", "people hurt"} <= set(shown)


def test_flags_stand_in_the_table_after_the_conflicts() -> None:
    rows = arrange(ferry()).rows
    assert [row.look for row in rows][:3] == ["conflict", "flag", "update"]
    assert rows[1].cells == ("–", "“Merry Gold”; “Marigold”", "–")


def test_figures_that_differ_have_a_chart_on_one_scale() -> None:
    conflict, update = (arrange(ferry()).sections[VERDICTS.index(v)].findings[0] for v in ("conflict", "update"))
    assert conflict.chart and [(p.letter, p.said, p.first) for p in conflict.chart.points] == [
        ("A", "9", 0.0),
        ("B", "11", 100.0),
    ]
    assert update.chart and update.chart.moves and [p.when for p in update.chart.points] == ["2031-05-07", "2031-05-08"]
    assert all(
        f.chart is None
        for s in arrange(ferry()).sections
        for f in s.findings
        if s.verdict not in ("conflict", "update")
    )


def test_what_nearly_was_a_conflict_is_shown_with_both_places() -> None:
    link = replace(ferry().facts[0].links[0], right=ferry().claims[5].id)
    (miss,) = arrange(replace(ferry(), near=(NearMiss(label="boats", reason="A says 9, B says 4", link=link),))).near
    assert miss.label == "boats" and [s.value for s in miss.statements] == ["9", "4"]


def test_a_speaker_who_is_not_named_nearby_is_a_guess() -> None:
    claims = tuple(replace(c, speech=Speech(speaker="Nobody Known")) for c in ferry().claims)
    found = arrange(replace(ferry(), claims=claims)).sections[0].findings[0].statements
    assert all(statement.manner == "said, it seems, by Nobody Known" for statement in found)


def test_a_speaker_and_doubts_are_told() -> None:
    (finding,) = arrange(ferry()).sections[VERDICTS.index("update")].findings
    assert finding.statements[1].manner == "said by the coast guard · hedged"


def test_origin_of_a_copy_is_named_by_letter() -> None:
    assert [source.origin for source in arrange(ferry()).sources] == ["own", "own", "same as B"]


def test_a_flag_is_shown_in_a_sentence_where_one_is_known_else_in_its_paragraph() -> None:
    (question,) = arrange(ferry()).questions
    assert question.passages[0].quotation.before.startswith("The tug Hercules needs")
    (doubtful,) = arrange(ferry()).doubtful
    assert doubtful.passages[0].quotation.before == "A tow is planned for Thursday. "
    sentence = replace(ferry().flags[0], primary=ferry().claims[0].location, related=())
    (question,) = arrange(replace(ferry(), flags=(sentence,))).questions
    assert question.passages[0].quotation.after.startswith(" were injured, two of them")


def test_rows_hold_what_several_articles_say() -> None:
    rows = {row.label: row.cells for row in arrange(ferry()).rows}
    assert rows["lifeboats by side"] == ("7; 4; 3", "7", "several")
    assert "speed of the Marigold" not in rows
    assert arrange(alone()).rows == ()


def test_not_checked_is_grouped_by_reason_with_places() -> None:
    groups = {group.reason: group.items for group in arrange(ferry()).unchecked}
    assert [len(items) for items in groups.values()] == [1, 1, 1, 5]
    assert groups["caption"][0].what == "Photo: the Marigold at low tide"
    assert groups["no number in it"][0].what == "sentence “Photo: the Marigold”"
    assert groups["caption"][0].place == "ferry/beacon.txt:9:1"
    assert groups["no text in this form"][0].place == ""
    assert groups["no date of publication"][0].place == "ferry/courier.txt"


def test_letters_go_on_after_z() -> None:
    named = list(letters(crowd(size=30).articles).values())
    assert [named[number] for number in (0, 25, 26, 29)] == ["A", "Z", "AA", "AD"]
