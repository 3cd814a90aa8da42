"""Time beside what a user would pick instead, on the same stories.

usage: python benchmarks/alternatives.py [DIR] [--stories N] [--keep]      (needs quantulum3; without DIR, synthetic stories of ten articles)

Sentence pairs: every sentence is embedded by sentence-transformers, pairs of two articles with a cosine over 0.6 are one fact, and numbers that
differ in them a conflict. quantulum3 only finds the quantities of a text; its
classifier, a pickle of an older scikit-learn, is left off. spaCy's tokenizer, and the tokenizer with the bundled network, are what
reading alone costs. Models are loaded before the clock starts; figures are CPU seconds.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from synthetic import story
from tables import parser, show
from throughput import OPTIONS, chosen

from verify import Article, cross_check
from verify.articles import Story
from verify.encoder import find_encoder, load_encoder
from verify.language.component import load_pipeline
from verify.language.sentences import paragraphs, sentences
from verify.language.tokenizer import blank_english

Count = Callable[[Sequence[Article]], int]
SAME = 0.6
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def main() -> None:
    """Measure and print the table."""
    options = parser(__doc__)
    options.add_argument("dir", type=Path, nargs="?")
    options.add_argument("--stories", type=int, default=6)
    args = options.parse_args()
    stories = chosen(args.dir, args.stories)
    words = sum(len(a.text.split()) for s in stories for a in s.articles)
    taken = {name: _timed(count, stories) for name, (count, _) in TOOLS.items()}
    ours = taken["verify"][0]
    rows: list[dict[str, object]] = [
        {
            "tool": name,
            "CPU seconds": cpu,
            "ratio": cpu / ours,
            "words a CPU second": round(words / cpu),
            "finds": f"{found:,} {TOOLS[name][1]}",
        }
        for name, (cpu, found) in taken.items()
    ]
    note = f"{len(stories)} stories, {words:,} words; `python benchmarks/alternatives.py`."
    show("Beside the alternatives", note, rows, keep=args.keep)


def _timed(count: Count, stories: Sequence[Story]) -> tuple[float, int]:
    """Return the CPU seconds over all stories, and what was found."""
    count(story(2))
    start = time.process_time()
    found = sum(count(s.articles) for s in stories)
    return time.process_time() - start, found


def conflicts(articles: Sequence[Article]) -> int:
    """Return the conflicts that the program finds."""
    return cross_check(articles, options=OPTIONS).summary()["conflict"]


def pairs(articles: Sequence[Article]) -> int:
    """Return the conflicts by embeddings of all sentences and a rule that numbers differ."""
    rows = [(i, a.text[s.start : s.end]) for i, a in enumerate(articles) for s in sentences(a.text, paragraphs(a.text))]
    vectors = load_encoder(find_encoder()).encode([text for _, text in rows])
    alike = np.argwhere(np.triu(vectors @ vectors.T, 1) > SAME)
    numbers = [set(NUMBER.findall(text)) for _, text in rows]
    return sum(
        rows[i][0] != rows[j][0] and bool(numbers[i] and numbers[j] and numbers[i] != numbers[j]) for i, j in alike
    )


def quantities(articles: Sequence[Article]) -> int:
    """Return the quantities that quantulum3 finds."""
    from quantulum3 import classifier
    from quantulum3 import parser as quantulum

    classifier.USE_CLF = False
    return sum(len(quantulum.parse(a.text)) for a in articles)


def parsed(articles: Sequence[Article]) -> int:
    """Return the tokens of the bundled pipeline."""
    return sum(len(load_pipeline()(a.text)) for a in articles)


def tokens(articles: Sequence[Article]) -> int:
    """Return the tokens of spaCy's tokenizer."""
    return sum(len(blank_english().tokenizer(a.text)) for a in articles)


TOOLS: dict[str, tuple[Count, str]] = {
    "verify": (conflicts, "conflicts"),
    "sentence-transformers, all pairs, numbers differ": (pairs, "conflicts"),
    "quantulum3": (quantities, "quantities"),
    "spaCy with the bundled network": (parsed, "tokens"),
    "spaCy's tokenizer": (tokens, "tokens"),
}

if __name__ == "__main__":
    main()
