"""When did an answer change? All its change points, from the first day to the last."""

from collections.abc import Iterable, Iterator
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
from projections.money.heirs import merged_into
from projections.periods import known
from projections.reason import Value
from projections.timelines.world import World
from projections.whys.explain import reasons
from projections.whys.explanation import Answer, Reasons
from projections.whys.questions import (
    AboutContribution,
    AboutMember,
    AboutPending,
    AboutVacancy,
    Question,
)
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
    """List every day on which the answer may change.

    Of one institution, those of its facts and of the acts about it; of who sits, votes
    or is represented how, all, for a seat may hang on whoever joins or leaves.
    """
    days = {*world.statutes.days(), *seams(world)}
    match question:
        case AboutContribution():
            return days | set(_edges_of_dues(world, question))
        case AboutMember(member) | AboutPending(member) | AboutVacancy(member):
            return days | set(_edges_about(world, member))
        case _:
            return days | set(_all_edges(world))


def _edges_about(world: World, member: str) -> Iterator[date]:
    """List the days of what is on record of one institution, and of no other."""
    acts = {act.reference for act, _taken in world.proposed_about.get(member, ())}
    for fact in world.facts.about(member):
        yield from fact.edges
        acts |= {*fact.because}
    for one in world.in_vain_of.get(member, ()):
        yield from known(one.on)
        acts |= {*one.cause.acts, *one.reason.acts}
    for part in world.parts:
        for proceeding in part.proceedings_of.get(member, ()):
            yield from _edges_of_proceeding(proceeding)
            acts |= {side.act for side in proceeding.sides}
    acts |= {later for act in acts for later in world.said_of.get(act, ())}
    yield from _days_of_acts(world, acts)


def _all_edges(world: World) -> Iterator[date]:
    for fact in world.facts.all():
        yield from fact.edges
    for part in world.parts:
        for proceeding in part.proceedings:
            yield from _edges_of_proceeding(proceeding)
    yield from _days_of_acts(world, world.known.acts)


def _days_of_acts(world: World, acts: Iterable[str]) -> Iterator[date]:
    """List the days on which acts were adopted, and came into force."""
    for reference in acts:
        adopted_on = world.known.acts[reference].adopted_on
        yield from known(adopted_on, world.executory[reference].on)


def seams(world: World) -> list[date]:
    """List the days on which decisions cease to be in force, or come back."""
    starts = (phase.period.from_ for phase in world.phases[1:])
    return [*starts, *world.strikes.days()]


def _edges_of_proceeding(proceeding: Proceeding) -> Iterator[date]:
    effects = (side.effect for side in proceeding.sides)
    yield from known(proceeding.start, proceeding.lapsed_on, *effects)


def _edges_of_dues(world: World, question: AboutContribution) -> Iterator[date]:
    """List the days on which what is owed, or paid, for a year may change."""
    year, member = question.year, question.member
    yield date(year, 1, 1)
    yield date(year + 1, 1, 1)
    members = {member, *merged_into(world, member, year, date.max)}
    for _act, decision in world.decided(PaymentReceived):
        if decision.year == year and decision.member == member:
            yield decision.on
    for one in members:
        yield from _edges_about(world, one)
        for _act, service in world.concerning(ServiceDelivered, one):
            yield service.on
    for kind in (TariffVoted, BudgetVoted, OptionChosen, SubsidyGranted):
        for act, _decision in world.decided(kind):
            yield from known(world.executory[act.reference].on)
