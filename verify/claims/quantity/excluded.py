"""Figures that name, date, score or address something: they are no quantities."""

from __future__ import annotations

import re
from functools import cache

from verify.claims.quantity.lexicon import either, words

_PLURAL = r"(?!was|is|has|does|this|as|its|his|plus|across|gas|us|less)[a-z]+s"
_HOUSE_ENDS = (
    r"[.,;)]|$|(?<=\s)(?:in|near|on|at|and|was|is|where|when|for|about|around|shortly|just|early|late|before|after)\b"
)
"""What may follow a street without "Street" ("at 55 Broadway, where", "at 6301 Pine near the park"); no word for people or things."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (re.compile("|".join((*_dates(), *_clock(), *_codes())), re.IGNORECASE), re.compile("|".join(_cased())))


def _dates() -> tuple[str, ...]:
    return (
        rf"\b{MONTH}\s+{DAY}(?:\s?(?:[-–]|to|and|through)\s?{DAY}\b(?!\s[a-z]+s\b))?(?![\w:])(?:,?\s+[12][0-9]{{3}}\b)?",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?![a-z])(?:,?\s+[12][0-9]{{3}}\b)?",
        rf"\b{MONTH}\s+[12][0-9]{{3}}\b",
        r"\b[12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9]\b",
        r"\b[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{2}|[0-9]{4})\b(?!\.[0-9])",
        r"\b(?:9\s?/\s?11|7\s?/\s?7|24\s?/\s?7|20/20|50[-/]50|4x4|[0-9]+x[0-9]+)\b",
        r"\b[12][0-9]{3}\s?[-–/]\s?(?:[12][0-9]{3}|[0-9]{2})\b(?!\s?[0-9,])(?=\W)(?!\s+(?:people|dead|miles))",
        r"\b(?:a\.?d\.?|c\.?e\.?)\s[0-9]{1,4}(?:\s+(?:and|to|or|-|–)\s+[0-9]{1,4})?",
        r"\b[0-9]{1,4}\s?(?:b\.c\.|bce?\b|a\.d\.)",
        r"['’]?[0-9]{2,4}['’]?s\b",
        r"\b[0-9]+(?:st|nd|rd|th)\b",
    )


def _clock() -> tuple[str, ...]:
    meridiem = r"(?:[ap]\.\s?m\.?|[ap]m\b)"
    minutes = r"(?:(?:[:.]|:\s)[0-9]{2})?"
    return (
        rf"\b[0-9]{{1,2}}{minutes}(?:\s?(?:[-–]|to|and|or|until)\s?[0-9]{{1,2}}{minutes})?\s?{meridiem}",
        r"(?<![\d:])[0-9]{1,2}:[0-9]{2}\b(?![:.][0-9])",
        r"\b(?:[0-9]{1,2}|[a-z]+)\s+o['’]clock",
        r"\b0[0-9]{3}\s+hours\b",
    )


def _codes() -> tuple[str, ...]:
    before = either(words("names", "before"))
    emergency = either(str(n) for n in words("names", "emergency"))
    roof = either(words("names", "guns"))
    return (
        r"\+?[0-9]?[-. ]?\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}\b",
        r"\b[0-9]{3}-[0-9]{4}\b",
        r"\+[0-9][0-9 -]{6,}[0-9]",
        r"https?://\S+|\bwww\.\S+|[\w.+-]{1,64}@\S+|\b[\w-]{1,63}\.(?:com|org|net|gov|edu|co\.uk)\b\S*",
        rf"(?<![\w$-]){before}\s?#?\s?[0-9][0-9.,]*(?:[-–][0-9]+)?[a-z]?\b(?!\s?%|[-–]|\s+(?:per\s?cent|people|{_PLURAL})\b)",
        r"#\s?[0-9]+",
        rf"\b{emergency}\b(?![.,][0-9])(?!\s+(?:people|(?!calls?\b|dispatchers?\b|operators?\b|tapes?\b|recordings?\b)[a-z]{{3,}}s)\b)",
        rf"(?<![0-9])\.?[0-9]+(?:\.[0-9]+)?[\s-]*(?:mm|millimet(?:er|re))?[\s-]+{roof}\b",
        r"(?<![\w.])\.[0-9]{2,3}\b(?!\s?(?:%|percent|per))(?=[\s-][a-z])",
        r"\b[0-9]{1,2}[\s-]gauge\b",
        r"\b[0-9]+[\s-](?:to|and|in)[\s-]one\b|\b[0-9]+[-–]to[-–][0-9]+\b",
        r"(?m:^)\s*\(?[0-9]{1,2}[.)](?:\s(?=\S)|$)",
        r"\b(?:an?|the)\s[0-9]{1,2}k\b(?!\s+[a-z]+s\b)",
        r"\[[0-9]+\]|§+\s?[0-9.]+",
        r"\b[0-9]+00[\s-](?:block|hundred block)\b",
    )


def _cased() -> tuple[str, ...]:
    """Patterns in which capitals count: addresses, models, zip codes."""
    street = either({w for s in words("names", "streets") for w in (s, s.title())})
    roads = either(words("names", "roads"))
    compass = r"(?:[NSEW]\.?|North|South|East|West|Northeast|Northwest|Southeast|Southwest|[NS][EW])"
    titled = either(w.title() for w in words("names", "before") if w.isalpha())
    return (
        rf"(?<![\w$-]){titled}\s#?[0-9][0-9.,]*(?!\s?%|[-–\d])\b",
        rf"\b[0-9]+(?:[-–][0-9]+)?\s(?:{compass}\s)?(?:(?:[A-Z][\w.'’-]*|[0-9]+(?:st|nd|rd|th))\s){{1,5}}{street}(?!\w)",
        rf"(?<=\bat )[0-9]{{1,5}}\s(?:{compass}\s)?(?:[A-Z][\w’'-]+\s?){{1,3}}(?<!s)(?<!s\s)(?={_HOUSE_ENDS})",
        rf"\b[0-9]+,?\s{roads}\s[A-Z]\w+",
        r"\b[0-9]{2,6}\s[NSEW][EW]?\.?\s(?:(?!Korea|Africa)[A-Z][a-z]+|[0-9]+\s(?:North|South|East|West)\b)",
        rf"\b[0-9]+\s{compass}\s[0-9]+\s{street}(?!\w)",
        r"\b[0-9]+\s(?:Freeway|Expressway|Turnpike|Highway|Parkway)\b",
        r"\b[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?\b",
        r"\b[A-Z]+[-–][0-9]+\w*|\b[A-Z][a-z]+-[0-9]+\w*",
    )


def excluded(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a text whose figures are dates, times, names, codes, addresses or scores."""
    return tuple((m.start(), m.end()) for p in _patterns() for m in p.finditer(text))
