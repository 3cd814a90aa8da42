"""Read the treebanks and the entity sets into one form, with one convention of entities over all of them.

Entities: PER, ORG, LOC, NORP (nationality, religion), EVENT, MISC (works, products, other names). A country is LOC, whatever it does.
A set that knows fewer classes leaves the others open: `entities` holds, for each word, the labels that its annotation allows.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "verify" / "data"

TYPES = ("PER", "ORG", "LOC", "NORP", "EVENT", "MISC")
LABELS = ("O", *(f"{b}-{t}" for t in TYPES for b in "BI"))
ANY = frozenset(LABELS)
OPEN = frozenset({"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT", "B-MISC", "I-MISC"})
"""What an unmarked word may be in a set that marks only persons, organisations and locations."""
SHUT = frozenset({"O"})

Labels = tuple[frozenset[str], ...]

TITLES = frozenset(
    (
        "mr. mrs. ms. dr. mr mrs ms dr president senator sen. sen representative rep. rep general gen. gen lt. lt "
        "colonel col. col captain capt. sgt. sergeant major maj. king queen prince princess pope saint sir lord lady "
        "judge justice secretary minister prime chairman governor gov. mayor professor prof. prof shaikh sheikh "
        "ayatollah imam rev. reverend father sister brother uncle aunt congressman congresswoman ambassador chancellor "
        "commander admiral adm. director coach"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One training sentence; `tree` is None where the set has no syntax, `entities` None where it has no names."""

    words: tuple[str, ...]
    tree: Tree | None = None
    entities: Labels | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Annotation of a UD sentence; heads count from 1, 0 is the root."""

    heads: tuple[int, ...]
    deps: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]


def demonyms() -> frozenset[str]:
    """Return the adjectives and inhabitants of the gazetteer, single words, lower-cased."""
    table = tomllib.loads((DATA / "countries.toml").read_text())
    return frozenset(a.lower() for row in table.values() for a in row["adjectives"] if " " not in a)


def country_names() -> frozenset[str]:
    """Return the names of countries, lower-cased."""
    table = tomllib.loads((DATA / "countries.toml").read_text())
    return frozenset(n.lower() for row in table.values() for n in row.get("names", ()))


DEMONYMS, COUNTRIES = demonyms(), country_names()

FEATS_USED = frozenset(
    ("Number Tense VerbForm Mood Person Degree Definite PronType NumType Gender Voice Poss Polarity").split()
)


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """Yield the sentences of a column file, comments left out."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# ") or line.startswith("#\t"):
            continue
        if not line.strip():
            if rows:
                yield rows
            rows = []
        else:
            rows.append(line.rstrip("\n").split("\t"))
    if rows:
        yield rows


def used_feats(feats: str) -> str:
    """Return the morphological features that the project uses, in CoNLL-U form."""
    return "|".join(f for f in feats.split("|") if f.split("=")[0] in FEATS_USED) or "_"


def read_treebank(path: Path, *, entities: bool = False) -> list[Sentence]:
    """Read a CoNLL-U file; with `entities`, also the named mentions of GUM's `Entity=` brackets."""
    out = []
    for rows in blocks(path):
        rows = [r for r in rows if r[0].isdigit()]
        if any(len(r) != 10 for r in rows):
            print(f"{path}: a sentence without its ten columns is left out", file=sys.stderr)
            continue
        words = tuple(r[1] for r in rows)
        tree = Tree(
            heads=tuple(int(r[6]) for r in rows),
            deps=tuple(r[7] for r in rows),
            upos=tuple(r[3] for r in rows),
            xpos=tuple(r[4] for r in rows),
            feats=tuple(used_feats(r[5]) for r in rows),
            lemmas=tuple(r[2] for r in rows),
        )
        out.append(Sentence(words=words, tree=tree, entities=gum_entities(rows, tree) if entities else None))
    return out


