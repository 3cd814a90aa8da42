"""Lemmas as edits of the written form, so that a classifier can learn them and unseen words still get one."""

from __future__ import annotations

KEEP_CASE = "="
IDENTITY = "0+"


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
