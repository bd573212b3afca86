"""Which proxies on a sheet of those present count, and why not the others?

Statutes art. 8.3: so many to a holder, who is there.
"""

from collections.abc import Iterator

import msgspec

from ledger.language import N_
from projections.votes.electorate import Electorate
from projections.votes.judged_votes import Judge

GIVER_THERE = N_("the giver is present, and votes in person")
GIVER_VOTELESS = N_("the giver has no vote on this question")
HOLDER_ABSENT = N_("the holder is not present")
HOLDER_VOTELESS = N_("the holder has no seat in this body, or leaves for this vote")
ONE_TOO_MANY = N_("the holder holds as many proxies as one may, without it")
GIVEN_TWICE = N_("the giver has given another proxy, which counts")


class Sheet(msgspec.Struct, frozen=True):
    """Who is there, by id; who gave a proxy to whom; who is recused."""

    present: tuple[str, ...]
    proxies: tuple[tuple[str, str], ...] = ()
    recused: tuple[str, ...] = ()


class Proxy(msgspec.Struct, frozen=True):
    """A proxy; `reason` tells, in a sentence for people, why it does not count."""

    giver: str
    holder: str
    counts: bool
    reason: str | None = None
    rule: str | None = None


def proxies_on(sheet: Sheet, judge: Judge, found: Electorate) -> Iterator[Proxy]:
    """Hold each proxy against the rule: so many a holder, who is there (art. 8.3)."""
    allowed = judge.rules_on(found.day).proxies_each or 0
    staying = found.staying(sheet.recused)
    held: dict[str, int] = {}
    given: set[str] = set()
    for giver, holder in sheet.proxies:
        held[holder] = held.get(holder, 0) + 1
        reason = None
        if giver in sheet.present:
            reason = GIVER_THERE
        elif giver in sheet.recused or found.voter(giver) is None:
            reason = GIVER_VOTELESS
        elif holder not in sheet.present:
            reason = HOLDER_ABSENT
        elif holder not in staying:
            reason = HOLDER_VOTELESS
        elif held[holder] > allowed:
            reason = ONE_TOO_MANY
        elif giver in given:
            reason = GIVEN_TWICE
        else:
            given.add(giver)
        rule = None if reason is None else "session.proxy"
        yield Proxy(giver, holder, reason is None, reason, rule)