def gum_mentions(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, last word, type) of every mention that opens and closes in the sentence."""
    started: dict[str, list[tuple[int, str]]] = {}
    for i, row in enumerate(rows):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for m in re.finditer(r"\((\d+)-([a-z]+)-[^()]*?(\))|\((\d+)-([a-z]+)-[^()]*|(\d+)\)", field):
            if m[3]:
                yield i, i, m[2]
            elif m[4]:
                started.setdefault(m[4], []).append((i, m[5]))
            elif started.get(m[6]):
                first, kind = started[m[6]].pop()
                yield first, i, kind


GUM_TYPES = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "object": "MISC",
    "abstract": "MISC",
    "animal": "MISC",
    "plant": "MISC",
}


def gum_entities(rows: list[list[str]], tree: Tree) -> Labels:
    """Label the named mentions of a GUM sentence by their proper-name core; the longer core wins."""
    words, cores = [r[1] for r in rows], []
    for first, last, kind in gum_mentions(rows):
        core = name_core(first, last, tree, words)
        if core is None or kind not in GUM_TYPES:
            continue
        label = GUM_TYPES[kind]
        text = " ".join(words[core[0] : core[1] + 1]).lower()
        if text in COUNTRIES:
            label = "LOC"
        if text in DEMONYMS:
            label = "NORP"
        if label == "PER" and words[core[0]].lower() in TITLES and core[1] > core[0]:
            core = (core[0] + 1, core[1])
        cores.append((core[1] - core[0], core, label))
    labels: list[frozenset[str]] = [SHUT] * len(rows)
    for _, (a, b), label in sorted(cores, reverse=True):
        if all(labels[i] == SHUT for i in range(a, b + 1)):
            mark(labels, a, b, label)
    return with_demonyms(words, labels)


def name_core(first: int, last: int, tree: Tree, words: list[str]) -> tuple[int, int] | None:
    """Return the run of proper nouns around the head of a mention ("University of Portsmouth"), None where the head is no proper noun."""
    head = next(
        (i for i in range(first, last + 1) if not first + 1 <= tree.heads[i] <= last + 1 and tree.deps[i] != "punct"),
        None,
    )
    if head is None or not tree.xpos[head].startswith("NNP"):
        return None
    proper = lambda i: (
        first <= i <= last and (tree.xpos[i].startswith("NNP") or (words[i][:1].isupper() and tree.upos[i] == "ADJ"))
    )
    a = b = head
    while True:
        if proper(a - 1):
            a -= 1
        elif first <= a - 2 and tree.xpos[a - 1] == "HYPH" and proper(a - 2):
            a -= 2
        else:
            break
    while True:
        if proper(b + 1):
            b += 1
        elif (b + 2 <= last and tree.xpos[b + 1] in {"HYPH", "POS"} and proper(b + 2)) or (
            b + 2 <= last
            and words[b + 1] in {"of", "for", "and", "&", "de", "la"}
            and proper(b + 2)
            and attached(b + 2, a, b, tree)
        ):
            b += 2
        elif b + 3 <= last and words[b + 1] in {"of", "for"} and words[b + 2] in {"the", "The"} and proper(b + 3):
            b += 3
        else:
            return a, b


def attached(i: int, a: int, b: int, tree: Tree) -> bool:
    """Return whether the word or its head chain leads into the words a..b."""
    for _ in range(4):
        i = tree.heads[i] - 1
        if a <= i <= b:
            return True
        if i < 0:
            return False
    return False


def mark(labels: list[frozenset[str]], a: int, b: int, kind: str) -> None:
    """Write one span of a type into the row of labels."""
    labels[a] = frozenset({f"B-{kind}"})
    for i in range(a + 1, b + 1):
        labels[i] = frozenset({f"I-{kind}"})


def with_demonyms(words: Iterable[str], labels: list[frozenset[str]]) -> Labels:
    """Label nationalities and religions by the gazetteer where the word stands in no other name."""
    named = lambda i: 0 <= i < len(labels) and not labels[i] & {"O"} and labels[i] != ANY
    out = list(labels)
    for i, word in enumerate(words):
        if word.lower() in DEMONYMS and word[:1].isupper() and not named(i):
            out[i] = frozenset({"B-NORP"})
    return tuple(out)


def read_iob(
    path: Path, *, column: int, types: dict[str, str], unmarked: frozenset[str], misc: frozenset[str] = frozenset()
) -> list[Sentence]:
    """Read a column file of entities. `types` maps the set's classes to ours; a class of `misc` is either an event or another name."""
    out = []
    for rows in blocks(path):
        rows = [r if len(r) > 1 else r[0].split(" ") for r in rows]
        words = tuple(r[column - 1 if column > 0 else 0] for r in rows)
        labels, before = [], "O"
        for row in rows:
            tag = row[column]
            kind = tag[2:]
            begins = tag.startswith("B-") or before[2:] != kind
            before = tag
            if tag == "O" or kind == "OTH":
                labels.append(unmarked)
            elif kind in misc:
                labels.append(frozenset({"B-EVENT", "B-MISC"} if begins else {"I-EVENT", "I-MISC"}))
            else:
                labels.append(frozenset({f"{'B' if begins else 'I'}-{types[kind]}"}))
        demonymised = [
            frozenset({"O"}) if len(row) == 2 and w.lower() in DEMONYMS else row
            for w, row in zip(words, labels, strict=True)
        ]
        out.append(Sentence(words=words, entities=with_demonyms(words, demonymised)))
    return out


