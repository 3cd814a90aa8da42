"""Numbers in a text, in figures and in words: what each is worth and to which step it was rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from verify.claims.quantity.lexicon import either, ends_before, small_numbers, table, words
from verify.claims.quantity.patterns import pattern
from verify.values.extent import Change
from verify.values.figures import Number, grain_of, tidy

SHARE_GRAIN = 0.02
"""Named parts are rough: "half" is said of 49 as of 51 percent."""
SPAN_GRAIN = 0.5
"""One span of time is rounded to its half: "an hour" is said of 50 minutes as of 70, a week of no ten days."""
OF_SCALE = 1000
"""Parts of a scale to which a part of it that is no whole number is told: two-thirds of a million are 667,000."""
PLURAL = re.compile(r"\s+(?:people|euros?|dollars?|pounds|(?!was|has|does|this)[a-z]{3,}s\b)")
LED = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
"""What stands between two ends of a range, of which one sign of money is of both."""
RUNNING = re.compile(r"\s+(?:in\s+a\s+row|running|straight)\b")
"""Behind "three quarters" that are spans of a year."""
SPANS = re.compile(r"\b(?:last|past|next|first|previous|prior|final)\s$", re.IGNORECASE)
LASTING = re.compile(r"\b(?:an?|another)\s+$", re.IGNORECASE)
SHORT_SCALES = frozenset({"bn", "mn", "mln", "tn", "bln", "tln"})
"""Short scales that are no unit's, so that a blank may stand before them."""
LONGEST = 22
"""Figures of the longest number that is read; a longer one is no quantity in the news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number between two offsets: its worth, the step of its last figure, and how it is written.

    `high` is the upper end of a vague number or of a plural such as "dozens", 0 where open, and `words` its text.
    `share` marks a part of something ("a third of"), `unit` and `change` what the number itself tells ("doubled", "2:04:11"), `scale` is that
    of "2 million", `sign` a currency.
    """

    start: int
    end: int
    number: Number
    grain: Number
    high: Number | None = None
    vague: bool = False
    share: bool = False
    unit: str | None = None
    change: Change | None = None
    scale: int = 1
    sign: str = ""
    words: str = ""


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text from left to right; none overlaps another, and absurd ones are left out."""
    before: Numeral | None = None
    for match in pattern().finditer(text):
        led = before is not None and bool(before.sign) and LED.fullmatch(text[before.end : match.start()]) is not None
        found = _read(match, led=led)
        if found is not None:
            before = found
            yield found
        else:
            yield from (
                _single(match, group) for group in ("part", "whole", "count") if 0 < len(match[group] or "") < LONGEST
            )


def _single(match: re.Match[str], group: str) -> Numeral:
    """Return a number of a match that is no part of a whole: "12 in six boxes", "two quarters"."""
    start, end = match.span(group)
    return Numeral(start=start, end=end, number=_small(match[group]), grain=1, words=match[group])


def _read(match: re.Match[str], *, led: bool) -> Numeral | None:
    if match["zero"]:
        return Numeral(start=match.start(), end=match.end(), number=0, grain=1, words=match[0].lower())
    if match["single_unit"]:
        return Numeral(start=match.start(), end=match.end(), number=1, grain=1, words=match[0])
    if match["span"]:
        return _span(match)
    if match["ordinal"]:
        return _ordinal(match)
    if match["lapse"]:
        return _lapse(match)
    if match["times_over"] or match["fold"] or match["over_again"] or match["so_many"]:
        return _multiple(match)
    if match["digits"] or match["lone"]:
        return _figures(match, led=led)
    if match["vague"] or match["loose"] or match["scores"]:
        return _loose(match)
    if match["cardinal"]:
        number, grain, scale = worth(match["cardinal"])
        return Numeral(start=match.start(), end=match.end(), number=number, grain=grain, scale=scale, words=match[0])
    return _part(match)


def _ordinal(match: re.Match[str]) -> Numeral | None:
    """Return the seconds of "a thirty-second delay", None for an ordinal."""
    if match["nth"].lower() != "second" or not LASTING.search(match.string, 0, match.start()):
        return None
    number, grain, _ = worth(match["ordinal"])
    return Numeral(start=match.start(), end=match.end("ordinal"), number=number, grain=grain, words=match["ordinal"])


def _span(match: re.Match[str]) -> Numeral | None:
    """Return the one hour of "for an hour", None where no word before tells that the span is how long something is ("$20 an hour")."""
    if ends_before(_lasting(), match.string, match.start()) is None:
        return None
    return Numeral(start=match.start(), end=match.end(), number=1, grain=SPAN_GRAIN, words=match[0])


@cache
def _lasting() -> re.Pattern[str]:
    between = either([*(w for limits in table("before").values() for w in limits), *words("fillers")])
    return re.compile(rf"\b{either(words('lasting', 'before'))}\s+(?:{between}\s+)*$", re.IGNORECASE)


def _lapse(match: re.Match[str]) -> Numeral:
    """Return the seconds of "2:04:11" or "1:58.42"."""
    total, places = Fraction(0), len(match["lapse"].partition(".")[2])
    for part in match["lapse"].split(":"):
        total = total * 60 + Fraction(Decimal(part))
    return Numeral(
        start=match.start(), end=match.end(), number=_plain(total), grain=_plain(Fraction(1, 10**places)), unit="second"
    )


def _multiple(match: re.Match[str]) -> Numeral | None:
    """Return how many times over something has grown or is more; what is halved falls by 50 percent."""
    grown, again = match["times_over"], match["over_again"]
    told = match["fold"] or match["so_many"] or ""
    if len(told) > LONGEST:
        return None
    known = {**table("multiples"), **table("held"), "hundred": 100, "thousand": 1000}
    name = (grown or again or told).lower()
    times = known.get(name) or (float(name) if "." in name else _small(name))
    start, end, words = match.start(), match.end(), match[0].lower()
    if times < 1:
        return Numeral(start=start, end=end, number=100 * times, grain=2, unit="%", change="down", words=words)
    change: Change | None = "up" if grown or match["fold"] else None
    return Numeral(start=start, end=end, number=times, grain=1, unit="times", change=change, words=words)


def _figures(match: re.Match[str], *, led: bool) -> Numeral | None:
    digits = re.sub(r"[,\s'’]", "", match["digits"] or "0")
    if len(digits) > LONGEST:
        return None
    scale = _scale(match, led=led)
    exact = Fraction(Decimal(digits)) + _fraction(match)
    if match["tail"]:
        exact += Fraction(1, 2 if match["tail"].lower().endswith("half") else 4)
    if match["over"]:
        exact = Fraction(Decimal(digits)) / int(match["over"])
    places = len(digits.partition(".")[2])
    grain = Fraction(1, 10**places) * scale if places or scale > 1 else Fraction(grain_of(_plain(exact)))
    negative = bool(match["sign"] or match["inner"])
    end = match.end("letter") if match["letter"] and scale == 1 else match.end()
    if match["letter"] and scale == 1:
        end = match.start("letter")
        end -= len(match.string[:end]) - len(match.string[:end].rstrip())
    return Numeral(
        start=match.start(),
        end=end,
        number=_plain(-exact * scale if negative else exact * scale),
        grain=_plain(grain),
        share=bool(match["over"] or (match["lone"] and not match["digits"])),
        scale=scale,
        sign=match["money"] or "",
    )


def _scale(match: re.Match[str], *, led: bool) -> int:
    """Return the scale that stands behind figures; "m" without money before it is a metre unless people follow."""
    if match["scale"]:
        of = table("scales")[match["scale_of"].lower()] if match["scale_of"] else 1
        return of * (12 if match["scale"].lower() == "dozen" else int(table("scales")[match["scale"].lower()]))
    letter = match["letter"]
    if not letter or (not match["money"] and not led and not _counts(match, letter)):
        return 1
    return int(table("letters")[letter])


def _counts(match: re.Match[str], letter: str) -> bool:
    touching = match.start("letter") == 0 or not match.string[match.start("letter") - 1].isspace()
    plural = PLURAL.match(match.string, match.end())
    if letter in SHORT_SCALES:
        return True
    decimal_billion = letter == "b" and "." in (match["digits"] or "")
    return touching and (
        letter in {"k", "K", "mil", "M", "MM"} or decimal_billion or (letter in {"m", "b"} and plural is not None)
    )


def _fraction(match: re.Match[str]) -> Fraction:
    """Return what stands behind the figures: "2½", "2 1/2", "2 and a half"."""
    glyph = match["glyph"] or match["lone"]
    out = Fraction(*table("glyphs")[glyph]) if glyph else Fraction(0)
    if match["top"]:
        out += Fraction(int(match["top"]), int(match["under"]))
    if match["more"]:
        out += Fraction(1, 2 if match["more"].lower().endswith("half") else 4)
    return out


def _plain(number: Fraction) -> Number:
    return int(number) if number.denominator == 1 else tidy(float(number))


def worth(text: str) -> tuple[Number, Number, int]:
    """Return what a number in words is worth, the step of its last figure, and its scale."""
    total, current, scale = Fraction(0), Fraction(0), 1
    words = re.findall(r"[a-z]+", text.lower())
    for i, word in enumerate(words):
        if word == "point":
            current += _decimals(words[i + 1 :])
            break
        if word in small_numbers():
            current += small_numbers()[word]
        elif (size := _part_of(words, i)) is not None:
            current = (current or Fraction(1)) / size
        elif word in {"half", "quarter", "quarters"}:
            piece = _piece(words, i)
            behind = scale > 1 and i > 1 and words[i - 1] == "a" and not current
            total, current = (total + piece * scale, current) if behind else (total, current + piece)
        elif word in {"dozen", "dozens"}:
            current = (current or Fraction(1)) * 12
        elif word == "hundred":
            current = (current or Fraction(1)) * 100
        elif word in table("scales"):
            scale = table("scales")[word]
            nested = bool(total) and not current
            total = total * scale if nested else total + (current or Fraction(1)) * scale
            current = Fraction(0)
    exact = total + current
    if words[0] in {"minus", "negative"}:
        exact = -exact
    if exact.denominator > 1 and scale > 1 and "of" in words:
        exact = Fraction(round(exact * OF_SCALE / scale) * scale, OF_SCALE)
        return _plain(exact), scale // (OF_SCALE // 10), scale
    grain = scale if scale > 1 and exact % scale == 0 else grain_of(_plain(exact))
    return _plain(exact), grain, scale


def _part_of(words: list[str], i: int) -> int | None:
    """Return of how many parts one is named that a scale behind it is taken of: the three of "two-thirds of a million"."""
    if words[i + 1 : i + 2] != ["of"]:
        return None
    name = "half" if words[i] == "halves" else words[i]
    found: int | None = table("parts").get(name, table("parts").get(name.removesuffix("s")))
    return found


def _piece(words: list[str], i: int) -> Fraction:
    """Return the half or the quarters at a place; "three quarters" after "and" counts its three once."""
    if words[i] == "half":
        return Fraction(1, 2)
    return Fraction(3, 4) - 3 if words[i] == "quarters" and words[i - 1] == "three" else Fraction(1, 4)


def _decimals(words: list[str]) -> Fraction:
    digits = "".join(str(small_numbers()[w]) for w in words if w in small_numbers())
    return Fraction(int(digits), 10 ** len(digits)) if digits else Fraction(0)


def _loose(match: re.Match[str]) -> Numeral:
    """Return a vague word or a plural of a power of ten with the ends it allows."""
    if match["vague"]:
        low, high = table("vague")[re.sub(r"\s+", " ", match["vague"].lower())]
        scale = (
            12 if (match["times"] or "").lower() == "dozen" else table("scales").get((match["times"] or "").lower(), 1)
        )
        return _ends(match, low * scale, high * scale, vague=True)
    low, high = table("magnitudes")[(match["loose"] or match["scores"]).lower()]
    if match["first"]:
        low, high = (low * end for end in table("magnitudes")[match["first"].lower()])
    return _ends(match, low, high, vague=False)


def _ends(match: re.Match[str], low: int, high: int, *, vague: bool) -> Numeral:
    words = re.sub(r"\s+of$", "", match[0].lower())
    return Numeral(start=match.start(), end=match.end(), number=low, high=high, grain=low, vague=vague, words=words)


def _part(match: re.Match[str]) -> Numeral | None:
    """Return a part of something: "half", "two-thirds", "one in five"."""
    if match["half"]:
        return _portion(match, Fraction(1, 2))
    if match["whole"]:
        over, under = _small(match["part"]), _small(match["whole"])
        return _portion(match, Fraction(over, under)) if 0 < over < under else None
    name = (match["plural"] or match["single"] or match["halfway"]).lower()
    if name == "quarters" and _spans_of_a_year(match):
        return None
    size = table("parts")["half" if name == "halves" else name.removesuffix("s") if match["plural"] else name]
    count = 1 if match["count"].lower() in {"a", "an"} else _small(match["count"])
    return _portion(match, Fraction(count, size)) if len(match["count"]) < LONGEST else None


def _spans_of_a_year(match: re.Match[str]) -> bool:
    """Return whether quarters are no fraction: "two quarters", "three quarters in a row", "the last three quarters"."""
    text, three = match.string, match["count"].lower() in {"three", "3"}
    return (
        not three or RUNNING.match(text, match.end()) is not None or ends_before(SPANS, text, match.start()) is not None
    )


def _small(text: str) -> int:
    plain = text.lower().replace(",", "")
    return int(plain) if plain.isdigit() and len(plain) < LONGEST else int(worth(plain)[0])


def _portion(match: re.Match[str], exact: Fraction) -> Numeral:
    return Numeral(
        start=match.start(), end=match.end(), number=_plain(exact), grain=SHARE_GRAIN, share=True, words=match[0]
    )
