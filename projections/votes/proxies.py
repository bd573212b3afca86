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
    N_("the holder holds more proxies than one may, and none of them counts"),
    "proxies",
)
GIVEN_TWICE = Rule(
    "session.proxy",
    N_("the giver has given another proxy as well, and neither counts"),
    "proxies",
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
    no rule limits it. Of those `untold` nobody can tell whether they are there.
    """

    present: Collection[str]
    holders: Collection[str]
    each: int | None
    givers: Collection[str] | None = None
    untold: Collection[str] = ()


def proxies(given: Iterable[tuple[str, str]], allowed: Holders) -> tuple[Proxy, ...]:
    """Hold proxies, each a giver and a holder, against the rule.

    Of several held by one, or given by one, nobody can tell which was meant: their
    order says nothing. One whose giver is there takes no place; another that does not
    count does.
    """
    pairs = tuple(dict.fromkeys(given))
    there = {*allowed.present, *allowed.untold}
    held = Counter(holder for giver, holder in pairs if giver not in there)
    found = [
        Proxy(giver, holder, _against(giver, holder, held[holder], allowed))
        for giver, holder in pairs
    ]
    voting = Counter(one.giver for one in found if one.counts)
    return tuple(
        Proxy(one.giver, one.holder, (GIVEN_TWICE,))
        if one.counts and voting[one.giver] > 1
        else one
        for one in found
    )


def _against(giver: str, holder: str, held: int, allowed: Holders) -> tuple[Rule, ...]:
    broken = (
        (GIVER_THERE, giver in allowed.present),
        (GIVER_VOTELESS, allowed.givers is not None and giver not in allowed.givers),
        (HOLDER_ABSENT, holder not in {*allowed.present, *allowed.untold}),
        (HOLDER_VOTELESS, holder not in allowed.holders),
        (ONE_TOO_MANY, allowed.each is not None and held > allowed.each),
    )
    return tuple(rule for rule, is_broken in broken if is_broken)
