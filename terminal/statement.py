"""`smo contributions … --format md`: one member's *état liquidatif*, in French."""

from datetime import date

from papers.document import Line, Rule
from papers.markdown import markdown
from papers.statement import statement as paper_of
from projections.statement import statement
from projections.world import World


def statement_text(world: World, year: int, at: date, member: str) -> str:
    """Draw up a member's statement of a year, and write it as Markdown."""
    paper = paper_of(statement(world, year, at, member))
    return markdown((*paper.blocks, Rule(), Line(paper.state)))
