"""Refuse a designation or an election that finds no free seat (`seat.count`).

And a dismissal by which a founder would leave a seat empty (`seat.dismissal`).
"""

from collections.abc import Iterable, Iterator

from commands.candidates import Candidate
from commands.known import Known
from ledger.acts.act import Act
from ledger.acts.problems import Found
from ledger.events.committee import OfficerElected, RepresentativeElected
from ledger.events.delegates import DelegateDesignated, SeatVacated
from ledger.institutions import person_id
from ledger.naming_refusals import DismissedAloneError
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


def dismissed_alone(act: Act, known: Known) -> Iterator[Found]:
    """Find founders' delegates dismissed without a successor in the same act (8.1).

    A successor is designated once: another person, who replaces nobody else.
    """
    successors = [
        (person_id(one.person), person_id(one.replaces) if one.replaces else "")
        for one in act.decisions
        if isinstance(one, DelegateDesignated)
    ]
    for number, decision in enumerate(act.decisions):
        if (
            not isinstance(decision, SeatVacated)
            or decision.reason != "dismissal"
            or decision.seat != "delegate"
        ):
            continue
        person = person_id(decision.person)
        of_founder = known.designators.get(person, set()) & known.founders
        founder = act.authority if act.authority in known.founders else None
        founder = founder or min(of_founder, default=None)
        found = next(
            (one for one in successors if one[0] != person and one[1] in {"", person}),
            None,
        )
        if found is not None and founder == act.authority:
            successors.remove(found)
        elif founder is not None:
            error = DismissedAloneError(person=person, founder=founder)
            yield Found(("decisions", number), error)
