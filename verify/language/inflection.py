"""Infinitives of regular verbs by the rules of English spelling: which forms lost an "e", and which doubled a letter."""

from __future__ import annotations

import re
from collections.abc import Container

ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}
"""Of the tags whose words are regular forms when they end so."""
SHORTEST = 2
PREFIXES = ("re", "un", "mis", "over", "out", "dis", "co")
KEPT_DOUBLE = frozenset("lsfz")
"""Letters that a verb can end in twice ("spill", "kiss"); any other was doubled before the ending ("gunned")."""
ONE_SYLLABLE = re.compile(r"(?:[^aeiouy]|qu)*[aeiouy][^aeiouwxy]")
"""Ends so, and is whole, only where an "e" was lost: a short vowel would have doubled the consonant ("staring", "starring")."""
LOST_E = re.compile(
    r"(?:[cuv]|[aeiouy]z|[aeiou]g|[dlr]g|[eu]ng|[aeiounrlp]s|[bcdfgkptz]l"
    r"|[^aeo]at|uad|[^aeiou](?:[aiou]d|ut|ok|ul|a[pr]|i[knrsz]|un|ur)|quir|plet|[^aeo]um|(?:pl|gn|st)or|[^e]e)$"
)
"""Ends of what is left of a verb that mostly ended in "e": "collid", "vaccinat", "arous", "merg", "handl"."""


def infinitive(form: str, xpos: str, known: Container[str]) -> str | None:
    """Return the infinitive of a regular form in lower case, None for any other word; known verbs decide where spelling does not."""
    ending = ENDINGS.get(xpos, "")
    if not ending or not form.isalpha() or not form.endswith(ending) or len(form) - len(ending) < SHORTEST:
        return None
    if ending == "s":
        return _of_third_person(form, known)
    if form.endswith("ied"):
        return form[:-1] if len(form) == len("died") else f"{form[:-3]}y"
    stem = form.removesuffix(ending)
    if stem[-1] == stem[-2] and stem[-1] not in "eo":
        return _of_doubled(stem, known)
    if ONE_SYLLABLE.fullmatch(stem):
        return f"{stem}e"
    found = [verb for verb in (stem, f"{stem}e") if verb in known] or [
        verb
        for verb in (stem, f"{stem}e")
        if any(verb.removeprefix(p) in known for p in PREFIXES if verb.startswith(p))
    ]
    if len(found) == 1:
        return found[0]
    return f"{stem}e" if LOST_E.search(stem) else stem


def _of_doubled(stem: str, known: Container[str]) -> str:
    """Return the verb of a stem that ends in a letter twice: "gunn" is of gun, "kiss" of kiss, "controll" of control."""
    if stem[-1] not in KEPT_DOUBLE or (stem[:-1] in known and stem not in known):
        return stem[:-1]
    return stem


def _of_third_person(form: str, known: Container[str]) -> str | None:
    if form.endswith("ss"):
        return None
    if form.endswith("ies"):
        return form[:-1] if len(form) == len("dies") else f"{form[:-3]}y"
    long = form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and form[:-1] not in known
    return form[:-2] if long else form[:-1]
