"""Lemmas as edits of the written form, so that a classifier can learn them and unseen words still get one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cache

from verify.language.inflection import infinitive
from verify.lists import load

KEEP_CASE = "="
INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX"})


def edit_rule(form: str, lemma: str) -> str:
    """Return the rule that turns a form into its lemma: letters to cut, '+', letters to add ('2+y' for cities → city).

    A leading '=' keeps the capitals (names); other rules work on the lower-cased form.
    """
    keep = lemma != lemma.lower() and form != lemma.lower()
    source = form if keep else form.lower()
    common = 0
    while common < min(len(source), len(lemma)) and source[common] == lemma[common]:
        common += 1
    return f"{KEEP_CASE if keep else ''}{len(source) - common}+{lemma[common:]}"


def apply_rule(form: str, rule: str) -> str:
    """Apply an edit rule; a rule that cuts more than the form has leaves the form as it is."""
    keep = rule.startswith(KEEP_CASE)
    cut, _, add = rule.removeprefix(KEEP_CASE).partition("+")
    source = form if keep else form.lower()
    if int(cut) > len(source):
        return source
    return source[: len(source) - int(cut)] + add


def choose_lemma(
    form: str, *, upos: str, xpos: str, rules: Iterable[str], seen: Mapping[str, str], known: Container[str]
) -> str:
    """Return the lemma of a word: that of the same form and tag in training, of a verb that of its spelling, else the likeliest
    rule that gives a known word.

    `seen` maps "form UPOS", lower-cased form, to lemmas; where no rule gives a known word the likeliest rule is taken, for a plural
    the likeliest that changes the word. A name is never made longer.
    """
    if lemma := seen.get(f"{form.lower()} {upos}"):
        return lemma
    if upos == "VERB" and (lemma := irregular_verbs().get(form.lower()) or infinitive(form.lower(), xpos, known)):
        return lemma
    candidates = [apply_rule(form, rule) for rule in rules]
    if upos == "PROPN":
        return next((c for c in candidates if len(c) <= len(form)), form)
    if upos not in INFLECTED or not form.isalpha():
        return candidates[0]
    if xpos == "NNS" and form.lower().endswith("s"):
        candidates = [c for c in candidates if c != form.lower()] or candidates
    return next((c for c in candidates if c.lower() in known), candidates[0])


@cache
def irregular_verbs() -> dict[str, str]:
    """Return the infinitives of the past forms that no rule of spelling gives."""
    return {form: str(lemma) for form, lemma in load("irregular_verbs").items()}
