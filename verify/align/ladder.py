"""The comparison of two claims as a ladder: one level of each comparison, whose weights add up, after Splink's comparison levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np

from verify.align import comparisons, figures, likeness, parties, scopes, within
from verify.align.comparisons import nearly_same
from verify.align.described import Described
from verify.align.levels import Level
from verify.align.setting import ALONE, Setting
from verify.align.uniqueness import only_one
from verify.align.utterances import one_utterance
from verify.claims import AS_READ, Slot, claim_kinds, kind_of, relation
from verify.claims.details.around import IN_LEAD
from verify.effort import spend
from verify.model import Kind
from verify.runtime import TIE

COSINES = (
    (0.8, Level.VERY_SIMILAR_SENTENCES),
    (0.6, Level.SIMILAR_SENTENCES),
    (0.35, Level.SENTENCES_NOT_ALIKE),
    (-1.0, Level.UNLIKE_SENTENCES),
)


ENOUGH = 2
"""Words around two claims from which on they are known again."""
OTHER_THINGS = frozenset({Level.DIFFERENT_THINGS, Level.EXCLUSIVE_THINGS, Level.SIBLING_THING, Level.NO_THING})

Stated = Callable[[Described, Described], Level | None]
Comparison = Callable[[Described, Described, Setting], Level | None]


def climb(left: Described, right: Described, setting: Setting = ALONE) -> tuple[Level, ...]:
    """Return the levels of two claims, those of comparisons that say nothing left out."""
    spend()
    both = left.claim.context is not None and right.claim.context is not None
    read = setting.meaning.score(left.claim, right.claim) is not None
    found = (compare(left, right, setting) for compare in _comparisons(left.claim.kind, both=both, read=read))
    beside = () if setting.within is None else (compare(left, right, setting.within) for compare in WITHIN)
    return (Level.ONE_KIND, *(level for level in (*found, *beside) if level is not None))


def most_by_reading() -> float:
    """Return the most that what networks read can add to the weight of a pair."""
    return max(level.weight for _, level in COSINES)


@cache
def _comparisons(name: Kind, *, both: bool, read: bool) -> tuple[Comparison, ...]:
    """Return the comparisons of a kind, of two amounts of measures those of their contexts; of claims unread by the model values tell nothing."""
    kind = claim_kinds()[name]
    slots = kind.in_context if both else kind.slots
    return tuple(COMPARISONS[slot] for slot in slots if read or slot not in AS_READ)


def _of(stated: Stated) -> Comparison:
    """Return a comparison that looks at nothing but the two claims."""
    return lambda left, right, _: stated(left, right)


def _uniqueness(left: Described, right: Described) -> Level | None:
    """Compare what is the only one of its sort; two amounts of measures only where nothing else tells them apart."""
    both = left.claim.context is not None and right.claim.context is not None
    if both and (comparisons.unit(left, right) or not figures.of_one(left, right)):
        return None
    return only_one(left, right)


def _sentence(left: Described, right: Described, setting: Setting) -> Level | None:
    """Compare the sentences word by word, then by their embeddings where they have any."""
    if left.text == right.text:
        return Level.SAME_SENTENCE
    if nearly_same(left, right):
        return Level.NEAR_SENTENCE
    a, b = setting.vectors.get(left.text), setting.vectors.get(right.text)
    if a is None or b is None:
        return None
    cosine = float(np.dot(a, b))
    return next(level for least, level in COSINES if cosine >= least - TIE)


def _around(left: Described, right: Described, setting: Setting) -> Level:
    """Compare the words around two claims; in a brief one is enough, and none for a place that its article, or it, names nowhere."""
    brief = setting.brief_first(left, right) is not None
    if brief and setting.lacks_place(left.claim, right.claim):
        return Level.SOME_WORDS_AROUND
    shared = len((left.claim.around & right.claim.around) - (frozenset() if brief else {IN_LEAD}))
    if shared > ENOUGH:
        return Level.MANY_WORDS_AROUND
    if shared == ENOUGH or (shared and (brief or comparisons.alike(left, right))):
        return Level.SOME_WORDS_AROUND
    return Level.ONE_WORD_AROUND if shared else Level.OTHER_WORDS_AROUND


def _brand(left: Described, right: Described, setting: Setting) -> Level | None:
    """Compare whose two trends are; a kind and a brand can be one where the kind is what the other article opens with."""
    pairs = ((left.claim, right.claim.article), (right.claim, left.claim.article))
    a, b = left.claim.context, right.claim.context
    if a and b and a.entity.words & b.entity.words and any(setting.opens_with(c, article) for c, article in pairs):
        return Level.UNNAMED_ENTITY
    return figures.entity(left, right)


def _copy(left: Described, right: Described, setting: Setting) -> Level | None:
    """Tell words that stand at one place of two copies of a sentence."""
    return Level.ONE_WORD_DIFFERS if frozenset((left.claim.id, right.claim.id)) in setting.copied else None


def _thing(left: Described, right: Described, setting: Setting) -> Level:
    """Compare what is counted; an amount of a brief is most often that of its unit in the article."""
    found = comparisons.thing(left, right)
    amount = kind_of(left.claim).amounts
    if found in OTHER_THINGS and amount and setting.brief_first(left, right) and not comparisons.unit(left, right):
        return Level.SAME_UNIT_IN_BRIEF
    return found


def _brief(left: Described, right: Described, setting: Setting) -> Level | None:
    """Tell what a brief of the other article tells; a small number may be of anything."""
    pair = setting.brief_first(left, right)
    if pair is None:
        return None
    return Level.BRIEF_OF_FEW if comparisons.is_small(pair[0]) else Level.BRIEF_OF_ARTICLE


def _wording(left: Described, right: Described, setting: Setting) -> Level:
    """Compare the words of two quotations, then what they say."""
    found = comparisons.wording(left, right)
    return Level.REWORDED if found is Level.OTHER_WORDS and one_utterance(left.claim, right.claim, setting) else found


def _elsewhere(left: Described, right: Described, setting: Setting) -> Level | None:
    """Tell whether the article of one of two values that exclude each other has the other's, too."""
    if relation(left.claim, right.claim) != "disjoint":
        return None
    if setting.meaning.told_elsewhere(left.claim, right.claim):
        return Level.TOLD_ELSEWHERE
    return Level.KNOWN_ELSEWHERE if setting.both_known(left.claim, right.claim) else None


