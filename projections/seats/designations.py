"""What happens to the seats of members: who joins, leaves, is designated, resigns?

Statutes, clause delegates. Of one day the law's order comes first: a member leaves
before it joins anew, and its assembly is renewed before it designates. Designations and
vacancies of one day count in order of position (specification section 5).
"""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum

import msgspec

from ledger.clauses import Clause
from ledger.events.delegates import AssemblyRenewed, DelegateDesignated, SeatVacated
from ledger.institutions import person_id
from ledger.language import N_
from ledger.tags import institution_of
from projections.acts.act_state import ActState, DecisionState, Place, RecordAsOf
from projections.acts.executory import Executory
from projections.members.membership import Membership
from projections.members.tenures import Tenure
from projections.reason import Institution, Person, Reason, Rule

DECIDES: tuple[Clause, ...] = ("delegates",)

DESIGNATED = Rule(
    "seat.designated",
    N_("{member} designated {person} as its delegate: {act}."),
    "delegates",
)
AGAIN = Rule(
    "seat.designated-again",
    N_("{member} designated {person} again, who continues: {act}."),
    "delegates",
)
REPLACED = Rule(
    "seat.replaced",
    N_("{member} designated {person} instead: {act}."),
    "delegates",
)
JOINED = Rule("seat.joined", N_("{member} is a member since {since}: {acts}."))
RENEWED = Rule(
    "seat.renewed",
    N_(
        "The assembly of {member} was renewed on {on}: the delegate stays until the "
        "successor is installed ({act})."
    ),
    "delegates",
)
VACATED = Rule(
    "seat.vacated",
    N_("{person} left the seat on {on} ({reason}): {act}."),
    "delegates",
)
ENDED = Rule("seat.ended", N_("The seat ended on {until}: {acts}."))

NO_DAY = Rule(
    "seat.no-day",
    N_("The mandate was over on {on}, before it had lasted a day: {acts}."),
    "delegates",
)

EMPTY_SINCE_LEFT = Rule(
    "vacancy.left",
    N_("{person} left the seat on {on} ({reason}): {act}."),
    "delegates",
)

EMPTY_SINCE_ENDED = Rule(
    "vacancy.ended",
    N_("The mandate of {person} ended on {until}: {acts}."),
    "delegates",
)

EMPTY_SINCE_JOINED = Rule(
    "vacancy.joined",
    N_("{member} is a member since {since}, and had designated nobody by then."),
    "delegates",
)

MORE_SEATS = Rule(
    "vacancy.unfilled",
    N_("From {since} on {member} has a seat more than it has delegates."),
    "delegates",
)

NO_DELEGATE = Rule(
    "seat.no-delegate",
    N_("No act on record by then designates {person} as a delegate."),
    "delegates",
)

NO_LONGER_DELEGATE = Rule(
    "seat.no-longer-delegate",
    N_(
        "{person} was the delegate of {member} until {until}; the mandate ended: "
        "{acts}."
    ),
    "delegates",
)

NOT_OF_A_MEMBER = Rule(
    "seat.no-member",
    N_("A mandate begins once the member has joined; {member} is not, that day."),
    "delegates",
)

INSTALLATION_ASSUMED = Rule(
    "seat.installation-assumed",
    N_("The day of installation is not stated: that of the act's effect is taken."),
    "delegates",
)

DELEGATE_SITS = Rule(
    "vacancy.held",
    N_("{person} is the delegate of {member} since {since}: {acts}."),
    "delegates",
)


class Rank(IntEnum):
    """What happens to seats, in the order in which the law takes it on one day.

    What is `MOVED` is a designation, or the end of one.
    """

    LEFT = 0
    JOINED = 1
    RENEWED = 2
    MOVED = 3
    RESIZED = 4


