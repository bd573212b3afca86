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
from projections.acts.as_known import ActAsKnown
from projections.acts.publicity import first_that_counts, lacking
from projections.deadlines.deadline import Deadline, Kind, Limit
from projections.limits.time_limits import appeal_ends, revocation_ends
from projections.missing import Missing
from projections.naming.names import name_on
from projections.timelines.world import World

APPEAL = "CJA R.421-1"
REVOCATION = "CRPA L.242-1, L.243-3"
DEFERE_OF_SYNDICATE = "CGCT L.5721-4, L.3132-1"
DEFERE = {
    "region": "CGCT L.4142-1",
    "departement": "CGCT L.3132-1",
    "commune": "CGCT L.2131-6",
    "epci": "CGCT L.5211-3, L.2131-6",
}
"""The text that lets the prefect bring an act before the court, by its author."""

DEFERE_OF_ANY = "CGCT L.2131-6, L.3132-1, L.4142-1"
"""Where nothing tells what kind of institution the author is."""

_OTHERS = {Authority.COURT, Authority.COLLEGE, Authority.SECRETARIAT}
"""A ruling, an election, a note: other remedies, or none."""


class _Window(msgspec.Struct, frozen=True):
    """A time in which an act may be undone, and the text that opens it."""

    kind: Kind
    article: str
    limit: Limit
    presumed: bool = False


def deadlines_of_acts(world: World, at: date) -> Iterator[Deadline]:
    """List the limits of every living act, begun by a day, as they stand then."""
    for act in world.known.acts.values():
        is_later = act.adopted_on is not None and act.adopted_on > at
        if is_later or kind_of(act.authority) in _OTHERS or not _lives(world, act, at):
            continue
        for window in _windows(world, act, at):
            if window.limit.starts is None or window.limit.starts <= at:
                yield _deadline(world, act, at, window)


def _lives(world: World, act: ActAsKnown, at: date) -> bool:
    """Tell whether something an act decided stands; an act of no decision does.

    What is suspended awaits judgment, and what was repealed had effects: both may still
    be brought before the court; what a court annulled, if only from a day on, may not.
    """
    annulled = {
        number
        for number, blows in world.strikes.struck(act, at).items()
        if any(isinstance(blow.correction, ActAnnulled) for blow in blows)
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


def _windows(world: World, act: ActAsKnown, at: date) -> Iterator[_Window]:
    kind = kind_of(act.authority)
    yield _appeal(world, act, kind)
    if kind is not Authority.PREFECTURE:
        article = _defere_article(world, act, kind, at)
        limit = _limit(act, "received_on", act.registered.received_on, appeal_ends)
        yield _Window("defere", article, limit)
    limit = _limit(act, "adopted_on", act.adopted_on, revocation_ends)
    yield _Window("revocation", REVOCATION, limit)


def _appeal(world: World, act: ActAsKnown, kind: Authority) -> _Window:
    """Count from the first publication that makes the act public."""
    if kind is Authority.PREFECTURE:  # its collection of acts, in whatever form
        days = [one.on for one in act.registered.published if one.on is not None]
        limit = _limit(act, "publicity", min(days, default=None), appeal_ends)
        return _Window("appeal", APPEAL, limit)
    published = world.executory[act.reference].published
    public = first_that_counts(published)
    if public is None:
        missing = _missing(act, [lacking(published)])
        return _Window("appeal", APPEAL, Limit(missing=missing))
    limit = _limit(act, "publicity", public.on, appeal_ends)
    return _Window("appeal", APPEAL, limit, public.presumed)


def _defere_article(world: World, act: ActAsKnown, kind: Authority, at: date) -> str:
    if kind is not Authority.INSTITUTION:
        return DEFERE_OF_SYNDICATE
    timeline = world.identities.get(act.authority)
    return DEFERE[timeline.on(at).kind] if timeline else DEFERE_OF_ANY


def _limit(
    act: ActAsKnown, fact: str, starts: date | None, ends: Callable[[date], date]
) -> Limit:
    if starts is None:
        return Limit(missing=_missing(act, [fact]))
    return Limit(starts, ends(starts))


def _missing(act: ActAsKnown, facts: list[str]) -> tuple[Missing, ...]:
    return tuple(Missing(act.reference, fact) for fact in facts)


def _deadline(world: World, act: ActAsKnown, at: date, window: _Window) -> Deadline:
    is_institution = kind_of(act.authority) is Authority.INSTITUTION
    state = window.limit.state(at, is_settled=False, is_duty=False)
    return Deadline(
        kind=window.kind,
        act=act.reference,
        member=act.authority if is_institution else None,
        starts=window.limit.starts,
        last_day=window.limit.last_day,
        open=state == "open",
        state=state,
        days_left=window.limit.days_left(at, state),
        id=f"{window.kind}:{act.reference}",
        name=name_on(world, act.authority, at) if is_institution else None,
        article=window.article,
        because=(act.reference,),
        missing=window.limit.missing,
        presumed=window.presumed,
        title=act.registered.title,
    )
