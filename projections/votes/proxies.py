"""Which proxies count, and what is against the others?

Statutes, clause proxies; specification section 8: so many to a holder, who is there.
"""

from collections import Counter
from collections.abc import Collection, Iterable

import msgspec

from ledger.clauses import Clause
from ledger.language import N_
from projections.reason import Rule

DECIDES: tuple[Clause, ...] = ("proxies",)

GIVER_THERE = Rule(
    "session.proxy", N_("the giver is present, and votes in person"), "proxies"
)
GIVER_VOTELESS = Rule(
    "session.proxy", N_("the giver has no vote on this question"), "proxies"
)
HOLDER_ABSENT = Rule("session.proxy", N_("the holder is not present"), "proxies")
HOLDER_VOTELESS = Rule(
    "session.proxy",
    N_("the holder has no seat in this body, or leaves for this vote"),
    "proxies",
)
ONE_TOO_MANY = Rule(
    "session.proxy",
    N_("the holder holds as many proxies as one may, without it"),
    "proxies",
)
GIVEN_TWICE = Rule(
    "session.proxy", N_("the giver has given another proxy, which counts"), "proxies"
)

NOW_VOTES = Rule(
    "ballot.now",
    N_("{count} may vote now, {proxies} of them by proxy: {votes} votes."),
    "proxies",
)


class Proxy(msgspec.Struct, frozen=True):
    """A proxy that was given, and every rule it does not keep to."""

    giver: str
    holder: str
    against: tuple[Rule, ...] = ()

    @property
    def counts(self) -> bool:
        """Tell whether nothing is against it."""
        return not self.against


class Holders(msgspec.Struct, frozen=True):
    """Who is there; who may hold a proxy, if there; how many each; who may give one.

    Those who stay for a vote may hold one, and those with a vote give one; of a whole
    session, the members may hold one, and nobody asks who gives. `each` is None where
    no rule limits it.
    """

    present: Collection[str]
    holders: Collection[str]
    each: int | None
    givers: Collection[str] | None = None


def proxies(given: Iterable[tuple[str, str]], allowed: Holders) -> tuple[Proxy, ...]:
    """Hold proxies, each a giver and a holder, against the rule, in their order.

    A proxy that does not count takes its holder's place all the same.
    """
    held = Counter[str]()
    voting: set[str] = set()
    found = []
    for giver, holder in given:
        held[holder] += 1
        proxy = Proxy(giver, holder, _against(giver, holder, held[holder], allowed))
        if proxy.counts and giver in voting:
            proxy = Proxy(giver, holder, (GIVEN_TWICE,))
        if proxy.counts:
            voting.add(giver)
        found.append(proxy)
    return tuple(found)


def _against(giver: str, holder: str, held: int, allowed: Holders) -> tuple[Rule, ...]:
    broken = (
        (GIVER_THERE, giver in allowed.present),
        (GIVER_VOTELESS, allowed.givers is not None and giver not in allowed.givers),
        (HOLDER_ABSENT, holder not in allowed.present),
        (HOLDER_VOTELESS, holder not in allowed.holders),
        (ONE_TOO_MANY, allowed.each is not None and held > allowed.each),
    )
    return tuple(rule for rule, is_broken in broken if is_broken)
