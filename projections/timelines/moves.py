"""By which acts something begins or ends, day by day: looked up for every vote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from ledger.authorities import COMMITTEE
from projections.acts.act_state import RecordAsOf
from projections.timelines.facts import Facts
from projections.timelines.phases import Phase


def adopted_by_committee(known: RecordAsOf) -> Mapping[date, set[str]]:
    """List the committee's acts by the day of their adoption."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for act in known.acts.values():
        if act.authority == COMMITTEE and act.adopted_on is not None:
            found[act.adopted_on].add(act.reference)
    return found


def moves(facts: Facts, phases: Iterable[Phase]) -> Mapping[date, set[str]]:
    """List by day the acts by which somebody joins, leaves, sits or the law changes."""
    found: defaultdict[date, set[str]] = defaultdict(set)
    for fact in facts.all():
        for day in fact.edges:
            found[day].update(fact.because)
    for phase in phases:
        found[phase.period.from_].update(phase.because)
    return found
