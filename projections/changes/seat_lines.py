"""Lines about seats: who sits in which body, which are empty, under which regime."""

from collections.abc import Iterator

from projections.changes.lines import Held, Line
from projections.naming.citing import once
from projections.periods import Period
from projections.reason import because
from projections.seats.bodies import EmptySeat
from projections.seats.seats import Seat
from projections.timelines.facts import DatedFact
from projections.timelines.world import World


def regime_lines(world: World) -> Iterator[Held]:
    """List the regimes of the communal block."""
    for regime in world.facts.regimes:
        value = {"regime": regime.kind, "colleges": regime.colleges}
        line = Line(
            what="regime",
            key="",
            value=value,
            because=regime.because,
            opened=regime.because,
        )
        yield Held(line, regime.period)


def seat_lines(world: World) -> Iterator[Held]:
    """List the seats of all bodies, cut where a holdover begins or ends."""
    for fact in world.facts.seats.facts:
        yield from _seat_lines(fact)


def vacancy_lines(world: World) -> Iterator[Held]:
    """List the empty seats of all bodies, each with what emptied and what filled it."""
    for empty in world.facts.empty_seats:
        yield Held(_vacancy(empty), empty.period)


# ------------------------------------------------------------------- seats
def _seat_lines(fact: DatedFact[Seat]) -> Iterator[Held]:
    seat, cuts = fact.value, fact.cuts
    starts, untils = (fact.period.from_, *cuts), (*cuts, fact.period.until)
    for day, until in zip(starts, untils, strict=True):
        held_over = seat.held_over_on(day)
        renewed = held_over.renewed.acts if held_over is not None else ()
        line = Line(
            what="seat",
            key=" ".join(
                [seat.body, seat.office or "-", seat.member, seat.person],
            ),
            member=seat.member,
            person=seat.person,
            value={
                "body": seat.body,
                "office": seat.office,
                "from": seat.period.from_,
                "until": seat.period.until,
                "holdover": held_over is not None,
            },
            because=once(*seat.because, *renewed),
            opened=renewed or because(seat.opened),
            closed=because(seat.closed) if until == seat.period.until else (),
        )
        yield Held(line, Period(day, until))


# ------------------------------------------------------------------- empty seats
def _vacancy(empty: EmptySeat) -> Line:
    whose = (empty.body, empty.office or "-", empty.member or "-")
    return Line(
        what="vacancy",
        key=" ".join([*whose, str(empty.period.from_)]),
        member=empty.member,
        value={
            "body": empty.body,
            "office": empty.office,
            "from": empty.period.from_,
            "until": empty.period.until,
            "fill_by": empty.fill_by,
        },
        because=empty.because,
        opened=because(empty.opened),
        closed=because(empty.closed),
    )
