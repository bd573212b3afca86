"""Which budget does a deliberation vote, of which year or years?"""

from datetime import date

import msgspec

from ledger.events.money import BudgetVoted
from projections.acts.act_state import ActState
from projections.timelines.world import World


class Budget(msgspec.Struct, frozen=True):
    """The two columns of a budget: both are filled, or none."""

    years: str | None = None
    name: str | None = None


def budget_of(world: World, act: ActState, day: date) -> Budget | None:
    """Name the competences whose budgets an act votes, as the statutes call them.

    Years that do not follow each other are no interval, and no one year either.
    """
    voted = [
        taken.decision
        for taken in act.decisions
        if isinstance(taken.decision, BudgetVoted)
    ]
    if not voted:
        return None
    years = sorted({budget.year for budget in voted})
    if years[-1] - years[0] != len(years) - 1:
        return None
    written = str(years[0]) if len(years) == 1 else f"{years[0]}/{years[-1]}"
    competences = dict.fromkeys(budget.competence for budget in voted)
    return Budget(written, " et ".join(_label(world, one, day) for one in competences))


def _label(world: World, competence: str, day: date) -> str:
    version = world.statutes.on(day)
    known = version.rules.competences if version else None
    return next((one.label for one in known or () if one.id == competence), competence)
