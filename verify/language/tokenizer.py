"""spaCy's English tokenizer, with the splits at hyphens that the treebanks of Universal Dependencies make."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from verify.language.sentences import before_names, before_numbers
from verify.values.atlas import states

if TYPE_CHECKING:
    from spacy.language import Language

INFIXES = (
    r"(?<=[0-9])[-–](?=[A-Za-z])",  # 30-plus, 31-year-old; a letter before the hyphen keeps F-15 whole
    r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])",  # U.S.-led
    r"(?<=[0-9])[-–](?=[$£€])",
    r"(?<=[A-Za-z0-9])/(?=[A-Za-z])",
    r"(?<=[\w.!?,”\"’])—+(?=\S)",
    r"(?<=[a-z0-9])\[|\](?=[a-z0-9])",
)
PREFIXES = (r"[-–](?=[A-Za-z$£€])", r"(?:US|AU|CA|NZ|HK|C|A)(?=\$)")
SUFFIXES = (r"(?<=[A-Za-z0-9])[-–]",)
LONG_RUN = r"\S{200,}"
"""No word: to look for punctuation at its ends, sign by sign, takes time with the square of its length."""


def import_spacy() -> None:
    """Import spaCy without torch, which thinc would import too: it takes seconds, and only other pipelines than the bundled one use it.

    A program that has imported spaCy or torch before is left as it is. Once this has run, the same process cannot run a pipeline that needs
    torch, unless it names that pipeline first.
    """
    modules: dict[str, Any] = sys.modules
    if "spacy" in modules or "torch" in modules:
        return
    modules["torch"] = None
    try:
        import_module("spacy")
    finally:
        del modules["torch"]


@cache
def blank_english() -> Language:
    """Return a blank spaCy pipeline with the project's tokenizer; texts of any length are welcome."""
    import_spacy()
    import spacy
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    nlp = spacy.blank("en")
    nlp.max_length = 50_000_000
    rules: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*rules.infixes, *INFIXES]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*rules.prefixes, *PREFIXES]).search
    tokenizer.suffix_search = compile_suffix_regex([*rules.suffixes, *SUFFIXES]).search
    tokenizer.token_match = re.compile(LONG_RUN).match
    for short in (
        *(f"{a}." for a in (*before_names(), *before_numbers())),
        *(s for names in states().values() for s in names if s.endswith(".")),
    ):
        tokenizer.add_special_case(short, [{"ORTH": short}])
    return nlp
