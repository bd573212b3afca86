"""How does a line of a contribution come to its amount?"""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.events.catalogue import Decision
from ledger.events.money import (
    SUBSIDY,
    SUBSIDY_CAP,
    BudgetVoted,
    ContributionCalled,
    OptionChosen,
    PupilsCounted,
    SubsidyGranted,
    TariffVoted,
)
from ledger.language import N_
from ledger.tags import member_of
from projections.acts.lives import Blow
from projections.citing import once, step_about
from projections.money.prices import Line, school_year_of
from projections.money.tariffs import Voted, pupils_of, tariff_of
from projections.reason import Rule, Step, Value
from projections.world import World

TARIFF = Rule(
    "contribution.tariff",
    N_("The tariff from {from_year} on applies: {act}."),
    "tariff",
)
NOT_VOTED = Rule(
    "contribution.tariff-not-voted",
    N_("No tariff was voted for {year} itself: the latest before it goes on."),
    "tariff",
)
COUNTED = Rule(
    "contribution.pupils",
    N_("For {year} the pupils of {school_year} count: {quantity} ({acts})."),
    "tariff",
)
PRICED = Rule(
    "contribution.priced",
    N_("{label}: {quantity} × {price} = {amount} ({acts})."),
    "tariff",
)
PART = Rule(
    "contribution.prorata",
    N_("{label}: {quantity} × {price} × {part} of the year = {amount} ({acts})."),
    "tariff",
)
QUOTED = Rule(
    "contribution.quoted",
    N_("{label}, by quote: {amount} ({acts})."),
    "tariff",
)
SHARED = Rule(
    "contribution.share",
    N_("{line}: {share} of {total} = {amount} ({acts})."),
    "shares",
)
GRANTED = Rule(
    "contribution.subsidy",
    N_("A subsidy is deducted: {amount} ({acts})."),
    "tariff",
)
NOT_SET_OFF = Rule(
    "contribution.subsidy-cap",
    N_(
        "No contribution falls below zero: {amount} of the subsidy is not set off "
        "({acts})."
    ),
    "tariff",
)


def ended_bases(
    world: World, member: str, competences: Iterable[str], year: int, at: date
) -> tuple[Blow, ...]:
    """List what lets, that day, a tariff, budget, count, choice or call not count."""
    asked = set(competences)
    on_the_day = world.on(at).known.acts
    bearing = [
        (act.reference, taken.number)
        for act in world.known.acts.values()
        for taken in (act.decisions if on_the_day[act.reference].dead else ())
        if taken.number in on_the_day[act.reference].dead
        and (of := member_of(taken.decision, act.reference)) in {None, member}
        and _bears(taken.decision, asked, year, is_theirs=of == member)
    ]
    return once(*(blow for one in bearing for blow in world.strikes.striking(one, at)))


def _bears(
    decision: Decision, competences: set[str], year: int, *, is_theirs: bool
) -> bool:
    """Tell whether a decision is about what a member owes for a year."""
    match decision:
        case TariffVoted(competence=competence, from_year=first):
            return competence in competences and first <= year
        case BudgetVoted(competence=competence, year=of):
            return competence in competences and of == year
        case SubsidyGranted(year=of) | ContributionCalled(year=of):
            return is_theirs and of == year
        case OptionChosen(from_year=first, until_year=last):
            return is_theirs and first <= year <= (last or year)
        case PupilsCounted(school_year=school_year):
            return is_theirs and str(year) in school_year.split("-")
        case _:
            return False


def line_steps(world: World, line: Line, year: int, at: date) -> Iterator[Step]:
    """Tell how a line comes to its amount: its tariff, the count, the product."""
    voted = tariff_of(world, line.competence, year, at)
    when = (min(at, date(year, 12, 31)), line.competence)
    if voted is not None and voted.act == line.tariff:
        first = voted.tariff.from_year
        yield step_about(world, TARIFF, when, from_year=str(first), act=voted.act)
        if first != year:
            yield step_about(world, NOT_VOTED, when, year=str(year))
        counted = _count(world, line, voted, year, at)
        if counted is not None:
            yield step_about(world, COUNTED, when, year=str(year), **counted)
    rule, values = _said(line, voted)
    yield step_about(world, rule, when, **values)


def _count(
    world: World, line: Line, voted: Voted, year: int, at: date
) -> dict[str, Value] | None:
    """Tell whose pupils a line counts; None where it counts none."""
    units = {one.code: one.unit for one in voted.tariff.lines}
    if units.get(line.line) != "pupil":
        return None
    school_year = school_year_of(voted.tariff, year)
    found = pupils_of(world, line.member, school_year, year, at)
    if found is None:
        return None
    return {"school_year": school_year, "quantity": found.pupils, "acts": found.acts}


def _said(line: Line, voted: Voted | None) -> tuple[Rule, dict[str, Value]]:
    values: dict[str, Value] = {"amount": line.amount, "acts": line.because}
    if line.line == SUBSIDY:
        return GRANTED, values
    if line.line == SUBSIDY_CAP:
        return NOT_SET_OFF, values
    if line.share is not None:
        share = line.share.replace("/100", " %")
        return SHARED, values | {"line": line.line, "share": share, "total": line.base}
    values["label"] = _label_of(voted, line.line)
    if line.unit_price is None:
        return QUOTED, values
    values |= {"quantity": line.quantity, "price": line.unit_price}
    if line.prorata is not None:
        return PART, values | {"part": line.prorata}
    return PRICED, values


def _label_of(voted: Voted | None, code: str) -> str:
    """Name a line as its tariff does; by its code where none does."""
    lines = voted.tariff.lines if voted is not None else ()
    return next((one.label for one in lines if one.code == code), code)
