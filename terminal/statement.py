"""`smo contributions YEAR --member ID` as a paper: the *état liquidatif*, in French."""

from datetime import date

from papers.document import Paper
from papers.statement import statement as drawn_up
from papers.subjects import state_on
from projections.money.statement import statement
from projections.world import World


def paper_of(world: World, year: int, at: date, member: str) -> Paper:
    """Draw up a member's statement of a year."""
    return drawn_up(statement(world, year, at, member), state_on(at, world))
