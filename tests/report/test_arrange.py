from __future__ import annotations

from dataclasses import replace

from verify.model import VERDICTS
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
    findings = arrange(ferry()).sections[VERDICTS.index("agree")].findings
    assert [finding.extent for finding in findings] == ["2 articles, 1 origin", ""]


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
    assert rows["lifeboats by side"] == ("4; 3", "7", "–")
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
