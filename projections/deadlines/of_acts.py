"""Until when may an act be brought before the court, or taken back by its author?

CJA R.421-1 for third parties, CGCT for the prefect, CRPA for the author. Only what
lives is asked about; what was rejected is a decision too. Requests for papers, and
appeals made to the author, would start these limits anew; the ledger records none.
"""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from ledger.authorities import Authority, kind_of
from ledger.events.afterwards import ActAnnulled
from ledger.events.kind import Character
from projections.acts.act_state import ActState
from projections.acts.publicity import first_that_counts, lacking
from projections.deadlines.deadline import Deadline, Limit
from projections.limits.time_limits import appeal_ends, revocation_ends
from projections.missing import Missing
from projections.switches import Law
from projections.timelines.world import World

APPEAL = Law("CJA R.421-1")
REVOCATION = Law("CRPA L.242-1, L.243-3")
DEFERE_OF_SYNDICATE = Law("CGCT L.5721-4, L.3132-1")
DEFERE = {
    "region": Law("CGCT L.4142-1"),
    "departement": Law("CGCT L.3132-1"),
    "commune": Law("CGCT L.2131-6"),
    "epci": Law("CGCT L.5211-3, L.2131-6"),
}
"""The text that lets the prefect bring an act before the court, by its author."""

DEFERE_OF_ANY = Law("CGCT L.2131-6, L.3132-1, L.4142-1")
"""Where nothing tells what kind of institution the author is."""

_OTHERS = {Authority.COURT, Authority.COLLEGE, Authority.SECRETARIAT}
"""A ruling, an election, a note: other remedies, or none."""


def deadlines_of_acts(world: World, at: date) -> Iterator[Deadline]:
    """List the limits of every living act, begun by a day, as they stand then."""
    for act in world.known.acts.values():
        is_later = act.adopted_on is not None and act.adopted_on > at
        if is_later or kind_of(act.authority) in _OTHERS or not _lives(world, act, at):
            continue
        for limit in _limits(world, act, at):
            if limit.starts is None or limit.starts <= at:
                yield _deadline(world, act, at, limit)


def _lives(world: World, act: ActState, at: date) -> bool:
    """Tell whether something an act decided stands; an act of no decision does.

    What is suspended awaits judgment, and what was repealed had effects: both may still
    be brought before the court; what a court annulled, if only from a day on, may not.
    """
    annulled = {
        number
        for number, voidings in world.strikes.struck(act, at).items()
        if any(isinstance(voiding.correction, ActAnnulled) for voiding in voidings)
    }
    standing = [
        taken
        for taken in [*act.decisions, *act.voted_down]
        if taken.number not in annulled
    ]
    is_preparatory = all(
        one.decision.KIND.character is Character.PREPARES for one in standing
    )
    return not is_preparatory if standing else not act.proposed


def _limits(world: World, act: ActState, at: date) -> Iterator[Limit]:
    kind = kind_of(act.authority)
    because = (act.reference,)
    yield _appeal(world, act, kind)
    if kind is not Authority.PREFECTURE:
        article = _defere_article(world, act, kind, at)
        defere = Limit(kind="defere", by=article, because=because)
        yield _running(defere, "received_on", act.registered.received_on, appeal_ends)
    revocation = Limit(kind="revocation", by=REVOCATION, because=because)
    yield _running(revocation, "adopted_on", act.adopted_on, revocation_ends)


def _appeal(world: World, act: ActState, kind: Authority) -> Limit:
    """Count from the first publication that makes the act public."""
    appeal = Limit(kind="appeal", by=APPEAL, because=(act.reference,))
    if kind is Authority.PREFECTURE:  # its collection of acts, in whatever form
        days = [one.on for one in act.registered.published if one.on is not None]
        return _running(appeal, "publicity", min(days, default=None), appeal_ends)
    published = world.executory[act.reference].published
    public = first_that_counts(published)
    if public is None:
        return _running(appeal, lacking(published), None, appeal_ends)
    found = _running(appeal, "publicity", public.on, appeal_ends)
    return msgspec.structs.replace(found, presumed=public.presumed)


def _defere_article(world: World, act: ActState, kind: Authority, at: date) -> Law:
    if kind is not Authority.INSTITUTION:
        return DEFERE_OF_SYNDICATE
    timeline = world.identities.get(act.authority)
    return DEFERE[timeline.on(at).kind] if timeline else DEFERE_OF_ANY


def _running(
    limit: Limit, fact: str, starts: date | None, last_day: Callable[[date], date]
) -> Limit:
    """Let a limit run from the day a fact of its act happened; or miss that fact."""
    if starts is None:
        missing = tuple(Missing(act, fact) for act in limit.because)
        return msgspec.structs.replace(limit, missing=missing)
    return msgspec.structs.replace(limit, starts=starts, last_day=last_day(starts))


def _deadline(world: World, act: ActState, at: date, limit: Limit) -> Deadline:
    is_institution = kind_of(act.authority) is Authority.INSTITUTION
    found = limit.deadline(
        world,
        at,
        member=act.authority if is_institution else None,
        id_=f"{limit.kind}:{act.reference}",
    )
    return msgspec.structs.replace(found, title=act.registered.title)
