from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verify.model import Article, Claim, NotChecked, Span, Zone
from verify.report.html.marks import Line, marked
from verify.report.inert import one_line

from .samples import Said, claim, exactly, fact, report

TEXT = "Lead\n\n“Nine swans left,” she said. Two stayed.\nNobody knows why."


def lines(*claims, zones: tuple[Zone, ...] = (), not_checked: tuple[NotChecked, ...] = ()) -> tuple[Line, ...]:
    article = Article(id="a", text=TEXT, zones=zones)
    facts = [fact("count", f"fact {n}", "conflict", "because", one) for n, one in enumerate(claims)]
    return marked(report((article,), facts, claims, (), not_checked))["a"]


def spanning(quote: str, kind="count"):
    return claim(Article(id="a", text=TEXT), quote, exactly(1) if kind == "count" else Said(words=quote), kind=kind)


def shown(found: tuple[Line, ...]) -> list[tuple[str, list[str]]]:
    return [
        (piece.text.strip(), [reference.sign for reference in piece.mark.references] if piece.mark else [])
        for line in found
        for piece in line.pieces
        if piece.text.strip()
    ]


def test_lines_keep_their_numbers_and_lose_the_blank_ones() -> None:
    assert [line.number for line in lines()] == [1, 3, 4]


def test_the_shortest_claim_holds_the_words() -> None:
    outer, inner = spanning("Nine swans left", "quote"), spanning("Nine swans")
    assert shown(lines(outer, inner))[1:4] == [("“", []), ("Nine swans", ["✗#2"]), ("left", ["✗#1"])]


def test_facts_of_one_span_share_its_mark() -> None:
    same = spanning("Two")
    (piece,) = [p for line in lines(same, same) for p in line.pieces if p.mark]
    assert piece.mark is not None
    assert [reference.sign for reference in piece.mark.references] == ["✗#1", "✗#2"]
    assert piece.first and piece.last


def test_a_mark_over_several_lines_begins_and_ends_once() -> None:
    long = spanning("Two stayed.\nNobody knows")
    pieces = [piece for line in lines(long) for piece in line.pieces if piece.mark]
    assert [(piece.first, piece.last) for piece in pieces] == [(True, False), (False, True)]


def test_a_mark_wholly_under_shorter_ones_keeps_its_name() -> None:
    outer, left, right = spanning("Nine swans"), spanning("Nine "), spanning("swans")
    found = [piece for line in lines(outer, left, right) for piece in line.pieces]
    start = TEXT.index("Nine")
    assert [piece.anchors for piece in found if piece.anchors] == [(f"A-{start}-{start + 10}",)]


def test_marks_that_cross_are_both_there() -> None:
    left, right = spanning("Nine swans left"), spanning("left,” she said")
    names = {piece.mark.anchor for line in lines(left, right) for piece in line.pieces if piece.mark and piece.first}
    assert len(names) == 2


def test_what_was_not_checked_is_marked_with_the_reason() -> None:
    start = TEXT.index("Nobody")
    entry = NotChecked(what="sentence", article="a", start=start, end=len(TEXT), reason="no number in it")
    (piece,) = [p for line in lines(not_checked=(entry,)) for p in line.pieces if p.mark]
    assert piece.text == "Nobody knows why." and piece.mark is not None
    assert (piece.mark.references, piece.mark.title) == ((), "not checked: no number in it")


def test_a_date_before_the_first_sentence_does_not_make_a_line_furniture() -> None:
    start, end = TEXT.index("“"), TEXT.index("\nNobody")
    zones = (Zone(kind="furniture", start=start, end=start + 4), Zone(kind="lead", start=start + 4, end=end))
    assert [line.zone for line in lines(zones=zones)] == ["body", "lead", "body"]


def test_an_empty_article_has_no_lines() -> None:
    assert marked(report((Article(id="a", text=""),), (), ()))["a"] == ()


@given(
    st.text(alphabet="ab .\n\r\u2028\u202e<", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)))
)
def test_whatever_is_marked_every_character_is_shown_once(text: str, spans: list[tuple[int, int]]) -> None:
    article = Article(id="a", text=text)
    ends = [sorted((min(start, len(text)), min(end, len(text)))) for start, end in spans]
    claims = [
        Claim(
            kind="count",
            location=article.location(Span(start=start, end=end)),
            zone="body",
            sentence=Span(start=start, end=end),
            value=exactly(1),
        )
        for start, end in ends
    ]
    facts = [fact("count", "x", "agree", "because", one) for one in claims]
    found = marked(report((article,), facts, claims))["a"]
    split = text.split("\n")
    assert [line.number for line in found] == [number for number, line in enumerate(split, 1) if line.strip()]
    for line in found:
        joined = "".join(piece.text for piece in line.pieces)
        assert "".join(joined.split()) == "".join(one_line(split[line.number - 1]).split())
