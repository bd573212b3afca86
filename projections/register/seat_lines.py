"""Lines about seats: who sits in which body, which are empty, under which regime."""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events.delegates import AssemblyRenewed
from projections.periods import Period
from projections.register.lines import Held, Line, once
from projections.seats.bodies import EmptySeat
from projections.seats.seats import Seat
from projections.world import World


def regime_lines(world: World) -> Iterator[Held]:
    """List the regimes of the communal block."""
    for regime in world.regimes:
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
    for body in world.bodies.by_id.values():
        for seat in body.seats:
            yield from _seat_lines(world, seat)


def vacancy_lines(world: World) -> Iterator[Held]:
    """List the empty seats of all bodies, each with what emptied and what filled it."""
    causes = _Causes(world)
    for body in world.bodies.by_id.values():
        for empty in body.empty:
            yield Held(_vacancy(empty, causes), empty.period)


# ------------------------------------------------------------------- seats
def _seat_lines(world: World, seat: Seat) -> Iterator[Held]:
    ends = [end.until for end in seat.holdovers if end.until is not None]
    cuts = {*(held.from_ for held in seat.holdovers), *ends}
    inside = [day for day in cuts if seat.period.holds_on(day)]
    days = sorted({seat.period.from_, *inside})
    untils = [*days[1:], seat.period.until]
    for day, until in zip(days, untils, strict=True):
        holds_over = any(held.holds_on(day) for held in seat.holdovers)
        renewed = _renewed_by(world, seat, day) if holds_over else ()
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
                "holdover": holds_over,
            },
            because=once((*seat.because, *renewed)),
            opened=renewed or seat.opened,
            closed=seat.closed if until == seat.period.until else (),
        )
        yield Held(line, Period(day, until))


def _renewed_by(world: World, seat: Seat, day: date) -> tuple[str, ...]:
    """Find the acts that tell of the renewal after which a delegate holds over."""
    since = max(
        (held.from_ for held in seat.holdovers if held.from_ <= day), default=day
    )
    renewals = world.concerning(AssemblyRenewed, seat.member)
    return once(act.reference for act, renewal in renewals if renewal.on <= since)[-1:]


# ------------------------------------------------------------------- empty seats
def _vacancy(empty: EmptySeat, causes: "_Causes") -> Line:
    whose = (empty.body, empty.office or "-", empty.member or "-")
    opened = causes.of_beginning(empty)
    closed = causes.of_end(empty)
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
        because=once((*opened, *closed)),
        opened=opened,
        closed=closed,
    )


class _Causes:
    """Finds by which acts a seat came to be empty, or was filled.

    Somebody left it, or took it; else what it rests on changed that day: the regime,
    the membership, the statutes, or which decisions are in force.
    """

    def __init__(self, world: World) -> None:
        self._left: dict[tuple[str, date], list[Seat]] = {}
        self._taken: dict[tuple[str, date], list[Seat]] = {}
        for name, body in world.bodies.by_id.items():
            for seat in body.seats:
                self._taken.setdefault((name, seat.period.from_), []).append(seat)
                if seat.period.until is not None:
                    self._left.setdefault((name, seat.period.until), []).append(seat)
        self._changed: dict[date, list[tuple[str | None, tuple[str, ...]]]] = {}
        founders = world.membership.founders
        for stay in world.membership.stays:
            if stay.competence is None:
                whose = (stay.member, *((None,) if stay.member in founders else ()))
                for member in whose:
                    self._note(stay.from_, member, stay.opened)
                    closing = (act for act in stay.because if act not in stay.opened)
                    self._note(stay.until, member, tuple(closing))
        for regime in world.regimes:
            self._note(regime.period.from_, None, regime.because)
        for version in world.statutes.versions:
            self._note(version.since, None, (version.act,))
        self._seams = {phase.period.from_: phase.because for phase in world.phases}

    def of_beginning(self, empty: EmptySeat) -> tuple[str, ...]:
        """List the acts by which a seat came to be empty."""
        day = empty.period.from_
        seats = self._left.get((empty.body, day), ())
        return _acts(empty, ((seat, seat.closed) for seat in seats)) or self._on(
            day, empty.member
        )

    def of_end(self, empty: EmptySeat) -> tuple[str, ...]:
        """List the acts by which it was empty no more."""
        day = empty.period.until
        if day is None:
            return ()
        seats = self._taken.get((empty.body, day), ())
        return _acts(empty, ((seat, seat.opened) for seat in seats)) or self._on(
            day, empty.member
        )

    def _note(
        self, day: date | None, member: str | None, acts: tuple[str, ...]
    ) -> None:
        if day is not None:
            self._changed.setdefault(day, []).append((member, acts))

    def _on(self, day: date, member: str | None) -> tuple[str, ...]:
        found = self._changed.get(day, ())
        acts = once(act for whose, by in found if whose in {member, None} for act in by)
        return acts or self._seams.get(day, ())


def _acts(
    empty: EmptySeat, moved: Iterable[tuple[Seat, tuple[str, ...]]]
) -> tuple[str, ...]:
    """List the acts of the seats that are of the empty one's kind."""
    return once(
        act
        for seat, acts in moved
        if empty.member in {None, seat.member} and empty.office == seat.office
        for act in acts
    )
