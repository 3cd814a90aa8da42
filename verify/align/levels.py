"""The levels of the comparison of two claims, and what each weighs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from enum import Enum
from functools import cache, cached_property

from verify.lists import load
from verify.model import Step


class Level(Enum):
    """One rung of a ladder of comparison, by the words in which a reader is told of it; its weight stands in `weights.toml`.

    Fellegi and Sunter (1969): a weight is the log2 of how much likelier a level is for one fact than for two.
    """

    ONE_KIND = "two claims of one kind"
    SAME_THING = "same thing"
    BROADER_THING = "broader thing"
    SIBLING_THING = "same sort of thing, another word"
    EXCLUSIVE_THINGS = "things that exclude each other"
    DIFFERENT_THINGS = "different things"
    NO_THING = "thing not stated"
    PEOPLE_BY_EVENT = "people, by the event"
    SHARED_MODIFIERS = "shared modifiers"
    ONLY_THING = "the only such thing in both"
    ONLY_MEASURE = "the only such measure in both"
    ONLY_NUMBER = "the only such number of the event in both"
    ONLY_PEOPLE = "the only such people in both"
    SAME_PARTIES = "same agent and patient"
    SAME_AGENT = "same agent"
    SAME_PATIENT = "same patient"
    SWAPPED_PARTIES = "same parties, the other way round"
    SAME_WORD_FOR_PATIENT = "same word for the patient"
    NO_PARTIES = "parties not stated"
    OTHER_PARTY = "another party"
    OTHER_AGENT = "another agent, by name"
    ONE_EXPECTED = "one of them only expected"
    OTHER_WORD_FOR_PATIENT = "another word for the patient"
    ONLY_DAY = "the only day of such an event in both"
    EVENT_OF_LEADS = "the event of both leads"
    ONE_OF_SEVERAL_DAYS = "one of several days"
    DAY_AND_LONGER = "a day and a longer time"
    SAME_EVENT_WORD = "same event word"
    SAME_EVENT_KIND = "same kind of event"
    RELATED_EVENTS = "related events"
    NO_EVENT = "event not stated"
    DIFFERENT_EVENTS = "different events"
    SAME_PLACE = "same place"
    PLACE_WITHIN = "one place within the other"
    NO_PLACE = "place not stated by both"
    PART_OF_PLACES = "a part of the places"
    DIFFERENT_PLACES = "different places"
    SAME_TIME = "same time"
    TIME_WITHIN = "one time within the other"
    NO_TIME = "time not stated by both"
    LONGER_TIME = "a longer period"
    DIFFERENT_TIMES = "different times"
    SHARED_NAMES = "shared names"
    NO_SHARED_NAMES = "no shared names"
    SCOPES_ADD_UP = "scopes of the parts add up"
    MAKE_ALL_ABOARD = "passengers and crew make those on board"
    SAME_SENTENCE = "the same sentence"
    NEAR_SENTENCE = "nearly the same sentence"
    ONE_WORD_DIFFERS = "one word of it is another"
    VERY_SIMILAR_SENTENCES = "very similar sentences"
    SIMILAR_SENTENCES = "similar sentences"
    SENTENCES_NOT_ALIKE = "sentences not alike"
    UNLIKE_SENTENCES = "unlike sentences"
    ARTICLES_APART = "articles share few names"
    ARTICLES_SHARE_NAMES = "articles share names"
    SAME_SUBJECT = "same subject"
    PART_OF_SUBJECT = "a part of the subject's name"
    OTHER_SUBJECT = "another subject"
    NO_SUBJECT = "subject not stated"
    DIFFERENT_UNITS = "different units"
    SAME_DIRECTION = "same direction of change"
    OTHER_DIRECTION = "opposite or no change"
    SAME_WORDS = "same words"
    ALTERED_WORDS = "altered words"
    OTHER_WORDS = "other words"
    REWORDED = "one utterance in other words"
    SAME_MEASURE = "the same measure"
    OTHER_MEASURE = "another measure"
    SAME_ENTITY = "the same entity"
    UNNAMED_ENTITY = "the firm that one article leaves unnamed"
    PART_OF_ENTITY = "a part of what the other is of"
    ENTITY_OPEN = "entity not stated by both"
    NO_ENTITY = "no entity stated"
    OTHER_ENTITY = "another entity"
    SAME_PERIOD = "the same period"
    PERIOD_OPEN = "period not stated by both"
    NO_PERIOD = "no period stated"
    OTHER_PERIOD = "another period"
    BOTH_FORECAST = "both forecast"
    FORECAST_AND_RESULT = "forecast and result"
    CHANGE_AND_LEVEL = "change and level"
    ONLY_AMOUNT = "the only such amount in both articles"
    ONE_OF_SEVERAL_AMOUNTS = "one of several such amounts"
    SAME_TOPIC = "the same word"
    OTHER_TOPIC = "another word"
    SAME_OFFICE = "the same office, or half a name"
    SAME_NUMBERED_NAME = "the same name, numbered"
    MANY_WORDS_AROUND = "many of the same words around it"
    SOME_WORDS_AROUND = "the same words around it"
    ONE_WORD_AROUND = "one of the same words around it"
    OTHER_WORDS_AROUND = "other words around it"
    BRIEF_OF_ARTICLE = "a brief of the article"
    BRIEF_OF_FEW = "a small number in a brief of the article"
    SAME_UNIT_IN_BRIEF = "the same unit in a brief of the article"
    NOTHING_IN_COMMON = "no words in common"
    ONE_WORD_IN_COMMON = "a word in common"
    TWO_WORDS_IN_COMMON = "two words or a name in common"
    THREE_WORDS_IN_COMMON = "three words in common"
    MUCH_IN_COMMON = "sentences with much in common"
    SAME_WORDS_FOR_THING = "the same words for the thing"
    OTHER_MODIFIERS = "other modifiers of the thing"
    DAYS_APART = "told of days far apart"
    OTHER_BEARER = "told of another such thing"
    MEANT_AS_ONE = "meant as one"
    MEANT_MUCH_ALIKE = "much alike in meaning"
    MEANT_ALIKE = "alike in meaning"
    MEANT_PERHAPS_ALIKE = "perhaps alike in meaning"
    MEANING_OPEN = "alike or not in meaning"
    MEANT_PERHAPS_APART = "perhaps unlike in meaning"
    MEANT_APART = "unlike in meaning"
    MEANT_AS_TWO = "meant as two"
    NEAREST_BY_FAR = "each by far the other's nearest in meaning"
    NEAREST_OF_BOTH = "each the other's nearest in meaning"
    NEARLY_NEAREST = "nearly the other's nearest in meaning"
    NEAREST_OF_ONE = "one has a nearer claim in meaning"
    OTHERS_NEARER = "both have nearer claims in meaning"
    SAME_LONG_NUMBER = "the same number of three digits or more"
    SAME_TWO_DIGITS = "the same number of two digits"
    SAME_ROUND_NUMBER = "the same round number"
    SAME_SMALL_NUMBER = "the same small number"
    SAME_FEW = "the same number of three or fewer"
    SAME_VALUE = "the same value"
    VALUE_WITHIN = "one value within the other"
    VALUES_OVERLAP = "values overlap"
    VALUES_OPEN = "values that cannot be compared"
    NEAR_NUMBERS = "numbers within six percent"
    LIKE_NUMBERS = "numbers within a third"
    NUMBERS_WITHIN_HALF = "one number at least half the other"
    NUMBERS_WITHIN_FOURFOLD = "one number at least a quarter of the other"
    FAR_NUMBERS = "values far apart"
    OTHER_VALUE = "another value"
    OTHER_HOUR = "another time of one day"
    NEXT_DAY = "the day before or after"
    NEXT_PERIOD = "the month or year before or after"
    SOME_DAYS_APART = "some days apart"
    ONE_DENIED = "one of them denied"
    DIGITS_EXCHANGED = "the same digits in another order"
    ONE_DIGIT_DIFFERS = "one digit is another"
    ZEROS_DIFFER = "the same digits with other zeros"
    NEXT_NUMBER = "one more or one less"
    TOLD_ELSEWHERE = "the other's value is told of it, too"
    KNOWN_ELSEWHERE = "the other's value is known, too"
    GROWN = "a figure that moves, changed in the later article"
    LATER = "another figure days later"
    OF_ANOTHER_TIME = "one of old, the other of the news"
    ITEM_OF_LIST = "an item of a list and what all of it counts"

    __hash__ = object.__hash__  # that of Enum is a Python function, which took two percent of a large comparison

    @cached_property
    def weight(self) -> float:
        """The weight in bits, set by hand."""
        return weights("level").get(self.name.lower(), 0.0)

    @cached_property
    def fitted(self) -> float:
        """The weight in bits, fitted to pairs that the sameness model has read; of a level that too few of them bore none, or that set by hand
        where it tells two facts apart.
        """
        return weights("read").get(self.name.lower(), self.weight if self in RESTRICTORS else 0.0)


READ = frozenset(level for level in Level if level.name.startswith(("MEANT", "MEANING")))
"""Levels of pairs that the sameness model has read."""
VALUES = frozenset(list(Level)[list(Level).index(Level.SAME_LONG_NUMBER) :])
"""Levels of how values lie to each other, which have fitted weights alone."""
UNREAD = frozenset(
    {
        Level.SAME_SENTENCE,
        Level.NEAR_SENTENCE,
        Level.ONE_WORD_DIFFERS,
        Level.BRIEF_OF_ARTICLE,
        Level.BRIEF_OF_FEW,
    }
)
"""Levels of texts that tell the same in the same words: there is nothing to be learned from their meaning."""


@cache
def weights(section: str) -> Mapping[str, float]:
    """Return the weights of one section of `weights.toml`, by name."""
    table = load("weights")[section]
    return {name: float(weight) for name, weight in table.items()}


def threshold(name: str) -> float:
    """Return the weight above which claims are linked, or values can conflict."""
    return weights("threshold")[name]


COMMON = frozenset({Level.SAME_FEW, Level.SAME_SMALL_NUMBER, Level.SAME_VALUE})
UNLIKE = frozenset({Level.MEANT_AS_TWO, Level.MEANT_APART})
"""Equal values that say little, and meanings that are plainly two: of such pairs in 68 stories 25 of 150 are one fact, of telling values 40 of 51."""
RESTRICTORS = frozenset(
    {
        Level.EXCLUSIVE_THINGS,
        Level.PART_OF_PLACES,
        Level.DIFFERENT_PLACES,
        Level.LONGER_TIME,
        Level.OTHER_SUBJECT,
        Level.OTHER_MEASURE,
        Level.OTHER_ENTITY,
        Level.PART_OF_ENTITY,
        Level.OTHER_PERIOD,
        Level.FORECAST_AND_RESULT,
        Level.CHANGE_AND_LEVEL,
        Level.ONE_OF_SEVERAL_AMOUNTS,
        Level.ONE_DENIED,
    }
)
"""Levels of slots that are stated and differ: however likely one fact, their values are not held against each other."""
APART = frozenset(
    {
        Level.EXCLUSIVE_THINGS,
        Level.DIFFERENT_THINGS,
        Level.DIFFERENT_EVENTS,
        Level.NO_SHARED_NAMES,
        Level.DIFFERENT_PLACES,
        Level.PART_OF_PLACES,
        Level.DIFFERENT_TIMES,
        Level.LONGER_TIME,
        Level.DIFFERENT_UNITS,
        Level.OTHER_DIRECTION,
        Level.DAYS_APART,
        Level.OTHER_BEARER,
    }
)
"""Levels that tell two facts of one article apart, whatever else speaks for one."""
SAME_THING = frozenset({Level.SAME_THING, Level.PEOPLE_BY_EVENT})
SAME_EVENT = frozenset({Level.SAME_EVENT_WORD, Level.SAME_EVENT_KIND})
CHANGE_OF_LEVEL = frozenset({Level.OTHER_DIRECTION, Level.FAR_NUMBERS})
"""A rise of 4 percent beside a level of 40; numbers nearer each other are often two readings of one change."""


def of_one_slot(levels: Set[Level]) -> bool:
    """Return whether two claims are of one thing and one kind of event, and nothing that is stated tells them apart."""
    return bool(levels & SAME_THING) and bool(levels & SAME_EVENT) and not levels & APART


def restricted(levels: Collection[Level]) -> bool:
    """Return whether a stated slot of two claims differs, so that their values are not held against each other."""
    return not RESTRICTORS.isdisjoint(levels) or CHANGE_OF_LEVEL.issubset(levels)


def weigh(levels: Iterable[Level]) -> float:
    """Return the sum of the weights of levels that are set by hand, in bits."""
    return sum(level.weight for level in levels)


def weigh_read(levels: Collection[Level]) -> float | None:
    """Return the sum of the fitted weights, in bits (log2 of the odds that two claims are one fact), None for a pair that was not read."""
    if READ.isdisjoint(levels) or not UNREAD.isdisjoint(levels):
        return None
    apart = threshold("read_apart") if Level.ARTICLES_APART in levels else 0.0
    chance = (
        threshold("read_common")
        if not (COMMON.isdisjoint(levels) or (UNLIKE | RESTRICTORS).isdisjoint(levels))
        else 0.0
    )
    return sum(level.fitted for level in levels) - apart - chance


def steps_of(levels: Iterable[Level], *, fitted: bool) -> tuple[Step, ...]:
    """Return levels as a report shows them, with the weights that decided."""
    weighed = ((level, level.fitted if fitted else level.weight) for level in levels)
    return tuple(Step(label=level.value, weight=weight) for level, weight in weighed if fitted or level not in VALUES)
