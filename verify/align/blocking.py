"""Which claims are compared at all: those that share a slot that their kind is known by, and repetitions within an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from verify.align.comparable import numberless, opposed, states_number
from verify.align.described import Described
from verify.align.setting import Setting
from verify.claims import Slot, kind_of, one_kind
from verify.claims.kinship import sort_of
from verify.model import Claim
from verify.values.collation import is_function_word
from verify.values.name import person_words, sounds
from verify.values.wording import split
from verify.values.words import Words

MOST = 400
"""Claims in one block; beyond, each is compared with so many neighbours."""
MOST_BESIDE = 100
"""Claims of a block that follow on one with which it is compared, within an article."""
MOST_WORDS = 12
"""Words of content of a quotation that are blocks of their own, the longest ones."""

Pair = tuple[Described, Described]


def candidates(described: Sequence[Described], setting: Setting) -> Iterator[Pair]:
    """Yield the pairs that share a block, or that the setting proposes, each once, the smaller identifier first; within an article only
    repetitions.
    """
    blocks: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        for key in _blocks(d):
            blocks[key].append(d)
    together = (p for key in sorted(blocks) for p in _pairs(blocks[key]))
    yield from _once(chain(together, _repetitions(described), _proposed(described, setting)))


def beside(described: Sequence[Described]) -> Iterator[Pair]:
    """Yield the pairs of one kind within an article that share a block, each once, in the order of the text; of very many only those that
    stand near.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, d in enumerate(described):
        for key in _blocks(d):
            blocks[key].append(i)
    found = {
        (i, k) for block in blocks.values() for n, i in enumerate(block) for k in block[n + 1 : n + 1 + MOST_BESIDE]
    }
    yield from (
        (described[i], described[k]) for i, k in sorted(found) if described[i].claim.kind == described[k].claim.kind
    )


def _proposed(described: Sequence[Described], setting: Setting) -> Iterator[Pair]:
    """Yield the words at one place of copied sentences, claims near in meaning, and each figure of a brief with those of its article."""
    by_id = {d.claim.id: d for d in described}
    for pair in sorted(map(sorted, setting.copied)):
        yield by_id[pair[0]], by_id[pair[1]]
    near = ((by_id[a], by_id[b]) for a, b in setting.meaning.pairs if a in by_id and b in by_id)
    yield from ((a, b) for a, b in near if _meet(a.claim, b.claim) and setting.brief_first(a, b) is None)
    own: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        if kind_of(d.claim).number is not None:
            own[d.claim.article].append(d)
    for brief, article in sorted(setting.briefs):
        yield from ((a, b) for a in own[brief] for b in own[article] if a.claim.kind == b.claim.kind)


def _once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield each pair of two claims once, the smaller identifier first."""
    seen: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        left, right = (a, b) if a.claim.id < b.claim.id else (b, a)
        if left.claim.id != right.claim.id and right.claim.id not in seen[left.claim.id]:
            seen[left.claim.id].add(right.claim.id)
            yield left, right


def _repetitions(described: Sequence[Described]) -> Iterator[Pair]:
    """Yield each claim with the next one of its article that says the same value of the same thing."""
    last: dict[tuple[object, ...], Described] = {}
    for d in described:
        c = d.claim
        key = (c.article, c.kind, c.value.label(), c.subject, c.thing.head if c.thing else None)
        if key in last:
            yield last[key], d
        last[key] = d


def _blocks(d: Described) -> list[str]:
    """Return the blocks of a claim, each by the family of its kind and a slot; one without any has that of its kind of event."""
    kind = kind_of(d.claim)
    family = kind.family or kind.name
    keys = [f"{family} {slot.name} {key}" for slot in kind.blocks for key in BLOCKS[slot](d)]
    return keys or ([] if kind.detail else [f"{kind.name} {d.group}"])


def _subject(d: Described) -> Sequence[str]:
    return sounds(person_words(d.claim.subject or ""))[-1:]


def _words(d: Described) -> Sequence[str]:
    value = d.claim.value
    said = value.words if isinstance(value, Words) else value.label()
    told = {w.key for w in split(said) if w.key and not w.ellipsis and not is_function_word(w.key)}
    return sorted(told, key=lambda w: (-len(w), w))[:MOST_WORDS]


def _event(d: Described) -> Sequence[str]:
    return (str(d.group or d.claim.predicate),)


def _thing(d: Described) -> Sequence[str]:
    return (sort_of(d.claim.thing),) if d.claim.thing else ()


def _measure(d: Described) -> Sequence[str]:
    return (d.claim.context.measure,) if d.claim.context else ()


BLOCKS: Mapping[Slot, Callable[[Described], Sequence[str]]] = {
    Slot.SUBJECT: _subject,
    Slot.WORDS: _words,
    Slot.EVENT: _event,
    Slot.THING: _thing,
    Slot.MEASURE: _measure,
    Slot.TOPIC: lambda d: (str(d.claim.topic),),
    Slot.AROUND: lambda d: sorted(d.claim.around),
}


def _pairs(block: Sequence[Described]) -> Iterator[Pair]:
    """Yield the pairs of a block across articles; of a very large block only those of neighbours by their sentences' words."""
    ordered = sorted(block, key=lambda d: (sorted(d.words), d.claim.id)) if len(block) > MOST else list(block)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 : i + 1 + MOST]:
            if a.claim.article != b.claim.article and _meet(a.claim, b.claim):
                yield a, b


def _meet(a: Claim, b: Claim) -> bool:
    """Return whether two claims can be held together; a victim who is only named counts against a stated number, or against a denial."""
    if opposed(a, b):
        return True
    if (numberless(a) and not states_number(b)) or (numberless(b) and not states_number(a)):
        return False
    if not one_kind(a, b):
        return kind_of(a).bare or kind_of(b).bare
    return kind_of(a).meets(a, b)
