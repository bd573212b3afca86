"""One member's statement of a year: a document of its own form, the état liquidatif."""

from papers.statement import statement
from papers.subjects import state_on
from presentation.form import Form
from projections.money.statement import Statement
from projections.timelines.world import World


def form(answer: Statement, world: World) -> Form:
    """Tell how a member's statement is shown."""
    return Form(
        told=lambda: answer,
        world=world,
        paper=lambda: statement(answer, state_on(answer.at, world)),
    )
