"""Facts that share claims are one matter: what is settled of it is shown with the fact that needs most attention, not once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from verify.model import VERDICTS, Fact
from verify.report.sheet import SETTLED


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
    """Return the facts as matters, in the order of their leads: by verdict, then as given; what is to be decided is never put under another."""
    found: list[Matter] = []
    at: dict[str, int] = {}
    for fact in sorted(facts, key=lambda fact: VERDICTS.index(fact.verdict)):
        known = next((at[i] for i in fact.claims if i in at), None) if fact.verdict in SETTLED else None
        if known is None:
            known = len(found)
            found.append(Matter(lead=fact))
        else:
            found[known] = replace(found[known], others=(*found[known].others, fact))
        for identifier in fact.claims:
            at.setdefault(identifier, known)
    return tuple(found)
