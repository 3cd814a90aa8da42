from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verify.model import Span
from verify.report.quotation import CONTEXT, LEAST_CONTEXT, LONGEST, paragraph, quoted

SENTENCE = "On a bright cold day in March, the\nkeeper counted 41 herons on the eastern pond."


def span(text: str, part: str) -> Span:
    return Span(start=text.index(part), end=text.index(part) + len(part))


def test_a_short_sentence_stands_whole_on_one_line() -> None:
    found = quoted(SENTENCE, span(SENTENCE, "41 herons"), Span(start=0, end=len(SENTENCE)))
    assert found.before == "On a bright cold day in March, the keeper counted "
    assert (found.words, found.after) == ("41 herons", " on the eastern pond.")


def test_a_long_sentence_is_cut_at_spaces_around_the_words() -> None:
    text = "before " * 60 + "41 herons" + " after" * 60
    found = quoted(text, span(text, "41 herons"), Span(start=0, end=len(text)))
    assert found.before.startswith("… before before")
    assert found.after.endswith("after after…")
    assert len(found.before + found.words + found.after) <= CONTEXT + len("… …")


def test_room_that_one_side_leaves_goes_to_the_other() -> None:
    text = "41 herons" + " after" * 60
    found = quoted(text, span(text, "41 herons"), Span(start=0, end=len(text)))
    assert len(found.after) > CONTEXT - len("41 herons") - len(" after…")


def test_long_words_are_cut_in_the_middle_and_keep_some_context() -> None:
    words = "first " + "middle " * 100 + "last"
    text = f"Someone said once more: {words}, and left."
    found = quoted(text, span(text, words), Span(start=0, end=len(text)))
    assert found.words.startswith("first middle")
    assert found.words.endswith("middle last")
    assert "… " in found.words
    assert len(found.words) <= LONGEST + len(" …")
    assert found.before == "Someone said once more: "


def test_words_outside_the_sentence_are_still_quoted() -> None:
    found = quoted(SENTENCE, span(SENTENCE, "41 herons"), Span(start=0, end=10))
    assert found.words == "41 herons"
    assert found.after == ""


def test_paragraph_is_the_line_of_the_words() -> None:
    text = "one\ntwo words\nthree"
    assert paragraph(text, span(text, "words")) == span(text, "two words")
    assert paragraph(text, span(text, "three")) == span(text, "three")


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="ab \n\u202e\x1b", max_size=900), st.integers(0, 900), st.integers(0, 900))
def test_any_text_is_quoted_in_little_room(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    found = quoted(text, Span(start=start, end=end), Span(start=0, end=len(text)))
    line = found.before + found.words + found.after
    assert line.isprintable()
    assert len(line) <= LONGEST + max(CONTEXT, LEAST_CONTEXT) + len("…  …  …")
