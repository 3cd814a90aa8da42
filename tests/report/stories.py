"""Invented stories as reports: a ferry with every verdict, a crowd of articles, a hostile article, nothing at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from verify.model import Article, Claim, Fact, Flag, Link, NotChecked, Report, Speech, Step, Thing

from .samples import Day, Named, Number, Said, at_least, claim, exactly, fact, locate, report

FERRY = Path(__file__).parent / "ferry"
BEACON, COURIER, WIRE = (
    (FERRY / name).read_text(encoding="utf-8") for name in ("beacon.txt", "courier.txt", "wire.txt")
)
WORDS = (
    "We had trained for this night for years, and every {} member of the crew knew where to stand and what to say to "
    "the people who were frightened"
)
LONG_NAME = "a-very-long-name-of-a-saved-wire-story-without-any-outlet-20310508-1815"

A = Article(
    id="beacon",
    text=BEACON,
    outlet="The Tarn Beacon",
    published=date(2031, 5, 7),
    path="ferry/beacon.txt",
    origin="beacon",
)
B = Article(id="courier", text=COURIER, outlet="Albany Courier", published=date(2031, 5, 7), path="ferry/courier.txt")
C = Article(id=LONG_NAME, text=WIRE, published=date(2031, 5, 8), path=f"ferry/wire/{LONG_NAME}.txt", origin="courier")

HURT = Thing(text="passengers", head="passenger")
BOATS = Thing(text="lifeboats", head="lifeboat")
PEOPLE = Thing(text="people", head="people")
CAPTAIN = Speech(speaker="Captain Ines Okafor", cue="say")
QUOTED = Speech(speaker="Captain Ines Okafor", cue="tell", direct=True)
GUARD = Speech(speaker="the coast guard", cue="say", hedged=True)
POINT = Named(name="Tarn Point", type="place")
TUESDAY = Day(start="2031-05-06")


def _claims() -> dict[str, Claim]:
    return {
        "hurt a": claim(A, "Nine passengers", exactly(9), thing=HURT, predicate="injure", place=POINT, time=TUESDAY),
        "hurt a again": claim(A, "Nine passengers", exactly(9), nth=1, thing=HURT, predicate="take"),
        "hurt b": claim(B, "Eleven passengers", exactly(11), thing=HURT, predicate="injure", place=POINT, time=TUESDAY),
        "hurt c": claim(C, "At least 13 people", at_least(13), thing=HURT, speech=GUARD),
        "boats a": claim(A, "seven lifeboats", exactly(7), thing=BOATS, predicate="lower", speech=CAPTAIN),
        "port": claim(A, "four on the port side", exactly(4), thing=BOATS, speech=CAPTAIN),
        "starboard": claim(A, "three on the starboard side", exactly(3), thing=BOATS, speech=CAPTAIN),
        "boats b": claim(B, "Seven lifeboats", exactly(7), thing=BOATS, predicate="bring"),
        "boats c": claim(C, "Several lifeboats", Number(low=None, high=None, bound="vague"), thing=BOATS),
        "aboard": claim(A, "212 people on board", exactly(212), thing=PEOPLE),
        "ashore": claim(B, "more than 200 people", at_least(200), thing=PEOPLE),
        "quote a": claim(A, WORDS.format("single"), Said(words=WORDS.format("single")), kind="quote", speech=QUOTED),
        "quote b": claim(B, WORDS.format("[...]"), Said(words=WORDS.format("[...]")), kind="quote", speech=QUOTED),
        "speed": claim(A, "about 14 knots", Number(low=14, high=14, bound="about", unit="knots"), kind="measure"),
        "since": claim(A, "since 2011", Day(start="2011"), kind="date", subject="Captain Ines Okafor"),
        "hours": claim(B, "six hours", exactly(6, "hours"), kind="measure", predicate="need", negated=True),
        "ship": claim(B, "ferry Marigold", Named(name="Marigold", type="ship"), kind="event"),
    }


def _facts(c: dict[str, Claim]) -> tuple[Fact, ...]:
    steps = (Step(label="same thing", weight=3.5), Step(label="same event", weight=2.25))
    link = Link(left=c["hurt a"].id, right=c["hurt b"].id, steps=steps, relation="disjoint")
    hurt = (c["hurt b"], c["hurt a"], c["hurt a again"])
    boats = (c["port"], c["starboard"], c["boats b"])
    alone = "only one source says it"
    return (
        fact(
            "count",
            "passengers hurt",
            "conflict",
            "nine and eleven cannot both hold",
            *hurt,
            links=(link,),
            low=9.0,
            high=11.0,
        ),
        fact("count", "lifeboats by side", "agree-by-sum", "4 + 3 = 7, and the two sides make the whole ship", *boats),
        fact("count", "lifeboats", "agree", "equal numbers of the same thing", c["boats a"], c["boats b"], origins=1),
        fact(
            "quote",
            "“We had trained for this night…”",
            "agree",
            "the same words but for one",
            c["quote a"],
            c["quote b"],
        ),
        fact(
            "count",
            "people hurt",
            "update",
            "the later article counts more",
            c["hurt c"],
            c["hurt a"],
            low=9.0,
            high=13.0,
        ),
        fact("count", "people on board", "compatible", "212 is more than 200", c["aboard"], c["ashore"]),
        fact("count", "number of lifeboats", "compatible", "“several” names no number", c["boats a"], c["boats c"]),
        fact("measure", "speed of the Marigold", "single-source", alone, c["speed"]),
        fact("date", "Captain Ines Okafor in command", "single-source", alone, c["since"]),
        fact("measure", "hours that the tug needs", "single-source", alone, c["hours"]),
        fact("event", "ferry", "single-source", alone, c["ship"]),
    )


def _flags() -> tuple[Flag, ...]:
    return (
        Flag(
            check="name-changes",
            severity="high",
            confidence="high",
            primary=locate(B, "Merry Gold"),
            related=(locate(B, "Marigold"),),
            message="The crew is that of the “Merry Gold” here and of the “Marigold” elsewhere. Is it one ship?",
        ),
        Flag(
            check="promise-without-name",
            severity="low",
            confidence="low",
            primary=locate(A, "The regional transport minister"),
            message="The minister is not named. Who is it?",
        ),
    )


def _not_checked() -> tuple[NotChecked, ...]:
    start = BEACON.index("Photo")
    lost = ("The mayor", "thanked the crew", "for their calm", "The tug Hercules")
    return (
        NotChecked(what="ferry/scan.pdf", reason="no text in this form"),
        NotChecked(what=BEACON[start:-1], reason="caption", article="beacon", start=start, end=len(BEACON) - 1),
        NotChecked(what="the whole article", reason="no date of publication", article="courier"),
        NotChecked(what="sentence", reason="no number in it", article="beacon", start=start, end=start + 19),
        *(NotChecked(what=w, reason="no number in it", article="courier", start=COURIER.index(w)) for w in lost),
    )


def ferry() -> Report:
    """Return a report that holds every verdict, a shown and a folded flag, and things not checked."""
    claims = _claims()
    return report((A, B, C), _facts(claims), claims.values(), _flags(), _not_checked())


def nothing() -> Report:
    """Return the report of no article."""
    return report((), (), ())


def alone() -> Report:
    """Return a report of one article from memory."""
    article = Article.from_text(id="note", text="Five swans left the lake.\n")
    swans = claim(article, "Five swans", exactly(5))
    return report((article,), (fact("count", "swans", "single-source", "only one source says it", swans),), (swans,))


def crowd(size: int = 12) -> Report:
    """Return a report of many articles that all say one thing, but for the eighth."""
    trees = [40 + (n == 7) for n in range(size)]
    articles = [
        Article(
            id=f"paper-{n:02}",
            text=f"The storm felled {trees[n]} trees.\n",
            outlet=f"Paper {n}",
            path=f"storm/{n:02}.txt",
        )
        for n in range(size)
    ]
    felled = [claim(a, f"{number} trees", exactly(number)) for a, number in zip(articles, trees, strict=True)]
    storms = [claim(a, "storm", Named(name="storm", type="event"), kind="event") for a in articles[:2]]
    facts = (
        fact("count", "trees felled", "conflict", "40 and 41 cannot both hold", *felled, low=40.0, high=41.0),
        fact("event", "storm", "agree", "the same event", *storms),
    )
    return report(articles, facts, [*felled, *storms])


HOSTILE = (
    "[red]stop[/red] [/] [link=http://evil.example]x[/link] :boom: \x1b[31mred\x1b[0m \x07 \u202egnp.exe\u202c a \\| b "
    "``` `code` <script>alert(1)</script> **bold** _under_ # head &amp; $x$ ![i](j) @editor #12 https://evil.example "
    + "w" * 300
    + " \x9b31m </details> end"
)


def hostile() -> Report:
    """Return a report in which every string that an article or a path can reach is hostile."""
    text = f"# {HOSTILE}\n1. Then 4 {HOSTILE}\n\u2028- And 5 {HOSTILE}\n"
    path = "d|`{}`\u202e[red]/x.txt"
    articles = [
        Article(id=f"{n}|`x`[b]\x1b", text=text, outlet=HOSTILE, title=HOSTILE, path=path.format(n), origin=HOSTILE)
        for n in range(2)
    ]
    said = Speech(speaker=HOSTILE, cue=HOSTILE)
    claims = [
        claim(a, quote, Said(words=HOSTILE), subject=HOSTILE, predicate=HOSTILE, speech=said)
        for a in articles
        for quote in ("4 [red]", "5 [red]stop[/red] [/]")
    ]
    facts = (
        fact("count", HOSTILE, "conflict", HOSTILE, *claims, low=4.0, high=5.0, unit="[red]|"),
        fact("count", HOSTILE, "single-source", HOSTILE, claims[0]),
    )
    where = locate(articles[0], HOSTILE)
    high = Flag(check="x", severity="high", confidence="high", message=HOSTILE, primary=where)
    low = Flag(check="x", severity="high", confidence="low", message=HOSTILE, primary=where)
    lost = NotChecked(what=HOSTILE, reason=HOSTILE, article=articles[0].id, start=3, end=9)
    return report(articles, facts, claims, [high, low], [lost])
