from __future__ import annotations

import pytest

import verify
from verify import Article, InputError, Options, UsageError, cross_check, extract_claims

TEXT = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said."


def test_claims_come_in_the_order_of_the_text_with_one_identifier_each() -> None:
    claims = extract_claims(Article.from_text(id="a", text=f"{TEXT}\n\nThe tram carried 60 passengers and 2 drivers."))
    assert [c.location.start for c in claims] == sorted(c.location.start for c in claims)
    assert len({c.id for c in claims}) == len(claims) >= 3


def test_one_article_alone_is_checked() -> None:
    report = cross_check([Article.from_text(id="a", text="It opened on Feb. 30, 2018, the town said.")])
    assert [f.check for f in report.flags] == ["weekday-date"]
    assert {f.verdict for f in report.facts} <= {"single-source"}


def test_nothing_is_no_input() -> None:
    with pytest.raises(InputError, match="expected at least one"):
        cross_check([])


def test_one_identifier_twice_is_refused() -> None:
    with pytest.raises(InputError, match="given twice"):
        cross_check([Article.from_text(id="a", text=TEXT), Article.from_text(id="a", text="x")])


def test_copies_have_one_origin() -> None:
    report = cross_check([Article.from_text(id=i, text=TEXT + end) for i, end in (("b", ""), ("a", "\n"))])
    assert {a.origin for a in report.articles} == {"a"}
    assert {f.verdict for f in report.facts} == {"single-source"}


def test_the_report_id_depends_on_the_input_and_the_options() -> None:
    one, two = Article.from_text(id="a", text=TEXT), Article.from_text(id="a", text=TEXT + " ")
    assert cross_check([one]).report_id == cross_check([one]).report_id != cross_check([two]).report_id


def test_sentences_without_a_claim_are_not_checked_and_said_so() -> None:
    report = cross_check([Article.from_text(id="a", text=f"{TEXT} It was awful.")])
    (entry,) = report.not_checked
    assert entry.what == "sentence" and entry.start == len(TEXT) + 1


@pytest.mark.parametrize("text", ["", " \n", "…", "1,2,3,4 ½½ ٣٤ 10^400", "x" * 5000, "\u202e\u0000 <b>"])
def test_odd_texts_are_read(text: str) -> None:
    cross_check([Article.from_text(id="a", text=text), Article.from_text(id="b", text=TEXT)])


def test_an_unknown_pipeline_is_refused() -> None:
    with pytest.raises(UsageError):
        cross_check([Article.from_text(id="a", text=TEXT)], options=Options(pipeline="no-such-pipeline"))


def test_an_unknown_name_of_the_library_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = verify.nothing_like_it


def test_a_speaker_who_stays_open_is_said() -> None:
    text = "Paula Winter met Anna Keller. She said the bridge collapsed."
    found = [n for n in cross_check([Article.from_text(id="a", text=text)]).not_checked if n.what == "speaker"]
    assert [text[n.start : n.end] for n in found] == ["She"]


def test_a_speaker_who_can_be_one_alone_is_not() -> None:
    text = "Paula Winter met the crews. She said the bridge collapsed."
    assert not [n for n in cross_check([Article.from_text(id="a", text=text)]).not_checked if n.what == "speaker"]


def test_an_article_that_contradicts_itself_does_not_conflict_with_its_copy() -> None:
    text = "Two people were hurt in a fire in Leeds on Monday.\n\nThree people were hurt in the fire in Leeds on Monday, police said."
    one, two = (Article.from_text(id=name, text=text) for name in "ab")
    assert {f.verdict for f in cross_check([one, two]).facts} == {"single-source"}
    other = Article.from_text(id="b", text=text.replace("Two", "Six"))
    assert [f.verdict for f in cross_check([one, other]).facts].count("conflict") == 1
