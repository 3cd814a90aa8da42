"""The comparisons of which a ladder is made: each looks at one slot of two claims and gives a level, or nothing.

Values are not looked at, but for quotations, whose words are what makes them the same.
"""

from __future__ import annotations

from string import punctuation

from rapidfuzz.distance import Indel

from verify.align.described import Described
from verify.align.levels import Level
from verify.claims import kind_of, one_kind, relation
from verify.claims.kinship import is_suspect, kinship, shared_modifiers, sort_of, stands_for_people
from verify.language.events import HARM, related
from verify.model import Claim, Relation
from verify.values.interval import Interval, commensurable
from verify.values.name import compare_words
from verify.values.period import LONG, Period

NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
HURT = frozenset({"die", "injure", "casualty"})
SMALL = 12
"""A number up to which an article may well have it of something else."""
SHORT, LEAST_ALIKE, HALF = 3, 4, 0.5
"""Letters of a word that says little; how many others, and what share of the shorter sentence, make two sentences alike."""
ALIKE = 0.85
"""Share of the words of two sentences from which on they are nearly the same."""


def thing(left: Described, right: Described) -> Level:
    """Compare what is counted; a numbered part of an event's name is the thing of the event ("30 rockets", "rocket attack")."""
    a, b = left.claim, right.claim
    if not one_kind(a, b):
        return Level.SAME_THING if _named_by(a, b) or _named_by(b, a) else Level.DIFFERENT_THINGS
    ages = {c.thing.age for c in (a, b) if c.thing and c.thing.age is not None}
    if len(ages) > 1:
        return Level.EXCLUSIVE_THINGS
    if _harmed_and_suspected(left, right) or _harmed_and_suspected(right, left):
        return Level.EXCLUSIVE_THINGS
    named = a.thing or b.thing
    if named is not None and (a.thing is None or b.thing is None) and _people_implied(left, right):
        nobody = any(d.claim.location.quote.lower() in NOBODY for d in (left, right))
        return Level.PEOPLE_BY_EVENT if nobody or stands_for_people(named) else Level.BROADER_THING
    return {
        "same": Level.SAME_THING,
        "broader": Level.BROADER_THING,
        "sibling": Level.SIBLING_THING,
        "exclusive": Level.EXCLUSIVE_THINGS,
        "different": Level.DIFFERENT_THINGS,
        "unknown": Level.NO_THING,
    }[kinship(a.thing, b.thing)]


def _people_implied(left: Described, right: Described) -> bool:
    """Return whether a bare number counts people because its event does ("more than 50 missing") and the other thing is people."""
    named = left.claim.thing or right.claim.thing
    bare = left if left.claim.thing is None else right
    return bare.group in HARM and named is not None and sort_of(named) == "person"


def _harmed_and_suspected(harmed: Described, suspected: Described) -> bool:
    """Return whether people come to harm in one event, while the other counts those who are held to have done it."""
    hurt, other = harmed.claim.thing, suspected.claim.thing
    if hurt is None or other is None or harmed.group not in HURT or suspected.group in HURT | {"shoot", "stab"}:
        return False
    return is_suspect(other) and not is_suspect(hurt)


def _named_by(count: Claim, event: Claim) -> bool:
    return bool(
        count.thing
        and event.thing
        and count.thing.head in event.thing.modifiers
        and event.thing.head == count.predicate
    )


def modifiers(left: Described, right: Described) -> Level | None:
    """Reward modifiers that both things bear."""
    a, b = left.claim.thing, right.claim.thing
    return Level.SHARED_MODIFIERS if a and b and shared_modifiers(a, b) else None


def event(left: Described, right: Described) -> Level:
    """Compare the events by word, then by kind."""
    a, b = left.claim.predicate, right.claim.predicate
    if not a or not b:
        return Level.NO_EVENT
    if a == b:
        return Level.SAME_EVENT_WORD
    if left.group and left.group == right.group:
        return Level.SAME_EVENT_KIND
    if left.group and right.group:
        return Level.RELATED_EVENTS if related(left.group, right.group) else Level.DIFFERENT_EVENTS
    return Level.NO_EVENT


def names(left: Described, right: Described) -> Level | None:
    """Compare the names in the two clauses."""
    a, b = left.claim.participants, right.claim.participants
    if not a or not b:
        return None
    return (
        Level.SHARED_NAMES
        if any(same_name(x, y) and not left.aliases.two(x, y) for x in a for y in b)
        else Level.NO_SHARED_NAMES
    )


def same_name(left: str, right: str) -> bool:
    """Return whether two names can be of one person, group or country."""
    return compare_words(left, right) == "equal"


