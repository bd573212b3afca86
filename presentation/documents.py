"""Answers as documents: French, whatever is spoken, and the same from the same acts."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from ledger.language import speaking
from papers.cell import Cell, Euros, Price
from papers.document import Block, Grid, Line, Listing, Paper, Title
from papers.extract import extract
from presentation import words
from presentation.form import Form
from presentation.table import Table
from projections.answers.cited import acts_cited
from projections.naming.syndicate import syndicate_of

_INDENT = "  "
"""With it begin the lines of a note that are a list."""


def paper_of(form: Form) -> Paper:
    """Draw up the document of an answer: its own, or an extract of the register."""
    with speaking("fr"):
        if form.paper is not None:
            return form.paper()
        return _extract(form)


def _extract(form: Form) -> Paper:
    """Make a document of an answer's tables, and of the acts it names."""
    draw = form.whole or form.tables
    world = form.world
    assert draw is not None, "its formats say so"
    assert form.subject is not None, "its formats say so"
    assert world is not None, "a subject is of a world"
    about, known = form.subject(), words.known(world.known_at)
    blocks: list[Block] = []
    for number, table in enumerate(draw()):
        if number or not about.says_it_all:
            blocks.append(Title(table.title))
        blocks += _table(table, known)
    acts = acts_cited(form.told(), world)
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
