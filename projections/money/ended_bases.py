"""What lets a decision not count for a year, that else might, by whom it is asked?"""

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from ledger.events.catalogue import Decision
from ledger.events.money import (
    BudgetVoted,
    ContributionCalled,
    OptionChosen,
    PupilsCounted,
    ServiceDelivered,
    SubsidyGranted,
    TariffVoted,
)
from ledger.tags import member_of
from projections.acts.act_state import ActState, DecisionState, Place
from projections.acts.voiding import Voiding
from projections.money.counted import is_delivered, is_taken
from projections.money.heirs import merged_into
from projections.money.in_year import law_day
from projections.money.tariffs import divides, prices, tariff_of
from projections.timelines.world import World


class _Bases(msgspec.Struct, frozen=True):
    """What is looked for to price a year of a member: for what, of whom, how counted.

    `theirs` are the member and those merged into it.
    """

    member: str
    theirs: Collection[str]
    competences: Collection[str]
    school_years: Collection[str]
    year: int
    at: date

    def include(self, act: ActState, said: Decision) -> bool:
        """Tell whether a decision would be found, if it were in force."""
        of = member_of(said, act.reference)
        match said:
            case TariffVoted():
                is_found = prices(said, self.competences, self.year)
            case BudgetVoted():
                is_found = divides(said, self.competences, self.year)
            case PupilsCounted():
                is_found = of in self.theirs and said.school_year in self.school_years
            case OptionChosen():
                is_found = of == self.member and is_taken(said, self.year)
            case ServiceDelivered():
                is_found = of in self.theirs and is_delivered(said, self.year, self.at)
            case SubsidyGranted():
                is_found = of in self.theirs and said.year == self.year
            case ContributionCalled():
                is_found = of == self.member and said.year == self.year
            case _:
                is_found = False
        return is_found

    def days(self, taken: DecisionState) -> Collection[date]:
        """Tell on which days it must be without effect not to count.

        A vote counts by the law day of the year; a call as it stands on the day asked;
        the rest, if it is in force on either.
        """
        last = law_day(self.year, self.at)
        match taken.decision:
            case TariffVoted() | BudgetVoted() | OptionChosen():
                return {last}
            case ContributionCalled():
                return {self.at}
            case _:
                return {last, self.at}


def ended_bases(
    world: World, member: str, competences: Collection[str], year: int, at: date
) -> tuple[Voiding, ...]:
    """List what lets, that day, a decision not count that else might for a year.

    It is asked of a member and the competences it holds: of their tariffs and budgets,
    of its counts, options, services and subsidies, and of the calls made to it.
    """
    tariffs = [tariff_of(world, one, year, at) for one in competences]
    bases = _Bases(
        member=member,
        theirs={member, *merged_into(world, member, year, at)},
        competences=competences,
        school_years={voted.school_year for voted in tariffs if voted is not None},
        year=year,
        at=at,
    )
    voidings = (
        voiding
        for act in world.known.acts.values()
        for taken in act.decisions
        if bases.include(act, taken.decision)
        for voiding in _striking(
            world, (act.reference, taken.number), bases.days(taken)
        )
    )
    return tuple(dict.fromkeys(voidings))


def _striking(world: World, place: Place, days: Collection[date]) -> Iterator[Voiding]:
    """Give what strikes a decision, if on each of some days it has no effect."""
    reference, number = place
    if all(number in world.on(day).known.acts[reference].dead for day in days):
        yield from world.strikes.striking(place, min(days))
