"""Facts that share words are one matter: it is shown once, by the fact that needs most attention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from verify.model import VERDICTS, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A fact by which a matter is shown, and those that say something of the same claims."""

    lead: Fact
    others: tuple[Fact, ...] = ()

    @property
    def whole(self) -> Fact:
        """The lead with the claims, the origins and the reasons of all of them; its identifier is not that of the lead."""
        facts = (self.lead, *self.others)
        return replace(
            self.lead,
            claims=tuple(dict.fromkeys(i for fact in facts for i in fact.claims)),
            origins=tuple(sorted({o for fact in facts for o in fact.origins})),
            reason="; ".join(dict.fromkeys(fact.reason for fact in facts)),
        )


def matters(facts: Iterable[Fact]) -> tuple[Matter, ...]:
    """Return the facts as matters, in the order of their leads: by verdict, then as given."""
    found: dict[str, Matter] = {}
    lead_of: dict[str, str] = {}
    for fact in sorted(facts, key=lambda fact: VERDICTS.index(fact.verdict)):
        lead = next((lead_of[i] for i in fact.claims if i in lead_of), fact.id)
        known = found.get(lead)
        found[lead] = replace(known, others=(*known.others, fact)) if known else Matter(lead=fact)
        lead_of |= dict.fromkeys((i for i in fact.claims if i not in lead_of), lead)
    return tuple(found.values())
