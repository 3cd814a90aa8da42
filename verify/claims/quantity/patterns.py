"""One pattern that finds every way in which English writes a number."""

from __future__ import annotations

import re
from functools import cache

from verify.claims.quantity.lexicon import either, small_numbers, table, words
from verify.values.units import currencies, units

GROUPED = (
    r"[0-9]{1,3}(?P<apart>[,\u00a0\u202f\u2009'’])[0-9]{3}(?:(?P=apart)[0-9]{3})*(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9]|[-–][a-z])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|(?<![0-9], )(?<![0-9],)[1-9][0-9]{0,2}, [0-9]{3}(?![0-9,]|\s(?:and|or)\s[0-9])"
)
"""Figures in groups of three, or of two above a thousand; a blank behind the comma is left by some pages ("1, 400")."""
FIGURES = rf"(?:{GROUPED}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
GAP = r"[\s-]+"
FREE = r"(?<![\w-])"
STANDARD = (
    r"as\s+(?:many|much|[a-z]+\s+as)\b|(?:more|what)\b|that\s+(?:of|amount|number|figure|sum)\b"
    r"|the\s+(?!same\b|next\b|following\b|past\b|first\b|last\b)"
)
"""What a number is held against behind "three times" or "twice"."""
POINT = r"(?=[\s-]+(?:percentage[\s-]+)?points?\b)"
"""Behind a part of a point: "a quarter point", "a half percentage point"."""
SPAN_END = r"(?!\s+(?:ago|earlier|later|old|before\s+last|after\s+next|from\s+now)\b|[-–])"
"""Behind one span of time that tells how long something is: nothing that makes it tell when."""
PARTS_END = r"(?=\s+of\b|\s*(?:[.,;)]|$)|\s+(?:in|since|from|to|this|last|over|by|when|as|on|compared|at|more|less)\b)"


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern; its named groups say which way of writing was found."""
    ways = (
        *(_zero(), _ordinal(), _lapse(), _ratio(), _share(), _half(), _multiple()),
        *(_figures(), _loose(), _cardinal(), _single_unit()),
    )
    return re.compile("|".join(ways), re.IGNORECASE)


def _zero() -> str:
    """Nothing at all: "no casualties", "none of the passengers", "no one"."""
    nouns = either(words("zero"))
    return (
        rf"{FREE}(?P<zero>no{GAP}one|nobody|no(?=\s+(?:[a-z]+\s+){{0,2}}{nouns}\b)"
        rf"|none(?=\s+of\s+(?:the|those|its|his|her|their|our)\b))(?![\w'’-])"
    )


def _single_unit() -> str:
    """The article of one unit and a part of it, of one and two, or of one span of time: "an hour and a half", "a day or two", "for an hour"."""
    more = rf"[a-z]+{GAP}(?:and{GAP}a{GAP}(?:half|quarter)|or{GAP}(?:two|so))\b"
    return rf"{FREE}(?:(?P<single_unit>an?)(?={GAP}{more})|(?P<span>an?)(?={GAP}{either(words('lasting', 'spans'))}\b{SPAN_END}))"


def _ordinal() -> str:
    """Ordinals above twenty, which count nothing: "the thirty-first floor"."""
    hundreds = rf"(?:(?:{either(table('ones'))}|an?){GAP}hundred{GAP}(?:and{GAP})?)?"
    return rf"{FREE}(?P<ordinal>{hundreds}{either(table('tens'))})-(?P<nth>{either(words('ordinals'))})(?!\w)"


def _lapse() -> str:
    """A time that was taken, in hours, minutes and seconds: "2:04:11", "1:58.42"."""
    seconds = r"[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|[0-5]?[0-9]\.[0-9]{1,3}"
    zone = r"(?!\s*(?:[ap]\.?m\b|(?-i:[A-Z]{1,3}T|UTC)\b))"
    return rf"(?<![\w:.])(?P<lapse>[0-9]{{1,2}}:(?:{seconds}))(?![\w:]){zone}"


def _multiple() -> str:
    """How many times over: "doubled", "halved", "a threefold rise", "twice as many", "three times the price"."""
    folds = either([*small_numbers(), "hundred", "thousand"])
    grown = rf"(?P<times_over>{either(table('multiples'))})|(?P<fold>{folds}|[0-9]+)[-\s]?fold"
    again = rf"(?P<over_again>{either(table('held'))})(?=\s+(?:{STANDARD}|last\b|its\b|their\b))"
    times = rf"(?P<so_many>{folds}|[0-9]+(?:\.[0-9]+)?)\s+times(?=\s+(?:{STANDARD}))"
    return rf"{FREE}(?:{grown}|{again}|{times})(?!\w)"


def _figures() -> str:
    """Figures with what may touch them: a currency before, a sign, a fraction, a scale in words or letters."""
    signs = either(s for c in currencies().values() for s in c.before)
    letters = either(k for k in table("letters"))
    letter_signs = either(s for c in currencies().values() for s in c.initial)
    glyphs = "".join(table("glyphs"))
    scales = either([*table("scales"), "dozen"])
    sum_of = rf"(?=[0-9][0-9 ,]*(?:[.,][0-9]|\s[0-9]{{3}}\b|\s?(?:{scales}|(?-i:{letters}))\b))"
    return (
        rf"(?<![\w:#@{glyphs}])(?<!/(?=[0-9]))(?<![0-9][.,])(?:(?<![A-Za-z][-–])|(?<=[0-9][kKmMbB][-–])|(?<=[0-9](?:bn|tn)[-–])|(?<=\b[Ss]ub[-–])|(?<=[0-9][-–][Ff]oot[-–])|(?<=[0-9][-–][Ff]eet[-–]))(?<![-–][-–])"
        rf"(?P<sign>(?<![\w)%])[-−–]|(?<!plus or )(?:minus|negative)[\s-])?"
        rf"(?:(?P<money>(?-i:{signs})|(?-i:{letter_signs}){sum_of})\s?(?P<inner>[-−])?)?"
        rf"(?:(?P<digits>{FIGURES})(?:\s?(?P<glyph>[{glyphs}])|[\s-]{{1,2}}(?P<top>[1-9])/(?P<under>[1-9][0-9]?)(?![0-9/])"
        rf"|/(?P<over>[1-9][0-9]?)(?![0-9/]))?|(?P<lone>[{glyphs}]))(?P<more>{GAP}and{GAP}a{GAP}(?:half|quarter))?"
        rf"(?:[\s-]*(?P<scale>{scales})s?\b(?:\s+(?P<scale_of>{scales})\b)?(?P<tail>{GAP}and{GAP}a{GAP}(?:half|quarter)\b)?|\s?(?P<letter>(?-i:{letters}))(?![\w]))?"
    )


@cache
def _sub_hundred() -> str:
    ones = either(w for w in table("ones") if w != "zero")
    tens = rf"{either(table('tens'))}(?:[\s-]+{ones}\b)?"
    return rf"(?:{tens}|{either(table('teens'))}|{ones}|zero)\b"


@cache
def _sub_thousand() -> str:
    small = _sub_hundred()
    return rf"(?:(?:{small}|an?){GAP}hundred(?:{GAP}(?:and{GAP})?{small})?|{small})"


def _cardinal() -> str:
    """Numbers in words, with scales, dozens and halves: "two hundred and six", "half a million", "three and a half"."""
    small, group = _sub_hundred(), _sub_thousand()
    scales = either(k for k in table("scales") if k != "hundred")
    rest = rf"{GAP}(?:and{GAP})?{group}|,\s+(?:{small}|an?){GAP}hundred(?:{GAP}(?:and{GAP})?{small})?"
    scaled = rf"(?:{group}|an?){GAP}{scales}(?:{GAP}(?:and{GAP})?{group}{GAP}{scales})*(?:{rest})?"
    dozen = rf"(?:{group}|an?){GAP}dozens?"
    half = rf"(?:half|(?:an?{GAP})?quarter){GAP}(?:an?{GAP})?(?:{scales}|hundred|dozen)"
    part = rf"(?:(?:{small}|an?){GAP})?(?:{_part_names()}){_of_scale()}"
    mixed = rf"(?:{GAP}and{GAP}(?:a{GAP})?(?:half|(?:three{GAP})?quarters?)|{GAP}point(?:{GAP}{group})+)"
    bare = rf"hundred{GAP}{scales}"
    core = rf"(?:(?<!plus or )(?:minus|negative)[\s-]+)?(?:{part}|{half}|{dozen}|{scaled}|{group}|{bare}){mixed}?(?:{GAP}{scales})?"
    return rf"{FREE}(?P<cardinal>{core})(?![\w])"


def _share() -> str:
    """Parts: "two-thirds", "a quarter of", "by a third"; a lone "a third" is an ordinal."""
    ones = either([*(w for w in table("ones") if w != "zero"), "a", "an"])
    several, single = _part_names(plural=True), either(table("parts"))
    return (
        rf"{FREE}(?P<count>{ones}|[0-9]+)[\s-]+(?!(?:{_part_names()}){_of_scale()})(?:(?P<plural>{several})(?!\w)"
        rf"|(?P<single>{single})(?:{PARTS_END}|{POINT})|(?P<halfway>half)\b)"
    )


def _part_names(*, plural: bool = False) -> str:
    """Return the names of parts in the plural, and in the singular as well unless only those in the plural are asked for."""
    several = ["halves", *(p + "s" for p in table("parts") if p != "half")]
    return either(several if plural else [*several, *table("parts")])


def _of_scale() -> str:
    """Behind a part of a scale: "two-thirds of a million", "a quarter of a billion"."""
    return rf"{GAP}of{GAP}an?{GAP}{either(k for k in table('scales') if k != 'hundred')}\b(?![-–])"


def _half() -> str:
    """The word "half" before what it halves, be it a unit ("half-mile"), never the half of a match or a year ("half-time")."""
    not_after = "".join(
        rf"(?<!\b{w}\s)" for w in ("first", "second", "other", "latter", "last", "back", "better", "a", "top", "and")
    )
    numbers = either([*(k for k in table("scales")), "dozen"])
    measured = either(w for u in units().values() for w in u.words)
    halved = rf"(?=\s+(?:of|the|its|his|her|their|our|those|these|all|an?)\b|-{measured}\b)"
    return rf"{FREE}{not_after}(?P<half>half)\b(?!{GAP}(?:an?{GAP})?{numbers}\b){halved}"


def _ratio() -> str:
    """Parts of a number: "one in five", "nine out of 10", "one bus in four"."""
    numbers = either(small_numbers())
    part, whole = rf"(?:{numbers}|[0-9]+)", rf"(?:{numbers}|a\s+hundred|[1-9][0-9]?0*|[0-9]+,000)"
    no_time = (
        r"\b(?=\s+[a-z]|\W|$)(?!\s*(?:-|\s)(?:second|minute|hour|day|week|month|year)s?\b)(?!\s*(?:[:%.,]\d|[ap]\.?m))"
    )
    things = r"(?!\s+(?!is\b|was\b|has\b)(?:[a-z]+\s+)?(?:[a-z]{3,}s|people|men|women|children)\b)"
    named = rf"(?:(?<=\bone)\s+[a-z]+(?=\s+in\s+(?:every\s+)?[\w,]+\b{things}))?"
    return rf"{FREE}(?P<part>{part}){named}\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>{whole}){no_time}"


def _loose() -> str:
    """Vague words and plurals: "several hundred", "tens of thousands", "a couple of"."""
    scales = either([*table("scales"), "dozen"])
    plural = either(w for w in table("magnitudes") if w not in {"tens", "scores"})
    first = either(table("magnitudes"))
    return (
        rf"{FREE}(?:(?P<vague>{either(table('vague'))})(?:\s+of)?(?:{GAP}(?P<times>{scales}))?"
        rf"|(?:(?P<first>{first})\s+of\s+)?(?P<loose>{plural})|(?P<scores>scores)(?=\s+of\b))\b"
    )
