"""The one land that an article puts its story in, and the other that a single place of it names: in the lead, or as money."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.twice import word_lists
from verify.language import gazetteer
from verify.language.parsed import Sentence
from verify.model import Flag, Location, Span
from verify.values.name import PERSON
from verify.values.units import currencies

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST, ENOUGH, TIMES = 4, 2, 2
"""Words of the longest name of a land; places that must speak of the other one; how many times as many as speak of any third."""
EUROPE, GENITIVE = "EU", frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of a land, of its people, its capital or one of its provinces, and where it stands."""

    land: str
    first: Token
    last: Token
    sentence: Sentence
    named: bool

    @property
    def local(self) -> bool:
        """Whether it says where something is, or whose authorities act."""
        head = self.last.head
        if self.named and any(c.lower_ == "in" for c in self.last.children if c.dep_ == "case"):
            return True
        return head.lemma_.lower() in word_lists()["lands"]["own"] and head.i > self.last.i


def elsewhere(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for the land in which a lead puts its story, where all else of the article is of one other."""
    lands = _lands(subject)
    for land, mentions in lands.items():
        odd = mentions[0]
        if (
            len(mentions) > 1
            or not (odd.named and odd.local)
            or odd.sentence.zone != "lead"
            or _in_title(land, subject)
        ):
            continue
        here = {m.land for own in lands.values() for m in own if m.sentence == odd.sentence and not m.local} | {land}
        usual, *others = sorted((own for other, own in lands.items() if other not in here), key=len, reverse=True) or [
            []
        ]
        alone = all(TIMES * len(own) <= len(usual) for own in others)
        if alone and len({m.sentence.index for m in usual}) >= ENOUGH and any(m.local for m in usual):
            yield _flag(_place(odd, subject), _place(next(m for m in usual if m.local), subject))


def money_of_another(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for the money of a land that an article does not name, where it tells of one other land or has its money, too."""
    lands, found = _lands(subject), dict(_moneys(subject))
    told = [own[0] for own in lands.values() if len({m.sentence.index for m in own}) >= ENOUGH]
    for land, place in found.items():
        beside = [found[other] for other in found if other in lands]
        if len(found) == 1 and len(lands) == len(told) == 1:
            beside = [_place(told[0], subject)]
        if land not in lands and beside and not _in_title(land, subject):
            yield _flag(place, beside[0])


def _lands(subject: Subject) -> Mapping[str, Sequence[Mention]]:
    """Return the mentions of each land in the sentences of an article."""
    out: dict[str, list[Mention]] = defaultdict(list)
    for sentence in subject.reading.sentences:
        i = sentence.tokens.start
        while i < sentence.tokens.end:
            mention = _mention(i, sentence, subject)
            if mention is not None:
                out[mention.land].append(mention)
                i = mention.last.i
            i += 1
    return out


def _mention(i: int, sentence: Sentence, subject: Subject) -> Mention | None:
    doc = subject.reading.doc
    entity = subject.reading.entities.of(doc[i])
    if not doc[i].text[:1].isupper() or (entity is not None and entity.type == PERSON):
        return None
    for last in range(min(i + LONGEST, sentence.tokens.end) - 1, i - 1, -1):
        if doc[last].text in GENITIVE:
            continue
        text = doc[i : last + 1].text
        text = text.title() if text.isupper() and len(text) > LONGEST else text
        land = gazetteer.country_of(text)
        code = land or gazetteer.capital_of(text) or gazetteer.province_of(text)
        if code and code != EUROPE and not gazetteer.is_ambiguous(text):
            named = land is not None and not gazetteer.is_adjective(text)
            return Mention(land=code, first=doc[i], last=doc[last], sentence=sentence, named=named)
    return None


def _in_title(land: str, subject: Subject) -> bool:
    words = re.findall(r"[\w’'-]+", subject.reading.article.title or "")
    return any(gazetteer.country_of(w) == land or gazetteer.capital_of(w) == land for w in words)


@cache
def _words() -> Mapping[str, str]:
    """Return the land of each word for money that no other land has."""
    out: dict[str, set[str]] = defaultdict(set)
    for name, currency in currencies().items():
        land = gazetteer.country_of(" ".join(name.split()[:-1]).title())
        for word in (name.split()[-1], *(w for w in currency.words if " " not in w)):
            out[word.lower()].add(land or "")
    return {word: land for word, (land, *more) in ((w, tuple(found)) for w, found in out.items()) if land and not more}


def _moneys(subject: Subject) -> Iterator[tuple[str, Location]]:
    """Yield each land whose money stands in an article, and where first."""
    seen: set[str] = set()
    for token in (t for s in subject.reading.sentences for t in s.tokens):
        land = _words().get(token.lower_)
        if land is not None and land not in seen and token.pos_ in {"NOUN", "PROPN"}:
            seen.add(land)
            yield land, subject.reading.article.location(Span(start=token.idx, end=token.idx + len(token)))


def _place(mention: Mention, subject: Subject) -> Location:
    end = mention.last.idx + len(mention.last)
    return subject.reading.article.location(Span(start=mention.first.idx, end=end))


def _flag(odd: Location, usual: Location) -> Flag:
    return Flag(
        check="entity-swap",
        severity="high",
        confidence="medium",
        message=f"“{odd.quote}” here alone, “{usual.quote}” where the article is else: which land is meant?",
        primary=odd,
        related=(usual,),
    )
