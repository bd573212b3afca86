"""What happens to the seats of members: who joins, leaves, is designated, resigns?

Statutes art. 8.1. Of one day the law's order comes first: a member leaves before it
joins anew, and its assembly is renewed before it designates. Designations and vacancies
of one day count in order of position (specification section 5).
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.delegates import AssemblyRenewed, DelegateDesignated, SeatVacated
from ledger.institutions import person_id
from ledger.tags import institution_of
from projections.acts.as_known import AsKnown
from projections.acts.executory import Executory
from projections.members.membership import Membership
from projections.members.stays import Stay

LEFT, JOINED, RENEWED, MOVED, RESIZED = range(5)


class Happening(msgspec.Struct, frozen=True, order=True):
    """Something that happens to a member's seats; of one day, in order of `rank`.

    What is `MOVED` is a designation, or, where `is_vacancy`, the end of one.
    """

    day: date
    rank: int
    position: int
    act: str
    number: int = 0
    person: str = ""
    replaces: str = ""
    is_vacancy: bool = False
    is_assumed: bool = False
    because: tuple[str, ...] = ()


class Overbooked(msgspec.Struct, frozen=True):
    """A decision that found no free seat on the day it took effect."""

    day: date
    act: str
    number: int


def happenings(
    known: AsKnown, executory: dict[str, Executory], membership: Membership
) -> Iterator[tuple[str, Happening]]:
    """Tell, in no order, what happens to whose seats."""
    everybody = sorted({stay.member for stay in membership.stays})
    for stay in membership.stays:
        if stay.competence is None:
            yield from _stay_events(stay)
    for act in known.acts.values():
        reference = act.reference
        author = institution_of(reference) or ""
        for taken in act.decisions:
            where = (taken.position, reference, taken.number)
            match taken.decision:
                case DelegateDesignated() as designated:
                    effect = executory[reference].on
                    if effect is not None:
                        yield author, _designation(designated, effect, where)
                case SeatVacated(seat="delegate") as vacated:
                    person = person_id(vacated.person)
                    gone = Happening(
                        vacated.on, MOVED, *where, person=person, is_vacancy=True
                    )
                    for member in [author] if author else everybody:
                        yield member, gone
                case AssemblyRenewed(on=on, member=member):
                    yield member or author, Happening(on, RENEWED, *where)
                case _:
                    pass


def _stay_events(stay: Stay) -> Iterator[tuple[str, Happening]]:
    yield stay.member, Happening(stay.from_, JOINED, 0, "", because=stay.opened)
    if stay.until is not None:
        yield stay.member, Happening(stay.until, LEFT, 0, "", because=stay.because)


def _designation(
    designated: DelegateDesignated, effect: date, where: tuple[int, str, int]
) -> Happening:
    return Happening(
        max(effect, designated.from_ or effect),
        MOVED,
        *where,
        person=person_id(designated.person),
        replaces=person_id(designated.replaces) if designated.replaces else "",
        is_assumed=designated.from_ is None,
    )
