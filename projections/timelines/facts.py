"""What the register holds: dated facts, looked up by whom they concern.

One relation: what holds, of whom, during which time, and why. Annexes, rosters,
portraits, differences, histories, replays, consequences, the index and the exports
read it, each in its own form; a question about one institution looks up its facts and
goes through no others.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain, zip_longest
from typing import Generic, Literal, Protocol, TypeVar

import msgspec

from projections.acts.identity import IdentityTimeline, Registered
from projections.acts.statutes import Statutes, Version
from projections.members.associates import Associates
from projections.members.membership import Membership
from projections.members.tenures import Tenure
from projections.periods import Period
from projections.seats.bodies import Bodies, EmptySeat
from projections.seats.mandates import Delegates, Mandate, Vacancy
from projections.seats.regimes import Block, Regime
from projections.seats.seats import Seat

Kind = Literal[
    "member",
    "competence",
    "associate",
    "identity",
    "delegate",
    "delegate-missing",
    "block",
    "regime",
    "statutes",
    "seat",
    "empty-seat",
]
"""What a fact says: that somebody is a member, holds a competence, has a seat."""


class Reasoned(Protocol):
    """What holds, with its reasons; `because` are the acts they name."""

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts by which it began and ended."""


class Joined(Protocol):
    """Who tells who is a member."""

    @property
    def membership(self) -> Membership: ...  # noqa: D102


class Timelines(Joined, Protocol):
    """What all facts are read off; each is derived when it is first asked for."""

    @property
    def associates(self) -> Associates: ...  # noqa: D102
    @property
    def identities(self) -> dict[str, IdentityTimeline]: ...  # noqa: D102
    @property
    def delegates(self) -> Delegates: ...  # noqa: D102
    @property
    def block(self) -> list[Block]: ...  # noqa: D102
    @property
    def regimes(self) -> list[Regime]: ...  # noqa: D102
    @property
    def statutes(self) -> Statutes: ...  # noqa: D102
    @property
    def bodies(self) -> Bodies: ...  # noqa: D102


V_co = TypeVar("V_co", bound=Reasoned, covariant=True)


