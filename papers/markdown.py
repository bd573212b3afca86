"""Write a paper as Markdown; no name in it can break the page."""

import re
from collections.abc import Iterable

from papers import french
from papers.cell import Cell, is_empty
from papers.document import Block, Grid, Line, Listing, Paper, Rule, Title
from papers.plain import one_line
from papers.totals import totals

_MARKS = re.compile(r"([\\`*_\[\]<>|~$])")
_BEGINS = re.compile(r"^(?:([#+\-=])|([0-9]+)([.)]))")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")


def markdown(paper: Paper) -> str:
    """Write the blocks, one below the other, and at the foot what they are a state of.

    The blocks hold the title.
    """
    blocks = (*paper.blocks, Line(paper.state))
    return "\n\n".join(map(_block, blocks)) + "\n"


def escaped(text: str) -> str:
    r"""Write a text so that Markdown shows it as it is, on one line.

    >>> print(escaped("A|B"), escaped("deux\nlignes"), escaped("_a_"))
    A\|B deux lignes \_a\_
    """
    return _ENTITY.sub("&amp;", _MARKS.sub(r"\\\1", one_line(text)))


def first_on_line(text: str) -> str:
    r"""Write a text a line begins with: it begins no list and no heading.

    >>> print(first_on_line("1. Ordre"), first_on_line("# Titre"))
    1\. Ordre \# Titre
    """
    return _BEGINS.sub(_escape_beginning, escaped(text))


def _escape_beginning(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _block(block: Block) -> str:
    match block:
        case Title(text=text, level=level):
            return f"{'#' * level} {escaped(text)}"
        case Line(text=text, label=None):
            return first_on_line(text)
        case Line(text=text, label=label):
            return f"**{escaped(label or '')}\u00a0:** {escaped(text)}"
        case Listing(items=items, numbered=numbered):
            return "\n".join(
                f"{f'{number}.' if numbered else '-'} {first_on_line(item)}"
                for number, item in enumerate(items, start=1)
            )
        case Grid():
            return _grid(block)
        case Rule():
            return "---"


def _grid(grid: Grid) -> str:
    rules = (
        "---:" if place in grid.numbers else "---" for place in range(len(grid.columns))
    )
    head = [_row(map(escaped, grid.columns)), _row(rules)]
    rows = [_row(map(_cell, row)) for row in grid.rows]
    total = totals(grid)
    last = [] if total is None else [_row(map(_strong, total))]
    return "\n".join([*head, *rows, *last])


def _cell(cell: Cell) -> str:
    """Write a cell; what has several lines keeps them."""
    return "<br>".join(map(escaped, french.shown(cell).split("\n")))


def _strong(cell: Cell) -> str:
    return f"**{_cell(cell)}**" if not is_empty(cell) else ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
