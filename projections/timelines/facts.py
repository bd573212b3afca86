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
from projections.periods import Period, known
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


class Dated(Reasoned, Protocol):
    """What holds during a time, with its reasons."""

    @property
    def period(self) -> Period: ...  # noqa: D102


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
D = TypeVar("D", bound=Dated)


class DatedFact(msgspec.Struct, Generic[V_co], frozen=True):
    """One fact, whole: its time is not cut to what is asked.

    `member`, `person` and `key` tell what it is the fact of: a competence, a
    département, a body and the office in it. `cuts` are the days within its time on
    which its value shows something else: what an heir inherits, a holdover.
    """

    kind: Kind
    value: V_co
    period: Period
    cuts: tuple[date, ...] = ()
    member: str | None = None
    person: str | None = None
    key: tuple[str, ...] = ()

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
        return Relation(
            _fact("member", one, one.member)
            for one in self._from.membership.tenures
            if one.competence is None
        )

    @cached_property
    def competences(self) -> Relation[Tenure]:
        """Tell who holds which competence."""
        return Relation(
            _fact("competence", one, one.member, None, (one.competence,))
            for one in self._from.membership.tenures
            if one.competence is not None
        )

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
        """Take the timelines they are read off."""
        super().__init__(timelines)

    @cached_property
    def associates(self) -> Relation[Tenure]:
        """Tell who is associated without being a member."""
        tenures = self._from.associates.tenures
        return Relation(_fact("associate", one, one.member) for one in tenures)

    @cached_property
    def identities(self) -> Relation[Registered]:
        """Tell what each institution is called and registered as."""
        return Relation(
            _fact("identity", one, member)
            for member, timeline in self._from.identities.items()
            for one in timeline.times()
        )

    @cached_property
    def delegates(self) -> Relation[Mandate]:
        """Tell who is whose delegate."""
        mandates = self._from.delegates.mandates
        return Relation(
            _fact("delegate", one, one.member, one.person) for one in mandates
        )

    @cached_property
    def missing_delegates(self) -> Relation[Vacancy]:
        """Tell which members lack a delegate."""
        vacancies = self._from.delegates.vacancies
        return Relation(_fact("delegate-missing", one, one.member) for one in vacancies)

    @cached_property
    def seats(self) -> Relation[Seat]:
        """Tell who sits in which body."""
        return Relation(
            _fact("seat", one, one.member, one.person, (one.body, one.office))
            for body in tuple(self._from.bodies.by_id.values())
            for one in body.seats
        )

    @cached_property
    def empty_seats(self) -> Relation[EmptySeat]:
        """Tell which seats are empty."""
        return Relation(
            _fact("empty-seat", one, one.member, None, (one.body, one.office))
            for body in tuple(self._from.bodies.by_id.values())
            for one in body.empty
        )

    @cached_property
    def block(self) -> Relation[Block]:
        """Tell which communes and EPCI count in which département."""
        return Relation(
            _fact("block", one, one.member, None, (one.department,))
            for one in self._from.block
        )

    @cached_property
    def regimes(self) -> Relation[Regime]:
        """Tell how the communal block is represented."""
        regimes = self._from.regimes
        return Relation(_fact("regime", one, key=one.colleges) for one in regimes)

    @cached_property
    def statutes(self) -> Relation[Version]:
        """Tell which version of the statutes is in force."""
        versions = self._from.statutes.versions
        untils = (one.since for one in versions[1:])
        return Relation(
            DatedFact(kind="statutes", value=one, period=Period(one.since, until))
            for one, until in zip_longest(versions, untils)
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


def _fact(
    kind: Kind,
    value: D,
    member: str | None = None,
    person: str | None = None,
    key: tuple[str | None, ...] = (),
) -> DatedFact[D]:
    named = tuple(one for one in key if one is not None)
    cuts = _cuts(value)
    return DatedFact(kind, value, value.period, cuts, member, person, named)


def _cuts(value: Dated) -> tuple[date, ...]:
    """List the days within on which something is inherited, or a holdover turns."""
    if isinstance(value, Tenure):
        return tuple(day for day, _origin in value.earlier)
    if not isinstance(value, Seat | Mandate):
        return ()
    period = value.period
    days = {
        day
        for over in value.holdovers
        for day in known(over.period.from_, over.period.until)
        if period.holds_on(day) and day != period.from_
    }
    return tuple(sorted(days))