WITHIN = (within.common, within.thing, within.days, within.bearers)
"""What is compared besides of two claims of one article."""
COMPARISONS: Mapping[Slot, Comparison] = {
    Slot.THING: _thing,
    Slot.MODIFIERS: _of(comparisons.modifiers),
    Slot.UNIQUENESS: _of(_uniqueness),
    Slot.EVENT: _of(comparisons.event),
    Slot.PARTIES: _of(parties.parties),
    Slot.OCCASION: _of(parties.occasion),
    Slot.OUTLOOK: _of(comparisons.expected),
    Slot.DAY: _of(comparisons.only_day),
    Slot.LEAD: _of(comparisons.main_event),
    Slot.PLACE: _of(scopes.place),
    Slot.TIME: _of(scopes.time),
    Slot.NAMES: _of(comparisons.names),
    Slot.ARTICLES: _of(comparisons.articles),
    Slot.UNIT: _of(comparisons.unit),
    Slot.DIRECTION: _of(comparisons.change),
    Slot.SUBJECT: _of(comparisons.subject),
    Slot.WORDS: _wording,
    Slot.MEASURE: _of(figures.measure),
    Slot.ENTITY: _of(figures.entity),
    Slot.PERIOD: _of(figures.period),
    Slot.SCENARIO: _of(figures.scenario),
    Slot.RIVALS: _of(figures.rivals),
    Slot.SENTENCE: _sentence,
    Slot.TOPIC: _of(comparisons.topic),
    Slot.OFFICE: _of(comparisons.office),
    Slot.NUMBERED: _of(comparisons.numbered),
    Slot.AROUND: _around,
    Slot.COPY: _copy,
    Slot.BRAND: _brand,
    Slot.BRIEF: _brief,
    Slot.MEANING: lambda left, right, setting: setting.meaning.likeness(left.claim, right.claim),
    Slot.NEAREST: lambda left, right, setting: setting.meaning.nearness(left.claim, right.claim),
    Slot.VALUE: _of(likeness.value),
    Slot.DIGITS: _of(likeness.digits),
    Slot.ELSEWHERE: _elsewhere,
    Slot.GROWTH: _of(likeness.growth),
    Slot.SCOPE: _of(likeness.scope),
}