class SeatEvent(msgspec.Struct, frozen=True):
    """Something that happens to a member's seats, and what is to be said of it."""

    day: date
    rank: Rank
    because: tuple[Reason, ...] = ()
    position: int = 0
    place: Place = ("", 0)
    person: str = ""
    replaces: str = ""
    is_vacancy: bool = False
    is_assumed: bool = False

    @property
    def order(self) -> tuple[date, int, int, str]:
        """Tell before what it happens."""
        return self.day, self.rank, self.position, self.person


def seat_events(
    known: RecordAsOf, executory: dict[str, Executory], membership: Membership
) -> Iterator[tuple[tuple[str, ...], SeatEvent]]:
    """Tell, in no order, what happens to the seats of which members.

    The State or the secretariat may say that somebody leaves, without saying whose
    delegate that was: it happens to all members who ever designated the person.
    """
    for tenure in membership.tenures:
        if tenure.competence is None:
            yield from _tenure_events(tenure)
    vacancies: list[tuple[str, SeatEvent]] = []
    designated_by: dict[str, dict[str, None]] = {}
    for act in known.acts.values():
        author = institution_of(act.reference) or ""
        for taken in act.decisions:
            match taken.decision:
                case DelegateDesignated() as designated:
                    effect = executory[act.reference].on
                    if effect is not None:
                        event = _designation(act, taken, designated, effect)
                        designated_by.setdefault(event.person, {})[author] = None
                        yield (author,), event
                case SeatVacated(seat="delegate") as vacated:
                    vacancies.append((author, _vacancy(act, taken, vacated)))
                case AssemblyRenewed(on=on, member=member):
                    yield (member or author,), _renewal(act, member or author, on)
                case _:
                    pass
    for author, event in vacancies:
        members = (author,) if author else tuple(designated_by.get(event.person, ()))
        yield members, event


def left(act: ActState, taken: DecisionState, vacated: SeatVacated) -> Reason:
    """Tell how somebody left a seat; it may follow from the end of what gave it."""
    if taken in act.follows:
        return ENDED.of(vacated.on, until=vacated.on, acts=(act.reference,))
    return VACATED.of(
        vacated.on,
        person=Person(person_id(vacated.person)),
        act=act.reference,
        on=vacated.on,
        reason=vacated.reason,
    )


def joined(tenure: Tenure) -> Reason:
    """Tell since when, and by which acts, somebody is a member."""
    member = Institution(tenure.member)
    return JOINED.of(
        tenure.from_, member=member, since=tenure.from_, acts=tenure.opened
    )


def _tenure_events(tenure: Tenure) -> Iterator[tuple[tuple[str, ...], SeatEvent]]:
    yield (tenure.member,), SeatEvent(tenure.from_, Rank.JOINED, (joined(tenure),))
    if tenure.until is not None:
        ended = ENDED.of(tenure.until, until=tenure.until, acts=tenure.because)
        yield (tenure.member,), SeatEvent(tenure.until, Rank.LEFT, (ended,))


def _designation(
    act: ActState,
    taken: DecisionState,
    designated: DelegateDesignated,
    effect: date,
) -> SeatEvent:
    day = max(effect, designated.from_ or effect)
    person = person_id(designated.person)
    reason = DESIGNATED.of(
        act.adopted_on or day,
        member=Institution(institution_of(act.reference) or ""),
        person=Person(person),
        act=act.reference,
    )
    return SeatEvent(
        day,
        Rank.MOVED,
        (reason,),
        taken.position,
        (act.reference, taken.number),
        person,
        person_id(designated.replaces) if designated.replaces else "",
        is_assumed=designated.from_ is None,
    )


def _vacancy(act: ActState, taken: DecisionState, vacated: SeatVacated) -> SeatEvent:
    return SeatEvent(
        vacated.on,
        Rank.MOVED,
        (left(act, taken, vacated),),
        taken.position,
        (act.reference, taken.number),
        person_id(vacated.person),
        is_vacancy=True,
    )


def _renewal(act: ActState, member: str, on: date) -> SeatEvent:
    reason = RENEWED.of(on, member=Institution(member), on=on, act=act.reference)
    return SeatEvent(on, Rank.RENEWED, (reason,))
