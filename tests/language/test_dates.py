from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.dates import dates
from verify.language.parsed import parse
from verify.model import Article

PUBLISHED = "2014-04-04"  # a Friday


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    parsed = parse(Article.from_text(id="a", text=text, published=published))
    return [(parsed.doc[m.first : m.last + 1].text, m.value.label()) for m in dates(parsed)]


CASES = [
    ("The bridge fell on Wednesday.", "April 2, 2014"),
    ("The bridge fell Friday.", "April 4, 2014"),
    ("Sunday’s flood closed two roads.", "March 30, 2014"),
    ("The court will meet on Tuesday.", "April 8, 2014"),
    ("The court is expected to meet on Tuesday.", "April 8, 2014"),
    ("He is due in court Tuesday.", "April 8, 2014"),
    ("It fell last Friday.", "March 28, 2014"),
    ("It opens next Monday.", "April 7, 2014"),
    ("The crews left late Wednesday afternoon.", "April 2, 2014 12:00 – April 2, 2014 17:59"),
    ("She left Sunday evening.", "March 30, 2014 17:00 – March 30, 2014 23:59"),
    ("The bridge fell yesterday.", "April 3, 2014"),
    ("The bridge fell on Nov. 5, 2009.", "Nov. 5, 2009"),
    ("The bridge fell on 5 November 2009.", "Nov. 5, 2009"),
    ("The bridge fell on the 5th of November, 2009.", "Nov. 5, 2009"),
    ("The report of 2009-11-05 is lost.", "Nov. 5, 2009"),
    ("It is dated 11/05/2009 at the top.", "Nov. 5, 2009"),
    ("The bridge fell on Dec. 29.", "Dec. 29, 2013"),
    ("The bridge fell on March 30.", "March 30, 2014"),
    ("The bridge fell in December.", "Dec. 2013"),
    ("The bridge fell in June 2011.", "June 2011"),
    ("The bridge fell in 2011.", "2011"),
    ("The bridge fell three days ago.", "April 1, 2014"),
    ("The bridge fell two years ago.", "2012"),
    ("The bridge fell last month.", "March 2014"),
    ("The bridge fell last week.", "March 24, 2014 – March 30, 2014"),
    ("The bridge fell over the weekend.", "March 29, 2014 – March 30, 2014"),
    ("It fell eleven times in the last two months.", "Feb. 4, 2014 – April 4, 2014"),
    ("The bridge fell at 8:38 a.m. on Sunday.", "March 30, 2014 08:38"),
    ("The bridge fell Sunday at 7:20 p.m. local time.", "March 30, 2014 19:20"),
    ("The bridge fell at 0544 GMT.", "05:44"),
    ("The bridge fell at noon.", "12:00"),
    ("The bridge fell shortly before 5 p.m.", "before 17:00"),
    ("The bridge fell around 4:45 p.m. on Sunday.", "March 30, 2014 16:15 – March 30, 2014 17:15"),
    ("The fair runs from Dec. 3-5, 2013.", "Dec. 3, 2013 – Dec. 5, 2013"),
    ("The war of 1914-1918 is over.", "1914 – 1918"),
    ("The fair opened on Christmas Eve.", "Dec. 24, 2013"),
    ("The fair ran from Feb. 3 to March 5.", "Feb. 3, 2014 – March 5, 2014"),
    ("It fell between Monday and Wednesday.", "March 31, 2014 – April 2, 2014"),
    ("It fell in the summer of 2012.", "June 1, 2012 – Aug. 31, 2012"),
    ("Sales fell in the third quarter of 2013.", "July 1, 2013 – Sept. 30, 2013"),
    ("It was common in the 1990s.", "1990 – 1999"),
    ("The court will meet on Friday next week.", "April 11, 2014"),
    ("The court will meet on the second Monday of May.", "May 12, 2014"),
    ("The court will meet in two weeks.", "April 15, 2014 – April 21, 2014"),
    ("It fell the day before yesterday.", "April 2, 2014"),
    ("It fell at half past eight p.m.", "20:30"),
    ("It fell at 7 o'clock in the evening.", "19:00"),
    ("It fell on Friday the 14th.", "March 14, 2014"),
    ("It fell on the first of March, 2013.", "March 1, 2013"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dates(text: str, expected: str) -> None:
    assert [label for _, label in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She may leave and they march on.",
        "May the best crew win.",
        "The sun rose over the second day's work.",
        "About 2,000 people and 1,950 cars came.",
        "The 2014th visitor won 20 dollars.",
        "He sat in the dark, and it was a fall he saw.",
        "Flight 1979 was late by 12 minutes.",
        "The vote was 5-3 and the ratio 3:1.",
        "It weighs 5.30 kilos and costs 19.99 euros.",
        "Feb. 30, 2013 is no day.",
        "They built it in two weeks.",
        "She lives on the 15th floor and spoke for half an hour.",
        "In spring the birds return.",
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_distance_counts_from_the_day_before_it() -> None:
    assert found("The dam broke on March 3. Two days later the bridge fell.")[1] == ("Two days later", "March 5, 2014")


def test_that_night_is_of_the_day_before_it() -> None:
    assert found("The dam broke on March 3. She spoke that night.")[1][1] == "March 3, 2014 17:00 – March 3, 2014 23:59"


def test_without_a_day_of_publication_the_date_in_the_text_counts() -> None:
    text = "The dam broke on Friday. Rain fell on Monday.\n\nA photo of Dec. 29, 2019, shows the dam."
    assert [label for _, label in found(text, published=None)][:2] == ["Dec. 27, 2019", "Dec. 30, 2019"]


def test_without_any_date_weekdays_stay_weekdays() -> None:
    assert found("The dam broke on Friday, in December, on May 3.", published=None) == [
        ("Friday", "Friday"),
        ("December", "Dec."),
        ("May 3", "May 3"),
    ]


def test_dates_far_apart_anchor_nothing() -> None:
    text = "The dam of May 1, 1950, broke on Friday. A photo of Dec. 29, 2019, shows it."
    assert ("Friday", "Friday") in found(text, published=None)


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="MayFri Sun1920-/:apm.,\n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found(text)