def nearly_same(left: Described, right: Described) -> bool:
    """Return whether two sentences are the same but for a word in seven."""
    return left.text == right.text or Indel.normalized_similarity(left.words, right.words) >= ALIKE


def articles(left: Described, right: Described) -> Level | None:
    """Compare the names of the two articles: articles on one event share some."""
    if left.claim.article == right.claim.article:
        return None
    fewer = min(len(left.names), len(right.names))
    if not fewer:
        return None
    enough = 1 if fewer < 6 else 2
    return Level.ARTICLES_SHARE_NAMES if len(left.names & right.names) >= enough else Level.ARTICLES_APART


def subject(left: Described, right: Described) -> Level:
    """Compare whom an age or a role is of."""
    a, b = left.claim.subject, right.claim.subject
    if not a or not b:
        return Level.NO_SUBJECT
    if left.aliases.two(a, b):
        return Level.OTHER_SUBJECT
    words: dict[Relation, Level] = {"equal": Level.SAME_SUBJECT, "contains": Level.PART_OF_SUBJECT}
    return words.get(compare_words(a, b), Level.OTHER_SUBJECT)


def unit(left: Described, right: Described) -> Level | None:
    """Compare the sort of unit: miles and kilometres are one, miles and dollars are not, a number alone can be of either."""
    a, b = left.claim.value, right.claim.value
    if not isinstance(a, Interval) or not isinstance(b, Interval) or left.claim.kind != right.claim.kind:
        return None
    return None if commensurable(a, b) else Level.DIFFERENT_UNITS


def change(left: Described, right: Described) -> Level | None:
    """Tell a rise from a fall and from a level."""
    a, b = (getattr(c.claim.value, "change", None) for c in (left, right))
    if a == b:
        return Level.SAME_DIRECTION if a else None
    return Level.OTHER_DIRECTION


def wording(left: Described, right: Described) -> Level:
    """Compare the words of two quotations."""
    told = relation(left.claim, right.claim)
    words: dict[Relation, Level] = {
        "equal": Level.SAME_WORDS,
        "contains": Level.SAME_WORDS,
        "overlaps": Level.ALTERED_WORDS,
        "disjoint": Level.ALTERED_WORDS,
    }
    return words.get(told, Level.OTHER_WORDS)


def only_day(left: Described, right: Described) -> Level | None:
    """Tell the one day that each article gives for a kind of event from one of several; a year is most often that of another such event."""
    if granularity(left) != granularity(right):
        return Level.DAY_AND_LONGER
    if left.sole and right.sole:
        return None if granularity(left) else Level.ONLY_DAY
    return None if nearly_same(left, right) else Level.ONE_OF_SEVERAL_DAYS


def main_event(left: Described, right: Described) -> Level | None:
    """Reward an event that the headline or lead of both articles tells."""
    return Level.EVENT_OF_LEADS if left.main and right.main and left.group == right.group else None


def granularity(described: Described) -> bool | None:
    """Return whether a date is longer than a day."""
    value = described.claim.value
    return value.granularity in LONG if isinstance(value, Period) else None


def expected(left: Described, right: Described) -> Level | None:
    """Tell what is only expected from what is so."""
    return Level.ONE_EXPECTED if left.expected != right.expected else None


def topic(left: Described, right: Described) -> Level:
    """Compare the words by which two claims that are not of numbers are known again."""
    return Level.SAME_TOPIC if left.claim.topic == right.claim.topic else Level.OTHER_TOPIC


def office(left: Described, right: Described) -> Level:
    """Compare the offices and the names of those who hold them."""
    return Level.SAME_OFFICE if left.claim.around & right.claim.around else Level.OTHER_TOPIC


def numbered(left: Described, right: Described) -> Level:
    """Compare names without the numbers in them."""
    return Level.SAME_NUMBERED_NAME if left.claim.topic == right.claim.topic else Level.OTHER_TOPIC


def alike(left: Described, right: Described) -> bool:
    """Return whether the shorter of two sentences has half of its longer words in the other."""
    ours, theirs = ({w for word in d.words if len(w := word.strip(punctuation)) > SHORT} for d in (left, right))
    shared = len(ours & theirs)
    return shared >= LEAST_ALIKE and shared >= HALF * min(len(ours), len(theirs))


def is_small(d: Described) -> bool:
    """Return whether a count is so small that it may be of anything."""
    value = d.claim.value
    counts = kind_of(d.claim).counts
    return counts and isinstance(value, Interval) and (value.number or 0) <= SMALL
