"""What a web page does not show is not read."""

from __future__ import annotations

import pytest

from .test_markup import REST, text_of


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("The storm hurt 50<sup>1</sup> people.", "The storm hurt 50 people."),
        ("The storm hurt <b>50</b><span><sup>1</sup></span> people.", "The storm hurt 50 people."),
        ("The storm hurt 50<sup><a href='#n'>[1]</a></sup> people.", "The storm hurt 50 people."),
        (
            "The court<a href='#n'><sup>2</sup></a> fined 10<a href='#m'><sup>3</sup></a> banks.",
            "The court fined 10 banks.",
        ),
        ("The probe sent 10<sup>6</sup> pictures of 9 m<sup>2</sup>.", "The probe sent 10⁶ pictures of 9 m²."),
        ("The Fed cut 1<sup>1</sup>/<sub>2</sub> points.", "The Fed cut 1 1/2 points."),
        ("The 3<sup>rd</sup> ship lost CO<sub>2</sub>.", "The 3rd ship lost CO2."),
        ("The raid killed <del>six</del> <ins>nine</ins> men.", "The raid killed nine men."),
        ("The club paid <s>$5</s> <strike>$6</strike> $7 million.", "The club paid $7 million."),
    ],
)
def test_a_line_is_read_as_it_is_meant(markup: str, line: str) -> None:
    assert line in text_of(f"<article><h1>Barge sinks</h1>{REST * 2}<p>{markup}</p></article>").split("\n")
