from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.entities import entities
from verify.language.parsed import Parsed, parse
from verify.language.speech import SpeechMap, speech
from verify.model import Article, Speech


def read(text: str) -> tuple[Parsed, SpeechMap]:
    parsed = parse(Article.from_text(id="a", text=text))
    return parsed, speech(parsed, entities(parsed))


def at(text: str, word: str) -> Speech:
    parsed, found = read(text)
    return found.at(next(t for t in parsed.doc if t.text == word))


def quotes(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker, q.text) for q in read(text)[1].quotations]


@pytest.mark.parametrize(
    ("text", "word", "speaker", "cue"),
    [
        ("Paula Winter said that the bridge collapsed on Sunday.", "collapsed", "Paula Winter", "say"),
        ("The bridge collapsed on Sunday, Paula Winter said.", "collapsed", "Paula Winter", "say"),
        ("The bridge collapsed on Sunday, said Mayor Paula Winter.", "collapsed", "Paula Winter", "say"),
        ("According to Paula Winter, the bridge collapsed.", "collapsed", "Paula Winter", "according to"),
        ("The bridge collapsed, according to the police.", "collapsed", "police", "according to"),
        ("A senior official told reporters that the bridge collapsed.", "collapsed", "senior official", "tell"),
        ("Paula Winter met the crews. She said the bridge collapsed.", "collapsed", "Paula Winter", "say"),
        ("Mayor Paula Winter met the crews. The mayor said the bridge collapsed.", "collapsed", "Paula Winter", "say"),
        ("Mayor Paula Winter met Mayor Tom Garner. The mayor said the bridge collapsed.", "collapsed", "mayor", "say"),
        ("Mayor Paula Winter met the crews. A mayor said the bridge collapsed.", "collapsed", "mayor", "say"),
        ("Paula Winter, of Dayton, said the bridge collapsed.", "collapsed", "Paula Winter", "say"),
        ("Paula Winter, who said the bridge collapsed, left.", "collapsed", "Paula Winter", "say"),
        ("“It is sad,” lamented Paula Winter.", "sad", "Paula Winter", "lament"),
    ],
)
def test_reported(text: str, word: str, speaker: str, cue: str) -> None:
    found = at(text, word)
    assert (found.speaker, found.cue, found.direct) == (speaker, cue, "“" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge collapsed on Sunday.",
        "The bridge collapsed. Paula Winter said nothing of it.",
        "The bridge collapsed, and Paula Winter told nobody.",
        "Paula Winter claimed the prize. The bridge collapsed.",
        "The report is late. The bridge collapsed.",
    ],
)
def test_not_reported(text: str) -> None:
    assert at(text, "collapsed") == Speech()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The driver allegedly stole the bus.", "stole"),
        ("The driver reportedly fled on foot.", "fled"),
        ("The bridge could collapse in a storm.", "collapse"),
        ("Officials declined to say whether the driver fled.", "fled"),
        ("The mayor denied that the bridge collapsed.", "collapsed"),
        ("The council will act if the bridge collapses.", "collapses"),
        ("The driver may have fled.", "fled"),
        ("The mayor did not say that the driver fled.", "fled"),
        ("The mayor claimed that the driver fled.", "fled"),
    ],
)
def test_hedged(text: str, word: str) -> None:
    assert at(text, word).hedged


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Paula Winter said that the bridge collapsed.", "collapsed"),
        ("The driver fled on foot in May.", "fled"),
        ("According to the police, the driver fled.", "fled"),
        ("The mayor confirmed that the driver fled.", "fled"),
        ("The driver fled if you please. The bus stopped.", "stopped"),
        ("The driver fled, and the police could not find him.", "fled"),
        ("The driver fled. He allegedly stole a bus.", "fled"),
        ("The driver fled before officials declined to comment.", "fled"),
    ],
)
def test_not_hedged(text: str, word: str) -> None:
    assert not at(text, word).hedged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We rebuild the bridge,” Paula Winter said.", [("Paula Winter", "We rebuild the bridge,")]),
        ('"We rebuild the bridge," said Paula Winter.', [("Paula Winter", "We rebuild the bridge,")]),
        (
            "“We rebuild it,” Paula Winter said. “It will be safe.”",
            [("Paula Winter", "We rebuild it,"), ("Paula Winter", "It will be safe.")],
        ),
        ("Paula Winter said: “We rebuild the bridge.”", [("Paula Winter", "We rebuild the bridge.")]),
        ("Paula Winter called it “a day of great sorrow.”", [("Paula Winter", "a day of great sorrow.")]),
        ("The “grand” plan failed. Nobody spoke.", []),
        ("“We rebuild the bridge,” Paula Winter said in a statement.", [("Paula Winter", "We rebuild the bridge,")]),
        (
            "“We rebuild the bridge,” Paula Winter, of Dayton, said in a letter.",
            [("Paula Winter", "We rebuild the bridge,")],
        ),
        ("Tom Garner asked about it. Her response: “We rebuild the bridge.”", [(None, "We rebuild the bridge.")]),
        (
            "Paula Winter said the plan was “a day of great sorrow” and the board called for calm.",
            [("Paula Winter", "a day of great sorrow")],
        ),
    ],
)
def test_quotations(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert quotes(text) == expected


def test_a_paragraph_of_quotation_alone_is_of_who_spoke_last() -> None:
    text = "“We rebuild the bridge,” Paula Winter said.\n\n“It will be safe for all.”"
    assert quotes(text)[1][0] == "Paula Winter"


def test_whom_a_speaker_names_is_not_who_speaks() -> None:
    assert quotes("“It was Anna Keller who broke the bridge,” she said. Paula Winter wept.") == [
        ("Paula Winter", "It was Anna Keller who broke the bridge,")
    ]


def test_a_span_of_time_says_nothing() -> None:
    assert (
        at(
            "Paula Winter is not upset over the comment on the bridge, said just hours after the vote.", "bridge"
        ).speaker
        is None
    )


def test_words_inside_quotation_marks_are_direct() -> None:
    assert at("“We rebuild the bridge,” Paula Winter said.", "rebuild").direct
    assert not at("“We rebuild the bridge,” Paula Winter said.", "said").direct


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Paula Winter met the crews. She said the bridge collapsed.", "Paula Winter"),
        ("Paula Winter said that Tom Garner left. She said the bridge collapsed.", "Paula Winter"),
        ("“It is sad,” Paula Winter said of Tom Garner. She said the bridge collapsed.", "Paula Winter"),
        ("Ms. Winter met Mr. Garner. She said the bridge collapsed.", "Winter"),
        ("Spokesman Tom Garner met Paula Winter. She said the bridge collapsed.", "Paula Winter"),
        ("A neighbor said it was late. She said the bridge collapsed.", "neighbor"),
        ("Paula Winter met Anna Keller. She said the bridge collapsed.", None),
        ("Paula Winter told Anna Keller about it. She said the bridge collapsed.", None),
        ("Tom Garner said it was late. Paul Keller disagreed. He said the bridge collapsed.", None),
        ("A neighbor told Paula Winter that it was late. She said the bridge collapsed.", None),
        ("A spokesman said it was late. She said the bridge collapsed.", None),
        ("Mr. Garner met the crews. She said the bridge collapsed.", None),
    ],
)
def test_a_pronoun_means_the_one_who_is_left(text: str, speaker: str | None) -> None:
    parsed, found = read(text)
    assert found.at(next(t for t in parsed.doc if t.text == "collapsed")).speaker == speaker
    assert [text[s.start : s.end] for s in found.open] == ([] if speaker else [text.split(". ")[-1].split()[0]])


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="Ab said.,“”\"'\n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The bridge,” Paula Winter said, “will stay shut.”", "The bridge, will stay shut."),
        ("‘The bridge,’ said Paula Winter, ‘will stay shut.’", "The bridge, will stay shut."),
        ("“The bridge is shut.\n\n“It stays shut,” Paula Winter said.", "The bridge is shut. It stays shut,"),
        ("— The bridge will stay shut, said Paula Winter.", "The bridge will stay shut,"),
    ],
)
def test_one_utterance(text: str, words: str) -> None:
    assert quotes(text) == [("Paula Winter", words)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“The bridge is shut,” Paula Winter said. “It stays shut all year.”", 2),
        ("“The bridge is shut,” Paula Winter said, and Tom Garner said “it will stay shut.”", 2),
        ("What is known:\n\n— The bridge stays shut\n\n— The road is closed", 0),
    ],
)
def test_several_utterances_or_none(text: str, count: int) -> None:
    assert len(quotes(text)) == count
