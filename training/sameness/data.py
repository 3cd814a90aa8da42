"""Pairs of claims for training and fitting: of our own stories by their gold, of events whose slots are marked, of other stories by labels.

Two claims of one kind in two articles are a pair. They are one fact where a relation of the gold other than a sum has both; two where each is
in a relation and no relation, nor a chain of relations that share a place, has both. A claim that no relation has is held against those of
relations with a small weight: gold lists what matters, not all. Of a marked event each slot is a relation.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from verify import Article, Claim, Options, extract_claims
from verify.align import find_duplicates, lay_out
from verify.align.described import Described
from verify.align.meaning import read_meaning
from verify.align.sameness import SEPARATOR, foci, load_sameness
from verify.align.setting import Setting
from verify.articles import read_stories, with_origins
from verify.articles.frontmatter import front_matter
from verify.claims import one_kind
from verify.pipeline import read_articles

HERE = Path(__file__).parent
STORIES, SLOTS, HELD, KEPT, LABELS = (HERE / n for n in ("stories", "slots", "held.txt", "fit.txt", "labels.csv"))
SURE, LIKELY = 1.0, 0.3
"""Weights of a pair whose two claims gold names, and of one of which it names one."""
NEAR = 400
"""Characters within which two claims of an article could be parts of one sum."""
OPTIONS = Options(cache=False)
MARK = re.compile(r"\{([^{}|]+)\|([a-z0-9_]+)\}")
"""The words of a value and the slot that it fills, in the files of `slots/`."""
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Places that gold joins: of a sum a group for each part and the whole, else a group for each value."""

    kind: str
    groups: tuple[tuple[Place, ...], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All places."""
        return tuple(place for group in self.groups for place in group)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gold:
    """A story with its gold: the relations, the claims that are compared and their setting."""

    relations: Sequence[Relation]
    chosen: Sequence[Described]
    setting: Setting


def gold_files(folder: Path) -> list[Path]:
    """Return what `read_gold` reads below a folder: the folders of stories, and the files of events with marked slots."""
    return sorted({p.parent for p in folder.rglob("gold.json")} or set(folder.glob("*.txt")))


def read_gold(path: Path) -> tuple[Sequence[Article], Sequence[Relation]]:
    """Return the articles and relations of a story's folder, or of a file whose slots are marked."""
    if not path.is_dir():
        return _marked(path.read_text(encoding="utf-8"))
    (story,) = read_stories([str(path)])
    rows = json.loads((path / "gold.json").read_text(encoding="utf-8"))["relations"]
    named = {stem_of(a): a for a in story.articles}
    groups = (tuple(places_of(g, named) for g in row["groups"]) for row in rows)
    return story.articles, [Relation(kind=row["relation"], groups=g) for row, g in zip(rows, groups, strict=True)]


def _marked(text: str) -> tuple[Sequence[Article], Sequence[Relation]]:
    parts = [re.findall(r"[a-z0-9_]+", line[6:]) for line in text.splitlines() if line.startswith("parts:")]
    articles, slots = [], defaultdict(list)
    for n, block in enumerate(re.split(r"^=== ?", re.sub(r"^parts:.*$", "", text, flags=re.M), flags=re.M)[1:]):
        head, _, body = block.partition("\n")
        outlet, published, title = (part.strip() or None for part in head.split("|"))
        stem, plain, at = f"{n:02}", "", 0
        for mark in MARK.finditer(body):
            plain += body[at : mark.start()]
            slots[mark[2]].append((stem, len(plain), len(plain) + len(mark[1])))
            plain, at = plain + mark[1], mark.end()
        plain += body[at:]
        articles.append(Article.from_text(id=stem, text=plain, outlet=outlet, published=published, title=title))
    told = [Relation(kind="slot", groups=(tuple(places),)) for places in slots.values()]
    sums = [Relation(kind="sum", groups=tuple(tuple(slots[key]) for key in keys)) for keys in parts]
    return articles, told + sums


def with_gold(path: Path) -> Gold:
    """Read a story and its gold as `cross_check` compares it; the setting has what the sameness model says, and no sentence vectors."""
    articles, relations = read_gold(path)
    found = read_articles(with_origins(sorted(articles, key=lambda a: a.id)), OPTIONS)
    laid = lay_out([r for r, _ in found], [c for _, c in found])
    chosen = find_duplicates(laid.described, laid.setting).representatives
    meaning = read_meaning(chosen, {r.article.id: r.article.text for r, _ in found}, load_sameness().encode)
    return Gold(relations=relations, chosen=chosen, setting=replace(laid.setting, meaning=meaning))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What the model reads of the claims of a story, its pairs (two rows of `keys`, whether they are one fact, a weight), and
    pairs of claims of one sum, with as many of one article that are of none.
    """

    name: str
    keys: tuple[str, ...]
    pairs: tuple[tuple[int, int, bool, float], ...]
    sums: tuple[tuple[int, int, bool], ...]


def held() -> frozenset[str]:
    """Return the names of the stories of our own that are never trained on."""
    return frozenset(HELD.read_text(encoding="utf-8").split())


def kept_to_fit() -> frozenset[str]:
    """Return the names of the stories of our own that the ladder's weights are fitted to."""
    return frozenset(KEPT.read_text(encoding="utf-8").split())


def own_stories(paths: Sequence[Path]) -> Iterator[Example]:
    """Yield the examples of stories that have a gold.json, and of events whose slots are marked."""
    for path in paths:
        yield example(path.stem, *read_gold(path))


def example(name: str, articles: Sequence[Article], gold: Sequence[Relation]) -> Example:
    """Return the pairs of a story by its gold."""
    claims = [c for a in articles for c in extract_claims(a, options=OPTIONS)]
    seen = _seen(articles, claims)
    read = [c for c in claims if c.id in seen]
    touched = [{k for k, relation in enumerate(gold) if over(c, relation.places)} for c in read]
    sums = {k for k, relation in enumerate(gold) if relation.kind == "sum"}
    matter = chained([t - sums for t in touched], len(gold))
    pairs = ((i, j, *label_of(touched[i], touched[j], sums, matter)) for i, j in combinations(range(len(read)), 2))
    kept = (p for p in pairs if p[3] and one_kind(read[p[0]], read[p[1]]) and read[p[0]].article != read[p[1]].article)
    return Example(
        name=name, keys=tuple(seen[c.id] for c in read), pairs=tuple(kept), sums=tuple(_sums(read, touched, sums))
    )


def _sums(read: Sequence[Claim], touched: Sequence[set[int]], sums: set[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield pairs of one kind that a sum has both of without being one fact, and those of two near sentences of which it has one."""
    for i, j in combinations(range(len(read)), 2):
        if read[i].kind != read[j].kind or not (touched[i] & sums or touched[j] & sums):
            continue
        if touched[i] & touched[j]:
            if not (touched[i] & touched[j]) - sums:
                yield i, j, True
        elif read[i].article == read[j].article and abs(read[i].location.start - read[j].location.start) < NEAR:
            yield i, j, False


def _seen(articles: Sequence[Article], claims: Sequence[Claim]) -> dict[str, str]:
    return {k: v for a in articles for k, v in foci(a.text, [c for c in claims if c.article == a.id]).items()}


def stem_of(article: Article) -> str:
    """Return an article's name in gold."""
    return article.id.split("/")[-1]


def places_of(group: Sequence[tuple[str, str]], articles: Mapping[str, Article]) -> tuple[Place, ...]:
    """Return the places of a group of gold in the bodies of articles; a snippet with "@2" behind it is the second such place."""
    out = []
    for stem, snippet in group:
        words, _, nth = snippet.partition("@")
        text, start = articles[stem].text, _body(articles[stem]) - 1
        for _ in range(int(nth or 1)):
            start = text.index(words, start + 1)
        out.append((stem, start, start + len(words)))
    return tuple(out)


def _body(article: Article) -> int:
    """Return where an article's text begins, from where the places of labels.csv are counted."""
    end = front_matter(article.text).end
    return end + len(article.text[end:]) - len(article.text[end:].lstrip("\n"))


def over(claim: Claim, places: Sequence[Place]) -> bool:
    """Return whether a claim stands over one of these places."""
    at = claim.location
    return any(at.article.split("/")[-1] == s and at.start < end and start < at.end for s, start, end in places)


def chained(touched: Sequence[set[int]], count: int) -> list[int]:
    """Return for each relation the first of those that it shares claims with, over any chain."""
    first = list(range(count))
    for own in touched:
        roots = {first[k] for k in own}
        first = [min(roots) if f in roots else f for f in first]
    return first


def label_of(left: set[int], right: set[int], sums: set[int], matter: Sequence[int]) -> tuple[bool, float]:
    """Return whether two claims are one fact and how sure that is; a weight of 0 leaves the pair out."""
    ours, theirs = left - sums, right - sums
    if ours & theirs:
        return True, SURE
    if {matter[k] for k in ours} & {matter[k] for k in theirs}:
        return False, 0.0
    if (ours and theirs) or left & right:
        return False, SURE
    return False, LIKELY if ours or theirs else 0.0


def labelled(stories: Path) -> Iterator[Example]:
    """Yield the pairs of labels.csv; `stories` holds the stories that they are of, which are not ours to copy."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in sorted({(row["set"], row["story"]) for row in rows}):
        folder = stories / ("" if name[0] == "ecb" else "stories") / name[0] / name[1]
        yield _labelled(folder, [row for row in rows if (row["set"], row["story"]) == name])


def _labelled(folder: Path, rows: Sequence[Mapping[str, str]]) -> Example:
    (story,) = read_stories([str(folder)])
    claims = [c for a in story.articles for c in extract_claims(a, options=OPTIONS)]
    seen = _seen(story.articles, claims)
    body = {a.id: _body(a) for a in story.articles}
    at = {(c.article.split("/")[-1], c.location.start - body[c.article], c.kind): c.id for c in claims if c.id in seen}
    order = {key: n for n, key in enumerate(seen)}
    pairs, sums = [], []
    for row in rows:
        ends = [at.get((row[f"{s}_article"], int(row[f"{s}_start"]), row[f"{s}_kind"])) for s in ("left", "right")]
        if all(ends):
            pairs.append((order[str(ends[0])], order[str(ends[1])], row["label"] == "same", SURE))
            sums.append((*pairs[-1][:2], row["label"] == "part"))
    used = sorted({row for i, j, *_ in pairs for row in (i, j)})
    rows, keys = {row: n for n, row in enumerate(used)}, tuple(seen.values())
    return Example(
        name=folder.name,
        keys=tuple(keys[row] for row in used),
        pairs=tuple((rows[i], rows[j], same, weight) for i, j, same, weight in pairs),
        sums=tuple((rows[i], rows[j], part) for i, j, part in sums),
    )


def sentence(key: str) -> tuple[str, int]:
    """Return the masked sentence of a key and where in it the claim's mask begins."""
    start, _, text = key.partition(SEPARATOR)
    return text, int(start)
