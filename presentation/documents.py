"""Answers as documents: French, whatever is spoken, and the same from the same acts."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from ledger.language import speaking
from papers.cell import Cell, Euros, Price
from papers.document import Block, Grid, Line, Listing, Paper, Title
from papers.extract import extract
from papers.statement import statement as drawn_up
from papers.subjects import Answer, state_on, subject
from presentation import words
from presentation.table import Table
from projections.money.statement import statement
from projections.register.cited import acts_cited
from projections.syndicate import syndicate_of
from projections.world import World

_INDENT = "  "
"""With it begin the lines of a note that are a list."""


def document(answer: Answer, draw: Callable[[], list[Table]], world: World) -> Paper:
    """Make a document of an answer and the tables it is drawn as."""
    about = subject(answer, world)
    with speaking("fr"):
        tables = draw()
        known = words.known(world.known_at)
    blocks: list[Block] = []
    for number, table in enumerate(tables):
        if number or not about.says_it_all:
            blocks.append(Title(table.title))
        blocks += _table(table, known)
    acts = acts_cited(answer, world)
    return extract(about, syndicate_of(world), tuple(blocks), acts)


def _table(table: Table, known: str) -> Iterator[Block]:
    """Write a table and its note; what was known stands at the foot of the paper."""
    summed = frozenset(
        place for place, name in enumerate(table.columns) if name in table.summed
    )
    if table.rows:
        yield Grid(
            table.columns,
            table.rows,
            numbers=frozenset(_numbers(table)) | summed,
            summed=summed,
        )
    lines = [line for line in table.note.splitlines() if line != known]
    for is_listed, group in groupby(lines, key=lambda line: line.startswith(_INDENT)):
        if is_listed:
            yield Listing(tuple(line.strip() for line in group))
        else:
            yield from map(Line, group)


def _numbers(table: Table) -> Iterator[int]:
    for place in range(len(table.columns)):
        if any(_is_number(row[place]) for row in table.rows):
            yield place


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | Decimal | Euros | Price)


def written(paper: Paper, format_: str) -> str | bytes:
    """Write a paper: text as Markdown, else the bytes of a file."""
    match format_:
        case "pdf":
            from papers.pdf import pdf  # noqa: PLC0415 -- heavy

            return pdf(paper)
        case "xlsx":
            from papers.workbook import workbook  # noqa: PLC0415 -- heavy

            return workbook(paper)
        case _:
            from papers.markdown import markdown  # noqa: PLC0415 -- one format of many

            return markdown(paper)


def paper_of(world: World, year: int, at: date, member: str) -> Paper:
    """Draw up a member's statement of a year."""
    return drawn_up(statement(world, year, at, member), state_on(at, world))
