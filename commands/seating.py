"""Refuse a designation or an election that finds no free seat (`seat.count`)."""

from collections.abc import Iterable, Iterator

from commands.candidates import Candidate
from commands.known import Known
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated
from ledger.refusals import SeatCountError
from projections.timelines.world import World


def concerns_seats(act: Act, known: Known) -> bool:
    """Tell whether an act fills a seat that may not be free: a commune's always is."""
    return any(
        isinstance(decision, RepresentativeElected | OfficerElected)
        or (
            isinstance(decision, DelegateDesignated) and act.authority in known.founders
        )
        for decision in act.decisions
    )


def without_seat(
    world: World, batch: Iterable[Candidate]
) -> Iterator[tuple[Candidate, Found]]:
    """Find what finds no free seat, once the whole batch is recorded (art. 8.1)."""
    overbooked = {(one.act, one.number) for one in world.bodies.overbooked}
    for candidate in batch:
        for number in range(1, len(candidate.decisions) + 1):
            if (candidate.reference, number) in overbooked:
                decision = candidate.decisions[number - 1]
                keys = ("decisions", number - 1, "person")
                person = getattr(decision, "person", "")
                yield candidate, Found(keys, SeatCountError(person=person))
