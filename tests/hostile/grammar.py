"""A grammar of hostile articles: news with markup, signs that steer a terminal, formulas and links in every place that a report shows."""

from __future__ import annotations

from hypothesis import strategies as st

from verify import Article

EVIL = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        "</title></textarea><b>",
        "<!--",
        "]]>",
    ),
    *(
        "{{7*7}}",
        "{% raw %}",
        "${x}",
        "&lt;b&gt;",
        "&#60;",
        "[a](javascript:alert(1))",
        "](http://x.test)",
        "![x](http://x.test/y)",
    ),
    *("\x1b[31m", "\x1b]0;t\x07", "\u202e", "\u2066", "\x9b1m", "\x00", "\x7f", "\u2028", "\ufeff", "\u200b", "\ufffe"),
    *(
        "=1+1",
        "＝1",
        "\r=cmd",
        "@SUM(1)",
        "| a | b |",
        "```",
        "---",
        "# x",
        "*" * 9,
        "`",
        "~~",
        "\\",
        "%s%n",
        "../../x",
        "é",
        "火",
        "😀",
    ),
)
NAMES = st.sampled_from(["Ann Marsh", "Lee Park", "Karim Haddad", "Gov. Ana Prado", "the mayor", "police"])
PLACES = st.sampled_from(["Leeds", "Gdansk", "Peru", "Ordu", "Oak Street", "Alabama"])
DAYS = st.sampled_from(["Monday", "Sept. 0", "May 5, 2020", "yesterday", "Feb. 30", "two weeks ago", "9999-12-31"])
NUMBERS = st.sampled_from(
    ["Five", "6", "1,200", "at least three", "dozens of", "no", "$3.2 billion", "4 percent", "9" * 30]
)
THINGS = st.sampled_from(["people", "women", "houses", "passengers", "miles", "of the 9 pupils"])
HARM = st.sampled_from(["were hurt", "were killed", "were not rescued", "fled"])
JUNK = st.sampled_from(EVIL) | st.text(max_size=6)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a sentence of a report, with something hostile between its words."""
    parts = (
        f"{draw(NUMBERS)} {draw(THINGS)} {draw(HARM)} in a fire in {draw(PLACES)} on {draw(DAYS)}, {draw(NAMES)} said.",
        f"“{draw(NUMBERS)} {draw(THINGS)} {draw(HARM)},” {draw(NAMES)} said on {draw(DAYS)}.",
        f"{draw(NAMES)}, {draw(st.integers(1, 99))}, warned {draw(PLACES)}.",
    )
    words = draw(st.sampled_from(parts)).split(" ")
    for _ in range(draw(st.integers(0, 2))):
        words.insert(draw(st.integers(0, len(words))), draw(JUNK))
    return " ".join(words)


@st.composite
def stories(draw: st.DrawFn) -> tuple[Article, ...]:
    """Draw a story of one to three articles whose names, titles and paths are as hostile as their texts."""
    count = draw(st.integers(1, 3))
    gaps, text = st.sampled_from(["\n\n", " ", "\r\n", "\n"]), st.lists(sentences(), min_size=1, max_size=4)
    return tuple(
        Article(
            id=f"{draw(JUNK)}{number}",
            text=draw(gaps).join(draw(text)),
            title=draw(st.none() | JUNK) or None,
            outlet=draw(st.none() | JUNK) or None,
            path=draw(st.none() | JUNK.map(lambda junk: f"in/{junk}.txt")),
        )
        for number in range(count)
    )
