"""When did an answer change? All its change points, from the first day to the last."""

from collections.abc import Iterator
from datetime import date

import msgspec

from ledger.events.money import (
    BudgetVoted,
    OptionChosen,
    PaymentReceived,
    ServiceDelivered,
    SubsidyGranted,
    TariffVoted,
)
from projections.members.proceedings import Proceeding
from projections.members.stays import Stay
from projections.money.tariffs import merged_into
from projections.periods import Period
from projections.reason import Value
from projections.timelines.world import World
from projections.whys.explain import reasons
from projections.whys.explanation import Answer, Reasons
from projections.whys.questions import AboutContribution, Question
from projections.whys.values import Held


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A time during which the answer was one and the same; None: without end."""

    from_: date | None = msgspec.field(name="from")
    until: date | None
    answer: Answer
    value: Held
    says: str
    sentence: str
    values: dict[str, Value]
    because: tuple[str, ...]


class History(msgspec.Struct, frozen=True):
    """All change points of one answer; together its times are all days."""

    question: str
    known_at: str
    changes: tuple[Change, ...]


def history(world: World, question: Question) -> History:
    """Answer a question on every day at which it may change; join what is equal."""
    starts = [date.min, *sorted(edges(world, question) - {date.min})]
    found: list[tuple[date, Reasons]] = []
    for day in starts:
        answered = reasons(world, question, day)
        if not found or not _is_same(found[-1][1], answered):
            found.append((day, answered))
    untils = [day for day, _reasons in found[1:]]
    return History(
        question.asked,
        world.known_at,
        tuple(
            Change(
                from_=None if day == date.min else day,
                until=until,
                answer=answered.answer,
                value=answered.value,
                says=answered.headline.says,
                sentence=answered.headline.sentence,
                values=answered.headline.values,
                because=answered.because,
            )
            for (day, answered), until in zip(found, [*untils, None], strict=True)
        ),
    )


def _is_same(one: Reasons, other: Reasons) -> bool:
    """Tell whether two answers are one: how they are worded does not count."""
    return (one.answer, one.value, one.headline.says, one.because) == (
        other.answer,
        other.value,
        other.headline.says,
        other.because,
    )


# ------------------------------------------------------------------- edges
def edges(world: World, question: Question) -> set[date]:
    """List every day on which the answer may change."""
    if isinstance(question, AboutContribution):
        return set(_edges_of_dues(world, question))
    days = {*world.statutes.days(), *seams(world)}
    for act in world.known.acts.values():
        in_force = world.executory[act.reference].on
        days |= {day for day in (act.adopted_on, in_force) if day is not None}
    for proceeding in _proceedings(world):
        days |= set(_edges_of_proceeding(proceeding))
    for stay in world.membership.stays:
        days |= set(_edges_of_stay(stay))
    for timeline in world.identities.values():
        days |= set(timeline.days)
    for period in _periods(world):
        days |= {period.from_, *([period.until] if period.until else [])}
    return days


def seams(world: World) -> list[date]:
    """List the days on which decisions cease to be in force, or come back."""
    starts = (phase.period.from_ for phase in world.phases[1:])
    return [*starts, *world.strikes.days()]


def _periods(world: World) -> Iterator[Period]:
    """List the times of mandates, vacancies, regimes and seats."""
    for mandate in world.delegates.mandates:
        yield mandate.period
        yield from (one.period for one in mandate.holdovers)
    yield from (one.period for one in world.delegates.vacancies)
    yield from (one.period for one in world.regimes)
    yield from (one.period for one in world.block)
    for body in tuple(world.bodies.by_id.values()):
        yield from body.existed
        yield from (one.period for one in body.seats)
        yield from (each.period for one in body.seats for each in one.holdovers)
        yield from (one.period for one in body.empty)


def _edges_of_stay(stay: Stay) -> Iterator[date]:
    yield stay.from_
    if stay.until is not None:
        yield stay.until
    for until, _face in stay.earlier:
        yield until


def _proceedings(world: World) -> set[Proceeding]:
    return {one for part in world.parts for one in part.proceedings}


def _edges_of_proceeding(proceeding: Proceeding) -> Iterator[date]:
    effects = [side.effect for side in proceeding.sides]
    for day in (proceeding.start, proceeding.spent_on, *effects):
        if day is not None:
            yield day


def _edges_of_waiting(world: World, members: set[str]) -> Iterator[date]:
    """List the days on which what members wait for may have begun, or wait no more."""
    found = {
        one
        for part in world.parts
        for member in members
        for one in part.proceedings_of.get(member, ())
    }
    for proceeding in found:
        yield from _edges_of_proceeding(proceeding)
        for side in proceeding.sides:
            said = world.known.acts[side.act].registered
            for day in (said.adopted_on, said.sent_on, side.executory.on):
                if day is not None:
                    yield day


def _edges_of_dues(world: World, question: AboutContribution) -> Iterator[date]:
    """List the days on which what is owed, or paid, for a year may change."""
    year, member = question.year, question.member
    yield date(year, 1, 1)
    yield date(year + 1, 1, 1)
    yield from world.statutes.days()
    yield from seams(world)
    members = {member, *merged_into(world, member, year, date.max)}
    for one in members:
        for stay in world.holdings_of.get(one, ()):
            yield from _edges_of_stay(stay)
    yield from _edges_of_waiting(world, members)
    for _act, decision in world.decided(PaymentReceived):
        if decision.year == year and decision.member == member:
            yield decision.on
    for one in members:
        for _act, service in world.concerning(ServiceDelivered, one):
            yield service.on
    for kind in (TariffVoted, BudgetVoted, OptionChosen, SubsidyGranted):
        for act, _decision in world.decided(kind):
            in_force = world.executory[act.reference].on
            if in_force is not None:
                yield in_force