class DatedFact(msgspec.Struct, Generic[V_co], frozen=True, kw_only=True):
    """One fact, whole: its time is not cut to what is asked.

    `member`, `person` and `key` tell what it is the fact of: a competence, a
    département, a body and the office in it. `cuts` are the days within its time on
    which its value shows something else: what an heir inherits, a holdover.
    """

    kind: Kind
    member: str | None = None
    person: str | None = None
    key: tuple[str, ...] = ()
    value: V_co
    period: Period
    cuts: tuple[date, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """List the acts its reasons name."""
        return self.value.because

    @property
    def edges(self) -> tuple[date, ...]:
        """List the days on which it begins, shows something else, or holds no more."""
        until = self.period.until
        ends = (until,) if until is not None else ()
        return (self.period.from_, *self.cuts, *ends)


class Relation(Generic[V_co]):
    """The facts of one kind, in the order they were derived in."""

    def __init__(self, facts: Iterable[DatedFact[V_co]]) -> None:
        """Take the facts."""
        self.facts = tuple(facts)

    def __iter__(self) -> Iterator[V_co]:
        """Go through all values."""
        return (fact.value for fact in self.facts)

    def facts_about(self, member: str) -> list[DatedFact[V_co]]:
        """Look up the facts that concern an institution."""
        return self._by_member.get(member, [])

    def about(self, member: str, *keys: str) -> list[V_co]:
        """Look up what concerns an institution, and these: a competence, a body."""
        return _values(self.facts_about(member), keys)

    def by(self, person: str, *keys: str) -> list[V_co]:
        """Look up what concerns a person, and these."""
        return _values(self._by_person.get(person, ()), keys)

    def of(self, key: str) -> list[V_co]:
        """Look up what concerns a competence, a département, a body, an office."""
        return _values(self._by_key.get(key, ()))

    def during(self, asked: Period) -> list[V_co]:
        """List what overlaps a time."""
        return [one.value for one in self.facts if one.period.overlap(asked)]

    def on(self, day: date) -> list[V_co]:
        """List what holds on a day."""
        return [one.value for one in self.facts if one.period.holds_on(day)]

    @cached_property
    def _by_member(self) -> dict[str, list[DatedFact[V_co]]]:
        return self._sorted(lambda fact: (fact.member,))

    @cached_property
    def _by_person(self) -> dict[str, list[DatedFact[V_co]]]:
        return self._sorted(lambda fact: (fact.person,))

    @cached_property
    def _by_key(self) -> dict[str, list[DatedFact[V_co]]]:
        return self._sorted(lambda fact: fact.key)

    def _sorted(
        self, names: Callable[[DatedFact[V_co]], Iterable[str | None]]
    ) -> dict[str, list[DatedFact[V_co]]]:
        found: dict[str, list[DatedFact[V_co]]] = {}
        for fact in self.facts:
            for name in names(fact):
                if name is not None:
                    found.setdefault(name, []).append(fact)
        return found


def _values(found: Iterable[DatedFact[V_co]], keys: tuple[str, ...] = ()) -> list[V_co]:
    return [
        fact.value for fact in found if not keys or all(key in fact.key for key in keys)
    ]


class Holdings:
    """Who is a member, and holds which competences, related when first asked for."""

    def __init__(self, joined: Joined) -> None:
        """Take what they are read off."""
        self._from = joined

    @cached_property
    def members(self) -> Relation[Tenure]:
        """Tell who is a member."""
        tenures = self._from.membership.tenures
        return _of_tenures("member", (one for one in tenures if one.competence is None))

    @cached_property
    def competences(self) -> Relation[Tenure]:
        """Tell who holds which competence."""
        tenures = self._from.membership.tenures
        return _of_tenures("competence", (one for one in tenures if one.competence))

    def held(self, member: str, competence: str | None) -> list[Tenure]:
        """Look up the times a competence is held; None: the times as a member."""
        if competence is None:
            return self.members.about(member)
        return self.competences.about(member, competence)

    def is_member(self, member: str, day: date) -> bool:
        """Tell whether an institution is a member on a day."""
        return any(one.period.holds_on(day) for one in self.members.about(member))


class Facts(Holdings):
    """All facts, kind by kind, each related when it is first asked for."""

    _from: Timelines

    def __init__(self, timelines: Timelines) -> None:
        """Take what they are read off."""
        super().__init__(timelines)

    @cached_property
    def associates(self) -> Relation[Tenure]:
        """Tell who is associated without being a member."""
        return _of_tenures("associate", self._from.associates.tenures)

    @cached_property
    def identities(self) -> Relation[Registered]:
        """Tell what each institution is called and registered as."""
        return Relation(
            DatedFact(kind="identity", member=member, value=one, period=one.period)
            for member, timeline in self._from.identities.items()
            for one in timeline.times()
        )

    @cached_property
    def delegates(self) -> Relation[Mandate]:
        """Tell who is whose delegate."""
        return Relation(
            DatedFact(
                kind="delegate",
                member=one.member,
                person=one.person,
                value=one,
                period=one.period,
                cuts=_holdover_days(one),
            )
            for one in self._from.delegates.mandates
        )

    @cached_property
    def missing_delegates(self) -> Relation[Vacancy]:
        """Tell which members lack a delegate."""
        return Relation(
            DatedFact(
                kind="delegate-missing",
                member=one.member,
                value=one,
                period=one.period,
            )
            for one in self._from.delegates.vacancies
        )

    @cached_property
    def block(self) -> Relation[Block]:
        """Tell which communes and EPCI count in which département."""
        return Relation(
            DatedFact(
                kind="block",
                member=one.member,
                key=(one.department,) if one.department else (),
                value=one,
                period=one.period,
            )
            for one in self._from.block
        )

    @cached_property
    def regimes(self) -> Relation[Regime]:
        """Tell how the communal block is represented."""
        return Relation(
            DatedFact(kind="regime", key=one.colleges, value=one, period=one.period)
            for one in self._from.regimes
        )

    @cached_property
    def statutes(self) -> Relation[Version]:
        """Tell which version of the statutes is in force."""
        versions = self._from.statutes.versions
        untils = (one.since for one in versions[1:])
        return Relation(
            DatedFact(kind="statutes", value=one, period=Period(one.since, until))
            for one, until in zip_longest(versions, untils)
        )

    @cached_property
    def seats(self) -> Relation[Seat]:
        """Tell who sits in which body."""
        return Relation(
            DatedFact(
                kind="seat",
                member=one.member,
                person=one.person,
                key=_place(one),
                value=one,
                period=one.period,
                cuts=_holdover_days(one),
            )
            for body in tuple(self._from.bodies.by_id.values())
            for one in body.seats
        )

    @cached_property
    def empty_seats(self) -> Relation[EmptySeat]:
        """Tell which seats are empty."""
        return Relation(
            DatedFact(
                kind="empty-seat",
                member=one.member,
                key=_place(one),
                value=one,
                period=one.period,
            )
            for body in tuple(self._from.bodies.by_id.values())
            for one in body.empty
        )

    def all(self) -> Iterator[DatedFact[Reasoned]]:
        """Go through all facts, kind by kind."""
        return chain.from_iterable(one.facts for one in self._relations)

    def about(self, member: str) -> Iterator[DatedFact[Reasoned]]:
        """Look up all facts that concern an institution."""
        return chain.from_iterable(one.facts_about(member) for one in self._relations)

    @property
    def _relations(self) -> tuple[Relation[Reasoned], ...]:
        return (
            *(self.members, self.competences, self.associates, self.identities),
            *(self.delegates, self.missing_delegates, self.seats, self.empty_seats),
            *(self.block, self.regimes, self.statutes),
        )


def _of_tenures(kind: Kind, tenures: Iterable[Tenure]) -> Relation[Tenure]:
    return Relation(
        DatedFact(
            kind=kind,
            member=tenure.member,
            key=(tenure.competence,) if tenure.competence else (),
            value=tenure,
            period=tenure.period,
            cuts=tuple(day for day, _origin in tenure.earlier),
        )
        for tenure in tenures
    )


def _place(one: Seat | EmptySeat) -> tuple[str, ...]:
    return (one.body, one.office) if one.office else (one.body,)


def _holdover_days(one: Seat | Mandate) -> tuple[date, ...]:
    """List the days within on which a holdover begins or ends."""
    days = {
        day
        for over in one.holdovers
        for day in (over.period.from_, over.period.until)
        if day is not None and one.period.holds_on(day) and day != one.period.from_
    }
    return tuple(sorted(days))