def read_re3d(path: Path) -> list[Sentence]:
    """Read a re3d file: spans all in capitals are names; the wide and nominal spans of that set say nothing of names and stay open."""
    types = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
    out = []
    for rows in blocks(path):
        words = [r[0] for r in rows]
        labels: list[frozenset[str]] = [OPEN] * len(rows)
        i = 0
        while i < len(rows):
            kind, j = rows[i][1][2:], i + 1
            while j < len(rows) and rows[j][1] == f"I-{kind}":
                j += 1
            if kind:
                label_span(labels, words, i, j - 1, types.get(kind))
            i = j
        out.append(Sentence(words=tuple(words), entities=with_demonyms(words, labels)))
    return out


def label_span(labels: list[frozenset[str]], words: list[str], a: int, b: int, kind: str | None) -> None:
    """Label one re3d span, without its article and titles, if what is left is a name; else leave its words open."""
    for i in range(a, b + 1):
        labels[i] = ANY
    titles = [i for i in range(a, b) if kind == "PER" and words[i].lower() in TITLES]
    start = max(titles, default=a - 1) + 1
    while start < b and words[start].lower() in {"the", "a", "an", "."}:
        start += 1
    labels[a:start] = [SHUT] * (start - a)
    a = start
    if a == 0 or words[a] in {"I", "He", "We", "They", "She"}:
        return
    if (
        kind
        and all(w[:1].isupper() or w in {"of", "and", "for", "the", "-", "al", "’s", "'s"} for w in words[a : b + 1])
        and words[a][:1].isupper()
    ):
        if kind == "ORG" and " ".join(words[a : b + 1]).lower() in COUNTRIES:
            kind = "LOC"
        mark(labels, a, b, kind)


def read_all(root: Path) -> dict[str, list[Sentence]]:
    """Read the training and development sets under the folder `english`; the test sets are read by `evaluate.py` alone."""
    e = root / "entities"
    uner = read_uner(e / "uner-ewt-dev.iob2")
    wnut = {
        "person": "PER",
        "location": "LOC",
        "corporation": "ORG",
        "group": "ORG",
        "product": "MISC",
        "creative-work": "MISC",
    }
    return {
        "ewt": read_treebank(root / "ewt-train.conllu"),
        "gum": read_treebank(root / "gum-train.conllu", entities=True),
        "uner": [s for i, s in enumerate(uner) if i % 5],
        "wikigold": read_iob(
            e / "wikigold.conll",
            column=1,
            types={"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
            unmarked=SHUT,
            misc=frozenset({"MISC"}),
        ),
        "wnut": read_iob(e / "wnut17-train.conll", column=1, types=wnut, unmarked=OPEN),
        "re3d": [s for p in sorted(e.glob("re3d-*.conll")) for s in read_re3d(p)],
        "ewt-dev": read_treebank(root / "ewt-dev.conllu"),
        "gum-dev": read_treebank(root / "gum-dev.conllu", entities=True),
        "uner-dev": uner[::5],
    }


def read_uner(path: Path) -> list[Sentence]:
    """Read a UNER file."""
    return read_iob(path, column=2, types={"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, unmarked=OPEN)
