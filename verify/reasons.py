"""Why a fact has its verdict, as a sentence: who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from verify.claims import kind_of
from verify.claims.base import denied
from verify.model import Article, Claim, speaker_is_guess
from verify.values.interval import Interval
from verify.values.place import Place

MOST = 4
"""Sources that are told by name; more are counted."""

Articles = Mapping[str, Article]


def sayings(group: Iterable[Claim], articles: Articles, *, joint: str = "and") -> str:
    """Return what each source says, from the lowest value to the highest: "The Daily and Radio say 33, and the wire says 35"."""
    said: dict[str, dict[str, None]] = {}
    for c in sorted(group, key=lambda c: _rank(c, articles)):
        said.setdefault(_value(c), {})[c.article] = None
    whole = [a for own in said.values() for a in own]
    speakers = _speakers(group, articles)
    parts = [
        _saying([_name(a, articles, speakers.get((a, value), "") if whole.count(a) > 1 else "") for a in own], value)
        for value, own in said.items()
    ]
    return listed(parts, f", {joint}", between=", ")


def all_say(group: Sequence[Claim], articles: Articles, what: str) -> str:
    """Return that every source says the same: by name where they are few, as articles and origins where one has it from another."""
    ids = sorted({c.article for c in group})
    origins = {articles[a].origin for a in ids}
    if len(origins) < len(ids):
        return f"{len(ids)} articles of {counted(len(origins), 'origin')} {what}"
    if len(ids) > MOST:
        return f"{len(ids)} sources {what}"
    return f"{listed(_apart([_name(a, articles, '') for a in ids]), ' and')} {what}"


def agreed(group: Sequence[Claim], articles: Articles) -> str:
    """Return that every source says the same, all forms of it; a name that is spelled otherwise in as many words is told as such."""
    forms = list(dict.fromkeys(c.value.label() for c in group))[: 1 if group[0].verbatim else MOST]
    spelled = kind_of(group[0]).name_is_value and len({len(form.split()) for form in forms}) < len(forms)
    if spelled and len({form.lower() for form in forms}) > 1:
        return all_say(group, articles, f"name one, spelled in more than one way: {' / '.join(forms)}")
    return all_say(group, articles, f"say {forms[0]}" if len(forms) == 1 else f"say the same: {' / '.join(forms)}")


def made(parts: Sequence[Claim], whole: Claim, *, exact: bool) -> str:
    """Return what parts make: "2 locations in Syria + 3 locations in Iraq make 5 facilities in Iraq and Syria"."""
    return f"{' + '.join(map(_scoped, parts))} {'make' if exact else 'lie within'} {_scoped(whole)}"


def alone(group: Sequence[Claim], articles: Articles) -> str:
    """Return who is the only one to say it."""
    ids = {c.article for c in group}
    if len(ids) == 1:
        return f"only {_name(ids.pop(), articles, '')} says it"
    return f"{len(ids)} articles of one origin say it"


def listed(parts: Sequence[str], last: str, *, between: str = ", ") -> str:
    """Return parts as a list in a sentence, `last` before the last one."""
    return f"{between.join(parts[:-1])}{last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _saying(names: Sequence[str], value: str) -> str:
    who = listed(_apart(names), " and") if len(names) <= MOST else counted(len(names), "source")
    plural = len(names) > 1
    if value:
        return f"{who} {'say' if plural else 'says'} {value}"
    return f"{who} {'give' if plural else 'gives'} no number"


def _apart(names: Sequence[str]) -> list[str]:
    """Return names, those of several articles of one outlet as one: "2 articles of the Daily"."""
    return [f"{counted(n, 'article')} of {name}" if n > 1 else name for name, n in Counter(names).items()]


def _value(claim: Claim) -> str:
    """Return the value of a claim as it is said, nothing where it has no number."""
    return "" if kind_of(claim).bare else f"{'not ' if denied(claim) else ''}{claim.value.label()}"


def _scoped(claim: Claim) -> str:
    """Return a count with its thing and the place that it holds for."""
    thing = f" {claim.thing.text}" if claim.thing else ""
    where = f" {claim.place.where()}" if isinstance(claim.place, Place) else ""
    return f"{claim.value.label()}{thing}{where}"


def _speakers(group: Iterable[Claim], articles: Articles) -> dict[tuple[str, str], str]:
    """Return how an article quotes somebody for a value, where it does."""
    return {(c.article, _value(c)): _quoting(c, articles[c.article]) for c in group if c.speech.speaker}


def _quoting(claim: Claim, article: Article) -> str:
    """Return that an article quotes the speaker of a claim, a guess told as one."""
    return f"quoting{', it seems,' if speaker_is_guess(claim, article) else ''} {claim.speech.speaker}"


def _name(article: str, articles: Articles, quoting: str) -> str:
    return (articles[article].outlet or article) + (f" ({quoting})" if quoting else "")


def _rank(claim: Claim, articles: Articles) -> tuple[float, str, str]:
    low = claim.value.low if isinstance(claim.value, Interval) else None
    published = articles[claim.article].published
    return (low if low is not None else float("inf"), str(published or ""), claim.article)
