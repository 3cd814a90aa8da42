"""spaCy's English tokenizer, with the splits at hyphens that the treebanks of Universal Dependencies make."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from verify.language.sentences import before_names, before_numbers
from verify.values.atlas import states

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

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
    """Import spaCy without torch, which thinc would import too, and without the command line that spaCy loads for `spacy.info` alone.

    torch takes seconds, and only other pipelines than the bundled one use it; the command line, with its clients of the network, is a tenth of the
    start, and is loaded where somebody asks for it. A program that has imported spaCy or torch before is left as it is. Once this has run, the same
    process cannot run a pipeline that needs torch, unless it names that pipeline first.
    """
    modules: dict[str, Any] = sys.modules
    if "spacy" in modules or "torch" in modules:
        return
    later = ModuleType("spacy.cli.info")
    later.__dict__["info"] = lambda *given, **named: import_module("spacy.cli.info").info(*given, **named)
    absent = {"torch": None, "spacy.cli": ModuleType("spacy.cli"), later.__name__: later}
    modules.update(absent)
    try:
        import_module("spacy")
    finally:
        for name in absent:
            del modules[name]


@cache
def blank_english() -> Language:
    """Return a blank spaCy pipeline with the project's tokenizer; texts of any length are welcome."""
    import_spacy()
    from spacy.lang.en import English

    return English(create_tokenizer=_tokenizer, max_length=50_000_000)


def _tokenizer(nlp: Language) -> Tokenizer:
    """Return the tokenizer with all its rules at once: spaCy reads its special cases anew for every rule that is set later."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules: Any = nlp.Defaults
    short = (
        *(f"{a}." for a in (*before_names(), *before_numbers())),
        *(s for names in states().values() for s in names if s.endswith(".")),
    )
    return Tokenizer(
        nlp.vocab,
        rules={**rules.tokenizer_exceptions, **{word: [{"ORTH": word}] for word in short}},
        prefix_search=compile_prefix_regex([*rules.prefixes, *PREFIXES]).search,
        suffix_search=compile_suffix_regex([*rules.suffixes, *SUFFIXES]).search,
        infix_finditer=compile_infix_regex([*rules.infixes, *INFIXES]).finditer,
        token_match=re.compile(LONG_RUN).match,
        url_match=rules.url_match,
    )
