"""By which acts something begins or ends, day by day: looked up for every vote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from ledger.authorities import COMMITTEE
from projections.acts.act_state import RecordAsOf
from projections.acts.statutes import Version
from projections.members.stays import Stay
from projections.seats.regimes import Regime
from projections.seats.seats import Seat
from projections.timelines.phases import Phase


def adopted_by_committee(known: RecordAsOf) -> Mapping[date, set[str]]:
    """List the committee's acts by the day of their adoption."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for act in known.acts.values():
        if act.authority == COMMITTEE and act.adopted_on is not None:
            found[act.adopted_on].add(act.reference)
    return found


def moves(
    *,
    stays: Iterable[Stay],
    seats: Iterable[Seat],
    regimes: Iterable[Regime],
    versions: Iterable[Version],
    phases: Iterable[Phase],
) -> Mapping[date, set[str]]:
    """List by day the acts by which somebody joins, leaves, sits or the law changes."""
    days: list[tuple[date | None, tuple[str, ...]]] = []
    for stay in stays:
        days += [(stay.from_, stay.because), (stay.until, stay.because)]
        days += [(day, stay.because) for day, _face in stay.earlier]
    for seat in seats:
        period = seat.period
        days += [(period.from_, seat.because), (period.until, seat.because)]
    days += [(regime.period.from_, regime.because) for regime in regimes]
    days += [(version.since, (version.act,)) for version in versions]
    days += [(phase.period.from_, phase.because) for phase in phases]
    found: defaultdict[date, set[str]] = defaultdict(set)
    for day, acts in days:
        if day is not None:
            found[day].update(acts)
    return found
